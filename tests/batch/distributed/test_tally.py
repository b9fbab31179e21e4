from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from planparse.batch.distributed.shards import Shard, Source
from planparse.batch.distributed.tally import Tally
from planparse.batch.distributed.task import Report

distributed = pytest.importorskip("distributed", reason="needs planparse[dask]")


def files(name: str, *relatives: str) -> Shard:
    return Shard(name, "files", tuple(Source(None, f"/in/{each}", each, 1) for each in relatives))


def table(name: str) -> Shard:
    return Shard(name, "jsonl", (Source(None, f"/in/{name}.jsonl", f"{name}.jsonl", 1),))


def report(*paths: str, known: bool = False) -> Report:
    rows: list[dict[str, Any]] = [{"path": path, "status": "converted"} for path in paths]
    return Report(rows, "records/x.jsonl", known)


def test_rows_stand_in_the_order_of_shards_whatever_comes_first() -> None:
    first, second = files("1", "a", "b"), files("2", "c")
    tally = Tally([first, second])
    assert [(step.done, step.total) for step in tally.take(second, report("c"))] == [(1, 3)]
    assert [(step.done, step.total) for step in tally.take(first, report("a", "b"))] == [(3, 3), (3, 3)]
    assert [row["path"] for row in tally.rows] == ["a", "b", "c"]


def test_what_a_table_holds_is_guessed_from_those_that_were_read() -> None:
    shards = [files("1", "a"), table("x"), table("y"), table("z")]
    tally = Tally(shards)
    assert tally.total == 4  # at least one each
    list(tally.take(shards[1], report("x1", "x2", "x3")))
    assert tally.total == 1 + 3 + 3 + 3
    list(tally.take(shards[2], report("y1")))
    assert tally.total == 1 + 3 + 1 + 2
    list(tally.take(shards[3], report()))
    assert tally.total == 1 + 3 + 1


def test_a_shard_left_alone_counts_as_unchanged_but_for_what_failed() -> None:
    shard = files("1", "a", "b")
    rows = [{"path": "a", "status": "converted"}, {"path": "b", "status": "failed", "reason": "PP001"}]
    tally = Tally([shard])
    assert [step.unchanged for step in tally.take(shard, Report(rows, "x", known=True))] == [True, False]
    assert tally.unchanged == 1


LOST = {
    "worker after worker was lost": (
        distributed.KilledWorker("shard", SimpleNamespace(address="tcp://127.0.0.1:9"), 3),
        "crash",
    ),
    "it could not be read": (PermissionError(13, "Permission denied"), "shard"),
}


@pytest.mark.parametrize(("error", "reason"), LOST.values(), ids=LOST)
def test_a_shard_that_is_lost_is_a_row_for_each_of_its_files(error: Exception, reason: str) -> None:
    shard = files("1", "a", "b")
    tally = Tally([shard])
    steps = list(tally.take(shard, error))
    assert [(step.row["path"], step.row["status"], step.row["reason"]) for step in steps] == [
        ("a", "failed", reason),
        ("b", "failed", reason),
    ]
    assert type(error).__name__ in steps[0].row["detail"]
