"""A sheet to be printed: title, header on every page, joined cells, rows as high as their text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from planparse.output import typeset
from planparse.output.grid import OWNER_FIELDS, Grid, joined, words
from planparse.output.sheets import DATE_FORMAT, Formats, write_value
from planparse.output.table import Value
from planparse.output.template import Column, Reminder, Template
from planparse.output.typeset import MergedColumn, Page

_BODY_SIZE, _HEADING_SIZE, _NOTE_SIZE, _TITLE_SIZE = 10.5, 10.5, 10, 22
_TITLE_ROW, _NOTE_ROW, _HEADER_ROW, _FIRST_ROW = range(4)
_MISSING = "#FFF2CC"  # a measure without any body
_TO_FILL_IN = "#FDF5E6"
_HEADING = "#E7EEF5"
_COLOURS = {
    "green": "#C6E0B4",
    "blue": "#BDD7EE",
    "yellow": "#FFE699",
    "orange": "#F8CBAD",
    "red": "#FF9999",
    "grey": "#E0E0E0",
}
_MOST_HEADING_LINES = 12
_HIGHEST_ROW = 409.0  # points
_POINTS_PER_MM = 72 / 25.4
_PIXELS_PER_MM = 96 / 25.4
_PIXELS, _PIXELS_BESIDE = 7, 5  # of a column: for each unit of width, and beside them
_SAFETY = 0.97  # of a page: printers and fonts differ


class _Paper(NamedTuple):
    """Of a landscape page, in millimetres."""

    code: int
    width: float
    height: float


_PAPERS = {"A4": _Paper(9, 297, 210), "A3": _Paper(8, 420, 297)}
_BESIDE, _ABOVE, _BELOW = 12, 14, 17


class _Row(NamedTuple):
    """A row of the sheet; a record takes several where a text of it is too long for one.

    Neighbours with the same key in a column share its cell.
    """

    record: int
    height: float
    keys: tuple[object, ...]
    values: tuple[Value, ...]


def write_print_sheet(sheet: Any, grid: Grid, template: Template, formats: Formats) -> None:
    paper = _PAPERS[template.paper]
    widths = _widths(grid.columns, paper)
    runs = _joined(grid, widths)
    rows = list(_rows(grid, widths, runs))
    heads = _head_heights(grid, widths)
    pages = _pages(rows, list(runs), widths, paper, heads)
    _set_page(sheet, paper, widths, pages)
    writer = _Writer(sheet, grid, template, formats)
    writer.head(heads)
    for page in pages:
        writer.page(page, rows)
    if rows:
        writer.entries(len(rows))


def _widths(columns: Sequence[Column], paper: _Paper) -> list[float]:
    """The template's widths, stretched to the page where they leave some of it blank."""
    given = [column.width for column in columns]
    stretch = ((_room_across(paper) - _PIXELS_BESIDE * len(given)) / _PIXELS) / sum(given)
    return [round(width * max(stretch, 1), 1) for width in given]


def _room_across(paper: _Paper) -> float:
    """Pixels between the margins."""
    return (paper.width - 2 * _BESIDE) * _PIXELS_PER_MM


def _scale(widths: Sequence[float], paper: _Paper) -> float:
    """What fitting to the page's width will shrink the sheet to."""
    total = sum(_PIXELS * width + _PIXELS_BESIDE for width in widths)
    return min(1, int(100 * _room_across(paper) / total) / 100)


def _joined(grid: Grid, widths: Sequence[float]) -> dict[int, list[int]]:
    """The columns whose equal cells are joined, save those that hold more than short headings."""
    return {
        at: runs
        for at, runs in joined(grid).items()
        if all(typeset.lines(words(row[at]), widths[at]) <= _MOST_HEADING_LINES for row in grid.cells)
    }


