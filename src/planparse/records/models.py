"""The parts of a record: leaves, nodes, plan and notice.

Fields are written in the order of their declaration: what a person reads first, where it
came from last. `span` is a list of `[start, end]` code-point ranges of the source text
and `rule` the id of the rule that found the value; `spans` maps a node's own fields to
such ranges.
"""

from __future__ import annotations

import datetime as dt
from decimal import Context, Decimal
from operator import not_
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

_MOST_DIGITS = 100  # before or after the point: more is no quantity of a plan
_HELD_BY_FLOATS = Context(prec=15)  # decimals of so many digits come back from every reader


def _canonical(value: int | Decimal) -> int | Decimal:
    """8.0 is 8; a fraction has the digits that readers keep. ValueError for more than 100 digits."""
    if value and abs(Decimal(value).adjusted()) >= _MOST_DIGITS:
        raise ValueError(f"a number of more than {_MOST_DIGITS} digits")
    if value != int(value):
        value = _HELD_BY_FLOATS.plus(value)
    return int(value) if value == int(value) else value


def _plain(value: int | Decimal) -> int | float:
    return value if isinstance(value, int) else float(value)


Number = Annotated[
    int | Decimal,
    AfterValidator(_canonical),
    PlainSerializer(_plain, return_type=int | float),
    WithJsonSchema({"type": "number"}),
]
SpanList = list[tuple[int, int]]
SpanMap = dict[str, SpanList]

Role = Literal["lead", "responsible", "support", "oversight", "unspecified"]
Comparator = Literal[">=", "<=", ">", "<", "~", "range", "ratio", "="]
Relation = Literal["implements", "basis", "forwards", "repeals", "cites"]
DocumentKind = Literal["plan", "regulation", "other"]
BodyKind = Literal[
    "department", "party", "government", "collective", "task_force", "vertical", "enterprise", "other"
]


_UNLESS_EMPTY: Any = Field(default=None, exclude_if=not_)  # an empty list or map is not written


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)


class DocumentNumber(Record):
    """发文字号 (GB/T 9704-2012, 7.2.5)."""

    text: str
    agency: str | None = None
    year: int | None = None
    serial: int | None = None
    span: SpanList | None = _UNLESS_EMPTY
    rule: str | None = None


class Jurisdiction(Record):
    """The place that the issuer governs, and the next one that it belongs to, where that is known."""

    name: str
    level: Literal["national", "province", "city", "county", "town"]
    parent: str | None = None


class Department(Record):
    """One responsible body, as written in `text`; `name` is the same with brackets of one width.

    The other fields say what the registry of bodies knows of it: `body` is the id of its function,
    `functions` all of them where a merged bureau or a second plate (`aliases`) has several.
    """

    text: str
    name: str
    body: str | None = None
    full_name: str | None = None
    jurisdiction: str | None = None
    kind: BodyKind | None = None
    aliases: list[str] | None = _UNLESS_EMPTY
    functions: list[str] | None = _UNLESS_EMPTY
    span: SpanList | None = _UNLESS_EMPTY


class Responsibility(Record):
    """Bodies that share one role, from a bracket or a label line."""

    role: Role
    role_text: str = Field(default="", exclude_if=not_)
    open: bool | None = _UNLESS_EMPTY
    departments: list[Department]
    applies_to: SpanList | None = _UNLESS_EMPTY
    span: SpanList | None = _UNLESS_EMPTY
    rule: str | None = None


class Quantity(Record):
    text: str
    value: Number | None = None
    value_max: Number | None = None
    ratio: list[Number] | None = _UNLESS_EMPTY
    unit: str | None = None
    comparator: Comparator
    indicator: str | None = None
    action: str | None = None
    baseline: Number | None = None
    per: str | None = None
    due: dt.date | None = None


class Target(Quantity):
    """An outcome that can be counted when the plan ends."""

    basis: Literal["increment", "level"] | None = None
    strength: Literal["binding", "plain", "aspirational", "encouraged"] | None = None
    span: SpanList | None = _UNLESS_EMPTY
    rule: str | None = None


class Standard(Quantity):
    """An amount, rate or ratio applied case by case, or money set aside."""

    kind: Literal["payment", "budget", "rate", "split", "threshold", "norm"] | None = None
    span: SpanList | None = _UNLESS_EMPTY
    rule: str | None = None


