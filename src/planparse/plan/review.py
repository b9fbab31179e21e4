"""What a decided plan shows that a reader should know: nobody responsible, brackets that never
close, headings that lack what those beside them have."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planparse.brackets import Brackets
from planparse.facts.deadlines import TimeContext
from planparse.findings.model import Findings, Label
from planparse.plan.model import Facts, Node, Passage, Plan, Section
from planparse.plan.review_values import review_quantities, review_times
from planparse.spans import Spans, TextView
from planparse.structure.elements import Elements

_MANY_LEADS = 5


class Reviewed(NamedTuple):
    """A plan with all that it is judged against; `source` is the text that `view` shows."""

    source: str
    view: TextView
    plan: Plan
    elements: Elements
    brackets: Brackets
    time: TimeContext


def review(reviewed: Reviewed, findings: Findings) -> None:
    """Add the findings that need the whole plan."""
    _review_brackets(reviewed, findings)
    measures = list(_measures(reviewed.plan))
    if not measures:
        findings.add("PP304")
    implied = any(kind == "implied_body" for kind, _, _ in reviewed.plan.conventions)
    assigned = not implied and any(measure.facts.assigned for measure, _ in measures)
    for measure, owned in measures:
        if assigned and not owned:
            findings.add("PP401", _beginning(reviewed.view, measure), node=measure.id)
        _review_roles(reviewed.view, measure, findings)
    _review_sections(reviewed.view, reviewed.plan.sections, findings)
    for node_id, facts in _facts(reviewed.plan):
        if facts.assigned:
            _review_page_breaks(reviewed, node_id, facts, findings)
        if facts.quantities:
            review_quantities(reviewed.view, node_id, facts, findings)
        if facts.deadlines or facts.doubtful:
            review_times(reviewed.view, node_id, facts, reviewed.time, reviewed.elements, findings)


def _measures(plan: Plan) -> Iterator[tuple[Node, bool]]:
    """Every measure, and whether it or a heading above it names someone."""
    for measure in plan.measures:
        yield measure, bool(measure.facts.assigned)
    waiting: list[tuple[Section, bool]] = [(section, False) for section in reversed(plan.sections)]
    while waiting:
        section, owned = waiting.pop()
        owned = owned or bool(section.node.facts.assigned)
        for measure in section.measures:
            yield measure, owned or bool(measure.facts.assigned)
        waiting += [(child, owned) for child in reversed(section.sections)]


def _facts(plan: Plan) -> Iterator[tuple[str, Facts]]:
    """The facts of every node, with its id; those of running text outside the outline have none."""
    yield from _of_passage(plan.preamble)
    for measure in plan.measures:
        yield measure.id, measure.facts
    waiting = list(reversed(plan.sections))
    while waiting:
        section = waiting.pop()
        yield section.node.id, section.node.facts
        for measure in section.measures:
            yield measure.id, measure.facts
        waiting += reversed(section.sections)
    yield from _of_passage(plan.closing)


def _of_passage(passage: Passage | None) -> Iterator[tuple[str, Facts]]:
    if passage is not None:
        yield "", passage.facts


def _review_roles(view: TextView, measure: Node, findings: Findings) -> None:
    assigned = measure.facts.assigned
    groups = [group for assignment, _ in assigned for group in assignment.groups]
    roles = {group.role for group in groups}
    if "unspecified" in roles:
        for assignment, _ in assigned:
            if any(group.role == "unspecified" for group in assignment.groups):
                findings.add("PP403", view.to_source(*assignment.span), node=measure.id)
    if roles != {"lead"}:
        return
    count = sum(len(group.bodies) for group in groups)
    if count >= _MANY_LEADS:
        findings.add("PP406", _beginning(view, measure), node=measure.id, count=count)
    elif not any(group.open for group in groups):
        findings.add("PP405", view.to_source(*assigned[0][0].span), node=measure.id)


def _review_sections(view: TextView, sections: Iterable[Section], findings: Findings) -> None:
    """Of sections side by side that lead to measures, most name a body in their heading: the others
    may have lost theirs."""
    leading = [section for section in sections if section.measures or section.sections]
    owned = [section for section in leading if section.node.facts.assigned]
    if 2 * len(owned) > len(leading) > len(owned):
        label = (Label(view.to_source(*owned[0].node.facts.assigned[0][0].span), "sibling"),)
        for section in leading:
            if not section.node.facts.assigned:
                findings.add("PP408", _beginning(view, section.node), node=section.node.id, labels=label)
    for section in leading:
        _review_sections(view, section.sections, findings)


def _review_page_breaks(reviewed: Reviewed, node_id: str, facts: Facts, findings: Findings) -> None:
    for assignment, _ in facts.assigned:
        spans = reviewed.view.to_source(*assignment.span)
        for (_, end), (start, _) in itertools.pairwise(spans):
            between = reviewed.source[end:start]
            # More than the blanks of a wrapped line, or Markdown marks amid one.
            if "\f" in between or ("\n" in between and between.strip()):
                label = (Label(((end, start),), "break"),)
                findings.add("PP410", spans, node=node_id, labels=label)
                break


def _beginning(view: TextView, node: Node) -> Spans:
    start, end = node.span[0]
    return view.to_source(start, min(start + 20, end))


def _review_brackets(reviewed: Reviewed, findings: Findings) -> None:
    view, brackets = reviewed.view, reviewed.brackets
    for place in brackets.unclosed:
        findings.add("PP402", view.to_source(place, place + 1), bracket=view.text[place])
    for place in brackets.unmatched:
        findings.add("PP404", view.to_source(place, place + 1), bracket=view.text[place])
    if "(" not in reviewed.source and ")" not in reviewed.source:
        return
    for opener, closer in brackets.closer.items():
        if view.text[opener] != "(":
            continue
        opened, closed = view.to_source(opener, opener + 1), view.to_source(closer, closer + 1)
        halves = [reviewed.source[spans[0][0]] for spans in (opened, closed)]
        if (halves[0] == "(") != (halves[1] == ")"):
            findings.add("PP407", opened + closed)
