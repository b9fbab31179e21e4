"""Numbers with their units and bounds as the text writes them; what they mean is judged elsewhere."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from planparse.numerals import parse_number
from planparse.rulepack import Matcher, RulePack
from planparse.spans import Span
from planparse.words import Words

# Each pattern begins with one set of characters, so that `re` leaps from one to the next: looks back
# stand behind it, and alternatives too. Begun with them, a search takes three times as long.
_RATIO = re.compile(
    r"[0-9](?<![0-9.:].)[0-9]{0,3}+(?:\.[0-9]{1,3}+)?"
    r"(?:[ ]?:[ ]?[0-9]{1,4}+(?:\.[0-9]{1,3}+)?){1,6}+(?![0-9:])"
)
_ARABIC = re.compile(
    r"[0-9](?<![0-9.A-Za-z].)[0-9]{0,11}+(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]{1,6}+)?(?![0-9])"
)
_CHINESE = re.compile(
    "[一二三四五六七八九十两百千万](?<![一二三四五六七八九十百千万亿两第每].)[一二三四五六七八九十百千万两零]{0,7}"
)
_COUNTED = "一二三四五六七八九十两百千万"
_RANGE_END = r"[ ]?([0-9]{1,12}+(?:\.[0-9]{1,6}+)?)(?![0-9])"
_FAR = sys.maxsize
_FRACTIONS = "quantities.fractions"
_RANGES = "quantities.range-links"
_PER = ("/", "·")


class Number(NamedTuple):
    """A number at `[start, end)`: bound before, digits, scale, unit and bound after.

    `digits` is where its first digit stands; `value_max` is set for ranges, `ratio` for
    colon ratios (then value is None). The bounds are comparators (`>=`), empty where none stands.
    `written` says how: arabic, han, ratio or fraction.
    """

    start: int
    digits: int
    end: int
    value: int | Decimal | None
    value_max: int | Decimal | None
    ratio: tuple[int | Decimal, ...]
    unit: str
    bound_before: str
    bound_after: str
    approximate: str
    written: str


class _Lexicon(NamedTuple):
    units: Words
    per: Words  # what an amount is counted by, apart from units
    inclusive: Matcher
    counting: Words  # those that a Chinese numeral may count by
    sign: re.Pattern[str]
    ranged: Matcher
    more: re.Pattern[str]  # what makes a number more than it says
    open: frozenset[str]  # of these words those that leave a Chinese numeral open
    included: Words
    scales: Words
    before: Words
    unbound: Words
    after: Words
    fractions: tuple[tuple[Matcher, str, str], ...]

    @classmethod
    def build(cls, rules: RulePack) -> _Lexicon:
        rows = rules.table(_FRACTIONS)
        more = rules.words("quantities.approximate")
        return cls(
            units=Words.of(rules.words("quantities.units")),
            per=Words.of(rules.words("quantities.per-units")),
            inclusive=rules.pattern("quantities.inclusive"),
            counting=Words.of(rules.words("quantities.counting-units")),
            sign=_sign(rules),
            ranged=rules.compile(_RANGES, f"(?:{rules.rules[_RANGES].pattern}){_RANGE_END}"),
            more=re.compile(f"[ ]?(?:{'|'.join(map(re.escape, more))})"),
            open=frozenset(word for word, says in more.items() if says == "open"),
            included=Words.of(f"({word})" for word in rules.words("quantities.inclusive-words")),
            scales=Words.of(rules.words("quantities.scales")),
            before=Words.of(rules.words("quantities.comparators-before")),
            unbound=Words.of(rules.words("quantities.no-comparators")),
            after=Words.of(rules.words("quantities.comparators-after")),
            fractions=tuple(
                (rules.compile(_FRACTIONS, row["pattern"]), str(row.get("value", "")), str(row["unit"]))
                for row in rows
            ),
        )


def _sign(rules: RulePack) -> re.Pattern[str]:
    """What must stand in a paragraph for a search to be worth its time: three of four hold no number.

    A figure, a numeral before the first letter of what it counts by, or the sign of a fraction.
    """
    units = "".join(sorted({re.escape(unit[0]) for unit in rules.words("quantities.counting-units")}))
    more = "|".join(map(re.escape, rules.words("quantities.approximate")))
    firsts: dict[str, str] = {}  # first letters of signs that end alike
    for sign in rules.words("quantities.fraction-signs"):
        firsts[sign[1:]] = firsts.get(sign[1:], "") + sign[0]
    fractions = "|".join(f"(?<=[{re.escape(heads)}]){re.escape(tail)}" for tail, heads in firsts.items())
    begin = "".join(sorted({*_COUNTED, *"".join(firsts.values())}))
    return re.compile(
        f"[0-9{re.escape(begin)}](?:(?P<arabic>(?<=[0-9])[0-9]*+)"
        f"|(?P<han>(?<=[{_COUNTED}])(?:{more})?[ ]?[{units}])|(?P<fraction>{fractions or '(?!)'}))"
    )


def find_numbers(text: str, start: int, end: int, masked: Sequence[Span], rules: RulePack) -> list[Number]:
    """Numbers in `text[start:end]` in order; those that begin in a masked span are left out.

    `masked` is sorted. Where forms overlap, a ratio wins over a number in it.
    """
    lexicon = rules.derive(_Lexicon.build)
    signs = {sign.lastgroup for sign in lexicon.sign.finditer(text, start, end)}
    if not signs:
        return []
    found: list[Number | None] = []
    if "arabic" in signs:
        if text.find(":", start, end) >= 0:
            ratios = _free(_RATIO, text, start, end, masked)
            found += [_ratio(text, start, end, match, lexicon) for match in ratios]
        figures = _free(_ARABIC, text, start, end, masked)
        found += [_arabic(text, start, end, match, lexicon) for match in figures]
    if "han" in signs:
        numerals = _free(_CHINESE, text, start, end, masked)
        found += [_han(text, start, end, match, lexicon) for match in numerals]
    if "fraction" in signs:
        for pattern, value, unit in lexicon.fractions:
            parts = _free(pattern, text, start, end, masked)
            found += [_fraction(text, start, end, part, value, unit, lexicon) for part in parts]
    return _apart([number for number in found if number is not None]) if found else []


def _free(pattern: Any, text: str, start: int, end: int, masked: Sequence[Span]) -> list[Any]:
    """The matches that begin in no masked span."""
    matches = pattern.finditer(text, start, end)
    return [match for match in matches if not (masked and is_masked(match.start(), masked))]


def _apart(candidates: list[Number]) -> list[Number]:
    """In the order of the text, without those whose digits an earlier candidate holds."""
    if all(one.end <= next_one.digits for one, next_one in pairwise(candidates)):
        return candidates
    found: list[Number] = []
    taken: set[int] = set()
    for number in candidates:
        if number.digits not in taken:
            taken.update(range(number.digits, number.end))
            found.append(number)
    found.sort(key=lambda number: number.digits)
    return found


def is_masked(place: int, masked: Sequence[Span]) -> bool:
    """Whether a place lies in one of the sorted spans."""
    at = bisect_right(masked, (place, _FAR)) - 1
    return at >= 0 and masked[at][1] > place


def _before(text: str, start: int, place: int, lexicon: _Lexicon) -> tuple[str, int]:
    """The comparator of the word right before a number, and where the number with it starts."""
    stop = place - 1 if place > start and text[place - 1] == " " else place
    if text.startswith(")", stop - 1):
        stop -= len(lexicon.included.before(text, start, stop))  # 不超过(含)3名
    word = lexicon.before.before(text, start, stop)
    if not word or lexicon.unbound.before(text, start, stop):
        return "", place  # 签约2300户: the word ends with 约, it does not bound
    return lexicon.before.values[word], stop - len(word)


def _arabic(text: str, start: int, end: int, match: re.Match[str], lexicon: _Lexicon) -> Number | None:
    low, place = match[0], match.end()
    low_scale, place = _scale(text, place, end, lexicon)
    unit, stop = _unit(text, place, end, lexicon)
    own_unit = unit
    high, high_scale = "", ""
    ranged = lexicon.ranged.match(text, stop, end)
    if ranged is not None and _is_range(text, own_unit, low + low_scale, ranged, end, lexicon):
        high, place = ranged[1], ranged.end()
        high_scale, place = _scale(text, place, end, lexicon)
        unit, stop = _unit(text, place, end, lexicon)
    approximate = lexicon.more.match(text, place, end)
    if approximate is not None:
        place = approximate.end()
        if not (low_scale or high_scale):
            low_scale, place = _scale(text, place, end, lexicon)
            high_scale = low_scale
        unit, stop = _unit(text, place, end, lexicon)
    after, place = _after(text, stop, end, lexicon)
    # 2000元至1万元: an end with its own unit has its own scale
    value = _value(low, low_scale if own_unit and high else low_scale or high_scale)
    if value is None:
        return None
    value_max = _value(high, high_scale) if high else None
    before, begin = _before(text, start, match.start(), lexicon)
    bound = "~" if before == "~" else after
    more = ">" if approximate is not None or after == ">" else ""
    if unit == "成":
        value, unit = 10 * value, "%"
    return Number(begin, match.start(), place, value, value_max, (), unit, before, bound, more, "arabic")


def _is_range(text: str, unit: str, low: str, ranged: Any, end: int, lexicon: _Lexicon) -> bool:
    """Whether the ends belong together: one unit, and the second is the greater one."""
    if not unit:
        return True
    scale, place = _scale(text, ranged.end(), end, lexicon)
    first, last = parse_number(low), parse_number(ranged[1] + scale)
    return (
        first is not None
        and last is not None
        and first < last
        and _unit(text, place, end, lexicon)[0] == unit
    )


def _value(figures: str, scale: str) -> int | Decimal | None:
    if not scale and figures.isascii() and figures.isdigit():
        return int(figures)  # nine of ten
    return parse_number(figures + scale)


def _scale(text: str, place: int, end: int, lexicon: _Lexicon) -> tuple[str, int]:
    begin = place + 1 if text[place : place + 1] == " " else place
    word = lexicon.scales.at(text, begin, end)
    if not word or lexicon.units.at(text, begin, end):
        return "", place  # 20千克: the unit begins like a scale
    return word, begin + len(word)


def _unit(text: str, place: int, end: int, lexicon: _Lexicon) -> tuple[str, int]:
    begin = place + 1 if text[place : place + 1] == " " else place
    word = lexicon.units.at(text, begin, end)
    if not word:
        return "", place
    stop = begin + len(word)
    if text[stop : stop + 1] == "/" and (per := _per(text, stop, end, lexicon)):
        return word + text[stop:per], per  # 公里/小时, 元/人/夜
    if text[stop : stop + 1] == "(" and (other := lexicon.units.at(text, stop + 1, end)):
        closed = stop + len(other) + 2
        if text[closed - 1 : closed] == ")":
            return text[begin:closed], closed  # 650套(间)
    return lexicon.units.values[word] or word, stop


def _per(text: str, place: int, end: int, lexicon: _Lexicon) -> int:
    """Where the units end that follow one by one behind strokes; 0 where none does."""
    stop = 0
    while text[place : place + 1] in _PER:
        word = lexicon.units.at(text, place + 1, end) or lexicon.per.at(text, place + 1, end)
        if not word:
            break
        stop = place = place + 1 + len(word)
    return stop


def _after(text: str, place: int, end: int, lexicon: _Lexicon) -> tuple[str, int]:
    """The comparator of the word right after a number, and where the number with it ends."""
    begin = place + 1 if text[place : place + 1] == " " else place
    word = lexicon.after.at(text, begin, end)
    if not word and (inclusive := lexicon.inclusive.match(text, begin, end)):
        begin = inclusive.end()  # 5家(含)以上
        word = lexicon.after.at(text, begin, end)
    if lexicon.after.values.get(word) == ">":  # 3万亩余, 3亩多以上
        following, stop = _after(text, begin + len(word), end, lexicon)
        return following or lexicon.after.values[word], stop
    return (lexicon.after.values[word], begin + len(word)) if word else ("", place)


def _han(text: str, start: int, end: int, match: re.Match[str], lexicon: _Lexicon) -> Number | None:
    """A Chinese numeral with its measure word; without one it is part of a name."""
    low, place = match[0], match.end()
    approximate = lexicon.more.match(text, place, end)
    if approximate is not None and approximate[0] in lexicon.open:
        return None  # 十几家: nobody knows how many
    unit, stop = _unit(text, approximate.end() if approximate else place, end, lexicon)
    if low[0] == "万" or unit not in lexicon.counting.values:
        return None  # 万吨, 万亩 are units
    value = parse_number("一" + low if low[0] in "百千" else low)
    if value is None:
        return None
    before, begin = _before(text, start, match.start(), lexicon)
    after, stop = _after(text, stop, end, lexicon)
    more = ">" if approximate else ""
    return Number(begin, match.start(), stop, value, None, (), unit, before, after, more, "han")


def _ratio(text: str, start: int, end: int, match: re.Match[str], lexicon: _Lexicon) -> Number:
    parts = [parse_number(part.strip()) for part in match[0].split(":")]
    ratio = tuple(part for part in parts if part is not None)
    stop, after = match.end(), ""
    word = lexicon.after.at(text, stop, end)
    if lexicon.after.values.get(word) == "~":
        after, stop = "~", stop + len(word)
    before, begin = _before(text, start, match.start(), lexicon)
    return Number(begin, match.start(), stop, None, None, ratio, "", before, after, "", "ratio")


_NUMERALS = "零一二三四五六七八九十"


def _fraction(
    text: str, start: int, end: int, match: Any, value: str, unit: str, lexicon: _Lexicon
) -> Number:
    groups = match.groupdict()
    number: int | Decimal = Decimal(value) if value else 0
    if groups.get("denominator"):
        share = Decimal(100 * _NUMERALS.index(groups["numerator"])) / _NUMERALS.index(groups["denominator"])
        number = round(share, 2)
    elif groups.get("tenths"):
        number = 10 * (parse_number(groups["tenths"]) or 0)
    elif groups.get("percent"):
        number = parse_number(groups["percent"]) or 0
    number = int(number) if number == int(number) else number
    before, begin = _before(text, start, match.start(), lexicon)
    after, stop = _after(text, match.end(), end, lexicon)
    return Number(begin, match.start(), stop, number, None, (), unit, before, after, "", "fraction")
