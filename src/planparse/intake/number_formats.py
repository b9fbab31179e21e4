"""Numbers as an office program writes them before its paragraphs (ST_NumberFormat, MSONFC).

Where the standard (ECMA-376 Part 1, 17.18.59) is silent or contradicts itself, the result is what
Word shows: 十一 but 一○一 (chineseCounting), 一百〇一 (chineseCountingThousand), 壹佰零壹.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class _Spelling(NamedTuple):
    """A system with a word for ten, hundred and thousand. `zero` is empty where none is written."""

    digits: str  # one to nine
    zero: str
    units: str  # ten, hundred, thousand
    myriads: tuple[str, ...]
    short_ten: bool = False  # 十 for 一十 at the head of a number
    short_ones: bool = False  # 百 for 一百, 千 for 一千


_DIGITS = "一二三四五六七八九"
_SIMPLE = _Spelling(_DIGITS, "〇", "十百千", ("", "万", "亿"), short_ten=True)
_TRADITIONAL = _Spelling(_DIGITS, "零", "十百千", ("", "萬", "億"), short_ten=True)
_JAPANESE = _Spelling(_DIGITS, "", "十百千", ("", "万", "億"), short_ones=True)
_SIMPLE_LEGAL = _Spelling("壹贰叁肆伍陆柒捌玖", "零", "拾佰仟", ("", "萬", "亿"))
_TRADITIONAL_LEGAL = _Spelling("壹貳參肆伍陸柒捌玖", "零", "拾佰仟", ("", "萬", "億"))
_JAPANESE_LEGAL = _Spelling("壱弐参四伍六七八九", "", "拾百阡", ("", "萬", "億"))

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LONGEST = 10**12  # beyond it nothing counts paragraphs; a hostile start value stays short


def format_number(value: int, style: str) -> str:
    """`value` in a number format; decimal where the format is not known or cannot write the value."""
    write = _WRITERS.get(style)
    if write is None or not 0 < value < _LONGEST:
        return str(value)
    return write(value)


def _spelled(spelling: _Spelling) -> Callable[[int], str]:
    return lambda value: _spell(value, spelling)


def _spell(value: int, spelling: _Spelling) -> str:
    """Each digit with its unit, one zero for a gap: 一百〇一, 一千〇一十."""
    written: list[str] = []
    gap = False
    for place in range(len(str(value)) - 1, -1, -1):
        group, unit = divmod(place, 4)
        digit = value // 10**place % 10
        if digit:
            one_left_out = digit == 1 and unit and spelling.short_ones
            ten_alone = digit == 1 and unit == 1 and spelling.short_ten and not written
            if gap:
                written.append(spelling.zero)
            if not (one_left_out or ten_alone):
                written.append(spelling.digits[digit - 1])
            written.append(spelling.units[unit - 1] if unit else "")
        gap = not digit and bool(written)
        if not unit and value // 10**place % 10_000:
            written.append(spelling.myriads[group])
    return "".join(written)


def _positional(zero: str) -> Callable[[int], str]:
    """Digit by digit: 一〇一."""
    table = str.maketrans("0123456789", zero + _DIGITS)
    return lambda value: str(value).translate(table)


def _counting(value: int) -> str:
    """Spelled below a hundred, digit by digit from there on: 九十九, 一○○."""
    return _spell(value, _SIMPLE) if value < 100 else _positional("○")(value)


def _one_of(characters: str) -> Callable[[int], str]:
    """The nth of a set of characters, decimal past its end."""
    return lambda value: characters[value - 1] if value <= len(characters) else str(value)


def _run(first: int, count: int) -> Callable[[int], str]:
    return _one_of("".join(map(chr, range(first, first + count))))


def _letters(value: int) -> str:
    """a … z, aa, bb … zz, aaa."""
    times, letter = divmod(value - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if times < 30 else str(value)


def _roman(value: int) -> str:
    if value >= 32_768:  # as far as Word counts
        return str(value)
    written = []
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        written.append(sign * times)
    return "".join(written)


def _ordinal(value: int) -> str:
    teen = value % 100 // 10 == 1
    return str(value) + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th"))


def _zodiac_pair(value: int) -> str:
    """甲子, 乙丑 … 癸亥; decimal past sixty."""
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value <= 60 else str(value)


def _nothing(_: int) -> str:
    return ""


_WRITERS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "decimalZero3": "{:03}".format,  # the standard has one width; Word also offers these as `custom`
    "decimalZero4": "{:04}".format,
    "decimalZero5": "{:05}".format,
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _run(0x2460, 20),
    "decimalEnclosedCircleChinese": _run(0x2460, 20),
    "decimalEnclosedFullstop": _run(0x2488, 20),
    "decimalEnclosedParen": _run(0x2474, 20),
    "ideographEnclosedCircle": _run(0x3220, 10),
    "numberInDash": "- {} -".format,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "hex": "{:X}".format,
    "ordinal": _ordinal,
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _spelled(_SIMPLE),
    "taiwaneseCountingThousand": _spelled(_TRADITIONAL),
    "chineseLegalSimplified": _spelled(_SIMPLE_LEGAL),
    "ideographLegalTraditional": _spelled(_TRADITIONAL_LEGAL),
    "ideographDigital": _positional("〇"),
    "taiwaneseDigital": _positional("○"),
    "japaneseDigitalTenThousand": _positional("〇"),
    "japaneseCounting": _spelled(_JAPANESE),
    "japaneseLegal": _spelled(_JAPANESE_LEGAL),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": _zodiac_pair,
    "none": _nothing,
    "bullet": _nothing,
}

# The codes of the binary format ([MS-OSHARED] 2.2.1.3) for the formats above.
BINARY_CODES: Mapping[int, str] = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
    8: "hex", 10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 15: "decimalHalfWidth",
    16: "japaneseLegal", 17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle",
    19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
    30: "ideographTraditional", 31: "ideographZodiac", 32: "ideographZodiacTraditional",
    33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital", 37: "chineseCounting", 38: "chineseLegalSimplified",
    39: "chineseCountingThousand", 40: "decimal", 57: "numberInDash", 255: "none",
}  # fmt: skip
