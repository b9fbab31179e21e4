"""What the sheets of a workbook share: names, formats, and cells that hold what they are given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from planparse.output.table import Value

DATE_FORMAT = "yyyy-mm-dd"

_LONGEST_TEXT = 32_767  # UTF-16 units in a cell
_CUT = "……（单元格容不下，下略）"
_LONGEST_NAME = 31  # UTF-16 units in the name of a sheet
_IN_NAMES = str.maketrans("[]:*?/\\", "［］：＊？／＼")
_MOST_EXACT = 10**15  # a spreadsheet keeps 15 digits
_FIRST_YEAR = 1901  # before it, spreadsheets count days differently


class Formats:
    """Formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[frozenset[tuple[str, object]], Any] = {}

    def get(self, **properties: object) -> Any:
        key = frozenset(properties.items())
        if key not in self._made:
            # 134: Chinese, so that a missing font is replaced by a Chinese one.
            self._made[key] = self._book.add_format({"font_charset": 134, **properties})
        return self._made[key]


def write_value(sheet: Any, row: int, column: int, value: Value, cell_format: Any) -> None:
    """A number or date as such where a spreadsheet keeps it exactly, anything else as a string."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, cell_format)
    elif isinstance(value, str):
        sheet.write_string(row, column, fitting(value), cell_format)
    elif isinstance(value, dt.date):
        if value.year >= _FIRST_YEAR:
            sheet.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), cell_format)
        else:
            sheet.write_string(row, column, value.isoformat(), cell_format)
    elif is_exact(value):
        sheet.write_number(row, column, value, cell_format)
    else:
        sheet.write_string(
            row, column, format(value, "f") if isinstance(value, Decimal) else str(value), cell_format
        )


def is_exact(number: int | Decimal) -> bool:
    """Whether a spreadsheet gives the number back as it is."""
    return -_MOST_EXACT < number < _MOST_EXACT and Decimal(repr(float(number))) == number


def fitting(text: str) -> str:
    """The text, or of one longer than a cell its beginning, and that it goes on."""
    if len(text) <= _LONGEST_TEXT // 2 or _units(text) <= _LONGEST_TEXT:
        return text
    return _cut(text, _LONGEST_TEXT - len(_CUT)) + _CUT


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that spreadsheets take: short, without []:*?/\\, no two alike whatever their case."""
    found: list[str] = []
    taken: set[str] = {"history"}  # kept by Excel for itself
    for name in wanted:
        base = " ".join(name.translate(_IN_NAMES).split()).strip("'") or "表"
        unique, number = _shortened(base, ""), 1
        while unique.casefold() in taken:
            number += 1
            unique = _shortened(base, f"（{number}）")
        taken.add(unique.casefold())
        found.append(unique)
    return found


def _shortened(name: str, ending: str) -> str:
    if _units(name + ending) <= _LONGEST_NAME:
        return name + ending
    return _cut(name, _LONGEST_NAME - 1 - len(ending)) + "…" + ending


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, units: int) -> str:
    """The beginning of the text, no character halved."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")
