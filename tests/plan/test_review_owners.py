"""Who answers for the measures of a plan: what is said of each, and what is said once for all."""

from __future__ import annotations

from typing import Any

import pytest

from ..support import record

OWNED = "（县民政局负责）"


def found(body: str, code: str) -> list[dict[str, Any]]:
    return [finding for finding in record(body).get("findings", []) if finding["code"] == code]


def places(body: str, code: str) -> list[str]:
    """The node of each finding; `×3` for one finding that stands for three places."""
    return [finding.get("node") or f"×{len(finding['span'])}" for finding in found(body, code)]


def measures(*closings: str, start: int = 1) -> str:
    """Measures numbered from `start` that end in these brackets; empty where there is none."""
    lines = [f"{number}.完善设施。方便群众。{closing}" for number, closing in enumerate(closings, start)]
    return "\n".join(lines)


NO_OWNER = {
    "all have one": (f"一、任务\n{measures(OWNED, OWNED, OWNED)}", []),
    "one of three has none": (f"一、任务\n{measures(OWNED, '', OWNED)}", ["1.2"]),
    "one of two has none": (f"一、任务\n{measures(OWNED, '')}", ["1.2"]),
    "nobody is named anywhere": (f"一、任务\n{measures('', '', '')}", []),
    "the heading names one": (f"一、任务（养老专班负责）\n{measures(OWNED, '', '')}", []),
    "the heading above names one": (
        f"一、任务（养老专班负责）\n（一）助餐\n{measures(OWNED, '')}\n（二）助医\n{measures('', start=3)}",
        [],
    ),
    "a part that names nobody": (
        f"一、任务\n{measures(OWNED, OWNED)}\n二、保障\n{measures('', '', '', start=3)}",
        ["×3"],
    ),
    "two in a part that names nobody": (
        f"一、任务\n{measures(OWNED, OWNED)}\n二、保障\n{measures('', '', start=3)}",
        ["2.3", "2.4"],
    ),
    "a lost one and a part that names nobody": (
        f"一、任务\n{measures(OWNED, '', OWNED)}\n二、保障\n{measures('', '', '', start=4)}",
        ["1.2", "×3"],
    ),
    "later ones are implied": (
        "一、任务\n1.建食堂。方便就餐。（县民政局负责，以下均需各乡镇人民政府负责，不再列出）\n2.设驿站。方便歇脚。",
        [],
    ),
}


@pytest.mark.parametrize(("body", "nodes"), NO_OWNER.values(), ids=NO_OWNER.keys())
def test_no_owner(body: str, nodes: list[str]) -> None:
    assert places(body, "PP401") == nodes


BARE, BOTH = "（县民政局、县财政局）", "（县民政局牵头，县财政局配合）"
NO_ROLE = {
    "all have one": (measures(OWNED, BOTH), []),
    "one has none": (measures(OWNED, BARE, BOTH), ["1.2"]),
    "the only one has none": (measures(BARE), ["1.1"]),
    "half of six": (measures(OWNED, BARE, BARE, OWNED, BARE, OWNED), ["1.2", "1.3", "1.5"]),
    "most of four": (measures(BARE, BARE, OWNED, BARE), ["×3"]),
}


@pytest.mark.parametrize(("body", "nodes"), NO_ROLE.values(), ids=NO_ROLE.keys())
def test_no_role_word(body: str, nodes: list[str]) -> None:
    assert places(f"一、任务\n{body}", "PP403") == nodes


ALONE = "（县民政局牵头）"
LEAD_ONLY = {
    "others support": (measures(BOTH), []),
    "others carry out": (measures("（县民政局牵头，县财政局负责）"), []),
    "alone": (measures(ALONE, BOTH), ["1.1"]),
    "two together": (measures("（县民政局、县财政局牵头）", BOTH), ["1.1"]),
    "an open list": (measures("（县民政局等部门牵头）", BOTH), []),
    "each its own part": (measures("（县民政局、县财政局分别牵头）", BOTH), []),
    "so is most of the plan": (measures(ALONE, ALONE, ALONE, BOTH), ["×3"]),
    "five are too many, which is said instead": (
        measures("（县民政局、县财政局、县住建局、县人社局、县卫健局牵头）"),
        [],
    ),
}


