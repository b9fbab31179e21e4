"""Workbooks, read back by another library."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell import MergedCell

import planparse
from planparse.output import xlsx
from planparse.output.grid import Source
from planparse.output.table import LAYOUTS, tasks
from planparse.output.template import parse, shipped

from .documents import TEXT, TITLE, document, group, waterworks, with_measures

SAMPLES = Path(__file__).parents[2] / "samples"
NOTICES = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".md"))
SOURCE = Source(waterworks(), TEXT)
HEADER, FIRST = 3, 4  # rows of a printed sheet, from 1


def read(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def book_of(*measures: dict[str, Any], layout: Any = "tasks") -> Any:
    return read(xlsx.write(shipped(layout), [Source(with_measures(*measures))]))


def column(sheet: Any, title: str, header: int = 1) -> list[Any]:
    """The values below a title; of joined cells the first one's, of the others None."""
    heads = [cell.value for cell in sheet[header]]
    return [row[heads.index(title)].value for row in sheet.iter_rows(min_row=header + 1)]


def of_title(sheet: Any, title: str) -> str:
    """The letter of the column of a printed sheet."""
    return str(next(cell.column_letter for cell in sheet[HEADER] if cell.value == title))


def cells(book: Any) -> list[Any]:
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_a_notice_gives_a_sheet_to_print_and_one_of_data() -> None:
    book = read(xlsx.write(shipped("tasks"), [SOURCE]))
    assert book.sheetnames == ["任务分解表", "数据"]


def test_several_notices_give_a_sheet_each_and_their_data_in_one() -> None:
    book = read(xlsx.write(shipped("tasks"), [SOURCE, SOURCE]))
    assert book.sheetnames == [TITLE, f"{TITLE}（2）", "数据"]
    assert column(book["数据"], "措施编号") == ["1.1.1", "1.1.2"] * 2


def test_a_sheet_for_each_body_on_request() -> None:
    book = read(xlsx.write(shipped("tasks"), [SOURCE], shipped("bodies")))
    assert book.sheetnames == [
        "任务分解表",
        "数据",
        "市水务局",
        "市财政局",
        "市住建局",
        "市发改委",
        "管网专班",
    ]
    assert column(book["管网专班"], "角色", HEADER) == ["牵头", "牵头"]


def test_the_printed_sheet_has_title_note_header_and_joined_headings() -> None:
    sheet = read(xlsx.write(shipped("tasks"), [SOURCE]))["任务分解表"]
    assert sheet["A1"].value == f"{TITLE}任务分解表"
    assert sheet["A2"].value == "临政办发〔2023〕5号　共2条措施"
    assert {str(merged) for merged in sheet.merged_cells.ranges} == {"A1:J1", "A2:J2", "B4:B5", "C4:C5"}
    assert column(sheet, "一级任务", HEADER) == ["一、改造管网", None]
    assert column(sheet, "牵头单位", HEADER) == ["市水务局、管网专班", "管网专班"]


def test_the_printed_sheet_fits_its_page_and_repeats_its_header() -> None:
    sheet = read(xlsx.write(shipped("tasks"), [SOURCE]))["任务分解表"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((None, 0), (1, 0))
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert sheet.freeze_panes == "A4"
    wide = read(xlsx.write(shipped("ledger"), [SOURCE]))["督办台账"]
    assert wide.page_setup.paperSize == 8  # A3


def test_every_cell_of_the_table_has_borders_and_wraps() -> None:
    sheet = read(xlsx.write(shipped("tasks"), [SOURCE]))["任务分解表"]
    for row in sheet.iter_rows(min_row=FIRST):
        for cell in row:
            if isinstance(cell, MergedCell):
                continue
            assert cell.border.top.style == cell.border.left.style == "thin"
            assert cell.alignment.wrap_text
            assert cell.font.name == "仿宋"


def test_data_are_flat_with_real_dates_and_numbers_and_a_filter() -> None:
    sheet = read(xlsx.write(shipped("targets"), [SOURCE]))["数据"]
    assert not sheet.merged_cells.ranges
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}6"
    assert sheet.freeze_panes == "A2"
    assert column(sheet, "折算值") == [9, 120, 120_000_000, 1, 24]
    assert column(sheet, "目标值") == [9, 120, 1.2, "1—2", 24]
    days = [(2025, 12, 31), (2024, 12, 31), (2025, 12, 31), (2023, 8, 31), (2023, 8, 31)]
    assert column(sheet, "到期日期") == [dt.datetime(*day) for day in days]
    assert column(sheet, "原文行") == [2, 5, 5, 8, 8]
    assert [cell.number_format for cell in sheet[of_head(sheet, "到期日期")][1:]] == ["yyyy-mm-dd"] * 5


