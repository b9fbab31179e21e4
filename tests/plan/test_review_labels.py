"""Labels of one numbering that are not written alike."""

from __future__ import annotations

import pytest

from ..support import record

OWNED = "（县民政局负责）"


def strange(*labels: str) -> list[str]:
    """The label that each finding quotes."""
    body = "一、任务\n" + "\n".join(f"{label}完善设施。方便群众。{OWNED}" for label in labels)
    messages = [f["message"] for f in record(body).get("findings", []) if f["code"] == "PP308"]
    return [message.partition("如“")[2].removesuffix("”") for message in messages]


CASES = {
    "points": (["1.", "2.", "3."], []),
    "a point and an enumeration comma": (["1.", "2、", "3."], ["2、"]),
    "the first is the strange one": (["1、", "2.", "3."], ["1、"]),
    "two of five": (["1.", "2、", "3.", "4、", "5."], ["2、"]),
    "full and half width of a point are one": (["1.", "2．", "3."], []),
    "blanks are layout": (["1.", "2. ", "3 ."], []),
    "brackets": (["（一）", "（二）", "（三）"], []),
    "a bracket of half width": (["（一）", "(二)", "（三）"], ["(二)"]),
    "a comma behind the bracket": (["（一）", "（二）、", "（三）"], ["(二)、"]),
}


@pytest.mark.parametrize(("labels", "expected"), CASES.values(), ids=CASES.keys())
def test_labels(labels: list[str], expected: list[str]) -> None:
    assert strange(*labels) == expected


def test_levels_are_written_each_in_its_own_way() -> None:
    body = f"一、任务\n（一）助餐\n1.建食堂。方便就餐。{OWNED}\n（二）助医\n2.设门诊。方便就医。{OWNED}"
    assert "PP308" not in {finding["code"] for finding in record(body).get("findings", [])}


def test_all_strange_labels_are_pointed_at() -> None:
    body = "一、任务\n" + "\n".join(
        f"{label}完善设施。方便群众。{OWNED}" for label in ("1.", "2、", "3.", "4、", "5.")
    )
    (finding,) = [f for f in record(body)["findings"] if f["code"] == "PP308"]
    assert len(finding["span"]) == 2
