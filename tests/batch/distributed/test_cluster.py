"""Real processes on this machine: a scheduler, two workers, the command; one of them is lost midway."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

import pytest

from planparse.batch.distributed import ClusterError, Options, run_shards

from .conftest import SOURCE, batch_here, notice

pytest.importorskip("distributed", reason="needs planparse[dask]")

NOTICES, SHARD = 30, 3
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE), "PLANPARSE_LANG": "en"}
LOOPBACK = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")


# Dask runs it in each worker: the process that converts a notice with this word kills the worker.
FATAL = """
import os
from planparse.batch.distributed import child

child._START = '''
import os, signal, sys
sys.path[:] = sys.argv[1:]
from planparse import pipeline
from planparse.batch.distributed import child

whole = pipeline.extract_bytes

def extract_bytes(data, **more):
    if "同归于尽".encode() in data:
        os.kill(os.getppid(), signal.SIGKILL)
    return whole(data, **more)

pipeline.extract_bytes = extract_bytes
child.serve()
'''
"""


class Cluster:
    """A scheduler and two workers of one thread; without `nanny` nobody starts a killed one again."""

    def __init__(self, folder: Path, *options: str, nanny: bool = False) -> None:
        self.folder = folder
        self.options = ("--nanny" if nanny else "--no-nanny", *options)
        self.processes = ExitStack()

    def __enter__(self) -> Cluster:
        with self.processes:
            self.start_all()
            self.processes = self.processes.pop_all()  # to be ended later, not here
        return self

    def start_all(self) -> None:
        place = self.folder / "scheduler.json"
        self.scheduler = self.start("dask_scheduler", "--port", "0", "--scheduler-file", str(place))
        wait_until(lambda: place.exists() and place.read_text().endswith("}"))
        self.address: str = json.loads(place.read_text())["address"]
        options = ("--nthreads", "1", "--local-directory", str(self.folder), *self.options)
        self.workers = [self.start("dask_worker", self.address, *options) for _ in range(2)]

    def start(self, module: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{module}", *LOOPBACK, *options]
        with open(self.folder / f"{module}.log", "ab") as log:
            process = subprocess.Popen(command, env=ENVIRONMENT, stdout=log, stderr=log)
        self.processes.callback(end, process)
        return process

    def __exit__(self, *_: object) -> None:
        self.processes.close()


def end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()  # a nanny ends its worker then
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "cluster").mkdir()
    with Cluster(tmp_path / "cluster") as cluster:
        yield cluster


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    folder = tmp_path / "notices"
    folder.mkdir()
    for number in range(NOTICES):
        (folder / f"{number:03}.txt").write_text(notice(number + 1), encoding="utf-8")
    return folder


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def batch(notices: Path, scheduler: str) -> subprocess.Popen[str]:
    """`planparse batch --scheduler`, at work; the output is beside the notices."""
    command = [
        *(sys.executable, "-m", "planparse", "batch", str(notices), "-o", str(notices.parent / "out")),
        *("--scheduler", scheduler, "--shard-size", str(SHARD), "--log-json"),
    ]
    return subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit status, and what the last line of standard error says."""
    with process:
        _, error = process.communicate(timeout=300)
    assert "Traceback" not in error
    return process.returncode, error.splitlines()[-1]


def summary(line: str) -> dict[str, Any]:
    return dict(json.loads(line)["summary"])


def unfinished(out: Path) -> list[Path]:
    return list(out.glob("records/.planparse-*.tmp"))


def written(out: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(out.glob("records/*.jsonl")))


def one_told(stream: IO[str] | None) -> None:
    """Wait for the first shard to be told."""
    assert stream
    assert json.loads(stream.readline())["done"] == SHARD


def test_a_worker_killed_midway_loses_nothing(cluster: Cluster, notices: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = batch(notices, cluster.address)
    one_told(process.stderr)
    wait_until(lambda: len(unfinished(out)) == 2)  # both workers have a shard in hand
    cluster.workers[0].kill()
    cluster.workers[0].wait()
    assert unfinished(out)
    status, line = ended(process)
    assert status == 0
    assert (summary(line)["converted"], summary(line)["unchanged"]) == (NOTICES, 0)
    batch_here(notices, tmp_path / "here")
    assert written(out) == (tmp_path / "here" / "records.jsonl").read_bytes()
    for name in ("index.jsonl", "index.csv"):
        assert (out / name).read_bytes() == (tmp_path / "here" / name).read_bytes()
    assert unfinished(out) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one process")
def test_an_interrupt_finishes_the_shards_in_hand_and_the_next_run_goes_on(
    cluster: Cluster, notices: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    process = batch(notices, cluster.address)
    one_told(process.stderr)
    process.send_signal(signal.SIGINT)
    status, line = ended(process)
    assert status == 130
    first = summary(line)
    assert first["interrupted"]
    assert 0 < first["left"] < NOTICES
    assert unfinished(out) == []
    assert written(out).count(b"\n") == first["converted"] == NOTICES - first["left"]
    status, line = ended(batch(notices, cluster.address))
    assert status == 0
    assert (summary(line)["unchanged"], summary(line)["converted"]) == (first["converted"], first["left"])
    assert written(out).count(b"\n") == NOTICES


def test_a_scheduler_killed_midway_is_told_and_what_is_done_stays_done(
    cluster: Cluster, notices: Path, tmp_path: Path
) -> None:
    process = batch(notices, cluster.address)
    one_told(process.stderr)
    cluster.scheduler.kill()
    status, line = ended(process)
    assert status == 2
    assert f"The connection to the scheduler {cluster.address} is lost" in line
    cluster.processes.close()
    (tmp_path / "another").mkdir()
    with Cluster(tmp_path / "another") as another:
        status, line = ended(batch(notices, another.address))
    assert status == 0
    assert summary(line)["unchanged"] >= SHARD
    assert written(tmp_path / "out").count(b"\n") == NOTICES


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_notice_that_kills_worker_after_worker_costs_itself(notices: Path, tmp_path: Path) -> None:
    for name in ("007.txt", "021.txt"):
        (notices / name).write_text(notice(1, word="同归于尽"), encoding="utf-8")
    (tmp_path / "cluster").mkdir()
    (tmp_path / "fatal.py").write_text(FATAL, encoding="utf-8")
    with Cluster(tmp_path / "cluster", "--preload", str(tmp_path / "fatal.py"), nanny=True) as cluster:
        status, line = ended(batch(notices, cluster.address))
    assert status == 1
    assert (summary(line)["converted"], summary(line)["failed"]) == (NOTICES - 2, 2)
    rows = [json.loads(row) for row in (tmp_path / "out" / "index.jsonl").read_text("utf-8").splitlines()]
    failed = [row for row in rows if row["status"] == "failed"]
    assert [(row["path"], row["reason"]) for row in failed] == [("007.txt", "crash"), ("021.txt", "crash")]
    assert written(tmp_path / "out").count(b"\n") == NOTICES - 2


def test_a_cluster_whose_workers_all_go_is_not_waited_for_without_end(
    cluster: Cluster, notices: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("_SECONDS_WITHOUT_WORKERS", "_SECONDS_TO_FETCH"):
        monkeypatch.setattr(f"planparse.batch.distributed.cluster.{limit}", 1.0)

    def end_all(_: object) -> None:
        for worker in cluster.workers:
            worker.kill()

    options = Options(shard_size=SHARD)
    with pytest.raises(ClusterError, match="no-workers"):
        run_shards([str(notices)], str(tmp_path / "out"), cluster.address, options, end_all)
