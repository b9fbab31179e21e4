"""The public records: what `planparse` says about a notice, as validated pydantic models.

Names and meanings are those of the annotation guide (docs/records.md). What the text
lacks is left out when a record is written: no nulls, no empty lists. Numbers are exact.
"""

from __future__ import annotations

from planparse.records.document import SCHEMA_VERSION, Document
from planparse.records.models import (
    Attachment,
    Comparator,
    Convention,
    Deadline,
    Department,
    DocumentKind,
    DocumentNumber,
    FindingRecord,
    Item,
    Measure,
    Node,
    Notice,
    Number,
    OverridesUsed,
    Passage,
    Period,
    Plan,
    Quantity,
    Record,
    Reference,
    Relation,
    Responsibility,
    Role,
    RulesUsed,
    Section,
    Source,
    SpanList,
    SpanMap,
    Standard,
    Target,
)
from planparse.records.owners import EffectiveOwner

__all__ = [
    "SCHEMA_VERSION",
    "Attachment",
    "Comparator",
    "Convention",
    "Deadline",
    "Department",
    "Document",
    "DocumentKind",
    "DocumentNumber",
    "EffectiveOwner",
    "FindingRecord",
    "Item",
    "Measure",
    "Node",
    "Notice",
    "Number",
    "OverridesUsed",
    "Passage",
    "Period",
    "Plan",
    "Quantity",
    "Record",
    "Reference",
    "Relation",
    "Responsibility",
    "Role",
    "RulesUsed",
    "Section",
    "Source",
    "SpanList",
    "SpanMap",
    "Standard",
    "Target",
]
