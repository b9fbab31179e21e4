"""Tables for analysis: rows of a notice counted by hand, and the questions of docs/analysis.md."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

import planparse
from planparse.output.analysis import TABLES, rows, write_tables

DOCS = Path(__file__).parents[2] / "docs" / "analysis.md"
NOTICE = """临澜市便民服务行动计划（2023—2024年）
一、增加供给（服务专班牵头负责）
1.建设食堂。2024年底前新建社区食堂20个。（市民政局牵头，市财政局、市住建局配合）
2.培训人员。全年培训护理人员300人次，新建培训基地5个。（市人社局牵头，市财政局配合）
二、强化保障
3.落实补贴。对每个食堂给予最高10万元补助。（市财政局负责）
4.加强宣传。按照《关于促进养老服务的意见》（临政办发〔2022〕3号）要求抓好宣传。
5.=总结经验。及时总结推广。
"""


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    record: dict[str, Any] = json.loads(planparse.extract(NOTICE, name="通知.txt").to_json())
    return record


def of_table(record: dict[str, Any], table: str, *columns: str) -> list[tuple[Any, ...]]:
    found = [row for name, row in rows("通知.txt", record) if name == table]
    return [tuple(row.get(column) for column in columns) for row in found]


def test_a_measure_stands_with_the_titles_of_its_sections(record: dict[str, Any]) -> None:
    assert of_table(record, "measures", "id", "number", "title", "sections")[:3] == [
        ("通知.txt#1.1", 1, "建设食堂", "增加供给"),
        ("通知.txt#1.2", 2, "培训人员", "增加供给"),
        ("通知.txt#2.3", 3, "落实补贴", "强化保障"),
    ]


def test_every_body_is_a_row_with_its_role(record: dict[str, Any]) -> None:
    assert of_table(record, "responsibilities", "id", "name", "role", "is_section") == [
        ("通知.txt#1/b1", "服务专班", "lead", True),
        ("通知.txt#1.1/b1", "市民政局", "lead", False),
        ("通知.txt#1.1/b2", "市财政局", "support", False),
        ("通知.txt#1.1/b3", "市住建局", "support", False),
        ("通知.txt#1.2/b1", "市人社局", "lead", False),
        ("通知.txt#1.2/b2", "市财政局", "support", False),
        ("通知.txt#2.3/b1", "市财政局", "responsible", False),
    ]


def test_quantities_times_and_references_are_rows_with_their_places(record: dict[str, Any]) -> None:
    (first, *_) = of_table(
        record, "targets", "id", "indicator", "value", "unit", "due", "start_offset", "end_offset"
    )
    assert first[:5] == ("通知.txt#1.1/t1", "社区食堂", 20, "个", "2024-12-31")
    assert NOTICE[first[5] : first[6]] == "20个"
    assert of_table(record, "standards", "id", "value", "kind") == [("通知.txt#2.3/s1", 100000, "payment")]
    assert of_table(record, "deadlines", "id", "end_date")[0] == ("通知.txt#1.1/d1", "2024-12-31")
    assert of_table(record, "references", "id", "document_number") == [
        ("通知.txt#2.4/r1", "临政办发〔2022〕3号")
    ]


def test_ids_are_unique_and_no_row_has_a_column_of_its_own(record: dict[str, Any]) -> None:
    found = list(rows("通知.txt", record))
    ids = [row["id"] for _, row in found if "id" in row]
    assert len(ids) == len(set(ids))
    assert {name for name, _ in found} <= TABLES.keys()


def test_a_spreadsheet_runs_nothing_of_the_csv(record: dict[str, Any], tmp_path: Path) -> None:
    write_tables(str(tmp_path), [("=1+1.txt", record)])
    with (tmp_path / "measures.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert found[-1]["title"] == "'=总结经验"
    assert found[0]["notice"] == "'=1+1.txt"
    with (tmp_path / "targets.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["comparator"] == "="
    assert sorted(path.stem for path in tmp_path.iterdir()) == sorted(TABLES)


def test_parquet_holds_the_same_rows_typed_and_as_written(record: dict[str, Any], tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    write_tables(str(tmp_path), [("通知.txt", record)], "parquet")
    last = f"SELECT title, number FROM '{tmp_path}/measures.parquet' ORDER BY number DESC LIMIT 1"
    kind = f"SELECT typeof(due) FROM '{tmp_path}/targets.parquet' LIMIT 1"
    with duckdb.connect() as connection:
        assert connection.execute(last).fetchall() == [("=总结经验", 5)]
        assert connection.execute(kind).fetchall() == [("DATE",)]
    assert {path.suffix for path in tmp_path.iterdir()} == {".parquet"}


ANSWERS = [
    # bodies: 市财政局 in measures 1, 2 and 3, leading none
    [("市财政局", 3, 0), ("市人社局", 1, 1), ("市民政局", 1, 1), ("市住建局", 1, 0)],
    [("个", 2, 25.0), ("人次", 1, 300.0)],
    [("2024-12-31", 1, "2024年底前")],
    [("市人社局", "市财政局", 1), ("市民政局", "市住建局", 1), ("市民政局", "市财政局", 1)],
    [("通知.txt", "2.4", "加强宣传"), ("通知.txt", "2.5", "=总结经验")],
]


@pytest.mark.parametrize("number", range(5))
def test_the_questions_of_the_docs_are_answered(record: dict[str, Any], tmp_path: Path, number: int) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    write_tables(str(tmp_path), [("通知.txt", record)], "parquet")
    queries = re.findall(r"```sql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert len(queries) == 5
    with duckdb.connect() as connection:
        for table in TABLES:
            connection.execute(f"CREATE VIEW \"{table}\" AS FROM '{tmp_path}/{table}.parquet'")
        found = connection.execute(queries[number]).fetchall()
    assert [tuple(str(v) if hasattr(v, "isoformat") else v for v in row) for row in found] == ANSWERS[number]
