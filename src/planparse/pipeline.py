"""The whole way on one page: bytes in, a record out.

bytes → SourceText → lines, elements, paragraphs → outline → facts → plan → Document
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planparse import brackets
from planparse.facts.calendar import Interval
from planparse.facts.deadlines import TimeContext
from planparse.findings.model import Findings
from planparse.intake import read, read_text, too_large
from planparse.intake.source import SourceText
from planparse.plan.assemble import assemble
from planparse.plan.bodies import resolve_bodies
from planparse.plan.boxes import settle_boxes
from planparse.plan.jurisdiction import find_jurisdiction
from planparse.plan.kind import document_kind
from planparse.plan.lost_labels import part_lost_items
from planparse.plan.period import plan_period
from planparse.plan.review import Reviewed, review
from planparse.plan.review_bodies import review_bodies
from planparse.plan.roles import (
    decide_parts,
    read_branches,
    read_sentences,
    read_tasks,
)
from planparse.plan.several import plan_among_several, tell_norms
from planparse.plan.shared_lines import lift_shared_lines
from planparse.records import Document
from planparse.records.build import Parts, build_document
from planparse.rulepack import RulePack, RuleTimeout, load_rules
from planparse.structure.elements import Elements, read_elements
from planparse.structure.labels import LabelReader
from planparse.structure.lines import Page, read_lines
from planparse.structure.outline import read_outline
from planparse.structure.paragraphs import read_body, with_conventions

if TYPE_CHECKING:
    from planparse.findings.selection import Selection


class Analysis(NamedTuple):
    """A record with what it was made from: the findings as objects, the source text, where its pages
    begin, its parsed parts."""

    document: Document
    findings: Findings
    text: str
    pages: tuple[int, ...] = ()
    parts: Parts | None = None


@contextmanager
def _collector_paused() -> Iterator[None]:
    """What a record is made from holds no cycles: searching for some, a dozen times a notice, is a tenth
    of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@_collector_paused()
def extract(
    text: str, *, name: str = "", rules: RulePack | None = None, selection: Selection | None = None
) -> Document:
    """The record of a notice given as text. Raises nothing: what is wrong is among its findings."""
    return analyse_text(text, name=name, rules=rules, selection=selection).document


@_collector_paused()
def extract_bytes(
    data: bytes, *, name: str = "", rules: RulePack | None = None, selection: Selection | None = None
) -> Document:
    """The record of a notice given as the bytes of a file."""
    return analyse_bytes(data, name=name, rules=rules, selection=selection).document


def extract_file(
    path: str | PathLike[str], *, rules: RulePack | None = None, selection: Selection | None = None
) -> Document:
    """The record of the notice in a file. Raises OSError where the file cannot be opened."""
    where = Path(path)
    findings = Findings()
    if too_large(where.stat().st_size, findings):
        return build_document(None, where.name, rules or load_rules(), findings)
    return extract_bytes(where.read_bytes(), name=where.name, rules=rules, selection=selection)


@_collector_paused()
def analyse_text(
    text: str, *, name: str = "", rules: RulePack | None = None, selection: Selection | None = None
) -> Analysis:
    findings = Findings()
    source = read_text(text, name, findings)
    return _analyse(source, name, rules or load_rules(), selection, findings)


@_collector_paused()
def analyse_bytes(
    data: bytes, *, name: str = "", rules: RulePack | None = None, selection: Selection | None = None
) -> Analysis:
    findings = Findings()
    rules = rules or load_rules()
    return _analyse(read(data, name, findings, rules=rules), name, rules, selection, findings)


def _analyse(
    source: SourceText | None,
    name: str,
    rules: RulePack,
    selection: Selection | None,
    findings: Findings,
) -> Analysis:
    parts = None
    if source is not None and not source.text.strip():
        parts = Parts(source, None, None, None, "other", None)  # a finding says so
    elif source is not None:
        try:
            parts = parse(source, rules, findings)
        except RuleTimeout as timeout:
            # A rule that runs too long fails the file: a record without what it finds would mislead.
            findings.add("PP801", rule=timeout.rule)
    if selection is not None:
        selection.apply(findings)
    document = build_document(parts, name, rules, findings)
    if source is None:
        return Analysis(document, findings, "")
    return Analysis(document, findings, source.text, source.pages(), parts)


def parse(source: SourceText, rules: RulePack, findings: Findings) -> Parts:
    """Every stage in order; each is a function of what the one before it made and the rules."""
    labels = rules.derive(LabelReader.build)
    page = read_lines(source, rules, findings)
    page = _with_tables(page, source, rules)
    page, elements = read_elements(page, rules, labels, findings)
    if not any(part not in ("blank", "noise") for part in elements.parts):
        findings.add("PP010")
        return Parts(source, None, None, None, "other", None)
    body = read_body(page, elements.lines(page, "body"), labels, rules, findings)
    body = with_conventions(body, page, elements.lines(page, "notice"), rules)
    text = body.view.text
    outline = read_outline(body, findings)
    paired = brackets.pair(text)
    root = read_branches(text, outline.root, paired, rules)
    plan_title, title = _titles(elements)
    opening = text[: outline.root.paragraphs[-1][1]] if outline.root.paragraphs else ""
    named = plan_title or plan_among_several(text, root, rules)
    kind = document_kind(named, title, opening, read_tasks(text, root, rules), rules)
    if kind == "plan":
        root = read_sentences(text, root, rules)
        settle_boxes(root)
        part_lost_items(root)
        lift_shared_lines(root)
        tell_norms(text, root, rules)
    decide_parts(root, is_plan=kind == "plan")
    time = _time_context(elements, plan_period(rules, plan_title, title))
    plan = assemble(text, root, time, rules, counts=kind == "plan")
    jurisdiction = find_jurisdiction(elements, source.text, rules)
    bodies = resolve_bodies(text, plan, jurisdiction, rules)
    if kind == "plan":
        review(Reviewed(source.text, body.view, plan, elements, paired, time, rules), findings)
        review_bodies(body.view, plan, bodies, elements, findings)
    else:
        findings.add("PP305", kind=kind)
    return Parts(source, elements, body.view, plan, kind, time.period, page, jurisdiction, bodies)


def _with_tables(page: Page, source: SourceText, rules: RulePack) -> Page:
    """The page with the cells of its tables told; few notices have any: what reads them is imported then."""
    if source.marks:
        from planparse.structure.tables import read_marks

        return read_marks(page, source.marks, rules)
    numbered = any(word in page.folded for word in rules.words("outline.table-number-heads"))
    text = source.text
    if not (numbered or "|" in page.folded or "\t" in text or "<tr" in text or "<TR" in text):
        return page
    from planparse.structure.pasted import read_pasted

    return read_pasted(page, rules)


def _titles(elements: Elements) -> tuple[str, str]:
    """The titles of the plan and of the notice, empty where there is none."""
    plan_title, title = elements.first("plan_title"), elements.first("title")
    return plan_title.text if plan_title else "", title.text if title else ""


def _time_context(elements: Elements, period: Interval | None) -> TimeContext:
    """Times without a year are of the plan's one year, else of that of the date or document number."""
    issued = elements.dates.get("date")
    year = issued.year if issued else elements.number[1] if elements.number else None
    if period and period[0].year == period[1].year:
        year = period[0].year
    return TimeContext(year, issued, period)
