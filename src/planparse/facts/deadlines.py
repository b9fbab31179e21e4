"""Times: by when, within what, how long and how often a thing is to be done.

Rules say how times are written and what the words beside them mean; `time_points` resolves
them to days; here they are judged: a time that names, dates or qualifies something is no deadline.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from planparse.facts import calendar
from planparse.facts.calendar import Interval
from planparse.facts.time_points import BLANKS, WIDEST_BLANK, Point, PointReader, TimeContext
from planparse.numerals import parse_int
from planparse.words import Words

if TYPE_CHECKING:
    from planparse.rulepack import RulePack

__all__ = ["Kind", "TimeContext", "TimeExpression", "find_times"]

Kind = Literal["by", "during", "between", "duration", "recurring", "ongoing"]

# A title is rarely longer than this; a bound keeps the look back for 《 linear.
_LONGEST_TITLE = 120
# 长期坚持并不断完善
_LONGEST_STANDING = 9
# No time begins further before its anchor than 2021 —— 2025 年 does.
_REACH = 20
_CLAUSE_BOUNDARIES = "\n,。;:!?、)]}〕》”’|"
_FIELD_ENDS = "\n。;)"
_TITLE_ENDS = "》〉”"
_RETURNING = "每次当下"  # what a returning time begins with
_LINKS = ("、", "和", "及")
_BOUNDING = ("until", "object", "from", "validity", "as-of")  # 压缩至3天以内 bounds a figure

_Doubt = Literal["", "impossible", "past"]
_Days = tuple[date | None, date | None]
_NO_DAYS: _Days = (None, None)


class TimeExpression(NamedTuple):
    """A time at `text[start:end]` of the text it was found in.

    `kind` is None for a time that is no deadline, kept so that its digits are not read as
    quantities. `first` and `last` are the days it spans where they can be told. `doubt` says
    why a time that reads like a deadline is none: there is no such day, or it had passed.
    `tells` marks a time before the plan whose sentence says what was (2020年末，…达到31%).
    """

    start: int
    end: int
    kind: Kind | None
    first: date | None
    last: date | None
    rule: str
    doubt: _Doubt = ""
    tells: bool = False


class _Surroundings(NamedTuple):
    """The words beside a time and their roles, made once per pack."""

    before: Words
    labels: Words
    after: Words
    duration_units: Mapping[str, str]


def find_times(
    text: str, start: int, end: int, context: TimeContext, rules: RulePack
) -> list[TimeExpression]:
    """The times in `text[start:end]`, in order, not overlapping.

    `text` is readable text with widths folded to half (，as , and （ as (), page breaks joined,
    paragraphs separated by line breaks; offsets are those of the whole `text`.
    """
    standing = "deadlines.standing"
    if end - start <= _LONGEST_STANDING and rules.pattern(standing).fullmatch(text, start, end):
        return [TimeExpression(start, end, "ongoing", None, None, standing)]  # all that a field says
    if rules.pattern("deadlines.anchors").search(text, start, end) is None:
        return []
    points = PointReader.of(text, start, end, context, rules)
    return _Reader(text, start, end, context, rules, rules.derive(_surroundings), points, []).read()


def find_field_times(
    text: str, start: int, end: int, context: TimeContext, rules: RulePack
) -> list[TimeExpression]:
    """The times of a field beside the bodies, which may be no more than 持续推进."""
    while start < end and text[start] in BLANKS:
        start += 1
    standing = rules.pattern("deadlines.standing").match(text, start, end)
    if standing is not None and standing.end() == end:
        return [TimeExpression(start, end, "ongoing", *_NO_DAYS, "deadlines.standing", "")]
    return find_times(text, start, end, context, rules)


def _whole_years(days: Interval | None) -> bool:
    """Whether a range is one of years: (2023—2025年) is part of a name."""
    return days is None or (
        (days[0].month, days[0].day) == (1, 1) and (days[1].month, days[1].day) == (12, 31)
    )


def _surroundings(rules: RulePack) -> _Surroundings:
    return _Surroundings(
        before=Words.of(rules.words("deadlines.before")),
        labels=Words.of(rules.words("deadlines.limit-labels")),
        after=Words.of(rules.words("deadlines.after")),
        duration_units=rules.words("deadlines.anchored-duration"),
    )


class _Reader(NamedTuple):
    """One pass over one region, `text[low:high]`."""

    text: str
    low: int
    high: int
    context: TimeContext
    rules: RulePack
    words: _Surroundings
    points: PointReader
    found: list[TimeExpression]

    def read(self) -> list[TimeExpression]:
        """Only the surroundings of anchors are searched, exact forms tried only where a time may begin."""
        text, high = self.text, self.high
        anchors = self.rules.pattern("deadlines.anchors").search
        starts = self.rules.pattern("deadlines.starts").search
        place = look_from = self.low
        while (anchor := anchors(text, look_from, high)) is not None:
            begin, stop = max(place, anchor.start() - _REACH), min(high, anchor.end() + _REACH)
            hint = starts(text, begin, stop)
            if hint is None:
                place = look_from = anchor.end()
                continue
            place = self._read_at(hint.start()) or hint.start() + 1
            look_from = max(look_from, place)
        return self.found

    def _read_at(self, start: int) -> int | None:
        """Read the time that begins at `start`; where to go on, or None where no form fits."""
        for read in (self._recurring, self._point, self._duration, self._standing):
            end = read(start)
            if end is not None:
                return end
        return None

    def _match(self, rule: str, start: int) -> Any:
        return self.rules.pattern(rule).match(self.text, start, self.high)

    def _add(self, start: int, end: int, kind: Kind | None, rule: str, days: _Days = _NO_DAYS) -> None:
        self.found.append(TimeExpression(start, end, kind, *days, rule))

    # -- what stands around a time

    def _before(self, start: int) -> tuple[str, int]:
        """The role of the word before `start`, and where that word begins."""
        end = self._back_over_blanks(start)
        if end > self.low and self.text[end - 1] == ":":
            label_end = self._back_over_blanks(end - 1)
            if self.words.labels.before(self.text, self.low, label_end):
                return "label", start
        word = self.words.before.before(self.text, self.low, end)
        return (self.words.before.values[word], end - len(word)) if word else ("", start)

    def _back_over_blanks(self, place: int) -> int:
        low = max(self.low, place - WIDEST_BLANK)
        while place > low and self.text[place - 1] in BLANKS:
            place -= 1
        return place

    def _after(self, end: int) -> str:
        """The role of the longest known word that begins at `end`."""
        word = self.words.after.at(self.text, self.points.over_blanks(end), self.high)
        return self.words.after.values[word] if word else ""

    def _opens_clause(self, start: int) -> bool:
        place = self._back_over_blanks(start)
        return place == self.low or self.text[place - 1] in _CLAUSE_BOUNDARIES

    def _in_title(self, start: int) -> bool:
        low = max(self.low, start - _LONGEST_TITLE)
        return self.text.rfind("《", low, start) > self.text.rfind("》", low, start)

    # -- places in the calendar

    def _point(self, start: int) -> int | None:
        point = self.points.read(start)
        if point is None:
            return None
        role, word_start = self._before(start)
        if not role and self._is_listed(start):
            role, word_start = "until", start
        kind = self._kind(point, role)
        self.points.remember(point, kind is not None)
        if kind is None:
            told = TimeExpression(
                start, point.end, None, None, None, "deadlines.point", self._doubt(point, role)
            )
            self.found.append(told._replace(tells=self._tells(point, role, start)))
            return point.end
        if role == "from" or (role == "until" and word_start < start and self._belongs(word_start, start)):
            start = word_start
        first, last = point.days or (None, None)
        if kind == "by":
            first = None
        elif kind == "between" and not point.is_range:
            last = None
        self._add(start, point.end, kind, "deadlines.point", (first, last))
        return point.end

    def _is_listed(self, start: int) -> bool:
        """到2025年、2030年: the word before the first holds for those behind it."""
        if not self.found or self.found[-1].kind != "by" or self.text[self.found[-1].start] != "到":
            return False
        return self.text[self.found[-1].end : start].strip() in _LINKS

    def _belongs(self, word_start: int, start: int) -> bool:
        """到2025年 is one expression; in 延长至3月底 the 至 belongs to the verb."""
        return self._opens_clause(word_start) or self.text[self._back_over_blanks(start) - 1] == "到"

    # -- judgement

    def _doubt(self, point: Point, role: str) -> _Doubt:
        """Why a day that something is due by is no deadline."""
        if point.ending != "by" or role in ("object", "validity") or self._in_title(point.start):
            return ""
        if self._after(point.end) in ("qualifies", "past", "takes-effect", "name"):
            return ""
        if point.impossible:
            return "impossible" if point.is_day else ""
        return "past" if self._is_past(point.days) else ""

    def _tells(self, point: Point, role: str, start: int) -> bool:
        """Whether a time before the plan governs its sentence: 2020年末，…; not 较2020年, 2020年建成的."""
        if point.impossible or not self._is_past(point.days) or self._in_title(start):
            return False
        if point.ending == "from" or self.text[point.end - 1] == "后":
            return False  # 2021年起, 2021年以后
        if self._after(point.end) in ("qualifies", "takes-effect", "name"):
            return False
        return role in ("until", "as-of", "place") or (not role and self._opens_clause(start))

    def _kind(self, point: Point, role: str) -> Kind | None:
        if point.impossible or role in ("object", "validity") or self._in_title(point.start):
            return None
        after = self._after(point.end)
        if after in ("qualifies", "past", "takes-effect"):
            return None
        if point.is_range:
            return self._kind_of_range(point, role)
        if point.ending == "from":
            return None if self._begins_before_plan(point.days) else "between"
        if point.ending in ("by", "by-name") or role == "label":
            named = point.ending == "by-name" and after == "name"  # 年底考核
            return None if named or self._is_past(point.days) else "by"
        return self._kind_of_bare(point, role, after)

    def _kind_of_range(self, point: Point, role: str) -> Kind | None:
        stage = self._is_stage(point)
        governs = stage or role in ("from", "place", "effort", "label") or self._opens_clause(point.start)
        named = self.text[point.end : point.end + 1] == ")" and role != "label" and not stage
        return "between" if governs and not named and not self._is_past(point.days) else None

    def _is_stage(self, point: Point) -> bool:
        """Months alone in a bracket behind a heading: 动员阶段(7月至8月), 总结阶段(2023年12月)."""
        opened = self.text[max(self.low, point.start - 2) : point.start]
        behind = opened.endswith("(") and opened[0] not in _TITLE_ENDS
        return behind and self.text[point.end : point.end + 1] == ")" and not _whole_years(point.days)

    def _kind_of_bare(self, point: Point, role: str, after: str) -> Kind | None:
        """A time with no word that binds it: 2022年 promises where it opens a clause or a promise follows."""
        if point.ending == "other" or after == "name" or point.days is None:
            return None
        if role == "until":
            return None if self._is_past(point.days) else "by"
        if role in ("from", "as-of") or self._is_field(point) or self._is_event(point):
            return None
        governs = (
            self._is_stage(point)
            or role in ("place", "effort")
            or after == "promise"
            or self._opens_clause(point.start)
        )
        return "during" if governs and not self._is_past(point.days) else None

    def _is_field(self, point: Point) -> bool:
        """The value of a field that is no time limit (开放时间:2023年7月)."""
        place = self._back_over_blanks(point.start)
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

    def _is_past(self, days: Interval | None) -> bool:
        """Whether a time ends before the plan begins: it tells what was, not what is to be done."""
        begin = self._plan_begins()
        return days is not None and begin is not None and days[1] < begin

    def _begins_before_plan(self, days: Interval | None) -> bool:
        begin = self._plan_begins()
        return days is not None and begin is not None and days[0].year < begin.year

    # -- lengths, returning and standing duties

    def _duration(self, start: int) -> int | None:
        """A length is a deadline with 内, or after 争取 and the like; else it may be a target: silent."""
        match = self._match("deadlines.duration", start)
        if match is None:
            return None
        role, word_start = self._before(start)
        after = self._after(match.end())
        # 通过3年的努力 states a time, 3年的贷款 does not.
        qualifies = after == "qualifies" and role != "effort"
        if qualifies or after in ("past", "name") or self._in_title(start):
            return int(match.end())
        unit = self.words.duration_units.get(match["unit"])
        within = match["within"] is not None and role not in _BOUNDING
        since = self._since(start) if within or role == "effort" else None
        if role == "issue" and within:
            self._anchored(match, word_start, unit)
        elif since is not None and self._from_point(since, match, unit):
            pass
        elif within or (unit is not None and self._promises(start, role, after)):
            self._add(start, match.end(), "duration", "deadlines.duration")
        return int(match.end())

    def _promises(self, start: int, role: str, after: str) -> bool:
        return role in ("effort", "label") or (after in ("promise", "does") and self._opens_clause(start))

    def _anchored(self, match: Any, start: int, unit: str | None) -> None:
        """印发之日起30日内 ends on a known day; working days would need each year's calendar."""
        count, issued = parse_int(match["count"]), self.context.issued
        if unit is None or count is None or issued is None:
            self._add(start, match.end(), "duration", "deadlines.duration")
            return
        last = calendar.later(issued, count, unit)
        self._add(start, match.end(), "by", "deadlines.anchored-duration", (None, last))

    def _since(self, start: int) -> Point | None:
        """The place that a length is counted from: 2023年起三年内, 从2023年起,用三年时间."""
        point = self.points.last
        if point is None or point.days is None or start - point.end > _REACH:
            return None
        low = point.end - 1 if self.text[point.end - 1] == "起" else point.end
        between = self.rules.pattern("deadlines.since").fullmatch(self.text, low, start)
        return None if between is None else point

    def _from_point(self, point: Point, match: Any, unit: str | None) -> bool:
        """One time from the first day of a place to the end of the length counted from it."""
        count = parse_int(match["count"])
        if unit is None or count is None or point.days is None or self._begins_before_plan(point.days):
            return False
        first = point.days[0]
        last = calendar.later(first, count, unit)
        while self.found and self.found[-1].end > point.start:
            self.found.pop()
        role, word_start = self._before(point.start)
        start = word_start if role == "from" else point.start
        end = None if last is None else last - timedelta(days=1)
        self._add(start, match.end(), "between", "deadlines.since", (first, end))
        return True

    def _recurring(self, start: int) -> int | None:
        if self.text[start] not in _RETURNING:
            return None
        match = self._match("deadlines.recurring", start)
        if match is None:
            return None
        if match["when"] and not self._in_title(start):
            self._add(start, match.end(), "recurring", "deadlines.recurring")
        return int(match.end())

    def _standing(self, start: int) -> int | None:
        """长期坚持 is a time limit in its field, or added to one: 8月底前完成,并长期坚持."""
        match = self._match("deadlines.standing", start)
        if match is None:
            return None
        role = self._before(start)[0]
        dated = bool(self.found) and self.found[-1].kind == "by" and start - self.found[-1].end <= _REACH
        if role == "label" or (role == "also" and dated):
            self._add(start, match.end(), "ongoing", "deadlines.standing")
        return int(match.end())
