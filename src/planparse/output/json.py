"""A record as JSON."""

from __future__ import annotations

from planparse.records import Document


def write(document: Document, *, provenance: bool = True, indent: int | None = 2) -> str:
    """The record as JSON that ends in a line break; on one line (JSON Lines) with `indent=None`."""
    return document.to_json(provenance=provenance, indent=indent) + "\n"
