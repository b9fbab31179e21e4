"""Numbers and times that a reader should look at twice."""

from __future__ import annotations

import pytest

from ..support import notice, record

OWNED = "（县民政局负责）"


def quoted(code: str, text: str) -> list[str]:
    """What the messages of a code quote."""
    body = f"一、任务\n1.完善设施。{text}。{OWNED}"
    messages = [f["message"] for f in record(body).get("findings", []) if f["code"] == code]
    return [message.partition("：")[2] for message in messages]


RANGES = {
    "新建食堂1—2个": ("", ""),
    "新建食堂2个以上": ("", ""),
    "新建食堂1—2个以上": ("1—2个以上", ""),
    "新建食堂1至2个以上": ("1至2个以上", ""),
    "新建食堂8—12个左右": ("", ""),
    "新建食堂12—8个": ("", "12—8个"),
    "周期由36个月压减至24个月": ("", ""),
}


@pytest.mark.parametrize(("text", "bounded", "reversed_"), [(text, *found) for text, found in RANGES.items()])
def test_ranges(text: str, bounded: str, reversed_: str) -> None:
    assert quoted("PP501", text) == [bounded] * bool(bounded)
    assert quoted("PP504", text) == [reversed_] * bool(reversed_)


UNITS = {
    "食堂总数达到20": ["达到20"],
    "养老床位达到500": ["达到500"],
    "食堂总数达到20个": [],
    "养老指数达到65": [],
    "服务水平达到90": [],
    "配比达到2:3": [],
}


@pytest.mark.parametrize(("text", "expected"), UNITS.items())
def test_a_number_without_unit(text: str, expected: list[str]) -> None:
    assert [entry.removeprefix("达到") for entry in quoted("PP505", text)] == [
        entry.removeprefix("达到") for entry in expected
    ]


def test_late_deadlines_are_said_once_where_they_are_many() -> None:
    dates = "2024年3月底前建成，2024年6月底前验收，2024年底前投用"
    assert quoted("PP604", "2024年底前建成") == ["2024年底前"]
    assert quoted("PP604", dates) == [""]


MEASURES = "\n".join(f"{number}.完善设施。方便群众。{OWNED}" for number in range(1, 5))
UNTIMED = {
    "no time at all": (f"一、任务\n{MEASURES}", True),
    "one deadline": (f"一、任务\n{MEASURES}\n5.完善设施。2023年底前完成。{OWNED}", False),
    "a term of validity": (f"一、任务\n{MEASURES}\n本方案自印发之日起施行，有效期三年。", False),
    "few measures": (f"一、任务\n1.完善设施。方便群众。{OWNED}", False),
}


@pytest.mark.parametrize(("body", "expected"), UNTIMED.values(), ids=UNTIMED.keys())
def test_no_deadline_anywhere(body: str, expected: bool) -> None:
    codes = {finding["code"] for finding in record(body, plan="青禾县服务提升实施方案").get("findings", [])}
    assert ("PP603" in codes) is expected


def test_a_year_in_the_title_is_a_deadline_for_all() -> None:
    codes = {finding["code"] for finding in record(f"一、任务\n{MEASURES}").get("findings", [])}
    assert "PP603" not in codes


@pytest.mark.parametrize(
    ("plan", "past"),
    [
        ("青禾县服务提升2023年行动计划", False),
        ("青禾县服务提升2024年行动计划", False),
        ("青禾县服务提升2022年行动计划", True),
        ("青禾县服务提升行动计划（2020—2022年）", True),
        ("青禾县服务提升行动计划（2021—2023年）", False),
        ("青禾县服务提升行动计划", False),
    ],
)
def test_a_period_that_was_over_when_the_notice_was_issued(plan: str, past: bool) -> None:
    assert "2023年3月10日" in notice(MEASURES)
    codes = {finding["code"] for finding in record(f"一、任务\n{MEASURES}", plan=plan).get("findings", [])}
    assert ("PP605" in codes) is past
