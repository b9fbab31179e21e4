"""The committed JSON Schema describes what is written."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

import planparse
from planparse.output.schema import json_schema, schema_text
from planparse.records import Document

COMMITTED = Path(planparse.__file__).with_name("schema.json")

DEPARTMENT = {"text": "市甲局", "name": "市甲局", "body": "jia", "kind": "department", "span": [[60, 63]]}
QUANTITY = {
    "text": "8.5%",
    "value": 8.5,
    "unit": "%",
    "comparator": ">=",
    "due": "2023-12-31",
    "span": [[9, 13]],
}
RECORD: dict[str, Any] = {
    "schema_version": "1",
    "source": {"name": "甲.txt", "format": "text", "encoding": "utf-8", "sha256": "0" * 64, "characters": 90},
    "rules": {"name": "planparse", "version": "0.1.0", "sha256": "f" * 64},
    "notice": {"issuers": ["临澜市人民政府"], "date": "2023-02-01", "spans": {"date": [[80, 89]]}},
    "plan": {
        "kind": "plan",
        "conventions": [{"kind": "implied_body", "text": "以下均需各县负责", "departments": [DEPARTMENT]}],
        "sections": [
            {
                "id": "1",
                "level": 1,
                "sections": [{"id": "1.p1", "level": 2}],
                "measures": [
                    {
                        "id": "1.1",
                        "number": 1,
                        "responsibilities": [{"role": "lead", "open": True, "departments": [DEPARTMENT]}],
                        "targets": [{**QUANTITY, "basis": "level"}],
                        "standards": [{"text": "5：2：3", "ratio": [5, 2.5, 3], "comparator": "ratio"}],
                        "deadlines": [{"text": "2023年", "kind": "during", "start": "2023-01-01"}],
                    }
                ],
            }
        ],
        "attachments": [{"text": "一\n二"}],
    },
    "findings": [{"code": "PP403", "name": "n", "severity": "warning", "message": "缺", "line": 3}],
}


def validator() -> Draft202012Validator:
    return Draft202012Validator(
        json.loads(COMMITTED.read_text(encoding="utf-8")), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def test_the_committed_schema_is_that_of_the_records() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema_text(), (
        "the records have changed: python -m planparse.output.schema > src/planparse/schema.json"
    )


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("provenance", [True, False])
def test_written_records_are_valid(provenance: bool) -> None:
    record = Document.model_validate(RECORD)
    validator().validate(record.to_dict(provenance=provenance))
    validator().validate(json.loads(record.to_json(provenance=provenance)))
    # A YAML reader of the JSON schema takes dates for strings.
    validator().validate(yaml.load(record.to_yaml(provenance=provenance), Loader=WithoutDates))


class WithoutDates(yaml.SafeLoader):
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def test_the_least_a_record_can_be_is_valid() -> None:
    validator().validate({key: RECORD[key] for key in ("schema_version", "source", "rules")})


WRONG: dict[str, tuple[list[Any], Any]] = {
    "null for what is absent": (["notice"], None),
    "a field that is not known": (["verdict"], "good"),
    "another version": (["schema_version"], "2"),
    "a number as a string": (["plan", "sections", 0, "measures", 0, "targets", 0, "value"], "8.5"),
    "a role that is not known": (
        ["plan", "sections", 0, "measures", 0, "responsibilities", 0, "role"],
        "boss",
    ),
    "a place of three numbers": (["plan", "sections", 0, "span"], [[1, 2, 3]]),
    "no date": (["notice", "date"], "2023-02-30"),
    "a level as a word": (["plan", "sections", 0, "level"], "一"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_records_are_not_valid(name: str) -> None:
    path, value = WRONG[name]
    record = copy.deepcopy(RECORD)
    validator().validate(record)
    holder: Any = record
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    with pytest.raises(ValidationError):
        validator().validate(record)
