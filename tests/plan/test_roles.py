"""Which numbered items are sections, which are measures, and which are text of either."""

from __future__ import annotations

import pytest

from planparse import extract

from ..support import measures, nodes, owners, plan, quantities, sections

OWNED = "（县民政局负责）"


def shape(body: str) -> list[str]:
    """`§ 一、` for a section, `一、` for a measure, in the order of the record."""
    return [("§ " if "level" in node else "") + node.get("label", "") for node in nodes(plan(body))]


SHAPES = {
    "1. under （一） under 一、": (
        f"一、主要任务\n（一）养老\n1.建食堂。方便就餐。{OWNED}\n2.设驿站。方便歇脚。{OWNED}\n（二）托育\n3.增托位。方便家长。{OWNED}",
        ["§ 一、", "§ （一）", "1.", "2.", "§ （二）", "3."],
    ),
    "1. right under 一、": (
        f"一、养老\n1.建食堂。方便就餐。{OWNED}\n二、托育\n2.增托位。方便家长。{OWNED}",
        ["§ 一、", "1.", "§ 二、", "2."],
    ),
    "（一） with nothing below": (
        f"一、主要任务\n（一）建食堂。方便就餐。{OWNED}\n（二）设驿站。方便歇脚。{OWNED}",
        ["§ 一、", "（一）", "（二）"],
    ),
    "（一） whose items name nobody": (
        "一、主要任务\n"
        f"（一）建食堂。分两步走。{OWNED}\n1.选好地址。\n2.招好厨师。\n（二）设驿站。方便歇脚。{OWNED}",
        ["§ 一、", "（一）", "（二）"],
    ),
    "（一） whose items name bodies": (
        "一、主要任务\n（一）建食堂\n1.选好地址，靠近小区。（县住建局负责）\n2.招好厨师，保证口味。（县人社局负责）",
        ["§ 一、", "§ （一）", "1.", "2."],
    ),
    "1. at the top, with label lines below one another": (
        "1.建食堂\n牵头单位：县民政局\n责任单位：县住建局\n2.设驿站\n牵头单位：县民政局\n配合单位：各乡镇",
        ["1.", "2."],
    ),
    "1. at the top, above paragraphs that close by themselves": (
        f"1.养老服务\n建食堂，方便就餐。{OWNED}\n设驿站，方便歇脚。{OWNED}\n2.托育服务\n增托位，方便家长。{OWNED}\n办讲座，教会家长。{OWNED}",
        ["§ 1.", "", "", "§ 2.", "", ""],
    ),
    "一、 themselves": (
        f"一、建食堂。方便就餐。{OWNED}\n二、设驿站。方便歇脚。{OWNED}\n三、增托位。方便家长。{OWNED}",
        ["一、", "二、", "三、"],
    ),
    "articles": (
        f"第一条 建食堂，方便就餐。{OWNED}\n第二条 设驿站，方便歇脚。{OWNED}",
        ["第一条", "第二条"],
    ),
    "articles in chapters": (
        f"第一章 养老\n第一条 建食堂，方便就餐。{OWNED}\n第二章 托育\n第二条 增托位，方便家长。{OWNED}",
        ["§ 第一章", "第一条", "§ 第二章", "第二条"],
    ),
    "goals without numbers, then measures": (
        f"一、总体要求\n坚持以人为本，健全体系。\n二、主要任务\n（一）建食堂。方便就餐。{OWNED}",
        ["§ 一、", "§ 二、", "（一）"],
    ),
    "sub-heads of the frame": (
        "一、总体要求\n（一）指导思想。坚持以人为本。\n（二）主要目标。新建驿站20座。\n"
        f"二、主要任务\n（三）建食堂。方便就餐。{OWNED}",
        ["§ 一、", "§ （一）", "§ （二）", "§ 二、", "（三）"],
    ),
    "numbered principles": (
        "一、总体要求\n（一）指导思想。坚持以人为本。\n（二）基本原则\n1.坚持需求导向。问需于民。\n2.坚持量力而行。不搞攀比。\n"
        f"二、主要任务\n（三）建食堂。方便就餐。{OWNED}",
        ["§ 一、", "§ （一）", "§ （二）", "§ 二、", "（三）"],
    ),
    "paragraphs that close with bodies": (
        f"一、养老\n建设社区食堂，方便老人就餐。{OWNED}\n设立便民驿站，方便群众歇脚。{OWNED}\n"
        f"二、托育\n增加普惠托位，方便双职工家庭。{OWNED}",
        ["§ 一、", "", "", "§ 二、", ""],
    ),
    "measures that name nobody": (
        "一、主要任务\n1.建食堂。新建食堂20个。\n2.设驿站。新建驿站8座。",
        ["§ 一、", "1.", "2."],
    ),
    "safeguards at the end": (
        f"一、主要任务\n1.建食堂。方便就餐。{OWNED}\n二、保障措施\n2.加强领导。定期研究。（县政府办负责）",
        ["§ 一、", "1.", "§ 二、", "2."],
    ),
    "level skipped in one section": (
        f"一、养老\n（一）机构\n1.建食堂。方便就餐。{OWNED}\n二、托育\n2.增托位。方便家长。{OWNED}",
        ["§ 一、", "§ （一）", "1.", "§ 二、", "2."],
    ),
    "（1） below a measure": (
        f"一、主要任务\n1.建食堂。分两步走：（1）选好地址；（2）招好厨师。{OWNED}\n2.设驿站。方便歇脚。{OWNED}",
        ["§ 一、", "1.", "2."],
    ),
    "circled numbers in a measure": (
        f"一、主要任务\n1.建食堂。做好：①选址；②招工。{OWNED}\n2.设驿站。方便歇脚。{OWNED}",
        ["§ 一、", "1.", "2."],
    ),
    "first, second in words": (
        f"一、主要任务\n1.建食堂。一是选好地址；二是招好厨师。{OWNED}",
        ["§ 一、", "1."],
    ),
}


