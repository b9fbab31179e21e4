from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import NOTICE, SOURCE, Runner


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    folder = tmp_path / "通知"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(NOTICE.replace("12号", f"{number + 1}号"), encoding="utf-8")
    return folder


def test_a_folder_of_notices_becomes_a_folder_of_records(cli: Runner, notices: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "records"
    done = cli("batch", str(notices), "-o", str(out))
    assert done.status == 0
    assert done.error.startswith("notices: 3; converted 3, unchanged 0, not converted 0; ")
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert (summary["total"], summary["converted"], summary["left"]) == (3, 3, 0)
    again = cli("batch", str(notices), "-o", str(out), "--lang", "zh")
    assert again.error.startswith("3 份通知：转换 0，未变 3，未能转换 0；")


def test_a_notice_that_fails_is_named_and_the_status_says_so(cli: Runner, notices: Path) -> None:
    (notices / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n0000")
    done = cli("batch", str(notices), "-o", str(notices / "out"), "--quiet")
    assert done.status == 1
    assert "not converted: 图.txt" in done.error
    assert "PP003" in done.error


def test_failures_without_end_are_counted_not_listed(cli: Runner, notices: Path) -> None:
    for number in range(30):
        (notices / f"图{number}.txt").write_bytes(b"\x89PNG\r\n\x1a\n0000")
    done = cli("batch", str(notices), "-o", str(notices / "out"), "--quiet")
    lines = done.error.splitlines()
    assert sum(line.startswith("not converted: ") for line in lines) == 20
    assert lines[-2] == "10 more were not converted likewise (PP003): index.csv has them all"
    assert lines[-1].startswith("notices: 33; converted 3, unchanged 0, not converted 30; ")


def test_quiet_says_nothing_where_all_is_well(cli: Runner, notices: Path) -> None:
    done = cli("batch", str(notices), "-o", str(notices / "out"), "-q")
    assert (done.status, done.text, done.error) == (0, "", "")


def test_progress_for_programs_is_a_line_a_notice_and_the_summary(cli: Runner, notices: Path) -> None:
    done = cli("batch", str(notices), "-o", str(notices / "out"), "--log-json")
    lines = [json.loads(line) for line in done.error.splitlines()]
    assert [line["done"] for line in lines[:-1]] == [1, 2, 3]
    assert lines[-1]["summary"]["converted"] == 3


def test_findings_count_at_the_level_asked_for(cli: Runner, notices: Path) -> None:
    (notices / "0.txt").write_text(NOTICE.replace("）\n2.", "\n2."), encoding="utf-8")
    out = str(notices / "out")
    assert cli("batch", str(notices), "-o", out).status == 0
    assert cli("batch", str(notices), "-o", out, "--fail-on", "warning").status == 1
    assert cli("batch", str(notices), "-o", out, "--fail-on", "never").status == 0


MISTAKES = {
    "a path that does not exist": (["nowhere"], "nowhere does not exist"),
    "an output that is a file": (["."], "Cannot write"),
    "no worker": ([".", "-j", "0"], "--jobs takes a number of at least 1"),
}


@pytest.mark.parametrize(("arguments", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_before_any_work(
    cli: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    out = "file" if arguments == ["."] else "out"
    done = cli("batch", *arguments, "-o", out)
    assert done.status == 2
    assert message in done.error


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one process")
def test_an_interrupt_ends_with_whole_files_and_a_word_how_to_go_on(notices: Path, tmp_path: Path) -> None:
    for number in range(3, 400):
        (notices / f"{number}.txt").write_text(NOTICE, encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "planparse", "batch", str(notices), "-o", str(out), "-j", "1"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PLANPARSE_LANG": "en"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        while not list(out.glob("*.yaml")):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate()
    assert process.returncode == 130
    assert "run the same command again to go on" in error
    assert not list(out.glob(".planparse-*.tmp"))
    rows = [json.loads(line) for line in (out / "index.jsonl").read_text("utf-8").splitlines()]
    assert sorted(row["output"] for row in rows) == sorted(path.name for path in out.glob("*.yaml"))
