"""The word lists of rules/bodies: organs, levels, seats, units, collectives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planparse.rulepack import RulePack


class BodyWords(NamedTuple):
    organs: Mapping[str, str]  # as written to its formal name
    organ_ends: frozenset[str]  # the last letters of organs
    organ_levels: Mapping[str, str]
    levels: Mapping[str, str]
    seats: Mapping[str, str]  # what may stand between a place and a function, to the kind of its organs
    before: tuple[str, ...]
    not_levels: tuple[str, ...]
    joints: Mapping[int, None]
    joint_letters: frozenset[str]
    fillers: Mapping[str, str]
    units: Mapping[str, str]
    branches: Mapping[str, str]
    marks: tuple[str, ...]
    mark_letters: frozenset[str]  # one of which a collective has
    collective_places: Mapping[str, str]
    anywhere: tuple[str, ...]
    governing: tuple[str, ...]

    @classmethod
    def build(cls, rules: RulePack) -> BodyWords:
        def words(name: str) -> Mapping[str, str]:
            return rules.words(f"bodies.{name}")

        return cls(
            words("organs"),
            frozenset(organ[-1] for organ in words("organs")),
            words("organ-levels"),
            words("levels"),
            words("seats"),
            tuple(words("before-names")),
            tuple(words("not-levels")),
            joints(rules),
            frozenset(words("joints")),
            words("fillers"),
            words("units"),
            words("branches"),
            tuple(words("collective-marks")),
            frozenset(word[0] for name in ("collective-marks", "anywhere") for word in words(name)),
            words("collective-places"),
            tuple(words("anywhere")),
            tuple(words("governing")),
        )


def joints(rules: RulePack) -> dict[int, None]:
    """和, 与, 及, to be left out by str.translate."""
    return dict.fromkeys(map(ord, rules.words("bodies.joints")))


def endings_of(name: str, words: Mapping[str, object], longest: int) -> Iterator[str]:
    """The words that a name ends in, longest first."""
    for length in range(min(longest, len(name)), 0, -1):
        if name[-length:] in words:
            yield name[-length:]


def beginnings_of(name: str, words: Mapping[str, object], longest: int) -> Iterator[str]:
    """The words that a name begins with, longest first."""
    for length in range(min(longest, len(name)), 0, -1):
        if name[:length] in words:
            yield name[:length]
