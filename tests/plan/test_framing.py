"""Sections that say why and whither, and how things are: no measures, and under facts no promises."""

from __future__ import annotations

import pytest

from planparse import extract

BODY = "（一）建设站点。新建站点40个。\n（二）培训人员。举办培训班3期。"


def sections(heading: str, body: str = BODY) -> list[dict]:
    text = (
        f"青禾县“十四五”养老发展规划\n一、{heading}\n{body}\n"
        "二、重点任务\n（一）完善服务。培训骨干30名。\n（二）改善环境。整治小区5个。\n"
    )
    plan = extract(text).to_dict()["plan"]
    return plan["sections"]


def promised(node: dict) -> list:
    below = [*node.get("sections", ()), *node.get("measures", ())]
    return [*node.get("targets", ()), *(target for child in below for target in promised(child))]


@pytest.mark.parametrize(
    "heading",
    [
        "总体要求和主要目标",
        "指导思想、基本原则和目标任务",
        "主要发展目标和约束性指标",
        "2025年养老工作的主要目标",
        "把握总体要求，明确工作目标",
    ],
)
def test_headings_of_aims(heading: str) -> None:
    first, second = sections(heading)
    assert not first.get("measures")
    assert [target["value"] for target in promised(first)] == [40, 3]
    assert len(second["measures"]) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "发展基础",
        "发展基础和面临形势",
        "“十三五”时期发展回顾",
        "2022年工作总结",
        "现状与主要问题",
        "规划背景",
        "充分认识加快养老服务发展的重要性和紧迫性",
        "加快养老服务发展的重大意义",
    ],
)
def test_headings_of_facts_promise_nothing(heading: str) -> None:
    first, second = sections(heading)
    assert not first.get("measures")
    assert promised(first) == []
    assert [child["number"] for child in first["sections"]] == [1, 2]
    assert len(second["measures"]) == 2


@pytest.mark.parametrize(
    "heading",
    ["改善发展环境", "明确目标任务，推进养老工作", "落实养老工作的总体要求", "解决突出问题", "基本条件"],
)
def test_headings_of_measures(heading: str) -> None:
    first, _ = sections(heading)
    assert len(first["measures"]) == 2
    assert [target["value"] for target in promised(first)] == [40, 3]


def test_what_is_assigned_is_to_be_done() -> None:
    first, _ = sections("存在问题", BODY.replace("。\n", "。（县民政局负责）\n"))
    assert len(first["measures"]) == 2


def test_facts_among_the_points_of_a_measure() -> None:
    body = (
        "（一）北部山区\n1.基本情况：面积120万亩，平台不足30个。\n2.主攻方向：新建站点40个。\n"
        "（二）南部平原\n1.基本情况：面积150万亩。\n2.主攻方向：新建站点60个。"
    )
    first, _ = sections("区域布局", body)
    assert [target["value"] for target in promised(first)] == [40, 60]
