"""The same notice in several formats gives the same record, places apart."""

from __future__ import annotations

from typing import Any

import pytest

import planparse

from .test_samples import SAMPLES


def content(name: str) -> dict[str, Any]:
    found = planparse.extract_file(SAMPLES / name).to_dict(provenance=False)
    return {part: found[part] for part in ("notice", "plan")}


@pytest.mark.parametrize(
    ("twin", "original"),
    [
        ("word-automatic-city.docx", "services-plan-city.txt"),
        ("word97-automatic-city.doc", "services-plan-city.txt"),
        ("wps-task-table-county.wps", "word-task-table-county.docx"),
    ],
)
def test_twins(twin: str, original: str) -> None:
    assert content(twin) == content(original)
