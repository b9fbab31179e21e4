"""How numbers are written in notices, and what each one comes to: value, unit, comparator."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse import extract

from ..support import as_stated, measures, notice, quantities, quantities_of, standard, target


def only(sentence: str) -> dict[str, Any]:
    (entry,) = quantities_of(sentence)
    return entry


LEVELS = {
    "以上": ("达到20个以上", ">="),
    "以上 without a verb": ("20个以上", ">="),
    "不低于": ("不低于20个", ">="),
    "不少于": ("不少于20个", ">="),
    "至少": ("至少20个", ">="),
    "至少 after 达到": ("达到至少20个", ">="),
    "达到": ("达到20个", ">="),
    "达": ("达20个", ">="),
    "突破": ("突破20个", ">"),
    "超过": ("超过20个", ">"),
    "高于": ("高于20个", ">"),
    "余": ("达到20余个", ">"),
    "多": ("达到20多个", ">"),
    "左右": ("保持在20个左右", "~"),
    "约": ("保持在约20个", "~"),
    "近": ("达到近20个", "~"),
    "上下": ("保持在20个上下", "~"),
    "左右 wins over 达到": ("达到20个左右", "~"),
    "约 wins over 达到": ("达到约20个", "~"),
    "以上 wins over 达到": ("达到20个以上", ">="),
    "不超过": ("不超过20个", "<="),
    "不高于": ("不高于20个", "<="),
    "最多": ("最多20个", "<="),
    "控制在…以内": ("控制在20个以内", "<="),
    "控制在…以下": ("控制在20个以下", "<="),
    "降至…以下": ("降至20个以下", "<="),
    "低于": ("低于20个", "<"),
    "少于": ("少于20个", "<"),
}


@pytest.mark.parametrize(("phrase", "comparator"), LEVELS.values(), ids=LEVELS.keys())
def test_comparators(phrase: str, comparator: str) -> None:
    entry = only(f"确保全县驿站总数{phrase}。")
    assert (entry["value"], entry["unit"], entry["comparator"]) == (20, "个", comparator)


SHARES = {
    "左右": ("保持在20%左右", "~"),
    "以内": ("控制在20%以内", "<="),
    "以下": ("降至20%以下", "<="),
    "不超过": ("不超过20%", "<="),
    "不低于": ("不低于20%", ">="),
    "超过": ("超过20%", ">"),
    "低于": ("低于20%", "<"),
    "达到": ("达到20%", ">="),
    "以上": ("达到20%以上", ">="),
}


@pytest.mark.parametrize(("phrase", "comparator"), SHARES.values(), ids=SHARES.keys())
def test_comparators_of_shares(phrase: str, comparator: str) -> None:
    entry = only(f"全县空置率{phrase}。")
    assert (entry["value"], entry["unit"], entry["comparator"]) == (20, "%", comparator)


CAPS = {
    "最高": ("最高补助20万元", "<="),
    "最高不超过": ("最高补助不超过20万元", "<="),
    "不超过": ("补助不超过20万元", "<="),
    "最多": ("最多补助20万元", "<="),
    "以内": ("补助20万元以内", "<="),
    "plain": ("补助20万元", "="),
    "约": ("补助约20万元", "~"),
    "不低于": ("补助不低于20万元", ">="),
}


@pytest.mark.parametrize(("phrase", "comparator"), CAPS.values(), ids=CAPS.keys())
def test_comparators_of_payments(phrase: str, comparator: str) -> None:
    entry = only(f"对新设驿站{phrase}。")
    assert (entry["what"], entry["value"], entry["unit"], entry["comparator"]) == (
        "standard",
        200_000,
        "元",
        comparator,
    )


@pytest.mark.parametrize("dash", list("~～∼〜-–—－―至到"))
@pytest.mark.parametrize("form", ["1{}2个", "1个{}2个", "1{} 2个"], ids=["one unit", "two units", "blank"])
def test_ranges(dash: str, form: str) -> None:
    entry = only(f"新建驿站{form.format(dash)}。")
    assert (entry["value"], entry["value_max"], entry["unit"], entry["comparator"]) == (1, 2, "个", "range")


RANGES = {
    "two dashes": ("新建驿站3——5个。", target(3, "个", "range", value_max=5)),
    "percent written twice": ("入住率保持在63%~68%。", target(63, "%", "range", value_max=68)),
    "percent written once": ("入住率保持在63~68%。", target(63, "%", "range", value_max=68)),
    "scale written once counts for both": (
        "建成高标准农田2~5万亩。",
        target(20_000, "亩", "range", value_max=50_000),
    ),
    "scale written twice": ("建成高标准农田2万~5万亩。", target(20_000, "亩", "range", value_max=50_000)),
    "money": ("对每个驿站补助1万—3万元。", standard(10_000, "元", "range", value_max=30_000)),
    "money, unit twice": ("对每个驿站补助1万元至3万元。", standard(10_000, "元", "range", value_max=30_000)),
    "money, each end with its own scale": (
        "对每个驿站补助2000元至1万元。",
        standard(2000, "元", "range", value_max=10_000),
    ),
    "any unit twice": ("新添公交车15辆至20辆。", target(15, "辆", "range", value_max=20)),
    "fractions": ("增速保持在6.5%—7.5%。", target(6.5, "%", "range", value_max=7.5)),
    "with a lower bound": ("新建驿站1—2个以上。", target(1, "个", ">=", value_max=2)),
    "blanks": ("新建驿站 10 — 12 座。", target(10, "座", "range", value_max=12)),
}


@pytest.mark.parametrize(("sentence", "expected"), RANGES.values(), ids=RANGES.keys())
def test_ranges_of_all_kinds(sentence: str, expected: dict[str, Any]) -> None:
    assert as_stated(quantities_of(sentence), [expected]) == [expected]


VALUES = {
    "plain": ("新建驿站40座。", 40, "座"),
    "decimal": ("新建管网3.5公里。", 3.5, "公里"),
    "grouped digits": ("新增床位1,200张。", 1200, "张"),
    "full width grouped digits": ("新增床位1，200张。", 1200, "张"),
    "full width digits": ("新增床位３００张。", 300, "张"),
    "full width decimal": ("新建管网３．５公里。", 3.5, "公里"),
    "blank before the unit": ("新增床位300 张。", 300, "张"),
    "blanks around": ("新增床位 300 张。", 300, "张"),
    "ideographic blank": ("新增床位300\u3000张。", 300, "张"),
    "no-break blank": ("新增床位300\xa0张。", 300, "张"),
    "万": ("建成高标准农田30万亩。", 300_000, "亩"),
    "万 with a decimal": ("新增树木3.6万株。", 36_000, "株"),
    "blank before 万": ("新增树木3.6 万株。", 36_000, "株"),
    "亿": ("完成投资2亿元。", 200_000_000, "元"),
    "亿 with a decimal": ("完成投资1.25亿元。", 125_000_000, "元"),
    "万亿": ("完成交易额1.2万亿元。", 1_200_000_000_000, "元"),
    "万元": ("完成投资3600万元。", 36_000_000, "元"),
    "千": ("年内培训家政人员5千人次。", 5_000, "人次"),
    "百": ("带动农户新增3百户。", 300, "户"),
    "unit of two characters": ("年内培训家政人员300人次。", 300, "人次"),
    "area": ("新建体育场地2000平方米。", 2000, "平方米"),
    "area, symbol": ("新建体育场地2000㎡。", 2000, "㎡"),
    "percent": ("入学率达到98.5%。", 98.5, "%"),
    "full width percent": ("入学率达到98.5％。", 98.5, "%"),
    "blank before percent": ("入学率达到98.5 %。", 98.5, "%"),
    "points": ("入学率提高3个百分点。", 3, "百分点"),
    "points with a decimal": ("入学率提高0.5个百分点。", 0.5, "百分点"),
    "times": ("线上交易额增长2倍。", 2, "倍"),
    "words: three": ("建成示范街三条。", 3, "条"),
    "words: two": ("建成示范街两条。", 2, "条"),
    "words: twelve": ("新建驿站十二座。", 12, "座"),
    "words: hundreds": ("新增床位三百张。", 300, "张"),
    "words: one hundred and twenty": ("新增床位一百二十张。", 120, "张"),
    "words with 万": ("建成高标准农田三十万亩。", 300_000, "亩"),
}


@pytest.mark.parametrize(("sentence", "value", "unit"), VALUES.values(), ids=VALUES.keys())
def test_values_and_units(sentence: str, value: float, unit: str) -> None:
    entry = only(sentence)
    assert (entry["value"], entry["unit"]) == (value, unit)


FRACTIONS = {
    "half": ("使驿站覆盖率达到一半。", 50, ">="),
    "over half": ("使驿站覆盖率超过一半。", 50, ">"),
    "a fifth": ("使驿站覆盖率达到五分之一。", 20, ">="),
    "two tenths": ("使驿站覆盖率达到两成以上。", 20, ">="),
    "half the number": ("使驿站覆盖率超过半数。", 50, ">"),
    "three quarters": ("使驿站覆盖率达到四分之三。", 75, ">="),
    "eight tenths": ("使驿站覆盖率达到八成。", 80, ">="),
    "nine tenths at least": ("使驿站覆盖率达到九成以上。", 90, ">="),
    "eight tenths in digits": ("使驿站覆盖率达到8成。", 80, ">="),
    "percent in words": ("使驿站覆盖率达到百分之六十。", 60, ">="),
}


@pytest.mark.parametrize(("sentence", "value", "comparator"), FRACTIONS.values(), ids=FRACTIONS.keys())
def test_fractions_are_percent(sentence: str, value: float, comparator: str) -> None:
    entry = only(sentence)
    assert (entry["value"], entry["unit"], entry["comparator"]) == (value, "%", comparator)


def test_a_third_is_as_exact_as_numbers_are() -> None:
    entry = only("使驿站覆盖率达到三分之一。")
    assert entry["value"] == pytest.approx(100 / 3, abs=0.01)
    assert entry["unit"] == "%"


@pytest.mark.parametrize(("words", "value"), [("翻一番", 2), ("翻两番", 4)], ids=["doubled", "doubled twice"])
def test_doubling(words: str, value: int) -> None:
    entry = only(f"力争线上交易额{words}。")
    assert (entry["value"], entry["unit"]) == (value, "倍")


RATIOS = {
    "full width colons": ("5：2：3", [5, 2, 3]),
    "half width colons": ("2:2:4:2", [2, 2, 4, 2]),
    "ratio signs": ("6∶4", [6, 4]),
    "decimals": ("1.5∶1", [1.5, 1]),
    "blanks": ("5 : 5", [5, 5]),
}


@pytest.mark.parametrize(("written", "parts"), RATIOS.values(), ids=RATIOS.keys())
def test_ratios(written: str, parts: list[float]) -> None:
    entry = only(f"所需资金由县、乡财政按{written}的比例分担。")
    assert (entry["ratio"], entry["comparator"], entry["kind"]) == (parts, "ratio", "split")
    assert "value" not in entry


@pytest.mark.parametrize("hours", ["8:30", "8：30", "8:30至17:30", "9:00—21:00", "22：00"])
def test_clock_times_are_no_ratios(hours: str) -> None:
    assert quantities_of(f"服务大厅每日{hours}开放。") == []


TEXTS = {
    "unit": ("新建驿站40座。", "40座"),
    "comparator after": ("新建驿站40座以上。", "40座以上"),
    "comparator before": ("入学率不低于98%。", "不低于98%"),
    "range": ("新建驿站1—2座。", "1—2座"),
    "scale": ("建成高标准农田30万亩。", "30万亩"),
    "blanks are left out": ("新建驿站 40 座 以上。", "40座以上"),
    "widths stay as written": ("新建驿站４０座。", "４０座"),
    "余": ("新建驿站40余座。", "40余座"),
    "points": ("入学率提高3个百分点。", "3个百分点"),
    "ratio": ("所需资金由县、乡财政按6：4比例分担。", "6：4"),
}


@pytest.mark.parametrize(("sentence", "text"), TEXTS.values(), ids=TEXTS.keys())
def test_text_is_number_unit_and_comparator_as_written(sentence: str, text: str) -> None:
    assert only(sentence)["text"] == text


@pytest.mark.parametrize("sentence", [case[0] for case in TEXTS.values()], ids=TEXTS.keys())
def test_span_covers_the_text(sentence: str) -> None:
    text = notice(f"一、主要任务\n1.完善服务。{sentence}（县民政局负责）")
    (node,) = measures(extract(text).to_dict()["plan"])
    (entry,) = quantities(node)
    assert "".join(text[start:end] for start, end in entry["span"]).replace(" ", "") == entry["text"]


SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
UNITS = {"": ["座", "个", "家", "公里", "平方米"], "万": ["亩", "平方米", "人次"], "亿": ["元"]}


@given(
    st.integers(1, 9_999),
    st.sampled_from(list(SCALES)),
    st.data(),
    st.sampled_from(
        [("", "以上", ">="), ("", "左右", "~"), ("不少于", "", ">="), ("超过", "", ">"), ("约", "", "~")]
    ),
    st.sampled_from(["", " "]),
)
def test_any_number_with_any_scale_and_comparator(
    number: int, scale: str, data: st.DataObject, bound: tuple[str, str, str], blank: str
) -> None:
    unit = data.draw(st.sampled_from(UNITS[scale]))
    before, after, comparator = bound
    entry = only(f"新增供给{before}{blank}{number}{blank}{scale}{unit}{after}。")
    assert (entry["value"], entry["unit"], entry["comparator"]) == (number * SCALES[scale], unit, comparator)


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from("—-~～至"))
def test_any_range(low: int, more: int, dash: str) -> None:
    entry = only(f"新建驿站{low}{dash}{low + more}座。")
    assert (entry["value"], entry["value_max"], entry["comparator"]) == (low, low + more, "range")
