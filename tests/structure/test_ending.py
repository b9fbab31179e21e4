"""Signature, date and annotation, between a notice and its plan and at the end of a notice."""

from __future__ import annotations

import datetime as dt

import pytest

HEAD = "关于加快平台建设的通知\n各县人民政府：\n"
PLAN = "云溪市平台建设行动计划\n为加快平台建设，制定本计划。\n一、任务\n"
SIGNED = [
    ("云溪市人民政府\n2023年3月1日", ["云溪市人民政府"]),
    ("云溪市人民政府   2023年3月1日", ["云溪市人民政府"]),
    ("云溪市人民政府2023年3月1日", ["云溪市人民政府"]),
    ("云溪市人民政府办公室（代章）\n2023年3月1日", ["云溪市人民政府办公室（代章）"]),
    ("云溪市发展改革委  云溪市财政局\n2023年3月1日", ["云溪市发展改革委", "云溪市财政局"]),
    ("云溪市发展改革委\n云溪市财政局\n2023年3月1日", ["云溪市发展改革委", "云溪市财政局"]),
    ("科 技 部\n2023年3月1日", ["科技部"]),
    ("2023年3月1日", []),
    ("特此通知\n2023年3月1日", []),
]


@pytest.mark.parametrize(("ending", "issuers"), SIGNED)
def test_signatures_of_a_notice_that_carries_a_plan(structure, ending: str, issuers: list[str]) -> None:
    read = structure(f"{HEAD}现印发给你们，请认真执行。\n{ending}\n{PLAN}")
    assert read.values("issuers") == issuers
    assert read.elements.dates["date"] == dt.date(2023, 3, 1)
    assert read.values("plan_title") == ["云溪市平台建设行动计划"]


@pytest.mark.parametrize(("ending", "issuers"), SIGNED)
def test_signatures_at_the_end(structure, ending: str, issuers: list[str]) -> None:
    read = structure(f"{HEAD}现通知如下。\n一、任务\n加快建设。\n{ending}\n")
    assert read.values("issuers") == issuers
    assert read.elements.dates["date"] == dt.date(2023, 3, 1)
    assert "加快建设。" in read.paragraphs()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("二〇二三年三月一日", dt.date(2023, 3, 1)),
        ("二○二三年十二月三十一日", dt.date(2023, 12, 31)),
        ("2023 年 3 月 1 日", dt.date(2023, 3, 1)),
        ("２０２３年３月１日", dt.date(2023, 3, 1)),
        ("2023年2月30日", None),
    ],
)
def test_dates(structure, line: str, date: dt.date | None) -> None:
    read = structure(f"{HEAD}现通知如下。\n一、任务\n加快建设。\n云溪市人民政府\n{line}\n")
    assert read.elements.dates.get("date") == date


@pytest.mark.parametrize(
    ("ending", "annotation"),
    [
        ("2023年3月1日\n（此件公开发布）", "此件公开发布"),
        ("2023年3月1日 （此件主动公开）", "此件主动公开"),
        ("2023年3月1日\n(联系人：张三，电话：000)", "联系人：张三，电话：000"),
        ("2023年3月1日\n（试行）", None),
    ],
)
def test_annotations(structure, ending: str, annotation: str | None) -> None:
    read = structure(f"{HEAD}现通知如下。\n一、任务\n加快建设。\n云溪市人民政府\n{ending}\n")
    assert read.values("annotation") == ([annotation] if annotation else [])


@pytest.mark.parametrize(
    "tail", ["云溪市人民政府2023年3月1日（此件公开发布）", "云溪市人民政府办公厅 2023年3月1日"]
)
def test_an_ending_glued_to_the_last_paragraph(structure, tail: str) -> None:
    read = structure(f"{HEAD}一、任务\n（一）建设平台。加快建设。{tail}\n")
    assert read.elements.dates["date"] == dt.date(2023, 3, 1)
    assert len(read.values("issuers")) == 1
    assert read.paragraphs()[-1] == "(一)建设平台。加快建设。"


def test_a_glued_ending_before_the_plan(structure) -> None:
    read = structure(f"{HEAD}现印发给你们，请认真执行。云溪市人民政府2023年3月1日（此件公开发布）\n{PLAN}")
    assert (read.values("issuers"), read.values("annotation")) == (["云溪市人民政府"], ["此件公开发布"])
    assert read.values("plan_title") == ["云溪市平台建设行动计划"]


def test_an_order_is_signed_by_a_person(structure) -> None:
    read = structure(
        "云溪市人民政府令\n第12号\n现公布《云溪市停车办法》，自2023年5月1日起施行。\n"
        "市长  张三\n2023年3月1日\n"
        "云溪市停车办法\n第一条 为加强管理，制定本办法。\n"
    )
    assert (read.values("signer"), read.values("issuers")) == (["张三"], ["云溪市人民政府"])
    assert (read.values("document_number"), read.elements.number) == (["第12号"], None)
    assert read.values("plan_title") == ["云溪市停车办法"]


def test_a_notice_without_numbers_that_ends_with_its_date_is_its_own_plan(structure) -> None:
    read = structure(f"{HEAD}加快建设平台。（市甲局负责）\n云溪市人民政府\n2023年3月1日\n（此件公开发布）\n")
    assert not read.elements.wrapped
    assert read.paragraphs() == ["加快建设平台。(市甲局负责)"]
    assert read.values("annotation") == ["此件公开发布"]


def test_when_the_page_was_updated_is_no_text(structure) -> None:
    read = structure(f"{HEAD}一、任务\n加快建设。\n云溪市人民政府\n2023年3月1日\n更新时间：2024-01-02\n")
    assert read.part_of("更新时间：2024-01-02") == "metadata"


def test_an_annotation_below_the_plan_is_no_text_of_it(structure) -> None:
    read = structure(
        f"{HEAD}现印发给你们，请认真执行。\n云溪市人民政府\n2023年3月1日\n{PLAN}1.建设平台。\n（此件公开发布）\n"
        "抄送：市甲局，市乙局。\n"
    )
    assert read.values("annotation") == ["此件公开发布"]
    assert read.paragraphs()[-1] == "1.建设平台。"
