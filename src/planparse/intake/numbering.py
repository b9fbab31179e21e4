"""Automatic numbering: the labels that an office program shows and does not store in its paragraphs.

Lists of docx and of doc differ in how they are written down, not in what they mean: both are read
into `Level` and `ListUse`, and counted here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from planparse.intake.number_formats import format_number

DEEPEST = 9  # levels of a list

_PLACEHOLDER = re.compile(r"%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")  # signs of Symbol and Wingdings
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` is its label with %1 … %9 where the numbers of the levels stand.

    `restart` 0: counts on for ever; n: begins anew after a number of the levels 1 … n; None: after
    any level above. `legal`: the numbers in this label are decimal. `suffix` parts label and text.
    """

    text: str
    format: str = "decimal"
    start: int = 1
    restart: int | None = None
    legal: bool = False
    suffix: str = " "


@dataclass(frozen=True, slots=True)
class ListUse:
    """A list as paragraphs name it. Uses of one `definition` count on from each other; `starts` has
    the levels that begin anew with the first paragraph of this use."""

    definition: int
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Numbering:
    """The lists of a file by the id that its paragraphs use, and how far each has counted."""

    uses: Mapping[int, ListUse]
    _counted: dict[int, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def label(self, use: int, level: int) -> str:
        """The label of the next paragraph on a level of a list, its suffix included; empty for none."""
        found = self.uses.get(use)
        if found is None or level not in found.levels:
            return ""
        numbers = self._count(use, found, level)
        own = found.levels[level]
        label = _written(own, found.levels, numbers, level)
        return label + own.suffix if label else ""

    def _count(self, use: int, found: ListUse, level: int) -> list[int | None]:
        numbers = self._counted.setdefault(found.definition, [None] * DEEPEST)
        for above in range(level):
            if numbers[above] is None:
                numbers[above] = _start(found, above)
        before = numbers[level]
        anew = level in found.starts and (use, level) not in self._begun
        numbers[level] = _start(found, level) if before is None or anew else before + 1
        self._begun.add((use, level))
        for below in range(level + 1, DEEPEST):
            restart = found.levels[below].restart if below in found.levels else None
            if restart is None or level < restart:
                numbers[below] = None
        return numbers


def _start(found: ListUse, level: int) -> int:
    if level in found.starts:
        return found.starts[level]
    return found.levels[level].start if level in found.levels else 1


def _written(own: Level, levels: Mapping[int, Level], numbers: list[int | None], level: int) -> str:
    if own.format == "bullet":
        return _PRIVATE_USE.sub(_BULLET, own.text)

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        value = numbers[place]
        if place > level or value is None or place not in levels:
            return ""
        style = levels[place].format
        return format_number(value, "decimal" if own.legal and style != "none" else style)

    return _PLACEHOLDER.sub(number, own.text)
