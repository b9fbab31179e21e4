"""What can be wrong with a rule pack, and a rule that takes too long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Mistake(NamedTuple):
    """One mistake in a rule file. `line` counts from 1; 0 where the mistake has no line."""

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (place, self.rule, self.message) if part)


class RulePackError(Exception):
    """A rule pack that cannot be used; carries every mistake found, by file and line.

    `file`, `line`, `rule` and `message` are those of the first mistake.
    """

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))

    @property
    def file(self) -> str:
        return self.mistakes[0].file

    @property
    def line(self) -> int:
        return self.mistakes[0].line

    @property
    def rule(self) -> str:
        return self.mistakes[0].rule

    @property
    def message(self) -> str:
        return self.mistakes[0].message


class RuleTimeout(Exception):
    """A user's pattern took longer than it may on one text; there is no result."""

    def __init__(self, rule: str, seconds: float) -> None:
        self.rule = rule
        self.seconds = seconds
        super().__init__(f"{rule}: the pattern took longer than {seconds:g} s")
