"""The process that converts: what it answers, and what it costs when it is ended."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from planparse.batch.distributed.child import Child, ChildError, RuleFiles, Setup
from planparse.batch.mapping import map_notice
from planparse.batch.workers import Limits
from planparse.rulepack import load_rules

from .conftest import notice

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither signals nor limits of memory")


def setup(*, rules: RuleFiles | None = None, **limits: Any) -> Setup:
    return Setup(rules, provenance=True, refuse_classified=False, limits=Limits(**limits))


def test_its_answer_is_that_of_the_mapper() -> None:
    with Child(setup()) as child:
        for path, text in [("市/甲.txt", notice(1)), ("", ""), ("乙.txt", notice(2))]:
            assert child.convert(path, text.encode()) == map_notice(text.encode(), path)


def test_settings_reach_it() -> None:
    secret = f"机密\n{notice()}".encode()
    with Child(Setup(None, provenance=False, refuse_classified=True, limits=Limits())) as child:
        assert child.convert("x.txt", notice().encode())["record"].count('"span') == 0
        assert child.convert("x.txt", secret)["reason"] == "PP011"


def test_rules_reach_it_by_content(tmp_path: Path) -> None:
    rule = "- id: outline.framing\n  why: none here\n  words: {重点任务: frame}\n"
    files = (
        ("outline.yaml", rule.encode()),
        ("bodies/more.yaml", b"- {id: bodies.own, why: none, words: [own]}"),
    )
    for name, data in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    here = map_notice(notice().encode(), "x.txt", rules=load_rules(tmp_path))
    with Child(setup(rules=files)) as child:
        assert child.convert("x.txt", notice().encode()) == here
    assert here["record"] != map_notice(notice().encode(), "x.txt")["record"]


ENDS = {
    "it is killed": pytest.param("被杀", "crash", "the worker process ended (status -9)", marks=posix),
    "it ends": pytest.param("退出", "crash", "the worker process ended (status 3)"),
    "it hangs": pytest.param("不停", "time", "more than 2 seconds"),
    "it takes all memory": pytest.param("爆满", "memory", "more memory than a worker may take", marks=posix),
}


@pytest.mark.usefixtures("faults")
@pytest.mark.parametrize(("word", "reason", "detail"), ENDS.values(), ids=ENDS)
def test_a_notice_that_ends_it_costs_itself(word: str, reason: str, detail: str) -> None:
    with Child(setup(seconds=2.0, memory=2**30)) as child:
        before = child.convert("前.txt", notice(1).encode())
        bad = child.convert("坏.txt", notice(word=word).encode())
        after = child.convert("后.txt", notice(3).encode())
    assert bad == {"path": "坏.txt", "status": "failed", "reason": reason, "detail": detail}
    assert [before["status"], after["status"]] == ["converted", "converted"]
    assert after["document_number"] == "测政办发〔2023〕3号"


@pytest.mark.usefixtures("faults")
def test_what_is_printed_is_no_answer() -> None:
    with Child(setup()) as child:
        assert child.convert("x.txt", notice(word="多话").encode())["status"] == "converted"


def test_the_time_of_a_notice_begins_when_the_process_is_ready() -> None:
    with Child(setup(seconds=0.2)) as child:
        assert child.convert("x.txt", notice().encode())["status"] == "converted"


def test_a_process_that_cannot_start_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.batch.distributed.child._START", "raise SystemExit(4)")
    with Child(setup()) as child, pytest.raises(ChildError, match="did not start \\(status 4\\)"):
        child.convert("x.txt", b"x")


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_nothing_is_left_of_it() -> None:
    with Child(setup()) as child:
        child.convert("x.txt", notice().encode())
        process = child._process
        assert process and Path(f"/proc/{process.pid}").exists()
    assert not Path(f"/proc/{process.pid}").exists()
