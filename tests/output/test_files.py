"""A file is written as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planparse.output.files import write_bytes, write_text


def test_a_file_is_written_as_utf_8_with_its_line_breaks(tmp_path: Path) -> None:
    write_text(tmp_path / "甲.yaml", "一\n二\r\n")
    assert (tmp_path / "甲.yaml").read_bytes() == "一\n二\r\n".encode()
    assert os.listdir(tmp_path) == ["甲.yaml"]


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"\xff\x00\r\n")
    assert (tmp_path / "a").read_bytes() == b"\xff\x00\r\n"


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old and longer")
    write_text(str(tmp_path / "a"), "new")
    assert (tmp_path / "a").read_text() == "new"


def test_a_name_without_a_folder_is_of_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_text("a", "x")
    assert os.listdir(tmp_path) == ["a"]


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path) -> None:
    name = "n" * 255
    write_text(tmp_path / name, "x")
    assert os.listdir(tmp_path) == [name]


def test_a_missing_folder_is_an_error_unless_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "new" / "deep" / "a"
    with pytest.raises(FileNotFoundError):
        write_text(target, "x")
    assert os.listdir(tmp_path) == []
    write_text(target, "x", make_folder=True)
    assert target.read_text() == "x"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError):
        write_text(tmp_path / "a", "x")
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize("failure", [OSError("disk"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    failure: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise failure

    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(type(failure)):
        write_text(tmp_path / "a", "new")
    assert os.listdir(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_text_that_utf_8_cannot_hold_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "a", "\ud800")
    assert os.listdir(tmp_path) == []


def test_a_symbolic_link_is_replaced_and_what_it_points_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("old")
    try:
        (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    except OSError:
        pytest.skip("this system does not let an ordinary user make symbolic links")
    write_text(tmp_path / "link", "new")
    assert (tmp_path / "elsewhere").read_text() == "old"
    assert (tmp_path / "link").read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "一")
        assert os.read(reader, 10) == "一".encode()
    finally:
        os.close(reader)
    assert os.listdir(tmp_path) == ["pipe"]
