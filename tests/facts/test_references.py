"""Documents that a text names in 《》: title, number, and how the text stands to them."""

from __future__ import annotations

from typing import Any

import pytest

from planparse import extract

from ..support import measure, measures, notice, plan


def references(sentence: str) -> list[dict[str, Any]]:
    return list(measure(f"完善服务。{sentence}（县民政局负责）").get("references", []))


def named(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Title and number as written; the number is empty where none stands."""
    return [(entry["title"], entry.get("document_number", {}).get("text", "")) for entry in found]


TITLES = {
    "title alone": ("落实《云岭省养老服务条例》要求。", [("云岭省养老服务条例", "")]),
    "with its number": (
        "落实《云岭省养老服务规划》（云政发〔2021〕3号）要求。",
        [("云岭省养老服务规划", "云政发〔2021〕3号")],
    ),
    "number in half width brackets": (
        "落实《云岭省养老服务规划》(云政发〔2021〕3号)要求。",
        [("云岭省养老服务规划", "云政发〔2021〕3号")],
    ),
    "several in a list": (
        "落实《云岭省养老服务条例》、《云岭省养老服务规划》。",
        [("云岭省养老服务条例", ""), ("云岭省养老服务规划", "")],
    ),
    "several side by side": (
        "落实《云岭省养老服务规划》（云政发〔2021〕3号）《云岭省托育服务规划》（云政发〔2022〕8号）。",
        [("云岭省养老服务规划", "云政发〔2021〕3号"), ("云岭省托育服务规划", "云政发〔2022〕8号")],
    ),
    "only the second has a number": (
        "落实《云岭省养老服务条例》和《云岭省托育服务规划》（云政发〔2022〕8号）。",
        [("云岭省养老服务条例", ""), ("云岭省托育服务规划", "云政发〔2022〕8号")],
    ),
    "title with a title inside": (
        "落实《关于转发〈云岭省养老服务规划〉的通知》要求。",
        [("关于转发〈云岭省养老服务规划〉的通知", "")],
    ),
    "same marks inside": (
        "落实《关于转发《云岭省养老服务规划》的通知》要求。",
        [("关于转发《云岭省养老服务规划》的通知", "")],
    ),
    "title with a bracket": (
        "落实《云岭省养老服务规划（2021—2025年）》要求。",
        [("云岭省养老服务规划（2021—2025年）", "")],
    ),
    "blanks are left out": ("落实《云岭省 养老服务 条例》要求。", [("云岭省养老服务条例", "")]),
    "broken by a line end": ("落实《云岭省养老\n服务条例》要求。", [("云岭省养老服务条例", "")]),
    "a trial version": ("落实《云岭省养老服务规范（试行）》要求。", [("云岭省养老服务规范（试行）", "")]),
}


@pytest.mark.parametrize(("sentence", "expected"), TITLES.values(), ids=TITLES.keys())
def test_titles_and_numbers(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert named(references(sentence)) == expected


NUMBERS = {
    "as the standard writes it": "云政发〔2021〕3号",
    "office": "云政办发〔2021〕13号",
    "letter": "云政办函〔2021〕13号",
    "square brackets": "云政发[2021]3号",
    "full width square brackets": "云政发［2021］3号",
    "small tortoise brackets": "云政发﹝2021﹞3号",
    "blank before 号": "云政发〔2021〕3 号",
    "blanks all over": "云政发 〔2021〕 3 号",
    "full width digits": "云政发〔２０２１〕３号",
}


@pytest.mark.parametrize("written", NUMBERS.values(), ids=NUMBERS.keys())
def test_forms_of_a_number(written: str) -> None:
    (found,) = references(f"落实《云岭省养老服务规划》（{written}）要求。")
    number = found["document_number"]
    assert number["text"] == written.replace(" ", "")
    assert number["agency"] in ("云政发", "云政办发", "云政办函")
    assert number["agency"] == written[: len(number["agency"])]
    assert number["year"] == 2021
    assert number["serial"] == (13 if "13" in written else 3)


RELATIONS = {
    "implements": ("为贯彻落实《云岭省养老服务规划》，健全服务网络。", "implements"),
    "implements, 深入": ("为深入贯彻《云岭省养老服务规划》，健全服务网络。", "implements"),
    "basis, 根据": ("根据《云岭省养老服务条例》，健全服务网络。", "basis"),
    "basis, 依据": ("依据《云岭省养老服务条例》，健全服务网络。", "basis"),
    "basis, 按照": ("按照《云岭省养老服务条例》要求，健全服务网络。", "basis"),
    "repeals": ("《青禾县养老服务办法》（青政发〔2015〕4号）同时废止。", "repeals"),
    "repeals, written with 原": ("原《青禾县养老服务办法》同时废止。", "repeals"),
    "cites": ("宣传《云岭省养老服务条例》。", "cites"),
    "cites after a verb": ("修订完善《云岭省养老服务规范》。", "cites"),
}


@pytest.mark.parametrize(("sentence", "relation"), RELATIONS.values(), ids=RELATIONS.keys())
def test_relations(sentence: str, relation: str) -> None:
    assert [entry["relation"] for entry in references(sentence)] == [relation]


def test_a_relation_covers_the_list_behind_it() -> None:
    found = references(
        "根据《云岭省养老服务条例》、《云岭省托育服务条例》和《云岭省殡葬管理条例》，健全服务网络。"
    )
    assert [entry["relation"] for entry in found] == ["basis"] * 3


def test_each_of_two_clauses_has_its_relation() -> None:
    found = references("为贯彻落实《云岭省养老服务规划》，根据《云岭省养老服务条例》，健全服务网络。")
    assert [entry["relation"] for entry in found] == ["implements", "basis"]


def test_the_preamble_of_a_plan_names_what_it_rests_on() -> None:
    found = plan(
        "为贯彻落实《云岭省养老服务规划》（云政发〔2021〕3号），根据《云岭省养老服务条例》，结合我县实际，制定本计划。\n"
        "一、主要任务\n1.完善服务。健全网络。（县民政局负责）"
    )["preamble"]
    assert named(found["references"]) == [
        ("云岭省养老服务规划", "云政发〔2021〕3号"),
        ("云岭省养老服务条例", ""),
    ]
    assert [entry["relation"] for entry in found["references"]] == ["implements", "basis"]


NONE = {
    "no title": "健全服务网络。",
    "quotation marks": "落实“放管服”改革要求。",
    "empty marks": "落实《》要求。",
    "a number alone": "落实云政发〔2021〕3号文件要求。",
    "marks that never close": "落实《云岭省养老服务条例要求。",
    "a film": "放映纪录片《青禾四季》。",
    "a play": "组织排演话剧《茶馆》。",
}


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE.keys())
def test_what_is_no_reference(sentence: str) -> None:
    assert references(sentence) == []


def test_marks_that_never_close_do_not_swallow_the_next_title() -> None:
    assert ("云岭省托育服务条例", "") in named(
        references("落实《云岭省养老服务条例。落实《云岭省托育服务条例》。")
    )


def test_spans_cover_title_and_number() -> None:
    text = notice(
        "一、主要任务\n1.完善服务。落实《云岭省养老\n服务规划》（云政发〔2021〕3号）。（县民政局负责）"
    )
    (found,) = measures(extract(text).to_dict()["plan"])[0]["references"]
    covered = "".join(text[start:end] for start, end in found["span"]).replace("\n", "")
    assert covered.lstrip("《").startswith("云岭省养老服务规划")
    number = found["document_number"]
    assert "".join(text[start:end] for start, end in number["span"]) == "云政发〔2021〕3号"
