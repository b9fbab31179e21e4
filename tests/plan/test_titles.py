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
    "one sentence above a field is text": (
        "1.建设社区食堂，方便老人就餐。\n牵头领导：张某某\n责任单位：县民政局",
        None,
        "建设社区食堂，方便老人就餐。\n牵头领导：张某某",
    ),
    "above a goal": (
        "1.建设食堂。\n工作目标：每村一处。\n责任单位：县民政局",
        "建设食堂",
        "工作目标：每村一处。",
    ),
    "one sentence is text": (f"1.建设社区食堂，方便老人就餐。{OWNER}", None, "建设社区食堂，方便老人就餐。"),
}


@pytest.mark.parametrize(("body", "title", "text"), TITLES.values(), ids=TITLES.keys())
def test_titles(body: str, title: str | None, text: str) -> None:
    found, _ = measures(plan(f"一、主要任务\n{body}\n2.设立驿站。方便歇脚。{OWNER}"))
    assert (found.get("title"), found["text"]) == (title, text)


SENTENCES = (
    f"1.按月公布社区食堂的收支账目和食材采购的来源渠道，主动接受群众监督。完善就餐补贴办法。{OWNER}\n"
    f"2.通过购买服务、公益捐赠等多种方式，解决运营资金来源不足、志愿力量不够的问题，减轻村集体的负担。每季度核对一次。{OWNER}\n"
    f"3.依托社区党群服务中心，合理布局助餐点，优先覆盖高龄老人集中的小区，并逐步向周边的村庄延伸。做好配送。{OWNER}\n"
)


def test_a_first_sentence_is_no_title_where_few_items_begin_with_one() -> None:
    found = measures(
        plan(f"一、主要任务\n{SENTENCES}4.管好食品安全。每月抽检。{OWNER}\n5.评选星级食堂\n每年一次。{OWNER}")
    )
    assert [node.get("title") for node in found] == [None, None, None, "管好食品安全", "评选星级食堂"]
    assert found[0]["text"].startswith("按月公布社区食堂的收支账目")


def test_paragraphs_without_number_are_judged_alike() -> None:
    lines = [line.partition(".")[2] for line in SENTENCES.splitlines()]
    found = measures(plan("一、主要任务\n" + "\n".join(lines)))
    assert [node.get("title") for node in found] == [None, None, None]


def test_a_long_heading_is_a_title_among_shorter_ones() -> None:
    long = "推动社区食堂与居家养老服务、医养结合服务深度融合、一体发展"
    found = measures(plan(f"一、主要任务\n1.建设食堂。方便就餐。{OWNER}\n2.{long}。统筹场地。{OWNER}"))
    assert [node["title"] for node in found] == ["建设食堂", long]


def test_what_leads_up_to_a_list_is_no_title() -> None:
    found, _ = measures(
        plan(
            f"一、主要任务\n1.对新建社区食堂，按下列标准给予补助：\n（1）城区5万元。\n（2）农村8万元。\n2.设立驿站。方便歇脚。{OWNER}"
        )
    )
    assert (found.get("title"), found["text"]) == (None, "对新建社区食堂，按下列标准给予补助：")


@pytest.mark.parametrize(
    ("heading", "title", "text"),
    [
        ("指导思想以人民满意为目标，办好食堂。", "指导思想", "以人民满意为目标，办好食堂。"),
        ("工作目标到2025年，食堂覆盖全部街道。", "工作目标", "到2025年，食堂覆盖全部街道。"),
        ("基本原则坚持需求导向。量力而行。", "基本原则", "坚持需求导向。量力而行。"),
        ("总体目标和主要任务", "总体目标和主要任务", None),
    ],
)
def test_a_frame_glued_to_its_text(heading: str, title: str, text: str | None) -> None:
    found = plan(f"一、{heading}\n二、主要任务\n1.建设食堂。方便就餐。{OWNER}")["sections"][0]
    assert (found["title"], found.get("text")) == (title, text)


def test_text_below_the_label_line_of_the_last_measure_is_its_own() -> None:
    found = plan(
        "一、主要任务\n1.建设食堂\n责任单位：县民政局\n方便就餐。\n2.设立驿站\n责任单位：县住建局\n方便歇脚。"
    )
    assert [node["text"] for node in measures(found)] == ["方便就餐。", "方便歇脚。"]
    assert "closing" not in found


def test_text_behind_the_bracket_of_the_last_measure_closes_the_plan() -> None:
    found = plan(f"一、主要任务\n1.建设食堂。方便就餐。{OWNER}\n本计划由县民政局负责解释。")
    assert found["closing"]["text"] == "本计划由县民政局负责解释。"
