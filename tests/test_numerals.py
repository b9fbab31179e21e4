"""Numerals: what is a number, its exact value, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.numerals import parse_int, parse_number

INTEGERS = [
    ("7", 7),
    ("033", 33),
    ("１２", 12),
    ("零", 0),
    ("〇", 0),
    ("一", 1),
    ("两", 2),
    ("十", 10),
    ("十二", 12),
    ("二十", 20),
    ("二十一", 21),
    ("廿三", 23),
    ("卅", 30),
    ("一百零三", 103),
    ("一○三", 103),
    ("一百一十", 110),
    ("一百一", 110),
    ("一千零五十", 1050),
    ("两千三百", 2300),
    ("二〇二二", 2022),
    ("二О二五", 2025),
    ("一万零五百", 10_500),
    ("三万五", 35_000),
    ("九千九百九十九万", 99_990_000),
    ("一亿二千万", 120_000_000),
]

NOT_INTEGERS = [
    "", " ", "百", "千", "万", "点", "O", "²", "一百零", "十百", "一一十", "二十十", "万一",
    "百一十", "1.2", "1,234", "-3", "3年", "第三", "١٢", "一" * 41, "9" * 41,
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), INTEGERS)
def test_whole_numbers(text: str, value: int) -> None:
    assert parse_int(text) == value


@pytest.mark.parametrize("text", NOT_INTEGERS)
def test_no_whole_numbers(text: str) -> None:
    assert parse_int(text) is None


NUMBERS = [
    ("40", 40),
    ("3.6", Decimal("3.6")),
    ("２．５", Decimal("2.5")),
    ("8.0", 8),
    ("1,234", 1234),
    ("1,234,567.5", Decimal("1234567.5")),
    ("3600万", 36_000_000),
    ("3.6 万", 36_000),
    ("1.2亿", 120_000_000),
    ("5千", 5000),
    ("3百万", 3_000_000),
    ("1万亿", 10**12),
    ("1亿2000万", 120_000_000),
    ("0.1万", 1000),
    ("0.00001万", Decimal("0.1")),
    ("三点五", Decimal("3.5")),
    ("三点五万", 35_000),
    ("一点二五", Decimal("1.25")),
    ("二十一", 21),
    ("1234567890123456789012345678.9万", 12345678901234567890123456789000),
]

NOT_NUMBERS = [
    "", " ", "12,34", "1234,567", "1.", ".5", "1.2.3", "五分之一", "十点", "点五", "2000万1亿",
    "万", "5k", "%", "-1", "1e5", "3、4", "9" * 41,
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers_are_exact(text: str, value: int | Decimal) -> None:
    found = parse_number(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_no_numbers(text: str) -> None:
    assert parse_number(text) is None


def written_in_chinese(value: int) -> str:
    """The formal spelling of a number below 10,000, put together from its digits."""
    digits = "零一二三四五六七八九"
    spelled = "".join(
        digits[int(digit)] + unit if digit != "0" else "零"
        for digit, unit in zip(f"{value:04d}", "千百十 ", strict=True)
    ).replace(" ", "")
    while "零零" in spelled:
        spelled = spelled.replace("零零", "零")
    return spelled.strip("零") or "零"


@given(st.integers(0, 9999))
def test_formal_spelling_reads_back(value: int) -> None:
    assert parse_int(written_in_chinese(value)) == value


@given(st.integers(0, 10**12))
def test_figures_read_back_in_both_widths_and_with_commas(value: int) -> None:
    wide = str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert parse_int(str(value)) == parse_int(wide) == parse_number(f"{value:,}") == value


@given(st.text(alphabet="0129.,，．〇零一二两十廿百千万亿点O²年 ", max_size=60))
def test_any_text_gives_a_number_or_none(text: str) -> None:
    whole, number = parse_int(text), parse_number(text)
    assert whole is None or (type(whole) is int and whole >= 0)
    assert number is None or (type(number) in (int, Decimal) and number >= 0)
    if whole is not None:
        assert number == whole
