"""The documents a plan names, against each other."""

from __future__ import annotations

from typing import Any

import pytest

from ..support import record

OWNED = "（县民政局负责）"


def found(code: str, *texts: str) -> list[dict[str, Any]]:
    lines = [f"{number}.完善设施。{text}{OWNED}" for number, text in enumerate(texts, start=1)]
    body = "一、任务\n" + "\n".join(lines)
    return [finding for finding in record(body).get("findings", []) if finding["code"] == code]


TWO_NUMBERS = {
    "one number": (
        ["落实《云溪方案》（云政发〔2022〕5号）。", "按照《云溪方案》（云政发〔2022〕5号）推进。"],
        [],
    ),
    "blanks and brackets aside": (
        ["落实《云溪方案》（云政发〔2022〕5号）。", "按照《云溪方案》（云政发[2022] 5 号）推进。"],
        [],
    ),
    "another serial": (
        ["落实《云溪方案》（云政发〔2022〕5号）。", "按照《云溪方案》（云政发〔2022〕6号）推进。"],
        ["1.2"],
    ),
    "another agency": (
        ["落实《云溪方案》（云政发〔2022〕5号）。", "按照《云溪方案》（云政办发〔2022〕5号）推进。"],
        ["1.2"],
    ),
    "another title": (
        ["落实《云溪方案》（云政发〔2022〕5号）。", "按照《云溪规划》（云政发〔2022〕6号）推进。"],
        [],
    ),
    "once without a number": (["落实《云溪方案》。", "按照《云溪方案》（云政发〔2022〕6号）推进。"], []),
}


@pytest.mark.parametrize(("texts", "nodes"), TWO_NUMBERS.values(), ids=TWO_NUMBERS.keys())
def test_one_title_with_two_numbers(texts: list[str], nodes: list[str]) -> None:
    assert [finding["node"] for finding in found("PP606", *texts)] == nodes


REPEALED = {
    "as basis": (["根据《青禾方案》推进。", "《青禾方案》同时废止。"], ["1.1"]),
    "carried out": (["落实《青禾方案》。", "《青禾方案》同时废止。"], ["1.1"]),
    "only cited": (["参考《青禾方案》的做法。", "《青禾方案》同时废止。"], []),
    "another one is repealed": (["根据《青禾方案》推进。", "《青禾规划》同时废止。"], []),
    "nothing is repealed": (["根据《青禾方案》推进。", "《青禾方案》继续执行。"], []),
}


@pytest.mark.parametrize(("texts", "nodes"), REPEALED.values(), ids=REPEALED.keys())
def test_a_repealed_document_as_basis(texts: list[str], nodes: list[str]) -> None:
    assert [finding["node"] for finding in found("PP607", *texts)] == nodes


FORMS = {
    "落实《云溪方案》（云政发〔2022〕5号）。": [],
    "落实《云溪方案》（云政发〔2022〕 5 号）。": [],
    "落实《云溪方案》（云政发[2022]5号）。": ["云政发[2022]5号"],
    "落实《云溪方案》（云政发〔2022〕第5号）。": ["云政发〔2022〕第5号"],
    "落实《云溪方案》（云政发〔2022〕05号）。": ["云政发〔2022〕05号"],
}


@pytest.mark.parametrize(("text", "quoted"), FORMS.items())
def test_the_form_of_a_number(text: str, quoted: list[str]) -> None:
    messages = [finding["message"] for finding in found("PP608", text)]
    assert messages == [f"引用的文号不合格式：{number}" for number in quoted]


def test_brackets_of_a_web_page_are_said_once() -> None:
    texts = [f"落实《方案{number}》（云政发[2022]{number}号）。" for number in range(1, 5)]
    assert [finding["message"] for finding in found("PP608", *texts)] == ["引用的文号大多不合格式，共 4 处"]


LEVELS = {
    "落实《江南省养老服务方案》（江政办发〔2022〕5号）。": 0,
    "落实《江南省养老服务方案》（江市政办发〔2022〕5号）。": 1,
    "落实《江南省养老服务方案》（江县政发〔2022〕5号）。": 1,
    "落实《江南自治区养老服务方案》（江市政发〔2022〕5号）。": 1,
    "落实《云溪市养老服务方案》（江市政办发〔2022〕5号）。": 0,
    "落实《关于贯彻江南省养老服务方案的通知》（江市政办发〔2022〕5号）。": 0,
    "落实《转发江南省养老服务方案的通知》（江市政办发〔2022〕5号）。": 0,
    "落实《全省养老服务方案》（江市政办发〔2022〕5号）。": 0,
    "落实《江南省级示范方案》（江市政办发〔2022〕5号）。": 0,
    "落实《江南省道路方案》（江建城市政〔2022〕5号）。": 0,
}


@pytest.mark.parametrize(("text", "count"), LEVELS.items())
def test_a_number_of_another_level(text: str, count: int) -> None:
    assert len(found("PP609", text)) == count


MARKS = {
    "落实《云溪方案》。": [],
    "落实《关于印发〈云溪方案〉的通知》。": [],
    "落实《关于印发《云溪方案》的通知》。": [],
    "落实《云溪方案。": ["《"],
    "落实云溪方案》。": ["》"],
    "落实《云溪方案》和《云溪规划。": ["《"],
}


@pytest.mark.parametrize(("text", "marks"), MARKS.items())
def test_title_marks(text: str, marks: list[str]) -> None:
    messages = [finding["message"] for finding in found("PP610", text, "落实《青禾方案》。")]
    assert messages == [f"书名号“{mark}”没有另一半" for mark in marks]
