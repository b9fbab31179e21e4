"""How text fills the cells of a printed sheet: lines, heights, pages.

Spreadsheets do not compute the height of rows that another program wrote, and cut what
does not fit. So lines are counted here as a spreadsheet would break them, on the safe side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import east_asian_width

LINE_HEIGHT = 15.6  # points, for 10.5 point type: fonts that stand in for 仿宋 are taller than it
PADDING = 5.0  # points above and below the text of a cell
_BESIDE = 0.5  # columns beside it
MOST_LINES = 25  # a row of a spreadsheet is at most 409 points high

# A word is not broken, no line begins with a closing mark or ends with an opening one.
_CLOSING = "，。、；：？！）》〉】〕”’％,.;:?!)%"
_OPENING = "（《〈【〔“‘("
_TOKEN = re.compile(rf"\n|[{_OPENING}]*+(?:[0-9A-Za-z]++|[^\n]|(?=\n|\Z))[{_CLOSING}]*+")


def columns(text: str) -> int:
    """Half-width columns of printed text; “ ” … — are wide in Chinese fonts."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=8192)
def _columns(character: str) -> int:
    return 2 if east_asian_width(character) in "WFA" else 1


@lru_cache(maxsize=8192)  # a measure stands in the rows of all its bodies
def line_starts(text: str, width: float) -> tuple[int, ...]:
    """The offsets in `text` at which its lines begin in a cell of the width."""
    room = max(width - _BESIDE, 2)
    starts, used = [0], 0.0
    for token in _TOKEN.finditer(text):
        if token[0] == "\n":
            starts.append(token.end())
            used = 0
            continue
        wide = columns(token[0])
        if used and used + wide > room:
            starts.append(token.start())
            used = 0
        if wide <= room:
            used += wide
            continue
        for offset, character in enumerate(token[0], token.start()):  # longer than a line
            step = _columns(character)
            if used + step > room and used:
                starts.append(offset)
                used = 0
            used += step
    return tuple(starts)


def lines(text: str, width: float) -> int:
    return len(line_starts(text, width))


def pieces(text: str, width: float) -> list[str]:
    """The text in parts that each fit into one row; nearly always one."""
    starts = line_starts(text, width)[::MOST_LINES]
    return [text[low:high] for low, high in zip(starts, [*starts[1:], len(text)], strict=True)]


def height(line_count: int) -> float:
    return line_count * LINE_HEIGHT + PADDING


class MergedColumn(NamedTuple):
    """A column whose equal cells are joined: `runs[i]` numbers the run of row i, `needs[i]` is the
    height of its text."""

    runs: Sequence[object]
    needs: Sequence[float]


class Page(NamedTuple):
    """The rows from `start` to `end` and their heights."""

    start: int
    end: int
    heights: list[float]


def paginate(
    heights: Sequence[float], merged: Sequence[MergedColumn], room_on_first: float, room: float
) -> list[Page]:
    """Rows to pages. Joined cells end with their page, and their rows are high enough for them.

    `merged` is given outermost first. A row that is higher than a page has one of its own.
    """
    found: list[Page] = []
    start = 0
    while start < len(heights):
        available = room if found else room_on_first
        page = Page(start, start + 1, _filled(heights, merged, start, start + 1))
        while page.end < len(heights):
            longer = _filled(heights, merged, start, page.end + 1)
            if sum(longer) > available:
                break
            page = Page(start, page.end + 1, longer)
        found.append(page)
        start = page.end
    return found


def _filled(heights: Sequence[float], merged: Sequence[MergedColumn], start: int, end: int) -> list[float]:
    """The heights of the rows of a page, the last of each run raised to what its joined cell needs."""
    filled = list(heights[start:end])
    for column in reversed(merged):
        for _, group in groupby(range(start, end), key=column.runs.__getitem__):
            rows = [row - start for row in group]
            missing = column.needs[start + rows[0]] - sum(filled[row] for row in rows)
            if missing > 0:
                filled[rows[-1]] += missing
    return filled
