"""What one command costs: a cold `planparse extract` of one notice, its time and its peak memory.

    python benchmarks/start.py [--rounds 15] [--imports]

Beside it, in turns: an empty Python, and the floors of ../shared/floors, each a process of its own with the same
Python: floor_min.py (the least work, nothing but `re`) and floor_typical.py --c (typer, pydantic, rich, PyYAML).
`--imports` prints what the imports and the compiling of patterns take instead.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from timing import FLOORS, ROOT, milliseconds, notices, ratio

COMPILING = """
import sys, time
spent = calls = 0
def counted(module, name):
    original = getattr(module, name)
    def compile(*arguments, **options):
        global spent, calls
        started = time.perf_counter()
        try:
            return original(*arguments, **options)
        finally:
            spent += time.perf_counter() - started
            calls += 1
    setattr(module, name, compile)
import re, regex
counted(re._compiler, "compile")
counted(regex._main if hasattr(regex, "_main") else regex.regex, "_compile")
from planparse import extract
from pathlib import Path
started = time.perf_counter()
extract(Path(sys.argv[1]).read_text("utf-8"))
print(f"first extract {1000 * (time.perf_counter() - started):.1f} ms; "
      f"patterns compiled or looked up: {calls} calls, {1000 * spent:.1f} ms (imports of planparse included)")
"""


def commands(notice: Path, scratch: Path) -> dict[str, list[str]]:
    python = sys.executable
    known = {
        "planparse extract": [
            python,
            "-m",
            "planparse",
            "extract",
            str(notice),
            "-o",
            str(scratch / "ours.yaml"),
        ],
        "an empty Python": [python, "-c", "pass"],
    }
    for name, options in (("floor_min.py", []), ("floor_typical.py", ["--c"])):
        path = FLOORS / name
        if path.exists():
            known[" ".join([name, *options])] = [
                python,
                str(path),
                str(notice),
                str(scratch / "floor.yaml"),
                *options,
            ]
    return known


def run(command: list[str]) -> None:
    # No .pyc is written next to the floors, which are not ours.
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        command, env=environment, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def peak_memory(command: list[str]) -> float:
    """MiB of the largest resident set; a process between measures this one child and no other."""
    program = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True); "
    program += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program, *command], env=environment, capture_output=True, text=True, check=True
    )
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return int(done.stdout) / unit


def print_starts(notice: Path, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        known = commands(notice, Path(folder))
        measured: dict[str, list[float]] = defaultdict(list)
        for command in known.values():
            run(command)
        for _ in range(rounds):
            for name, command in known.items():
                measured[name].append(milliseconds(lambda command=command: run(command)))  # type: ignore[misc]
        ours = measured["planparse extract"]
        print(f"{'':24}{'ms':>8}{'lowest':>8}{'ours is':>9}{'MiB':>7}")
        for name, command in known.items():
            times = measured[name]
            print(
                f"{name:24}{statistics.median(times):8.1f}{min(times):8.1f}{ratio(ours, times):8.2f}×"
                f"{peak_memory(command):7.1f}"
            )


def print_imports(notice: Path) -> None:
    """The twelve dearest imports, each with what it imports left out, and the compiling of patterns."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-X", "importtime", "-m", "planparse", "extract", str(notice)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    found = re.findall(r"import time: +(\d+) \| +(\d+) \| +(\S+)", done.stderr)
    packages: dict[str, int] = defaultdict(int)
    for own, _, module in found:
        packages[module.split(".")[0]] += int(own)
    print(f"{len(found)} modules, {sum(packages.values()) / 1000:.1f} ms")
    for package, own in sorted(packages.items(), key=lambda each: -each[1])[:12]:
        print(f"{package:24}{own / 1000:8.1f} ms")
    subprocess.run([sys.executable, "-c", COMPILING, str(notice)], env=environment, check=False)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--imports", action="store_true")
    options = parser.parse_args()
    name, files = notices()
    print(name)
    if options.imports:
        print_imports(files[0])
    else:
        print_starts(files[0], options.rounds)


if __name__ == "__main__":
    main()
