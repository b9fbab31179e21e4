"""Notices, folders in memory, and faults for the processes that convert."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planparse.batch.distributed.child import Setup, load
from planparse.batch.mapping import map_notice

from ..notices import NOTICE

SOURCE = Path(__file__).parents[3] / "src"

FAULTS = """
import os, signal, sys, time
sys.path[:] = sys.argv[1:]
from planparse import pipeline
from planparse.batch.distributed import child

whole = pipeline.extract_bytes

def extract_bytes(data, **more):
    if "被杀".encode() in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if "退出".encode() in data:
        os._exit(3)
    if "不停".encode() in data:
        time.sleep(60)
    if "爆满".encode() in data:
        bytearray(3 * 2**30)
    if "多话".encode() in data:
        print("not an answer", flush=True)
    return whole(data, **more)

pipeline.extract_bytes = extract_bytes
child.serve()
"""


def notice(number: int = 1, *, word: str = "") -> str:
    """A notice of this serial number; `word` stands in its last line."""
    return NOTICE.format(number=number) + (f"{word}。\n" if word else "")


@pytest.fixture
def memory() -> Iterator[Any]:
    """The file system of memory:// URLs, empty."""
    fsspec = pytest.importorskip("fsspec", reason="needs planparse[dask]")
    fs = fsspec.filesystem("memory")
    fs.store.clear()
    fs.pseudo_dirs[:] = [""]
    yield fs
    fs.store.clear()


def batch_here(notices: Path, out: Path, *options: str) -> dict[str, Any]:
    """The summary of `planparse batch -f jsonl` in a process of its own: what a cluster is held against."""
    command = [sys.executable, "-m", "planparse", "batch", str(notices), "-o", str(out), "-f", "jsonl", "-q"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    subprocess.run([*command, *options], env=environment, check=False, stderr=subprocess.DEVNULL)
    return without_times(json.loads((out / "summary.json").read_text("utf-8")))


def without_times(summary: dict[str, Any]) -> dict[str, Any]:
    """A summary as JSON has it."""
    told = {key: value for key, value in summary.items() if key not in ("seconds", "per_second")}
    return dict(json.loads(json.dumps(told)))


@pytest.fixture
def processes() -> None:
    """Notices are converted in processes of their own, as they are outside tests."""


@pytest.fixture
def faults(processes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words in a notice end, delay or disturb the process that converts it."""
    monkeypatch.setattr("planparse.batch.distributed.child._START", FAULTS)


class Here:
    """Converts in this process what `Child` converts in another one."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup

    def __enter__(self) -> Here:
        self.rules = load(self.setup.rules)
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def convert(self, path: str, data: bytes) -> dict[str, Any]:
        provenance, refuse_classified = self.setup.provenance, self.setup.refuse_classified
        return map_notice(
            data, path, rules=self.rules, provenance=provenance, refuse_classified=refuse_classified
        )


@pytest.fixture
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `processes` no process is started: that takes a second, for each shard."""
    if "processes" not in request.fixturenames:
        monkeypatch.setattr("planparse.batch.distributed.task.Child", Here)