@pytest.mark.parametrize(("body", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_sections_and_measures(body: str, expected: list[str]) -> None:
    assert shape(body) == expected


UNNUMBERED = (
    f"一、主要任务\n建设社区食堂，方便老人就餐。{OWNED}\n设立便民驿站，方便群众歇脚。（县住建局负责）\n"
    "增加普惠托位，方便双职工家庭。（县卫健局牵头，县教育局配合）"
)


def test_paragraphs_that_close_with_bodies_are_measures_without_label() -> None:
    found = measures(plan(UNNUMBERED))
    assert [owners(node) for node in found] == [
        ["responsible 负责: 县民政局"],
        ["responsible 负责: 县住建局"],
        ["lead 牵头: 县卫健局", "support 配合: 县教育局"],
    ]
    assert not any("label" in node or "number" in node for node in found)
    assert [node["text"][:6] for node in found] == ["建设社区食堂", "设立便民驿站", "增加普惠托位"]


@pytest.mark.parametrize(
    "name", ["总体要求", "总体目标", "指导思想", "基本原则", "主要目标", "工作目标", "发展目标"]
)
def test_frames_are_sections_even_where_they_promise_numbers(name: str) -> None:
    found = plan(
        f"一、{name}\n坚持以人为本。到2025年，新建驿站20座。\n二、主要任务\n1.建食堂。方便就餐。{OWNED}"
    )
    frame = found["sections"][0]
    assert (frame["title"], frame.get("measures")) == (name, None)
    assert [(entry["value"], entry["due"]) for entry in frame["targets"]] == [(20, "2025-12-31")]


def test_principles_and_goals_keep_their_numbers_as_text() -> None:
    found = plan(
        "一、总体要求\n（一）基本原则\n1.坚持需求导向。问需于民。\n2.坚持量力而行。不搞攀比。\n"
        "（二）主要目标\n1.驿站新建20座。\n2.入学率达到98%。\n"
        f"二、主要任务\n1.建食堂。方便就餐。{OWNED}"
    )
    principles, goals = found["sections"][0]["sections"]
    assert [item["label"] for item in principles["items"]] == ["1.", "2."]
    assert [item["label"] for item in goals["items"]] == ["1.", "2."]
    assert quantities(principles) == []
    assert [entry["value"] for entry in quantities(goals)] == [20, 98]
    assert [node["number"] for node in measures(found)] == [1]


def test_sub_items_that_name_nobody_are_text_of_the_measure() -> None:
    (found,) = measures(
        plan(
            f"一、主要任务\n（一）建食堂。分两步走。{OWNED}\n1.选好地址，新建食堂20个。\n2.招好厨师，保证口味。"
        )
    )
    assert found["label"] == "（一）"
    assert [item["label"] for item in found["items"]] == ["1.", "2."]
    assert ["选好地址" in item["text"] for item in found["items"]] == [True, False]
    assert [entry["value"] for entry in quantities(found)] == [20]
    assert owners(found) == ["responsible 负责: 县民政局"]


def test_headings_of_a_plan_without_frame_are_all_read() -> None:
    found = plan(f"一、养老服务\n1.建食堂。方便就餐。{OWNED}\n二、托育服务\n1.增托位。方便家长。{OWNED}")
    assert [(node["title"], node["number"], node["level"]) for node in sections(found)] == [
        ("养老服务", 1, 1),
        ("托育服务", 2, 1),
    ]


def test_outside_plans_a_heading_alone_on_its_line_is_a_section() -> None:
    body = (
        "1 总则\n1.1 编制目的\n为规范处置，制定本预案。\n1.2 适用范围\n（1）县城内。\n（2）县城外。\n"
        "1.3 本预案由县应急局解释。\n另行通知的除外。"
    )
    found = plan(body, plan="青禾县火灾应急预案")
    assert found["kind"] == "regulation"
    (general,) = found["sections"]
    assert [node["title"] for node in general["sections"]] == ["编制目的", "适用范围"]
    assert [item["label"] for item in general["items"]] == ["1.3"]


@pytest.mark.parametrize(
    "labels",
    [("1.", "2."), ("1．", "2．"), ("1、", "2、"), ("1. ", "2. "), ("１.", "２."), ("1 .", "2 .")],
    ids=[
        "dot",
        "full width dot",
        "enumeration comma",
        "dot and blank",
        "full width digit",
        "blank before the dot",
    ],
)
def test_ways_to_write_a_number(labels: tuple[str, str]) -> None:
    found = plan(f"一、主要任务\n{labels[0]}建食堂。方便就餐。{OWNED}\n{labels[1]}设驿站。方便歇脚。{OWNED}")
    assert [(node["number"], node["title"]) for node in measures(found)] == [(1, "建食堂"), (2, "设驿站")]


@pytest.mark.parametrize(
    "labels",
    [("（一）", "（二）"), ("(一)", "(二)"), ("（一) ", "（二) ")],
    ids=["full width", "half width", "mixed with blank"],
)
def test_ways_to_write_a_bracketed_number(labels: tuple[str, str]) -> None:
    found = plan(f"一、主要任务\n{labels[0]}建食堂。方便就餐。{OWNED}\n{labels[1]}设驿站。方便歇脚。{OWNED}")
    assert [(node["number"], node["title"]) for node in measures(found)] == [(1, "建食堂"), (2, "设驿站")]


def test_depth_comes_from_the_number_never_from_markdown() -> None:
    marked = plan(
        f"### 一、养老服务\n**1.建食堂。**方便就餐。{OWNED}\n"
        f"## 二、托育服务\n# 2.增托位。方便家长。{OWNED}\n##### 3.办托班。方便家长。{OWNED}"
    )
    assert [(node["title"], node["level"]) for node in marked["sections"]] == [
        ("养老服务", 1),
        ("托育服务", 1),
    ]
    assert [node["title"] for node in measures(marked)] == ["建食堂", "增托位", "办托班"]


def test_a_text_without_line_ends_is_read_alike() -> None:
    body = (
        f"一、养老服务\n1.建食堂。方便就餐。{OWNED}\n2.设驿站。方便歇脚。{OWNED}\n"
        f"二、托育服务\n3.增托位。方便家长。{OWNED}"
    )
    head = "青禾县服务提升行动计划\n"
    flat = extract(head + body.replace("\n", "")).to_dict()["plan"]
    assert [node["title"] for node in measures(flat)] == ["建食堂", "设驿站", "增托位"]
    assert [node["title"] for node in sections(flat)] == ["养老服务", "托育服务"]
