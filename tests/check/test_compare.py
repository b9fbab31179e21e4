from __future__ import annotations

from typing import Any

import pytest

from planparse.check.compare import Change, compare, moved

TARGET = {"text": "20个", "value": 20, "unit": "个", "span": [[40, 43]], "rule": "a"}
MEASURE = {
    "id": "1.1",
    "title": "建设食堂",
    "text": "新建食堂20个。",
    "targets": [TARGET],
    "span": [[30, 50]],
}
RECORD: dict[str, Any] = {
    "source": {"sha256": "a"},
    "rules": {"version": "1"},
    "notice": {"title": "通知", "issuers": ["甲市人民政府", "乙局"]},
    "plan": {"kind": "plan", "sections": [{"id": "1", "title": "任务", "level": 1, "measures": [MEASURE]}]},
}


def edited(**fields: Any) -> dict[str, Any]:
    """The record with its one measure changed; None takes a field away."""
    measure = {key: value for key, value in {**MEASURE, **fields}.items() if value is not None}
    section = {"id": "1", "title": "任务", "level": 1, "measures": [measure]}
    return {**RECORD, "plan": {"kind": "plan", "sections": [section]}}


def told(change: Change) -> tuple[str, str, str, str]:
    return change.kind, change.where, change.before, change.after


TARGETS = "1.1 建设食堂 › targets"
CASES: dict[str, tuple[dict[str, Any], list[tuple[str, str, str, str]]]] = {
    "nothing": (edited(), []),
    "a place and a rule": (
        edited(targets=[{**TARGET, "span": [[41, 44]], "rule": "b"}], span=[[31, 51]]),
        [],
    ),
    "a value": (
        edited(targets=[{**TARGET, "value": 21}]),
        [("changed", f"{TARGETS} › 20个 › value", "20", "21")],
    ),
    "a field": (
        edited(targets=[{**TARGET, "strength": "plain"}]),
        [("gained", f"{TARGETS} › 20个 › strength", "", "plain")],
    ),
    "a leaf": (edited(targets=None), [("lost", f"{TARGETS} › 20个", "20个", "")]),
    "another leaf": (
        edited(targets=[TARGET, {"text": "3家"}]),
        [("gained", f"{TARGETS} › 3家", "", "3家")],
    ),
    "the same leaf twice": (edited(targets=[TARGET, TARGET]), [("gained", f"{TARGETS} › 20个", "", "20个")]),
    "a leaf in the place of another": (
        edited(targets=[{"text": "21个", "value": 21, "unit": "个"}]),
        [
            ("changed", f"{TARGETS} › 21个 › text", "20个", "21个"),
            ("changed", f"{TARGETS} › 21个 › value", "20", "21"),
        ],
    ),
    "a measure of another number": (
        edited(id="1.2"),
        [
            ("lost", "1 任务 › measures › 建设食堂", "建设食堂", ""),
            ("gained", "1.2 建设食堂", "", "建设食堂"),
        ],
    ),
    "an entry of a plain list": (
        {**RECORD, "notice": {"title": "通知", "issuers": ["甲市人民政府"]}},
        [("lost", "notice › issuers › 乙局", "乙局", "")],
    ),
    "what is no value of the notice": ({**RECORD, "source": {"sha256": "b"}, "rules": {"version": "2"}}, []),
}


@pytest.mark.parametrize(("actual", "expected"), CASES.values(), ids=CASES)
def test_each_difference_is_told_with_where_it_is(
    actual: dict[str, Any], expected: list[tuple[str, str, str, str]]
) -> None:
    assert [told(change) for change in compare(RECORD, actual)] == expected


def test_a_change_stands_where_the_value_stands_now() -> None:
    (change,) = compare(RECORD, edited(targets=[{**TARGET, "value": 21, "span": [[44, 47]]}]))
    assert (change.spans, change.node) == (((44, 47),), "1.1")


def test_what_was_lost_is_shown_at_its_measure() -> None:
    (change,) = compare(RECORD, edited(targets=None))
    assert (change.spans, change.node) == (((30, 50),), "1.1")


def test_of_long_texts_the_difference_is_shown() -> None:
    long = "建设" * 60
    (change,) = compare(edited(text=f"{long}新建二十个{long}"), edited(text=f"{long}新建三十个{long}"))
    assert (change.before, change.after) == (
        "…建设建设建设建设建设新建二十个建设建设建设建设建设…",
        "…建设建设建设建设建设新建三十个建设建设建设建设建设…",
    )


def test_places_and_rules_that_differ_are_counted() -> None:
    other = edited(targets=[{**TARGET, "span": [[41, 44]], "rule": "b"}], span=[[31, 51]])
    assert moved(RECORD, RECORD) == 0
    assert moved(RECORD, other) == 3
