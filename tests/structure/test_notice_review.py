"""What is said of a notice's elements, and when nothing is."""

from __future__ import annotations

import pytest

LINES = {
    "number": "云政发〔2023〕5号",
    "title": "云溪市人民政府关于加快平台建设的通知",
    "addressees": "各县人民政府：",
    "text": "现就平台建设通知如下。\n一、任务\n加快建设。",
    "date": "云溪市人民政府\n2023年3月1日",
}


@pytest.mark.parametrize(
    ("lost", "codes"),
    [
        ([], []),
        (["number"], ["PP201"]),
        (["date"], ["PP203"]),
        (["title"], ["PP204"]),
        (["addressees"], ["PP206"]),
        (["title", "date"], ["PP203", "PP204", "PP205"]),
        # hardly a notice: nothing is missing
        (["number", "title", "addressees", "date"], []),
        (["number", "addressees", "date", "title"], []),
    ],
)
def test_missing_elements(structure, lost: list[str], codes: list[str]) -> None:
    text = "\n".join(line for name, line in LINES.items() if name not in lost)
    assert structure(text).codes() == codes


def test_a_law_misses_no_addressees(structure) -> None:
    text = "云政发〔2023〕5号\n云溪市停车条例\n第一条 为加强管理，制定本条例。\n"
    assert "PP206" not in structure(text).codes()


@pytest.mark.parametrize(
    ("number", "malformed"),
    [
        ("云政发〔2023〕5号", False),
        ("云政发〔2023〕 5 号", False),
        ("云政发[2023]5号", True),
        ("云政发（2023）5号", True),
        ("云政发〔2023〕第5号", True),
        ("云政发〔2023〕05号", True),
    ],
)
def test_malformed_numbers(structure, number: str, malformed: bool) -> None:
    assert ("PP202" in structure(f"{number}\n{LINES['title']}\n").codes()) is malformed


def test_a_security_mark_in_the_head_is_reported(structure) -> None:
    read = structure(f"机密★1年\n{LINES['title']}\n")
    assert read.message_values("PP011") == [{"mark": "机密★1年"}]


def test_a_security_word_in_the_text_is_not(structure) -> None:
    assert "PP011" not in structure(f"{LINES['title']}\n各县人民政府：\n一、任务\n秘密\n").codes()
