"""`--member`: one file of an archive."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..paged_files import zipped
from .conftest import NOTICE, Runner

OTHER = NOTICE.replace("养老托育", "冷链物流")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "通知.zip"
    path.write_bytes(zipped({"a.txt": NOTICE, "附件/b.txt": OTHER}, gb18030=True))
    return path


@pytest.mark.parametrize("command", ["extract", "show"])
def test_several_files_ask_for_one(cli: Runner, archive: Path, command: str) -> None:
    result = cli(command, str(archive), "--lang", "en")
    assert result.status == 1
    assert (
        "PP033 several-notices: the archive holds several files that can be read (2): a.txt、附件/b.txt"
        in result.error
    )
    assert "--member NAME" in result.error


def test_the_one_that_is_named(cli: Runner, archive: Path) -> None:
    record = json.loads(cli("extract", str(archive), "--member", "附件/b.txt", "-f", "json").out)
    assert record["source"]["name"] == "通知.zip/附件/b.txt"
    assert record["notice"]["title"].endswith("冷链物流服务提升行动计划的通知")
    assert "冷链物流" in cli("show", str(archive), "--member", "附件/b.txt").text


@pytest.mark.parametrize("command", ["extract", "show"])
def test_one_that_is_not_there(cli: Runner, archive: Path, command: str) -> None:
    result = cli(command, str(archive), "--member", "b.txt", "--lang", "en")
    assert result.status == 2
    assert result.out == b""
    assert "no file b.txt that can be read. There are: a.txt、附件/b.txt." in result.error


def test_a_file_that_is_no_archive(cli: Runner, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(NOTICE, "utf-8")
    result = cli("extract", str(path), "--member", "x", "--lang", "zh")
    assert result.status == 2
    assert "不是 ZIP 压缩包" in result.error