def of_head(sheet: Any, title: str) -> str:
    return str(next(cell.column_letter for cell in sheet[1] if cell.value == title))


FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")', "{=1}", "\t=1"]


@pytest.mark.parametrize("value", [*FORMULAS, "http://example.invalid/", "123", "1e5", "TRUE", "_x0041_"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_stays_text_whatever_it_looks_like(value: str, layout: Any) -> None:
    measure = {
        "title": value,
        "text": value,
        "responsibilities": [group("lead", value)],
        "targets": [{"text": value, "indicator": value, "comparator": "=", "unit": value, "value": 1}],
        "deadlines": [{"text": value, "kind": "ongoing"}],
    }
    source = Source(with_measures(measure))
    data = xlsx.write(shipped(layout), [source], shipped("bodies"))
    book = read(data)
    assert {cell.data_type for cell in cells(book)} <= {"s", "n", "d"}
    assert [cell for cell in cells(book) if cell.hyperlink] == []
    assert value in {cell.value for cell in cells(book) if cell.data_type == "s"}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
    assert [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet] == []


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (12, 12),
        (Decimal("13.5"), 13.5),
        (999_999_999_999_999, 999_999_999_999_999),
        (1234567890123456, "1234567890123456"),
        (10**60, "1" + "0" * 60),
    ],
)
def test_a_number_is_one_where_the_sheet_can_keep_it(value: Any, held: Any) -> None:
    target = {"text": "多", "value": value, "unit": "个", "comparator": "="}
    sheet = book_of({"targets": [target]}, layout="targets")["数据"]
    assert column(sheet, "折算值") == [held]


def test_a_date_before_the_days_of_spreadsheets_is_text() -> None:
    deadline = {"text": "光绪年间", "kind": "by", "end": "1899-12-31"}
    sheet = book_of({"deadlines": [deadline]})["数据"]
    assert column(sheet, "完成日期") == ["1899-12-31"]


def test_control_characters_and_halves_of_characters_do_no_harm() -> None:
    sheet = book_of({"title": "甲\x00\x0b\ud800乙"})["数据"]
    assert column(sheet, "措施标题") == ["甲\ufffd乙"]


def test_a_text_too_long_for_a_row_goes_on_in_the_next_and_none_is_lost() -> None:
    text = "".join(f"第{number}句话说明要做什么。" for number in range(1, 900))
    sheet = book_of({"text": text}, {"text": "短"})["任务分解表"]
    parts = column(sheet, "工作举措", HEADER)
    assert len(parts) > 5
    assert "".join(parts[:-1]) == text
    assert parts[-1] == "短"
    numbers = [number for number in column(sheet, "序号", HEADER) if number is not None]
    assert set(numbers) == {1, 2}
    heights = [sheet.row_dimensions[row].height for row in range(FIRST, FIRST + len(parts))]
    assert max(heights) <= 409


def test_rows_are_as_high_as_their_text() -> None:
    """A line of 10.5 point type is at least 14.5 points high; a Chinese character takes two columns."""
    long, short = "一二三四五六七八九十" * 30, "短"
    sheet = book_of({"text": long}, {"text": short})["任务分解表"]
    width = sheet.column_dimensions[of_title(sheet, "工作举措")].width
    lines = 600 / width
    assert sheet.row_dimensions[FIRST].height >= 14.5 * lines
    assert sheet.row_dimensions[FIRST + 1].height < 3 * 16


def test_headings_are_named_again_on_the_next_page() -> None:
    measures = [{"id": f"1.{n}", "text": "说明要做什么。" * 40} for n in range(12)]
    section = {"id": "1", "level": 1, "label": "一、", "title": "改造管网", "measures": measures}
    made = document({"kind": "plan", "title": "试验计划", "sections": [section]})
    sheet = read(xlsx.write(shipped("tasks"), [Source(made)]))["任务分解表"]
    breaks = [mark.id for mark in sheet.row_breaks.brk]
    assert breaks
    named = [row for row in range(FIRST, FIRST + 12) if sheet.cell(row, 2).value == "一、改造管网"]
    assert named == [FIRST, *(mark + 1 for mark in breaks)]


