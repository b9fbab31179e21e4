"""Days as notices write them: 2023年3月1日, 二〇二三年三月一日."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from planparse.numerals import parse_int

if TYPE_CHECKING:
    import regex

_HAN_DIGITS = str.maketrans("〇○◯零OО一二三四五六七八九", "000000123456789")


def read_date(match: regex.Match[str]) -> dt.date | None:
    """The date of a match with groups year, month and day; None where there is no such day."""
    year = match["year"].translate(_HAN_DIGITS)
    month, day = parse_int(match["month"]), parse_int(match["day"])
    if month is None or day is None or not year.isdecimal():
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
