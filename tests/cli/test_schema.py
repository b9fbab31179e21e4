from __future__ import annotations

import json

from .conftest import Runner


def test_the_schema_is_that_of_a_document(cli: Runner) -> None:
    result = cli("schema")
    assert (result.status, result.error) == (0, "")
    schema = json.loads(result.text)
    assert {"source", "rules", "notice", "plan", "findings"} <= schema["properties"].keys()
    assert result.text.endswith("}\n")