class Deadline(Record):
    text: str
    kind: Literal["by", "during", "between", "duration", "recurring", "ongoing"]
    start: dt.date | None = None
    end: dt.date | None = None
    span: SpanList | None = _UNLESS_EMPTY
    rule: str | None = None


class Reference(Record):
    """A document of an authority that the text names in 《》."""

    title: str
    document_number: DocumentNumber | None = None
    relation: Relation | None = None
    span: SpanList | None = _UNLESS_EMPTY
    rule: str | None = None


class Item(Record):
    """A numbered sub-item that is text of its measure or section, not a measure."""

    label: str
    text: str
    span: SpanList | None = _UNLESS_EMPTY


class Node(Record):
    """What sections and measures have in common."""

    id: str
    label: str | None = None
    number: int | None = None
    title: str | None = None
    text: str | None = None
    responsibilities: list[Responsibility] | None = _UNLESS_EMPTY
    targets: list[Target] | None = _UNLESS_EMPTY
    standards: list[Standard] | None = _UNLESS_EMPTY
    deadlines: list[Deadline] | None = _UNLESS_EMPTY
    references: list[Reference] | None = _UNLESS_EMPTY
    items: list[Item] | None = _UNLESS_EMPTY
    spans: SpanMap | None = _UNLESS_EMPTY
    span: SpanList | None = _UNLESS_EMPTY


class Measure(Node):
    """措施: the smallest item that states something to be done."""


class Section(Node):
    """A numbered heading that groups others."""

    level: int
    measures: list[Measure] | None = _UNLESS_EMPTY
    sections: list[Section] | None = _UNLESS_EMPTY


class Passage(Record):
    """Running text outside the outline: a preamble or a closing."""

    text: str
    targets: list[Target] | None = _UNLESS_EMPTY
    standards: list[Standard] | None = _UNLESS_EMPTY
    deadlines: list[Deadline] | None = _UNLESS_EMPTY
    references: list[Reference] | None = _UNLESS_EMPTY
    span: SpanList | None = _UNLESS_EMPTY
    rule: str | None = None


class Convention(Record):
    """A sentence that changes how every later bracket is read (列第一位者为牵头单位，下同)."""

    kind: Literal["first_listed_leads", "implied_body"]
    text: str
    departments: list[Department] | None = _UNLESS_EMPTY
    span: SpanList | None = _UNLESS_EMPTY
    rule: str | None = None


class Attachment(Record):
    title: str | None = None
    text: str
    span: SpanList | None = _UNLESS_EMPTY
    rule: str | None = None


class Period(Record):
    start: dt.date
    end: dt.date


class Plan(Record):
    title: str | None = None
    kind: DocumentKind
    period: Period | None = None
    preamble: Passage | None = None
    conventions: list[Convention] | None = _UNLESS_EMPTY
    measures: list[Measure] | None = _UNLESS_EMPTY
    sections: list[Section] | None = _UNLESS_EMPTY
    closing: Passage | None = None
    attachments: list[Attachment] | None = _UNLESS_EMPTY
    spans: SpanMap | None = _UNLESS_EMPTY


class Notice(Record):
    """Elements of GB/T 9704-2012, as written, layout white space removed."""

    issuers: list[str] | None = _UNLESS_EMPTY
    document_number: DocumentNumber | None = None
    title: str | None = None
    addressees: list[str] | None = _UNLESS_EMPTY
    date: dt.date | None = None
    annotation: str | None = None
    security: str | None = None
    urgency: str | None = None
    signer: str | None = None
    copied_to: list[str] | None = _UNLESS_EMPTY
    printed_by: str | None = None
    printed_on: dt.date | None = None
    copies: int | None = None
    spans: SpanMap | None = _UNLESS_EMPTY


class Source(Record):
    """The file; `encoding` only of formats that have one, `pages` are the places where its pages begin."""

    name: str
    format: str
    encoding: str | None = None
    sha256: str
    characters: int
    pages: list[int] | None = _UNLESS_EMPTY


class RulesUsed(Record):
    """Name, version and digest of the canonical rules (not of the files' bytes)."""

    name: str
    version: str
    sha256: str


class OverridesUsed(Record):
    """Digest of the file of corrections, and how many of them were applied."""

    sha256: str
    applied: int
    dropped: int


class FindingRecord(Record):
    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    message: str
    span: SpanList | None = _UNLESS_EMPTY
    line: int | None = None
    column: int | None = None
    page: int | None = None
    node: str | None = None
