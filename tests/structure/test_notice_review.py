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


WRAPPED = """\
青禾县人民政府关于印发{notice}的通知
青政发〔2023〕7号

各乡镇人民政府：
现将《{named}》印发给你们，请认真组织实施。{more}

青禾县人民政府
2023年3月10日

{plan}

一、任务
1.建食堂。方便就餐。（县民政局负责）
"""
THIS, LAST = "青禾县养老服务2023年行动计划", "青禾县养老服务2022年行动计划"
YEARS = {
    "one year": (THIS, THIS, "", THIS, []),
    "last year's in the plan": (THIS, THIS, "", LAST, [{"plan": "2022", "notice": "2023"}]),
    "last year's in the notice": (LAST, LAST, "", THIS, [{"plan": "2023", "notice": "2022"}]),
    "last year's repealed": (THIS, THIS, f"《{LAST}》同时废止。", THIS, []),
    "another plan": ("云溪市养老服务2022年行动计划", "云溪市养老服务2022年行动计划", "", THIS, []),
    "no year": ("青禾县养老服务方案", "青禾县养老服务方案", "", "青禾县养老服务方案", []),
}


@pytest.mark.parametrize(("notice", "named", "more", "plan", "values"), YEARS.values(), ids=YEARS.keys())
def test_the_year_in_the_title_of_a_plan(
    structure, notice: str, named: str, more: str, plan: str, values: list[dict[str, str]]
) -> None:
    read = structure(WRAPPED.format(notice=notice, named=named, more=more, plan=plan))
    assert read.message_values("PP207") == values
