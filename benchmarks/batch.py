"""How fast a batch is: rate by workers, overhead a file, memory a worker, and what a second run costs.

    python benchmarks/batch.py [--count 10000] [--jobs 1 2]

On generated notices (benchmarks/generate.py) in a temporary folder. Processor time is that of the whole
command with its workers, so that other work on the machine tells less.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from generate import generate

import planparse


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "planparse", "batch", *arguments]


def run(folder: Path, out: Path, *arguments: str) -> tuple[float, float, int]:
    """Seconds of wall and of processor, and the most memory of one worker (bytes, Linux)."""
    before, started = os.times(), time.monotonic()
    process = subprocess.Popen(command(str(folder), "-o", str(out), "-q", *arguments))
    peak = [0]
    watcher = threading.Thread(target=watch, args=(process, peak))
    watcher.start()
    process.wait()
    watcher.join()
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.monotonic() - started, used, peak[0]


def watch(process: subprocess.Popen[bytes], peak: list[int]) -> None:
    """The most memory of the process's children, looked at ten times a second."""
    while process.poll() is None:
        for child in children(process.pid):
            peak[0] = max(peak[0], own(child))
        time.sleep(0.1)


def children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def own(pid: int) -> int:
    """Bytes that belong to a process alone: a worker is born with the pages of the list of notices, which
    are there once for all."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


def bare(folder: Path) -> float:
    """Processor seconds of extract and YAML alone, in one process, for all notices."""
    planparse.extract("通知").to_yaml()
    started = time.process_time()
    for path in sorted(folder.rglob("*.txt")):
        planparse.extract_bytes(path.read_bytes()).to_yaml()
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "notices")
        generate(folder, options.count, 1)
        alone = bare(folder)
        print(f"extract and YAML alone: {alone / options.count * 1000:.2f} ms of processor a notice")
        wall = 0.0
        for jobs in options.jobs:
            out = Path(temporary, f"out{jobs}")
            wall, used, peak = run(folder, out, "-j", str(jobs))
            rate = options.count / wall
            over = used / alone - 1
            print(
                f"{jobs} workers: {rate:.0f} notices/s, {used / options.count * 1000:.2f} ms of processor a "
                f"notice ({over:+.0%}), largest worker {peak / 2**20:.0f} MiB"
            )
        again, _, _ = run(folder, out, "-j", str(options.jobs[-1]))
        print(f"second run, nothing changed: {again:.2f} s, {again / wall:.1%} of the first")
        summary = json.loads((out / "summary.json").read_text("utf-8"))
        assert summary["unchanged"] == options.count, summary


if __name__ == "__main__":
    main()
