"""What a reader needs is imported when a file of its format is met, never for text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ..word_binary import Binary, Para
from ..word_files import docx, paragraph

SCRIPT = """\
import sys
import planparse
document = planparse.extract_bytes(sys.stdin.buffer.read())
assert document.plan is not None, document.findings
wanted = ("lxml", "olefile", "pypdfium2", "subprocess", "planparse")
print(*(name for name in sys.modules if name.startswith(wanted)))
"""
TEXT = "一、总体要求\n到2025年底建成。\n"


def imported(data: bytes) -> set[str]:
    done = subprocess.run([sys.executable, "-c", SCRIPT], input=data, capture_output=True, check=True)
    return set(done.stdout.decode().split())


def test_text_needs_no_reader() -> None:
    found = imported(TEXT.encode())
    assert {"lxml", "olefile", "pypdfium2", "subprocess"}.isdisjoint(found)
    assert not [name for name in found if name.startswith("planparse.intake.") and "docx" in name]
    assert {"planparse.intake.compose", "planparse.intake.worker", "planparse.structure.tables"}.isdisjoint(
        found
    )


@pytest.mark.parametrize(
    ("data", "needed", "spared"),
    [
        (docx("".join(map(paragraph, TEXT.splitlines()))), "lxml", "olefile"),
        # The worker takes the file apart, so this process needs neither.
        (Binary(list(map(Para, TEXT.splitlines()))).to_bytes(), "planparse.intake.worker", "olefile"),
    ],
    ids=["docx", "doc"],
)
def test_a_reader_needs_its_own(data: bytes, needed: str, spared: str) -> None:
    found = imported(data)
    assert needed in found
    assert spared not in found