def test_measures_without_any_body_are_seen() -> None:
    sheet = book_of({"title": "甲"}, {"title": "乙", "responsibilities": [group("lead", "市甲局")]})[
        "任务分解表"
    ]
    letter = of_title(sheet, "牵头单位")
    assert sheet[f"{letter}{FIRST}"].fill.fgColor.rgb == "FFFFF2CC"
    assert sheet[f"{letter}{FIRST + 1}"].fill.fill_type is None


def test_the_ledger_has_lists_checks_and_colours_and_a_filter() -> None:
    sheet = read(xlsx.write(shipped("ledger"), [SOURCE]))["督办台账"]
    rules = {
        str(rule.sqref).split(":")[0].rstrip("0123456789"): rule
        for rule in sheet.data_validations.dataValidation
    }
    state = rules[of_title(sheet, "状态")]
    assert (state.type, state.formula1) == ("list", '"未启动,推进中,已完成,滞后"')
    assert str(state.sqref) == f"{of_title(sheet, '状态')}4:{of_title(sheet, '状态')}5"
    assert rules[of_title(sheet, "反馈日期")].type == "date"
    share = rules[of_title(sheet, "完成率")]
    assert (share.type, share.formula1, share.formula2) == ("decimal", "0", "1")
    assert rules[of_title(sheet, "销号")].formula1 == '"未销号,已销号"'
    assert sheet.auto_filter.ref.startswith("A3:")
    assert sheet[f"{of_title(sheet, '完成率')}4"].number_format == "0%"


def test_a_date_turns_yellow_and_red_until_the_matter_is_done() -> None:
    sheet = read(xlsx.write(shipped("ledger"), [SOURCE]))["督办台账"]
    date, state = of_title(sheet, "完成时限"), of_title(sheet, "状态")
    found = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb
        for place in sheet.conditional_formatting
        for rule in place.rules
        if str(place.sqref).startswith(date)
    }
    assert found == {
        f'AND(ISNUMBER(${date}4),${date}4<TODAY(),${state}4<>"已完成")': "FFFF9999",
        f'AND(ISNUMBER(${date}4),${date}4<TODAY()+30,${state}4<>"已完成")': "FFFFE699",
    }
    assert isinstance(sheet[f"{date}4"].value, dt.datetime)


def test_a_template_of_ones_own_decides_columns_titles_and_fonts() -> None:
    text = """\
layout: tasks
name: 我的表
fonts: {body: 宋体}
columns:
- {title: 事项, field: title}
- {title: 签收}
"""
    book = read(xlsx.write(parse(text.encode()), [SOURCE]))
    sheet = book["我的表"]
    assert [cell.value for cell in sheet[HEADER]] == ["事项", "签收"]
    assert column(sheet, "事项", HEADER) == ["更换管道", "建设监测点"]
    assert sheet["A4"].font.name == "宋体"


def test_columns_that_are_all_joined_make_rows_of_one_line() -> None:
    text = "layout: tasks\nname: 表\ncolumns:\n- {title: 章, field: section_1, merge: true}\n"
    sheet = read(xlsx.write(parse(text.encode()), [SOURCE]))["表"]
    assert [cell.value for cell in sheet["A"][3:]] == ["一、改造管网", None]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_notice_without_measures_gives_an_empty_table(layout: Any) -> None:
    book = read(xlsx.write(shipped(layout), [Source(document(None))]))
    assert book.worksheets[0]["A2"].value == "没有可列的内容。"
    assert book["数据"].max_row == 1


def test_the_same_notice_gives_the_same_bytes() -> None:
    assert xlsx.write(shipped("ledger"), [SOURCE]) == xlsx.write(shipped("ledger"), [SOURCE])


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_the_workbook_of_a_sample_holds_its_records_whole(path: Path) -> None:
    found = planparse.extract_file(path)
    rows = tasks(found)
    book = read(xlsx.write(shipped("tasks"), [Source(found)]))
    data = book["数据"]
    for title, name in (
        ("措施编号", "id"),
        ("措施标题", "title"),
        ("工作举措", "measure"),
        ("量化目标", "targets"),
        ("牵头单位", "lead"),
        ("责任单位", "responsible"),
        ("配合单位", "support"),
        ("完成时限", "deadline"),
    ):
        written = [value or "" for value in column(data, title)] if rows else []
        assert written == [getattr(row, name) for row in rows]
    printed = book.worksheets[0]
    assert [value or "" for value in column(printed, "工作举措", HEADER)] == [row.measure for row in rows]
    assert column(printed, "序号", HEADER) == list(range(1, len(rows) + 1))
