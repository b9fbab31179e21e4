"""Samples in other formats are made from those in plain text, and say the same."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import planparse


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_paged_samples", Path(__file__).with_name("make_paged_samples.py")
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKING = script()


def said(value: Any) -> Any:
    """What a record says, not where."""
    if isinstance(value, dict):
        return {
            key: said(entry) for key, entry in value.items() if key not in ("span", "spans", "applies_to")
        }
    return [said(entry) for entry in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", MAKING.TWINS)
def test_a_sample_is_what_the_script_makes(name: str) -> None:
    """By what it says: not every zlib packs alike."""
    made = planparse.extract_bytes(MAKING.made(name), name=name).to_dict()
    kept = planparse.extract_file(MAKING.SAMPLES / name).to_dict()
    for record in (made, kept):
        del record["source"]["sha256"]
    assert made == kept


@pytest.mark.parametrize(("name", "twin"), MAKING.TWINS.items())
def test_a_notice_gives_the_same_record_in_every_format(name: str, twin: str) -> None:
    one, other = (planparse.extract_file(MAKING.SAMPLES / each).to_dict() for each in (name, twin))
    assert one["source"]["format"] != other["source"]["format"] or name.endswith(".zip")
    assert said(one["notice"]) == said(other["notice"])
    assert said(one["plan"]) == said(other["plan"])
