"""Rows of tables as lines: what readers of web pages and of PDF files have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planparse.spans import Spans

LONGEST_REPEATED = 200  # characters of a cell that is shown again in the rows it reaches into


class TableCell(NamedTuple):
    """The text of one column; `merged`: it stands in the cell above, which reaches down here."""

    text: str = ""
    merged: bool = False


def row_line(cells: Sequence[TableCell]) -> tuple[str, Spans]:
    """A row as a line, a tab between its cells, and where cells are shown again.

    Empty where the row holds nothing of its own.
    """
    if not any(cell.text and not cell.merged for cell in cells):
        return "", ()
    merged = []
    place = 0
    for text, is_merged in cells:
        if text and is_merged:
            merged.append((place, place + len(text)))
        place += len(text) + 1
    return "\t".join(cell.text for cell in cells).rstrip("\t"), tuple(merged)
