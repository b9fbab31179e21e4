"""Tables that hold data, told from those that lay out a page, and their rows as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planparse.intake.table_rows import LONGEST_REPEATED, TableCell, row_line

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planparse.spans import Spans

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


class _Reaching(NamedTuple):
    """A cell that reaches into rows below: so many are left, and its text stands in its first column."""

    rows: int
    text: str


class TableRows:
    """The row in hand, with the columns that cells above reach down into."""

    def __init__(self, element: _Element) -> None:
        self.element = element
        self._cells: list[TableCell] = []
        self._reaching: dict[int, _Reaching] = {}  # by column

    def add(self, cell: _Element, text: str) -> None:
        self._add_reaching()
        column = len(self._cells)
        width = _spanned(cell, "colspan")
        text = text.replace("\t", " ")
        self._cells += [TableCell(text), *[TableCell()] * (width - 1)]
        below = _spanned(cell, "rowspan") - 1
        shown = text if len(text) <= LONGEST_REPEATED else ""
        for place in range(width if below else 0):
            self._reaching[column + place] = _Reaching(below, "" if place else shown)

    def row(self) -> tuple[str, Spans]:
        """The row as a line, and where cells are shown again; the next begins."""
        self._add_reaching()
        cells, self._cells = self._cells, []
        return row_line(cells)

    def _add_reaching(self) -> None:
        while reaching := self._reaching.pop(len(self._cells), None):
            if reaching.rows > 1:
                self._reaching[len(self._cells)] = reaching._replace(rows=reaching.rows - 1)
            self._cells.append(TableCell(reaching.text, merged=True))


def _spanned(cell: _Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), _MOST_SPANNED)) if value.isascii() and value.isdigit() else 1
