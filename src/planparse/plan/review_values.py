"""Numbers and times that a reader should look at twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.facts.deadlines import TimeContext, TimeExpression
from planparse.facts.numbers import Number
from planparse.facts.quantities import Quantity
from planparse.findings.model import Case, Findings, Label
from planparse.plan.model import Facts
from planparse.rulepack import RulePack
from planparse.spans import TextView
from planparse.structure.elements import Elements

_CLAUSE_MARKS = frozenset(",。;:\n")


def review_quantities(
    view: TextView, node_id: str, facts: Facts, rules: RulePack, findings: Findings
) -> None:
    for quantity in facts.quantities:
        number = quantity.number
        if code := _doubt(view.text, quantity, rules):
            spans = view.to_source(number.digits, number.end)
            findings.add(code, spans, node=node_id, text=_text(view, number))
    for first, last in pairwise(facts.quantities):
        if _shares_bound(view.text, first, last):
            label = (Label(view.to_source(first.number.start, first.number.end), "other"),)
            spans = view.to_source(last.number.start, last.number.end)
            findings.add("PP502", spans, node=node_id, labels=label, text=_text(view, last.number))


def _doubt(text: str, quantity: Quantity, rules: RulePack) -> str:
    """The code of what is wrong with one number, empty where nothing is."""
    number = quantity.number
    if number.value is not None and number.value_max is not None:
        if number.value_max < number.value:
            return "PP504"
        return "PP501" if number.bound_after in (">=", "<=") else ""
    if quantity.what != "target":
        return ""
    if quantity.indicator is None:
        return "PP503"
    if number.unit or number.ratio:
        return ""
    indexes = tuple(rules.words("review.dimensionless"))
    return "" if text.endswith(indexes, *quantity.indicator) else "PP505"


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
    view: TextView,
    facts: Sequence[tuple[str, Facts]],
    time: TimeContext,
    elements: Elements,
    findings: Findings,
) -> None:
    """Days that do not exist, that had passed when the notice was issued, or that the plan does not reach."""
    late: list[Case] = []
    for node_id, own in facts:
        for doubtful in own.doubtful:
            if doubtful.doubt == "impossible":
                _add(view, node_id, "PP602", doubtful, (), findings)
            else:
                _add(view, node_id, "PP601", doubtful, _labels(elements, "issued", "date"), findings)
        if own.deadlines and time.period is not None:
            late += [
                Case(view.to_source(due.start, due.end), node_id, _written(view, due))
                for due in own.deadlines
                if due.last is not None and due.last > time.period[1]
            ]
    # A plan that runs on beyond its year says so often.
    findings.add_cases("PP604", late, among=0, labels=_labels(elements, "period", "plan_title", "title"))


def review_untimed(view: TextView, time: TimeContext, rules: RulePack, findings: Findings) -> None:
    """No time in the text, none in the title, and no end of validity that holds for all of it."""
    if time.period is None and rules.pattern("review.validity").search(view.text) is None:
        findings.add("PP603")


def review_period(elements: Elements, time: TimeContext, findings: Findings) -> None:
    if time.period and time.issued and time.period[1] < time.issued:
        title = elements.first("plan_title") or elements.first("title")
        labels = _labels(elements, "issued", "date")
        findings.add("PP605", title.spans[:1] if title else (), labels=labels, year=time.period[1].year)


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
    spans = view.to_source(time.start, time.end)
    findings.add(code, spans, node=node_id, labels=labels, text=_written(view, time))


def _written(view: TextView, time: TimeExpression) -> str:
    return "".join(view.text[time.start : time.end].split())
