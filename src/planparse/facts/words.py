"""Looking up the longest word of a list at a place of a text, or ending at it.

A set look-up per length: lists of a hundred words cost what one of five costs, and nothing
is compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A word list ready for matching: word to value, and the lengths that occur, longest first,
    by the character that words begin or end with."""

    values: Mapping[str, str]
    by_first: Mapping[str, tuple[int, ...]]
    by_last: Mapping[str, tuple[int, ...]]
    firsts: re.Pattern[str]

    @classmethod
    def of(cls, values: Mapping[str, str] | Iterable[str]) -> Words:
        known = dict(values) if isinstance(values, Mapping) else dict.fromkeys(values, "")
        by_first = _lengths(known, 0)
        firsts = "".join(map(re.escape, by_first))
        return cls(known, by_first, _lengths(known, -1), re.compile(f"[{firsts}]" if firsts else "(?!)"))

    def at(self, text: str, start: int, end: int) -> str:
        """The longest word that begins at `start` and ends by `end`; empty where none does."""
        for length in self.by_first.get(text[start : start + 1], ()):
            if start + length <= end:
                word = text[start : start + length]
                if word in self.values:
                    return word
        return ""

    def search(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where the first word in `text[start:end]` stands, the longest at its place."""
        for candidate in self.firsts.finditer(text, start, end):
            place = candidate.start()
            if word := self.at(text, place, end):
                return place, place + len(word)
        return None

    def before(self, text: str, start: int, end: int) -> str:
        """The longest word that ends at `end` and begins at `start` or later; empty where none does."""
        if end <= start:
            return ""
        for length in self.by_last.get(text[end - 1], ()):
            if end - length >= start:
                word = text[end - length : end]
                if word in self.values:
                    return word
        return ""


def _lengths(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[place], set()).add(len(word))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}
