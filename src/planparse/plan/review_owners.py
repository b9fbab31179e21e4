"""Who answers for a plan's measures: where nobody does, nobody leads, or too many lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planparse.facts.responsibility import Assignment, Group
from planparse.findings.model import Case, Findings, Label
from planparse.plan.model import Node, Plan, Section
from planparse.rulepack import RulePack
from planparse.spans import Spans, TextView

_MANY_LEADS = 5
_OPENING = 20  # characters of a node that a finding about the whole of it points at


class _Part(NamedTuple):
    """The measures right under one heading, and whether it or one above it names a body."""

    measures: tuple[Node, ...]
    headed: bool


class _Lexicon(NamedTuple):
    collectives: tuple[str, ...]
    shared: tuple[str, ...]
    apart: tuple[str, ...]

    @classmethod
    def build(cls, rules: RulePack) -> _Lexicon:
        names = ("collectives", "shared-duties", "parts-apart")
        return cls(*(tuple(rules.words(f"review.{name}")) for name in names))


def review_owners(view: TextView, plan: Plan, rules: RulePack, findings: Findings) -> None:
    parts = [part for part in _parts(plan) if part.measures]
    if not parts:
        findings.add("PP304")
    conventions = {kind for kind, _, _ in plan.conventions}
    if "implied_body" not in conventions:
        _review_absent(view, parts, findings)
    _Roles(view, conventions, rules.derive(_Lexicon.build)).review(parts, findings)
    _review_sections(view, plan.sections, findings)


def _parts(plan: Plan) -> Iterator[_Part]:
    """In the order of the text."""
    yield _Part(plan.measures, False)
    waiting = [(section, False) for section in reversed(plan.sections)]
    while waiting:
        section, headed = waiting.pop()
        headed = headed or bool(section.node.facts.assigned)
        yield _Part(section.measures, headed)
        waiting += [(child, headed) for child in reversed(section.sections)]


def _review_absent(view: TextView, parts: Sequence[_Part], findings: Findings) -> None:
    """A measure without owner among others that have one has lost its own; where most beside it have
    none, the part names nobody, which is said once. Nobody at all is named in plans of another kind."""
    if not any(measure.facts.assigned for part in parts for measure in part.measures):
        return
    together: list[Case] = []
    for part in parts:
        missing = [] if part.headed else [each for each in part.measures if not each.facts.assigned]
        cases = [Case(_beginning(view, measure), measure.id) for measure in missing]
        if 2 * len(cases) > len(part.measures):
            together += cases
        else:
            findings.add_cases("PP401", cases, len(part.measures))
    findings.add_cases("PP401", together, len(together))


class _Roles:
    """Reads the roles of every measure once, and counts those that a trait could be missing from."""

    __slots__ = (
        "alone",
        "assigned",
        "conventions",
        "divided",
        "leaderless",
        "led",
        "lexicon",
        "many",
        "mute",
        "view",
    )

    def __init__(self, view: TextView, conventions: set[str], lexicon: _Lexicon) -> None:
        self.view = view
        self.conventions = conventions
        self.lexicon = lexicon
        self.assigned = self.led = self.many = 0
        self.mute: list[Case] = []  # no role word
        self.alone: list[Case] = []  # a lead and nobody else
        self.leaderless: list[Case] = []
        self.divided: dict[str, bool] = {}  # by role word: a notice has few

    def review(self, parts: Iterable[_Part], findings: Findings) -> None:
        for measures, headed in parts:
            for measure in measures:
                if measure.facts.assigned:
                    self._review_measure(measure, headed, findings)
        findings.add_cases("PP403", self.mute, self.assigned)
        findings.add_cases("PP405", self.alone, self.led)
        findings.add_cases("PP421", self.leaderless, self.many)

    def _review_measure(self, measure: Node, headed: bool, findings: Findings) -> None:
        assigned = measure.facts.assigned
        self.assigned += len(assigned)
        groups: Sequence[Group] = assigned[0][0].groups
        if len(assigned) > 1:
            groups = [group for assignment, _ in assigned for group in assignment.groups]
        elif len(groups) == 1 and groups[0].role == "responsible" and len(groups[0].bodies) == 1:
            return  # most measures: nothing to be said of one that answers
        roles = {group.role for group in groups}
        if "unspecified" in roles:
            self.mute += [
                self._case(measure, assignment)
                for assignment, _ in assigned
                if any(group.role == "unspecified" for group in assignment.groups)
            ]
        if "lead" in roles:
            self.led += 1
            if len(roles) == 1:
                self._review_leads(measure, groups, findings)
        elif "responsible" in roles and not headed and "first_listed_leads" not in self.conventions:
            self._review_equals(measure, groups)

    def _review_leads(self, measure: Node, groups: Sequence[Group], findings: Findings) -> None:
        if any(self._role_text(group).startswith(self.lexicon.apart) for group in groups):
            return  # each leads a part of its own
        count = sum(len(group.bodies) for group in groups)
        if count >= _MANY_LEADS:
            findings.add("PP406", _beginning(self.view, measure), node=measure.id, count=count)
        elif "implied_body" not in self.conventions and not any(group.open for group in groups):
            self.alone.append(self._case(measure, measure.facts.assigned[0][0]))

    def _review_equals(self, measure: Node, groups: Sequence[Group]) -> None:
        """Bodies that share one duty; a word may divide it among them."""
        shares = [group for group in groups if group.role == "responsible"]
        bodies = [start for group in shares for start, _ in group.bodies]
        if len(bodies) < 2:
            return
        self.many += 1
        starts, collectives = self.view.text.startswith, self.lexicon.collectives
        equals = [start for start in bodies if not starts(collectives, start)]
        if len(equals) > 1 and not any(map(self._is_divided, shares)):
            self.leaderless.append(self._case(measure, measure.facts.assigned[0][0]))

    def _is_divided(self, group: Group) -> bool:
        role = self._role_text(group)
        known = self.divided.get(role)
        if known is None:
            known = self.divided[role] = any(word in role for word in self.lexicon.shared)
        return known

    def _role_text(self, group: Group) -> str:
        return self.view.text[slice(*group.role_span)] if group.role_span else ""

    def _case(self, measure: Node, assignment: Assignment) -> Case:
        return Case(self.view.to_source(*assignment.span), measure.id)


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
        if section.sections:
            _review_sections(view, section.sections, findings)


def _beginning(view: TextView, node: Node) -> Spans:
    start, end = node.span[0]
    return view.to_source(start, min(start + _OPENING, end))
