"""What a plan sets, in figures."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import planparse
from planparse.output.overview import Load, overview

from .documents import document, group, waterworks, with_measures

SAMPLES = Path(__file__).parents[2] / "samples"
NOTICES = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".md"))


def test_measures_are_counted_by_section_of_the_first_level() -> None:
    assert overview(waterworks()).sections == {"一、改造管网": 2, "二、加强保障": 0}
    assert overview(with_measures({"title": "甲"})).sections == {"": 1}


def test_the_load_of_a_body_is_its_measures_and_its_roles_in_them() -> None:
    assert overview(waterworks()).loads == [
        Load("管网专班", 2, {"lead": 2}),
        Load("市水务局", 1, {"lead": 1}),
        Load("市财政局", 1, {"support": 1}),
        Load("市住建局", 1, {"support": 1}),
        Load("市发改委", 1, {"oversight": 1}),
    ]


def test_a_body_in_two_roles_has_one_measure() -> None:
    made = with_measures({"responsibilities": [group("lead", "市甲局"), group("responsible", "市甲局")]})
    assert overview(made).loads == [Load("市甲局", 1, {"lead": 1, "responsible": 1})]


def test_targets_and_standards_are_counted_by_kind() -> None:
    found = overview(waterworks())
    # those of nodes: the preamble has no measure to count it with
    assert found.targets == {"increment": 1, "level": 1, "": 2}
    assert found.standards == {"": 1}


def test_dates_are_those_that_measures_state_themselves() -> None:
    found = overview(waterworks())
    assert (found.due, found.undated) == ({dt.date(2023, 8, 31): 1}, 1)


def test_dates_are_in_order_and_the_latest_of_a_measure_counts() -> None:
    def until(*ends: str) -> dict[str, object]:
        return {"deadlines": [{"text": end, "kind": "by", "end": end} for end in ends]}

    made = with_measures(until("2025-01-01"), until("2023-05-05", "2024-01-01"), until("2024-01-01"))
    assert list(overview(made).due.items()) == [(dt.date(2024, 1, 1), 2), (dt.date(2025, 1, 1), 1)]


def test_without_a_plan_there_are_no_figures() -> None:
    assert overview(document(None)) == ({}, [], {}, {}, {}, 0)


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_the_figures_of_a_sample_add_up_to_its_record(path: Path) -> None:
    found = planparse.extract_file(path)
    figures = overview(found)
    record = json.loads(found.to_json())
    measures = text_count(record, "measures")
    assert sum(figures.sections.values()) == measures
    assert sum(figures.due.values()) + figures.undated == measures


def text_count(value: object, key: str) -> int:
    if isinstance(value, dict):
        return len(value.get(key, ())) + sum(text_count(entry, key) for entry in value.values())
    return sum(text_count(entry, key) for entry in value) if isinstance(value, list) else 0
