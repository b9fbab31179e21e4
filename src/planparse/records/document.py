"""The record of one notice, and its three written forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import not_
from typing import Any, Final, Literal

from pydantic import Field
from pydantic_core import PydanticSerializationError, to_json

from planparse.records.models import (
    FindingRecord,
    Jurisdiction,
    Measure,
    Notice,
    OverridesUsed,
    Plan,
    Record,
    RulesUsed,
    Section,
    Source,
)
from planparse.records.owners import EffectiveOwner, in_force, owners, walk

SCHEMA_VERSION: Final = "1"

_PROVENANCE = frozenset({"span", "spans", "rule", "applies_to", "pages"})
# One line each in YAML, so that a measure with its bodies and targets fits a screen.
_ONE_LINE = frozenset(
    {
        "source",
        "rules",
        "overrides",
        "document_number",
        "jurisdiction",
        "period",
        "conventions",
        "departments",
        "targets",
        "standards",
        "deadlines",
        "references",
        "items",
        "spans",
        "findings",
    }
)
_STRING_OR_EXPONENT = r'"(?:[^"\\]|\\.)*+"|(-?\d[\d.]*+e-\d++)'
_LONE_SURROGATE = "[\ud800-\udfff]"


def _says_nothing(record: Notice | None) -> bool:
    return record is None or not any(vars(record).values())


class Document(Record):
    """A notice as data. `plan` is absent where there was nothing to parse."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    rules: RulesUsed
    overrides: OverridesUsed | None = None
    notice: Notice | None = Field(default=None, exclude_if=_says_nothing)
    jurisdiction: Jurisdiction | None = None
    plan: Plan | None = None
    findings: list[FindingRecord] | None = Field(default=None, exclude_if=not_)

    def to_dict(self, *, provenance: bool = True) -> dict[str, Any]:
        """The record as plain data, the same as `to_json` when read back.

        What is absent is left out: no None, no empty lists. Dates are ISO strings, numbers
        int or float. Without `provenance`, places and rule ids are left out too.
        """
        data = self.model_dump(mode="json", exclude_none=True)
        return data if provenance else _without_provenance(data)

    def to_json(self, *, provenance: bool = True, indent: int | None = None) -> str:
        """The record as JSON, on one line or indented by `indent` blanks; no final line break."""
        if not provenance:
            return _without_exponents(_json_of(self.to_dict(provenance=False), indent))
        try:
            text = self.model_dump_json(exclude_none=True, indent=indent)
        except PydanticSerializationError:  # a lone surrogate
            text = _json_of(self.to_dict(), indent)
        return _without_exponents(text)

    def to_yaml(self, *, provenance: bool = True) -> str:
        """The record as one YAML document; dates stand bare, lone surrogates as U+FFFD."""
        from planparse import yaml_writer  # compiles its patterns

        data = self.model_dump(exclude_none=True)
        return yaml_writer.dump(data if provenance else _without_provenance(data), flow=_ONE_LINE)

    def nodes(self) -> Iterator[tuple[Section | Measure, tuple[Section, ...]]]:
        """Sections and measures in the order of the text, each with the sections around it."""
        return walk(self.plan) if self.plan else iter(())

    def effective_owners(self, node_id: str) -> list[EffectiveOwner]:
        """The bodies that answer for a section or measure: its own, its heading's, the convention's.

        KeyError for an id that is not in the plan. For all nodes at once see `all_effective_owners`.
        """
        if self.plan:
            for node, path in walk(self.plan):
                if node.id == node_id:
                    return owners(node, path, in_force(self.plan))
        raise KeyError(node_id)

    def all_effective_owners(self) -> dict[str, list[EffectiveOwner]]:
        """`effective_owners` of every node by its id, in the order of the text, in one pass."""
        if not self.plan:
            return {}
        conventions = in_force(self.plan)
        return {node.id: owners(node, path, conventions) for node, path in walk(self.plan)}


def _without_provenance(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_provenance(entry) for key, entry in value.items() if key not in _PROVENANCE}
    if isinstance(value, list):
        return [_without_provenance(entry) for entry in value]
    return value


def _json_of(data: dict[str, Any], indent: int | None) -> str:
    try:
        return to_json(data, indent=indent).decode("utf-8")
    except PydanticSerializationError:  # a lone surrogate
        return to_json(_encodable(data), indent=indent).decode("utf-8")


def _encodable(value: Any) -> Any:
    """Strings that UTF-8 can hold: U+FFFD stands for a lone surrogate."""
    if isinstance(value, dict):
        return {key: _encodable(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_encodable(entry) for entry in value]
    return re.sub(_LONE_SURROGATE, "\ufffd", value) if isinstance(value, str) else value


def _without_exponents(text: str) -> str:
    """JSON with 1e-7 written as 0.0000001: some readers (YAML 1.1) take the former for a string."""
    # The plain search is the quicker one; names of findings hold an e- too.
    if "e-" not in text or not re.search(r"e-\d", text):
        return text
    return re.sub(_STRING_OR_EXPONENT, lambda match: _digits(match[1]) if match[1] else match[0], text)


def _digits(number: str) -> str:
    from decimal import Decimal

    return format(Decimal(number), "f")
