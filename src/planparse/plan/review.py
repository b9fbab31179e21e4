"""What a decided plan shows that a reader should know: the reviews of its parts, one after another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from planparse.brackets import Brackets
from planparse.facts.deadlines import TimeContext
from planparse.findings.model import Findings, Label
from planparse.plan.model import Facts, Plan, facts_of
from planparse.plan.review_counts import review_counts
from planparse.plan.review_labels import review_labels
from planparse.plan.review_owners import review_owners
from planparse.plan.review_references import review_references
from planparse.plan.review_values import (
    review_period,
    review_quantities,
    review_times,
    review_untimed,
)
from planparse.rulepack import RulePack
from planparse.spans import Span, Spans, TextView
from planparse.structure.elements import Elements

# A bracket further before the one that should close it belongs to something else.
_LONGEST_BRACKET = 400
# Fewer sections and measures than this need no schedule.
_SEVERAL = 4


class Reviewed(NamedTuple):
    """A plan with all that it is judged against; `source` is the text that `view` shows."""

    source: str
    view: TextView
    plan: Plan
    elements: Elements
    brackets: Brackets
    time: TimeContext
    rules: RulePack


def review(reviewed: Reviewed, findings: Findings) -> None:
    """Add the findings that need the whole plan."""
    source, view, plan, elements, _, time, rules = reviewed
    nodes = sorted(plan.nodes(), key=attrgetter("span"))
    facts = list(facts_of(plan, nodes))
    _review_brackets(reviewed, findings)
    review_owners(view, plan, rules, findings)
    review_labels(source, view, nodes, findings)
    review_counts(view, plan, nodes, rules, findings)
    _review_page_breaks(reviewed, facts, findings)
    for node_id, own in facts:
        if own.quantities:
            review_quantities(view, node_id, own, rules, findings)
    review_times(view, facts, time, elements, findings)
    if len(nodes) >= _SEVERAL and not any(own.deadlines for _, own in facts):
        review_untimed(view, time, rules, findings)
    review_period(elements, time, findings)
    cited = [(node_id, reference) for node_id, own in facts for reference in own.references]
    review_references(view, cited, rules, findings)


def _review_page_breaks(reviewed: Reviewed, facts: Sequence[tuple[str, Facts]], findings: Findings) -> None:
    view = reviewed.view
    pieces = (*view.starts, len(view.text))
    for node_id, own in facts:
        for assignment, _ in own.assigned:
            start, end = assignment.span
            if end <= pieces[bisect_right(pieces, start)]:
                continue  # in one piece
            spans = view.to_source(start, end)
            if (gap := _page_break(reviewed.source, spans)) is not None:
                findings.add("PP410", spans, node=node_id, labels=(Label((gap,), "break"),))


def _page_break(source: str, spans: Spans) -> Span | None:
    """The first gap with more in it than the blanks of a wrapped line, or Markdown marks amid one."""
    for (_, start), (end, _) in pairwise(spans):
        between = source[start:end]
        lines = between.count("\n")
        if "\f" in between or lines > 1 or (lines and between.strip()):
            return start, end
    return None


def _review_brackets(reviewed: Reviewed, findings: Findings) -> None:
    text, brackets = reviewed.view.text, reviewed.brackets
    waiting: list[int] = []  # never closed, and not yet closed by another kind
    unclosed = iter([*brackets.unclosed, len(text)])
    opener = next(unclosed)
    for place in brackets.unmatched:
        while opener < place:
            waiting.append(opener)
            opener = next(unclosed)
        if waiting and place - waiting[-1] <= _LONGEST_BRACKET and "\n" not in text[waiting[-1] : place]:
            _report_brackets(reviewed, "PP422", (waiting.pop(), place), findings)
        else:
            _report_brackets(reviewed, "PP404", (place,), findings)
    for place in [*waiting, opener, *unclosed]:
        if place < len(text):
            _report_brackets(reviewed, "PP402", (place,), findings)
    source = reviewed.source
    if ("(" in source or ")" in source) and ("（" in source or "）" in source):
        _review_widths(reviewed, findings)


def _report_brackets(reviewed: Reviewed, code: str, places: tuple[int, ...], findings: Findings) -> None:
    view = reviewed.view
    spans = tuple([span for place in places for span in view.to_source(place, place + 1)])
    findings.add(code, spans, bracket="".join(view.text[place] for place in places))


def _review_widths(reviewed: Reviewed, findings: Findings) -> None:
    text = reviewed.view.text
    for opener, closer in reviewed.brackets.closer.items():
        if text[opener] != "(":
            continue
        if (_written(reviewed, opener) == "(") != (_written(reviewed, closer) == ")"):
            to_source = reviewed.view.to_source
            findings.add("PP407", to_source(opener, opener + 1) + to_source(closer, closer + 1))


def _written(reviewed: Reviewed, place: int) -> str:
    """The character of the source that the view shows at a place."""
    view = reviewed.view
    piece = bisect_right(view.starts, place) - 1
    return reviewed.source[view.sources[piece] + place - view.starts[piece]]
