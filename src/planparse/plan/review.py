"""What a decided plan shows that a reader should know: nobody responsible, brackets that never
close, ranges with a bound, a document that is no plan."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.brackets import Brackets
from planparse.findings.model import Findings
from planparse.plan.model import Node, Plan, Section
from planparse.spans import Spans, TextView
from planparse.structure.elements import Elements

_MANY_LEADS = 5


def review(
    view: TextView, plan: Plan, elements: Elements, brackets: Brackets, kind: str, findings: Findings
) -> None:
    """Add the findings that need the whole plan."""
    _review_brackets(view, brackets, findings)
    if kind != "plan":
        findings.add("PP305", kind=kind)
        return
    measures = list(_measures(plan))
    if not measures:
        findings.add("PP304")
    assigned = any(measure.facts.assigned for measure, _ in measures)
    for measure, owned in measures:
        _review_measure(view, measure, assigned and not owned, findings)


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


def _review_measure(view: TextView, measure: Node, orphan: bool, findings: Findings) -> None:
    if orphan:
        findings.add("PP401", _beginning(view, measure), node=measure.id)
    assigned = measure.facts.assigned
    roles = {group.role for assignment, _ in assigned for group in assignment.groups}
    if "unspecified" in roles:
        for assignment, _ in assigned:
            if any(group.role == "unspecified" for group in assignment.groups):
                findings.add("PP403", view.to_source(*assignment.span), node=measure.id)
    if roles == {"lead"}:
        count = sum(len(group.bodies) for assignment, _ in assigned for group in assignment.groups)
        if count >= _MANY_LEADS:
            findings.add("PP406", _beginning(view, measure), node=measure.id, count=count)
    for quantity in measure.facts.quantities:
        number = quantity.number
        if number.value_max is not None and number.bound_after in (">=", "<="):
            text = view.text[number.digits : number.end]
            findings.add("PP501", view.to_source(number.digits, number.end), node=measure.id, text=text)


def _beginning(view: TextView, measure: Node) -> Spans:
    start, end = measure.span[0]
    return view.to_source(start, min(start + 20, end))


def _review_brackets(view: TextView, brackets: Brackets, findings: Findings) -> None:
    for place in brackets.unclosed:
        findings.add("PP402", view.to_source(place, place + 1), bracket=view.text[place])
    for place in brackets.unmatched:
        findings.add("PP404", view.to_source(place, place + 1), bracket=view.text[place])
