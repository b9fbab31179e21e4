"""How long a warm parse takes, stage by stage and by size, beside its floor.

    python benchmarks/speed.py [--rounds 15] [--sizes 1 4 16 64] [--profile]

Stages are timed by running `planparse.pipeline` with each of its functions wrapped; what one stage calls of
another is counted once, for the inner one. Sizes are of two kinds: one document with the sections of its plan
repeated, and a list of documents. A floor is ../shared/floors/floor_min.py, the least work of a parse.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial, wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from timing import floor_module, interleaved, notices, ratio

from planparse import Document, extract
from planparse.pipeline import analyse_bytes

# Where a stage's function is looked up, and the stage it belongs to.
STAGES = (
    ("planparse.pipeline.read", "decode"),
    ("planparse.pipeline.read_lines", "lines"),
    ("planparse.pipeline.read_elements", "elements"),
    ("planparse.pipeline.read_body", "paragraphs"),
    ("planparse.pipeline.read_outline", "outline"),
    ("planparse.pipeline.brackets.pair", "brackets"),
    ("planparse.pipeline.read_branches", "responsibility"),
    ("planparse.pipeline.decide_parts", "roles"),
    ("planparse.plan.assemble.find_times", "times"),
    ("planparse.plan.assemble.find_quantities", "quantities"),
    ("planparse.plan.assemble.find_references", "references"),
    ("planparse.pipeline.assemble", "assemble"),
    ("planparse.pipeline.review", "review"),
    ("planparse.pipeline.build_document", "record"),
)


class Clock:
    """Adds up the time of nested stages, each without the stages in it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*arguments: Any, **options: Any) -> Any:
            self._inner.append(0.0)
            started = time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                took = time.perf_counter() - started
                self.spent[stage] += (took - self._inner.pop()) * 1000
                self._inner[-1] += took

        return run


def found(name: str) -> Any:
    """The object that a dotted name leads to."""
    import pkgutil

    return pkgutil.resolve_name(name)


def stages(data: bytes) -> dict[str, float]:
    """Milliseconds of each stage in one run, writing included."""
    clock = Clock()
    with ExitStack() as wrapped:
        for name, stage in STAGES:
            wrapped.enter_context(patch(name, clock.timed(stage, found(name))))
        document = clock.timed("pipeline, the rest", analyse_bytes)(data).document
    clock.timed("json", document.to_json)()
    clock.timed("yaml", document.to_yaml)()
    return clock.spent


def repeated(text: str, times: int) -> str:
    """One document with the text from its first section on repeated: its numbers begin anew."""
    place = text.find("\n一、")
    return text + text[max(place, 0) :] * (times - 1)


def write_all(texts: list[str], write: Callable[[Document], str]) -> None:
    for text in texts:
        write(extract(text))


def floor_all(texts: list[str], floor: Any) -> None:
    for text in texts:
        floor.dump(*floor.parse(text))


def print_stages(files: list[Path], rounds: int) -> None:
    print(f"\nmilliseconds per notice, median of {rounds} runs")
    total: dict[str, float] = defaultdict(float)
    for path in files:
        data = path.read_bytes()
        stages(data)
        runs = [stages(data) for _ in range(rounds)]
        for stage in runs[0]:
            total[stage] += statistics.median(run[stage] for run in runs) / len(files)
    whole = sum(total.values())
    for stage in [*dict.fromkeys(stage for _, stage in STAGES), "pipeline, the rest", "json", "yaml"]:
        print(f"{stage:20}{total[stage]:9.3f}{total[stage] / whole:8.1%}")
    print(f"{'all':20}{whole:9.3f}")


def print_sizes(texts: list[str], sizes: list[int], rounds: int) -> None:
    floor = floor_module()
    print("\nextract and YAML, characters per second" + ("" if floor else "; no floors beside the checkout"))
    print(f"{'':32}{'characters':>12}{'ms':>10}{'char/s':>12}{'floor ms':>10}{'ratio':>8}")
    for size in sizes:
        cases = {
            f"each document ×{size}, sections": [repeated(text, size) for text in texts],
            f"list of {size} × {len(texts)} documents": texts * size,
        }
        for name, batch in cases.items():
            works: list[Callable[[], object]] = [partial(write_all, batch, Document.to_yaml)]
            if floor is not None:
                works.append(partial(floor_all, batch, floor))
            columns = interleaved(works, max(3, rounds // size))
            characters, ours = sum(map(len, batch)), statistics.median(columns[0])
            line = f"{name:32}{characters:12,}{ours:10.1f}{characters / ours * 1000:12,.0f}"
            if floor is not None:
                line += f"{statistics.median(columns[1]):10.2f}{ratio(columns[0], columns[1]):8.1f}"
            print(line, flush=True)


def print_profile(text: str, rounds: int) -> None:
    """The functions that cost most of `extract`, their own time."""
    extract(text)
    profile = cProfile.Profile()
    profile.enable()
    for _ in range(rounds):
        extract(text)
    profile.disable()
    pstats.Stats(profile, stream=sys.stdout).strip_dirs().sort_stats("tottime").print_stats(10)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 4, 16, 64])
    parser.add_argument("--profile", action="store_true", help="only the ten most expensive functions")
    options = parser.parse_args()
    name, files = notices()
    print(name)
    if options.profile:
        print_profile(files[0].read_text("utf-8"), options.rounds)
        return
    print_stages(files, options.rounds)
    print_sizes([path.read_text("utf-8") for path in files], options.sizes, options.rounds)


if __name__ == "__main__":
    main()
