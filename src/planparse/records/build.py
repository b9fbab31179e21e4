"""From a decided plan to the public record: texts and spans of the source, values as written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from planparse.facts.deadlines import TimeExpression
from planparse.facts.places import Jurisdiction
from planparse.facts.quantities import Quantity
from planparse.facts.references import Reference
from planparse.facts.responsibility import Assignment, Group
from planparse.findings.catalogue import entry, message
from planparse.findings.model import Finding, Findings
from planparse.findings.positions import LineIndex
from planparse.intake.source import SourceText
from planparse.plan.bodies import NOBODY, Bodies
from planparse.plan.model import Facts, Node, Passage, Plan, Section
from planparse.records.bodies import BodyFields, jurisdiction_fields
from planparse.records.document import Document
from planparse.rulepack import RulePack
from planparse.spans import NOWHERE, Span, Spans, TextView, covered
from planparse.structure.elements import Elements, Value
from planparse.structure.lines import Page
from planparse.structure.parts import Attachment

_LISTS = ("issuers", "addressees", "copied_to")
_SINGLES = ("title", "annotation", "security", "urgency", "signer", "printed_by")
_FOLD_BRACKETS = str.maketrans("（）［］〔〕〈〉＜＞【】", "()[]()()()()")


class Parts(NamedTuple):
    """All that a record is made of. `plan` is None where there was nothing to parse."""

    source: SourceText
    elements: Elements | None
    view: TextView | None
    plan: Plan | None
    kind: str
    period: tuple[Any, Any] | None
    page: Page | None = None
    jurisdiction: Jurisdiction | None = None
    bodies: Bodies = NOBODY


def build_document(parts: Parts | None, name: str, rules: RulePack, findings: Findings) -> Document:
    """The validated record. Deterministic: same parts, same record."""
    record: dict[str, Any] = {
        "source": _source(parts.source if parts else None, name),
        "rules": {"name": rules.name, "version": rules.version, "sha256": rules.sha256},
    }
    text = parts.source.text if parts else ""
    if parts and parts.elements:
        record["notice"] = _notice(parts.elements)
    if parts and parts.jurisdiction:
        record["jurisdiction"] = jurisdiction_fields(parts.jurisdiction)
    if parts and parts.plan and parts.view and parts.elements:
        record["plan"] = _Writer(text, parts.view, BodyFields(parts.bodies)).plan(parts)
    if findings.items:
        record["findings"] = finding_records(findings, text, parts.source.pages() if parts else ())
    return Document.model_validate(record)


def _source(source: SourceText | None, name: str) -> dict[str, Any]:
    if source is None:
        return {"name": name, "format": "unknown", "encoding": "unknown", "sha256": "", "characters": 0}
    return {
        "name": source.name,
        "format": source.format,
        "encoding": source.encoding or None,
        "sha256": source.sha256,
        "characters": len(source.text),
        "pages": source.pages() or None,
    }


def _notice(elements: Elements) -> dict[str, Any]:
    notice: dict[str, Any] = {}
    spans: dict[str, Any] = {}
    for name in _LISTS:
        if values := elements.values.get(name):
            notice[name] = [value.text for value in values]
            spans[name] = [span for value in values for span in value.spans]
    for name in _SINGLES:
        if value := elements.first(name):
            notice[name] = value.text
            spans[name] = value.spans
    if value := elements.first("document_number"):
        notice["document_number"] = _document_number(value, elements)
    for name in ("date", "printed_on"):
        if name in elements.dates:
            notice[name] = elements.dates[name]
            spans[name] = _spans_of(elements.first(name))
    if value := elements.first("copies"):
        notice["copies"] = int(value.text)
        spans["copies"] = value.spans
    if spans:
        notice["spans"] = spans
    return notice


def _spans_of(value: Value | None) -> Spans:
    return value.spans if value else ()


def _document_number(value: Value, elements: Elements) -> dict[str, Any]:
    number: dict[str, Any] = {"text": value.text, "span": value.spans, "rule": "notice.document-number-line"}
    if elements.number:
        number |= {"agency": elements.number[0], "year": elements.number[1], "serial": elements.number[2]}
    return number


def finding_records(
    findings: Iterable[Finding], text: str, pages: Sequence[int] = ()
) -> list[dict[str, Any]]:
    """What a record says of findings in a text."""
    index = LineIndex(text, pages)
    return [_finding(finding, index) for finding in in_order(findings)]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of the text; those of no place first."""
    return sorted(findings, key=lambda f: (f.spans[0] if f.spans else (-1, -1), f.code))