def _rows(grid: Grid, widths: Sequence[float], runs: Mapping[int, Sequence[int]]) -> Iterator[_Row]:
    for record, cells in enumerate(grid.cells):
        parts = [
            [value] if at in runs else _parts(value, width)
            for at, (value, width) in enumerate(zip(cells, widths, strict=True))
        ]
        for part in range(max(map(len, parts))):
            values = tuple(_part(of_cell, part) for of_cell in parts)
            keys = tuple(
                runs[at][record] if at in runs else (record, part if len(of_cell) > 1 else 0)
                for at, of_cell in enumerate(parts)
            )
            lines = [
                typeset.lines(words(value), widths[at]) for at, value in enumerate(values) if at not in runs
            ]
            yield _Row(record, typeset.height(max(lines, default=1)), keys, values)


def _part(of_cell: Sequence[Value], part: int) -> Value:
    """A cell that fits into one row is shared by all rows of its record."""
    if len(of_cell) == 1:
        return of_cell[0]
    return of_cell[part] if part < len(of_cell) else None


def _parts(value: Value, width: float) -> list[Value]:
    return [*typeset.pieces(value, width)] if isinstance(value, str) else [value]


def _pages(
    rows: Sequence[_Row],
    joined: Sequence[int],
    widths: Sequence[float],
    paper: _Paper,
    heads: Sequence[float],
) -> list[Page]:
    merged = [
        MergedColumn(
            [row.keys[at] for row in rows],
            [typeset.height(typeset.lines(words(row.values[at]), widths[at])) for row in rows],
        )
        for at in joined
    ]
    room = (paper.height - _ABOVE - _BELOW) * _POINTS_PER_MM / _scale(widths, paper) * _SAFETY - heads[-1]
    return typeset.paginate([row.height for row in rows], merged, room - sum(heads[:-1]), room)


def _head_heights(grid: Grid, widths: Sequence[float]) -> list[float]:
    """Of title, note and header."""
    across = sum(widths) * _BODY_SIZE
    title = typeset.lines(grid.title, across / _TITLE_SIZE) * _TITLE_SIZE * 1.6
    note = typeset.height(typeset.lines(grid.note, across / _NOTE_SIZE))
    lines = max(
        typeset.lines(column.title, width) for column, width in zip(grid.columns, widths, strict=True)
    )
    return [min(height, _HIGHEST_ROW) for height in (title + 8, note, typeset.height(lines) + 4)]


def _set_page(sheet: Any, paper: _Paper, widths: Sequence[float], pages: Sequence[Page]) -> None:
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.set_landscape()
    sheet.set_paper(paper.code)
    inches = [millimetres / 25.4 for millimetres in (_BESIDE, _BESIDE, _ABOVE, _BELOW)]
    sheet.set_margins(*inches)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_footer("&C第 &P 页，共 &N 页", {"margin": 0.3})
    sheet.set_h_pagebreaks([_FIRST_ROW + page.start for page in pages[1:]])
    sheet.freeze_panes(_FIRST_ROW, 0)
    sheet.hide_gridlines(2)


