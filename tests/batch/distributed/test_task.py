"""One shard: converted, left alone, or converted anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planparse import __version__
from planparse.batch.distributed.child import Setup
from planparse.batch.distributed.errors import ClusterError
from planparse.batch.distributed.notices import Columns
from planparse.batch.distributed.shards import find_shards
from planparse.batch.distributed.store import store_at
from planparse.batch.distributed.task import Job, Report, run_shard
from planparse.batch.mapping import map_notice
from planparse.batch.workers import Limits

from .conftest import Here, notice

pytest.importorskip("fsspec", reason="needs planparse[dask]")
pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def folder(memory: Any) -> Any:
    """memory://in with two notices."""
    for number, name in enumerate(["甲.txt", "乙.txt"], 1):
        memory.pipe_file(f"/in/{name}", notice(number).encode())
    return memory


def job(**changes: Any) -> Job:
    usual = Job(
        store=store_at("memory://out"),
        format="jsonl",
        columns=Columns(),
        setup=Setup(None, provenance=True, refuse_classified=False, limits=Limits(seconds=5.0)),
        made_by="these rules",
        version=__version__,
        run="1",
        fresh=False,
    )
    return usual._replace(**changes)


def converted(**changes: Any) -> Report:
    (shard,) = find_shards(["memory://in"], size=9, without=store_at("memory://out"))
    return run_shard(shard, job(**changes))


@pytest.mark.usefixtures("processes")
def test_records_and_rows_are_those_of_the_mapper(folder: Any) -> None:
    expected = [map_notice(notice(number).encode(), path) for path, number in [("乙.txt", 2), ("甲.txt", 1)]]
    records = [row.pop("record") for row in expected]
    report = converted()
    assert report == Report(expected, "records/notices-00000.jsonl", known=False)
    assert folder.cat("/out/records/notices-00000.jsonl").decode().splitlines() == records


def test_parquet_holds_the_same_records(folder: Any) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow, of planparse[dask]")
    converted()
    lines = folder.cat("/out/records/notices-00000.jsonl").decode().splitlines()
    assert converted(format="parquet", made_by="parquet").records == "records/notices-00000.parquet"
    with folder.open("/out/records/notices-00000.parquet") as file:
        table = parquet.read_table(file)
    assert table.to_pydict() == {"path": ["乙.txt", "甲.txt"], "record": lines}


def test_a_notice_without_record_is_a_row(folder: Any) -> None:
    folder.pipe_file("/in/图.txt", b"\x89PNG\r\n\x1a\n0000")
    assert [row.get("reason") for row in converted().rows] == [None, "PP003", None]
    assert len(folder.cat("/out/records/notices-00000.jsonl").splitlines()) == 2


def test_a_shard_of_nothing_but_failures_has_an_empty_file(memory: Any) -> None:
    memory.pipe_file("/in/空.txt", b"")
    assert [row["reason"] for row in converted().rows] == ["PP001"]
    assert memory.cat("/out/records/notices-00000.jsonl") == b""


def test_a_shard_that_is_done_is_left_alone(folder: Any) -> None:
    first = converted()
    again = converted(run="2")
    assert again == first._replace(known=True)


def test_a_failure_that_the_text_decides_is_no_reason_to_do_it_again(folder: Any) -> None:
    folder.pipe_file("/in/图.txt", b"\x89PNG\r\n\x1a\n0000")
    assert not converted().known
    assert converted(run="2").known


CHANGES: dict[str, tuple[dict[str, Any], dict[str, bytes | None]]] = {
    "other rules, version or settings": ({"made_by": "others"}, {}),
    "all anew": ({"fresh": True}, {}),
    "a notice changed": ({}, {"/in/甲.txt": notice(7).encode()}),
    "a notice more": ({}, {"/in/丙.txt": notice(3).encode()}),
    "a notice fewer": ({}, {"/in/甲.txt": None}),
    "the records are gone": ({}, {"/out/records/notices-00000.jsonl": None}),
    "the records are half": ({}, {"/out/records/notices-00000.jsonl": b"half"}),
    "the report is gone": ({}, {"/out/.planparse-shards/notices-00000.json": None}),
    "the report is half": ({}, {"/out/.planparse-shards/notices-00000.json": b'{"made_by": "the'}),
}


@pytest.mark.parametrize(("changes", "files"), CHANGES.values(), ids=CHANGES)
def test_a_shard_is_done_again(folder: Any, changes: dict[str, Any], files: dict[str, bytes | None]) -> None:
    converted()
    for path, data in files.items():
        if data is None:
            folder.rm_file(path)
        else:
            folder.pipe_file(path, data)
    report = converted(run="2", **changes)
    assert not report.known
    whole = folder.cat("/out/records/notices-00000.jsonl").splitlines()
    assert [json.loads(line)["source"]["name"] for line in whole] == [row["path"] for row in report.rows]


