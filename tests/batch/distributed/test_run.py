"""Runs on a cluster inside this process: what is written, what is told, what is left of earlier runs."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from planparse.batch.distributed import ClusterError, Options, run_shards
from planparse.batch.summary import Step, Summary

from .conftest import batch_here, notice, without_times

pytest.importorskip("distributed", reason="needs planparse[dask]")
pytestmark = pytest.mark.usefixtures("quick")

# In this process, listening nowhere but on this machine.
INSIDE: dict[str, Any] = {
    "processes": False,
    "protocol": "tcp",
    "host": "127.0.0.1",
    "dashboard_address": "127.0.0.1:0",
    "worker_dashboard_address": "127.0.0.1:0",
}


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=1, threads_per_worker=2, **INSIDE) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


@pytest.fixture
def folder(memory: Any) -> Any:
    """memory://in with five notices, one of them no text."""
    for number in range(1, 5):
        memory.pipe_file(f"/in/{number}.txt", notice(number).encode())
    memory.pipe_file("/in/图.txt", b"\x89PNG\r\n\x1a\n0000")
    return memory


def run(
    client: Any,
    *inputs: str,
    steps: list[Step] | None = None,
    stopped: Callable[[], bool] = lambda: False,
    **options: Any,
) -> Summary:
    told: list[Step] = [] if steps is None else steps
    wanted = Options(**{"shard_size": 2, **options})
    return run_shards(inputs or ["memory://in"], "memory://out", client, wanted, told.append, stopped)


def counts(summary: Summary) -> tuple[int, int, int]:
    return summary.converted, summary.unchanged, summary.failed


def written(fs: Any) -> list[str]:
    return [path.removeprefix("/out/") for path in fs.find("/out")]


def index(fs: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in fs.cat("/out/index.jsonl").decode().splitlines()]


SHARDS = ["notices-00000", "notices-00001", "notices-00002"]


def test_a_file_of_records_a_shard_and_an_index_of_all(client: Any, folder: Any) -> None:
    assert counts(run(client)) == (4, 0, 1)
    assert written(folder) == [
        *(f".planparse-shards/{name}.json" for name in SHARDS),
        "index.csv",
        "index.jsonl",
        *(f"records/{name}.jsonl" for name in SHARDS),
    ]
    assert [row["path"] for row in index(folder)] == ["1.txt", "2.txt", "3.txt", "4.txt", "图.txt"]


@pytest.mark.usefixtures("processes")
def test_records_index_and_summary_are_those_of_the_batch_without_a_cluster(
    client: Any, folder: Any, tmp_path: Path
) -> None:
    folder.get("/in", str(tmp_path / "in"), recursive=True)
    assert without_times(run(client).to_dict()) == batch_here(tmp_path / "in", tmp_path / "out")
    for name in ("index.csv", "index.jsonl"):
        assert folder.cat(f"/out/{name}") == (tmp_path / "out" / name).read_bytes()
    records = b"".join(folder.cat(f"/out/records/{name}.jsonl") for name in SHARDS)
    assert records == (tmp_path / "out" / "records.jsonl").read_bytes()


def test_each_notice_is_told_when_its_shard_is_done(client: Any, folder: Any) -> None:
    steps: list[Step] = []
    run(client, steps=steps)
    assert [step.total for step in steps] == [5] * 5
    assert [step.done for step in steps] in ([2, 2, 4, 4, 5], [2, 2, 3, 5, 5], [1, 3, 3, 5, 5])
    assert sorted(step.row["path"] for step in steps) == ["1.txt", "2.txt", "3.txt", "4.txt", "图.txt"]
    again: list[Step] = []
    run(client, steps=again)
    assert {step.row["path"]: step.unchanged for step in again} == {
        "1.txt": True, "2.txt": True, "3.txt": True, "4.txt": True, "图.txt": False,
    }  # fmt: skip


def test_the_number_of_notices_in_tables_is_known_in_the_end(client: Any, memory: Any) -> None:
    for name, number in (("a", 3), ("b", 1), ("c", 2)):
        rows = "".join(json.dumps({"text": notice(each)}) + "\n" for each in range(number))
        memory.pipe_file(f"/in/{name}.jsonl", rows.encode())
    steps: list[Step] = []
    assert run(client, steps=steps).total == 6
    assert (steps[-1].done, steps[-1].total) == (6, 6)
    assert written(memory)[-3:] == ["records/a.jsonl", "records/b.jsonl", "records/c.jsonl"]


def test_a_second_run_does_the_shards_that_changed(client: Any, folder: Any) -> None:
    run(client)
    assert counts(run(client)) == (0, 4, 1)
    folder.pipe_file("/in/3.txt", notice(9).encode())
    assert counts(run(client)) == (2, 2, 1)
    assert [row["document_number"] for row in index(folder)[:4]] == [
        f"测政办发〔2023〕{number}号" for number in (1, 2, 9, 4)
    ]
    assert counts(run(client, provenance=False)) == (4, 0, 1)
    assert counts(run(client, provenance=False, fresh=True)) == (4, 0, 1)


