"""Titles of measures, and where the text of the last one ends."""

from __future__ import annotations

import pytest

from ..support import measures, plan

OWNER = "（县民政局负责）"

TITLES = {
    "first sentence": (f"1.建设食堂。方便就餐。{OWNER}", "建设食堂", "方便就餐。"),
    "before a colon": (f"1.建设食堂：方便老人就餐。{OWNER}", "建设食堂", "方便老人就餐。"),
    "alone on its line": (f"1.建设食堂\n方便老人就餐。{OWNER}", "建设食堂", "方便老人就餐。"),
    "in brackets of its own": (f"1.【建设食堂】方便老人就餐。{OWNER}", "建设食堂", "方便老人就餐。"),
    "one sentence is text": (f"1.建设社区食堂，方便老人就餐。{OWNER}", None, "建设社区食堂，方便老人就餐。"),
}


@pytest.mark.parametrize(("body", "title", "text"), TITLES.values(), ids=TITLES.keys())
def test_titles(body: str, title: str | None, text: str) -> None:
    found, _ = measures(plan(f"一、主要任务\n{body}\n2.设立驿站。方便歇脚。{OWNER}"))
    assert (found.get("title"), found["text"]) == (title, text)


def test_text_below_the_label_line_of_the_last_measure_is_its_own() -> None:
    found = plan(
        "一、主要任务\n1.建设食堂\n责任单位：县民政局\n方便就餐。\n2.设立驿站\n责任单位：县住建局\n方便歇脚。"
    )
    assert [node["text"] for node in measures(found)] == ["方便就餐。", "方便歇脚。"]
    assert "closing" not in found


def test_text_behind_the_bracket_of_the_last_measure_closes_the_plan() -> None:
    found = plan(f"一、主要任务\n1.建设食堂。方便就餐。{OWNER}\n本计划由县民政局负责解释。")
    assert found["closing"]["text"] == "本计划由县民政局负责解释。"
