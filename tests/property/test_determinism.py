"""The same input gives the same bytes in every process: no order of a set or of hashes shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys, hashlib
from pathlib import Path
from planparse import extract_file
for name in sys.argv[1:]:
    document = extract_file(name)
    for written in (document.to_json(), document.to_yaml(), document.to_json(provenance=False)):
        print(Path(name).name, hashlib.sha256(written.encode()).hexdigest())
"""


def digests(names: list[str], hash_seed: str) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", PROGRAM, *names]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_two_processes_write_the_same_bytes() -> None:
    names = [str(path) for path in sorted((ROOT / "samples").iterdir()) if path.suffix in (".txt", ".md")]
    first = digests(names, "0")
    assert len(first) == 3 * len(names) > 0
    assert digests(names, "1") == first
    assert digests(names, "4294967295") == first
