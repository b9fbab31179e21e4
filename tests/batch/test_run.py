"""Batches as a whole, on small notices: what is written, what is left alone, what a failure costs."""

from __future__ import annotations

import csv
import json
import mmap
import multiprocessing
import os
import signal
import sqlite3
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planparse.batch import convert as conversion
from planparse.batch.convert import Settings
from planparse.batch.manifest import NAME
from planparse.batch.run import Options, run
from planparse.batch.summary import Step, Summary
from planparse.batch.workers import Limits
from planparse.intake.paths import find_sources

from .notices import NOTICE

forked = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="workers get the faults of the test by fork only"
)


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    folder = tmp_path / "notices"
    (folder / "县").mkdir(parents=True)
    for number, name in enumerate(["甲.txt", "乙.txt", "县/甲.txt"], 1):
        (folder / name).write_text(NOTICE.format(number=number), encoding="utf-8")
    return folder


def batch(
    notices: Path,
    *,
    settings: Settings | None = None,
    stopped: Callable[[], bool] = lambda: False,
    steps: list[Step] | None = None,
    **options: Any,
) -> Summary:
    out = notices.parent / "out"
    out.mkdir(exist_ok=True)
    found = find_sources([str(notices)])
    told: list[Step] = [] if steps is None else steps
    return run(found, Options(str(out), settings or Settings(), **options), told.append, stopped)


def written(notices: Path) -> dict[str, bytes]:
    out = notices.parent / "out"
    return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file() and p.name != NAME}


