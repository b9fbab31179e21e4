"""Where bodies answer for a text: behind it, in rows of labels, within a paragraph, or not at all."""

from __future__ import annotations

import pytest

from planparse import extract

from ..support import measure, measures, notice, owners, plan, record, sections
from .test_responsibility import ONE, TASK

FALSE_FRIENDS = {
    "for trial": "修整渠道。出台管护办法（试行）",
    "for trial, with a period": "修整渠道。出台管护办法（试行）。",
    "document number": "修整渠道。落实《云岭省灌溉管理规定》（云政办发〔2022〕6号）",
    "kinds of place": "修整渠道。推广到各县（市、区）",
    "kinds of facility": "修整渠道。配套充电桩（站）",
    "second stage": "修整渠道。推进灌区改造（二期）",
    "a section that takes calls": "修整渠道。问题线索报县水利局（县水利局综合股）",
    "a telephone": "修整渠道。问题线索报县水利局（电话：0355-7654321）",
    "a person to ask": "修整渠道。问题线索报县水利局（联系人：王禾）",
    "what is included": "修整渠道。检查各类设施（含泵站、闸门）",
    "an abbreviation": "修整渠道。建立灌溉服务站（以下简称服务站）",
    "an abbreviation in quotes": "修整渠道。建立灌溉服务站（以下简称“服务站”）。",
    "publication note": "修整渠道。保障灌溉。（此件公开发布）",
    "an explanation": "修整渠道。控制水位（不超警戒线，兼顾上下游）。",
    "companies that lead": "修整渠道。鼓励龙头企业牵头组建灌溉联合体",
    "a bracket amid the text": "修整渠道。由水管站（县水利局下属）统一调度，保障灌溉。",
    "a mere mention of a duty": "修整渠道。各单位要各负其责，密切配合",
}


@pytest.mark.parametrize("text", FALSE_FRIENDS.values(), ids=FALSE_FRIENDS.keys())
def test_what_is_no_responsibility(text: str) -> None:
    assert owners(measure(text)) == []


def test_an_unclosed_bracket_does_not_swallow_the_next_measure() -> None:
    found = record(
        f"一、主要任务\n1.{TASK}（县水利局负责\n2.种植林带。（县林业局负责）\n3.巡查林带。（县林业局负责）"
    )
    assert [owners(node) for node in measures(found["plan"])[1:]] == [["responsible 负责: 县林业局"]] * 2
    assert "PP402" in [finding["code"] for finding in found["findings"]]


def test_a_stray_closing_bracket_takes_nothing_away() -> None:
    found = record("一、主要任务\n1.修整渠道）。组织清淤。（县水利局负责）\n2.种植林带。（县林业局负责）")
    assert [owners(node) for node in measures(found["plan"])] == [ONE, ["responsible 负责: 县林业局"]]
    assert "PP404" in [finding["code"] for finding in found["findings"]]


def test_a_heading_names_bodies_for_its_section() -> None:
    (section,) = sections(
        plan("一、水利服务（水利专班牵头负责）。\n1.修整渠道。组织清淤。（县水利局具体负责）")
    )
    assert section["title"] == "水利服务"
    assert owners(section) == ["lead 牵头负责: 水利专班"]
    assert owners(section["measures"][0]) == ["responsible 具体负责: 县水利局"]


SEVERAL = (
    "改善灌溉。分两个方面推进。\n修整渠道，组织清淤。（县水利局负责）\n"
    "种植林带，防风固沙。（县林业局牵头，县财政局配合）"
)


def test_several_brackets_in_one_measure_say_what_they_close() -> None:
    text = notice(f"一、主要任务\n1.{SEVERAL}")
    (found,) = measures(extract(text).to_dict()["plan"])
    assert owners(found) == [*ONE, "lead 牵头: 县林业局", "support 配合: 县财政局"]
    closed = [
        "".join(text[start:end] for start, end in group["applies_to"]) for group in found["responsibilities"]
    ]
    assert ["修整渠道" in part for part in closed] == [True, False, False]
    assert ["种植林带" in part for part in closed] == [False, True, True]


def test_a_single_bracket_needs_no_such_note() -> None:
    assert "applies_to" not in measure(f"{TASK}（县水利局负责）")["responsibilities"][0]


@pytest.mark.parametrize("ending", ["（县 水利局、 县财政局 负责）", "\n责任单位：县 水利局、县财政局"])
def test_text_of_a_body_is_what_its_span_covers(ending: str) -> None:
    text = notice(f"一、主要任务\n1.{TASK}{ending}")
    (found,) = measures(extract(text).to_dict()["plan"])
    for body in found["responsibilities"][0]["departments"]:
        assert "".join(text[start:end] for start, end in body["span"]).replace(" ", "") == body["text"]