def test_rules_of_the_user_reach_the_workers_and_change_what_is_done(
    client: Any, folder: Any, tmp_path: Path
) -> None:
    run(client)
    rule = "- id: outline.framing\n  why: none here\n  words: {重点任务: frame}\n"
    (tmp_path / "outline.yaml").write_text(rule, encoding="utf-8")
    assert counts(run(client, rules_folder=str(tmp_path))) == (4, 0, 1)
    record = json.loads(folder.cat("/out/records/notices-00000.jsonl").splitlines()[0])
    assert record["rules"]["name"] == "planparse+user"
    (tmp_path / "outline.yaml").rename(tmp_path / "renamed.yaml")
    (tmp_path / "renamed.yaml").rename(tmp_path / "outline.yaml")
    assert counts(run(client, rules_folder=str(tmp_path))) == (0, 4, 1)


def test_nothing_is_left_of_a_run_that_cut_otherwise(client: Any, folder: Any) -> None:
    folder.pipe_file("/out/records/mine.jsonl", b"of somebody else")
    run(client, shard_size=1)
    folder.pipe_file("/out/records/.planparse-0123.tmp", b"of a worker that was killed")
    run(client, shard_size=3)
    assert [name for name in written(folder) if "index" not in name] == [
        ".planparse-shards/notices-00000.json",
        ".planparse-shards/notices-00001.json",
        "records/mine.jsonl",
        "records/notices-00000.jsonl",
        "records/notices-00001.jsonl",
    ]


def test_once_stopped_the_shards_in_hand_are_finished_and_the_next_run_goes_on(
    client: Any, folder: Any
) -> None:
    for number in range(5, 21):
        folder.pipe_file(f"/in/{number:02}.txt", notice(number).encode())
    steps: list[Step] = []
    summary = run(client, steps=steps, stopped=lambda: bool(steps), shard_size=1)
    assert summary.interrupted
    assert summary.total == 21
    assert 0 < summary.left < 21
    assert len(index(folder)) == 21 - summary.left
    done = len(index(folder))
    again = run(client, shard_size=1)
    assert (again.unchanged + again.failed, again.converted) in ((done, 21 - done), (done + 1, 20 - done))
    assert len(index(folder)) == 21


@pytest.mark.usefixtures("faults")
def test_a_notice_that_crashes_or_hangs_costs_itself_not_its_shard(client: Any, folder: Any) -> None:
    from planparse.batch.workers import Limits

    folder.pipe_file("/in/1.txt", notice(word="退出").encode())
    folder.pipe_file("/in/4.txt", notice(word="不停").encode())
    assert counts(run(client, limits=Limits(seconds=2.0))) == (2, 0, 3)
    reasons = {row["path"]: row["reason"] for row in index(folder) if row["status"] == "failed"}
    assert reasons == {"1.txt": "crash", "4.txt": "time", "图.txt": "PP003"}


def test_a_shard_that_cannot_be_read_costs_itself(client: Any, folder: Any) -> None:
    folder.pipe_file("/in/x.jsonl.gz", b"not packed")
    summary = run(client)
    assert counts(summary) == (4, 0, 2)
    (row,) = [row for row in index(folder) if row["path"] == "x.jsonl.gz"]
    assert (row["status"], row["reason"]) == ("failed", "shard")
    assert "BadGzipFile" in row["detail"]


def test_an_index_that_cannot_be_written_is_a_problem_and_the_shards_are_there(
    client: Any, folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("planparse.batch.distributed.run.index_files", full)
    summary = run(client)
    assert summary.problems == ("/out: [Errno 28] No space left on device",)
    assert counts(summary) == (4, 0, 1)
    assert counts(run(client)) == (0, 4, 1)


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_tables_for_analysis_are_those_of_the_batch_without_a_cluster(
    client: Any, folder: Any, tmp_path: Path, format: str
) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow", reason="needs pyarrow, of planparse[dask]")
    assert run(client, format=format, tables=str(tmp_path / "tables")).problems == ()
    folder.get("/in", str(tmp_path / "in"), recursive=True)
    batch_here(tmp_path / "in", tmp_path / "out", "--tables", str(tmp_path / "here"))
    names = sorted(path.name for path in (tmp_path / "here").iterdir())
    assert "targets.csv" in names
    for name in names:
        assert (tmp_path / "tables" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()
    rows = list(csv.DictReader((tmp_path / "tables" / "targets.csv").read_text("utf-8").splitlines()))
    assert [row["id"] for row in rows] == [f"{number}.txt#1.1/t1" for number in range(1, 5)]


def test_workers_of_another_version_are_refused(
    client: Any, folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planparse.batch.distributed.cluster.__version__", "9.9.9")
    with pytest.raises(ClusterError, match=r"other-version: .* ≠ 9\.9\.9"):
        run(client)


def test_a_scheduler_without_workers_is_told(folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import Client, LocalCluster

    monkeypatch.setattr("planparse.batch.distributed.cluster._SECONDS_TO_GET_WORKERS", 0.2)
    with (
        LocalCluster(n_workers=0, **INSIDE) as cluster,
        Client(cluster, set_as_default=False) as idle,
        pytest.raises(ClusterError, match="no-workers"),
    ):
        run(idle)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "127.0.0.1"])
def test_a_scheduler_that_is_none_is_told(folder: Any, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr("planparse.batch.distributed.cluster._SECONDS_TO_CONNECT", 0.5)
    with pytest.raises(ClusterError, match="unreachable"):
        run_shards(["memory://in"], "memory://out", address)
