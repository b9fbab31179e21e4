"""Places in the calendar: from the words of a date or period to its first and last day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from planparse.facts import calendar
from planparse.facts.calendar import Interval
from planparse.numerals import parse_int
from planparse.rulepack.errors import Mistake, RulePackError

if TYPE_CHECKING:
    from planparse.rulepack import RulePack

BLANKS = " "
WIDEST_BLANK = 3
_SENTENCE_END = re.compile("[。\n]")


class TimeContext(NamedTuple):
    """What a time without its year is read against.

    `year` is the plan's year (from its title, else from the date of the notice), `issued` the
    date of the notice, `period` the first and last day the plan covers.
    """

    year: int | None
    issued: date | None
    period: Interval | None


class Point(NamedTuple):
    """A place in the calendar as read: its days where they can be told, and how it ends."""

    start: int
    end: int
    days: Interval | None
    impossible: bool  # no such day, or a 次年 that follows no year
    ending: str  # role of the ending word: by, by-name, from, span, other or empty
    year: int | None
    year_named: bool
    is_day: bool
    is_range: bool


class _Lexicon(NamedTuple):
    """The word lists that places are made of, read once per pack."""

    endings: Mapping[str, str]
    relative_years: Mapping[str, int]
    following_years: Mapping[str, int]
    relative_months: Mapping[str, int]
    five_year_plans: Mapping[str, int]
    parts_of_year: Mapping[str, tuple[int, int]]
    parts_of_month: Mapping[str, tuple[int, int]]
    events: Mapping[str, str]


def _lexicon(rules: RulePack) -> _Lexicon:
    return _Lexicon(
        endings=rules.words("deadlines.endings"),
        relative_years=_numbers(rules, "deadlines.relative-years"),
        following_years=_numbers(rules, "deadlines.following-years"),
        relative_months=_numbers(rules, "deadlines.relative-months"),
        five_year_plans=_numbers(rules, "deadlines.five-year-plans"),
        parts_of_year=_ranges(rules, "deadlines.parts-of-year"),
        parts_of_month=_ranges(rules, "deadlines.parts-of-month"),
        events=rules.words("deadlines.events"),
    )


def _numbers(rules: RulePack, rule_id: str) -> dict[str, int]:
    try:
        return {word: int(value) for word, value in rules.words(rule_id).items()}
    except ValueError:
        raise _bad_values(rules, rule_id, "a whole number") from None


def _ranges(rules: RulePack, rule_id: str) -> dict[str, tuple[int, int]]:
    try:
        pairs = {word: value.split("-") for word, value in rules.words(rule_id).items()}
        return {word: (int(first), int(last)) for word, (first, last) in pairs.items()}
    except ValueError:
        raise _bad_values(rules, rule_id, "two whole numbers such as 1-6") from None


def _bad_values(rules: RulePack, rule_id: str, expected: str) -> RulePackError:
    rule = rules.rules[rule_id]
    return RulePackError([Mistake(rule.origin, rule.line, rule_id, f"expected {expected} for each word")])


@dataclass(slots=True)
class PointReader:
    """Reads places in one region, `text[low:high]`, of a text.

    It remembers the year named last in the sentence, for 次年 and for a later 12月底;
    `named_year` is any such year, `binding_year` that of a deadline, `read_year` that of a deadline
    whether named or not. `last` is the place read last.
    """

    text: str
    low: int
    high: int
    context: TimeContext
    rules: RulePack
    lexicon: _Lexicon
    sentence_read_to: int
    named_year: int | None = None
    binding_year: int | None = None
    read_year: int | None = None
    last: Point | None = None

    @classmethod
    def of(cls, text: str, low: int, high: int, context: TimeContext, rules: RulePack) -> PointReader:
        return cls(text, low, high, context, rules, rules.derive(_lexicon), low)

    def read(self, start: int) -> Point | None:
        """The place or range of places that begins at `start`."""
        self._forget_past_sentences(start)
        point = self._parse(start, None)
        if point is None:
            return None
        # 4月底至10月, 3月初至5月
        return self._joined(point) if point.ending in ("", "from", "by-name", "opening") else point

    def remember(self, point: Point, binding: bool) -> None:
        """Note the year of a place that names one; `binding` says that it is a deadline's."""
        self.last = point
        self.read_year = point.year if binding else self.read_year
        if point.year_named:
            self.named_year = point.year
            self.binding_year = point.year if binding else None

    def over_blanks(self, place: int) -> int:
        high = min(self.high, place + WIDEST_BLANK)
        while place < high and self.text[place] in BLANKS:
            place += 1
        return place

    def _match(self, rule: str, start: int) -> Any:
        return self.rules.pattern(rule).match(self.text, start, self.high)

    def _forget_past_sentences(self, start: int) -> None:
        if _SENTENCE_END.search(self.text, self.sentence_read_to, start):
            self.named_year = self.binding_year = self.read_year = None
        self.sentence_read_to = start

    def _parse(self, start: int, inherited: int | None) -> Point | None:
        """The place that begins at `start`; `inherited` is the year of the first end of a range."""
        head = self._match("deadlines.point", start)
        year, named = self._year(head, inherited)
        inner: Any = None
        if head is None or head["year"] or head["year_word"]:
            inner = self._match("deadlines.in-year", start if head is None else self.over_blanks(head.end()))
            if head is None and inner is None:
                return None
        days = self._days(head, inner, year)
        end = (inner or head).end()
        ending = self._match("deadlines.ending", end)
        plan = head is not None and head["plan"] is not None
        return Point(
            start=start,
            end=end if ending is None else ending.end(),
            days=days,
            impossible=days is None and (year is not None or bool(head and head["year_word"])),
            ending="" if ending is None else self.lexicon.endings[ending["word"]],
            year=None if plan else year,
            year_named=named,
            is_day=bool(inner["day"] if inner else head["dotted_day"]),
            is_range=bool((inner and inner["month_from"]) or (head and head["year_from"])),
        )

    def _year(self, head: Any, inherited: int | None) -> tuple[int | None, bool]:
        """The year of a place, and whether the text names it here."""
        figures = head and (head["year"] or head.groupdict().get("dotted_year"))
        if figures:
            return parse_int(figures), True
        word = head["year_word"] if head is not None else None
        if word is None:
            return inherited or self.binding_year or self.context.year, False
        if word in self.lexicon.relative_years:
            base = self.context.issued.year if self.context.issued else self.context.year
            offset = self.lexicon.relative_years[word]
        else:
            base = inherited or self.named_year or self.read_year
            offset = self.lexicon.following_years[word]
        return (None, False) if base is None else (base + offset, True)

    def _days(self, head: Any, inner: Any, year: int | None) -> Interval | None:
        if head is not None:
            if head["plan"]:
                begin = self.lexicon.five_year_plans[head["plan"]]
                return calendar.years(begin, begin + 4)
            if head["month_word"]:
                return self._relative_month(head["month_word"])
        if year is None:
            return None
        if inner is not None:
            days = self._days_in_year(inner, year)
            since = calendar.years(_int(head["year_from"]), year) if head and head["year_from"] else None
            return (since[0], days[1]) if since and days else days
        if head["dotted_year"]:
            return _one_day(year, head["dotted_month"], head["dotted_day"])
        return calendar.years(_int(head["year_from"]) if head["year_from"] else year, year)

    def _days_in_year(self, inner: Any, year: int) -> Interval | None:
        """The days of a part of a year, or of years that end in it (2022年至2023年3月)."""
        part, month_from, month, day, dekad = inner.group("part", "month_from", "month", "day", "dekad")
        if part is not None:
            return calendar.months(year, *self.lexicon.parts_of_year[part])
        if day is not None:
            return _one_day(year, month, day)
        number = _int(month)
        if dekad is not None:
            return calendar.days_of_month(year, number, *self.lexicon.parts_of_month[dekad])
        return calendar.months(year, _int(month_from) if month_from else number, number)

    def day_before(self, event: Any) -> date | None:
        """The last day before a feast that has its day (元旦前); without a year the next one is meant."""
        month, _, number = self.lexicon.events[event["event"]].partition("-")
        year, named = self._year(event, None)
        if not month or year is None:
            return None
        issued = self.context.issued
        feast = calendar.day(year, int(month), int(number))
        if feast is not None and not named and issued is not None and feast <= issued:
            feast = calendar.later(feast, 1, "year")
        return feast - timedelta(days=1) if feast else None

    def _relative_month(self, word: str) -> Interval | None:
        if self.context.issued is None:
            return None
        month = calendar.later(self.context.issued, self.lexicon.relative_months[word], "month")
        return calendar.months(month.year, month.month, month.month) if month else None

    def _joined(self, point: Point) -> Point:
        """The whole range where a joint and a second place follow, else the place itself."""
        joint = self._match("deadlines.joint", point.end)
        if joint is None:
            return point
        second = self._parse(joint.end(), point.year) or self._bare_day(point, joint.end())
        if second is None:
            return point
        days: Interval | None = None
        if point.days is not None and second.days is not None:
            first = point.days[point.ending == "by-name"]  # of 4月底 the last day
            days = _ordered(first, second.days[1], second.year_named)
        return Point(
            start=point.start,
            end=second.end,
            days=days,
            impossible=days is None and point.year is not None,
            ending=second.ending,
            year=second.year or point.year,
            year_named=point.year_named or second.year_named,
            is_day=False,
            is_range=True,
        )

    def _bare_day(self, first: Point, start: int) -> Point | None:
        """The 15日 of 6月1日至15日."""
        match = self._match("deadlines.bare-day", start) if first.is_day else None
        if match is None or first.days is None:
            return None
        month = first.days[0]
        days = _one_day(month.year, str(month.month), match["day"])
        return first._replace(start=start, end=match.end(), days=days, ending="")


def _int(text: str) -> int:
    return parse_int(text) or 0


def _one_day(year: int, month: str, day: str) -> Interval | None:
    found = calendar.day(year, _int(month), _int(day))
    return None if found is None else (found, found)


def _ordered(first: date, last: date, year_named: bool) -> Interval | None:
    """11月至3月 ends in the next year; named years that run backwards are no range."""
    if last >= first:
        return first, last
    following = None if year_named else calendar.later(last, 1, "year")
    return None if following is None else (first, following)