@pytest.mark.usefixtures("faults")
def test_a_notice_that_crashes_its_process_is_tried_again_and_the_others_are_there(folder: Any) -> None:
    folder.pipe_file("/in/丙.txt", notice(word="退出").encode())
    assert [row.get("reason") for row in converted().rows] == ["crash", None, None]
    assert len(folder.cat("/out/records/notices-00000.jsonl").splitlines()) == 2
    assert not converted(run="2").known


def test_the_run_that_did_it_does_not_call_it_unchanged(folder: Any) -> None:
    """The worker was lost after it wrote the shard, and Dask gives the shard to another."""
    first = converted(fresh=True)
    written = folder.modified("/out/records/notices-00000.jsonl")
    assert converted(fresh=True) == first
    assert folder.modified("/out/records/notices-00000.jsonl") == written


def test_a_shard_whose_records_were_being_replaced_is_no_done_one(
    folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run with other rules was killed between the records and the report."""
    converted()

    def die(*_: object, **__: object) -> None:
        raise Lost

    with monkeypatch.context() as patch:
        patch.setattr("planparse.batch.distributed.store.Store.size", die)
        with pytest.raises(Lost):
            converted(run="2", made_by="others")
    assert not converted(run="3").known


class Lost(BaseException):
    """The worker is no more."""


def losing(monkeypatch: pytest.MonkeyPatch, *paths: str) -> None:
    """The worker is lost over these notices, over one after another where they are several."""
    whole, left = Here.convert, list(paths)

    def convert(here: Here, path: str, data: bytes) -> dict[str, Any]:
        if left and path == left[0]:
            left.pop(0)
            raise Lost
        return whole(here, path, data)

    monkeypatch.setattr(Here, "convert", convert)


def tried(**changes: Any) -> tuple[int, Report]:
    """How many tries were lost until Dask had a report."""
    for lost in range(9):
        try:
            return lost, converted(**changes)
        except Lost:
            continue
    raise AssertionError("no end of it")


TRIES = {
    "once, by chance": (["甲.txt"], []),
    "three times, over different notices": (["甲.txt", "乙.txt", "甲.txt"], []),
    "the first time and twice more over one": (["乙.txt", "甲.txt", "甲.txt"], ["甲.txt"]),
    "over one always": (["乙.txt"] * 3, ["乙.txt"]),
}


@pytest.mark.parametrize(("lost_over", "given_up"), TRIES.values(), ids=TRIES)
def test_a_notice_over_which_worker_after_worker_is_lost_costs_itself_in_the_end(
    folder: Any, monkeypatch: pytest.MonkeyPatch, lost_over: list[str], given_up: list[str]
) -> None:
    losing(monkeypatch, *lost_over)
    lost, report = tried()
    assert lost == len(lost_over) <= 3  # Dask allows three
    assert [row["path"] for row in report.rows if row.get("reason") == "crash"] == given_up
    assert len(folder.cat("/out/records/notices-00000.jsonl").splitlines()) == 2 - len(given_up)
    assert [row["path"] for row in report.rows] == ["乙.txt", "甲.txt"]


def test_what_was_given_up_is_tried_again_by_the_next_run(
    folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    losing(monkeypatch, *["乙.txt"] * 3)
    tried()
    lost, report = tried(run="2")
    assert (lost, report.known, [row["status"] for row in report.rows]) == (0, False, ["converted"] * 2)


def test_a_worker_of_another_version_refuses() -> None:
    (shard,) = [None]
    with pytest.raises(ClusterError, match="other-version"):
        run_shard(shard, job(version="0.0.0"))  # type: ignore[arg-type]


def test_a_table_that_cannot_be_read_is_an_error_for_dask_to_try_again(memory: Any) -> None:
    memory.pipe_file("/in/x.jsonl.gz", b"not packed")
    with pytest.raises(OSError, match="gzip"):
        converted()
    assert memory.find("/out/records") == []


def test_the_bytes_of_a_local_folder_are_those_in_memory(folder: Any, tmp_path: Path) -> None:
    converted()
    (shard,) = find_shards(["memory://in"], size=9, without=store_at(str(tmp_path)))
    run_shard(shard, job(store=store_at(str(tmp_path))))
    name = "records/notices-00000.jsonl"
    assert (tmp_path / name).read_bytes() == folder.cat(f"/out/{name}")
