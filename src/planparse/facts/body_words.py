"""The word lists of rules/bodies: organs, levels, seats, units, collectives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planparse.rulepack import RulePack


class BodyWords:
    def __init__(self, rules: RulePack) -> None:
        def words(name: str) -> Mapping[str, str]:
            return rules.words(f"bodies.{name}")

        self.organs = words("organs")  # as written to its formal name
        self.organ_ends = frozenset(organ[-1] for organ in self.organs)
        self.organ_levels = words("organ-levels")
        self.levels = words("levels")
        #: What may stand between a place and a function, to the kind of its organs.
        self.seats = words("seats")
        self.before = tuple(words("before-names"))
        self.not_levels = tuple(words("not-levels"))
        self.joints = joints(rules)
        self.joint_letters = frozenset(words("joints"))
        self.fillers = words("fillers")
        self.units = words("units")
        self.branches = words("branches")
        self.marks = tuple(words("collective-marks"))
        self.anywhere = tuple(words("anywhere"))
        #: Letters of which a collective has one.
        self.mark_letters = frozenset(word[0] for word in (*self.marks, *self.anywhere))
        self.collective_places = words("collective-places")
        self.governing = tuple(words("governing"))


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
