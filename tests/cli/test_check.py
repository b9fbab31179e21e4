from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import NOTICE, Runner


@pytest.fixture
def samples(tmp_path: Path, cli: Runner) -> Path:
    folder = tmp_path / "samples"
    folder.mkdir()
    (folder / "一.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "二.txt").write_text(NOTICE.replace("20", "30"), encoding="utf-8")
    assert cli("check", str(folder), "--update").status == 0
    return folder


def test_samples_as_expected_are_counted_and_nothing_else_is_said(cli: Runner, samples: Path) -> None:
    done = cli("check", str(samples))
    assert (done.status, done.text, done.error) == (0, "", "samples: 2; as expected: 2\n")


def test_one_character_changed_says_which_value_and_where(cli: Runner, samples: Path) -> None:
    (samples / "一.txt").write_text(NOTICE.replace("20个以上", "21个以上"), encoding="utf-8")
    done = cli("check", str(samples), "-f", "concise")
    assert done.status == 1
    (line,) = [each for each in done.text.splitlines() if " value was " in each]
    where = "1.1 建设社区食堂 › targets › 21个以上 › value"
    assert line.endswith(f"一.txt:14:23: error PP703 value-changed: {where} was 20, is 21")
    assert "二.txt" not in done.text
    assert done.error == "samples: 2; changed: 1, as expected: 1\n"


def test_a_missing_expectation_fails_and_says_how_to_make_one(cli: Runner, samples: Path) -> None:
    (samples / "二.expected.yaml").unlink()
    done = cli("check", str(samples))
    assert done.status == 1
    assert "planparse check --update makes it" in done.text


def test_an_update_is_refused_while_errors_stand(cli: Runner, samples: Path) -> None:
    (samples / "三.txt").write_bytes(b"")
    done = cli("check", str(samples), "--update")
    assert done.status == 1
    assert "PP001" in done.text
    assert not (samples / "三.expected.yaml").exists()
    assert "not updated: 1" in done.error
    assert cli("check", str(samples), "--update", "--accept").status == 0
    assert (samples / "三.expected.yaml").exists()


def test_findings_of_the_notice_fail_at_the_level_asked_for(cli: Runner, samples: Path) -> None:
    (samples / "三.txt").write_text(NOTICE.replace("）\n2.", "\n2."), encoding="utf-8")
    cli("check", str(samples), "--update")
    assert cli("check", str(samples)).status == 0
    assert cli("check", str(samples), "--fail-on", "info").status == 1


def test_json_is_for_programs(cli: Runner, samples: Path) -> None:
    (samples / "二.expected.yaml").unlink()
    done = cli("check", str(samples), "-f", "json")
    (found,) = json.loads(done.text)
    assert (found["code"], Path(found["file"]).name) == ("PP704", "二.txt")
    assert done.error == ""


def test_a_folder_without_notices_is_a_mistake(cli: Runner, tmp_path: Path) -> None:
    done = cli("check", str(tmp_path))
    assert done.status == 2
    assert "Found no notices" in done.error
