"""What a plan sets, counted: the figures behind the overview."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from planparse.records import (
    Deadline,
    Department,
    Document,
    EffectiveOwner,
    Measure,
    Role,
    Section,
    Standard,
    Target,
)

Nodes = list[Section | Measure]
Pair = tuple[str, str]

#: A measure of more bodies than this is everybody's: it says nothing of who works with whom.
_MOST_TOGETHER = 40


class Counts(NamedTuple):
    sections: int
    measures: int
    bodies: int
    targets: int
    standards: int
    deadlines: int
    references: int


class Load(NamedTuple):
    """A body and the number of measures that it has in each role."""

    body: str
    roles: dict[Role, int]
    measures: int


class Dated(NamedTuple):
    """Something to be done by a date: what the text says, and the section or measure that says it."""

    date: dt.date
    what: Deadline | Target
    node: Section | Measure


def body_name(department: Department) -> str:
    """The name a body is counted under: in full where the registry knows it."""
    return department.full_name or department.name


def counts(document: Document) -> Counts:
    nodes = _nodes(document)
    owners = (owner for of_node in document.all_effective_owners().values() for owner in of_node)
    return Counts(
        sections=sum(isinstance(node, Section) for node in nodes),
        measures=sum(isinstance(node, Measure) for node in nodes),
        bodies=len({body_name(owner.department) for owner in owners}),
        targets=sum(len(node.targets or ()) for node in nodes),
        standards=sum(len(node.standards or ()) for node in nodes),
        deadlines=sum(len(node.deadlines or ()) for node in nodes),
        references=sum(len(node.references or ()) for node in nodes),
    )


def measures_by_section(document: Document) -> list[tuple[Section | None, int]]:
    """The outermost headings in the order of the text, each with the measures below it; None for those
    that stand below no heading."""
    found: dict[str, tuple[Section | None, int]] = {}
    for node, path in document.nodes():
        outermost = path[0] if path else node if isinstance(node, Section) else None
        key = outermost.id if outermost else ""
        _, count = found.get(key, (None, 0))
        found[key] = (outermost, count + isinstance(node, Measure))
    return list(found.values())


def load_by_body(document: Document) -> list[Load]:
    """Bodies with the measures they answer for, the busiest first."""
    roles: dict[str, Counter[Role]] = {}
    measures: Counter[str] = Counter()
    for owners in _owners_of_measures(document):
        for body, role in {(body_name(owner.department), owner.role): None for owner in owners}:
            roles.setdefault(body, Counter())[role] += 1
        measures.update({body_name(owner.department) for owner in owners})
    found = [Load(body, dict(by_role), measures[body]) for body, by_role in roles.items()]
    return sorted(found, key=lambda load: -load.measures)


def targets(document: Document) -> list[tuple[Target, Section | Measure]]:
    """Every target with the section or measure that sets it, in the order of the text."""
    return [(target, node) for node in _nodes(document) for target in node.targets or ()]


def standards(document: Document) -> list[tuple[Standard, Section | Measure]]:
    """Every standard with the section or measure that sets it, in the order of the text."""
    return [(standard, node) for node in _nodes(document) for standard in node.standards or ()]


def dates(document: Document) -> list[Dated]:
    """What is due, in the order of time. A target due at a time that its node states stands once."""
    found: list[Dated] = []
    for node in _nodes(document):
        stated = [Dated(d.end, d, node) for d in node.deadlines or () if d.end and d.kind != "recurring"]
        of_deadlines = {each.date for each in stated}
        due = [Dated(t.due, t, node) for t in node.targets or () if t.due and t.due not in of_deadlines]
        found.extend([*stated, *due])
    return sorted(found, key=lambda each: each.date)


def led_and_supported(document: Document) -> Counter[Pair]:
    """Who leads and who takes part, with the number of measures. Where a measure has no lead, those
    who are responsible are supported."""
    pairs: Counter[Pair] = Counter()
    for owners in _owners_of_measures(document):
        by_role: dict[str, list[str]] = {}
        for owner in owners:
            by_role.setdefault(owner.role, []).append(body_name(owner.department))
        heads = by_role.get("lead") or by_role.get("responsible", [])
        others = [*by_role.get("support", []), *(by_role.get("responsible", []) if "lead" in by_role else [])]
        if len(heads) + len(others) <= _MOST_TOGETHER:
            pairs.update({(head, other) for head in heads for other in others if head != other})
    return pairs


def together(document: Document) -> Counter[Pair]:
    """Bodies that answer for the same measure, whatever their roles."""
    pairs: Counter[Pair] = Counter()
    for owners in _owners_of_measures(document):
        names = sorted({body_name(owner.department) for owner in owners})
        if len(names) <= _MOST_TOGETHER:
            pairs.update(combinations(names, 2))
    return pairs


def _nodes(document: Document) -> Nodes:
    return [node for node, _ in document.nodes()]


def _owners_of_measures(document: Document) -> Iterable[list[EffectiveOwner]]:
    owners = document.all_effective_owners()
    return [owners[node.id] for node in _nodes(document) if isinstance(node, Measure)]
