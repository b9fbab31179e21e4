"""The record of a notice: what is written, what comes back, who answers for a measure."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from time import perf_counter
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from ruamel.yaml import YAML

from planparse.records import (
    Department,
    Document,
    EffectiveOwner,
    Measure,
    Notice,
    Plan,
    Responsibility,
    RulesUsed,
    Section,
    Source,
    Target,
)

SOURCE = Source(name="甲.txt", format="text", encoding="utf-8", sha256="0" * 64, characters=900)
RULES = RulesUsed(name="planparse", version="0.1.0", sha256="f" * 64)


def document(**fields: Any) -> Document:
    return Document.model_validate({"source": SOURCE, "rules": RULES, **fields})


def plan_of(*measures: dict[str, Any], **fields: Any) -> Document:
    return document(plan={"kind": "plan", "measures": list(measures), **fields})


def body(name: str) -> dict[str, Any]:
    return {"text": name, "name": name}


def group(role: str, *names: str, role_text: str = "", **fields: Any) -> dict[str, Any]:
    return {"role": role, "role_text": role_text, "departments": [body(name) for name in names], **fields}


def full_document() -> Document:
    """Every kind of record once."""
    measure = {
        "id": "1.1",
        "label": "1.",
        "number": 1,
        "title": "建设数据中心",
        "text": "新建机架1200架。\n按5：2：3分担。",
        "responsibilities": [
            {
                **group("lead", "市甲局", role_text="牵头"),
                "open": True,
                "applies_to": [[40, 70]],
                "span": [[60, 69]],
                "rule": "responsibility.closing-bracket",
            }
        ],
        "targets": [
            {
                "text": "1200架",
                "value": 1200,
                "unit": "架",
                "comparator": "=",
                "due": "2023-12-31",
                "rule": "q",
            }
        ],
        "standards": [{"text": "5：2：3", "ratio": [5, 2, 3], "comparator": "ratio", "kind": "split"}],
        "deadlines": [{"text": "2023年底", "kind": "by", "end": "2023-12-31", "span": [[1, 7]]}],
        "references": [
            {"title": "甲规划", "relation": "cites", "document_number": {"text": "临政发〔2021〕9号"}}
        ],
        "items": [{"label": "①", "text": "选址。", "span": [[50, 54]]}],
        "spans": {"label": [[40, 42]]},
        "span": [[40, 70]],
    }
    return document(
        notice={
            "issuers": ["临澜市人民政府"],
            "date": "2023-02-01",
            "copies": 80,
            "spans": {"date": [[800, 809]]},
        },
        plan={
            "kind": "plan",
            "period": {"start": "2023-01-01", "end": "2023-12-31"},
            "preamble": {"text": "为推进建设，制定本方案。", "span": [[10, 22]]},
            "conventions": [{"kind": "first_listed_leads", "text": "列首位者牵头", "span": [[30, 36]]}],
            "sections": [
                {"id": "1", "level": 1, "title": "基础设施", "measures": [measure], "span": [[36, 70]]}
            ],
            "closing": {"text": "自印发之日起施行。"},
            "attachments": [{"title": "分工表", "text": "一\n二\n"}],
        },
        findings=[{"code": "PP403", "name": "role-word-missing", "severity": "warning", "message": "缺"}],
    )


READERS = {
    "json": lambda record: json.loads(record.to_json()),
    "indented json": lambda record: json.loads(record.to_json(indent=2)),
    "YAML 1.1": lambda record: yaml.safe_load(record.to_yaml()),
    "YAML 1.2": lambda record: YAML(typ="safe", pure=True).load(record.to_yaml()),
    "dict": lambda record: record.to_dict(),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_record_comes_back_equal(reader: str) -> None:
    record = full_document()
    assert Document.model_validate(READERS[reader](record)) == record


def test_json_says_what_the_dict_says() -> None:
    record = full_document()
    assert json.loads(record.to_json()) == record.to_dict()
    assert json.loads(record.to_json(provenance=False)) == record.to_dict(provenance=False)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.text("是:#-\n \t\x85\u2028１5：2", min_size=1),
)
def test_any_text_comes_back(title: str, text: str) -> None:
    record = plan_of({"id": "1", "title": title, "text": text, "items": [{"label": title, "text": text}]})
    for read in READERS.values():
        assert Document.model_validate(read(record)) == record


def test_half_a_character_is_written_as_the_replacement_character() -> None:
    record = plan_of({"id": "1", "title": "后\ud800半"})
    for written in (
        record.to_json(),
        record.to_json(provenance=False),
        record.to_json(indent=2),
        record.to_yaml(),
    ):
        assert "后\ufffd半" in written.encode("utf-8").decode("utf-8")


def keys_and_values(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [pair for key, entry in value.items() for pair in [(key, entry), *keys_and_values(entry)]]
    if isinstance(value, list):
        return [pair for entry in value for pair in keys_and_values(entry)]
    return []


def test_what_is_absent_is_left_out() -> None:
    measure = Measure(
        id="1",
        targets=[],
        spans={},
        span=[],
        responsibilities=[
            Responsibility(role="unspecified", open=False, departments=[Department(text="甲", name="甲")])
        ],
    )
    record = document(notice=Notice(issuers=[]), plan=Plan(kind="plan", measures=[measure]), findings=[])
    assert record.to_dict()["plan"] == {
        "kind": "plan",
        "measures": [
            {
                "id": "1",
                "responsibilities": [{"role": "unspecified", "departments": [{"text": "甲", "name": "甲"}]}],
            }
        ],
    }
    assert set(record.to_dict()) == {"schema_version", "source", "rules", "plan"}
    for written in (json.loads(record.to_json()), yaml.safe_load(record.to_yaml())):
        assert written == record.to_dict()


def test_open_is_written_when_true() -> None:
    written = full_document().to_dict()["plan"]["sections"][0]["measures"][0]["responsibilities"][0]
    assert written["open"] is True


def test_without_provenance_no_place_and_no_rule_id_is_written() -> None:
    record = full_document()
    forms = [
        record.to_dict(provenance=False),
        json.loads(record.to_json(provenance=False)),
        json.loads(record.to_json(provenance=False, indent=2)),
        yaml.safe_load(record.to_yaml(provenance=False)),
    ]
    with_places = {key for key, _ in keys_and_values(record.to_dict())}
    for form in forms:
        assert {key for key, _ in keys_and_values(form)} == with_places - {
            "span",
            "spans",
            "rule",
            "applies_to",
        }
    assert forms[0]["rules"] == {"name": "planparse", "version": "0.1.0", "sha256": "f" * 64}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (40, "40"),
        (Decimal("8.5"), "8.5"),
        (8.5, "8.5"),
        ("8.50", "8.5"),
        (Decimal("8.0"), "8"),
        (Decimal("3E+6"), "3000000"),
        (Decimal("0.1"), "0.1"),
        (1e-7, "0.0000001"),
        (Decimal("-0.00000125"), "-0.00000125"),
        (10**30, "1" + "0" * 30),
        (Decimal("1.000000000000000000001"), "1"),
        (Decimal("0.123456789012345678901"), "0.123456789012346"),
    ],
)
def test_numbers_are_plain(value: Any, written: str) -> None:
    record = plan_of({"id": "1", "targets": [{"text": "1e-7", "value": value, "comparator": "="}]})
    assert f'"value":{written},' in record.to_json()
    assert f'"value":{written},' in record.to_json(provenance=False)
    assert f"value: {written}," in record.to_yaml()
    assert '"text":"1e-7"' in record.to_json()
    for read in READERS.values():
        assert Document.model_validate(read(record)) == record


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_any_number_comes_back_from_every_reader(value: Decimal) -> None:
    record = plan_of({"id": "1", "targets": [{"text": "某", "value": value, "comparator": "="}]})
    for read in READERS.values():
        assert Document.model_validate(read(record)) == record


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), 10**100, 10**5000, Decimal("1E-101"), Decimal("1E+999999")],
    ids=["not a number", "infinite", "100 zeros", "5000 zeros", "tiny", "huge"],
)
def test_numbers_beyond_reason_are_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        Target(text="某", value=value, comparator="=")


def test_dates_are_iso() -> None:
    record = document(notice={"date": dt.date(2023, 2, 1)})
    assert record.to_dict()["notice"] == {"date": "2023-02-01"}
    assert "\n  date: 2023-02-01\n" in record.to_yaml()


def test_a_leaf_says_first_what_it_is_and_last_where_it_stood() -> None:
    for definition in (Target, Responsibility, Department):
        names = list(definition.model_fields)
        assert names[0] in ("text", "role")
        assert [name for name in names if name in ("span", "rule")] == names[
            -len({"span", "rule"} & {*names}) :
        ]


def test_a_measure_is_read_on_one_screen() -> None:
    assert full_document().to_yaml().split("    measures:\n")[1].split("  closing:")[0] == (
        '    - id: "1.1"\n'
        '      label: "1."\n'
        "      number: 1\n"
        "      title: 建设数据中心\n"
        "      text: |-\n"
        "        新建机架1200架。\n"
        "        按5：2：3分担。\n"
        "      responsibilities:\n"
        "      - role: lead\n"
        "        role_text: 牵头\n"
        "        open: true\n"
        "        departments:\n"
        "        - {text: 市甲局, name: 市甲局}\n"
        "        applies_to: [[40, 70]]\n"
        "        span: [[60, 69]]\n"
        "        rule: responsibility.closing-bracket\n"
        "      targets:\n"
        '      - {text: 1200架, value: 1200, unit: 架, comparator: "=", due: 2023-12-31, rule: q}\n'
        "      standards:\n"
        "      - {text: 5：2：3, ratio: [5, 2, 3], comparator: ratio, kind: split}\n"
        "      deadlines:\n"
        "      - {text: 2023年底, kind: by, end: 2023-12-31, span: [[1, 7]]}\n"
        "      references:\n"
        "      - {title: 甲规划, document_number: {text: 临政发〔2021〕9号}, relation: cites}\n"
        "      items:\n"
        "      - {label: ①, text: 选址。, span: [[50, 54]]}\n"
        "      spans: {label: [[40, 42]]}\n"
        "      span: [[40, 70]]\n"
    )


def test_the_same_record_gives_the_same_bytes() -> None:
    assert full_document().to_yaml() == full_document().to_yaml()
    assert full_document().to_json() == full_document().to_json()


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
    def seconds(measures: int) -> float:
        record = plan_of(
            *(
                {**measure, "id": str(index)}
                for index, measure in enumerate(measures_at((10, 20)) * measures)
            ),
            conventions=[FIRST_LEADS, IMPLIED],
        )
        runs = []
        for _ in range(5):
            start = perf_counter()
            use(record)
            runs.append(perf_counter() - start)
        return min(runs)

    assert seconds(4000) < 24 * seconds(500)
