"""Governments: of the place before the word (忻府区政府), a bare place (龙港镇), many (乡镇人民政府)."""

from __future__ import annotations

from planparse.facts.body_words import endings_of
from planparse.facts.collectives import governing
from planparse.facts.places import LEVELS, Place
from planparse.facts.registry import Entry, Registry
from planparse.facts.resolution import Resolution
from planparse.facts.surroundings import ELIDED, Surroundings, Where

_LONGEST_CORE = 4


def read_government(
    name: str, registry: Registry, around: Surroundings, reach: Place | None
) -> Resolution | None:
    """The government that a name means; None where it does not end as one."""
    for core in endings_of(name, registry.government_cores, _LONGEST_CORE):
        before = name[: -len(core)]
        where = around.read(before)
        found = None
        if where is ELIDED:
            found = _of(core, reach or around.own, registry) or _of(core, around.places.nation, registry)
        elif where is not None and where.place is not None:
            found = _of_place(core, before, where, registry)
        elif where is not None:
            found = _of_many(core, before, where, registry, around)
        if found is not None:
            return found
    return None


def _of(core: str, place: Place | None, registry: Registry) -> Resolution | None:
    entry = registry.governments.get((place.level, core)) if place else None
    if entry is None or place is None:
        return None
    return _made(entry, place, place.name)


def _made(entry: Entry, place: Place, named: str) -> Resolution:
    full_name = named + entry.formal if named else ""
    return Resolution(
        body=entry.row.body, kind=entry.row.kind, place=place, full_name=full_name, line=full_name
    )


def _of_place(core: str, before: str, where: Where, registry: Registry) -> Resolution | None:
    """Of a place by name. A town's counts for its county, but is named after the town."""
    entry = registry.governments.get((where.level, core))
    if entry is None or where.place is None:
        return None
    named = where.place.name if where.place.level == where.level else before
    return _made(entry, where.place, named)


def _of_many(
    core: str, before: str, where: Where, registry: Registry, around: Surroundings
) -> Resolution | None:
    """县政府 in the notice of a city: those of its counties; 省政府 there: one, of a province not known."""
    own = around.own
    if where.level and own is not None and LEVELS.index(where.level) < LEVELS.index(own.level):
        entry = registry.governments.get((where.level, core))
        return Resolution(body=entry.row.body, kind=entry.row.kind) if entry else None
    body = governing(before, registry, around)
    return Resolution(body=body, kind="collective", place=own) if body else None


def read_bare_place(name: str, registry: Registry, around: Surroundings) -> Resolution | None:
    """龙港镇: its government."""
    where = around.read(name)
    if where is None or where.word or where.bare or not where.level:
        return None
    entry = registry.government_of(where.level)
    return _made(entry, where.place, "") if entry and where.place else None
