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
from planparse.spans import Span, TextView
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
    """Where names stand, looked up once for all of them, and the findings on them."""

    def __init__(self, view: TextView, plan: Plan, bodies: Bodies, findings: Findings) -> None:
        self.view = view
        self.plan = plan
        self.findings = findings
        self.firsts: dict[str, Span] = {}
        for span, body in bodies.at.items():
            self.firsts.setdefault(body.name, span)
        self.cores = Counter(body.core for body in bodies.at.values())

    @cached_property
    def nodes(self) -> dict[Span, str]:
        """The node of each name; of one outside the outline, empty."""
        return {
            span: node
            for node, facts in facts_of(self.plan, self.plan.nodes())
            for assignment, _ in facts.assigned
            for group in assignment.groups
            for span in group.bodies
        }

    def add(self, code: str, body: Resolution, labels: tuple[Label, ...] = (), **values: str) -> None:
        span = self.first(body)
        node = self.nodes.get(span, "")
        self.findings.add(
            code, self.view.to_source(*span), node=node, labels=labels, name=body.name, **values
        )

    def first(self, body: Resolution) -> Span:
        """Where a name first stands."""
        return self.firsts[body.name]

    def times(self, core: str) -> int:
        return self.cores[core]


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
            label = Label(report.view.to_source(*report.first(usual)), "usual")
            for other in others:
                report.add("PP411", other, (label,), usual=usual.name)
