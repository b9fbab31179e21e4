"""Items whose number a conversion lost: the row of numbers says where they stood."""

from __future__ import annotations

import pytest

from ..support import measures, plan

A, B, C, D = ("（县甲局负责）", "（县乙局负责）", "（县丙局负责）", "（县丁局负责）")

CASES = {
    "one lost": (
        f"1.建食堂。方便就餐。{A}\n设驿站。方便歇脚。{B}\n3.增托位。方便家长。{C}",
        [("1.1", "建食堂"), ("1.p1", "设驿站"), ("1.3", "增托位")],
    ),
    "two lost": (
        f"1.建食堂。方便就餐。{A}\n设驿站。方便歇脚。{B}\n增托位。方便家长。{C}\n4.办书屋。方便读者。{D}",
        [("1.1", "建食堂"), ("1.p1", "设驿站"), ("1.p2", "增托位"), ("1.4", "办书屋")],
    ),
    "no gap: two brackets of one measure": (
        f"1.建食堂。方便就餐。{A}\n设驿站。方便歇脚。{B}\n2.增托位。方便家长。{C}",
        [("1.1", "建食堂"), ("1.2", "增托位")],
    ),
    "a gap, and nothing that could stand in it": (
        f"1.建食堂。方便就餐。{A}\n3.增托位。方便家长。{C}",
        [("1.1", "建食堂"), ("1.3", "增托位")],
    ),
    "a gap, and label lines": (
        "1.建食堂。方便就餐。\n牵头单位：县甲局\n配合单位：县乙局\n3.增托位。方便家长。\n牵头单位：县丙局",
        [("1.1", "建食堂"), ("1.3", "增托位")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_items_that_lost_their_number(body: str, expected: list[tuple[str, str]]) -> None:
    found = measures(plan("一、主要任务\n" + body))
    assert [(node["id"], node["title"]) for node in found] == expected


def test_what_was_lost_keeps_its_owners_and_has_no_label() -> None:
    body = f"1.建食堂。方便就餐。{A}\n设驿站。方便歇脚。{B}\n3.增托位。方便家长。{C}"
    _, lost, _ = measures(plan("一、主要任务\n" + body))
    assert [group["departments"][0]["text"] for group in lost["responsibilities"]] == ["县乙局"]
    assert "label" not in lost and "number" not in lost
