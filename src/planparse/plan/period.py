"""The time a plan covers, as its title says it."""

from __future__ import annotations

import re
from datetime import date

from planparse.structure.lines import fold

_RANGE = re.compile(
    r"(?P<first>(?:19|20)\d\d)[ ]?年?[ ]?[-—–―~～至到]{1,2}[ ]?(?P<last>(?:19|20)\d\d)[ ]?年?"
)
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[ ]?年?(?:度)?")
_FIVE_YEARS = re.compile("“?十(?P<ordinal>[一二三四五六七八九])五”?")


def plan_period(*titles: str) -> tuple[date, date] | None:
    """First and last day of the plan: from 2021—2025年, 2022年 or “十四五” in a title.

    The tenth five-year plan began in 2001. None where no title says a time; document numbers
    and years in 《》 of other documents are not looked at.
    """
    for title in map(fold, titles):
        if match := _RANGE.search(title):
            first, last = int(match["first"]), int(match["last"])
            if first <= last:
                return date(first, 1, 1), date(last, 12, 31)
        if match := _FIVE_YEARS.search(title):
            first = 2001 + 5 * "一二三四五六七八九".index(match["ordinal"]) + 5
            return date(first, 1, 1), date(first + 4, 12, 31)
        if match := _YEAR.search(title):
            year = int(match["year"])
            return date(year, 1, 1), date(year, 12, 31)
    return None
