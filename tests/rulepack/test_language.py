"""Words stand in rules/: of Chinese, the code that reads a notice knows digits, marks and particles."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import planparse

PACKAGE = Path(planparse.__file__).parent
FOLDERS = ("facts", "structure", "plan", "records")

# What stands in a number or a date; a 成 is a tenth.
FIGURES = "零〇○一二三四五六七八九十两百千万亿半成" + "年月日号"
# Particles on whose place in a sentence the mechanism turns (docs/rules.md).
PARTICLES = "的等每各第按由对到至起后"

_HAN = re.compile(r"[\u4e00-\u9fff]")


def words(path: Path) -> Iterator[str]:
    """The Chinese letters in the text of a module, without comments and docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield from _HAN.findall(node.value)


@pytest.mark.parametrize("folder", FOLDERS)
def test_code_that_reads_notices_holds_no_words(folder: str) -> None:
    found = {
        path.name: letters
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        if (letters := set(words(path)) - {*FIGURES, *PARTICLES})
    }
    assert found == {}, "move them to rules/*.yaml"
