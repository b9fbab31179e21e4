"""What stands in the cells of a table: characters by their places."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pypdfium2.raw as pdfium

from planparse.intake.pdf.grids import Grid
from planparse.intake.reflow.model import Line
from planparse.intake.reflow.order import joint
from planparse.intake.table_rows import LONGEST_REPEATED, TableCell, row_line

Placed = tuple[Line, range]  # a line, and the numbers of its characters in the text layer


def read_table(
    layer: Any, grid: Grid, height: float, lines: list[Placed], number: int
) -> tuple[list[Placed], list[Line]]:
    """The lines outside a table, and the rows of the table, which is the page's `number`-th."""
    outside: list[Placed] = []
    texts: dict[int, list[tuple[float, float, str]]] = defaultdict(list)
    for line, characters in lines:
        pieces = _pieces(layer, grid, height, characters) if _touches(grid, line) else {}
        if not pieces:
            outside.append((line, characters))
        for cell, text in pieces.items():
            texts[cell].append((line.top, line.left, text))
    page = lines[0][0].page if lines else 0
    return outside, _rows(grid, {cell: _joined(found) for cell, found in texts.items()}, page, number)


def _touches(grid: Grid, line: Line) -> bool:
    middle = (line.top + line.bottom) / 2
    inside = grid.rows[0] < middle < grid.rows[-1]
    return inside and line.left < grid.columns[-1] and line.right > grid.columns[0]


def _pieces(layer: Any, grid: Grid, height: float, characters: range) -> dict[int, str]:
    """The part of a line in each cell; empty where none of it is in a cell."""
    pieces: dict[int, list[str]] = defaultdict(list)
    box = pdfium.FS_RECTF()
    parted = False  # a blank of PDFium's own stands before the character; only words need it
    for place in characters:
        character = chr(pdfium.FPDFText_GetUnicode(layer, place))
        if pdfium.FPDFText_IsGenerated(layer, place) == 1:
            parted = True
            continue
        pdfium.FPDFText_GetLooseCharBox(layer, place, box)
        cell = grid.cell_at((box.left + box.right) / 2, height - (box.top + box.bottom) / 2)
        if cell is not None:
            found = pieces[cell]
            if parted and found and character.isascii() and found[-1].isascii():
                found.append(" ")
            found.append(character)
        parted = False
    return {cell: text for cell, found in pieces.items() if (text := _text(found))}


def _text(characters: list[str]) -> str:
    """One text of characters, halves of long ones put together."""
    text = "".join(characters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return " ".join(text.split())


def _joined(found: list[tuple[float, float, str]]) -> str:
    text = ""
    for _, _, piece in sorted(found):
        text += joint(text, piece) + piece
    return text


def _rows(grid: Grid, texts: dict[int, str], page: int, number: int) -> list[Line]:
    width = len(grid.columns) - 1
    rows = []
    for row in range(len(grid.rows) - 1):
        cells = [_cell(grid, texts, row, column, width) for column in range(width)]
        text, merged = row_line(cells)
        if text:
            top, bottom = grid.rows[row], grid.rows[row + 1]
            rows.append(Line(text, grid.columns[0], top, grid.columns[-1], bottom, page, number, merged))
    return rows


def _cell(grid: Grid, texts: dict[int, str], row: int, column: int, width: int) -> TableCell:
    place = row * width + column
    first = grid.cells[place]
    if first == place:
        return TableCell(texts.get(place, ""))
    text = texts.get(first, "") if first % width == column else ""
    return TableCell(text if len(text) <= LONGEST_REPEATED else "", merged=True)