def _finding(finding: Finding, index: LineIndex) -> dict[str, Any]:
    known = entry(finding.code)
    record: dict[str, Any] = {
        "code": finding.code,
        "name": known.name,
        "severity": known.severity.label,
        "message": message(finding, "zh"),
    }
    if finding.spans:
        record["span"] = finding.spans
        record["line"], record["column"] = index.position(finding.spans[0][0])
        record["page"] = index.page(finding.spans[0][0])
    if finding.node:
        record["node"] = finding.node
    return record


def _attachment(attachment: Attachment) -> dict[str, Any]:
    title, text = attachment
    record: dict[str, Any] = {"title": title.text} if title else {}
    return record | {"text": text.text, "span": text.spans, "rule": "notice.attachment-label"}


class _Writer:
    """Ranges of the view to texts and spans of the source.

    Nearly every range lies in the same piece of the view as the one looked up before it: the
    paragraph in hand. That piece is `text[low:high]` of the view, `shift` before its source.
    """

    __slots__ = ("_high", "_low", "_shift", "bodies", "source", "view")

    def __init__(self, source: str, view: TextView, bodies: BodyFields) -> None:
        self.source = source
        self.view = view
        self.bodies = bodies
        self._low = self._high = self._shift = 0

    def plan(self, parts: Parts) -> dict[str, Any]:
        plan, elements = parts.plan, parts.elements
        assert plan is not None and elements is not None
        record: dict[str, Any] = {"kind": parts.kind}
        if title := elements.first("plan_title"):
            record["title"] = title.text
            record["spans"] = {"title": title.spans}
        if parts.period:
            record["period"] = {"start": parts.period[0], "end": parts.period[1]}
        if plan.preamble:
            record["preamble"] = self.passage(plan.preamble)
        if plan.conventions:
            record["conventions"] = [self.convention(*convention) for convention in plan.conventions]
        if plan.measures:
            record["measures"] = [self.node(measure) for measure in plan.measures]
        if plan.sections:
            record["sections"] = [self.section(section) for section in plan.sections]
        if plan.closing:
            record["closing"] = self.passage(plan.closing)
        if elements.attachments:
            record["attachments"] = [_attachment(attachment) for attachment in elements.attachments]
        return record

    def place(self, start: int, end: int) -> Spans:
        """The source spans of a range of the view."""
        if not self._low <= start < end <= self._high:
            self._turn_to(start)
            if not self._low <= start < end <= self._high:
                return self.view.to_source(start, end)
        return ((start + self._shift, end + self._shift),)

    def _turn_to(self, start: int) -> None:
        """Take the piece that holds `start` in hand; a break between paragraphs is in no source."""
        starts, sources = self.view.starts, self.view.sources
        piece = bisect_right(starts, start) - 1
        if sources[piece] != NOWHERE:
            self._low = starts[piece]
            self._high = starts[piece + 1] if piece + 1 < len(starts) else len(self.view.text)
            self._shift = sources[piece] - self._low

    def leaf(self, start: int, end: int) -> tuple[str, Spans]:
        """The text of a leaf, white space removed, and its spans."""
        if not self._low <= start < end <= self._high:
            spans = self.place(start, end)
            return covered(self.source, spans), spans
        low, high = start + self._shift, end + self._shift
        text = self.source[low:high]
        return (text if text.isalnum() else "".join(text.split())), ((low, high),)

    def spans(self, ranges: Sequence[Span]) -> Sequence[Span]:
        return [span for low, high in ranges for span in self.place(low, high)]

    def text(self, ranges: Sequence[Span]) -> str:
        """The text of a node: paragraphs parted by one line break, page breaks joined."""
        source = self.source
        paragraphs: list[str] = []
        for low, high in ranges:
            pieces = [source[start:end] for start, end in self.place(low, high)]
            if paragraph := "".join(pieces).strip():
                paragraphs.append(paragraph)
        return "\n".join(paragraphs)

    def passage(self, passage: Passage) -> dict[str, Any]:
        record: dict[str, Any] = {"text": self.text(passage.text), "span": self.spans(passage.text)}
        self.add_facts(record, passage.facts)
        return record

    def convention(self, kind: str, span: Span, bodies: Span | None) -> dict[str, Any]:
        text, spans = self.leaf(*span)
        record: dict[str, Any] = {
            "kind": kind,
            "text": text,
            "span": spans,
            "rule": "responsibility.conventions",
        }
        if bodies:
            record["departments"] = [self.department(*bodies)]
        return record

    def section(self, section: Section) -> dict[str, Any]:
        record = self.node(section.node)
        record["level"] = section.level
        if section.measures:
            record["measures"] = [self.node(measure) for measure in section.measures]
        if section.sections:
            record["sections"] = [self.section(child) for child in section.sections]
        return record

    def node(self, node: Node) -> dict[str, Any]:
        record: dict[str, Any] = {"id": node.id, "span": self.spans(node.span)}
        spans: dict[str, Any] = {}
        label = node.label
        if label and label.start < label.end:
            record["label"], spans["label"] = self.leaf(label.start, label.end)
            record["number"] = label.number
        if node.title:
            record["title"], spans["title"] = self.leaf(*node.title)
        if node.text:
            record["text"] = self.text(node.text)
        self.add_facts(record, node.facts)
        if node.items:
            record["items"] = [
                {
                    "label": self.leaf(item.label.start, item.label.end)[0],
                    "text": self.text(item.text),
                    "span": self.spans(item.text),
                }
                for item in node.items
            ]
        if spans:
            record["spans"] = spans
        return record

    def add_facts(self, record: dict[str, Any], facts: Facts) -> None:
        assigned, quantities = facts.assigned, facts.quantities
        if assigned:
            several = len(assigned) > 1
            record["responsibilities"] = [
                self.responsibility(group, assignment, closes if several else ())
                for assignment, closes in assigned
                for group in assignment.groups
            ]
        if quantities:
            for name, what in (("targets", "target"), ("standards", "standard")):
                if found := [self.quantity(quantity) for quantity in quantities if quantity.what == what]:
                    record[name] = found
        if facts.deadlines:
            record["deadlines"] = [self.deadline(deadline) for deadline in facts.deadlines]
        if facts.references:
            record["references"] = [self.reference(reference) for reference in facts.references]

    def responsibility(self, group: Group, assignment: Assignment, closes: Sequence[Span]) -> dict[str, Any]:
        record: dict[str, Any] = {
            "role": group.role,
            "departments": [self.department(start, end) for start, end in group.bodies],
            "span": self.place(*assignment.span),
            "rule": group.rule,
        }
        if group.role_span:
            # The head of a table's column reads as if it stood before the cell, and does not.
            written = self.leaf(*group.role_span)[0]
            record["role_text"] = written or self.view.text[slice(*group.role_span)]
        if group.open:
            record["open"] = True
        if closes:
            record["applies_to"] = self.spans(closes)
        return record

    def department(self, start: int, end: int) -> dict[str, Any]:
        text, spans = self.leaf(start, end)
        name = text if text.isalnum() else text.translate(_FOLD_BRACKETS)
        return {"text": text, "name": name, "span": spans, **self.bodies.at((start, end))}

    def quantity(self, quantity: Quantity) -> dict[str, Any]:
        number = quantity.number
        text, spans = self.leaf(number.start, number.end)
        record: dict[str, Any] = {
            "text": text,
            "comparator": quantity.comparator,
            "span": spans,
            "rule": quantity.rule,
        }
        if number.ratio:
            record["ratio"] = list(number.ratio)
        else:
            record["value"] = number.value
        for name, value in (
            ("value_max", number.value_max),
            ("unit", number.unit or None),
            ("baseline", quantity.baseline),
            ("due", quantity.due),
            ("basis", quantity.basis or None),
            ("strength", quantity.strength or None),
            ("kind", quantity.kind or None),
        ):
            if value is not None:
                record[name] = value
        indicator, action, per = quantity.indicator, quantity.action, quantity.per
        for name, span in (("indicator", indicator), ("action", action), ("per", per)):
            if span:
                record[name] = self.leaf(*span)[0]
        return record

    def deadline(self, deadline: TimeExpression) -> dict[str, Any]:
        text, spans = self.leaf(deadline.start, deadline.end)
        record: dict[str, Any] = {"text": text, "kind": deadline.kind, "span": spans, "rule": deadline.rule}
        if deadline.first and deadline.kind != "by":
            record["start"] = deadline.first
        if deadline.last:
            record["end"] = deadline.last
        return record

    def reference(self, reference: Reference) -> dict[str, Any]:
        title, _ = self.leaf(*reference.title)
        record: dict[str, Any] = {
            "title": title,
            "relation": reference.relation,
            "span": self.place(*reference.span),
            "rule": "references.titles",
        }
        if number := reference.number:
            text, place = self.leaf(*number.span)
            record["document_number"] = {
                "text": text,
                "agency": "".join(number.agency.split()),
                "serial": number.serial,
                "span": place,
                "rule": number.rule,
            }
            if number.year is not None:
                record["document_number"]["year"] = number.year
        return record
