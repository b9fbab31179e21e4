from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from planparse.intake.paths import MissingInput, find_sources, read_source


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("通知", encoding="utf-8")
    return folder


def relatives(*paths: object, without: str = "") -> list[str]:
    return [source.relative for source in find_sources(map(str, paths), without=without)]


def test_a_folder_gives_its_notices_at_any_depth_sorted(tmp_path: Path) -> None:
    made(
        tmp_path, "乙.txt", "甲.md", "市/通知.docx", "市/县/通知.PDF", "读我.csv", ".hidden.txt", ".git/x.txt"
    )
    assert relatives(tmp_path) == ["乙.txt", "市/县/通知.PDF", "市/通知.docx", "甲.md"]


def test_a_named_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    made(tmp_path, "扫描件.bin")
    assert relatives(tmp_path / "扫描件.bin") == ["扫描件.bin"]


def test_a_pattern_gives_what_it_matches(tmp_path: Path) -> None:
    made(tmp_path, "a/1.txt", "a/b/2.txt", "a/b/3.md")
    assert relatives(tmp_path / "**" / "*.txt") == ["1.txt", "2.txt"]


def test_a_file_reached_twice_is_one_notice(tmp_path: Path) -> None:
    made(tmp_path, "1.txt")
    assert relatives(tmp_path / "1.txt", tmp_path, tmp_path / "*.txt") == ["1.txt"]


def test_the_output_folder_is_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "1.txt", "out/2.txt")
    assert relatives(tmp_path, without=str(tmp_path / "out")) == ["1.txt"]


def test_an_archive_gives_the_files_in_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "一批.zip", "w") as archive:
        archive.writestr("县/甲.txt", "通知甲")
        archive.writestr("乙.txt", "通知乙")
    found = find_sources([str(tmp_path)])
    assert [(each.relative, each.member) for each in found] == [
        ("一批.zip/乙.txt", "乙.txt"),
        ("一批.zip/县/甲.txt", "县/甲.txt"),
    ]
    assert read_source(found[0]).decode() == "通知乙"


def test_an_archive_of_one_file_or_a_damaged_one_is_one_notice(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "1.zip", "w") as archive:
        archive.writestr("甲.txt", "通知甲")
    (tmp_path / "2.zip").write_bytes(b"PK\x03\x04broken")
    assert [(each.relative, each.member) for each in find_sources([str(tmp_path)])] == [
        ("1.zip", ""),
        ("2.zip", ""),
    ]


def test_a_link_back_up_is_not_followed(tmp_path: Path) -> None:
    made(tmp_path, "市/1.txt")
    try:
        os.symlink(tmp_path, tmp_path / "市" / "up")
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert relatives(tmp_path) == ["市/1.txt"]


@pytest.mark.parametrize("name", ["1.txt", "1.zip"])
def test_a_link_that_leads_nowhere_is_a_notice_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    try:
        os.symlink(tmp_path / "gone", tmp_path / name)
    except OSError:
        pytest.skip("this system lets nobody make links")
    (found,) = find_sources([str(tmp_path)])
    assert found.relative == name
    with pytest.raises(OSError):
        read_source(found)


@pytest.mark.parametrize("name", ["没有.txt", "没有*.txt"])
def test_what_does_not_exist_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(MissingInput, match="没有"):
        find_sources([str(tmp_path / name)])
