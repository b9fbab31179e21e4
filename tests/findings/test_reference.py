"""docs/findings.md is what the catalogue says."""

from __future__ import annotations

from pathlib import Path

from planparse.findings import reference

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == reference.reference(), (
        "docs/findings.md is stale: python -m planparse.findings.reference > docs/findings.md"
    )
