"""What a cluster costs: the same notices by `planparse batch` alone and by two workers of Dask.

python benchmarks/cluster.py [--count 1000] [--turns 3] [--shard-size 500]

Both have two processes that convert. Needs planparse[dask]. Nothing listens but on this machine.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import psutil
from generate import generate

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
LOOPBACK = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
WORKERS = 2


class Cost(NamedTuple):
    """Seconds by the clock, and of processor time, of all processes that take part."""

    wall: float
    processor: float


class Cluster:
    """A scheduler and its workers, as processes."""

    def __init__(self, address: str, processes: Sequence[psutil.Popen]) -> None:
        self.address = address
        self.processes = processes

    def processor(self) -> float:
        """Seconds of processor time so far, with those of processes that they started and that ended."""
        return sum(sum(process.cpu_times()[:4]) for process in self.processes)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    place = folder / "scheduler.json"
    processes = [start("dask_scheduler", "--port", "0", "--scheduler-file", str(place))]
    try:
        while not (place.exists() and place.read_text().endswith("}")):
            time.sleep(0.05)
        address = json.loads(place.read_text())["address"]
        options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        processes += [start("dask_worker", address, *options) for _ in range(WORKERS)]
        yield Cluster(address, processes)
    finally:
        for process in processes:
            process.terminate()
            process.wait()


def start(module: str, *options: str) -> psutil.Popen:
    command = [sys.executable, "-m", f"distributed.cli.{module}", *LOOPBACK, *options]
    return psutil.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def batch(notices: Path, out: Path, *options: str, cluster: Cluster | None = None) -> Cost:
    command = [sys.executable, "-m", "planparse", "batch", str(notices), "-o", str(out), "-q", *options]
    before = children(), cluster.processor() if cluster else 0.0, time.perf_counter()
    subprocess.run(command, env=ENVIRONMENT, check=True)
    wall = time.perf_counter() - before[2]
    of_cluster = cluster.processor() - before[1] if cluster else 0.0
    return Cost(wall, children() - before[0] + of_cluster)


def children() -> float:
    """Seconds of processor time of processes of ours that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def same(here: Path, there: Path) -> bool:
    """Whether records and indexes are equal, byte for byte."""
    shards = sorted(there.glob("records/*.jsonl"))
    with open(here / "records.jsonl", "rb") as records:
        for shard in shards:
            data = shard.read_bytes()
            if records.read(len(data)) != data:
                return False
        if records.read(1):
            return False
    names = ("index.jsonl", "index.csv")
    return all((here / name).read_bytes() == (there / name).read_bytes() for name in names)


def show(name: str, costs: Sequence[Cost], count: int) -> None:
    wall = statistics.median(cost.wall for cost in costs) / count * 1000
    processor = statistics.median(cost.processor for cost in costs) / count * 1000
    print(f"{name:28}{wall:10.2f}{processor:14.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--shard-size", type=int, default=500)
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder / "notices", options.count, seed=1)
        with cluster(folder) as dask:
            compare(folder, dask, options)


def compare(folder: Path, dask: Cluster, options: argparse.Namespace) -> None:
    notices, here, there = folder / "notices", folder / "here", folder / "there"
    by_dask = ("--scheduler", dask.address, "--shard-size", str(options.shard_size))
    alone, on_cluster = [], []
    for _ in range(options.turns):
        shutil.rmtree(here, ignore_errors=True)
        shutil.rmtree(there, ignore_errors=True)
        alone.append(batch(notices, here, "-f", "jsonl", "-j", str(WORKERS)))
        on_cluster.append(batch(notices, there, *by_dask, cluster=dask))
    unchanged = [batch(notices, there, *by_dask, cluster=dask)]
    print(f"{options.count} notices, shards of {options.shard_size}, {WORKERS} workers")
    print(f"records and indexes {'equal' if same(here, there) else 'DIFFER'}, byte for byte")
    print(f"{'ms a notice':28}{'clock':>10}{'processor':>14}")
    show("batch", alone, options.count)
    show("batch --scheduler", on_cluster, options.count)
    show("… again, nothing changed", unchanged, options.count)
    pairs = list(zip(on_cluster, alone, strict=True))
    wall = statistics.median(dask.wall / here.wall for dask, here in pairs)
    processor = statistics.median(dask.processor / here.processor for dask, here in pairs)
    print(f"{'ratio, median of turns':28}{wall:10.2f}{processor:14.2f}")


if __name__ == "__main__":
    main()
