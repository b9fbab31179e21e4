"""The text that a story makes: a paragraph on each line, a row on each line, and marks."""

from __future__ import annotations

import json

from planparse.findings.model import Findings
from planparse.intake.compose import compose
from planparse.intake.source import SourceText
from planparse.intake.story import Block, Cell, Paragraph, Story, Table


def cell(column: int, *texts: str, merged: bool = False) -> Cell:
    return Cell(column, tuple(map(Paragraph, texts)), merged)


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(cell(column, text) for column, text in enumerate(texts))


def composed(*blocks: Block, findings: Findings | None = None) -> SourceText:
    return compose(Story(body=list(blocks)), "docx", b"", "x", Findings() if findings is None else findings)


def marked(source: SourceText, kind: str) -> list[tuple[int, str]]:
    return [(mark.number, source.text[mark.start : mark.end]) for mark in source.marks if mark.kind == kind]


def test_rows_stand_on_lines_and_cells_between_tabs() -> None:
    source = composed(
        Paragraph("上文"), Table((row("序号", "任务"), row("1", "建设平台"))), Paragraph("下文")
    )
    assert source.text == "上文\n序号\t任务\n1\t建设平台\n下文\n"
    assert marked(source, "table") == [(1, "序号\t任务\n1\t建设平台\n")]


def test_tables_are_counted() -> None:
    one = Table((row("甲", "乙"),))
    assert [number for number, _ in marked(composed(one, Paragraph("间"), one), "table")] == [1, 2]


def test_a_cell_holds_neither_tab_nor_line_break() -> None:
    cells = (cell(0, "第一段", "第二段"), cell(1, "换\n行"), cell(2, "制\t表"), cell(3, " 空 白 "))
    assert composed(Table((cells,))).text == "第一段 第二段\t换 行\t制 表\t空 白\n"


def test_cells_stand_in_their_columns() -> None:
    rows = (row("甲", "乙", "丙"), (cell(2, "只有丙"),), (cell(0, "跨三列"),))
    assert composed(Table(rows)).text == "甲\t乙\t丙\n\t\t只有丙\n跨三列\n"


def test_what_is_merged_with_the_cell_above_is_shown_again() -> None:
    rows = (row("1", "县甲局"), (cell(0, "2"), cell(1, merged=True)), (cell(0, "3"), cell(1, merged=True)))
    source = composed(Table(rows))
    assert source.text == "1\t县甲局\n2\t县甲局\n3\t县甲局\n"
    assert marked(source, "merged") == [(1, "县甲局"), (1, "县甲局")]


def test_a_long_cell_is_not_shown_again() -> None:
    rows = (row("1", "长" * 300), (cell(0, "2"), cell(1, merged=True)))
    source = composed(Table(rows))
    assert source.text == f"1\t{'长' * 300}\n2\n"
    assert marked(source, "merged") == []


def test_a_frame_round_text_is_no_table() -> None:
    source = composed(Table(((cell(0, "专栏1", "内容"),),)))
    assert source.text == "专栏1\n内容\n"
    assert source.marks == ()


def test_a_table_inside_a_cell_is_read_with_it() -> None:
    inner = Table((row("内甲", "内乙"),))
    assert composed(Table(((Cell(0, (Paragraph("外"), inner)), cell(1, "右")),))).text == "外 内甲 内乙\t右\n"


def test_pages() -> None:
    rows = Table(((Cell(0, (Paragraph("甲"),)), Cell(1, (Paragraph("乙", (0,)),))),))
    source = composed(Paragraph("一二三四", (2,)), rows)
    assert marked(source, "page") == [(1, "一二"), (2, "三四\n"), (3, "甲\t乙\n")]
    assert source.pages() == (0, 2, 5)


def test_marks_stand_in_order() -> None:
    source = composed(Table((row("甲", "乙"),)), Paragraph("一", (0,)), Table((row("丙", "丁"),)))
    assert [mark.start for mark in source.marks] == sorted(mark.start for mark in source.marks)


def test_a_column_far_away_costs_nothing() -> None:
    assert len(composed(Table(((cell(10**9, "甲"), cell(0, "乙")),))).text) < 100


def test_findings_name_what_was_left_out() -> None:
    findings = Findings()
    story = Story(
        body=[Paragraph("正文")], margins=[Paragraph("页眉"), Paragraph(""), Table((row("1", ""),))]
    )
    story.macros, story.deleted, story.hidden, story.comments, story.embedded = True, 2, 3, 4, 5
    compose(story, "doc", b"", "x", findings)
    assert [(finding.code, dict(finding.values)) for finding in findings] == [
        ("PP040", {}),
        ("PP041", {"deleted": "2", "inserted": "0"}),
        ("PP042", {"count": "3"}),
        ("PP043", {"count": "4"}),
        ("PP044", {"count": "5"}),
        ("PP031", {"count": "2"}),
    ]


def test_a_story_crosses_to_another_process_unchanged() -> None:
    story = Story(
        body=[Paragraph("甲𠮷", (1,)), Table((row("乙"), (cell(1, merged=True),)))],
        notes=[Paragraph("注")],
        margins=[Table(((Cell(0, (Table((row("内"),)),)),),))],
        deleted=3,
        macros=True,
    )
    assert Story.of_plain(json.loads(json.dumps(story.to_plain()))) == story
