"""Boxes (专栏) in a plan: content of the node they stand in, unless their points name who is responsible."""

from __future__ import annotations

import pytest

from planparse import extract

from ..support import Node, measures, nodes, notice, owners, plan, quantities

OWNED = "（县民政局负责）"
NEXT = f"（二）设好驿站。方便歇脚。{OWNED}"
POINTS = "1.中心食堂。建设中心食堂3个。\n2.邻里食堂。改造食堂12个。"


def outline(body: str) -> list[tuple[str, list[str]]]:
    """Every section and measure: its id, and the labels of its items."""
    return [(node["id"], [item["label"] for item in node.get("items", [])]) for node in nodes(plan(body))]


BODIES: dict[str, tuple[str, list[tuple[str, list[str]]]]] = {
    "in a measure": (
        f"一、养老\n（一）办好食堂。方便就餐。{OWNED}\n专栏1 食堂工程\n{POINTS}\n{NEXT}",
        [("1", []), ("1.1", ["1.", "2."]), ("1.2", [])],
    ),
    "in a section without measures of its own": (
        f"一、工作目标\n养老更好。\n专栏1 主要指标\n{POINTS}\n二、主要任务\n1.办好食堂。方便就餐。{OWNED}",
        [("1", ["1.", "2."]), ("2", []), ("2.1", [])],
    ),
    "in measures that name nobody": (
        f"一、养老\n（一）食堂\n办好食堂。\n专栏1 食堂工程\n{POINTS}\n（二）驿站\n设好驿站。",
        [("1", []), ("1.1", ["1.", "2."]), ("1.2", [])],
    ),
    "beside numbered text of the measure": (
        f"一、养老\n（一）办好食堂。分两步走。{OWNED}\n（1）选好地址。\n（2）招好厨师。\n"
        f"专栏1 食堂工程\n{POINTS}\n{NEXT}",
        [("1", []), ("1.1", ["（1）", "（2）"]), ("1.2", [])],
    ),
    "with points that name bodies": (
        "一、养老\n（一）办好食堂\n专栏1 食堂工程\n"
        f"1.中心食堂。建设中心食堂。（县住建局负责）\n2.邻里食堂。改造食堂。{OWNED}\n{NEXT}",
        [("1", []), ("1.2", []), ("1.1", []), ("1.1.1", []), ("1.1.2", [])],
    ),
    "with one point that names a body": (
        f"一、养老\n（一）办好食堂。方便就餐。{OWNED}\n专栏1 食堂工程\n"
        f"1.中心食堂。建设中心食堂。（县住建局负责）\n2.邻里食堂。改造食堂。\n{NEXT}",
        [("1", []), ("1.1", ["1.", "2."]), ("1.2", [])],
    ),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES.keys())
def test_points_are_items_of_the_node(body: str, expected: list[tuple[str, list[str]]]) -> None:
    assert outline(body) == expected


def first_measure(body: str) -> Node:
    return measures(plan(body))[0]


def test_heading_text_and_numbers_of_a_box_are_those_of_the_node() -> None:
    found = first_measure(
        f"一、养老\n1.办好食堂。新建食堂20个。{OWNED}\n专栏1：食堂工程\n到2025年实施下列项目。\n"
        "（1）中心食堂。建设中心食堂3个。\n（2）邻里食堂。改造食堂12个。\n2.设好驿站。新建驿站8座。"
    )
    assert found["text"] == "新建食堂20个。\n专栏1：食堂工程\n到2025年实施下列项目。"
    assert [(item["label"], item["text"]) for item in found["items"]] == [
        ("（1）", "中心食堂。建设中心食堂3个。"),
        ("（2）", "邻里食堂。改造食堂12个。"),
    ]
    assert [(entry["value"], entry["indicator"]) for entry in quantities(found)] == [
        (20, "食堂"),
        (3, "中心食堂"),
        (12, "食堂"),
    ]
    assert [entry["end"] for entry in found["deadlines"]] == ["2025-12-31"]
    assert owners(found) == ["responsible 负责: 县民政局"]


def test_label_lines_behind_a_box_are_those_of_the_node() -> None:
    found = plan(
        "一、养老\n1.办好食堂。方便就餐。\n专栏1 食堂工程\n（1）选好地址。\n（2）招好厨师。\n"
        "牵头单位：县民政局\n配合单位：县住建局\n2.设好驿站。方便歇脚。\n牵头单位：县住建局\n"
    )
    first, second = measures(found)
    assert owners(first) == ["lead 牵头单位: 县民政局", "support 配合单位: 县住建局"]
    assert [item["text"] for item in first["items"]] == ["选好地址。", "招好厨师。"]
    assert owners(second) == ["lead 牵头单位: 县住建局"]


@pytest.mark.parametrize("box", ["专栏1 食堂工程\n建设食堂3个。", f"专栏1 食堂工程\n{POINTS}"])
def test_a_box_behind_the_last_measure_is_no_closing(box: str) -> None:
    found = plan(f"一、养老\n（一）办好食堂。方便就餐。{OWNED}\n{box}\n本计划自印发之日起施行。")
    (measure,) = measures(found)
    assert "专栏1 食堂工程" in measure["text"]
    assert measure["targets"][0]["value"] == 3
    assert found["closing"]["text"] == "本计划自印发之日起施行。"


def test_a_box_among_paragraphs_without_number_titles_none_of_them() -> None:
    found = plan(
        f"一、养老\n办好社区食堂，方便老人就餐。{OWNED}\n专栏1 食堂工程\n{POINTS}\n"
        "设立便民驿站，方便群众歇脚。（县住建局负责）\n"
    )
    assert [(node.get("title"), owners(node)) for node in measures(found)] == [
        (None, ["responsible 负责: 县民政局"]),
        (None, ["responsible 负责: 县住建局"]),
    ]
    assert [item["label"] for item in found["sections"][0]["items"]] == ["1.", "2."]


def test_a_box_in_a_regulation_is_text() -> None:
    text = notice(f"第一条 办好食堂。\n专栏1 食堂工程\n{POINTS}\n第二条 设好驿站。").replace(
        "2023年行动计划", "办法"
    )
    found = extract(text).to_dict()["plan"]
    assert found["kind"] == "regulation"
    first, second = found["sections"]
    assert ([item["label"] for item in first["items"]], second.get("items")) == (["1.", "2."], None)


LINES = (
    "为办好养老，制定本计划。\n一、主要任务\n"
    f"（一）办好食堂。新建食堂20个。{OWNED}\n专栏1　食堂工程\n{POINTS}\n"
    f"（二）设好驿站。新建驿站8座。{OWNED}\n"
    "专栏2：驿站提升工程\n（1）添置座椅。购置座椅200把。\n（2）配备药箱。\n"
    f"（三）管好课堂。开设课程12门。{OWNED}\n二、保障措施\n（一）加强领导。各单位要落实责任。"
)


@pytest.mark.parametrize("joint", ["", " ", "　　"])
def test_without_lines_the_record_is_the_same(joint: str) -> None:
    def said(text: str) -> list[object]:
        return [
            (
                node["id"],
                node.get("title"),
                owners(node),
                [entry["value"] for entry in quantities(node)],
                [(item["label"], item["text"]) for item in node.get("items", [])],
            )
            for node in nodes(extract(text).to_dict()["plan"])
        ]

    assert said(notice(LINES).replace("\n", joint)) == said(notice(LINES))
