from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from .conftest import SOURCE, Process, command_line

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX terminals, pipes and signals")

# Chinese, and signs that neither ASCII nor every code page has.
EXPLAIN = ("explain", "PP403", "--lang", "zh")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "cp437"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=str,
)
def test_redirected_output_is_the_same_utf8_bytes_in_every_environment(
    process: Process, environment: Mapping[str, str]
) -> None:
    reference = process(*EXPLAIN, environment={"PYTHONIOENCODING": "utf-8"})
    assert "责任单位" in reference.stdout.decode("utf-8")
    done = process(*EXPLAIN, environment=environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, reference.stdout, b"")


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
def test_redirected_messages_are_utf8_too(process: Process, encoding: str) -> None:
    done = process("extract", "没有.txt", "--lang", "zh", environment={"PYTHONIOENCODING": encoding})
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("planparse：找不到文件 没有.txt。")


def on_a_terminal(*arguments: str, encoding: str) -> tuple[int, bytes]:
    """Exit status and what a terminal of the encoding is sent on both streams."""
    import pty

    master, slave = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": encoding, "TERM": "dumb"}
    child = subprocess.Popen(command_line(*arguments), stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    sent = b""
    try:
        while piece := os.read(master, 4096):
            sent += piece
    except OSError:  # how Linux says that the other end is closed
        assert sent
    finally:
        os.close(master)
    return child.wait(), sent.replace(b"\r\n", b"\n")


@POSIX
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030"])
def test_a_terminal_gets_its_own_encoding(encoding: str) -> None:
    status, sent = on_a_terminal(*EXPLAIN, encoding=encoding)
    assert status == 0
    assert sent.decode(encoding).splitlines()[0] == "PP403 role-word-missing (警告)"


@POSIX
def test_a_terminal_without_chinese_gets_escapes_and_one_hint_it_can_show() -> None:
    status, sent = on_a_terminal(*EXPLAIN, encoding="ascii")
    assert status == 0
    lines = sent.decode("ascii").splitlines()
    assert lines[0] == r"PP403 role-word-missing (\u8b66\u544a)"
    assert [line for line in lines if "PYTHONUTF8=1" in line] == lines[-1:]
    assert lines[-1].startswith("planparse: this terminal's encoding (ascii) lacks some characters")


@POSIX
def test_help_and_usage_errors_reach_such_a_terminal_too() -> None:
    assert on_a_terminal("--help", "--lang", "zh", encoding="ascii")[0] == 0
    assert on_a_terminal("extract", "--lang", "zh", encoding="ascii")[0] == 2


@POSIX
@pytest.mark.parametrize(
    ("arguments", "status"), [(["schema"], 0), (EXPLAIN, 0), (["rules", "list", "--rules", "none"], 2)]
)
def test_a_reader_that_went_away_ends_the_run_quietly(arguments: list[str], status: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    try:
        child = subprocess.Popen(
            command_line(*arguments), stdout=writing, stderr=subprocess.PIPE, env=environment
        )
    finally:
        os.close(writing)
    _, error = child.communicate(timeout=60)
    assert child.returncode == status
    assert error == b"" if status == 0 else error.count(b"\n") == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_full_disk_is_a_failure(process: Process) -> None:
    with open("/dev/full", "wb") as full:
        done = process("schema", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "Cannot write <stdout>" in done.stderr.decode()


@POSIX
@pytest.mark.parametrize(
    ("closed", "arguments", "status"),
    [(">&-", ["schema"], 2), ("2>&-", ["extract", "none.txt"], 2), ("2>&-", ["schema"], 0)],
)
def test_closed_streams_are_no_traceback(closed: str, arguments: list[str], status: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec {shlex.join(command_line(*arguments))} {closed}"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stdout + done.stderr


@POSIX
def test_an_interrupt_ends_with_130_and_leaves_nothing(tmp_path: Path) -> None:
    notice, out = tmp_path / "notice.txt", tmp_path / "out.yaml"
    os.mkfifo(notice)
    child = subprocess.Popen(
        command_line("extract", str(notice), "-o", str(out)),
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Tests that a script runs in the background ignore interrupts, and so would the child.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    with open(notice, "wb"):  # opens when the child does
        time.sleep(0.5)  # a signal before the child reads would wait for the end of its reading
        child.send_signal(signal.SIGINT)
        written, error = child.communicate(timeout=60)
    assert (child.returncode, written, error) == (130, b"", b"")
    assert list(tmp_path.iterdir()) == [notice]


def test_a_start_loads_neither_rich_nor_yaml_nor_the_pipeline(process: Process) -> None:
    probe = (
        "import sys; from planparse.cli.main import main; status = main(['extract', 'none.txt']); "
        "print([name for name in ('rich', 'yaml', 'regex', 'planparse.records', 'planparse.pipeline') "
        "if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == [b"[]"]
