"""Names that stand for several bodies: 各县（市、区）人民政府, 市直有关部门. They are never expanded."""

from __future__ import annotations

from collections.abc import Callable

from planparse.facts.body_words import BodyWords, beginnings_of, endings_of
from planparse.facts.registry import Registry
from planparse.facts.resolution import Resolution
from planparse.facts.surroundings import Surroundings

_LONGEST_PLACE = 5
_LONGEST_ENDING = 16
_GROUPS = frozenset({"collective", "task_force"})


def read_collective(
    name: str, registry: Registry, around: Surroundings, read_single: Callable[[str], Resolution]
) -> Resolution | None:
    """What a name means that begins with 各 or the like, at times behind a place (市级各部门); else None."""
    split = _split(name, around.words)
    if split is None:
        return None
    before, members = split
    where = around.read(before) if before else None
    if before and where is None:
        return None
    body, kind = _members(members, registry, around, read_single)
    place = where.place if where and where.level else around.own
    return Resolution(body=body, kind=kind, place=place) if body else None


def _split(name: str, words: BodyWords) -> tuple[str, str] | None:
    """What stands before the first mark, and what behind the last; 地方政府 has none and needs none."""
    starts = [(name.find(mark), mark) for mark in words.marks if mark in name]
    if not starts:
        place = next(beginnings_of(name, words.collective_places, _LONGEST_PLACE), "")
        return ("", name) if place in words.anywhere else None
    return name[: min(starts)[0]], name[max(name.rfind(mark) + len(mark) for _, mark in starts) :]


def _members(
    members: str, registry: Registry, around: Surroundings, read_single: Callable[[str], Resolution]
) -> tuple[str, str]:
    """Body and kind of what a collective is made of."""
    plain = _without_brackets(members)
    words = around.words
    place = next(endings_of(plain, words.collective_places, _LONGEST_PLACE), "")
    governs = bool(place) or plain.endswith(words.governing)
    if governs and (body := governing(members, registry, around)):
        return body, "collective"
    ending = next(endings_of(plain, registry.endings, _LONGEST_ENDING), "")
    if ending:
        row = registry.endings[ending].row
        return row.body, row.kind if row.kind in _GROUPS else "collective"
    return read_single(plain).body, "collective"


def governing(members: str, registry: Registry, around: Surroundings) -> str:
    """The function of the first kind of place that is named: 各市、县（区）人民政府 are those of cities.

    Below a city 市 are county-level cities.
    """
    words, own = around.words, around.own
    for start in range(len(members)):
        place = next(beginnings_of(members[start:], words.collective_places, _LONGEST_PLACE), "")
        if place:
            level = words.collective_places[place]
            if level == "city" and own is not None and own.level == "city":
                level = "county"
            government = registry.government_of(level)
            return government.row.body if government else level
    return ""


def _without_brackets(name: str) -> str:
    """镇(街道) as 镇."""
    kept: list[str] = []
    depth = 0
    for character in name:
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(depth - 1, 0)
        elif depth == 0:
            kept.append(character)
    return "".join(kept)
