"""The time a plan covers, as its title says it."""

from __future__ import annotations

from datetime import date

from planparse.numerals import parse_int
from planparse.rulepack import RulePack
from planparse.structure.lines import fold

# The tenth five-year plan began in this year.
_TENTH = 2001


def plan_period(rules: RulePack, *titles: str) -> tuple[date, date] | None:
    """First and last day of the plan: from 2021—2025年, 2022年 or “十四五” in a title.

    None where no title says a time; document numbers and years in 《》 of other documents are not looked at.
    """
    ranges, plans, years = (rules.pattern(f"notice.{name}") for name in ("years", "five-year-plan", "year"))
    for title in map(fold, titles):
        if match := ranges.search(title):
            first, last = int(match["first"]), int(match["last"])
            if first <= last:
                return date(first, 1, 1), date(last, 12, 31)
        if match := plans.search(title):
            first = _TENTH + 5 * (parse_int(match["ordinal"]) or 0)
            return date(first, 1, 1), date(first + 4, 12, 31)
        if match := years.search(title):
            year = int(match["year"])
            return date(year, 1, 1), date(year, 12, 31)
    return None
