"""Places and their levels: divisions by name; what a place outside the list is, by how its name ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planparse.rulepack import RulePack

_LONGEST_PLACE = 15
_LONGEST_UNKNOWN = 8
_LONGEST_ENDING = 5
_NATION = "000000"
LEVELS = ("national", "province", "city", "county", "town")


class Place(NamedTuple):
    name: str
    level: str  # one of LEVELS, empty where it is not known


# A place that is meant and not known: 省 in the notice of a city of which nobody says the province.
NOWHERE = Place("", "")


class Jurisdiction(NamedTuple):
    """The place that an issuer governs; `parents` from the nearest outwards, as far as they are known."""

    place: Place
    parents: tuple[Place, ...] = ()

    def around(self) -> Iterable[Place]:
        return (self.place, *self.parents)


class Places:
    """The divisions and the endings of names of places, ready for looking up."""

    def __init__(self, rules: RulePack) -> None:
        self.endings = rules.words("bodies.places")  # to the level
        self._levels = rules.words("bodies.levels")
        self._not_levels = tuple(rules.words("bodies.not-levels"))
        self.codes: dict[str, str] = {}  # of GB/T 2260, by full name
        self.names: dict[str, str] = {}  # every usual name to the full one
        self.stems: dict[str, str] = {}  # a name without its level to the full one (忻州)
        for name, value in rules.words("bodies.divisions").items():
            self.codes[name], *others = value.split()
            for other in (name, *others):
                whole = self._ends(other) or other[-1] in self._levels
                (self.names if whole else self.stems).setdefault(other, name)
            self.stems.setdefault(_without_ending(name, self.endings), name)
        self.by_code = {code: name for name, code in self.codes.items()}
        self.starts = {name[:2] for name in self.codes}
        self._others = tuple(rules.words("bodies.not-places"))
        self._verbs = tuple(rules.words("bodies.no-place-starts"))
        #: Whose organs stand in a name: no place has them inside.
        self._seats = tuple(seat for seat, organ in rules.words("bodies.seats").items() if organ)

    def is_other(self, text: str) -> bool:
        """Whether a text is one of the words that end like a place."""
        return text in self._others

    @property
    def nation(self) -> Place:
        return Place(self.by_code[_NATION], "national")

    def place(self, name: str) -> Place:
        """The place of a name that is a division's or ends as places do."""
        code = self.codes.get(name)
        if code is not None:
            return Place(name, _level(code))
        ends = (name[-length:] for length in range(_LONGEST_ENDING, 0, -1))
        return Place(name, next((self.endings[end] for end in ends if end in self.endings), ""))

    def parents(self, name: str) -> tuple[Place, ...]:
        """What a division belongs to, by its code, nearest first."""
        code = self.codes.get(name, "")
        outer = [outer for outer in (f"{code[:4]}00", f"{code[:2]}0000") if len(code) == 6 and outer != code]
        return tuple(self.place(self.by_code[each]) for each in dict.fromkeys(outer) if each in self.by_code)

    def stem(self, name: str) -> str:
        """忻州 of 忻州市: how branches name the place they serve."""
        return _without_ending(name, self.endings)

    def chain(self, text: str) -> list[Place]:
        """The places that a text consists of, outermost first; empty where it is anything else."""
        found: list[Place] = []
        start = 0
        while start < len(text):
            end = self._known_end(text, start) or self._unknown_end(text, start)
            if not end:
                return []
            name = text[start:end]
            found.append(self.place(self.names.get(name) or self.stems.get(name, name)))
            start = end
        return found

    def leading(self, name: str) -> list[Place]:
        """The places that a name begins with: 广州市, 天河区 of 广州市天河区发展和改革局."""
        found: list[Place] = []
        start = 0
        while end := self._known_end(name, start) or self._unknown_end(name, start):
            found.append(self.place(self.names.get(name[start:end], name[start:end])))
            start = end
        return found

    def _known_end(self, text: str, start: int) -> int:
        """Where the longest division that begins at `start` ends; a stem must be all that is left."""
        for end in range(min(len(text), start + _LONGEST_PLACE), start + 1, -1):
            name = text[start:end]
            if name in self.names and len(text) - end != 1 and not self._goes_on(text, name, end):
                return end
        return len(text) if text[start:] in self.stems else 0

    def _unknown_end(self, text: str, start: int) -> int:
        """Where a place outside the list ends: at the first ending that does not go on."""
        for end in range(start + 5, min(len(text), start + _LONGEST_PLACE) + 1):
            if text[end - 3 : end] in self.endings and self.is_name(text[start:end]):
                return end  # 自治县, whose peoples may be called 东乡族
        for end in range(start + 2, min(len(text), start + _LONGEST_UNKNOWN) + 1):
            name = text[start:end]
            if self._ends(name) and len(text) - end != 1 and not self._goes_on(text, name, end):
                return end if self.is_name(name) else 0
        return 0

    def _goes_on(self, text: str, name: str, end: int) -> bool:
        """Whether the letter behind a name belongs to it: 沙市 + 区, 宁乡 + 县, but not 陈仓区 + 市场."""
        following = text[end : end + 1]
        if name in self.codes or following not in self.endings or text.startswith(self._not_levels, end):
            return False
        levels = [LEVELS.index(self._levels.get(letter, "town")) for letter in (name[-1], following)]
        return len(name) == 2 or levels[0] < levels[1]

    def is_name(self, name: str) -> bool:
        """Not 推动县, 老旧小区 (but 海城市, of which one letter is left), 市委社会工委市, 市城乡."""
        if not name.isalpha() or name.startswith(self._verbs) or any(seat in name for seat in self._seats):
            return False
        if any(name.endswith(word) and len(name) != len(word) + 1 for word in self._others):
            return False
        return name[0] not in self._levels or self.place(name).level != "town"

    def _ends(self, name: str) -> bool:
        return name[-1] in self.endings or name[-2:] in self.endings


def _without_ending(name: str, endings: Mapping[str, str]) -> str:
    for length in range(min(_LONGEST_ENDING, len(name) - 2), 0, -1):
        if name[-length:] in endings:
            return name[:-length]
    return name


def _level(code: str) -> str:
    """pp0000 is a province, ppcc00 a prefecture, the rest are counties."""
    if code == _NATION:
        return "national"
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"
