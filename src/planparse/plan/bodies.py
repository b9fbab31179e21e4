"""Every name of a body in a plan with what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planparse.facts.bodies import Resolver
from planparse.facts.places import Jurisdiction
from planparse.facts.resolution import Resolution
from planparse.plan.model import Plan, facts_of
from planparse.rulepack import RulePack
from planparse.spans import Span


class Bodies(NamedTuple):
    """What the names of a plan mean, by the range of the view that they stand at.

    `distinct` are the same, each name once, in the order in which they first stand.
    """

    at: Mapping[Span, Resolution]
    distinct: Sequence[Resolution]


NOBODY = Bodies({}, ())


def resolve_bodies(text: str, plan: Plan, jurisdiction: Jurisdiction | None, rules: RulePack) -> Bodies:
    """What each name of a body means; `text` is the view, `jurisdiction` the issuer's."""
    found: dict[Span, Resolution] = {}
    resolver: Resolver | None = None
    for spans in _lists(plan):
        resolver = resolver or Resolver(jurisdiction, rules)
        names = [text[start:end] for start, end in spans]
        found.update(zip(spans, resolver.resolve(names), strict=True))
    return Bodies(found, resolver.met) if resolver else NOBODY


def _lists(plan: Plan) -> Iterator[list[Span]]:
    """The bodies of each bracket or label line together: a prefix reaches over those behind it."""
    for _, facts in facts_of(plan, plan.nodes()):
        for assignment, _ in facts.assigned:
            yield [body for group in assignment.groups for body in group.bodies]
    for _, _, bodies in plan.conventions:
        if bodies:
            yield [bodies]
