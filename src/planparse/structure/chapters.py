"""Chapters of a text numbered 1.1, 1.2: their own numbers (1. 总则, 1总则) look like others, or like none."""

from __future__ import annotations

import re

from planparse.structure.labels import Label
from planparse.structure.lines import Line, Page

_DECIMAL = "decimal"
# Its ranks count the points: 1.1 stands one below 1.
_RANK = 61
_NUMBER = re.compile(r"(\d{1,2})[ ]?[.、]?[ ]*(?=[^\W\d_])")
# Headings are short; what is longer, or a sentence, is an item.
_LONGEST = 30


def label_chapters(page: Page) -> Page:
    """Lines that head 1.1, 1.2 … are numbered in the same style, one rank above.

    A chapter is known by the N.1 that comes next; one that has none, by the number after the last chapter's.
    """
    if not any(line.label is not None and line.label.style == _DECIMAL for line in page.lines):
        return page
    texts = page.text_lines()
    lines = list(page.lines)
    firsts = _next_labels(page, texts)
    last, counted = 0, 0  # the last chapter; the last number of the items below it
    for place, index in enumerate(texts):
        line = lines[index]
        match = _heading(page, line)
        if match is None:
            continue
        number = int(match[1])
        if firsts[place] == f"{number}.1" or (0 < last == number - 1 != counted and line.label is not None):
            lines[index] = line._replace(label=Label(_DECIMAL, _RANK, number, line.start, match.end()))
            last, counted = number, 0
        elif line.label is not None:
            counted = number
    return page._replace(lines=tuple(lines)) if last else page


def _heading(page: Page, line: Line) -> re.Match[str] | None:
    """The number that a short line begins with, in no style or in that of items."""
    if line.label is not None and line.label.style not in ("arabic_point", "integer"):
        return None
    if line.end - line.start > _LONGEST or page.folded[line.end - 1] in "。;:":
        return None
    return _NUMBER.match(page.folded, line.start, line.end)


def _next_labels(page: Page, texts: list[int]) -> list[str]:
    """For each line of text what the next labelled one begins with; nothing where that stands
    below other text and the line itself has no label."""
    found: list[str] = []
    following, near = "", False
    for index in reversed(texts):
        line = page.lines[index]
        found.append(following if near or line.label is not None else "")
        near = line.label is not None
        if line.label is not None:
            following = page.folded[line.label.start : line.label.end].strip().rstrip(".")
    return found[::-1]
