"""The time that a plan covers, as its titles say it."""

from __future__ import annotations

from datetime import date

import pytest

from planparse.plan.period import plan_period
from planparse.rulepack import load_rules

from ..support import plan

TASKS = "一、主要任务\n1.完善服务。健全网络。（县民政局负责）"

PERIODS = {
    "a year": ("青禾县服务业提质2023年行动计划", 2023, 2023),
    "a year in front": ("2023年青禾县服务业工作要点", 2023, 2023),
    "年度": ("青禾县2023年度重点工作任务分工方案", 2023, 2023),
    "a year in a bracket": ("青禾县服务业行动计划（2023年）", 2023, 2023),
    "years with a dash": ("青禾县服务业三年行动计划（2023—2025年）", 2023, 2025),
    "years with 年 twice": ("青禾县服务业三年行动计划（2023年—2025年）", 2023, 2025),
    "years with a hyphen": ("青禾县服务业三年行动计划(2023-2025年)", 2023, 2025),
    "years with a wave": ("青禾县服务业三年行动计划（2023～2025年）", 2023, 2025),
    "years with two dashes": ("青禾县服务业三年行动计划（2023——2025年）", 2023, 2025),
    "years with 至": ("青禾县2023至2025年养老服务规划", 2023, 2025),
    "years with 年至": ("青禾县2023年至2025年养老服务规划", 2023, 2025),
    "blanks": ("青禾县服务业三年行动计划（2023 — 2025 年）", 2023, 2025),
    "five-year plan": ("青禾县“十四五”养老服务规划", 2021, 2025),
    "five-year plan before": ("青禾县“十三五”养老服务规划", 2016, 2020),
    "five-year plan to come": ("青禾县“十五五”养老服务规划", 2026, 2030),
    "full width digits": ("青禾县服务业提质２０２３年行动计划", 2023, 2023),
}


@pytest.mark.parametrize(("title", "first", "last"), PERIODS.values(), ids=PERIODS.keys())
def test_period_of_a_plan(title: str, first: int, last: int) -> None:
    assert plan(TASKS, plan=title)["period"] == {"start": f"{first}-01-01", "end": f"{last}-12-31"}


@pytest.mark.parametrize(
    "title",
    ["青禾县服务业行动计划", "青禾县服务业三年行动计划", "青禾县5G基站建设方案", "青禾县12345热线工作方案"],
    ids=["no time", "a length only", "a code", "a hotline"],
)
def test_no_period(title: str) -> None:
    assert "period" not in plan(TASKS, plan=title)


def test_the_first_title_with_a_time_counts() -> None:
    rules = load_rules()
    assert plan_period(rules, "", "青禾县2024年工作要点") == (date(2024, 1, 1), date(2024, 12, 31))
    assert plan_period(rules, "青禾县2023年工作要点", "青禾县2024年工作要点") == (
        date(2023, 1, 1),
        date(2023, 12, 31),
    )
    assert plan_period(rules) is None


def test_years_in_the_wrong_order_are_no_range() -> None:
    assert plan_period(load_rules(), "青禾县行动计划（2025—2023年）") != (
        date(2025, 1, 1),
        date(2023, 12, 31),
    )
