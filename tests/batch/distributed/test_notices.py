from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from planparse.batch.distributed import notices as reading
from planparse.batch.distributed.notices import Columns, Digest, Notice
from planparse.batch.distributed.shards import find_shards
from planparse.batch.distributed.store import store_at

pytest.importorskip("fsspec", reason="needs planparse[dask]")


def read(fs: Any, columns: Columns | None = None, **files: bytes) -> list[Notice]:
    """The notices of files by name, `__` for a dot."""
    for name, data in files.items():
        fs.pipe_file(f"/in/{name.replace('__', '.')}", data)
    shards = find_shards(["memory://in"], size=100, without=store_at("memory://out"))
    return [notice for shard in shards for notice in reading.notices(shard, columns or Columns())]


def lines(*rows: object) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def parquet(**columns: list[Any]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow", reason="needs pyarrow, of planparse[dask]")
    from pyarrow.parquet import write_table

    sink = pyarrow.BufferOutputStream()
    write_table(pyarrow.table(columns), sink, row_group_size=2)
    return bytes(sink.getvalue())


def test_files_are_read_as_they_are(memory: Any) -> None:
    found = read(memory, 甲__txt="甲".encode("gbk"), 空__txt=b"", **{"[1]__txt": b"1"})
    assert found == [Notice("[1].txt", b"1"), Notice("甲.txt", b"\xbc\xd7"), Notice("空.txt", b"")]


def test_many_files_come_in_order(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 5)
    files = {f"{number:02}__txt": b"x" * (number % 7) for number in range(40)}
    assert [len(notice.data) for notice in read(memory, **files)] == [number % 7 for number in range(40)]


def test_of_an_oversized_file_enough_is_read_to_tell(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 5)
    assert read(memory, a__txt=b"x" * 100) == [Notice("a.txt", b"x" * 6)]


def test_a_file_that_is_gone_costs_itself(memory: Any) -> None:
    memory.pipe({"/in/a.txt": b"a", "/in/b.txt": b"b"})
    (shard,) = find_shards(["memory://in"], size=9, without=store_at("memory://out"))
    memory.rm_file("/in/a.txt")
    gone, there = reading.notices(shard, Columns())
    assert (gone.path, gone.data) == ("a.txt", b"")
    assert gone.problem
    assert there == Notice("b.txt", b"b")


def test_a_line_of_json_is_a_notice(memory: Any) -> None:
    rows = lines({"name": "市/甲.txt", "text": "通知"}, {"text": "一\n二"}) + b"\n" + lines({"text": "末"})
    assert read(memory, x__jsonl=rows) == [
        Notice("市/甲.txt", "通知".encode()),
        Notice("x.jsonl#2", "一\n二".encode()),
        Notice("x.jsonl#4", "末".encode()),
    ]
    assert read(memory, x__jsonl=rows) == read(memory, x__jsonl=rows.rstrip(b"\n"))


def test_columns_may_have_other_names(memory: Any) -> None:
    rows = lines({"content": "通知", "id": 7})
    assert read(memory, Columns("content", "id"), x__jsonl=rows) == [Notice("7", "通知".encode())]


def test_packed_lines_are_unpacked(memory: Any) -> None:
    assert read(memory, x__jsonl__gz=gzip.compress(lines({"text": "通知"}))) == [
        Notice("x.jsonl.gz#1", "通知".encode())
    ]


BAD_LINES = {
    "no JSON": (b"{'text'\n", "line 1 is no JSON: "),
    "not UTF-8": (b'{"text": "\xff"}\n', "line 1 is no JSON: "),
    "a depth without end": (b"[" * 100_000 + b"\n", "line 1 is no JSON: "),
    "no object": (b"[1]\n", "no text in the column text; columns: none"),
    "no such column": (b'{"body": "x", "id": 1}\n', "no text in the column text; columns: body, id"),
    "a number for a text": (b'{"text": 1}\n', "no text in the column text; columns: text"),
    "a line without end": (b'{"text": "' + b"x" * 100 + b'"}\n', "line 1 has more than 50 bytes"),
}


@pytest.mark.parametrize(("line", "problem"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_costs_itself(
    memory: Any, monkeypatch: pytest.MonkeyPatch, line: bytes, problem: str
) -> None:
    if "50" in problem:
        monkeypatch.setattr(reading, "_LONGEST_LINE", 50)
    bad, good = read(memory, x__jsonl=line + lines({"text": "通知"}))
    assert (bad.path, bad.data) == ("x.jsonl#1", b"")
    assert bad.problem.startswith(problem)
    assert good == Notice("x.jsonl#2", "通知".encode())


def test_a_lone_surrogate_is_a_question_mark(memory: Any) -> None:
    assert read(memory, x__jsonl=rb'{"text": "\ud800", "name": "a"}') == [Notice("a", b"?")]


def test_a_row_of_parquet_is_a_notice(memory: Any) -> None:
    data = parquet(name=["甲.txt", None, "丙.txt"], text=["一", "二", None], more=[1, 2, 3])
    assert read(memory, x__parquet=data) == [
        Notice("甲.txt", "一".encode()),
        Notice("x.parquet#2", "二".encode()),
        Notice("丙.txt", b"", "no text in the column text; columns: text, name"),
    ]


def test_a_column_of_bytes_in_parquet_is_taken_as_files_are(memory: Any) -> None:
    assert read(memory, x__parquet=parquet(text=["甲".encode("gbk")])) == [Notice("x.parquet#1", b"\xbc\xd7")]


def test_parquet_without_the_column_is_told_once(memory: Any) -> None:
    assert read(memory, x__parquet=parquet(body=["一", "二"], id=[1, 2])) == [
        Notice("x.parquet", b"", "no text in the column text; columns: body, id")
    ]


def digest(*notices: Notice) -> str:
    found = Digest()
    for notice in notices:
        found.add(notice)
    return found.hexdigest()


def test_a_digest_tells_names_texts_order_and_number_apart() -> None:
    a, b, c = Notice("a", b"1"), Notice("b", b"2"), Notice("b", b"2", "gone")
    others = [(a,), (b, a), (Notice("a1", b""), b), (a, Notice("b", b"3")), (a, b, b), (a, c)]
    assert digest(a, b) == digest(Notice("a", b"1"), Notice("b", b"2"))
    assert len({digest(a, b), *(digest(*other) for other in others)}) == 7
