"""What a reader should know about a plan: the findings that need the whole of it."""

from __future__ import annotations

from typing import Any

import pytest

from ..support import record

OWNED = "（县民政局负责）"


def findings(body: str, **more: str) -> list[dict[str, Any]]:
    return list(record(body, **more).get("findings", []))


def codes(body: str, **more: str) -> set[str]:
    return {finding["code"] for finding in findings(body, **more)}


SOUND = f"一、主要任务\n1.建食堂。新建食堂20个。{OWNED}\n2.设驿站。方便歇脚。（县住建局牵头，县财政局配合）"


def test_a_sound_plan_has_nothing_to_report() -> None:
    assert codes(SOUND) == set()


CASES = {
    "PP401 no owner": ("PP401", f"一、主要任务\n1.建食堂。方便就餐。{OWNED}\n2.设驿站。方便歇脚。"),
    "PP402 unclosed": (
        "PP402",
        f"一、主要任务\n1.建食堂。方便就餐。（县民政局负责\n2.设驿站。方便歇脚。{OWNED}",
    ),
    "PP403 no role word": ("PP403", "一、主要任务\n1.建食堂。方便就餐。（县民政局、县财政局）"),
    "PP404 closes nothing": ("PP404", f"一、主要任务\n1.建食堂）。方便就餐。{OWNED}"),
    "PP405 lead alone": ("PP405", "一、主要任务\n1.建食堂。方便就餐。（县民政局牵头）"),
    "PP406 many leads": (
        "PP406",
        "一、主要任务\n1.建食堂。方便就餐。（县民政局、县财政局、县住建局、县人社局、县卫健局、县教育局牵头）",
    ),
    "PP407 mixed widths": ("PP407", "一、主要任务\n1.建食堂。方便就餐。（县民政局负责)"),
    "PP408 one heading without owner": (
        "PP408",
        "一、养老（养老专班负责）\n1.建食堂。方便就餐。（县民政局负责）\n二、托育\n2.增托位。方便家长。（县卫健局负责）\n"
        "三、文化（文化专班负责）\n3.建书屋。方便读者。（县文旅局负责）",
    ),
    "PP410 cut by a page break": (
        "PP410",
        "一、主要任务\n1.建食堂。方便就餐。（县民政局、县财\n\n— 3 —\n\n政局负责）",
    ),
    "PP301 gap": (
        "PP301",
        f"一、主要任务\n1.建食堂。方便就餐。{OWNED}\n3.设驿站。方便歇脚。{OWNED}\n4.增托位。方便家长。{OWNED}",
    ),
    "PP302 repeated": (
        "PP302",
        f"一、主要任务\n1.建食堂。方便就餐。{OWNED}\n1.设驿站。方便歇脚。{OWNED}\n2.增托位。方便家长。{OWNED}",
    ),
    "PP304 no measures": ("PP304", "全县上下要高度重视，抓好落实。"),
    "PP501 range with a bound": ("PP501", f"一、主要任务\n1.建食堂。新建食堂1—2个以上。{OWNED}"),
    "PP502 bound after a list": ("PP502", f"一、主要任务\n1.建食堂。新建食堂20个、驿站8座以上。{OWNED}"),
    "PP601 before the issue": ("PP601", f"一、主要任务\n1.建食堂。2022年6月底前新建食堂20个。{OWNED}"),
    "PP602 impossible": ("PP602", f"一、主要任务\n1.建食堂。2023年2月30日前新建食堂20个。{OWNED}"),
    "PP604 beyond the period": ("PP604", f"一、主要任务\n1.建食堂。2026年底前新建食堂20个。{OWNED}"),
}


@pytest.mark.parametrize(("code", "body"), CASES.values(), ids=CASES.keys())
def test_findings(code: str, body: str) -> None:
    assert code in codes(body)


