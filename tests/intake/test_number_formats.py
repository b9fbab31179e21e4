"""Numbers as Word writes them (ECMA-376 Part 1, 17.18.59, and what Word shows where it says nothing)."""

from __future__ import annotations

import pytest

from planparse.intake.number_formats import BINARY_CODES, format_number


@pytest.mark.parametrize(
    ("style", "written"),
    [
        # 1, 9, 10, 11, 19, 20, 21, 99
        ("decimal", "1 9 10 11 19 20 21 99"),
        ("decimalZero", "01 09 10 11 19 20 21 99"),
        ("decimalFullWidth", "１ ９ １０ １１ １９ ２０ ２１ ９９"),
        ("decimalFullWidth2", "１ ９ １０ １１ １９ ２０ ２１ ９９"),
        ("decimalHalfWidth", "1 9 10 11 19 20 21 99"),
        ("decimalEnclosedCircle", "① ⑨ ⑩ ⑪ ⑲ ⑳ 21 99"),
        ("decimalEnclosedCircleChinese", "① ⑨ ⑩ ⑪ ⑲ ⑳ 21 99"),
        ("decimalEnclosedParen", "⑴ ⑼ ⑽ ⑾ ⒆ ⒇ 21 99"),
        ("decimalEnclosedFullstop", "⒈ ⒐ ⒑ ⒒ ⒚ ⒛ 21 99"),
        ("ideographEnclosedCircle", "㈠ ㈨ ㈩ 11 19 20 21 99"),
        ("upperLetter", "A I J K S T U UUUU"),
        ("lowerLetter", "a i j k s t u uuuu"),
        ("upperRoman", "I IX X XI XIX XX XXI XCIX"),
        ("lowerRoman", "i ix x xi xix xx xxi xcix"),
        ("ordinal", "1st 9th 10th 11th 19th 20th 21st 99th"),
        ("hex", "1 9 A B 13 14 15 63"),
        ("chineseCounting", "一 九 十 十一 十九 二十 二十一 九十九"),
        ("chineseCountingThousand", "一 九 十 十一 十九 二十 二十一 九十九"),
        ("chineseLegalSimplified", "壹 玖 壹拾 壹拾壹 壹拾玖 贰拾 贰拾壹 玖拾玖"),
        ("taiwaneseCounting", "一 九 十 十一 十九 二十 二十一 九十九"),
        ("taiwaneseCountingThousand", "一 九 十 十一 十九 二十 二十一 九十九"),
        ("taiwaneseDigital", "一 九 一○ 一一 一九 二○ 二一 九九"),
        ("ideographDigital", "一 九 一〇 一一 一九 二〇 二一 九九"),
        ("ideographLegalTraditional", "壹 玖 壹拾 壹拾壹 壹拾玖 貳拾 貳拾壹 玖拾玖"),
        ("ideographTraditional", "甲 壬 癸 11 19 20 21 99"),
        ("ideographZodiac", "子 申 酉 戌 19 20 21 99"),
        ("ideographZodiacTraditional", "甲子 壬申 癸酉 甲戌 壬午 癸未 甲申 99"),
        ("japaneseCounting", "一 九 十 十一 十九 二十 二十一 九十九"),
        ("japaneseLegal", "壱 九 壱拾 壱拾壱 壱拾九 弐拾 弐拾壱 九拾九"),
        ("japaneseDigitalTenThousand", "一 九 一〇 一一 一九 二〇 二一 九九"),
    ],
)
def test_below_a_hundred(style: str, written: str) -> None:
    assert [format_number(value, style) for value in (1, 9, 10, 11, 19, 20, 21, 99)] == written.split()


