"""Tables as Word documents, read back by python-docx."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_document
from docx.oxml.ns import qn

import planparse
from planparse.output import docx
from planparse.output.grid import Source
from planparse.output.table import LAYOUTS, tasks
from planparse.output.template import parse, shipped

from .documents import TEXT, TITLE, document, group, waterworks, with_measures

SAMPLES = Path(__file__).parents[2] / "samples"
SOURCE = Source(waterworks(), TEXT)


def read(data: bytes) -> Any:
    return open_document(io.BytesIO(data))


def texts(table: Any) -> list[list[str]]:
    """The texts of the cells as they stand in the file; of joined ones the first has it."""
    return [
        ["\n".join(p.text for p in cell.iterchildren(qn("w:p"))) for cell in row._tr.tc_lst]
        for row in table.rows
    ]


def column(table: Any, title: str) -> list[str]:
    head, *rows = texts(table)
    return [row[head.index(title)] for row in rows]


def test_a_notice_is_a_title_a_note_and_a_table() -> None:
    document = read(docx.write(shipped("tasks"), [SOURCE]))
    assert [p.text for p in document.paragraphs] == [f"{TITLE}任务分解表", "临政办发〔2023〕5号　共2条措施"]
    (table,) = document.tables
    assert column(table, "牵头单位") == ["市水务局、管网专班", "管网专班"]
    assert column(table, "量化目标")[1] == "新建1—2处\n平均修复时间24小时（基期36）"


def test_several_notices_begin_a_page_each() -> None:
    document = read(docx.write(shipped("tasks"), [SOURCE, SOURCE]))
    assert len(document.tables) == 2
    titles = [p for p in document.paragraphs if p.text.endswith("任务分解表")]
    assert [bool(p.paragraph_format.page_break_before) for p in titles] == [False, True]


def test_pages_are_landscape_with_their_numbers_and_the_header_on_each() -> None:
    document = read(docx.write(shipped("ledger"), [SOURCE]))
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == (
        pytest.approx(420, abs=1),
        pytest.approx(297, abs=1),
    )
    assert "PAGE" in section.footer.paragraphs[0]._p.xml
    assert section.footer.paragraphs[0].text == "第  页，共  页"
    properties = [row._tr.trPr.xml for row in document.tables[0].rows]
    assert ["w:tblHeader" in xml for xml in properties] == [True, False, False]
    assert all("w:cantSplit" in xml for xml in properties)


def test_equal_headings_are_joined() -> None:
    (table,) = read(docx.write(shipped("tasks"), [SOURCE])).tables
    assert column(table, "一级任务") == ["一、改造管网", ""]
    cells = [row._tr.tc_lst[1] for row in table.rows][1:]
    assert [cell.vMerge for cell in cells] == ["restart", "continue"]


def test_fonts_are_named_for_chinese_letters_with_what_may_stand_in() -> None:
    data = docx.write(shipped("tasks"), [SOURCE])
    document = read(data)
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "仿宋"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        table = parts.read("word/fontTable.xml").decode()
    assert 'w:name="仿宋"><w:altName w:val="仿宋_GB2312,FangSong,宋体,SimSun,Noto Serif CJK SC"/>' in table
    assert 'w:name="黑体"><w:altName w:val="SimHei,Noto Sans CJK SC"/>' in table


def test_measures_without_any_body_are_seen() -> None:
    made = with_measures({"title": "甲"}, {"title": "乙", "responsibilities": [group("lead", "市甲局")]})
    (table,) = read(docx.write(shipped("tasks"), [Source(made)])).tables
    lead = texts(table)[0].index("牵头单位")
    assert ["FFF2CC" in row._tr.tc_lst[lead].xml for row in table.rows] == [False, True, False]


@pytest.mark.parametrize("value", ["=1+1", "<w:p/>&amp;", "甲\x00\x0b乙\ud800", "{ HYPERLINK x }", "]]>"])
def test_text_stays_text(value: str) -> None:
    template = parse("layout: tasks\nname: 表\ncolumns: [{title: 措施, field: title}]\n".encode())
    (table,) = read(docx.write(template, [Source(with_measures({"title": value}))])).tables
    assert column(table, "措施") == [value.replace("\x00\x0b", "").replace("\ud800", "\ufffd")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_notice_without_measures_gives_a_header_alone(layout: Any) -> None:
    (table,) = read(docx.write(shipped(layout), [Source(document(None))])).tables
    assert len(table.rows) == 1


def test_the_same_notice_gives_the_same_bytes() -> None:
    assert docx.write(shipped("tasks"), [SOURCE]) == docx.write(shipped("tasks"), [SOURCE])


def test_the_document_of_a_sample_holds_its_records_whole() -> None:
    found = planparse.extract_file(SAMPLES / "services-plan-city.txt")
    (table,) = read(docx.write(shipped("tasks"), [Source(found)])).tables
    assert column(table, "工作举措") == [task.measure for task in tasks(found)]
    assert column(table, "责任单位") == [task.responsible for task in tasks(found)]
