"""`planparse report`: one page for one or several notices."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Runner


@pytest.mark.parametrize(("lang", "words"), [("zh", "各单位的任务"), ("en", "Load by body")])
def test_the_page_is_written_in_the_language(
    cli: Runner, notice: Path, tmp_path: Path, lang: str, words: str
) -> None:
    out = tmp_path / "概览.html"
    result = cli("report", str(notice), "-o", str(out), lang=lang)
    assert (result.status, result.out, result.error) == (0, b"", "")
    assert words in out.read_text("utf-8")


def test_a_notice_that_cannot_be_parsed_costs_itself_alone(cli: Runner, notice: Path, tmp_path: Path) -> None:
    empty, out = tmp_path / "empty.txt", tmp_path / "x.html"
    empty.write_bytes(b"")
    result = cli("report", str(notice), str(empty), "-o", str(out), lang="zh")
    assert result.status == 1
    assert "empty.txt" in result.error and "PP001" in result.error
    page = out.read_text("utf-8")
    assert "市民政局" in page and "PP001" in page


@pytest.mark.parametrize(
    "arguments", [(), ("missing.txt", "-o", "x.html"), ("{notice}",), ("{notice}", "-o", "{notice}")]
)
def test_what_cannot_be_meant_writes_nothing(
    cli: Runner, notice: Path, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = notice.read_bytes()
    result = cli("report", *(each.format(notice=notice) for each in arguments))
    assert (result.status, result.out) == (2, b"")
    assert notice.read_bytes() == before
    assert not (tmp_path / "x.html").exists()