@pytest.mark.parametrize("code", sorted({code for code, _ in CASES.values()}))
def test_a_heading_owner_a_pair_of_brackets_and_plain_numbers_raise_none_of_them(code: str) -> None:
    body = (
        "一、养老服务（养老专班牵头负责）\n1.建食堂。2023年6月底前新建食堂20个以上，出台办法（试行）。（县民政局具体负责）\n"
        "2.设驿站。新建驿站1—2座。（县住建局牵头，县财政局配合）"
    )
    assert code not in codes(body)


def test_a_measure_under_an_owned_heading_is_no_orphan() -> None:
    assert "PP401" not in codes(
        "一、养老服务（养老专班负责）\n1.建食堂。方便就餐。（县民政局负责）\n2.设驿站。方便歇脚。"
    )


def test_where_nobody_is_named_at_all_no_measure_is_an_orphan() -> None:
    assert "PP401" not in codes("一、主要任务\n1.建食堂。方便就餐。\n2.设驿站。方便歇脚。")


def test_an_implied_body_is_an_owner() -> None:
    body = (
        "一、主要任务\n1.建食堂。方便就餐。（县民政局负责，以下均需各乡镇人民政府负责，不再列出）\n"
        "2.设驿站。方便歇脚。"
    )
    assert "PP401" not in codes(body)


BRACKETS = {
    "a pair": ("（县民政局负责）", set()),
    "one inside another": ("（县民政局〈县老龄办〉负责）", set()),
    "never closed": ("（县民政局负责", {"PP402"}),
    "never opened": ("县民政局负责）", {"PP404"}),
    "of two kinds": ("（县民政局负责〕", {"PP422"}),
    "of another kind inside a pair": ("（县民政局负责〕）", {"PP404"}),
    "of two widths": ("（县民政局负责)", {"PP407"}),
    "of half width": ("(县民政局负责)", set()),
}


@pytest.mark.parametrize(("closing", "expected"), BRACKETS.values(), ids=BRACKETS.keys())
def test_brackets(closing: str, expected: set[str]) -> None:
    found = codes(f"一、主要任务\n1.建食堂（试行）。方便就餐。{closing}")
    assert found & {"PP402", "PP404", "PP407", "PP422"} == expected


def test_a_bracket_far_above_is_not_closed_by_another_kind() -> None:
    body = f"一、主要任务\n1.建食堂（试行。方便就餐。{OWNED}\n2.设驿站〕。方便歇脚。{OWNED}"
    assert {"PP402", "PP404"} <= codes(body)


@pytest.mark.parametrize(
    ("gap", "found"),
    [("\n\n— 3 —\n\n", True), ("\n\n", True), ("\f", True), ("\n", False), (" ", False), ("", False)],
)
def test_a_bracket_cut_by_a_page_break(gap: str, found: bool) -> None:
    body = f"一、主要任务\n1.建食堂。方便就餐。（县民政局、县财{gap}政局负责）"
    assert ("PP410" in codes(body)) is found


def test_marks_amid_a_line_are_no_page_break() -> None:
    body = "一、主要任务\n1.建食堂\n方便就餐。\n**责任单位：**县民政局、县财政局\n" + SOUND.split("\n", 2)[2]
    assert "PP410" not in codes(body)


def test_a_finding_names_its_measure() -> None:
    (found,) = (
        finding
        for finding in findings(f"一、主要任务\n1.建食堂。方便就餐。{OWNED}\n2.设驿站。方便歇脚。")
        if finding["code"] == "PP401"
    )
    assert (found["node"], found["name"], found["severity"]) == ("1.2", "no-owner", "warning")


def test_a_finding_points_at_its_place() -> None:
    body = f"一、主要任务\n1.建食堂。方便就餐。{OWNED}\n2.设驿站。方便歇脚。（县住建局负责"
    found = record(body)
    (finding,) = (entry for entry in found["findings"] if entry["code"] == "PP402")
    assert (finding["line"], finding["column"]) == (14, len("2.设驿站。方便歇脚。") + 1)


def test_a_regulation_says_why_it_has_no_measures() -> None:
    body = "第一条 为了规范停车秩序，制定本办法。\n第二条 本办法适用于城区道路。"
    assert "PP305" in codes(body, plan="青禾县停车管理办法")
