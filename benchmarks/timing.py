"""What the benchmarks share: the notices, the floors, and fair measuring on a machine that others use too."""

from __future__ import annotations

import gc
import importlib.util
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FLOORS = SHARED / "floors"


def notices() -> tuple[str, list[Path]]:
    """What the notices are, and their files: annotated ones beside the checkout, else the samples."""
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    if seeds:
        return f"{len(seeds)} real notices beside the checkout", seeds
    samples = [path for path in sorted((ROOT / "samples").glob("*.txt")) if ".gbk." not in path.name]
    return f"{len(samples)} samples (there are no real notices in {SHARED})", samples


def floor_module() -> ModuleType | None:
    """The least work of a parse: a module with `parse(text)` and `dump(head, records)`, or None."""
    path = FLOORS / "floor_min.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location("floor_min", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True  # its folder is not ours
    spec.loader.exec_module(module)
    return module


def milliseconds(work: Callable[[], object]) -> float:
    """One run, the collector's work of earlier runs left out."""
    gc.collect()
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def interleaved(works: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Milliseconds of each work in each round, A B A B: a slow spell of the machine slows all alike."""
    for work in works:
        work()
    measured = [[milliseconds(work) for work in works] for _ in range(rounds)]
    return [list(column) for column in zip(*measured, strict=True)]


def ratio(ours: Sequence[float], floor: Sequence[float]) -> float:
    """The median of the ratios of each round."""
    return statistics.median(a / b for a, b in zip(ours, floor, strict=True))
