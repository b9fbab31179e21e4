"""What stands before the core of a body's name: a place, a bare level word (市), whose organ it is (市委).

A level word means the issuer's own place of that level, or the one around it: 市 in the notice of
a county-level city is that city itself.
"""

from __future__ import annotations

from typing import NamedTuple

from planparse.facts.body_words import BodyWords, beginnings_of, endings_of
from planparse.facts.places import Jurisdiction, Place, Places

_LONGEST_BARE = 4  # characters of a place without its level (忻州, 鄂尔多斯)
_LONGEST_SEAT = 4
_LONGEST_PLACE = 15


class Where(NamedTuple):
    """`place` is None where it is not known; `level` is the level meant, empty where that is not known.

    `word`: a level word said so. `bare`: a place without its level did (忻州). `organ`: the kind of
    the organs between the place and the core (party for 市委).
    """

    place: Place | None
    level: str = ""
    word: bool = False
    bare: bool = False
    organ: str = ""


# Nothing stands before the core.
ELIDED = Where(None)


class Surroundings:
    """The issuer's place and those around it, as the names in its notice refer to them."""

    def __init__(self, jurisdiction: Jurisdiction | None, words: BodyWords, places: Places) -> None:
        self.words = words
        self.places = places
        self.around = tuple(jurisdiction.around()) if jurisdiction else ()  # the issuer's own place first
        self.own = self.around[0] if self.around else None
        self.known: dict[str, Place] = {}  # by full name and without the level, the full name first
        self._met: dict[str, Where | None] = {}
        for place in self.around:
            for name in (place.name, places.stem(place.name)):
                self.known.setdefault(name, place)

    def read(self, text: str) -> Where | None:
        """The place that `text`, all that stands before a core, names; None where it names none."""
        if text not in self._met:
            self._met[text] = self._read(text)
        return self._met[text]

    def _read(self, text: str) -> Where | None:
        if text not in self.known:
            text = self.without_before(text)
        if not text:
            return ELIDED
        organ = ""
        while text:
            where = self._place_of(text)
            if where is not None:
                return where._replace(organ=organ)
            seat = next(endings_of(text, self.words.seats, _LONGEST_SEAT), "")
            if not seat:
                break
            organ = organ or self.words.seats[seat]
            text = text[: -len(seat)]
            if text[-1:] in self.words.levels and text[:-1].endswith(tuple(self.words.seats)):
                text = text[-1:]  # 市委市政府
        if (
            len(text) in range(2, _LONGEST_BARE + 1)
            and text[-1] not in self.words.organ_ends
            and self.places.is_name(text)
        ):
            return Where(Place(text, ""), bare=True, organ=organ)
        return None

    def without_before(self, text: str) -> str:
        """A name without 中共, 驻, 原, which are no part of it; 原平市 and 本溪市 are names of places."""
        for word in self.words.before:
            rest = text.removeprefix(word)
            if len(word) > 1 or rest in self.words.levels or rest in self.places.names or rest in self.known:
                text = rest
        return text

    def _place_of(self, text: str) -> Where | None:
        if level := self.words.levels.get(text):
            place = self.of_level(text, level)
            return Where(place, place.level if place else level, word=True)
        if place := self.known.get(text):
            return Where(place, place.level, bare=place.name != text)
        if chain := self.places.chain(text):
            place = chain[-1]
            return Where(self.governed(place), place.level, bare=place.name != text and len(chain) == 1)
        return Where(None) if self.places.is_other(text) else None

    def of_level(self, word: str, level: str) -> Place | None:
        """The place that a level word means: the nearest around the issuer whose name ends so."""
        if level == "national":
            return self.places.nation
        if word not in self.places.endings:
            return self.at(level)  # 地委, of 地区
        return next((place for place in self.around if place.name.endswith(word)), None)

    def at(self, level: str) -> Place | None:
        """The place of a level that the issuer is, or belongs to."""
        if level == "national":
            return self.places.nation
        return next((place for place in self.around if place.level == level), None)

    def governed(self, place: Place) -> Place:
        """A town's tasks count for the county that the notice is of."""
        own = self.own
        return own if place.level == "town" and own is not None and own.level != "town" else place

    def leading(self, name: str) -> Place | None:
        """The place that a name begins with, where the rest may be anything; else the issuer's."""
        name = self.without_before(name)
        for known in self.known:
            if name.startswith(known):
                return self.known[known]
        if name[:2] in self.places.starts:
            division = next(beginnings_of(name, self.places.codes, _LONGEST_PLACE), "")
            if division:
                return self.places.place(division)
        word = next(beginnings_of(name, self.words.levels, _LONGEST_SEAT), "")
        level = self.words.levels[word] if word else ""
        if level in ("", "national") or name.startswith(self.words.not_levels):
            return self.own
        return self.of_level(word, level)
