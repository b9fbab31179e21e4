"""The cells of a row in plain text: what bars, tabs, the tags of a table or blanks part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.spans import Span
from planparse.structure.lines import Line, LineKind, Page
from planparse.structure.tables import Cell

_SEPARATOR = re.compile("[|｜\t]")
_BLANKS = re.compile(" +")
# The rows and cells of a table that a converter wrote as HTML into a text.
_ROW, _ROW_END, _CELL, _CELL_END = "<tr", "</tr", re.compile("<t[dh][^<>]*>"), "</t"


def markup_rows(page: Page) -> tuple[Page, dict[int, Span]]:
    """The page with each `<tr>…</tr>` a line of its own; where these stand, by the place they begin at."""
    source = page.source.lower()
    rows = list(_rows(source))
    if not rows:
        return page, {}
    lines: list[Line] = []
    found: dict[int, Span] = {}
    reached = at = 0
    for line in page.lines:
        low = max(line.start, reached)
        while at < len(rows) and rows[at][0] < line.end:
            start, reached = rows[at]
            lines += _trimmed(page, low, start)
            for row in _trimmed(page, start, reached):
                lines.append(row)
                found[row.start] = (start, reached)
            low, at = reached, at + 1
        if low == line.start:
            lines.append(line)
        elif low < line.end:
            lines += _trimmed(page, low, line.end)
    return page._replace(lines=tuple(lines)), found


def _rows(source: str) -> Iterator[Span]:
    start = source.find(_ROW)
    while start >= 0:
        end = source.find(_ROW_END, start)
        if end < 0:
            return
        end = source.find(">", end) + 1 or len(source)
        yield start, end
        start = source.find(_ROW, end)


def _trimmed(page: Page, start: int, end: int) -> Iterator[Line]:
    """The line at `[start, end)`, if it holds text; tags are blank there."""
    text = page.folded[start:end]
    if bare := text.strip():
        start += text.index(bare[0])
        yield Line(start, start + len(bare), LineKind.TEXT)


def parted(page: Page, start: int) -> list[Cell]:
    """The cells of the line that begins at `start`, empty ones too; what only frames it is none."""
    stop = page.folded.find("\n", start)
    stop = len(page.source) if stop < 0 else stop
    edges = [start]
    for match in _SEPARATOR.finditer(page.source, start, stop):
        edges += [match.start(), match.end()]
    edges.append(stop)
    cells = list(_cells(page, zip(edges[::2], edges[1::2], strict=True)))
    if len(cells) > 1 and cells[-1].start == cells[-1].end:
        cells.pop()
    return cells


def tagged(page: Page, row: Span) -> list[Cell]:
    """The cells of a row of HTML."""
    source = page.source[slice(*row)].lower()
    starts = [match.end() for match in _CELL.finditer(source)]
    ends = [source.find(_CELL_END, start) for start in starts]
    spans = (
        (row[0] + start, row[0] + end if end >= 0 else row[1])
        for start, end in zip(starts, ends, strict=True)
    )
    return list(_cells(page, spans))


def spaced(page: Page, start: int, end: int) -> list[Cell]:
    """The cells of a line that nothing but blanks part."""
    edges = [start]
    for match in _BLANKS.finditer(page.folded, start, end):
        edges += [match.start(), match.end()]
    edges.append(end)
    return list(_cells(page, zip(edges[::2], edges[1::2], strict=True)))


def _cells(page: Page, spans: Iterator[Span]) -> Iterator[Cell]:
    for column, (low, high) in enumerate(spans):
        text = page.folded[low:high]
        bare = text.strip()
        begin = low + text.index(bare[0]) if bare else low
        yield Cell(column, begin, begin + len(bare))