class _Writer:
    """Writes into one sheet in the template's fonts."""

    def __init__(self, sheet: Any, grid: Grid, template: Template, formats: Formats) -> None:
        self.sheet = sheet
        self.grid = grid
        self.fonts = template.fonts
        self.formats = formats
        self.last = len(grid.columns) - 1

    def head(self, heights: Sequence[float]) -> None:
        """Title, note and header."""
        for row, height in enumerate(heights):
            self.sheet.set_row(row, height)
        centred = {"align": "center", "valign": "vcenter", "text_wrap": True}
        title = self.formats.get(font_name=self.fonts.title, font_size=_TITLE_SIZE, **centred)
        note = self.formats.get(
            font_name=self.fonts.body, font_size=_NOTE_SIZE, valign="vcenter", text_wrap=True
        )
        self.block(_TITLE_ROW, _TITLE_ROW, 0, self.last, self.grid.title, title)
        self.block(_NOTE_ROW, _NOTE_ROW, 0, self.last, self.grid.note, note)
        for at, column in enumerate(self.grid.columns):
            colour = _HEADING if column.field else _TO_FILL_IN
            head = self.formats.get(
                font_name=self.fonts.heading, font_size=_HEADING_SIZE, border=1, bg_color=colour, **centred
            )
            self.sheet.write_string(_HEADER_ROW, at, column.title, head)

    def page(self, page: Page, rows: Sequence[_Row]) -> None:
        """The rows of a page; cells are joined within it, so that each page names its headings."""
        for row, height in enumerate(page.heights, _FIRST_ROW + page.start):
            self.sheet.set_row(row, height)
        for at in range(self.last + 1):
            for _, group in groupby(range(page.start, page.end), key=lambda row: rows[row].keys[at]):
                together = list(group)
                first = rows[together[0]]
                top, bottom = _FIRST_ROW + together[0], _FIRST_ROW + together[-1]
                self.block(top, bottom, at, at, first.values[at], self.cell_format(at, first))

    def block(self, top: int, bottom: int, left: int, right: int, value: Value, cell_format: Any) -> None:
        """One cell, or several joined into one."""
        if (top, left) != (bottom, right):
            self.sheet.merge_range(top, left, bottom, right, "", cell_format)
        write_value(self.sheet, top, left, value, cell_format)

    def cell_format(self, at: int, row: _Row) -> Any:
        column = self.grid.columns[at]
        more: dict[str, object] = {}
        if column.field == "due" or column.entry == "date":
            more["num_format"] = DATE_FORMAT
        elif column.entry == "percent":
            more["num_format"] = "0%"
        if column.field in OWNER_FIELDS and row.record in self.grid.unowned:
            more["bg_color"] = _MISSING
        return self.formats.get(
            font_name=self.fonts.body,
            font_size=_BODY_SIZE,
            border=1,
            text_wrap=True,
            align=column.align,
            valign="vcenter",
            **more,
        )

    def entries(self, count: int) -> None:
        """Lists, checks and colours of what people fill in, and a filter."""
        last = _FIRST_ROW + count - 1
        titles = [column.title for column in self.grid.columns]
        for at, column in enumerate(self.grid.columns):
            place = (_FIRST_ROW, at, last, at)
            if rule := _validation(column):
                self.sheet.data_validation(*place, rule)
            for choice, colour in column.colours.items():
                shown = self.formats.get(bg_color=_COLOURS[colour])
                rule = {"type": "cell", "criteria": "==", "value": _quoted(choice), "format": shown}
                self.sheet.conditional_format(*place, rule)
            if column.remind:
                self.reminders(column.remind, place, titles.index(column.remind.column))
        if not all(column.field for column in self.grid.columns):
            self.sheet.autofilter(_HEADER_ROW, 0, last, self.last)

    def reminders(self, remind: Reminder, place: tuple[int, int, int, int], status: int) -> None:
        """Red for a date that is past, yellow for one that is near, unless the matter is done."""
        date, state = (
            xl_rowcol_to_cell(*place[:2], col_abs=True),
            xl_rowcol_to_cell(place[0], status, col_abs=True),
        )
        unfinished = "".join(f",{state}<>{_quoted(done)}" for done in remind.done)
        for limit, colour in (("TODAY()", "red"), (f"TODAY()+{remind.days}", "yellow")):
            shown = self.formats.get(bg_color=_COLOURS[colour])
            formula = f"=AND(ISNUMBER({date}),{date}<{limit}{unfinished})"
            rule = {"type": "formula", "criteria": formula, "format": shown, "stop_if_true": True}
            self.sheet.conditional_format(*place, rule)


def _validation(column: Column) -> dict[str, object] | None:
    """What may be filled in, with the message for anything else."""
    if column.choices:
        return {
            "validate": "list",
            "source": list(column.choices),
            "error_title": column.title[:32],
            "error_message": "请从下拉列表中选择。",
        }
    if column.field:
        return None
    if column.entry == "date":
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": dt.date(2000, 1, 1),
            "maximum": dt.date(2099, 12, 31),
            "error_title": column.title[:32],
            "error_message": "请填写日期，例如 2024-06-30。",
        }
    if column.entry == "percent":
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 1,
            "error_title": column.title[:32],
            "error_message": "请填写 0% 到 100%。",
        }
    return None


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
