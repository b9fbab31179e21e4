"""Date arithmetic on whole months, quarters and years. Impossible dates are None, never an error."""

from __future__ import annotations

from datetime import date, timedelta

Interval = tuple[date, date]  # first and last day, both included

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month, 28 to 31; `month` is 1 to 12."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has no such day (2月30日, 13月)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= days_in_month(year, month)):
        return None
    return date(year, month, number)


def months(year: int, first: int, last: int) -> Interval | None:
    """From the first day of month `first` to the last day of month `last` of one year."""
    if not (1 <= year <= 9999 and 1 <= first <= last <= 12):
        return None
    return date(year, first, 1), date(year, last, days_in_month(year, last))


def years(first: int, last: int) -> Interval | None:
    """From 1 January of `first` to 31 December of `last`."""
    if not 1 <= first <= last <= 9999:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def days_of_month(year: int, month: int, first: int, last: int) -> Interval | None:
    """Days `first` to `last` of a month; a last day beyond the month's end is its end (下旬)."""
    begin = day(year, month, first)
    if begin is None:
        return None
    return begin, begin.replace(day=min(last, days_in_month(year, month)))


def later(start: date, count: int, unit: str) -> date | None:
    """The day `count` units (day, week, month, year) after `start`; the start day is not counted.

    A month without that day gives its last day: one month after 31 January is 28 February.
    """
    if unit in ("day", "week"):
        offset = start.toordinal() + count * (7 if unit == "week" else 1)
        return start + timedelta(days=offset - start.toordinal()) if offset <= date.max.toordinal() else None
    total = start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, days_in_month(year, month + 1)))
