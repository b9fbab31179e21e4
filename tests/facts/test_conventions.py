"""Sentences that change how every later bracket is read."""

from __future__ import annotations

import pytest

from planparse import extract

from ..support import NEXT, measure, measures, notice, owners, plan

TASK = "修整渠道。组织清淤护岸，保障灌溉。"
ONE = ["responsible 负责: 县水利局"]


def owners_of(ending: str) -> list[str]:
    return owners(measure(TASK + ending))


CONVENTIONS = {
    "after a comma": "（县水利局、县财政局负责，列第一位者为牵头单位，下同）",
    "after a semicolon": "（县水利局、县财政局负责；列第一位者为牵头单位，下同）",
    "in a bracket behind a label line": "\n责任单位：县水利局、县财政局（列第一位者为牵头单位，下同）",
    "after a label": "（责任单位：县水利局、县财政局，列第一位者为牵头单位，下同）",
}


@pytest.mark.parametrize("ending", CONVENTIONS.values(), ids=CONVENTIONS.keys())
def test_first_listed_leads(ending: str) -> None:
    found = extract(notice(f"一、主要任务\n1.{TASK}{ending}\n2.种植林带。（县林业局、县财政局负责）"))
    assert found.plan is not None
    assert [(entry.kind, entry.text) for entry in found.plan.conventions or ()] == [
        ("first_listed_leads", "列第一位者为牵头单位，下同")
    ]
    first, second = measures(found.to_dict()["plan"])
    assert [group.split(": ")[1] for group in owners(first)] == ["县水利局、县财政局"]
    assert owners(second) == ["responsible 负责: 县林业局、县财政局"]  # the record stays what the text says
    in_effect = {
        node["id"]: [
            (owner.department.text, owner.role, owner.via) for owner in found.effective_owners(node["id"])
        ]
        for node in (first, second)
    }
    assert in_effect[first["id"]] == [("县水利局", "lead", "convention"), ("县财政局", "responsible", "own")]
    assert in_effect[second["id"]] == [("县林业局", "lead", "convention"), ("县财政局", "responsible", "own")]


@pytest.mark.parametrize(
    "first",
    [
        "列第一位者",
        "列第一位的",
        "排在第一位的",
        "排在首位的",
        "排名第一的责任单位",
        "列首位的单位",
        "排序第一的单位",
        "第一个单位",
        "第一责任单位",
    ],
)
def test_wordings_of_first_listed_leads(first: str) -> None:
    found = plan(f"一、主要任务\n1.{TASK}（县水利局、县财政局负责，{first}为牵头单位，下同）\n{NEXT}")
    assert [entry["kind"] for entry in found["conventions"]] == ["first_listed_leads"]
    assert [group.split(": ")[1] for group in owners(measures(found)[0])] == ["县水利局、县财政局"]


@pytest.mark.parametrize(
    "word", ["列第一位者为工作牵头单位", "列第一位者为牵头单位或汇总单位", "列第一位者是牵头部门"]
)
def test_first_listed_leads_without_the_word_for_what_follows(word: str) -> None:
    found = plan(f"一、主要任务\n1.{TASK}（县水利局、县财政局负责，{word}）\n{NEXT}")
    assert [(entry["kind"], entry["text"]) for entry in found["conventions"]] == [
        ("first_listed_leads", word)
    ]
    assert [group.split(": ")[1] for group in owners(measures(found)[0])] == ["县水利局、县财政局"]


@pytest.mark.parametrize("remark", ["排名第一的测试站为示范站", "以下内容均需报县政府备案"])
def test_remarks_that_are_no_convention(remark: str) -> None:
    found = plan(f"一、主要任务\n1.{TASK}{remark}。（县水利局负责）\n{NEXT}")
    assert "conventions" not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "以下均需各乡镇人民政府负责，不再列出",
        "以下各项均需各乡镇人民政府落实，不再列出",
        "以下各项工作均需各乡镇人民政府负责落实，不再列出",
        "各项工作均需各乡镇人民政府落实，以下不再列出",
        "以下任务均需各乡镇人民政府负责，不再逐一列出",
    ],
)
def test_implied_body(sentence: str) -> None:
    found = extract(
        notice(f"一、主要任务\n1.{TASK}（县水利局负责，{sentence}）\n2.种植林带。（县林业局负责）")
    )
    written = found.to_dict()["plan"]
    assert [
        (convention["kind"], [body["text"] for body in convention["departments"]])
        for convention in written.get("conventions", [])
    ] == [("implied_body", ["各乡镇人民政府"])]
    first, second = measures(written)
    assert owners(first) == ONE
    assert [(owner.department.text, owner.via) for owner in found.effective_owners(second["id"])] == [
        ("县林业局", "own"),
        ("各乡镇人民政府", "convention"),
    ]


def test_the_covering_notice_may_say_it() -> None:
    said = "排在首位的为牵头单位，下同"
    found = extract(
        "青禾县人民政府关于印发青禾县水利行动方案的通知\n各乡镇人民政府：\n"
        f"现将《青禾县水利行动方案》印发给你们（责任单位中{said}），请认真执行。\n"
        "青禾县人民政府\n2023年3月10日\n青禾县水利行动方案\n"
        f"一、主要任务\n1.{TASK}（县水利局、县财政局负责）\n2.种植林带。（县林业局负责）\n"
    )
    assert found.plan is not None
    (convention,) = found.plan.conventions or ()
    assert (convention.kind, convention.text) == ("first_listed_leads", said)
    leads = [owner.department.text for owner in found.effective_owners("1.1") if owner.role == "lead"]
    assert leads == ["县水利局"]
