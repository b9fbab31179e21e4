"""Tables as CSV for spreadsheets: UTF-8 with a byte order mark, one row for each record."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from planparse.output import grid
from planparse.output.grid import Source, words
from planparse.output.table import Value
from planparse.output.template import Template

# A cell that begins so is a formula to some spreadsheet, also in full width.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def write(template: Template, sources: Sequence[Source]) -> bytes:
    """All columns of the template, of all notices."""
    table = grid.listed(template, sources)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([column.title for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.cells)
    return buffer.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    """Numbers and dates as they are; an apostrophe keeps text from being run as a formula."""
    text = words(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA_STARTS) else text
