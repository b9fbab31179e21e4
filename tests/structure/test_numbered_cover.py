"""A notice that hands out a plan and numbers what it says of it: its numbers are none of the plan's."""

from __future__ import annotations

import datetime as dt

import pytest

COVER = """\
云溪市人民政府办公室关于印发2023年重点工作责任分解的通知
各县人民政府：
《2023年重点工作责任分解》已经市政府同意，现印发给你们，并就有关事项通知如下。
一、高度重视。各责任单位要制定工作方案，于2023年2月10日前报市政府督查室。
二、加强督办。市政府督查室定期通报进展。
"""
SIGNED = "云溪市人民政府办公室\n2023年1月12日\n"
TITLE = "2023年重点工作责任分解\n"
PLAN = "一、主要目标\n1.新建站点20个。\n责任单位：市甲局\n2.培训300人次。\n责任单位：市乙局\n"


@pytest.mark.parametrize(
    "between",
    [
        TITLE,
        f"（此件公开发布）\n{TITLE}",
        f"附件\n{TITLE}",
        f"公开方式：主动公开\n附件1\n{TITLE}",
        "2023年重点工作\n责任分解\n",
    ],
)
def test_the_plan_begins_below_the_date(structure, between: str) -> None:
    read = structure(f"{COVER}{SIGNED}{between}{PLAN}")
    assert read.values("plan_title") == ["2023年重点工作责任分解"]
    assert read.values("issuers") == ["云溪市人民政府办公室"]
    assert read.elements.dates["date"] == dt.date(2023, 1, 12)
    assert read.tree() == [["一、", [["1."], ["2."]]]]
    assert not read.elements.attachments


def test_further_attachments_stay_attachments(structure) -> None:
    read = structure(f"{COVER}{SIGNED}附件1\n{TITLE}{PLAN}附件2\n工作专班名单\n组长：张某某\n")
    assert read.values("plan_title") == ["2023年重点工作责任分解"]
    assert [each.title.text for each in read.elements.attachments] == ["工作专班名单"]


def test_a_notice_that_hands_out_nothing_is_its_own_plan(structure) -> None:
    own = COVER.replace("，现印发给你们，并就", "，现就")
    read = structure(f"{own}{SIGNED}附件\n任务分解一览\n{PLAN}")
    assert read.tree() == [["一、"], ["二、"]]
    assert read.values("plan_title") == []


@pytest.mark.parametrize("below", ["", "联系人：张某某\n", "三、落实责任。定期报告。\n"])
def test_without_a_plan_below_the_numbers_are_the_notices(structure, below: str) -> None:
    assert [label for label, *_ in structure(f"{COVER}{SIGNED}{below}").tree()][:2] == ["一、", "二、"]
