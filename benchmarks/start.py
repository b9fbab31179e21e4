"""What one command costs: a cold `planparse extract` of one notice, its time and its peak memory.

    python benchmarks/start.py [--rounds 15] [--imports]

Beside it, in turns: an empty Python, and the floors of ../shared/floors, each a process of its own with the
same Python: floor_min.py (the least work, only `re`) and floor_typical.py --c (typer, pydantic, rich, yaml).
The memory of a long document is that of the notice 64 times over.
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

LARGE = 64  # times the text, for the memory of a long document

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
counted(re, "compile")
counted(regex, "compile")
from planparse import extract
from pathlib import Path
started = time.perf_counter()
extract(Path(sys.argv[1]).read_text("utf-8"))
print(f"first extract {1000 * (time.perf_counter() - started):.1f} ms; "
      f"{calls} patterns compiled, {1000 * spent:.1f} ms (some of them by the imports before it)")
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


def variables_of(scratch: Path) -> dict[str, str]:
    """Compiled modules are kept, as in an installation, but in scratch: the floors are not ours."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": str(scratch / "pycache")}


def run(command: list[str], variables: dict[str, str]) -> None:
    subprocess.run(command, env=variables, check=True, capture_output=True)


def peak_memory(command: list[str], variables: dict[str, str]) -> float:
    """MiB of the largest resident set; a process between measures this one child and no other."""
    program = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True); "
    program += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", program, *command], env=variables, capture_output=True, text=True, check=True
    )
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return int(done.stdout) / unit


def print_starts(notice: Path, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        known, variables = commands(notice, Path(folder)), variables_of(Path(folder))
        measured: dict[str, list[float]] = defaultdict(list)
        for command in known.values():
            run(command, variables)
        for _ in range(rounds):
            for name, command in known.items():
                measured[name].append(milliseconds(lambda command=command: run(command, variables)))  # type: ignore[misc]
        ours = measured["planparse extract"]
        print(f"{'':24}{'ms':>8}{'lowest':>8}{'ours is':>9}{'MiB':>7}")
        for name, command in known.items():
            times = measured[name]
            print(
                f"{name:24}{statistics.median(times):8.1f}{min(times):8.1f}{ratio(ours, times):8.2f}×"
                f"{peak_memory(command, variables):7.1f}"
            )
        large = Path(folder, "large.txt")
        large.write_text(notice.read_text("utf-8") * LARGE, "utf-8")
        peak = peak_memory(commands(large, Path(folder))["planparse extract"], variables)
        print(f"planparse extract, {LARGE} times the text: {peak:.1f} MiB")


def print_imports(notice: Path) -> None:
    """The twelve dearest packages, each with what it imports left out, and the compiling of patterns."""
    with tempfile.TemporaryDirectory() as folder:
        variables = variables_of(Path(folder))
        command = [sys.executable, "-X", "importtime", "-m", "planparse", "extract", str(notice)]
        for _ in range(2):  # the first run compiles the modules
            done = subprocess.run(
                command, env=variables, capture_output=True, text=True, encoding="utf-8", check=True
            )
        found = re.findall(r"import time: +(\d+) \| +(\d+) \| +(\S+)", done.stderr)
        packages: dict[str, int] = defaultdict(int)
        for own, _, module in found:
            packages[module.split(".")[0]] += int(own)
        print(f"{len(found)} modules, {sum(packages.values()) / 1000:.1f} ms")
        for package, own in sorted(packages.items(), key=lambda each: -each[1])[:12]:
            print(f"{package:24}{own / 1000:8.1f} ms")
        subprocess.run([sys.executable, "-c", COMPILING, str(notice)], env=variables, check=True)


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