BEHIND = {
    "label behind the last sentence": (
        "责任单位：县水利局、县财政局，各乡镇人民政府。",
        ["responsible 责任单位: 县水利局、县财政局、各乡镇人民政府"],
    ),
    "labels in a row": (
        "牵头领导：丁山 牵头单位：县水利局 责任单位：县财政局、县住建局",
        ["lead 牵头单位: 县水利局", "responsible 责任单位: 县财政局、县住建局"],
    ),
    "label and field in a row": ("责任部门：县水利局 完成时限：2023年底", ["responsible 责任部门: 县水利局"]),
    "a time behind the role": ("（县水利局负责，2023年底前完成）", ONE),
    "a manner behind the role": ("（县水利局负责，持续推进）", ONE),
    "a field of time": ("（责任单位：县水利局；时限：2023年6月）", ["responsible 责任单位: 县水利局"]),
    "open list with two nouns": (
        "（县水利局、县财政局等部门和单位按职责分工负责）",
        ["responsible 按职责分工负责: 县水利局、县财政局 …"],
    ),
    "who carries out, who watches": (
        "（县水利局负责实施，县审计局负责监督）",
        ["responsible 负责实施: 县水利局", "oversight 负责监督: 县审计局"],
    ),
}


@pytest.mark.parametrize(("ending", "expected"), BEHIND.values(), ids=BEHIND.keys())
def test_rows_of_labels_and_what_stands_beside_bodies(ending: str, expected: list[str]) -> None:
    found = measure(TASK + ending)
    assert owners(found) == expected
    assert found["text"] == "组织清淤护岸，保障灌溉。"


def test_the_time_beside_a_role_is_a_deadline() -> None:
    found = measure(TASK + "（县水利局负责，2023年底前完成）")
    assert [(time["text"], str(time["end"])) for time in found["deadlines"]] == [("2023年底前", "2023-12-31")]


WITHIN = {
    "role words": "清理河道。（县水利局负责）栽植林带。（县林业局负责）",
    "tortoise": "清理河道。〔县水利局负责〕栽植林带。〔县林业局负责〕",
    "labels": "一是清理河道。（责任单位：县水利局）二是栽植林带。（责任单位：县林业局）",
    "before the full stop": "清理河道（县水利局负责）。栽植林带（县林业局负责）。",
    "before a year": "清理河道（县水利局负责）。2023年底前栽植林带（县林业局负责）。",
    "a convention behind it": (
        "清理河道。（县水利局负责。以下均需各乡镇落实，不再列出）栽植林带。（县林业局负责）"
    ),
}


@pytest.mark.parametrize("text", WITHIN.values(), ids=WITHIN.keys())
def test_brackets_within_a_paragraph(text: str) -> None:
    named = [group.split(": ")[1] for group in owners(measure(f"整治环境。{text}"))]
    assert named == ["县水利局", "县林业局"]


SHARED = {
    "an organ in a bracket": ("各县、区人民政府（管委会）", "各县、区人民政府（管委会）"),
    "a bracket between": ("各县（市）、区人民政府", "各县（市）、区人民政府"),
    "three kinds": ("各市、自治州、县（区）人民政府", "各市、自治州、县（区）人民政府"),
    "streets": ("各乡、镇、街道办事处", "各乡、镇、街道办事处"),
    "not all": ("各有关区、县级市", "各有关区、县级市"),
    "districts in one word": ("各县市区", "各县市区"),
    "departments are others": ("各乡镇、县直各部门", "各乡镇|县直各部门"),
    "a bureau is another": ("各乡镇、区教育局", "各乡镇|区教育局"),
    "so it is behind a bracket": ("各县（市）、市教育局", "各县（市）|市教育局"),
}


@pytest.mark.parametrize(("bodies", "expected"), SHARED.values(), ids=SHARED.keys())
def test_how_far_all_reaches(bodies: str, expected: str) -> None:
    (group,) = measure(f"{TASK}（{bodies}负责）")["responsibilities"]
    assert "|".join(body["text"] for body in group["departments"]) == expected


SENTENCES = [
    "县水利局负责。",
    "由县水利局、县财政局负责落实。",
    "县水利局牵头，县财政局、各乡镇（街道）配合。",
]


def tasks(*endings: str) -> str:
    return "一、主要任务\n" + "\n".join(f"{n}.{TASK}{ending}" for n, ending in enumerate(endings, start=1))


def test_sentences_that_assign() -> None:
    found = measures(plan(tasks(*SENTENCES)))
    assert [owners(each) for each in found] == [
        ["responsible 负责: 县水利局"],
        ["responsible 负责落实: 县水利局、县财政局"],
        ["lead 牵头: 县水利局", "support 配合: 县财政局、各乡镇（街道）"],
    ]
    assert [each["text"] for each in found] == ["组织清淤护岸，保障灌溉。"] * 3


def test_one_sentence_is_no_habit() -> None:
    found = measures(plan(tasks(SENTENCES[0], "县水利局抓紧办。", "")))
    assert not any("responsibilities" in each for each in found)


@pytest.mark.parametrize(
    "ending",
    [
        "工程质量由建设单位负责。",
        "县水利局要切实负责。",
        "做到守土有责、守土负责。",
        "主要领导亲自负责。",
        "县水利局负责技术，乡镇负责实施。",
    ],
)
def test_sentences_that_only_end_like_it(ending: str) -> None:
    *_, last = measures(plan(tasks(*SENTENCES, ending)))
    assert "responsibilities" not in last
