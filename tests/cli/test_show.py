from __future__ import annotations

import time
from pathlib import Path

import pytest

from planparse.findings.model import Finding
from planparse.records import Measure, Plan

from .conftest import Process, Runner, StandIn
from .documents import document, elderly_care, first_leads, group, hostile, many

ELDERLY_CARE = """\
临澜市人民政府办公室关于印发提升行动计划的通知
文号  临澜政办发〔2024〕12号
日期  2024-03-05
发文机关  临澜市人民政府办公室
└── 临澜市养老托育服务提升行动计划
    └── 一、增加服务供给
        ├── 负责  市卫健委
        ├── 1.1  建设社区食堂
        │   ├── 牵头  市民政局
        │   ├── 配合  市财政局、市商务局等
        │   ├── 负责  市卫健委（随标题）
        │   ├── 目标  社区食堂 ≥ 20 个 (2024-12-31 前)
        │   └── 时限  2024年底前 (2024-12-31)
        └── 1.2  压减备案时间，由36个工作日压减至24个工作日，同时选取1—…
            ├── 负责  市卫健委（随标题）
            └── 目标  备案时间 = 36 → 24 个工作日；街道 1–2 个；5：3：2
各章节措施数
  一、增加服务供给     2  ████████████████████████
各单位措施数
  市卫健委     2  ████████████████████████  负责 2
  市民政局     1  ████████████  牵头 1
  市财政局     1  ████████████  配合 1
  市商务局     1  ████████████  配合 1
目标与标准
  目标：其他     4  ████████████████████████
措施的完成时限
  2024-12-31     1  ████████████████████████
  未写明         1  ████████████████████████
1 个章节，2 条措施，4 个责任单位，4 个目标
"""

FIRST_LEADS = """\
通知.txt
└── (plan without a title)
    └── 1  改造管网
        ├── lead  市住建局 (by convention)
        └── owners (no role stated)  市水务局
Measures by section
  (outside all sections)     1  ████████████████████████
Measures by body
  市住建局     1  ████████████████████████  lead 1
  市水务局     1  ████████████████████████  owners (no role stated) 1
sections: 0, measures: 1, bodies: 2, targets: 0
"""

NOTHING = """\
通知.txt
└── (no plan to parse)
sections: 0, measures: 0, bodies: 0, targets: 0
"""


def test_the_tree_has_head_sections_measures_owners_targets_and_deadlines(
    cli: Runner, stand_in: StandIn, notice: Path
) -> None:
    stand_in(elderly_care())
    result = cli("show", str(notice), lang="zh")
    assert (result.status, result.error) == (0, "")
    assert result.text == ELDERLY_CARE


def test_owners_say_where_they_come_from(cli: Runner, stand_in: StandIn, notice: Path) -> None:
    stand_in(first_leads())
    assert cli("show", str(notice)).text == FIRST_LEADS


def test_without_a_plan_the_tree_says_so(cli: Runner, stand_in: StandIn, notice: Path) -> None:
    stand_in(document(), Finding("PP010"), text="")
    result = cli("show", str(notice))
    assert (result.status, result.text) == (1, NOTHING)
    assert "error PP010" in result.error


def test_findings_short_of_errors_are_only_counted(cli: Runner, stand_in: StandIn, notice: Path) -> None:
    stand_in(elderly_care(), Finding("PP403", spans=((0, 2),)))
    result = cli("show", str(notice))
    assert result.status == 0
    assert result.error == ("planparse: 1 finding: 1 warning. Details: planparse extract --findings full\n")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("[bookmark: _GoBack]", "[bookmark: _GoBack]"),
        ("[/]", "[/]"),
        ("[bold red]市民政局[/bold red]", "[bold red]市民政局[/bold red]"),
        (":smile:", ":smile:"),
        ("\x1b[2J\x1b]0;x\x07", "\\x1b[2J\\x1b]0;x\\x07"),
        ("甲\n乙\r丙\t丁", "甲\\n乙\\r丙\\t丁"),
        ("甲\u202e乙", "甲\\u202e乙"),
        ("长" * 3000, "长" * 3000),
    ],
)
def test_text_of_the_document_is_shown_as_text(
    cli: Runner, stand_in: StandIn, notice: Path, value: str, shown: str
) -> None:
    stand_in(hostile(value))
    result = cli("show", str(notice))
    assert result.status == 0
    tree, figures = result.text.split("Measures by section\n")
    # title, number, issuer; plan; section label and title; measure, lead; target and unit; deadline
    assert tree.count(shown) == 11
    assert not {"\x1b", "\r", "\t", "\u202e"} & set(result.text)
    # two sections; a body; a kind of target; the summary; headings
    assert (len(tree.splitlines()), len(figures.splitlines())) == (9, 7)


def test_long_names_are_cut_in_figures_and_wide_ones_keep_the_numbers_in_line(
    cli: Runner, stand_in: StandIn, notice: Path
) -> None:
    measures = [
        Measure(id="1", responsibilities=[group("lead", "长" * 40)]),
        Measure(id="2", responsibilities=[group("lead", "a")]),
    ]
    stand_in(document(Plan(kind="plan", measures=measures)))
    figures = cli("show", str(notice)).text.split("Measures by body\n")[1].splitlines()
    bar = "█" * 24
    assert figures[:2] == [f"  {'长' * 21}…     1  {bar}  lead 1", f"  a{' ' * 42}     1  {bar}  lead 1"]


def test_only_the_busiest_bodies_are_listed(cli: Runner, stand_in: StandIn, notice: Path) -> None:
    bodies = [group("lead", f"第{number}单位") for number in range(1, 16)]
    stand_in(document(Plan(kind="plan", measures=[Measure(id="1", responsibilities=bodies)])))
    figures = cli("show", str(notice)).text.split("Measures by body\n")[1].splitlines()
    assert figures[11].startswith("  第12单位 ")
    assert figures[12] == "  … and 3 more"


def test_figures_have_no_colours_unless_a_terminal_shows_them(
    cli: Runner, stand_in: StandIn, notice: Path
) -> None:
    stand_in(elderly_care())
    assert b"\x1b" not in cli("show", str(notice)).out


def test_the_work_grows_with_the_number_of_measures(cli: Runner, stand_in: StandIn, notice: Path) -> None:
    def seconds(measures: int) -> float:
        stand_in(many(measures))
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            assert cli("show", str(notice)).status == 0
            best = min(best, time.process_time() - start)
        return best

    seconds(10)
    assert seconds(1200) < 3 * seconds(600)


def test_a_notice_is_shown(process: Process, notice: Path) -> None:
    done = process("show", str(notice))
    assert done.returncode == 0
    shown = done.stdout.decode("utf-8")
    assert "Number  临澜政办发〔2024〕12号" in shown
    assert "建设社区食堂" in shown
    assert "lead  市民政局" in shown
    assert shown.splitlines()[-1].startswith("sections: 1, measures: 2, bodies: 3, ")
