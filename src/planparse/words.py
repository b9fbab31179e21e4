"""Looking up the longest word of a list that begins, or ends, at a place of a text.

One look-up per character while a word can still go on: a list of a hundred words costs what
one of five costs, and nothing is compiled (an alternation of a hundred words takes 5 ms).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """A word list ready for matching: word to value, and every beginning and every ending of the
    words, with whether it is a whole word."""

    values: Mapping[str, str]
    beginnings: Mapping[str, bool]
    endings: Mapping[str, bool]

    @classmethod
    def of(cls, values: Mapping[str, str] | Iterable[str]) -> Words:
        known = dict(values) if isinstance(values, Mapping) else dict.fromkeys(values, "")
        whole = dict.fromkeys(known, True)
        beginnings = [word[:end] for word in known for end in range(1, len(word))]
        endings = [word[start:] for word in known for start in range(1, len(word))]
        return cls(known, dict.fromkeys(beginnings, False) | whole, dict.fromkeys(endings, False) | whole)

    def at(self, text: str, start: int, end: int) -> str:
        """The longest word that begins at `start` and ends by `end`; empty where none does."""
        found = place = start
        while place < end:
            place += 1
            whole = self.beginnings.get(text[start:place])
            if whole is None:
                break
            if whole:
                found = place
        return text[start:found]

    def over(self, text: str, start: int, end: int) -> int:
        """Where the words that begin at `start`, one after another, end; `start` where none does."""
        while word := self.at(text, start, end):
            start += len(word)
        return start

    def search(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where the first word in `text[start:end]` stands, the longest at its place."""
        for place, character in enumerate(text[start:end], start):
            if character in self.beginnings and (word := self.at(text, place, end)):
                return place, place + len(word)
        return None

    def before(self, text: str, start: int, end: int) -> str:
        """The longest word that ends at `end` and begins at `start` or later; empty where none does."""
        found = place = end
        while place > start:
            place -= 1
            whole = self.endings.get(text[place:end])
            if whole is None:
                break
            if whole:
                found = place
        return text[found:end]
