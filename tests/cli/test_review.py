"""`planparse review`: a page written as a whole, and what is said beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planparse import yaml_writer
from planparse.overrides import values
from planparse.pipeline import analyse_bytes

from .conftest import Runner


@pytest.mark.parametrize(("lang", "words"), [("zh", "导出更正"), ("en", "Export corrections")])
def test_the_page_is_written_in_the_language(
    cli: Runner, notice: Path, tmp_path: Path, lang: str, words: str
) -> None:
    out = tmp_path / "页面.html"
    result = cli("review", str(notice), "-o", str(out), lang=lang)
    assert (result.status, result.out, result.error) == (0, b"", "")
    page = out.read_text("utf-8")
    assert page.startswith("<!doctype html>\n") and words in page
    assert "新建社区食堂" in page


def test_standard_input_to_standard_output(cli: Runner, notice: Path) -> None:
    result = cli("review", "-", "-o", "-", stdin=notice.read_bytes())
    assert result.status == 0
    assert result.text.startswith("<!doctype html>\n")


def test_the_output_must_be_named_and_must_not_be_the_notice(cli: Runner, notice: Path) -> None:
    before = notice.read_bytes()
    result = cli("review", str(notice))
    assert (result.status, result.out) == (2, b"")
    assert "Missing argument --out." in result.error
    assert cli("review", str(notice), "-o", str(notice)).status == 2
    assert notice.read_bytes() == before


def test_errors_are_said_and_the_page_is_written_all_the_same(cli: Runner, tmp_path: Path) -> None:
    empty, out = tmp_path / "empty.txt", tmp_path / "x.html"
    empty.write_bytes(b"")
    result = cli("review", str(empty), "-o", str(out))
    assert result.status == 1
    assert "PP001" in result.error
    assert "PP001" in out.read_text("utf-8")


def test_earlier_corrections_are_taken_up(cli: Runner, notice: Path, tmp_path: Path) -> None:
    analysis = analyse_bytes(notice.read_bytes())
    target = next(v for v in values(analysis.document, analysis.text) if v.kind == "target")
    entry = {**target.address._asdict(), "node": "1.1", "was": {"value": 20}, "now": {"value": 22}}
    stale = {**entry, "context": "00"}
    made = tmp_path / "made.yaml"
    source = {"sha256": analysis.document.source.sha256}
    made.write_text(
        yaml_writer.dump({"overrides_version": "1", "source": source, "corrections": [entry, stale]}), "utf-8"
    )
    out = tmp_path / "x.html"
    result = cli("review", str(notice), "-o", str(out), "--overrides", str(made))
    assert result.status == 1
    assert re.findall(r"\bPP7\d\d\b", result.error) == ["PP712"]
    assert '"now":{"value":22}' in out.read_text("utf-8")
