"""Samples that are Word and WPS files: made by a script, and twins of others."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import planparse

from .test_samples import SAMPLES


def script() -> ModuleType:
    path = Path(__file__).with_name("make_word_samples.py")
    spec = importlib.util.spec_from_file_location("make_word_samples", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE = script().MADE


def content(document: planparse.Document) -> dict[str, Any]:
    found = document.to_dict(provenance=False)
    return {part: found[part] for part in ("notice", "plan")}


@pytest.mark.parametrize("name", MADE)
def test_a_sample_is_what_the_script_makes(name: str) -> None:
    """By what it says: not every zlib packs alike."""
    made = planparse.extract_bytes(MADE[name](), name=name)
    assert made.to_dict()["plan"] == planparse.extract_file(SAMPLES / name).to_dict()["plan"]


@pytest.mark.parametrize(
    ("twin", "original"),
    [
        ("word-automatic-city.docx", "services-plan-city.txt"),
        ("word97-automatic-city.doc", "services-plan-city.txt"),
        ("wps-task-table-county.wps", "word-task-table-county.docx"),
    ],
)
def test_a_notice_gives_the_same_record_in_every_format(twin: str, original: str) -> None:
    one, other = (planparse.extract_file(SAMPLES / name) for name in (twin, original))
    assert content(one) == content(other)
