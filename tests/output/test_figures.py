"""The figures of a plan, against a notice whose figures can be counted by hand."""

from __future__ import annotations

import pytest

from planparse import extract
from planparse.output import figures
from planparse.records import Document

NOTICE = """\
青禾县人民政府关于印发青禾县托育服务2023年行动计划的通知
青政发〔2023〕7号

各乡镇人民政府：
现将行动计划印发给你们。

青禾县人民政府
2023年3月10日

青禾县托育服务2023年行动计划

一、增加供给
1.建设托育点。8月底前新建托育点12个以上。（县卫健局牵头，县财政局、县住建局配合）
2.补贴机构。对普惠机构每个托位补助300元。（县财政局负责）
二、加强监管（专班负责）
（一）日常检查
3.开展检查。10月底前培训检查员20名。每月5日前报告进度。（县卫健局牵头，县市监局负责，县财政局配合）
4.公开结果。（县市监局负责，县卫健局配合）
（二）其他
5.规范收费。（县发改局、县市监局负责）
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return extract(NOTICE)


def test_counts(document: Document) -> None:
    assert figures.counts(document)._asdict() == {
        "sections": 4,
        "measures": 5,
        "bodies": 6,
        "targets": 2,
        "standards": 1,
        "deadlines": 3,
        "references": 0,
    }


def test_measures_below_each_outermost_heading(document: Document) -> None:
    found = [(node.title if node else None, count) for node, count in figures.measures_by_section(document)]
    assert found == [("增加供给", 2), ("加强监管", 3)]


def test_measures_below_no_heading() -> None:
    flat = extract(
        NOTICE[: NOTICE.index("一、")] + "1.建设托育点。（县卫健局负责）\n2.规范收费。（县发改局负责）\n"
    )
    assert figures.measures_by_section(flat) == [(None, 2)]


def test_load_of_each_body_the_busiest_first(document: Document) -> None:
    found = {load.body: (load.measures, dict(load.roles)) for load in figures.load_by_body(document)}
    assert found == {
        "青禾县卫生健康局": (3, {"lead": 2, "support": 1}),
        "青禾县财政局": (3, {"support": 2, "responsible": 1}),
        "青禾县市场监督管理局": (3, {"responsible": 3}),
        "专班": (3, {"responsible": 3}),  # from the heading
        "青禾县住房和城乡建设局": (1, {"support": 1}),
        "青禾县发展和改革局": (1, {"responsible": 1}),
    }
    assert [load.measures for load in figures.load_by_body(document)] == [3, 3, 3, 3, 1, 1]


def test_bodies_are_counted_under_their_full_names() -> None:
    document = extract(NOTICE)
    for node, _ in document.nodes():
        for group in node.responsibilities or ():
            for body in group.departments:
                if body.name in ("县市监局", "县卫健局"):
                    body.full_name = "青禾县监管局"
    assert figures.counts(document).bodies == 5
    load = {each.body: each.measures for each in figures.load_by_body(document)}
    assert load["青禾县监管局"] == 4


def test_dates_in_the_order_of_time_each_once(document: Document) -> None:
    found = [(each.date.isoformat(), each.what.text, each.node.id) for each in figures.dates(document)]
    assert found == [("2023-08-31", "8月底前", "1.1"), ("2023-10-31", "10月底前", "2.1.3")]


def test_who_leads_whom(document: Document) -> None:
    assert figures.led_and_supported(document) == {
        ("青禾县卫生健康局", "青禾县财政局"): 2,
        ("青禾县卫生健康局", "青禾县住房和城乡建设局"): 1,
        ("青禾县卫生健康局", "青禾县市场监督管理局"): 1,
        ("青禾县卫生健康局", "专班"): 1,
        ("青禾县市场监督管理局", "青禾县卫生健康局"): 1,  # responsible, where nobody leads
        ("专班", "青禾县卫生健康局"): 1,
    }


def test_who_shares_measures(document: Document) -> None:
    assert figures.together(document)[("青禾县卫生健康局", "青禾县市场监督管理局")] == 2
    assert figures.together(document)[("青禾县发展和改革局", "青禾县市场监督管理局")] == 1
    assert ("青禾县住房和城乡建设局", "青禾县市场监督管理局") not in figures.together(document)


def test_a_measure_of_everybody_says_nothing_of_pairs() -> None:
    bodies = "、".join(f"县{a}{b}局" for a in "甲乙丙丁戊己庚" for b in "子丑寅卯辰巳午")
    crowd = extract(
        NOTICE[: NOTICE.index("一、")] + f"一、任务\n1.抓好落实。（县政府办牵头，{bodies}配合）\n"
    )
    assert figures.counts(crowd).bodies == 50
    assert not figures.led_and_supported(crowd)
    assert not figures.together(crowd)


def test_a_notice_without_a_plan_has_no_figures() -> None:
    nothing = extract("关于放假的通知\n各单位：\n放假一天。\n")
    assert not any(figures.counts(nothing))
    assert figures.load_by_body(nothing) == []
    assert figures.measures_by_section(nothing) == []
    assert figures.dates(nothing) == []
