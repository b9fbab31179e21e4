"""The JSON Schema of a written record, made from the record types.

The committed copy is src/planparse/schema.json; make it anew with
`python -m planparse.output.schema > src/planparse/schema.json`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from planparse.records import SCHEMA_VERSION, Document


def json_schema() -> dict[str, Any]:
    """The schema of what `to_json` writes: absent fields are optional, none is ever null."""
    schema = _written_form(Document.model_json_schema(mode="serialization"))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:planparse:record:{SCHEMA_VERSION}",
        **schema,
        "title": "planparse record",
        "required": ["schema_version", *schema["required"]],
    }


def schema_text() -> str:
    return json.dumps(json_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _written_form(schema: dict[str, Any]) -> dict[str, Any]:
    """Without null alternatives and defaults, which are never written, and without machine-made titles."""
    defs = {name: _object(definition) for name, definition in schema["$defs"].items()}
    return {**_object({key: value for key, value in schema.items() if key != "$defs"}), "$defs": defs}


def _object(definition: dict[str, Any]) -> dict[str, Any]:
    properties = {name: _property(value) for name, value in definition["properties"].items()}
    kept = {key: value for key, value in definition.items() if key != "title"}
    return {**kept, "properties": properties}


def _property(schema: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in schema.items() if key not in ("title", "default")}
    alternatives = [each for each in kept.pop("anyOf", []) if each != {"type": "null"}]
    if len(alternatives) == 1:
        return {**kept, **alternatives[0]}
    return {**kept, "anyOf": alternatives} if alternatives else kept


if __name__ == "__main__":
    sys.stdout.buffer.write(schema_text().encode("utf-8"))
