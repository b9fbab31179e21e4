"""Boxes (专栏): they number their points anew, and the sequence around them goes on undisturbed."""

from __future__ import annotations

import pytest

HEADINGS = ["专栏1 食堂工程", "专栏1　食堂工程", "专栏1：食堂工程", "专栏1食堂工程", "专栏 1"]
HEADINGS += ["专栏一　食堂工程", "【专栏1】食堂工程", "专 栏 1  食堂工程", "专栏 食堂工程", "专栏：食堂工程"]

MENTIONS = [
    "专栏1所列工程由县发改局统筹",
    "专栏1、专栏2由县发改局统筹",
    "专栏1和专栏2由县发改局统筹",
    "专栏1中的工程由县发改局统筹",
    "专栏1的工程由县发改局统筹",
    "专栏1等工程由县发改局统筹",
    "专栏1工程由县发改局统筹，按月调度。",
    "实施专栏1 食堂工程",
    "（专栏1）",
    "专栏建设",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_box_numbers_its_points_for_the_item_it_stands_in(structure, heading: str) -> None:
    read = structure(f"一、养老\n1.食堂。\n{heading}\n1.选址。\n2.招工。\n2.驿站。\n二、托育\n")
    assert read.tree() == [["一、", [["1."], ["2."]]], ["二、"]]
    holder = read.root.children[0].children[0]
    assert read.points(holder) == [["1."], ["2."]]
    assert len(holder.boxes) == 1
    assert read.codes() == []


@pytest.mark.parametrize("mention", MENTIONS)
def test_a_mention_is_no_box(structure, mention: str) -> None:
    read = structure(f"一、养老\n1.食堂。\n{mention}\n2.驿站。\n")
    assert read.tree() == [["一、", [["1."], ["2."]]]]
    assert read.root.children[0].children[0].boxes == []


BOX = "专栏1 工程"
# labels in the order of the text; the items around the box; its points
PLACES: dict[str, tuple[list[str], list[object], list[object]]] = {
    "the outer sequence goes on": (
        ["一、", "（一）", BOX, "1.", "2.", "（二）"],
        [["一、", [["(一)"], ["(二)"]]]],
        [["1."], ["2."]],
    ),
    "an outer rank goes on": (
        ["一、", "（一）", "（二）", BOX, "1.", "2.", "二、"],
        [["一、", [["(一)"], ["(二)"]]], ["二、"]],
        [["1."], ["2."]],
    ),
    "of the same style, and shorter": (
        ["1.", "2.", "3.", "4.", BOX, "1.", "2.", "5."],
        [["1."], ["2."], ["3."], ["4."], ["5."]],
        [["1."], ["2."]],
    ),
    "of the same style, and longer": (
        ["1.", "2.", BOX, "1.", "2.", "3.", "4.", "3.", "4."],
        [["1."], ["2."], ["3."], ["4."]],
        [["1."], ["2."], ["3."], ["4."]],
    ),
    "of the same style, to the end of a section that numbers anew": (
        ["（一）", "1.", "2.", BOX, "1.", "2.", "3.", "（二）", "1.", "2."],
        [["(一)", [["1."], ["2."]]], ["(二)", [["1."], ["2."]]]],
        [["1."], ["2."], ["3."]],
    ),
    "of the same style, to the end of a section after which the number goes on": (
        ["（一）", "1.", "2.", BOX, "1.", "2.", "3.", "（二）", "3.", "4."],
        [["(一)", [["1."], ["2."]]], ["(二)", [["3."], ["4."]]]],
        [["1."], ["2."], ["3."]],
    ),
    "as many points as items before it, told by the number of the next section": (
        ["（一）", "1.", "2.", BOX, "1.", "2.", "3.", "4.", "（二）", "5.", "6."],
        [["(一)", [["1."], ["2."], ["3."], ["4."]]], ["(二)", [["5."], ["6."]]]],
        [["1."], ["2."]],
    ),
    "two ranks in the box": (
        ["（一）", BOX, "1.", "（1）", "（2）", "2.", "（1）", "（二）"],
        [["(一)"], ["(二)"]],
        [["1.", [["(1)"], ["(2)"]]], ["2.", [["(1)"]]]],
    ),
    "two lists in the box": (
        ["（一）", BOX, "1.", "2.", "1.", "2.", "3.", "（二）"],
        [["(一)"], ["(二)"]],
        [["1."], ["2."], ["1."], ["2."], ["3."]],
    ),
    "two boxes": (
        ["（一）", BOX, "1.", "2.", "专栏2 工程", "1.", "2.", "（二）"],
        [["(一)"], ["(二)"]],
        [["1."], ["2."], ["1."], ["2."]],
    ),
    "nothing numbered in the box": (["1.", "2.", BOX, "3."], [["1."], ["2."], ["3."]], []),
    "a number lost behind the box": (
        ["1.", "2.", "3.", BOX, "1.", "2.", "5."],
        [["1."], ["2."], ["3."], ["5."]],
        [["1."], ["2."]],
    ),
    "a rank above that of the points begins": (
        ["一、", BOX, "1.", "2.", "（一）", "（二）", "二、"],
        [["一、", [["(一)"], ["(二)"]]], ["二、"]],
        [["1."], ["2."]],
    ),
    "chapters": (
        ["第一章 ", "第一节 ", BOX, "1.", "2.", "第二节 ", "第二章 ", "第一节 "],
        [["第一章", [["第一节"], ["第二节"]]], ["第二章", [["第一节"]]]],
        [["1."], ["2."]],
    ),
}


@pytest.mark.parametrize(("written", "around", "points"), PLACES.values(), ids=PLACES.keys())
def test_where_a_box_ends(structure, written: list[str], around: list[object], points: list[object]) -> None:
    read = structure("\n".join(label if label.startswith("专栏") else f"{label}建设。" for label in written))
    assert read.tree() == around
    assert read.points() == points


@pytest.mark.parametrize(
    ("third", "points"),
    [
        ("3.流动食堂。设餐车。\n4.学生食堂。设窗口。", ["1.", "2.", "3.", "4."]),
        ("3.课堂。办好课堂。（县教育局负责）\n4.班车。开好班车。（县交通局负责）", ["1.", "2."]),
    ],
)
def test_what_closes_like_the_items_above_the_box_is_one_of_them(
    structure, third: str, points: list[str]
) -> None:
    """Box and items have come as far as each other: 3. goes on with either."""
    above = "（一）养老\n1.食堂。办好食堂。（县民政局负责）\n2.驿站。设好驿站。（县住建局负责）\n"
    read = structure(f"{above}专栏1 食堂工程\n1.选址。靠近小区。\n2.招工。招好厨师。\n{third}\n")
    assert [label for (label,) in read.points()] == points


def test_text_without_number_belongs_to_the_item_until_a_point_begins(structure) -> None:
    read = structure("一、养老\n办好食堂。\n专栏1 食堂工程\n实施下列工程。\n1.选址。\n靠近小区。\n二、托育\n")
    holder = read.root.children[0]
    text = read.body.view.text
    assert [text[a:b] for a, b in holder.paragraphs] == [
        "养老",
        "办好食堂。",
        "专栏1 食堂工程",
        "实施下列工程。",
    ]
    assert [text[a:b] for a, b in holder.points[0].paragraphs] == ["选址。", "靠近小区。"]
    assert holder.end == text.index("靠近小区。") + 5


def test_a_paragraph_that_closes_as_the_one_above_the_box_does_stands_behind_it(structure) -> None:
    read = structure(
        "一、养老\n办好社区食堂。（县民政局负责）\n专栏1 食堂工程\n1.选址。\n2.招工。\n"
        "设好便民驿站。（县住建局负责）\n"
    )
    holder = read.root.children[0]
    text = read.body.view.text
    assert text[slice(*holder.paragraphs[-1])] == "设好便民驿站。(县住建局负责)"
    assert len(holder.points) == 2


def test_a_paragraph_below_the_heading_of_a_point_is_the_points(structure) -> None:
    read = structure(
        "一、养老\n办好社区食堂。（县民政局负责）\n专栏1 食堂工程\n"
        "1.选址\n靠近小区。（县住建局负责）\n2.招工\n招好厨师。（县人社局负责）\n"
    )
    holder = read.root.children[0]
    assert [len(point.paragraphs) for point in holder.points] == [2, 2]


def test_a_box_before_every_item_is_text(structure) -> None:
    read = structure("专栏1 食堂工程\n1.选址。\n2.招工。\n")
    assert read.tree() == [["1."], ["2."]]


def test_a_column_of_a_website_ends_no_head(structure) -> None:
    read = structure("专栏：政策文件\n云溪市人民政府关于加快平台建设的通知\n各县人民政府：\n一、建设平台。\n")
    assert read.values("title") == ["云溪市人民政府关于加快平台建设的通知"]
    assert read.values("addressees") == ["各县人民政府"]


@pytest.mark.parametrize(
    "text",
    [
        "一、养老（一）食堂。新建食堂。专栏1 食堂工程 1.选址。靠近小区。2.招工。招好厨师。（二）驿站。设好。",
        "一、养老1.食堂。新建食堂。专栏1：食堂工程 1.选址。靠近小区。2.招工。招好厨师。2.驿站。设好。",
        "一、养老 1.食堂。新建食堂。 专栏1 食堂工程1.选址。靠近小区。 2.招工。招好厨师。 2.驿站。设好。",
        "一、养老 1.食堂。新建食堂。 专栏1 食堂工程 01 选址 靠近小区。 02 招工 招好厨师。 2.驿站。设好。",
    ],
)
def test_a_box_in_a_text_that_lost_its_lines(structure, text: str) -> None:
    read = structure(text)
    first, second = read.root.children[0].children
    assert (len(first.boxes), len(first.points)) == (1, 2)
    assert (second.boxes, second.points) == ([], [])
