"""The part of a source line around a place, and where its mark goes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planparse.findings.positions import LineIndex
from planparse.findings.visible import columns, visible_character
from planparse.spans import Span

# Columns of a snippet; with headline and gutter it fits a terminal of 100 columns.
MOST_COLUMNS = 90
# Columns kept for what stands before the place when the line is longer than that.
_COLUMNS_BEFORE = 36
_CUT = "…"


class Snippet(NamedTuple):
    """A visible source line cut to MOST_COLUMNS; its mark is `width` columns wide, after `indent` columns."""

    line: int
    source: str
    indent: int
    width: int


def snippet(text: str, index: LineIndex, span: Span) -> Snippet:
    """The first line of `span`. A mark is one column wide at least, for empty places and the end of a line.

    Only the characters around the place are looked at, so long lines cost no more than short ones.
    """
    line, _ = index.position(span[0])
    first, last = index.bounds(line)
    start = min(max(span[0], first), last)
    end = min(max(span[1], start), last)

    before = _fitting(reversed(text[max(first, start - MOST_COLUMNS) : start]), _COLUMNS_BEFORE)
    after = _fitting(text[start : start + MOST_COLUMNS][: last - start], MOST_COLUMNS - _width(before))
    before = _fitting(reversed(text[max(first, start - MOST_COLUMNS) : start]), MOST_COLUMNS - _width(after))

    left = _CUT if start - len(before) > first else ""
    right = _CUT if start + len(after) < last else ""
    marked = after[: end - start]
    lead = left + "".join(reversed(before))
    return Snippet(line, f"{lead}{''.join(after)}{right}", columns(lead), max(_width(marked), 1))


def _fitting(characters: Iterable[str], room: int) -> list[str]:
    """The visible forms of as many leading characters as `room` columns hold."""
    shown: list[str] = []
    for character in characters:
        form = visible_character(character)
        room -= columns(form)
        if room < 0:
            break
        shown.append(form)
    return shown


def _width(forms: list[str]) -> int:
    return sum(map(columns, forms))
