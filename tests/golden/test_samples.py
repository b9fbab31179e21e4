"""Each sample and the record expected of it, reviewed by eye.

`pytest tests/golden --update-golden` rewrites the expected records and fails: read the difference
(git diff), then run again without the option.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import planparse

SAMPLES = Path(__file__).parents[2] / "samples"
FORMS = (".txt", ".md", ".docx", ".doc", ".wps", ".html", ".pdf", ".ofd", ".zip")
NOTICES = sorted(p for p in SAMPLES.iterdir() if p.suffix in FORMS)


def written(path: Path) -> str:
    """The record as YAML, without the digest of the rules: it changes with every rule."""
    lines = planparse.extract_file(path).to_yaml().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("rules:"))


def expectation(path: Path) -> Path:
    return path.with_name(f"{path.stem}.expected.yaml")


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_a_sample_gives_the_record_that_was_reviewed(path: Path, request: pytest.FixtureRequest) -> None:
    expected = expectation(path)
    if request.config.getoption("--update-golden"):
        expected.write_text(written(path), encoding="utf-8", newline="\n")
        pytest.fail(f"rewrote {expected.name}: review the difference, then run without --update-golden")
    assert written(path) == expected.read_text("utf-8")


def test_every_expected_record_belongs_to_a_sample() -> None:
    expected = {path.name for path in SAMPLES.glob("*.expected.yaml")}
    assert expected == {expectation(path).name for path in NOTICES}


def test_samples_are_of_our_own_forms() -> None:
    """At least eight, one in GB18030, one in Markdown."""
    assert len(NOTICES) >= 8
    encodings = {planparse.extract_file(path).source.encoding for path in NOTICES}
    assert {"utf-8", "gb18030"} <= encodings
    assert any(path.suffix == ".md" for path in NOTICES)
