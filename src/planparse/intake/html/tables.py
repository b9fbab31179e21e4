"""Tables that hold data, told from those that lay out a page, and their rows as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONG_CELL = 600  # characters; with most of the table's text in it, the cell holds the page
_LONGEST_CELL = 3_000
_MOST_SPANNED = 50  # columns or rows that one cell may take


def is_data(table: _Element) -> bool:
    """Whether a table has columns to read: no table inside, a row of several cells, no cell with the page."""
    if table.find(".//table") is not None:
        return False
    lengths = []
    several = False
    for row in table.iterdescendants("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        several = several or len(cells) > 1
        lengths += [sum(len(text.strip()) for text in cell.itertext()) for cell in cells]
    longest = max(lengths, default=0)
    holds_page = longest > _LONG_CELL and 2 * longest > sum(lengths)
    return several and not holds_page and longest <= _LONGEST_CELL


class TableRows:
    """The row in hand, with the columns that cells above reach down into left empty."""

    def __init__(self, element: _Element) -> None:
        self.element = element
        self._cells: list[str] = []
        self._reaching: dict[int, int] = {}  # column: rows below that are still taken

    def add(self, cell: _Element, text: str) -> None:
        self._pass_taken()
        column = len(self._cells)
        width = _spanned(cell, "colspan")
        self._cells += [text.replace("\t", " "), *[""] * (width - 1)]
        below = _spanned(cell, "rowspan") - 1
        if below:
            self._reaching |= dict.fromkeys(range(column, column + width), below)

    def row(self) -> str:
        """The row as a line; the next begins. Empty where no cell holds text."""
        self._pass_taken()
        text = "\t".join(self._cells).rstrip("\t")
        self._cells = []
        return text

    def _pass_taken(self) -> None:
        while left := self._reaching.get(len(self._cells), 0):
            self._reaching[len(self._cells)] = left - 1
            self._cells.append("")


def _spanned(cell: _Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), _MOST_SPANNED)) if value.isascii() and value.isdigit() else 1
