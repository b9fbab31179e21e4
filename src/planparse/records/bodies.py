"""What the resolved names of bodies, and the issuer's place, add to the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planparse.facts.places import Jurisdiction
from planparse.facts.resolution import Resolution
from planparse.plan.bodies import Bodies
from planparse.spans import Span

Fields = Mapping[str, Any]


class BodyFields:
    """The fields of each department beside its text; none for a name that the registry does not know."""

    def __init__(self, bodies: Bodies) -> None:
        self._at = bodies.at
        self._made = {id(each): _fields(each) for each in bodies.distinct}

    def at(self, span: Span) -> Fields:
        return self._made[id(self._at[span])]


def _fields(resolution: Resolution) -> Fields:
    if not resolution.body:
        return {}
    fields: dict[str, Any] = {"body": resolution.body, "kind": resolution.kind}
    if resolution.place:
        fields["jurisdiction"] = resolution.place.name
    if resolution.full_name:
        fields["full_name"] = resolution.full_name
    if resolution.aliases:
        fields["aliases"] = list(resolution.aliases)
    if resolution.functions:
        fields["functions"] = list(resolution.functions)
    return fields


def jurisdiction_fields(jurisdiction: Jurisdiction) -> Fields:
    """The place that the issuer governs, and the next one around it."""
    place, parents = jurisdiction
    fields = {"name": place.name, "level": place.level}
    return fields | ({"parent": parents[0].name} if parents else {})
