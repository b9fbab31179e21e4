"""A record as YAML."""

from __future__ import annotations

from planparse.records import Document


def write(document: Document, *, provenance: bool = True) -> str:
    """The record as one YAML document that ends in a line break."""
    return document.to_yaml(provenance=provenance)
