"""Whether a place in the calendar is a deadline, told by the words that stand around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from planparse.facts import calendar
from planparse.facts.calendar import Interval
from planparse.facts.time_points import BLANKS, WIDEST_BLANK, Point, PointReader, TimeContext
from planparse.words import Words

if TYPE_CHECKING:
    from planparse.rulepack import Matcher, RulePack

Kind = Literal["by", "during", "between", "duration", "recurring", "ongoing"]
Doubt = Literal["", "impossible", "past"]

# A title is rarely longer than this; a bound keeps the look back for 《 linear.
_LONGEST_TITLE = 120
_CLAUSE_BOUNDARIES = "\n,。;:!?、)]}〕》”’|"
_LONGEST_CLAUSE = 60
_CLAUSE_END = re.compile("[,。;\n]")
_WHOLE = 2  # 全市, 全县
_FIELD_ENDS = "\n。;)"
_TITLE_ENDS = "》〉”"


class TimeWords(NamedTuple):
    """The words beside a time and their roles, made once per pack."""

    before: Words
    labels: Words
    after: Words
    duration_units: Mapping[str, str]
    whole: Matcher


def time_words(rules: RulePack) -> TimeWords:
    return TimeWords(
        before=Words.of(rules.words("deadlines.before")),
        labels=Words.of(rules.words("deadlines.limit-labels")),
        after=Words.of(rules.words("deadlines.after")),
        duration_units=rules.words("deadlines.anchored-duration"),
        whole=rules.pattern("deadlines.whole-place"),
    )


def _whole_years(days: Interval | None) -> bool:
    """Whether a range is one of years: (2023—2025年) is part of a name."""
    return days is None or (
        (days[0].month, days[0].day) == (1, 1) and (days[1].month, days[1].day) == (12, 31)
    )


class TimeJudge(NamedTuple):
    """Judges the times of one region, `text[low:high]`."""

    text: str
    low: int
    high: int
    context: TimeContext
    words: TimeWords
    points: PointReader

    def before(self, start: int) -> tuple[str, int]:
        """The role of the word before `start`, and where that word begins."""
        end = self.back_over_blanks(start)
        if end > self.low and self.text[end - 1] == ":":
            label_end = self.back_over_blanks(end - 1)
            if self.words.labels.before(self.text, self.low, label_end):
                return "label", start
        word = self.words.before.before(self.text, self.low, end)
        return (self.words.before.values[word], end - len(word)) if word else ("", start)

    def back_over_blanks(self, place: int) -> int:
        low = max(self.low, place - WIDEST_BLANK)
        while place > low and self.text[place - 1] in BLANKS:
            place -= 1
        return place

    def after(self, end: int) -> str:
        """The role of the longest known word that begins at `end`."""
        word = self.words.after.at(self.text, self.points.over_blanks(end), self.high)
        return self.words.after.values[word] if word else ""

    def opens_clause(self, start: int) -> bool:
        place = self.back_over_blanks(start)
        return place == self.low or self.text[place - 1] in _CLAUSE_BOUNDARIES

    def is_condition(self, end: int) -> bool:
        """一年内引来5趟以上的, 三年内不迁离的: a clause that closes so says which cases are meant."""
        mark = _CLAUSE_END.search(self.text, end, min(self.high, end + _LONGEST_CLAUSE))
        return mark is not None and self.text[mark.start() - 1] == "的"

    def in_title(self, start: int) -> bool:
        low = max(self.low, start - _LONGEST_TITLE)
        return self.text.rfind("《", low, start) > self.text.rfind("》", low, start)

    def doubt(self, point: Point, role: str) -> Doubt:
        """Why a day that something is due by is no deadline."""
        if point.ending != "by" or role in ("object", "validity") or self.in_title(point.start):
            return ""
        if self.after(point.end) in ("qualifies", "past", "takes-effect", "name"):
            return ""
        if point.impossible:
            return "impossible" if point.is_day else ""
        return "past" if self.is_past(point.days) else ""

    def tells(self, point: Point, role: str, start: int) -> bool:
        """Whether a time before the plan governs its sentence: 2020年末，…; not 较2020年, 2020年建成的."""
        if point.impossible or not self.is_past(point.days) or self.in_title(start):
            return False
        if point.ending == "from" or self.text[point.end - 1] == "后":
            return False  # 2021年起, 2021年以后
        if self.after(point.end) in ("qualifies", "takes-effect", "name"):
            return False
        return role in ("until", "as-of", "place") or (not role and self.opens_clause(start))

    def kind(self, point: Point, role: str) -> Kind | None:
        if point.impossible or role in ("object", "validity") or self.in_title(point.start):
            return None
        after = self.after(point.end)
        if after in ("qualifies", "past", "takes-effect"):
            return None
        if point.is_range:
            return self._kind_of_range(point, role)
        if point.ending == "from":
            return None if self.begins_before_plan(point.days) else "between"
        if point.ending in ("by", "by-name") or role == "label":
            named = point.ending == "by-name" and after == "name"  # 年底考核
            return None if named or self.is_past(point.days) else "by"
        return self._kind_of_bare(point, role, after)

    def _kind_of_range(self, point: Point, role: str) -> Kind | None:
        stage = self._is_stage(point)
        governs = stage or role in ("from", "place", "effort", "label") or self.opens_clause(point.start)
        named = self.text[point.end : point.end + 1] == ")" and role != "label" and not stage
        return "between" if governs and not named and not self.is_past(point.days) else None

    def _is_stage(self, point: Point) -> bool:
        """Months alone in a bracket behind a heading: 动员阶段(7月至8月), 总结阶段(2023年12月)."""
        opened = self.text[max(self.low, point.start - 2) : point.start]
        behind = opened.endswith("(") and opened[0] not in _TITLE_ENDS
        return behind and self.text[point.end : point.end + 1] == ")" and not _whole_years(point.days)

    def _kind_of_bare(self, point: Point, role: str, after: str) -> Kind | None:
        """A time with no word that binds it: 2022年 promises where it opens a clause or a promise follows."""
        if point.ending in ("other", "opening") or after == "name" or point.days is None:
            return None
        if role == "until":
            return None if self.is_past(point.days) else "by"
        if role in ("from", "as-of") or self._is_field(point) or self._is_event(point):
            return None
        governs = (
            self._is_stage(point)
            or role in ("place", "effort")
            or after == "promise"
            or self.opens_clause(self._before_all(point.start))
        )
        return "during" if governs and not self.is_past(point.days) else None

    def _before_all(self, start: int) -> int:
        """Where 全市 or 全县 begins before a time (全市2023年新建), else the time."""
        place = self.back_over_blanks(start)
        match = self.words.whole.search(self.text, max(self.low, place - _WHOLE), place)
        return int(match.start()) if match else start

    def _is_field(self, point: Point) -> bool:
        """The value of a field that is no time limit (开放时间:2023年7月)."""
        place = self.back_over_blanks(point.start)
        if place == self.low or self.text[place - 1] != ":":
            return False
        end = self.points.over_blanks(point.end)
        return point.is_day or end == self.high or self.text[end] in _FIELD_ENDS

    def _is_event(self, point: Point) -> bool:
        """A single day that is past, or the date of a signature, alone in its line."""
        if not point.is_day or point.days is None:
            return False
        issued = self.context.issued
        if issued is None or point.days[1] <= issued:
            return True
        end = point.end
        return end == self.high or self.text[end] in BLANKS or self.text[end] == "\n"

    def _plan_begins(self) -> date | None:
        """The earlier of the notice's date and the first day of the plan's year.

        The plan's own year counts as a whole: a plan of August may list what runs since January.
        """
        year, issued, period = self.context
        if year is None and period is not None:
            year = period[0].year
        begin = calendar.day(year, 1, 1) if year else None
        return min(issued, begin) if issued and begin else issued or begin

    def is_past(self, days: Interval | None) -> bool:
        """Whether a time ends before the plan begins: it tells what was, not what is to be done."""
        begin = self._plan_begins()
        return days is not None and begin is not None and days[1] < begin

    def begins_before_plan(self, days: Interval | None) -> bool:
        begin = self._plan_begins()
        return days is not None and begin is not None and days[0].year < begin.year
