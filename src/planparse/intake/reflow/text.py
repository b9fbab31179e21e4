"""The text that pages make, with its marks and what there is to say of it, as plain data."""

from __future__ import annotations

from typing import Any

from planparse.intake.glyphs import fold_glyphs
from planparse.intake.reflow.furniture import without_furniture
from planparse.intake.reflow.model import Page
from planparse.intake.reflow.paragraphs import NO_TABLE, Paragraph, paragraphs


def made_text(pages: list[Page], slanted: int = 0) -> dict[str, Any]:
    """The paragraphs of the pages one below the other.

    `marks` are marks as lists; `notes` are findings as (code, values); `images` tells that pages without
    text show pictures.
    """
    pages, furniture = without_furniture(pages)
    text, marks = _joined(paragraphs(pages), len(pages))
    empty = [page.number for page in pages if not page.lines]
    notes: list[tuple[str, dict[str, Any]]] = []
    left_out = furniture + slanted
    if left_out:
        notes.append(("PP031", {"count": left_out}))
    return {
        "text": text,
        "marks": marks,
        "notes": notes,
        "empty": empty,
        "images": any(page.images for page in pages),
    }


def _joined(found: list[Paragraph], count: int) -> tuple[str, list[tuple[str, int, int, int]]]:
    pieces: list[str] = []
    starts: dict[int, int] = {}
    tables: dict[tuple[int, int], tuple[int, int]] = {}
    marks: list[tuple[str, int, int, int]] = []
    offset = 0
    before = NO_TABLE
    for paragraph in found:
        text = fold_glyphs(paragraph.text)
        starts.setdefault(paragraph.page, offset)
        starts |= {page: offset + inside for page, inside in paragraph.starts}
        table = paragraph.table
        if table != NO_TABLE:
            if before != NO_TABLE and before[0] < table[0]:  # it goes on on the next page
                tables[table] = tables.pop(before)
            begin, _ = tables.get(table, (offset, 0))
            tables[table] = (begin, offset + len(text) + 1)
            marks += (
                ("merged", offset + low, offset + high, text.count("\t", 0, low))
                for low, high in paragraph.merged
            )
        before = table
        pieces.append(text)
        offset += len(text) + 1
    marks += (("table", *place, number) for number, place in enumerate(tables.values(), 1))
    marks += _page_marks(starts, count, offset)
    return "".join(f"{piece}\n" for piece in pieces), sorted(marks, key=lambda mark: (mark[1], -mark[2]))


def _page_marks(starts: dict[int, int], count: int, end: int) -> list[tuple[str, int, int, int]]:
    """A mark for every page; one without text is an empty range where it would stand."""
    marks = []
    for page in range(count, 0, -1):
        start = starts.get(page, end)
        marks.append(("page", start, end, page))
        end = start
    return marks
