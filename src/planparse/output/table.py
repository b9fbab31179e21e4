"""The rows of the tables, made from a record: one place for all formats.

Three kinds of row: a task is a measure, a duty is a body's part in a measure, a goal is a
target. The ledger has tasks as rows. Fields of a row are what a template can name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any, Literal, NamedTuple, get_args

from planparse.findings.positions import LineIndex
from planparse.output import wording
from planparse.records import Department, Document, EffectiveOwner, Measure, Section, Target

Layout = Literal["tasks", "bodies", "ledger", "targets"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
Value = str | int | Decimal | dt.date | None

_OPENING_CHARACTERS = 30  # of a section without a title
_MARKS_BEHIND_TITLES = "。：；，:;,"
_COLUMN_OF_ROLE = {
    "lead": "lead",
    "responsible": "responsible",
    "unspecified": "responsible",
    "support": "support",
    "oversight": "oversight",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Where a row comes from. `line` is that of the source text, from 1."""

    number: int
    file: str
    notice: str
    document_number: str
    id: str
    line: int | None
    section_1: str
    section_2: str
    title: str
    deadline: str
    due: dt.date | None
    due_origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Row):
    """A measure. Bodies as written; `deadline` in the notice's words, `due` as a date."""

    label: str
    text: str
    measure: str
    targets: str
    standards: str
    lead: str
    responsible: str
    support: str
    oversight: str
    owner_origin: str
    references: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Task):
    """A body's part in a measure. `key` tells bodies apart, `body` is the fullest name known."""

    key: str
    body: str
    body_written: str
    body_kind: str
    jurisdiction: str
    role: str
    role_written: str
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Row):
    """A target. `amount`, `amount_unit` and `baseline` in the scale of the text, `value` and `unit` exact."""

    indicator: str
    action: str
    baseline: int | Decimal | None
    amount: int | Decimal | str | None
    amount_unit: str
    value: int | Decimal | None
    value_max: int | Decimal | None
    unit: str
    comparator: str
    basis: str
    strength: str
    per: str
    written: str
    owners: str
    source: str


_ROWS: Mapping[Layout, type[Row]] = {"tasks": Task, "ledger": Task, "bodies": Duty, "targets": Goal}


def field_names(layout: Layout) -> tuple[str, ...]:
    """What a column of the layout can show."""
    return tuple(field.name for field in fields(_ROWS[layout]))


def rows(layout: Layout, document: Document, text: str = "") -> Sequence[Row]:
    """The rows of a notice in the order of its text; `text` is its source, for the numbers of lines."""
    if layout == "bodies":
        return duties(document, text)
    return goals(document, text) if layout == "targets" else tasks(document, text)


def title_of(document: Document) -> str:
    """What a table of the notice is named by: the plan's title, else the notice's, else the file."""
    notice, plan = document.notice, document.plan
    return (plan and plan.title) or (notice and notice.title) or document.source.name


def tasks(document: Document, text: str = "") -> list[Task]:
    """One row for each measure."""
    return [entry.task for entry in _entries(document, text)]


def duties(document: Document, text: str = "") -> list[Duty]:
    """One row for each body and role in each measure; a body's rows stand together."""
    found: dict[str, list[Duty]] = {}
    for entry in _entries(document, text):
        for owner in entry.owners:
            duty = _duty(entry.task, owner, entry.owners)
            found.setdefault(duty.key, []).append(duty)
    together = [duty for of_body in found.values() for duty in of_body]
    return [replace(duty, number=number) for number, duty in enumerate(together, 1)]


def goals(document: Document, text: str = "") -> list[Goal]:
    """One row for each target, those of the preamble and of sections included."""
    plan = document.plan
    if plan is None:
        return []
    reader = _Reader(document, text)
    found: list[Goal] = []
    if plan.preamble:
        found += reader.goals_outside(plan.preamble.targets, wording.PREAMBLE)
    for node, path in document.nodes():
        found += reader.goals(node, path)
    if plan.closing:
        found += reader.goals_outside(plan.closing.targets, wording.CLOSING)
    return [replace(goal, number=number) for number, goal in enumerate(found, 1)]


