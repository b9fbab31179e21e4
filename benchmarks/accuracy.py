"""How right the records are, on the annotated notices that may stand beside the checkout.

    python benchmarks/accuracy.py             compare with benchmarks/accuracy.json
    python benchmarks/accuracy.py --update    write it anew

Runs ../shared/score/run.py on the seeds and on the corpus. Exit status 1 when a figure fell more than 0.005
below the committed one, or is missing; 0 with a line that says so where there are no annotated notices.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCORER = ROOT.parent / "shared" / "score" / "run.py"
COMMITTED = Path(__file__).with_name("accuracy.json")
SETS = ("seeds", "corpus")
TOLERANCE = 0.005

# targets   0.992  0.984  0.988   118      section.title   right  1.000   30      mean 0.9912
GROUP = re.compile(r"(\S+) +\d\.\d+ +\d\.\d+ +(\d\.\d+) +\d+")
ATTRIBUTE = re.compile(r"(\S+) +right +(\d\.\d+) +\d+")
MEAN = re.compile(r"(mean|bodies) (\d\.\d+)")

Figures = dict[str, float]


def score(name: str) -> Figures:
    """The scorer's figures of one set: F1 of each group, share of right attributes, the means."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, str(SCORER), name]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"the scorer failed on {name}:\n{done.stdout}{done.stderr}")
    lines = done.stdout.splitlines()
    matches = [
        match for line in lines for form in (GROUP, ATTRIBUTE, MEAN) if (match := form.fullmatch(line))
    ]
    return {match[1]: float(match[2]) for match in matches}


def compare(name: str, now: Figures, before: Figures) -> bool:
    """Print what changed; whether nothing fell."""
    fine = True
    for figure in sorted(now.keys() | before.keys()):
        new, old = now.get(figure), before.get(figure)
        fell = old is not None and (new is None or new < old - TOLERANCE)
        fine = fine and not fell
        if new != old:
            print(f"{name:8}{figure:20}{_text(old)} → {_text(new)}{'  FELL' if fell else ''}")
    print(f"{name:8}{'mean':20}{_text(now.get('mean'))}")
    return fine


def _text(figure: float | None) -> str:
    return "  none" if figure is None else f"{figure:6.4f}"


def write(figures: dict[str, Figures]) -> None:
    floors = {name: round(found["mean"] - TOLERANCE, 4) for name, found in figures.items()}
    text = json.dumps({"floors": floors, "figures": figures}, ensure_ascii=False, indent=2, sort_keys=True)
    COMMITTED.write_text(text + "\n", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write benchmarks/accuracy.json anew")
    options = parser.parse_args()
    if not SCORER.exists():
        print(f"accuracy: skipped, there are no annotated notices beside this checkout ({SCORER.name})")
        return 0
    figures = {name: score(name) for name in SETS}
    before = json.loads(COMMITTED.read_text("utf-8"))["figures"] if COMMITTED.exists() else {}
    fine = [compare(name, figures[name], before.get(name, {})) for name in SETS]
    if options.update:
        write(figures)
        return 0
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
