"""Tables as a workbook: sheets to print, and one flat sheet of data.

Every text is written as a string, whatever it looks like; no cell holds a formula.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from planparse.output import grid, typeset
from planparse.output.grid import Grid, Source, words
from planparse.output.print_sheet import write_print_sheet
from planparse.output.sheets import DATE_FORMAT, Formats, sheet_names, write_value
from planparse.output.template import Template

_WIDEST_COLUMN = 60
# A workbook says when it was made; the same input must give the same bytes.
_MADE = dt.datetime(2000, 1, 1)
_TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(template: Template, sources: Sequence[Source], body_template: Template | None = None) -> bytes:
    """A printed sheet for each notice, one of all data, and with `body_template` one for each body."""
    printed = [(template, each) for each in grid.printed_all(template, sources)]
    if body_template:
        printed += [
            (body_template, each) for source in sources for each in grid.by_body(body_template, source)
        ]
    data = grid.data(template, sources)
    names = sheet_names([data.name, *(each.name for _, each in printed)])
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **_TEXT_ONLY}) as book:
        book.set_properties({"title": printed[0][1].title, "created": _MADE})
        formats = Formats(book)
        for index, (used, each) in enumerate(printed):
            write_print_sheet(book.add_worksheet(names[index + 1]), each, used, formats)
            if index == len(sources) - 1:
                _write_data(book.add_worksheet(names[0]), data, template, formats)
    return buffer.getvalue()


def _write_data(sheet: Any, data: Grid, template: Template, formats: Formats) -> None:
    """One row for each record, nothing joined, the header ready to filter."""
    body = {"font_name": template.fonts.body, "font_size": 10.5, "valign": "top"}
    head = formats.get(
        font_name=template.fonts.heading, font_size=10.5, bold=True, bg_color="#E7EEF5", bottom=1
    )
    for at, column in enumerate(data.columns):
        sheet.write_string(0, at, column.title, head)
        widest = max(
            (
                typeset.columns(words(row[at])) + 2 if not isinstance(row[at], str) else 0
                for row in data.cells
            ),
            default=0,
        )
        sheet.set_column(
            at, at, min(max(column.width, widest, typeset.columns(column.title) + 4), _WIDEST_COLUMN)
        )
    text, date = formats.get(**body), formats.get(**body, num_format=DATE_FORMAT)
    for number, row in enumerate(data.cells, 1):
        for at, value in enumerate(row):
            write_value(sheet, number, at, value, date if isinstance(value, dt.date) else text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(data.cells), len(data.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
