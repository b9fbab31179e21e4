"""The outline: nesting by numbering style, and what a damaged numbering shows."""

from __future__ import annotations

import pytest


def text_of(labels: list[str]) -> str:
    return "\n".join(f"{label}建设。" for label in labels)


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        (["一、", "（一）", "1.", "（1）", "①"], [["一、", [["(一)", [["1.", [["(1)", [["①"]]]]]]]]]]),
        # items numbered on through all sections
        (["一、", "1.", "2.", "二、", "3."], [["一、", [["1."], ["2."]]], ["二、", [["3."]]]]),
        # items numbered anew in each section
        (["一、", "1.", "2.", "二、", "1."], [["一、", [["1."], ["2."]]], ["二、", [["1."]]]]),
        # a level left out
        (["一、", "1.", "二、", "（一）", "2."], [["一、", [["1."]]], ["二、", [["(一)", [["2."]]]]]]),
        (["第一章 ", "第一条 ", "第二章 ", "第二条 "], [["第一章", [["第一条"]]], ["第二章", [["第二条"]]]]),
        (
            ["一、", "第一条 ", "二、", "（一）", "第二条 ", "（二）", "第三条 "],
            [["一、", [["第一条"]]], ["二、", [["(一)", [["第二条"]]], ["(二)", [["第三条"]]]]]],
        ),
        (["第一条 ", "一、", "二、", "第二条 "], [["第一条", [["一、"], ["二、"]]], ["第二条"]]),
        (
            ["一、", "第一条 ", "（一）", "（二）", "第二条 "],
            [["一、", [["第一条", [["(一)"], ["(二)"]]], ["第二条"]]]],
        ),
        # an item that begins with a number
        (["1.", "2.", "3.15分钟便民圈", "4.121工程", "5."], [["1."], ["2."], ["3."], ["4."], ["5."]]),
        # articles that number on below headings, and those of a regulation behind the notice
        (
            ["一、", "第1条 ", "二、", "（一）", "第 2 条 "],
            [["一、", [["第1条"]]], ["二、", [["(一)", [["第 2 条"]]]]]],
        ),
        (
            ["一、", "二、", "第一条 ", "一、", "二、", "第二条 "],
            [["一、"], ["二、"], ["第一条", [["一、"], ["二、"]]], ["第二条"]],
        ),
        # lost numbers, repeated numbers, numbers out of order: still items
        (["一、", "二、", "四、"], [["一、"], ["二、"], ["四、"]]),
        (["一、", "二、", "二、", "三、"], [["一、"], ["二、"], ["二、"], ["三、"]]),
        (["一、", "二、", "四、", "三、", "五、"], [["一、"], ["二、"], ["四、"], ["三、"], ["五、"]]),
        (["一、", "1.", "2.", "二、", "2.", "3."], [["一、", [["1."], ["2."]]], ["二、", [["2."], ["3."]]]]),
        # too far to be numbering
        (["1.", "2.", "95."], [["1."], ["2."]]),
        (["40、"], []),
    ],
)
def test_nesting(structure, written: list[str], tree: list[object]) -> None:
    assert structure(text_of(written)).tree() == tree


def test_decimals_nest_by_their_points(structure) -> None:
    assert structure(text_of(["1.1 ", "1.1.1 ", "1.1.2 ", "1.2 "])).tree() == [
        ["1.1", [["1.1.1"], ["1.1.2"]]],
        ["1.2"],
    ]


def test_the_first_numbers_of_a_list_that_begins_anew_may_be_lost(structure) -> None:
    read = structure(text_of(["一、", "1.", "2.", "3.", "4.", "二、", "1.", "2.", "三、", "3.", "4."]))
    assert read.tree()[2] == ["三、", [["3."], ["4."]]]


def test_paragraphs_belong_to_the_item_above_them(structure) -> None:
    read = structure("为加快建设，制定本计划。\n一、任务\n（一）平台\n建设平台。\n应用平台。\n二、要求\n")
    text = read.body.view.text
    first, second = read.root.children
    item = first.children[0]
    assert [text[a:b] for a, b in read.root.paragraphs] == ["为加快建设,制定本计划。"]
    assert [text[a:b] for a, b in item.paragraphs] == ["平台", "建设平台。", "应用平台。"]
    assert text[: first.end].endswith("应用平台。") and second.end == len(text)


@pytest.mark.parametrize(
    ("written", "findings"),
    [
        (["一、", "二、", "三、"], []),
        (["一、", "1.", "2.", "二、", "3."], []),
        (["一、", "1.", "2.", "二、", "1.", "2."], []),
        (["一、", "二、", "四、"], [("PP301", {"label": "四、", "expected": "3"})]),
        (["一、", "1.", "2.", "二、", "4."], [("PP301", {"label": "4.", "expected": "3"})]),
        (["一、", "二、", "二、"], [("PP302", {"label": "二、"})]),
        (["一、", "1.", "1.", "2."], [("PP302", {"label": "1."})]),
        # a second list under the same heading begins anew
        (["一、", "1.", "2.", "1.", "2."], []),
        (["一、", "1.", "2.", "二、", "2.", "3."], [("PP302", {"label": "2."})]),
    ],
)
def test_findings_of_numbering(
    structure, written: list[str], findings: list[tuple[str, dict[str, str]]]
) -> None:
    found = structure(text_of(written)).findings
    assert [(f.code, dict(f.values)) for f in found] == findings


def test_a_finding_points_at_the_label_and_at_the_one_before(structure) -> None:
    read = structure("一、甲\n二、乙\n四、丁\n")
    (finding,) = read.findings
    assert finding.spans == ((8, 10),)
    assert [(label.note, label.spans) for label in finding.labels] == [("previous", ((4, 6),))]


def test_a_level_skipped_against_the_rest_of_the_document(structure) -> None:
    labels = ["一、", "（一）", "1.", "二、", "（二）", "2.", "三、", "3."]
    assert structure(text_of(labels)).message_values("PP303") == [{"label": "3."}]


def test_a_level_that_the_whole_document_leaves_out_is_not_skipped(structure) -> None:
    assert structure(text_of(["一、", "1.", "二、", "2."])).codes() == []


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("一、甲\n二、\n三、丙\n", ["二、"]),
        ("一、\n总则\n二、细则\n", []),
        ("一、甲。\n1.\n2.乙。\n", ["1."]),
        ("一、甲\n1.乙。\n二、", ["二、"]),
    ],
)
def test_a_number_without_text(structure, text: str, empty: list[str]) -> None:
    assert [values["label"] for values in structure(text).message_values("PP306")] == empty
