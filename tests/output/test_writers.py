"""The formats a record is written in."""

from __future__ import annotations

import json

import pytest
import yaml

from planparse.output import json as json_format
from planparse.output import yaml as yaml_format
from planparse.records import Document

DOCUMENT = {
    "source": {"name": "甲.txt", "format": "text", "encoding": "utf-8", "sha256": "0" * 64, "characters": 90},
    "rules": {"name": "planparse", "version": "0.1.0", "sha256": "f" * 64},
    "plan": {"kind": "plan", "measures": [{"id": "1", "title": "建设数据中心", "span": [[3, 9]]}]},
}


@pytest.fixture
def document() -> Document:
    return Document.model_validate(DOCUMENT)


def test_json_is_indented_and_ends_in_a_line_break(document: Document) -> None:
    text = json_format.write(document)
    assert json.loads(text) == {"schema_version": "1", **DOCUMENT}
    assert text.startswith('{\n  "schema_version": "1",\n') and text.endswith("}\n")
    assert "建设数据中心" in text


def test_json_lines_take_one_line(document: Document) -> None:
    text = json_format.write(document, indent=None)
    assert text.count("\n") == 1
    assert json.loads(text) == {"schema_version": "1", **DOCUMENT}


def test_yaml_is_one_document_that_ends_in_a_line_break(document: Document) -> None:
    text = yaml_format.write(document)
    assert yaml.safe_load(text) == {"schema_version": "1", **DOCUMENT}
    assert text.endswith("\n") and not text.endswith("\n\n")


@pytest.mark.parametrize("write", [json_format.write, yaml_format.write])
def test_places_are_left_out_on_request(write: object, document: Document) -> None:
    assert "span" in write(document)  # type: ignore[operator]
    assert "span" not in write(document, provenance=False)  # type: ignore[operator]
