"""What a plan sets, in figures: by section, by body, by kind of target, by date."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planparse.records import Document, EffectiveOwner, Measure, Role, Section

NO_SECTION = ""


class Load(NamedTuple):
    """In how many measures a body has a part, and in which roles; a measure counts once in `measures`."""

    name: str
    measures: int
    roles: Mapping[Role, int]


class Overview(NamedTuple):
    """Sections are those of the first level; NO_SECTION stands for measures outside all.

    `loads` has the busiest body first. `targets` and `standards` are counted by basis and by
    kind, "" where the text has none. `due` counts the measures by the latest date that they
    themselves state; `undated` state none.
    """

    sections: Mapping[str, int]
    loads: list[Load]
    targets: Mapping[str, int]
    standards: Mapping[str, int]
    due: Mapping[dt.date, int]
    undated: int


def overview(document: Document) -> Overview:
    owners = document.all_effective_owners()
    sections: dict[str, int] = {}
    targets: Counter[str] = Counter()
    standards: Counter[str] = Counter()
    due: Counter[dt.date] = Counter()
    undated = 0
    measures: list[Measure] = []
    for node, path in document.nodes():
        targets.update(target.basis or "" for target in node.targets or ())
        standards.update(standard.kind or "" for standard in node.standards or ())
        if isinstance(node, Section):
            if not path:
                sections[_heading(node)] = 0
            continue
        measures.append(node)
        heading = _heading(path[0]) if path else NO_SECTION
        sections[heading] = sections.get(heading, 0) + 1
        dates = [deadline.end for deadline in node.deadlines or () if deadline.end]
        due.update([max(dates)] if dates else ())
        undated += not dates
    loads = _loads(owners[measure.id] for measure in measures)
    return Overview(sections, loads, targets, standards, dict(sorted(due.items())), undated)


def _heading(section: Section) -> str:
    return f"{section.label or ''}{section.title or ''}" or section.id


def _loads(owners_of_measures: Iterable[Iterable[EffectiveOwner]]) -> list[Load]:
    measures: Counter[str] = Counter()
    roles: dict[str, Counter[Role]] = {}
    for owners in owners_of_measures:
        parts = [(owner.department.full_name or owner.department.name, owner.role) for owner in owners]
        measures.update({name for name, _ in parts})
        for name, role in parts:
            roles.setdefault(name, Counter())[role] += 1
    found = [Load(name, measures[name], counted) for name, counted in roles.items()]
    return sorted(found, key=lambda load: -load.measures)