@pytest.mark.parametrize(("body", "nodes"), LEAD_ONLY.values(), ids=LEAD_ONLY.keys())
def test_a_lead_and_nobody_else(body: str, nodes: list[str]) -> None:
    assert places(f"一、任务\n{body}", "PP405") == nodes


MANY_LEADS = {
    "nine": ("（县甲局、县乙局、县丙局、县丁局、县戊局、县己局、县庚局、县辛局、县壬局牵头）", ["9"]),
    "five": ("（县甲局、县乙局、县丙局、县丁局、县戊局牵头）", ["5"]),
    "four": ("（县甲局、县乙局、县丙局、县丁局牵头）", []),
    "with others that support": ("（县甲局、县乙局、县丙局、县丁局、县戊局牵头，县己局配合）", []),
    "each its own part": ("（县甲局、县乙局、县丙局、县丁局、县戊局分别牵头）", []),
}


@pytest.mark.parametrize(("closing", "counts"), MANY_LEADS.values(), ids=MANY_LEADS.keys())
def test_many_leads(closing: str, counts: list[str]) -> None:
    messages = [finding["message"] for finding in found(f"一、任务\n{measures(closing)}", "PP406")]
    assert messages == [f"有 {count} 个牵头单位" for count in counts]


PAIR = "（县民政局、县财政局负责）"
NO_LEAD = {
    "one leads": (measures(BOTH), []),
    "one alone": (measures(OWNED), []),
    "two side by side": (measures(PAIR, BOTH, BOTH), ["1.1"]),
    "two that others support": (measures("（县民政局、县财政局负责，县住建局配合）", BOTH, BOTH), ["1.1"]),
    "one that another supports": (measures("（县民政局负责，县住建局配合）"), []),
    "each by its duties": (measures("（县民政局、县财政局按职责分工负责）"), []),
    "each its own part": (measures("（县民政局、县财政局分别负责）"), []),
    "one with the townships": (measures("（县民政局、各乡镇人民政府负责）"), []),
    "one with the others concerned": (measures("（县民政局、相关县直单位负责）"), []),
    "two with the townships": (measures("（县民政局、县财政局、各乡镇人民政府负责）", BOTH, BOTH), ["1.1"]),
    "one together with another": (measures("（县民政局会同县财政局负责）"), []),
    "no role word, which is said instead": (measures(BARE), []),
    "most of the plan": (measures(PAIR, PAIR, PAIR, BOTH), ["×3"]),
    "the first one leads by convention": (
        measures("（县民政局、县财政局负责。列第一位者为牵头单位，下同）", PAIR),
        [],
    ),
}


@pytest.mark.parametrize(("body", "nodes"), NO_LEAD.values(), ids=NO_LEAD.keys())
def test_nobody_leads(body: str, nodes: list[str]) -> None:
    assert places(f"一、任务\n{body}", "PP421") == nodes


def test_under_a_heading_that_names_one_that_one_leads() -> None:
    assert places(f"一、任务（养老专班牵头负责）\n{measures(PAIR, PAIR)}", "PP421") == []


LED = "（养老专班负责）"
HEADINGS = {
    "all name one": ([LED, LED, LED], []),
    "none names one": (["", "", ""], []),
    "one of three does not": ([LED, "", LED], ["2"]),
    "two of three do not": ([LED, "", ""], []),
    "one of two does not": ([LED, ""], []),
}


@pytest.mark.parametrize(("headings", "nodes"), HEADINGS.values(), ids=HEADINGS.keys())
def test_a_section_without_owner_beside_others_that_have_one(headings: list[str], nodes: list[str]) -> None:
    body = "\n".join(
        f"{label}、任务{heading}\n{measures(OWNED, start=number)}"
        for number, (label, heading) in enumerate(zip("一二三", headings, strict=False), start=1)
    )
    assert places(body, "PP408") == nodes
