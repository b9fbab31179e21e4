"""Tables of tasks in plain text: cells parted by | or tabs, or each on a line of its own.

Such a table is told by its head, which names a responsibility (责任单位) among other columns. A row
that has all its cells is read by their places; of others, and where each cell is a line, what a cell
looks like (bodies, a time) says which column it is of.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from planparse.numerals import parse_int
from planparse.rulepack import RulePack
from planparse.spans import Span, Spans
from planparse.structure.cells import markup_rows, parted, spaced, tagged
from planparse.structure.columns import Columns
from planparse.structure.lines import Line, LineKind, Page
from planparse.structure.tables import Cell, TaskTable

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 12
_LONGEST_HEAD, _LONGEST_NUMBER = 14, 3
_LONGEST_CATEGORY = 40
# More cells than a row of one number has, each line of them counted.
_MOST_CELLS = 60
# What the rule of fields says of those that are text of a task (工作目标).
_PROMISE = "promise"
_GAP = re.compile(r"\s*\n\s*")
_SENTENCE = frozenset("。;:,!?")

Row = list[Cell]


class _Found(NamedTuple):
    """The lines that a table becomes, and the index of the first line below it."""

    lines: list[Line]
    below: int


def read_pasted(page: Page, rules: RulePack) -> Page:
    """The page with the lines of such tables typed anew; a page without any comes back as it is."""
    page, markup = markup_rows(page)
    reader = _Pasted(page, markup, rules)
    lines: list[Line] = []
    place = 0
    while place < len(page.lines):
        line = page.lines[place]
        found = reader.table(place) if line.kind is LineKind.TEXT else None
        lines += found.lines if found else [line]
        place = found.below if found else place + 1
    return page._replace(lines=tuple(lines), folded=reader.folded(), cuts=reader.cuts())


class _Pasted:
    def __init__(self, page: Page, markup: dict[int, Span], rules: RulePack) -> None:
        self._page = page
        self._markup = markup
        self._table = TaskTable(page, rules)
        self._columns = rules.derive(Columns.build)
        self._numbers = frozenset(rules.words("outline.table-number-heads"))
        self._keys = rules.words("notice.metadata")
        self._fields = rules.words("responsibility.fields")
        # What stands between the cells of a row, and what it reads as.
        self._gaps: dict[int, tuple[int, str]] = {}
        self._cuts: list[Span] = []

    def folded(self) -> str:
        """The folded text of the page: what parts the cells of a row is blank, lines of bodies are a list."""
        folded, pieces, last = self._page.folded, [], 0
        for start, (end, sign) in sorted(self._gaps.items()):
            pieces += [folded[last:start], sign.ljust(end - start)]
            last = end
        return "".join([*pieces, folded[last:]])

    def cuts(self) -> Spans:
        """The page's noise inside lines, and what parts the cells of a row."""
        return tuple(sorted({*self._page.cuts, *self._cuts}))

    def table(self, place: int) -> _Found | None:
        """The table whose head begins on a line."""
        heads = self._parts(place)
        if self._bare(heads[0]).rstrip(":") in self._keys:
            return None  # a website's table of keys and values
        if len(heads) >= _FEWEST_COLUMNS:
            rows = self._rows_on_lines(place, heads)
        elif self._bare(heads[0]) in self._numbers:
            heads, below = self._stacked_heads(place)
            rows = self._stacked_rows(below, self._kinds(heads))
        else:
            return None
        leads = self._table.leads(heads)
        tasks = self._table.assigns(leads) and self._holds_tasks(heads, leads)
        if len(heads) < _FEWEST_COLUMNS or not tasks:
            return None
        kinds = self._kinds(heads)
        lines = [Line(heads[0].start, heads[-1].end, LineKind.TEXT, None, "")]
        self._close_gaps(heads)
        reached = place
        for row, below in rows:
            lines += self._row(row, kinds, leads)
            reached = below
        return _Found(lines, reached) if reached > place else None

    def _holds_tasks(self, heads: Row, leads: dict[int, str]) -> bool:
        """Whether a column is left for what is to be done: 责任单位 | 联系人 | 联系电话 say whom to ask."""
        return any(
            self._fields.get(leads[cell.column]) == _PROMISE
            if cell.column in leads
            else self._bare(cell) not in self._numbers
            for cell in heads
        )

    def _row(self, row: Row, kinds: list[str], leads: dict[int, str]) -> Iterator[Line]:
        """The lines that a row becomes."""
        filled = [cell for cell in row if cell.start < cell.end]
        if not filled:
            return
        for cell in filled:
            self._close_breaks(cell)
        if self._table.assigns(self._table.leads(filled)):  # the head again, on a new page
            yield Line(filled[0].start, filled[-1].end, LineKind.TEXT, None, "")
        elif row[-1].column == len(kinds) - 1:
            yield from self._table.item(filled, leads)  # every cell is there
        else:
            for part in self._placed(filled, kinds):
                yield from self._table.item(list(self._merged(part, leads)), leads)
        self._close_gaps(filled, cut=True)

    def _close_breaks(self, cell: Cell) -> None:
        """Lines within a cell are one; of bodies, they are a list."""
        text = self._text(cell)
        sign = "、" if "\n" in text and self._columns.are_bodies(text) else ""
        for gap in _GAP.finditer(text):
            self._gaps.setdefault(cell.start + gap.start(), (cell.start + gap.end(), sign))

    def _kinds(self, heads: Row) -> list[str]:
        """What the columns hold."""
        return [self._columns.kind(self._text(cell)) for cell in heads]

    def _placed(self, cells: Row, kinds: list[str]) -> Iterator[Row]:
        """The cells of a row with the columns that they look like, in parts."""
        return self._columns.place([(self._text(cell), cell) for cell in cells], kinds)

    def _merged(self, cells: Row, leads: dict[int, str]) -> Iterator[Cell]:
        """The cells of a row, those of one column of bodies or times as one."""
        last: Cell | None = None
        for cell in cells:
            if last is not None and last.column == cell.column and cell.column in leads:
                self._gaps[last.end] = (cell.start, "、")
                last = last._replace(end=cell.end)
                continue
            if last is not None:
                yield last
            last = cell
        if last is not None:
            yield last

    def _close_gaps(self, cells: Row, *, cut: bool = False) -> None:
        """What parts cells is blank; `cut`, it is none of a line that a number and a text make."""
        for left, right in itertools.pairwise(cells):
            if left.end < right.start and left.end not in self._gaps:
                self._gaps[left.end] = (right.start, "")
                if cut:
                    self._cuts.append((left.end, right.start))

    def _text(self, cell: Cell) -> str:
        return self._page.folded[cell.start : cell.end]

    def _bare(self, cell: Cell) -> str:
        return "".join(self._text(cell).split())

    def _number(self, cell: Cell) -> int | None:
        text = self._text(cell)
        return parse_int(text) if len(text) <= _LONGEST_NUMBER else None

    # A row on each line

    def _parts(self, place: int) -> Row:
        """The cells of a line."""
        line = self._page.lines[place]
        if row := self._markup.get(line.start):
            return tagged(self._page, row)
        cells = parted(self._page, line.start)
        if len(cells) > 1:
            return cells
        spread = spaced(self._page, line.start, line.end)
        # nothing but blanks: where the first cell is that of a number, or its head
        numbered = self._bare(spread[0]) in self._numbers or self._number(spread[0]) is not None
        return spread if numbered and len(spread) >= _FEWEST_COLUMNS else cells

    def _rows_on_lines(self, place: int, heads: Row) -> Iterator[tuple[Row, int]]:
        """The rows below a head; a line that lacks cells goes on with the last cell of the one above."""
        row: Row = []
        below = place + 1
        for index in self._texts(place + 1):
            cells = self._parts(index)
            if self._is_open(row, heads, cells):
                row = self._joined(row, cells)
            else:
                if row:
                    yield row, below
                if len(cells) == 1 and not self._is_framed(cells[0]) and not self._parts_follow(index):
                    return  # text below the table
                row = cells
            below = index + 1
        if row:
            yield row, below

    def _is_framed(self, cell: Cell) -> bool:
        """Whether a cell ends in what parts cells, though none follows."""
        return self._page.folded[cell.end : cell.end + 3].lstrip(" ")[:1] == "|"

    def _parts_follow(self, index: int) -> bool:
        """Whether the next line of text is one of cells."""
        below = self._below(index)
        return below is not None and len(self._parts(below)) >= _FEWEST_COLUMNS

    def _is_open(self, row: Row, heads: Row, cells: Row) -> bool:
        """Whether a line goes on with the row above: that lacks cells, and nothing closed it."""
        if not 0 < len(row) < len(heads) or self._markup:
            return False
        if self._is_framed(heads[-1]):
            return not self._is_framed(row[-1])
        whole = len(row) + len(cells) - 1 == len(heads)
        return len(cells) == 1 or (whole and self._number(cells[0]) is None)

    def _joined(self, row: Row, cells: Row) -> Row:
        """A row with the cells of a further line: the first is more of its last cell."""
        last, more = row[-1], cells[0]
        bodies = self._columns.are_bodies(self._text(last)) and self._columns.are_bodies(self._text(more))
        self._gaps[last.end] = (more.start, "、" if bodies else "")
        further = [cell._replace(column=cell.column + last.column) for cell in cells[1:]]
        return [*row[:-1], last._replace(end=more.end), *further]

    # A cell on each line

    def _stacked_heads(self, place: int) -> tuple[Row, int]:
        """The heads of the columns, short lines from 序号 down to the first number, and the line below."""
        heads: Row = []
        index = place
        for index in self._texts(place):
            cell = self._parts(index)[0]
            text = self._bare(cell)
            labelled = self._page.lines[index].label is not None or self._number(cell) is not None
            if labelled or len(text) > _LONGEST_HEAD or len(heads) >= _MOST_COLUMNS:
                break
            if not _SENTENCE.isdisjoint(text):
                break
            heads.append(cell._replace(column=len(heads)))
        return heads, index

    def _stacked_rows(self, place: int, kinds: list[str]) -> Iterator[tuple[Row, int]]:
        """The rows: a number, then cells down to the next number; headings of parts of the table."""
        row: list[tuple[Cell, int]] = []
        number: int | None = None
        for index in self._texts(place):
            cell = self._parts(index)[0]
            found = self._number(cell)
            numbered = found is not None and (number is None or found == number + 1)
            if numbered or self._is_category(index, number):
                if row:
                    yield [each for each, _ in row], index
                row, number = [(cell, index)], found if numbered else number
            elif not row or len(row) > _MOST_CELLS:
                break
            else:
                row.append((cell, index))
        for part in itertools.islice(self._placed([each for each, _ in row], kinds), 1):
            kept = row[: len(part)]  # what stands below the last row is text
            yield [each for each, _ in kept], kept[-1][1] + 1

    def _is_category(self, index: int, number: int | None) -> bool:
        """Whether a line is a numbered heading right above the next row."""
        line = self._page.lines[index]
        if line.label is None or line.end - line.start > _LONGEST_CATEGORY:
            return False
        below = self._below(index)
        found = None if below is None else self._number(self._parts(below)[0])
        return found is not None and (number is None or found == number + 1)

    def _below(self, index: int) -> int | None:
        """The next line of text."""
        return next(self._texts(index + 1), None)

    def _texts(self, place: int) -> Iterator[int]:
        """The lines of text from a place on."""
        lines = self._page.lines
        return (index for index in range(place, len(lines)) if lines[index].kind is LineKind.TEXT)
