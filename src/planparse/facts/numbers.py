"""Numbers with their units and bounds as the text writes them; what they mean is judged elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import regex

from planparse.numerals import parse_number
from planparse.rulepack import Matcher, RulePack

_RATIO = regex.compile(r"(?<![\d.:])\d{1,4}+(?:\.\d{1,3}+)?(?:[ ]?:[ ]?\d{1,4}+(?:\.\d{1,3}+)?){1,6}+(?![\d:])")
# Most paragraphs hold no number: what must stand in them for a search to be worth its time.
_DIGIT = re.compile("[0-9]")
_HAN = re.compile("[百千万]|[过于少多高达满约][一二三四五六七八九十两]")
_PART = re.compile("[半番成]|分之")


@dataclass(frozen=True, slots=True)
class Number:
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


@dataclass(frozen=True, slots=True)
class _Lexicon:
    arabic: Matcher
    han: Matcher
    before: Matcher
    signs_before: Mapping[str, str]
    signs_after: Mapping[str, str]
    fractions: tuple[tuple[Matcher, str, str], ...]

    @classmethod
    def build(cls, rules: RulePack) -> _Lexicon:
        units, scales, after = (union(rules, name) for name in ("units", "scales", "comparators-after"))
        scale = rf"(?:[ ]?(?:{scales}))?"
        digits = r"\d{1,12}+(?:,\d{3}(?!\d))*+(?:\.\d{1,6}+)?"
        arabic = (
            rf"(?<![\d.A-Za-z])(?P<low>{digits})(?!\d)(?P<low_scale>{scale})"
            rf"(?:[ ]?(?:%|元|家|个|户|亩|项)?[ ]?(?:[-—–―~～〜]{{1,2}}|[至到])[ ]?(?P<high>{digits})(?!\d)(?P<high_scale>{scale}))?"
            rf"[ ]?(?P<approximate>余|多|几)?(?P<scale_after>万)?[ ]?(?P<unit>{units})?"
            rf"(?P<approximate_after>余|多)?[ ]?(?P<after>{after})?"
        )
        numeral = "[一二三四五六七八九十两]"
        han = (
            rf"(?<![一二三四五六七八九十百千万亿两第])(?P<low>{numeral}{{0,3}}[百千万]{{1,2}}+|{numeral}{{1,3}}+)"
            rf"(?P<approximate>余|多)?(?P<unit>{units})(?P<after>{after})?"
        )
        rows = rules.table("quantities.fractions")
        return cls(
            rules.compile("quantities.units", arabic),
            rules.compile("quantities.units", han),
            rules.compile("quantities.comparators-before", rf"(?r)(?:{union(rules, 'comparators-before')})[ ]?"),
            rules.words("quantities.comparators-before"),
            rules.words("quantities.comparators-after"),
            tuple(
                (rules.compile("quantities.fractions", row["pattern"]), str(row.get("value", "")), str(row["unit"]))
                for row in rows
            ),
        )


def union(rules: RulePack, name: str) -> str:
    """The alternation of a word list of this family, longest first."""
    words = rules.words(f"quantities.{name}")
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


def find_numbers(text: str, start: int, end: int, rules: RulePack) -> list[Number]:
    """Numbers in `text[start:end]` in order, overlaps left out (ratios first, then Arabic)."""
    chunk = text[start:end]
    lexicon = rules.derive(_Lexicon.build)
    found: list[Number] = []
    taken: set[int] = set()
    for number in _candidates(text, start, end, chunk, lexicon):
        if number.digits not in taken:
            taken.update(range(number.digits, number.end))
            found.append(number)
    return sorted(found, key=lambda number: number.digits)


def _candidates(text: str, start: int, end: int, chunk: str, lexicon: _Lexicon) -> Iterator[Number]:
    """Ratios first, then Arabic numbers, then Chinese ones; what cannot occur is not looked for."""
    if _DIGIT.search(chunk):
        if ":" in chunk:
            for match in _RATIO.finditer(text, start, end):
                yield _ratio(text, match, lexicon, end)
        for match in lexicon.arabic.finditer(text, start, end):
            number = _arabic(text, start, match, lexicon)
            if number is not None:
                yield number
    if _HAN.search(chunk):
        for match in lexicon.han.finditer(text, start, end):
            number = _han(text, start, match, lexicon)
            if number is not None:
                yield number
    if _PART.search(chunk):
        for pattern, value, unit in lexicon.fractions:
            for match in pattern.finditer(text, start, end):
                yield _fraction(text, start, match, value, unit, lexicon)


def _before(text: str, start: int, place: int, lexicon: _Lexicon) -> tuple[str, int]:
    """The bounding word right before a number, and where the number with it starts."""
    match = lexicon.before.match(text, start, place)
    if match is None or match.end() != place:
        return "", place
    return lexicon.signs_before[match[0].strip()], match.start()


def _arabic(text: str, start: int, match: regex.Match[str], lexicon: _Lexicon) -> Number | None:
    low_scale = match["low_scale"].strip()
    high_scale = (match["high_scale"] or "").strip()
    scale_after = match["scale_after"] or ""
    value = parse_number(match["low"] + (low_scale or (high_scale if match["high"] else "")) + scale_after)
    value_max = parse_number(match["high"] + high_scale + scale_after) if match["high"] else None
    if value is None:
        return None
    before, begin = _before(text, start, match.start(), lexicon)
    unit = match["unit"] or ""
    approximate = match["approximate"] or match["approximate_after"] or ""
    end = match.end()
    while text[end - 1] == " ":
        end -= 1
    return Number(
        begin, match.start(), end, value, value_max, (), unit, before, lexicon.signs_after.get(match["after"], ""), approximate, "arabic"
    )


def _han(text: str, start: int, match: regex.Match[str], lexicon: _Lexicon) -> Number | None:
    """Chinese numerals count only where they are round hundreds or more, or bounded by a word."""
    before, begin = _before(text, start, match.start(), lexicon)
    low = match["low"]
    large = low[-1] in "百千万"
    if not large and not before:
        return None
    value = parse_number("一" + low if low[0] in "百千万" else low)
    if value is None:
        return None
    approximate = match["approximate"] or ""
    return Number(
        begin, match.start(), match.end(), value, None, (), match["unit"], before, lexicon.signs_after.get(match["after"], ""), approximate, "han"
    )


def _ratio(text: str, match: regex.Match[str], lexicon: _Lexicon, end: int) -> Number:
    parts = [parse_number(part.strip()) for part in match[0].split(":")]
    ratio = tuple(part for part in parts if part is not None)
    stop, after = match.end(), ""
    for word in ("左右", "上下"):
        if text.startswith(word, stop, end):
            after, stop = "~", stop + len(word)
    return Number(match.start(), match.start(), stop, None, None, ratio, "", "", after, "", "ratio")


_NUMERALS = "零一二三四五六七八九十"


def _fraction(
    text: str, start: int, match: regex.Match[str], value: str, unit: str, lexicon: _Lexicon
) -> Number:
    groups = match.groupdict()
    number: int | Decimal = Decimal(value) if value else 0
    if groups.get("denominator"):
        share = Decimal(100 * _NUMERALS.index(groups["numerator"])) / _NUMERALS.index(groups["denominator"])
        number = round(share, 2)
    elif groups.get("tenths"):
        number = 10 * _NUMERALS.index(groups["tenths"])
    number = int(number) if number == int(number) else number
    before, begin = _before(text, start, match.start(), lexicon)
    return Number(begin, match.start(), match.end(), number, None, (), unit, before, "", "", "fraction")
