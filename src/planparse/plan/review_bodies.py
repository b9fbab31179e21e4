"""Names of bodies that a reader should look at twice: several for one body, outdated ones, unknown ones.

Each name is reported once, where it first stands.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from planparse.facts.resolution import Resolution
from planparse.findings.model import Findings, Label
from planparse.plan.bodies import Bodies
from planparse.plan.model import Plan, facts_of
from planparse.spans import Span, Spans, TextView
from planparse.structure.elements import Elements

# Kinds of which two names of one line, at one place, are of one body.
_NAMED = frozenset({"department", "party", "vertical"})


def review_bodies(view: TextView, plan: Plan, bodies: Bodies, elements: Elements, findings: Findings) -> None:
    """Add what the registry of bodies has to say of the names in a plan."""
    report = _Report(view, plan, bodies, findings)
    for body in bodies.distinct:
        if not body.body:
            report.add("PP414", body)
    issued = _issued(elements)
    if issued is not None:
        _review_former(bodies.distinct, issued, report)
    _review_variants(bodies.distinct, report)


class _Report:
    """Adds findings where a name first stands. Places are looked up once, and only if there is a finding."""

    def __init__(self, view: TextView, plan: Plan, bodies: Bodies, findings: Findings) -> None:
        self._view = view
        self._plan = plan
        self._bodies = bodies
        self._findings = findings

    def add(self, code: str, body: Resolution, labels: tuple[Label, ...] = (), **values: str) -> None:
        span = self._first[body.name]
        node = self._nodes.get(span, "")
        spans = self._view.to_source(*span)
        self._findings.add(code, spans, node=node, labels=labels, name=body.name, **values)

    def place(self, body: Resolution) -> Spans:
        return self._view.to_source(*self._first[body.name])

    def times(self, core: str) -> int:
        return self._times[core]

    @cached_property
    def _first(self) -> dict[str, Span]:
        return {body.name: span for span, body in reversed(tuple(self._bodies.at.items()))}

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(body.core for body in self._bodies.at.values())

    @cached_property
    def _nodes(self) -> dict[Span, str]:
        return {
            span: node
            for node, facts in facts_of(self._plan, self._plan.nodes())
            for assignment, _ in facts.assigned
            for group in assignment.groups
            for span in group.bodies
        }


def _issued(elements: Elements) -> dt.date | None:
    """The day of the notice, or the first of its year where only the document number tells that."""
    issued = elements.dates.get("date")
    if issued is None and elements.number is not None:
        return dt.date(elements.number[1], 1, 1)
    return issued


def _review_former(distinct: Iterable[Resolution], issued: dt.date, report: _Report) -> None:
    for body in distinct:
        former = body.former
        if former is None:
            continue
        national = body.place is not None and body.place.level == "national"
        until = former.until if national else former.until_local
        if issued.isoformat() > until:
            code = "PP412" if national or former.sure else "PP413"
            report.add(code, body, until=until, successor=former.successor)


def _review_variants(distinct: Iterable[Resolution], report: _Report) -> None:
    """Names of one body: the one used most is taken for its name, the others are reported."""
    named: dict[object, dict[str, Resolution]] = {}
    for body in distinct:
        if body.line and body.kind in _NAMED:
            named.setdefault((body.body, body.line, body.place), {}).setdefault(body.core, body)
    for cores in named.values():
        if len(cores) > 1:
            usual, *others = sorted(cores.values(), key=lambda body: -report.times(body.core))
            label = Label(report.place(usual), "usual")
            for other in others:
                report.add("PP411", other, (label,), usual=usual.name)
