"""Sections and measures in order, and who answers for a measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from planparse.records import (
    Document,
    EffectiveOwner,
    Measure,
    Section,
)

from ..timing import seconds
from .documents import body, document, full_document, group, plan_of

# Sections and measures in order.


def test_nodes_come_in_the_order_of_the_text_with_the_sections_around_them() -> None:
    inner = {"id": "2.1", "level": 2, "measures": [{"id": "2.1.1", "span": [[40, 50]]}], "span": [[30, 50]]}
    last = {"id": "2.2", "span": [[60, 70]]}
    outer = {"id": "2", "level": 1, "measures": [last], "sections": [inner], "span": [[20, 70]]}
    record = plan_of({"id": "1", "span": [[0, 10]]}, sections=[outer])
    assert [(node.id, [section.id for section in path]) for node, path in record.nodes()] == [
        ("1", []),
        ("2", []),
        ("2.1", ["2"]),
        ("2.1.1", ["2", "2.1"]),
        ("2.2", ["2"]),
    ]


def test_without_places_measures_come_before_sections() -> None:
    record = plan_of({"id": "1"}, sections=[{"id": "2", "level": 1}])
    assert [type(node) for node, _ in record.nodes()] == [Measure, Section]


def test_a_document_without_a_plan_has_no_nodes() -> None:
    assert list(document().nodes()) == []
    assert document().all_effective_owners() == {}


# Effective owners.


def listed(owners: list[EffectiveOwner]) -> list[tuple[str, str, str]]:
    return [(owner.department.name, owner.role, owner.via) for owner in owners]


def test_own_bodies_then_those_of_the_nearest_heading_that_has_any() -> None:
    measure = {"id": "1.1.1", "responsibilities": [group("responsible", "市甲局", role_text="具体负责")]}
    middle = {"id": "1.1", "level": 2, "measures": [measure]}
    top = {"id": "1", "level": 1, "sections": [middle], "responsibilities": [group("lead", "数字专班")]}
    record = plan_of(sections=[top])
    owners = record.effective_owners("1.1.1")
    assert listed(owners) == [("市甲局", "responsible", "own"), ("数字专班", "lead", "section")]
    assert [owner.role_text for owner in owners] == ["具体负责", ""]
    assert listed(record.effective_owners("1.1")) == [("数字专班", "lead", "section")]
    assert listed(record.effective_owners("1")) == [("数字专班", "lead", "own")]


def test_a_nearer_heading_hides_the_one_above() -> None:
    measure = {"id": "1.1.1"}
    near = {"id": "1.1", "level": 2, "measures": [measure], "responsibilities": [group("lead", "市乙局")]}
    top = {"id": "1", "level": 1, "sections": [near], "responsibilities": [group("lead", "市甲局")]}
    assert listed(plan_of(sections=[top]).effective_owners("1.1.1")) == [("市乙局", "lead", "section")]


def test_a_body_is_listed_once_for_each_role() -> None:
    groups = [group("lead", "市甲局"), group("support", "市甲局", "市乙局"), group("lead", "市甲局")]
    record = plan_of({"id": "1", "responsibilities": groups})
    assert listed(record.effective_owners("1")) == [
        ("市甲局", "lead", "own"),
        ("市甲局", "support", "own"),
        ("市乙局", "support", "own"),
    ]


FIRST_LEADS = {"kind": "first_listed_leads", "text": "列首位者牵头"}
IMPLIED = {"kind": "implied_body", "text": "以下均需各县政府负责", "departments": [body("各县政府")]}


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (
            [group("responsible", "甲局", "乙局")],
            [("甲局", "lead", "convention"), ("乙局", "responsible", "own")],
        ),
        (
            [group("unspecified", "甲局", "乙局")],
            [("甲局", "lead", "convention"), ("乙局", "unspecified", "own")],
        ),
        (
            [group("responsible", "甲局"), group("support", "乙局")],
            [("甲局", "lead", "convention"), ("乙局", "support", "own")],
        ),
        ([group("responsible", "甲局")], [("甲局", "responsible", "own")]),
        (
            [group("lead", "甲局"), group("responsible", "乙局", "丙局")],
            [("甲局", "lead", "own"), ("乙局", "responsible", "own"), ("丙局", "responsible", "own")],
        ),
        (
            [group("support", "甲局", "乙局")],
            [("甲局", "support", "own"), ("乙局", "support", "own")],
        ),
        (
            [
                group("responsible", "甲局", "乙局", applies_to=[[0, 5]]),
                group("responsible", "丙局", "丁局", applies_to=[[5, 9]]),
            ],
            [
                ("甲局", "lead", "convention"),
                ("乙局", "responsible", "own"),
                ("丙局", "lead", "convention"),
                ("丁局", "responsible", "own"),
            ],
        ),
    ],
)
def test_the_first_listed_body_leads_by_convention(
    groups: list[dict[str, Any]], expected: list[tuple[str, str, str]]
) -> None:
    record = plan_of({"id": "1", "responsibilities": groups}, conventions=[FIRST_LEADS])
    assert listed(record.effective_owners("1")) == expected


def test_without_the_convention_nobody_is_promoted() -> None:
    record = plan_of({"id": "1", "responsibilities": [group("responsible", "甲局", "乙局")]})
    assert listed(record.effective_owners("1")) == [
        ("甲局", "responsible", "own"),
        ("乙局", "responsible", "own"),
    ]


def measures_at(*places: tuple[int, int]) -> list[dict[str, Any]]:
    return [
        {"id": str(index), "span": [place], "responsibilities": [group("responsible", "甲局", "乙局")]}
        for index, place in enumerate(places, 1)
    ]


@pytest.mark.parametrize(
    ("place", "leads"),
    [
        pytest.param([[0, 5]], ["1", "2", "3"], id="before all"),
        pytest.param([[35, 39]], ["2", "3"], id="in the bracket of the second: that one and later ones"),
        pytest.param([[70, 75]], ["1", "2", "3"], id="a note at the end: all"),
        pytest.param(None, ["1", "2", "3"], id="place not known: all"),
    ],
)
def test_a_convention_holds_from_where_it_stands(place: list[list[int]] | None, leads: list[str]) -> None:
    record = plan_of(*measures_at((10, 20), (20, 40), (40, 60)), conventions=[{**FIRST_LEADS, "span": place}])
    owners = record.all_effective_owners()
    assert [node for node, listing in owners.items() if listing[0].role == "lead"] == leads


def test_an_implied_body_answers_for_the_measures_after_the_sentence() -> None:
    first, second, third = measures_at((10, 30), (30, 40), (40, 60))
    third["responsibilities"] = [group("responsible", "各县政府")]
    section = {"id": "9", "level": 1, "span": [[61, 70]]}
    record = plan_of(first, second, third, sections=[section], conventions=[{**IMPLIED, "span": [[25, 29]]}])
    owners = record.all_effective_owners()
    assert ("各县政府", "responsible", "convention") not in listed(owners["1"])
    assert listed(owners["2"])[-1] == ("各县政府", "responsible", "convention")
    assert listed(owners["3"]) == [("各县政府", "responsible", "own")]
    assert owners["9"] == []


def test_all_owners_are_those_of_each_node() -> None:
    record = full_document()
    assert record.all_effective_owners() == {
        node.id: record.effective_owners(node.id) for node, _ in record.nodes()
    }


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="7"):
        full_document().effective_owners("7")


@pytest.mark.parametrize("use", [Document.all_effective_owners, Document.to_yaml, Document.to_json])
def test_time_grows_with_the_number_of_measures_and_not_faster(use: Callable[[Document], object]) -> None:
    def growing(measures: int) -> float:
        record = plan_of(
            *(
                {**measure, "id": str(index)}
                for index, measure in enumerate(measures_at((10, 20)) * measures)
            ),
            conventions=[FIRST_LEADS, IMPLIED],
        )
        return seconds(lambda: use(record))

    assert growing(4000) < 24 * growing(500)
