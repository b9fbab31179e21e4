"""The words of tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from planparse.output.wording import Scaled, date_words, scaled, target_words
from planparse.records import Target

DUE = dt.date(2023, 12, 31)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (dt.date(2022, 12, 31), "2022年底"),
        (dt.date(2022, 8, 31), "2022年8月底"),
        (dt.date(2024, 2, 29), "2024年2月底"),
        (dt.date(2023, 2, 28), "2023年2月底"),
        (dt.date(2024, 2, 28), "2024年2月28日"),
        (dt.date(2022, 8, 5), "2022年8月5日"),
        (dt.date(9999, 12, 31), "9999年底"),
    ],
)
def test_a_date_is_written_as_an_office_writes_it(date: dt.date, words: str) -> None:
    assert date_words(date) == words


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ({"text": "40个", "indicator": "5G基站", "action": "新建"}, "新建5G基站40个"),
        ({"text": "达到72%以上", "indicator": "管理率", "action": "达到"}, "管理率达到72%以上"),
        ({"text": "1%以下", "indicator": "平均担保费率"}, "平均担保费率1%以下"),
        ({"text": "2个百分点"}, "2个百分点"),
        # two numbers must not run into one
        ({"text": "40个", "indicator": "试点A区2"}, "试点A区2：40个"),
        ({"text": "24小时", "indicator": "修复时间", "baseline": 36}, "修复时间24小时（基期36）"),
        ({"text": "0.56", "indicator": "系数", "baseline": Decimal("0.53")}, "系数0.56（基期0.53）"),
        # the date is told where it is another than that of the measure
        ({"text": "6个", "due": dt.date(2023, 12, 31)}, "6个"),
        ({"text": "6个", "due": dt.date(2025, 6, 30)}, "6个（2025年6月底前）"),
        ({"text": "6个", "baseline": 2, "due": dt.date(2025, 6, 30)}, "6个（基期2，2025年6月底前）"),
    ],
)
def test_a_target_reads_as_a_phrase(target: dict[str, Any], words: str) -> None:
    assert target_words(Target(comparator="=", **target), DUE) == words


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ({"text": "突破120亿元", "value": 12_000_000_000, "unit": "元"}, (120, None, "亿元")),
        ({"text": "1.2万亿元", "value": 1_200_000_000_000, "unit": "元"}, (Decimal("1.2"), None, "万亿元")),
        ({"text": "1.8万个", "value": 18_000, "unit": "个"}, (Decimal("1.8"), None, "万个")),
        ({"text": "3—5万亩", "value": 30_000, "value_max": 50_000, "unit": "亩"}, ("3—5", None, "万亩")),
        ({"text": "5万户", "value": 50_000, "baseline": 30_000, "unit": "户"}, (5, 3, "万户")),
        ({"text": "达到72%", "value": 72, "unit": "%"}, (72, None, "%")),
        ({"text": "2000份", "value": 2000, "unit": "份"}, (2000, None, "份")),
        ({"text": "0.56", "value": Decimal("0.56")}, (Decimal("0.56"), None, "")),
        ({"text": "5：3：2", "ratio": [5, 3, 2]}, ("5：3：2", None, "")),
        ({"text": "翻番"}, (None, None, "")),
    ],
)
def test_a_value_stands_in_the_scale_of_its_text(target: dict[str, Any], expected: Any) -> None:
    assert scaled(Target(comparator="=", **target)) == Scaled(*expected)
