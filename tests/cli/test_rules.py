from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from planparse.rulecheck import Verdict

from .conftest import Process, Runner

MINE = """\
- id: mine.role-words
  why: 本地通知用「包抓」
  words: {包抓: lead}
  examples:
  - {text: 测试任务。（市甲局包抓）}
  counter_examples:
  - {text: 由包抓单位另定。}
- id: mine.number
  why: 本地文号
  pattern: '临澜\\d{1,4}+号'
  examples:
  - {text: 临澜12号}
  counter_examples:
  - {text: 临澜号}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "rules"
    path.mkdir()
    (path / "mine.yaml").write_text(MINE, encoding="utf-8")
    return path


def test_list_marks_rules_of_ones_own_and_gives_shape_and_file(cli: Runner, folder: Path) -> None:
    result = cli("rules", "list", "--rules", str(folder))
    assert (result.status, result.error) == (0, "")
    own = [line.split() for line in result.text.splitlines() if line.startswith("*")]
    assert [line[:3] for line in own] == [["*", "mine.number", "pattern"], ["*", "mine.role-words", "words"]]
    assert all(line[-1].endswith("mine.yaml") for line in own)
    assert result.text.splitlines()[-1].startswith("planparse+user ")


def test_list_without_a_folder_has_the_shipped_rules_in_order(cli: Runner) -> None:
    lines = cli("rules", "list").text.splitlines()
    ids = [line.split()[0] for line in lines[:-1]]
    assert ids == sorted(ids)
    assert len(ids) > 1
    assert lines[-1].endswith(f": {len(ids)} rules")


def test_show_gives_the_rule_as_it_may_stand_in_a_file(cli: Runner, folder: Path) -> None:
    result = cli("rules", "show", "mine.role-words", "--rules", str(folder))
    assert result.status == 0
    first, rest = result.text.split("\n", 1)
    assert first.startswith("# ")
    assert first.endswith("mine.yaml:1")
    assert yaml.safe_load(rest) == yaml.safe_load(MINE)[:1]
    assert (
        yaml.safe_load(cli("rules", "show", "mine.number", "--rules", str(folder)).text)
        == (yaml.safe_load(MINE)[1:])
    )


def test_show_names_rules_near_to_an_unknown_one(cli: Runner, folder: Path) -> None:
    result = cli("rules", "show", "mine.numbers", "--rules", str(folder))
    assert (result.status, result.out) == (2, b"")
    assert result.error == (
        "planparse: There is no rule mine.numbers. Close to it: mine.number. "
        "All rules: planparse rules list\n"
    )


VALIDATED = Verdict("a.b", "validated", "rules/a.yaml", 3, "好例子")
MISSING = Verdict("a.b", "missing", "rules/a.yaml", 3, "坏\x1b例子", "expected one")
NOISY = Verdict("a.c", "noisy", "rules/a.yaml", 9, "反例", "found one")
REPORTED = Verdict("a.d", "reported", "rules/a.yaml", 12, message="the rule has no example")


@pytest.mark.parametrize(
    ("verdicts", "status", "lines"),
    [
        (
            [VALIDATED, VALIDATED],
            0,
            ["examples: 2 validated, 0 missing, 0 noisy; rules without any: 0"],
        ),
        (
            [VALIDATED, REPORTED],
            0,
            [
                "rules/a.yaml:12: reported a.d: the rule has no example",
                "examples: 1 validated, 0 missing, 0 noisy; rules without any: 1",
            ],
        ),
        (
            [MISSING, VALIDATED, NOISY],
            1,
            [
                "rules/a.yaml:3: missing a.b: expected one: 坏\\x1b例子",
                "rules/a.yaml:9: noisy a.c: found one: 反例",
                "examples: 1 validated, 1 missing, 1 noisy; rules without any: 0",
            ],
        ),
    ],
)
def test_test_lists_what_does_not_hold_and_counts(
    cli: Runner, monkeypatch: pytest.MonkeyPatch, verdicts: list[Verdict], status: int, lines: list[str]
) -> None:
    def extract(notice: str, *, rules: Any) -> None: ...

    monkeypatch.setitem(sys.modules, "planparse.pipeline", SimpleNamespace(extract=extract))
    monkeypatch.setattr("planparse.rulecheck.check_rules", lambda pack, extract: verdicts)
    result = cli("rules", "test")
    assert (result.status, result.text.splitlines()) == (status, lines)


def test_the_shipped_rules_hold(process: Process) -> None:
    done = process("rules", "test")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b" 0 missing, 0 noisy;" in done.stdout
