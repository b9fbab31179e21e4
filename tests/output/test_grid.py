"""Tables as cells."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from planparse.output import grid
from planparse.output.grid import Grid, Source
from planparse.output.table import Value
from planparse.output.template import Column, Template, shipped

from .documents import TEXT, TITLE, document, group, waterworks, with_measures

SOURCE = Source(waterworks(), TEXT)


def titles(table: Grid) -> list[str]:
    return [column.title for column in table.columns]


def column(table: Grid, title: str) -> list[Value]:
    at = titles(table).index(title)
    return [row[at] for row in table.cells]


def test_a_printed_table_has_a_title_a_note_and_the_cells_of_its_columns() -> None:
    table = grid.printed(shipped("targets"), SOURCE)
    assert table.title == f"{TITLE}指标表"
    assert table.note == "临政办发〔2023〕5号　共5个指标"
    assert column(table, "目标值") == [9, 120, Decimal("1.2"), "1—2", 24]
    assert column(table, "单位") == ["%", "公里", "亿元", "处", "小时"]


def test_the_note_says_so_where_the_date_is_that_of_the_plan() -> None:
    made = with_measures({"title": "甲"}, period={"start": "2023-01-01", "end": "2023-12-31"})
    table = grid.printed(shipped("tasks"), Source(made))
    assert table.note == "共1条措施　未写明完成时限的，以计划期末为准。"


def test_a_notice_without_rows_says_so_under_its_title() -> None:
    table = grid.printed(shipped("tasks"), Source(document(None, {"title": "放假通知"})))
    assert (table.title, table.note, table.cells) == ("放假通知任务分解表", "没有可列的内容。", [])


def test_an_optional_column_without_a_value_is_left_out() -> None:
    flat = Source(with_measures({"title": "甲"}))
    assert "一级任务" not in titles(grid.printed(shipped("tasks"), flat))
    assert "一级任务" in titles(grid.printed(shipped("tasks"), SOURCE))


def test_a_column_without_a_field_is_blank() -> None:
    table = grid.printed(shipped("ledger"), SOURCE)
    assert column(table, "责任领导") == [None, None]
    assert column(table, "完成时限") == [dt.date(2024, 12, 31), dt.date(2023, 8, 31)]


def test_data_are_all_fields_of_all_notices_and_nothing_to_fill_in() -> None:
    table = grid.data(shipped("ledger"), [SOURCE, SOURCE])
    assert column(table, "措施编号") == ["1.1.1", "1.1.2"] * 2
    assert column(table, "原文行") == [5, 8] * 2
    assert "责任领导" not in titles(table)


def test_a_list_has_every_column() -> None:
    table = grid.listed(shipped("ledger"), [SOURCE])
    assert {"责任领导", "措施编号"} <= set(titles(table))


def test_measures_without_any_body_are_marked() -> None:
    made = with_measures({"title": "甲"}, {"title": "乙", "responsibilities": [group("lead", "市甲局")]})
    assert grid.printed(shipped("tasks"), Source(made)).unowned == {0}
    assert grid.printed(shipped("targets"), SOURCE).unowned == set()


def test_several_tables_are_named_by_their_notices() -> None:
    names = [table.name for table in grid.printed_all(shipped("tasks"), [SOURCE, SOURCE])]
    assert names == [TITLE, TITLE]
    assert grid.printed_all(shipped("tasks"), [SOURCE])[0].name == "任务分解表"


def test_each_body_has_a_table_of_its_own() -> None:
    tables = grid.by_body(shipped("bodies"), SOURCE)
    assert [table.name for table in tables] == ["市水务局", "市财政局", "市住建局", "市发改委", "管网专班"]
    last = tables[-1]
    assert last.title == "管网专班责任清单"
    assert last.note == f"{TITLE}　临政办发〔2023〕5号　共2项责任"
    assert "责任单位" not in titles(last)
    assert column(last, "序号") == [1, 2]


@pytest.mark.parametrize(
    ("columns", "runs"),
    [
        (["aabb"], {0: [0, 0, 2, 2]}),
        (["abab"], {0: [0, 1, 2, 3]}),
        # an inner run ends where the outer one does
        (["aabb", "xxxx"], {0: [0, 0, 2, 2], 1: [0, 0, 2, 2]}),
        (["aaaa", "xxyy"], {0: [0, 0, 0, 0], 1: [0, 0, 2, 2]}),
        ([[None, None, 1, 1]], {0: [0, 0, 2, 2]}),
        ([[]], {0: []}),
    ],
)
def test_equal_cells_below_each_other_are_joined(columns: list[Any], runs: dict[int, list[int]]) -> None:
    heads = tuple(Column(str(at), merge=True) for at in range(len(columns)))
    cells = [list(row) for row in zip(*columns, strict=True)]
    assert grid.joined(Grid("", "", "", heads, cells)) == runs


def test_columns_that_are_not_to_be_joined_are_not() -> None:
    assert grid.joined(Grid("", "", "", (Column("甲"),), [["a"], ["a"]])) == {}


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("措施\n第二行\t表", "措施\n第二行\t表"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("甲\x00\x0b\x1b[2J乙\x7f\x85", "甲[2J乙"),
        ("甲\u202e乙\u2066丙\ufeff\uffff", "甲乙丙"),
        ("甲\ud800乙", "甲\ufffd乙"),
        ("𠮷\u3000全角", "𠮷\u3000全角"),
    ],
)
def test_cells_hold_what_every_format_can_hold(text: str, safe: str) -> None:
    made = with_measures({"title": text})
    template = Template("tasks", "表", (Column("任务", "title"),))
    assert grid.printed(template, Source(made)).cells == [[safe]]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("甲", "甲"),
        (40, "40"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("1.20"), "1.20"),
        (dt.date(2024, 6, 30), "2024-06-30"),
    ],
)
def test_a_cell_as_text(value: Value, words: str) -> None:
    assert grid.words(value) == words
