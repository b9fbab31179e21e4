"""The record of a notice: what is written, and what comes back."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
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
    Measure,
    Notice,
    Plan,
    Responsibility,
    Target,
)

from .documents import document, full_document, plan_of

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
