"""The values of a record that a person may correct, each with an address in the text.

An address does not count characters from the start of the file: it is the hash of the text
around (a measure's own, a heading's own, an element of the notice) and the place in it. So a
correction follows its measure when a line is added above it, and no longer fits when the
measure itself is changed.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from hashlib import sha256
from itertools import accumulate
from types import MappingProxyType
from typing import Any, NamedTuple

from planparse.records import Document, Measure, Node, Notice, Passage, Plan, Record, Section, SpanList
from planparse.spans import covered

#: Fields of a node, the plan or the notice itself: each is a kind of value of its own.
OWN_FIELDS = (
    *("title", "issuers", "addressees", "date", "annotation", "security", "urgency", "signer"),
    *("copied_to", "printed_by", "printed_on", "copies"),
)
_QUANTITY = ("value", "value_max", "unit", "comparator", "indicator", "action", "baseline", "per", "due")
#: What may be corrected of a value of each kind; a convention can only be marked wrong.
FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "responsibility": ("role",),
        "department": ("name", "full_name"),
        "target": (*_QUANTITY, "basis", "strength"),
        "standard": (*_QUANTITY, "kind"),
        "deadline": ("kind", "start", "end"),
        "reference": ("title", "relation"),
        "convention": (),
        "document_number": ("text", "agency", "year", "serial"),
        **{name: (name,) for name in OWN_FIELDS},
    }
)
_LISTS = {"targets": "target", "standards": "standard", "deadlines": "deadline", "references": "reference"}
_NOWHERE = -1


class Address(NamedTuple):
    """Where a value stands: at an offset of the text with this hash. `nth` tells several values of a
    kind at one place apart (the groups of one bracket)."""

    kind: str
    context: str
    offset: int
    text: str
    nth: int


class Value(NamedTuple):
    """One value. `record` has its fields; it stands in `holder`, under `place`, or is the holder."""

    address: Address
    node: str
    record: Record
    holder: Record
    place: str
    spans: SpanList

    @property
    def kind(self) -> str:
        return self.address.kind

    def fields(self) -> dict[str, Any]:
        """What may be corrected, in its written form; None where the record says nothing."""
        return {name: written(getattr(self.record, name)) for name in FIELDS[self.kind]}


def written(value: Any) -> Any:
    """A value of a record as JSON has it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def names_of(document: Document) -> dict[str, str]:
    """What tells a notice from others, whatever else in it changes: its number and its title."""
    notice, plan = document.notice, document.plan
    number = notice.document_number.text if notice and notice.document_number else None
    title = (plan and plan.title) or (notice and notice.title)
    return {name: held for name, held in (("number", number), ("title", title)) if held}


def values(document: Document, text: str) -> list[Value]:
    """Every value that may be corrected, node by node in the order of the text."""
    return list(_Finder(text).document(document))


def own_spans(node: Node) -> SpanList:
    """The places of a node without those of the sections and measures in it, in the order of the text."""
    spans = sorted(node.span or ())
    if not isinstance(node, Section):
        return spans
    children = (*(node.measures or ()), *(node.sections or ()))
    return list(_without(spans, sorted(span for child in children for span in child.span or ())))


def _without(spans: SpanList, holes: SpanList) -> Iterator[tuple[int, int]]:
    """Spans without the holes in them; both in order."""
    place = 0
    for start, end in spans:
        while place < len(holes) and holes[place][0] < end:
            low, high = holes[place]
            if start < low:
                yield start, low
            start = max(start, high)
            if high > end:
                break
            place += 1
        if start < end:
            yield start, end


class _Context:
    """The text around values: its pieces one after another, and their hash."""

    __slots__ = ("lengths", "sha256", "spans", "starts")

    def __init__(self, text: str, spans: SpanList) -> None:
        self.spans = sorted(spans)
        self.starts = [start for start, _ in self.spans]
        self.lengths = list(accumulate((end - start for start, end in self.spans), initial=0))
        pieces = "".join([text[start:end] for start, end in self.spans])
        self.sha256 = sha256(pieces.encode("utf-8", "surrogatepass")).hexdigest()

    def offset(self, place: int) -> int:
        """The offset of a place of the source; -1 for one outside."""
        piece = bisect_right(self.starts, place) - 1
        if piece < 0 or place >= self.spans[piece][1]:
            return _NOWHERE
        return self.lengths[piece] + place - self.starts[piece]


class _Finder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.seen: Counter[tuple[str, Address]] = Counter()

    def document(self, document: Document) -> Iterator[Value]:
        if document.notice:
            yield from self.notice(document.notice)
        plan = document.plan
        if plan is None:
            return
        yield from self.own(plan, "plan", plan.spans, ("title",))
        if plan.preamble:
            yield from self.passage(plan.preamble, "preamble")
        for convention in plan.conventions or ():
            context = _Context(self.text, convention.span or [])
            yield self.value("convention", context, "plan", convention, plan, "conventions", convention.span)
        for node, _ in document.nodes():
            yield from self.node(node)
        if plan.closing:
            yield from self.passage(plan.closing, "closing")

    def notice(self, notice: Notice) -> Iterator[Value]:
        yield from self.own(notice, "notice", notice.spans, OWN_FIELDS)
        if number := notice.document_number:
            context = _Context(self.text, number.span or [])
            yield self.value(
                "document_number", context, "notice", number, notice, "document_number", number.span
            )

    def own(
        self, holder: Notice | Plan, node: str, spans: Mapping[str, SpanList] | None, names: tuple[str, ...]
    ) -> Iterator[Value]:
        """Fields of the notice or plan itself: each stands in its own text."""
        for name in names:
            if getattr(holder, name) is not None:
                places = (spans or {}).get(name, [])
                yield self.value(name, _Context(self.text, places), node, holder, holder, name, places)

    def passage(self, passage: Passage, node: str) -> Iterator[Value]:
        yield from self.facts(passage, node, _Context(self.text, passage.span or []))

    def node(self, node: Section | Measure) -> Iterator[Value]:
        context = _Context(self.text, own_spans(node))
        if node.title is not None and node.spans:
            yield self.value("title", context, node.id, node, node, "title", node.spans.get("title"))
        for group in node.responsibilities or ():
            yield self.value("responsibility", context, node.id, group, node, "responsibilities", group.span)
            for body in group.departments:
                yield self.value("department", context, node.id, body, group, "departments", body.span)
        yield from self.facts(node, node.id, context)

    def facts(self, holder: Node | Passage, node: str, context: _Context) -> Iterator[Value]:
        for place, kind in _LISTS.items():
            for record in getattr(holder, place) or ():
                yield self.value(kind, context, node, record, holder, place, record.span)

    def value(
        self,
        kind: str,
        context: _Context,
        node: str,
        record: Record,
        holder: Record,
        place: str,
        spans: SpanList | None,
    ) -> Value:
        spans = spans or []
        offset = context.offset(spans[0][0]) if spans else _NOWHERE
        first = Address(kind, context.sha256, offset, covered(self.text, spans), 0)
        nth = self.seen[node, first]
        self.seen[node, first] += 1
        return Value(first._replace(nth=nth), node, record, holder, place, spans)
