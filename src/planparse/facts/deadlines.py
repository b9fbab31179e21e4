"""Times: by when, within what, how long and how often a thing is to be done.

Rules say how times are written and what the words beside them mean; `time_points` resolves
them to days, `time_judge` says which of those are deadlines: a time that names, dates or
qualifies something is none. Here a text is read, with lengths, returning and standing duties.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from planparse.facts import calendar
from planparse.facts.time_judge import Doubt, Kind, TimeJudge, time_words
from planparse.facts.time_points import BLANKS, Point, PointReader, TimeContext
from planparse.numerals import parse_int

if TYPE_CHECKING:
    from planparse.rulepack import RulePack

__all__ = ["Kind", "TimeContext", "TimeExpression", "find_times"]

# 常态化坚持并不断完善
_LONGEST_STANDING = 10
# No time begins further before its anchor than 2021 —— 2025 年 does.
_REACH = 20
_BOUNDING = ("until", "object", "from", "validity", "as-of")  # 压缩至3天以内 bounds a figure

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
    doubt: Doubt = ""
    tells: bool = False


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
    judge = TimeJudge(text, start, end, context, rules.derive(time_words), points)
    return _Reader(text, start, end, context, rules, judge, points, []).read()


def find_field_times(
    text: str, start: int, end: int, context: TimeContext, rules: RulePack
) -> list[TimeExpression]:
    """The times of a field beside the bodies, which may stand behind a blank (时限： 持续推进)."""
    while start < end and text[start] in BLANKS:
        start += 1
    return find_times(text, start, end, context, rules)


class _Reader(NamedTuple):
    """One pass over one region, `text[low:high]`."""

    text: str
    low: int
    high: int
    context: TimeContext
    rules: RulePack
    judge: TimeJudge
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
        for read in (self._recurring, self._before_event, self._point, self._duration, self._standing):
            end = read(start)
            if end is not None:
                return end
        return None

    def _match(self, rule: str, start: int) -> Any:
        return self.rules.pattern(rule).match(self.text, start, self.high)

    def _add(self, start: int, end: int, kind: Kind | None, rule: str, days: _Days = _NO_DAYS) -> None:
        self.found.append(TimeExpression(start, end, kind, *days, rule))

    # -- places in the calendar

    def _point(self, start: int) -> int | None:
        point = self.points.read(start)
        if point is None:
            return None
        role, word_start = self.judge.before(start)
        if not role and self._is_listed(start):
            role, word_start = "until", start
        kind = self.judge.kind(point, role)
        self.points.remember(point, kind is not None)
        if kind is None:
            told = TimeExpression(
                start, point.end, None, None, None, "deadlines.point", self.judge.doubt(point, role)
            )
            self.found.append(told._replace(tells=self.judge.tells(point, role, start)))
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
        link = self.text[self.found[-1].end : start].strip()
        return link == "、" or link in self.rules.words("grammar.conjunctions")

    def _belongs(self, word_start: int, start: int) -> bool:
        """到2025年 is one expression; in 延长至3月底 the 至 belongs to the verb."""
        return (
            self.judge.opens_clause(word_start) or self.text[self.judge.back_over_blanks(start) - 1] == "到"
        )

    # -- lengths, returning and standing duties

    def _duration(self, start: int) -> int | None:
        """A length is a deadline with 内, or after 争取 and the like; else it may be a target: silent."""
        match = self._match("deadlines.duration", start)
        if match is None:
            return None
        role, word_start = self.judge.before(start)
        after = self.judge.after(match.end())
        # 通过3年的努力 states a time, 3年的贷款 does not.
        qualifies = after == "qualifies" and role != "effort"
        if qualifies or after in ("past", "name") or self.judge.in_title(start):
            return int(match.end())
        unit = self.judge.words.duration_units.get(match["unit"])
        within = match["within"] is not None and role not in _BOUNDING
        since = self._since(start) if within or role == "effort" else None
        if role == "issue" and within:
            self._anchored(match, word_start, unit)
        elif self.judge.is_condition(match.end()) or (
            since is not None and self._from_point(since, match, unit)
        ):
            pass
        elif within or (unit is not None and self._promises(start, role, after)):
            self._add(start, match.end(), "duration", "deadlines.duration")
        return int(match.end())

    def _promises(self, start: int, role: str, after: str) -> bool:
        if role == "ahead":
            return after == "" and self.judge.opens_clause(self.judge.before(start)[1])
        return role in ("effort", "label") or (
            after in ("promise", "does") and self.judge.opens_clause(start)
        )

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
        if unit is None or count is None or point.days is None or self.judge.begins_before_plan(point.days):
            return False
        first = point.days[0]
        last = calendar.later(first, count, unit)
        while self.found and self.found[-1].end > point.start:
            self.found.pop()
        role, word_start = self.judge.before(point.start)
        start = word_start if role == "from" else point.start
        end = None if last is None else last - timedelta(days=1)
        self._add(start, match.end(), "between", "deadlines.since", (first, end))
        return True

    def _before_event(self, start: int) -> int | None:
        """汛期前, 2024年国庆节前: the day is known only of feasts that have one in every year."""
        match = self._match("deadlines.before-event", start)
        if match is None:
            return None
        role = self.judge.before(start)[0]
        governs = role in ("place", "effort", "until", "label") or self.judge.opens_clause(start)
        if governs and self.judge.after(match.end()) not in ("qualifies", "past", "name"):
            last = self.points.day_before(match)
            if last is None or not self.judge.is_past((last, last)):
                self._add(start, match.end(), "by", "deadlines.before-event", (None, last))
        return int(match.end())

    def _recurring(self, start: int) -> int | None:
        if self.text[start] not in self.rules.words("deadlines.recurring-starts"):
            return None
        match = self._match("deadlines.recurring", start)
        if match is None:
            return None
        if match["when"] and not self.judge.in_title(start):
            self._add(start, match.end(), "recurring", "deadlines.recurring")
        return int(match.end())

    def _standing(self, start: int) -> int | None:
        """长期坚持 is a time limit in its field, or added to one: 8月底前完成,并长期坚持."""
        match = self._match("deadlines.standing", start)
        if match is None:
            return None
        role = self.judge.before(start)[0]
        dated = bool(self.found) and self.found[-1].kind == "by" and start - self.found[-1].end <= _REACH
        if role == "label" or (role == "also" and dated):
            self._add(start, match.end(), "ongoing", "deadlines.standing")
        return int(match.end())