@pytest.mark.parametrize(
    ("style", "written"),
    [
        # 100, 101, 110, 111, 120, 1000, 1001, 1010, 1100, 10000, 10001, 12345
        (
            "chineseCounting",
            "一○○ 一○一 一一○ 一一一 一二○ 一○○○ 一○○一 一○一○ 一一○○ 一○○○○ 一○○○一 一二三四五",
        ),
        (
            "chineseCountingThousand",
            "一百 一百〇一 一百一十 一百一十一 一百二十 一千 一千〇一 一千〇一十 一千一百 一万 一万〇一 "
            "一万二千三百四十五",
        ),
        (
            "chineseLegalSimplified",
            "壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹佰贰拾 壹仟 壹仟零壹 壹仟零壹拾 壹仟壹佰 壹萬 壹萬零壹 "
            "壹萬贰仟叁佰肆拾伍",
        ),
        (
            "taiwaneseCountingThousand",
            "一百 一百零一 一百一十 一百一十一 一百二十 一千 一千零一 一千零一十 一千一百 一萬 一萬零一 "
            "一萬二千三百四十五",
        ),
        (
            "ideographLegalTraditional",
            "壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹佰貳拾 壹仟 壹仟零壹 壹仟零壹拾 壹仟壹佰 壹萬 壹萬零壹 "
            "壹萬貳仟參佰肆拾伍",
        ),
        ("japaneseCounting", "百 百一 百十 百十一 百二十 千 千一 千十 千百 一万 一万一 一万二千三百四十五"),
        (
            "ideographDigital",
            "一〇〇 一〇一 一一〇 一一一 一二〇 一〇〇〇 一〇〇一 一〇一〇 一一〇〇 一〇〇〇〇 一〇〇〇一 "
            "一二三四五",
        ),
        ("upperRoman", "C CI CX CXI CXX M MI MX MC MMMMMMMMMM MMMMMMMMMMI MMMMMMMMMMMMCCCXLV"),
        ("decimalEnclosedCircle", "100 101 110 111 120 1000 1001 1010 1100 10000 10001 12345"),
    ],
)
def test_from_a_hundred_on(style: str, written: str) -> None:
    values = (100, 101, 110, 111, 120, 1000, 1001, 1010, 1100, 10000, 10001, 12345)
    assert [format_number(value, style) for value in values] == written.split()


@pytest.mark.parametrize(
    ("value", "style", "written"),
    [
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (53, "upperLetter", "AAA"),
        (12, "ideographZodiac", "亥"),
        (60, "ideographZodiacTraditional", "癸亥"),
        (61, "ideographZodiacTraditional", "61"),
        (7, "decimalZero3", "007"),
        (7, "numberInDash", "- 7 -"),
        (112, "ordinal", "112th"),
        (123, "ordinal", "123rd"),
        (100_010, "chineseCountingThousand", "十万〇一十"),
        (200_000_000, "chineseCountingThousand", "二亿"),
        (5, "none", ""),
        (5, "bullet", ""),
        (0, "chineseCounting", "0"),
        (-3, "lowerRoman", "-3"),
        (5, "thaiCounting", "5"),
    ],
)
def test_edges(value: int, style: str, written: str) -> None:
    assert format_number(value, style) == written


@pytest.mark.parametrize("style", ["chineseCountingThousand", "upperRoman", "lowerLetter", "decimalZero"])
def test_a_hostile_number_stays_short(style: str) -> None:
    assert len(format_number(10**30, style)) == 31


@pytest.mark.parametrize(
    ("code", "style"),
    [
        (0, "decimal"),
        (11, "japaneseCounting"),
        (18, "decimalEnclosedCircle"),
        (23, "bullet"),
        (28, "decimalEnclosedCircleChinese"),
        (30, "ideographTraditional"),
        (37, "chineseCounting"),
        (38, "chineseLegalSimplified"),
        (39, "chineseCountingThousand"),
        (255, "none"),
    ],
)
def test_codes_of_the_binary_format(code: int, style: str) -> None:
    """[MS-OSHARED] 2.2.1.3, MSONFC."""
    assert BINARY_CODES[code] == style
