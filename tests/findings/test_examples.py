"""The examples in the reference of findings: each brings up its finding, and mended it does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planparse import extract
from planparse.findings import catalogue
from planparse.findings.examples import EXAMPLES

from ..support import notice

SOURCES = Path(__file__).parents[2] / "src" / "planparse"


def codes(text: str, *, whole: bool) -> set[str]:
    return {finding.code for finding in extract(text if whole else notice(text)).findings or ()}


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_brings_up_its_finding(code: str) -> None:
    example = EXAMPLES[code]
    assert code in codes(example.text, whole=example.whole)


@pytest.mark.parametrize("code", EXAMPLES)
def test_mended_it_does_not(code: str) -> None:
    example = EXAMPLES[code]
    assert code not in codes(example.mended, whole=example.whole)


def test_every_finding_about_the_text_of_a_notice_has_an_example() -> None:
    modules = [
        path.read_text("utf-8") for stage in ("structure", "plan") for path in (SOURCES / stage).glob("*.py")
    ]
    emitted = {code for text in modules for code in re.findall(r'"(PP[2-6]\d\d)"', text)}
    assert emitted <= set(EXAMPLES)


def test_examples_are_of_codes_in_the_catalogue() -> None:
    assert set(EXAMPLES) <= {entry.code for entry in catalogue.entries()}
