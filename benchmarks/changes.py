"""Which values became right or wrong since a commit, on the annotated notices beside the checkout.

    python benchmarks/changes.py             against the commit before, or HEAD where files are changed
    python benchmarks/changes.py REVISION

Runs ../shared/score/run.py with both versions and compares its lists of differences: one that is gone is a
gain (+), one that is new a loss (-). Exit status 0; it informs, benchmarks/accuracy.py decides.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCORER = ROOT.parent / "shared" / "score" / "run.py"
DOCUMENT = re.compile(r"(\S+) notice \d\.\d+ ")


def git(*arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def differences(tree: Path) -> Counter[str]:
    """What the scorer finds wrong with the records that the version in `tree` makes."""
    environment = {**os.environ, "PYTHONPATH": str(tree / "src")}
    command = [sys.executable, str(SCORER), "all", "--verbose"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"the scorer failed on {tree}:\n{done.stdout}{done.stderr}")
    found: Counter[str] = Counter()
    document = ""
    for line in done.stdout.splitlines():
        if match := DOCUMENT.match(line):
            document = match[1]
        elif " | " in line:
            found[f"{document} {line.strip()}"] += 1
    return found


def before(revision: str) -> Counter[str]:
    """The differences of a committed version, read from a copy outside the checkout."""
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            ["git", "-C", str(ROOT), "archive", revision], capture_output=True, check=True
        )
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        return differences(Path(folder))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("revision", nargs="?", default="HEAD" if git("status", "--porcelain") else "HEAD~1")
    wish = parser.parse_args().revision
    revision = git("rev-parse", "--verify", "--quiet", f"{wish}^{{commit}}")
    if not SCORER.exists() or not revision:
        print(f"changes: skipped, no annotated notices beside this checkout or no commit {wish}")
        return 0
    old, new = before(revision), differences(ROOT)
    gains, losses = sorted((old - new).elements()), sorted((new - old).elements())
    for sign, lines in (("+", gains), ("-", losses)):
        for line in lines:
            print(f"{sign} {line}")
    print(f"changes since {revision[:12]}: {len(gains)} gains, {len(losses)} losses")
    return 0


if __name__ == "__main__":
    sys.exit(main())