class _Entry(NamedTuple):
    task: Task
    owners: list[EffectiveOwner]


def _entries(document: Document, text: str) -> list[_Entry]:
    reader = _Reader(document, text)
    measures = [(node, path) for node, path in document.nodes() if isinstance(node, Measure)]
    return [
        _Entry(reader.task(number, node, path), reader.owners[node.id])
        for number, (node, path) in enumerate(measures, 1)
    ]


class _Due(NamedTuple):
    words: str
    date: dt.date | None
    origin: str

    def fields(self) -> dict[str, Any]:
        return {"deadline": self.words, "due": self.date, "due_origin": self.origin}


class _Reader:
    """What the rows of one notice share."""

    def __init__(self, document: Document, text: str) -> None:
        notice, plan = document.notice, document.plan
        number = notice.document_number if notice else None
        self.notice: dict[str, Any] = {
            "file": document.source.name,
            "notice": title_of(document),
            "document_number": number.text if number else "",
        }
        self.owners = document.all_effective_owners()
        self.period_end = plan.period.end if plan and plan.period else None
        self.text = text
        self.index = LineIndex(text) if text else None

    def task(self, number: int, node: Measure, path: Sequence[Section]) -> Task:
        owners = self.owners[node.id]
        due = self.due(node, path)
        bodies = _bodies_by_column(node, path, owners)
        references = [
            f"《{each.title}》" + (f"（{each.document_number.text}）" if each.document_number else "")
            for each in node.references or ()
        ]
        return Task(
            number=number,
            **self.place(node, path, due),
            label=node.label or "",
            text=_text(node),
            measure=self.joint(node).join(part for part in (node.title, _text(node)) if part),
            targets="\n".join(wording.target_words(target, due.date) for target in node.targets or ()),
            standards="\n".join(f"{each.indicator or ''}{each.text}" for each in node.standards or ()),
            **bodies,
            owner_origin="、".join(dict.fromkeys(wording.OWNER_ORIGINS[owner.via] for owner in owners)),
            references="".join(references),
            remark=_remark(owners, bodies["oversight"], due),
        )

    def goals(self, node: Section | Measure, path: Sequence[Section]) -> list[Goal]:
        if not node.targets:
            return []
        leading = ("lead", "responsible", "unspecified")
        owners = [owner for role in leading for owner in self.owners[node.id] if owner.role == role]
        place = self.place(node, path, self.due(node, path))
        source = _heading(node)
        return [self.goal(target, place, _names(owners), source) for target in node.targets]

    def goals_outside(self, targets: Iterable[Target] | None, source: str) -> list[Goal]:
        nowhere = {"id": "", "line": None, "section_1": source, "section_2": "", "title": source}
        place = {**self.notice, **nowhere, **self.plan_due().fields()}
        return [self.goal(target, place, "", source) for target in targets or ()]

    def goal(self, target: Target, place: Mapping[str, Any], owners: str, source: str) -> Goal:
        place = {**place, "line": self.line(target.span) or place["line"]}
        if target.due:
            own = _Due(wording.date_words(target.due), target.due, wording.DUE_ORIGINS["sentence"])
            place |= own.fields()
        scaled = wording.scaled(target)
        return Goal(
            number=0,
            **place,
            indicator=target.indicator or "",
            action=target.action or "",
            baseline=scaled.baseline,
            amount=scaled.amount,
            amount_unit=scaled.unit,
            value=target.value,
            value_max=target.value_max,
            unit=target.unit or "",
            comparator=wording.COMPARATORS[target.comparator],
            basis=wording.BASES.get(target.basis or "", ""),
            strength=wording.STRENGTHS.get(target.strength or "", ""),
            per=target.per or "",
            written=target.text,
            owners=owners,
            source=source,
        )

    def place(self, node: Section | Measure, path: Sequence[Section], due: _Due) -> dict[str, Any]:
        """The fields that every row of a node has."""
        headings = [_heading(section) for section in path]
        return {
            **self.notice,
            "id": node.id,
            "line": self.line(node.span),
            "section_1": headings[0] if headings else "",
            "section_2": "\n".join(headings[1:]),
            "title": node.title or "",
            **due.fields(),
        }

    def joint(self, node: Measure) -> str:
        """What stands between title and text: the mark behind the title, else a line break."""
        spans = (node.spans or {}).get("title")
        mark = self.text[spans[-1][1] : spans[-1][1] + 1] if spans else ""
        return mark if mark and mark in _MARKS_BEHIND_TITLES else "\n"

    def line(self, span: Sequence[tuple[int, int]] | None) -> int | None:
        return self.index.position(span[0][0])[0] if self.index and span else None

    def due(self, node: Section | Measure, path: Sequence[Section]) -> _Due:
        """The node's own times, else those of the nearest heading, else the end of the plan's period."""
        holders = [(wording.DUE_ORIGINS["own"], node)]
        holders += [(wording.DUE_ORIGINS["section"], section) for section in reversed(path)]
        stated = [(origin, holder.deadlines) for origin, holder in holders if holder.deadlines]
        plan = self.plan_due()
        if not stated:
            return plan
        words = "；".join(dict.fromkeys(deadline.text for deadline in stated[0][1]))
        for origin, deadlines in stated:
            if ends := [deadline.end for deadline in deadlines if deadline.end]:
                return _Due(words, max(ends), origin)
        return _Due(words, plan.date, plan.origin)

    def plan_due(self) -> _Due:
        if self.period_end is None:
            return _Due("", None, "")
        return _Due(wording.date_words(self.period_end), self.period_end, wording.DUE_ORIGINS["period"])


