"""Tables as CSV."""

from __future__ import annotations

import csv as reader
import io
from pathlib import Path
from typing import Any

import pytest

import planparse
from planparse.output import csv
from planparse.output.grid import Source
from planparse.output.table import tasks
from planparse.output.template import shipped

from .documents import TEXT, waterworks, with_measures

SAMPLES = Path(__file__).parents[2] / "samples"


def read(data: bytes) -> list[dict[str, str]]:
    return list(reader.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_byte_order_mark_tells_spreadsheets_the_encoding() -> None:
    data = csv.write(shipped("tasks"), [Source(waterworks(), TEXT)])
    assert data.startswith("\ufeff序号,一级任务,".encode())
    assert b"\r\n" in data


def test_every_record_is_one_row_with_dates_numbers_and_lines_within_cells() -> None:
    first, second = read(csv.write(shipped("tasks"), [Source(waterworks(), TEXT)]))
    assert first["量化目标"] == "更换灰口铸铁管道120公里\n投资达到1.2亿元（2025年底前）"
    assert (first["一级任务"], second["一级任务"]) == ("一、改造管网", "一、改造管网")
    assert (second["完成日期"], second["措施编号"], second["原文行"]) == ("2023-08-31", "1.1.2", "8")


def test_several_notices_share_one_header() -> None:
    source = Source(waterworks(), TEXT)
    assert len(read(csv.write(shipped("targets"), [source, source]))) == 10


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-5℃以下", "'-5℃以下"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("＠甲", "'＠甲"),
        ("甲=1", "甲=1"),
        ('说"好",行', '说"好",行'),
        ("", ""),
    ],
)
def test_no_text_can_run_as_a_formula(value: str, written: str) -> None:
    (row,) = read(csv.write(shipped("tasks"), [Source(with_measures({"title": value}))]))
    assert row["措施标题"] == written


def test_a_negative_number_is_a_number() -> None:
    target = {"text": "-5", "value": -5, "comparator": "="}
    (row,) = read(csv.write(shipped("targets"), [Source(with_measures({"targets": [target]}))]))
    assert (row["折算值"], row["原文表述"]) == ("-5", "'-5")


@pytest.mark.parametrize("layout", ["tasks", "ledger"])
def test_a_sample_comes_back_row_by_row(layout: Any) -> None:
    found = planparse.extract_file(SAMPLES / "services-plan-city.txt")
    rows = read(csv.write(shipped(layout), [Source(found)]))
    assert [row["工作举措"] for row in rows] == [task.measure for task in tasks(found)]
    assert len(rows) == 19
