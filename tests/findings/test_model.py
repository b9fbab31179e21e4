"""The sink: what is reported at each place, and what once for all."""

from __future__ import annotations

import pytest

from planparse.findings.model import Case, Finding, Findings, Label

LABELS = (Label(((90, 95),), "period"),)


def cases(count: int) -> list[Case]:
    return [Case(((10 * number, 10 * number + 2),), f"1.{number}") for number in range(count)]


@pytest.mark.parametrize(
    ("count", "among", "findings"),
    [
        (0, 0, 0),
        (1, 1, 1),
        (2, 2, 2),  # two are never a custom
        (3, 3, 1),
        (3, 5, 1),
        (3, 6, 3),  # half is not most
        (4, 100, 4),
    ],
)
def test_what_most_places_have_is_reported_once(count: int, among: int, findings: int) -> None:
    sink = Findings()
    sink.add_cases("PP403", cases(count), among)
    assert len(sink) == findings


def test_one_finding_for_all_keeps_their_places_in_order() -> None:
    sink = Findings()
    sink.add_cases("PP604", cases(3)[::-1], 3, LABELS)
    assert list(sink) == [Finding("PP604", ((0, 2), (10, 12), (20, 22)), (("count", "3"),), "", LABELS)]


def test_a_finding_of_its_own_names_its_node_and_quotes_the_text() -> None:
    sink = Findings()
    sink.add_cases("PP604", [Case(((3, 7),), "1.2", "年底前")], 9, LABELS)
    assert list(sink) == [Finding("PP604", ((3, 7),), (("text", "年底前"),), "1.2", LABELS)]
