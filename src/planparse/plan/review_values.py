"""Numbers and times that a reader should look at twice."""

from __future__ import annotations

from itertools import pairwise

from planparse.facts.deadlines import TimeContext, TimeExpression
from planparse.facts.numbers import Number
from planparse.facts.quantities import Quantity
from planparse.findings.model import Findings, Label
from planparse.plan.model import Facts
from planparse.spans import TextView
from planparse.structure.elements import Elements

_CLAUSE_MARKS = frozenset(",。;:\n")


def review_quantities(view: TextView, node_id: str, facts: Facts, findings: Findings) -> None:
    for quantity in facts.quantities:
        number = quantity.number
        if number.value_max is not None and number.bound_after in (">=", "<="):
            spans = view.to_source(number.digits, number.end)
            findings.add("PP501", spans, node=node_id, text=_text(view, number))
    for first, last in pairwise(facts.quantities):
        if _shares_bound(view.text, first, last):
            label = (Label(view.to_source(first.number.start, first.number.end), "other"),)
            spans = view.to_source(last.number.start, last.number.end)
            findings.add("PP502", spans, node=node_id, labels=label, text=_text(view, last.number))


def _shares_bound(text: str, first: Quantity, last: Quantity) -> bool:
    """新建食堂20个、驿站8座以上: whether 以上 covers 20 too, nobody can tell."""
    if not last.number.bound_after or last.number.value_max is not None:
        return False
    if first.comparator != "=" or first.what != last.what or first.action != last.action:
        return False
    between = text[first.number.end : last.number.start]
    return "、" in between and _CLAUSE_MARKS.isdisjoint(between)


def _text(view: TextView, number: Number) -> str:
    return "".join(view.text[number.digits : number.end].split())


def review_times(
    view: TextView, node_id: str, facts: Facts, time: TimeContext, elements: Elements, findings: Findings
) -> None:
    for doubtful in facts.doubtful:
        if doubtful.doubt == "impossible":
            _add(view, node_id, "PP602", doubtful, (), findings)
        else:
            _add(view, node_id, "PP601", doubtful, _labels(elements, "issued", "date"), findings)
    if time.period is None:
        return
    for deadline in facts.deadlines:
        if deadline.last is not None and deadline.last > time.period[1]:
            labels = _labels(elements, "period", "plan_title", "title")
            _add(view, node_id, "PP604", deadline, labels, findings)


def _labels(elements: Elements, note: str, *names: str) -> tuple[Label, ...]:
    values = [value for name in names if (value := elements.first(name))]
    return (Label(values[0].spans, note),) if values else ()


def _add(
    view: TextView,
    node_id: str,
    code: str,
    time: TimeExpression,
    labels: tuple[Label, ...],
    findings: Findings,
) -> None:
    text = "".join(view.text[time.start : time.end].split())
    findings.add(code, view.to_source(time.start, time.end), node=node_id, labels=labels, text=text)