def rows(notices: Path) -> list[dict[str, Any]]:
    lines = (notices.parent / "out" / "index.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def counts(summary: Summary) -> tuple[int, int, int]:
    return summary.converted, summary.unchanged, summary.failed


def test_each_notice_gives_a_record_of_its_name_and_a_row_of_the_index(notices: Path) -> None:
    assert counts(batch(notices)) == (3, 0, 0)
    assert sorted(written(notices)) == [
        "index.csv", "index.jsonl", "乙.txt.yaml", "县/甲.txt.yaml", "甲.txt.yaml",
    ]  # fmt: skip
    row = rows(notices)[1]
    assert row["path"] == "县/甲.txt"
    assert row["output"] == "县/甲.txt.yaml"
    assert row["document_number"] == "测政办发〔2023〕3号"
    assert (row["measures"], row["targets"], row["errors"]) == (1, 1, 0)


def test_records_are_those_of_extract(notices: Path) -> None:
    import planparse

    batch(notices, settings=Settings(format="json"))
    expected = planparse.extract_file(notices / "甲.txt").to_json(indent=2) + "\n"
    assert written(notices)["甲.txt.json"].decode() == expected


def test_an_archive_gives_a_record_for_each_notice_in_it(notices: Path) -> None:
    with zipfile.ZipFile(notices / "一批.zip", "w") as archive:
        archive.writestr("丙.txt", NOTICE.format(number=8))
        archive.writestr("../丁.txt", NOTICE.format(number=9))
    assert counts(batch(notices)) == (5, 0, 0)
    assert {"一批.zip/丙.txt.yaml", "一批.zip/丁.txt.yaml"} <= written(notices).keys()
    assert counts(batch(notices)) == (0, 5, 0)


def test_json_lines_stand_in_one_file_in_the_order_of_the_index(notices: Path) -> None:
    batch(notices, settings=Settings(format="jsonl", keep=True))
    lines = written(notices)["records.jsonl"].decode().splitlines()
    numbers = [json.loads(line)["notice"]["document_number"]["serial"] for line in lines]
    assert numbers == [2, 3, 1] == [int(row["document_number"][-2]) for row in rows(notices)]


@pytest.mark.parametrize("settings", [Settings(), Settings(format="jsonl", keep=True)], ids=["yaml", "jsonl"])
def test_the_same_bytes_with_any_number_of_workers_and_in_every_run(
    notices: Path, settings: Settings
) -> None:
    batch(notices, settings=settings)
    once = written(notices)
    batch(notices, settings=settings, jobs=3, fresh=True)
    assert written(notices) == once
    batch(notices, settings=settings)
    assert written(notices) == once


def test_a_second_run_converts_what_changed(notices: Path) -> None:
    batch(notices)
    assert counts(batch(notices)) == (0, 3, 0)
    (notices / "甲.txt").write_text(NOTICE.format(number=7), encoding="utf-8")
    assert counts(batch(notices)) == (1, 2, 0)
    assert "新建社区食堂7个" in written(notices)["甲.txt.yaml"].decode()


def test_other_settings_rules_or_a_lost_output_redo(notices: Path) -> None:
    batch(notices)
    assert counts(batch(notices, settings=Settings(provenance=False))) == (3, 0, 0)
    (notices.parent / "out" / "甲.txt.yaml").unlink()
    assert counts(batch(notices, settings=Settings(provenance=False))) == (1, 2, 0)
    (notices.parent / "out" / "乙.txt.yaml").write_text("half")
    assert counts(batch(notices, settings=Settings(provenance=False))) == (1, 2, 0)
    assert counts(batch(notices, settings=Settings(provenance=False), fresh=True)) == (3, 0, 0)


def test_a_user_rule_redoes_all(notices: Path, tmp_path: Path) -> None:
    batch(notices)
    folder = tmp_path / "rules"
    folder.mkdir()
    rule = "- id: outline.framing\n  why: none here\n  words: {总体要求: frame}\n"
    (folder / "outline.yaml").write_text(rule, encoding="utf-8")
    assert counts(batch(notices, settings=Settings(rules_folder=str(folder)))) == (3, 0, 0)


def test_what_gives_no_record_is_a_row_with_the_reason(notices: Path) -> None:
    (notices / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n0000")
    (notices / "空.txt").write_bytes(b"")
    assert counts(batch(notices)) == (3, 0, 2)
    reasons = {row["path"]: row["reason"] for row in rows(notices) if row["status"] == "failed"}
    assert reasons == {"图.txt": "PP003", "空.txt": "PP001"}
    assert counts(batch(notices)) == (0, 3, 2)  # what failed is tried again


def test_a_classified_notice_is_refused_where_that_is_wished(notices: Path) -> None:
    (notices / "密.txt").write_text("机密\n" + NOTICE.format(number=9), encoding="utf-8")
    assert counts(batch(notices)) == (4, 0, 0)
    assert counts(batch(notices, settings=Settings(refuse_classified=True))) == (3, 0, 1)


def test_the_index_for_spreadsheets_runs_no_formula(notices: Path) -> None:
    (notices / "=1+1.txt").write_text(NOTICE.format(number=4), encoding="utf-8")
    batch(notices)
    text = written(notices)["index.csv"].decode("utf-8-sig")
    paths = [row["path"] for row in csv.DictReader(text.splitlines())]
    assert "'=1+1.txt" in paths


def test_a_damaged_manifest_is_begun_anew(notices: Path) -> None:
    batch(notices)
    (notices.parent / "out" / NAME).write_bytes(b"no database" * 100)
    assert counts(batch(notices)) == (3, 0, 0)
    assert counts(batch(notices)) == (0, 3, 0)


def test_a_manifest_that_takes_nothing_costs_the_resume_only(
    notices: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("planparse.batch.manifest.Manifest.put", full)
    summary = batch(notices)
    assert counts(summary) == (3, 0, 0)
    assert summary.problems == (f"{notices.parent / 'out'}: database or disk is full",)
    assert len(rows(notices)) == 3


def test_an_interrupt_leaves_whole_files_and_the_next_run_goes_on(notices: Path) -> None:
    steps: list[Step] = []
    summary = batch(notices, steps=steps, stopped=lambda: bool(steps))
    assert summary.interrupted
    assert summary.converted + summary.left == 3
    assert summary.converted >= 1
    again = batch(notices)
    assert counts(again) == (summary.left, summary.converted, 0)
    assert len(rows(notices)) == 3


def misbehaving(fault: Callable[[], None]) -> Callable[[conversion.Task], conversion.Outcome]:
    """`convert`, but for 乙.txt, which meets the fault."""
    whole = conversion.convert

    def convert(task: conversion.Task) -> conversion.Outcome:
        if task.source.relative == "乙.txt":
            fault()
        return whole(task)

    convert.__module__, convert.__qualname__ = whole.__module__, whole.__qualname__
    return convert


FAULTS: dict[str, tuple[Callable[[], None], str]] = {
    "killed": (lambda: os.kill(os.getpid(), signal.SIGKILL), "crash"),
    "ends": (lambda: os._exit(3), "crash"),
    "hangs": (lambda: time.sleep(60), "time"),
}


@forked
@pytest.mark.parametrize("fault", FAULTS)
def test_a_worker_that_crashes_or_hangs_costs_its_own_notice(
    notices: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    action, reason = FAULTS[fault]
    broken = misbehaving(action)
    monkeypatch.setattr("planparse.batch.convert.convert", broken)
    monkeypatch.setattr("planparse.batch.workers.convert", broken)
    assert counts(batch(notices, jobs=2, limits=Limits(seconds=2.0))) == (2, 0, 1)
    assert {row["path"]: row.get("reason") for row in rows(notices)}["乙.txt"] == reason


def hoard(*_: object, **__: object) -> None:
    bytearray(3 * 2**30)


HOARDS = {
    "reading": ("planparse.intake.paths.MAX_BYTES", 3 * 2**30),
    "converting": ("planparse.batch.convert._converted", hoard),
}


@forked
@pytest.mark.parametrize(("name", "fault"), HOARDS.values(), ids=HOARDS)
def test_a_worker_out_of_memory_costs_its_own_notice(
    notices: Path, monkeypatch: pytest.MonkeyPatch, name: str, fault: object
) -> None:
    monkeypatch.setattr(name, fault)
    summary = batch(notices, limits=Limits(memory=2**30))
    assert counts(summary) == (0, 0, 3)
    assert {row["reason"] for row in rows(notices)} == {"memory"}


@forked
@pytest.mark.skipif(sys.platform != "linux", reason="the address space taken is known on Linux only")
def test_what_the_parent_has_taken_is_not_the_workers(notices: Path) -> None:
    with mmap.mmap(-1, 3 * 2**30):
        assert counts(batch(notices, limits=Limits(memory=2**30))) == (3, 0, 0)
