"""The rows of tables say what the record says, and where it comes from."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import planparse
from planparse.output.table import LAYOUTS, Duty, Goal, Task, duties, field_names, goals, rows, tasks

from .documents import TEXT, TITLE, document, group, waterworks, with_measures

SAMPLES = Path(__file__).parents[2] / "samples"
NOTICES = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".md"))

PIPES = {
    "number": 1,
    "file": "管网.txt",
    "notice": TITLE,
    "document_number": "临政办发〔2023〕5号",
    "id": "1.1.1",
    "line": 5,
    "section_1": "一、改造管网",
    "section_2": "（一）供水",
    "title": "更换管道",
    "label": "1.",
    "text": "更换灰口铸铁管道120公里，投资达到1.2亿元。\n①先主干后支线。",
    "measure": "更换管道。更换灰口铸铁管道120公里，投资达到1.2亿元。\n①先主干后支线。",
    "targets": "更换灰口铸铁管道120公里\n投资达到1.2亿元（2025年底前）",
    "standards": "每户补助50元",
    "lead": "市水务局、管网专班",
    "responsible": "",
    "support": "市财政局、市住建局等",
    "oversight": "市发改委",
    "owner_origin": "本条、上级标题",
    "deadline": "2024年底前",
    "due": dt.date(2024, 12, 31),
    "due_origin": "上级标题",
    "references": "《供水条例》（临政发〔2022〕3号）",
    "remark": "管网专班：随上级标题；指导监督：市发改委；时限随上级标题",
}
POINTS = {
    "number": 2,
    "id": "1.1.2",
    "line": 8,
    "lead": "管网专班",
    "support": "",
    "targets": "新建1—2处\n平均修复时间24小时（基期36）",
    "owner_origin": "上级标题",
    "deadline": "2023年8月底前",
    "due": dt.date(2023, 8, 31),
    "due_origin": "本条",
    "remark": "管网专班：随上级标题",
}


def stated(row: Any, case: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in case}


def test_a_task_is_a_measure_with_its_headings_owners_targets_and_times() -> None:
    first, second = tasks(waterworks(), TEXT)
    assert stated(first, PIPES) == PIPES
    assert stated(second, POINTS) == POINTS


def test_every_field_of_a_task_is_looked_at_above() -> None:
    assert set(PIPES) == set(field_names("tasks")) == set(field_names("ledger"))


def test_without_the_text_there_are_no_lines_and_titles_stand_on_their_own() -> None:
    first = tasks(waterworks())[0]
    assert first.line is None
    assert first.measure == "更换管道\n更换灰口铸铁管道120公里，投资达到1.2亿元。\n①先主干后支线。"


@pytest.mark.parametrize(
    ("responsibilities", "conventions", "expected"),
    [
        ([], [], {"lead": "", "responsible": "", "owner_origin": "", "remark": ""}),
        (
            [group("unspecified", "市甲局", "市乙局", open=True)],
            [],
            {"lead": "", "responsible": "市甲局、市乙局等", "owner_origin": "本条", "remark": ""},
        ),
        (
            [group("unspecified", "市甲局", "市乙局")],
            [{"kind": "first_listed_leads", "text": "列第一位者为牵头单位"}],
            {
                "lead": "市甲局",
                "responsible": "市乙局",
                "owner_origin": "文中约定、本条",
                "remark": "市甲局：按文中约定",
            },
        ),
        (
            [group("responsible", "市甲局")],
            [
                {
                    "kind": "implied_body",
                    "text": "均需各县负责",
                    "departments": [{"text": "各县", "name": "各县"}],
                }
            ],
            {
                "lead": "",
                "responsible": "市甲局、各县",
                "owner_origin": "本条、文中约定",
                "remark": "各县：按文中约定",
            },
        ),
    ],
)
def test_bodies_say_where_they_come_from(
    responsibilities: list[Any], conventions: list[Any], expected: dict[str, str]
) -> None:
    made = with_measures({"title": "甲", "responsibilities": responsibilities}, conventions=conventions)
    assert stated(tasks(made)[0], expected) == expected


PERIOD = {"period": {"start": "2023-01-01", "end": "2025-12-31"}}


@pytest.mark.parametrize(
    ("deadlines", "more", "expected"),
    [
        ([], {}, ("", None, "")),
        ([], PERIOD, ("2025年底", dt.date(2025, 12, 31), "计划期")),
        # the latest of several, all in words
        (
            [
                {"text": "2023年底前", "kind": "by", "end": "2023-12-31"},
                {"text": "2024年6月前", "kind": "by", "end": "2024-06-30"},
            ],
            PERIOD,
            ("2023年底前；2024年6月前", dt.date(2024, 6, 30), "本条"),
        ),
        # a time without an end keeps its words; the date is the period's
        (
            [{"text": "每月5日前", "kind": "recurring"}],
            PERIOD,
            ("每月5日前", dt.date(2025, 12, 31), "计划期"),
        ),
        ([{"text": "每月5日前", "kind": "recurring"}], {}, ("每月5日前", None, "")),
    ],
)
def test_the_date_of_a_measure_says_where_it_comes_from(
    deadlines: list[Any], more: dict[str, Any], expected: tuple[str, dt.date | None, str]
) -> None:
    task = tasks(with_measures({"title": "甲", "deadlines": deadlines}, **more))[0]
    assert (task.deadline, task.due, task.due_origin) == expected


def test_headings_below_the_first_share_a_field_and_an_untitled_one_is_named_by_its_text() -> None:
    deep = {"id": "p1.1.1", "level": 3, "label": "（1）", "text": "长" * 40, "measures": [{"id": "p1.1.1.1"}]}
    middle = {"id": "p1.1", "level": 2, "title": "二级", "sections": [deep]}
    top = {"id": "p1", "level": 1, "title": "一级", "sections": [middle]}
    task = tasks(document({"kind": "plan", "sections": [top]}))[0]
    assert (task.section_1, task.section_2) == ("一级", f"二级\n（1）{'长' * 30}")


def test_a_duty_is_a_body_in_a_measure_and_those_of_a_body_stand_together() -> None:
    found = [(d.number, d.body, d.role, d.owner_origin, d.id) for d in duties(waterworks(), TEXT)]
    assert found == [
        (1, "市水务局", "牵头", "本条", "1.1.1"),
        (2, "市财政局", "配合", "本条", "1.1.1"),
        (3, "市住建局", "配合", "本条", "1.1.1"),
        (4, "市发改委", "指导监督", "本条", "1.1.1"),
        (5, "管网专班", "牵头", "上级标题", "1.1.1"),
        (6, "管网专班", "牵头", "上级标题", "1.1.2"),
    ]


def test_a_duty_names_the_others_and_the_words_of_the_text() -> None:
    duty = duties(waterworks(), TEXT)[1]
    case = {
        "others": "市水务局、市住建局、市发改委、管网专班",
        "role_written": "配合",
        "body_written": "市财政局",
        "measure": PIPES["measure"],
        "line": 5,
    }
    assert stated(duty, case) == case


def test_a_body_known_by_its_full_name_is_one_body_whatever_the_text_calls_it() -> None:
    def called(text: str) -> dict[str, Any]:
        known = {
            "body": "finance",
            "full_name": "临澜市财政局",
            "kind": "department",
            "jurisdiction": "临澜市",
        }
        return {
            "responsibilities": [{"role": "lead", "departments": [{"text": text, "name": text, **known}]}]
        }

    made = with_measures(
        called("市财政局"), {"responsibilities": [group("lead", "市甲局")]}, called("财政局")
    )
    case = [(d.body, d.body_written, d.body_kind, d.jurisdiction, d.id) for d in duties(made)]
    assert case == [
        ("临澜市财政局", "市财政局", "部门", "临澜市", "1"),
        ("临澜市财政局", "财政局", "部门", "临澜市", "3"),
        ("市甲局", "市甲局", "", "", "2"),
    ]
    # the tasks keep the words of the notice
    assert [task.lead for task in tasks(made)] == ["市财政局", "市甲局", "财政局"]


GOALS: list[dict[str, Any]] = [
    {
        "number": 1,
        "id": "",
        "line": 2,
        "source": "前言",
        "indicator": "漏损率",
        "comparator": "不高于",
        "amount": 9,
        "amount_unit": "%",
        "owners": "",
        "deadline": "2025年底",
        "due_origin": "本句",
    },
    {
        "number": 2,
        "id": "1.1.1",
        "line": 5,
        "source": "1.更换管道",
        "section_1": "一、改造管网",
        "indicator": "灰口铸铁管道",
        "action": "更换",
        "basis": "新增",
        "strength": "一般",
        "written": "120公里",
        "comparator": "等于",
        "amount": 120,
        "owners": "市水务局、管网专班",
        "due": dt.date(2024, 12, 31),
        "due_origin": "上级标题",
    },
    {
        "number": 3,
        "amount": Decimal("1.2"),
        "amount_unit": "亿元",
        "value": 120_000_000,
        "unit": "元",
        "basis": "达到",
        "due": dt.date(2025, 12, 31),
        "due_origin": "本句",
    },
    {
        "number": 4,
        "amount": "1—2",
        "value": 1,
        "value_max": 2,
        "comparator": "区间",
        "deadline": "2023年8月底前",
    },
    {"number": 5, "amount": 24, "baseline": 36, "source": "2.建设监测点", "owners": "管网专班"},
]


def test_a_goal_is_a_target_of_preamble_section_or_measure() -> None:
    found = goals(waterworks(), TEXT)
    assert [stated(goal, case) for goal, case in zip(found, GOALS, strict=True)] == GOALS


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_a_plan_there_are_no_rows(layout: Any) -> None:
    assert list(rows(layout, document(None))) == []


def test_each_layout_has_its_kind_of_row() -> None:
    kinds = {layout: type(rows(layout, waterworks())[0]) for layout in LAYOUTS}
    assert kinds == {"tasks": Task, "ledger": Task, "bodies": Duty, "targets": Goal}


def of_kind(record: Any, key: str) -> list[Any]:
    """All entries of the lists under a key of a plain record."""
    if isinstance(record, dict):
        own = record.get(key, [])
        return [*own, *(entry for value in record.values() for entry in of_kind(value, key))]
    return [entry for value in record for entry in of_kind(value, key)] if isinstance(record, list) else []


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_rows_of_a_sample_are_as_many_as_the_measures_and_targets_of_its_record(path: Path) -> None:
    found = planparse.extract_file(path)
    record = json.loads(found.to_json())
    measures = of_kind(record, "measures")
    titles = {measure["id"]: measure.get("title", "") for measure in measures}
    assert len(tasks(found)) == len(measures)
    assert {task.id: task.title for task in tasks(found)} == titles
    assert len(goals(found)) == len(of_kind(record, "targets"))
    stated_bodies = {body["text"] for body in of_kind(measures, "departments")}
    assert stated_bodies <= {duty.body_written for duty in duties(found)}