def _text(node: Section | Measure) -> str:
    items = [f"{item.label}{item.text}" for item in node.items or ()]
    return "\n".join(part for part in (node.text, *items) if part)


def _heading(node: Section | Measure) -> str:
    """Label and title, or the first words of the text."""
    return (node.label or "") + (node.title or " ".join((node.text or "").split())[:_OPENING_CHARACTERS])


def _names(owners: Iterable[EffectiveOwner]) -> str:
    return "、".join(dict.fromkeys(owner.department.text for owner in owners))


def _bodies_by_column(
    node: Measure, path: Sequence[Section], owners: Sequence[EffectiveOwner]
) -> dict[str, Any]:
    """The bodies as written, by the column of their role; 等 behind a list that the text leaves open."""
    heading = next((section for section in reversed(path) if section.responsibilities), None)
    groups = [*(node.responsibilities or ()), *((heading and heading.responsibilities) or ())]
    open_columns = {_COLUMN_OF_ROLE[group.role] for group in groups if group.open}
    cells = {}
    for column in dict.fromkeys(_COLUMN_OF_ROLE.values()):
        names = _names(owner for owner in owners if _COLUMN_OF_ROLE[owner.role] == column)
        cells[column] = names + ("等" if names and column in open_columns else "")
    return cells


def _remark(owners: Sequence[EffectiveOwner], oversight: str, due: _Due) -> str:
    """What the other columns cannot say: whose part the measure itself does not state, who oversees."""
    parts = []
    for via, phrase in (("section", "随上级标题"), ("convention", "按文中约定")):
        if names := _names(owner for owner in owners if owner.via == via):
            parts.append(f"{names}：{phrase}")
    if oversight:
        parts.append(f"指导监督：{oversight}")
    if due.origin == wording.DUE_ORIGINS["section"]:
        parts.append("时限随上级标题")
    return "；".join(parts)


def _duty(task: Task, owner: EffectiveOwner, owners: Sequence[EffectiveOwner]) -> Duty:
    body = owner.department
    shared = {field.name: getattr(task, field.name) for field in fields(Task)}
    return Duty(
        **{**shared, "owner_origin": wording.OWNER_ORIGINS[owner.via]},
        key=_key(body),
        body=body.full_name or body.text,
        body_written=body.text,
        body_kind=wording.KINDS.get(body.kind or "", ""),
        jurisdiction=body.jurisdiction or "",
        role=wording.ROLES[owner.role],
        role_written=owner.role_text,
        others=_names(other for other in owners if _key(other.department) != _key(body)),
    )


def _key(body: Department) -> str:
    return body.full_name or body.name
