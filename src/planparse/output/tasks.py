"""The tasks of one body: the measures that it answers for, over one or many notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planparse.facts.bodies import Resolver
from planparse.facts.places import Jurisdiction, Places
from planparse.findings.positions import LineIndex
from planparse.records import Deadline, Department, Document, EffectiveOwner, Measure, Section, Target
from planparse.rulepack import RulePack

_OPENING_CHARACTERS = 30
# A spreadsheet takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Task:
    """A measure of one body, and where it stands. `name` is the body as the notice names it."""

    file: str
    line: int
    notice: str
    number: str
    id: str
    section: str
    measure: str
    text: str
    name: str
    role: str
    role_text: str
    via: str
    targets: tuple[str, ...]
    deadlines: tuple[str, ...]


class Wanted:
    """A body by any of its names, as one notice means it.

    A name without a place (财政局) is meant at every place. Bodies without a fixed name, such as a
    专班 or a company, are known by it alone.
    """

    def __init__(self, name: str, document: Document, rules: RulePack) -> None:
        self._resolver = Resolver(_jurisdiction(document, rules), rules)
        (self._body,) = self._resolver.resolve([name])

    @property
    def known(self) -> bool:
        """Whether the registry knows the name."""
        return bool(self._body.body)

    def is_(self, department: Department) -> bool:
        """Whether a department of the notice is the body, or carries its function in its place."""
        wanted = self._body
        (found,) = self._resolver.resolve([department.name])
        if wanted.name in (found.name, *found.aliases):
            return True
        if not (wanted.line or wanted.functions) or not set(wanted.all_functions) & set(found.all_functions):
            return False
        if (wanted.apart or found.apart) and wanted.line != found.line:
            return False
        if wanted.core == wanted.name:
            return True
        return wanted.place is not None and wanted.place.name == department.jurisdiction


def _jurisdiction(document: Document, rules: RulePack) -> Jurisdiction | None:
    found = document.jurisdiction
    if found is None:
        return None
    places = rules.derive(Places)
    place = places.place(found.name)._replace(level=found.level)
    if found.parent is None:
        return Jurisdiction(place)
    return Jurisdiction(place, (places.place(found.parent), *places.parents(found.parent)))


def tasks_of(document: Document, text: str, file: str, wanted: Wanted) -> list[Task]:
    """The tasks in one notice in the order of its text; `text` is the source, `file` how to name it."""
    lines = LineIndex(text)
    owners = document.all_effective_owners()
    return [
        _task(document, lines, file, node, path, owner)
        for node, path in document.nodes()
        if isinstance(node, Measure) or not (node.measures or node.sections)
        for owner in owners[node.id]
        if wanted.is_(owner.department)
    ]


def _task(
    document: Document,
    lines: LineIndex,
    file: str,
    node: Measure | Section,
    path: Sequence[Section],
    owner: EffectiveOwner,
) -> Task:
    notice = document.notice
    number = notice.document_number if notice else None
    return Task(
        file=file,
        line=lines.position(node.span[0][0])[0] if node.span else 0,
        notice=(notice.title if notice else None) or "",
        number=number.text if number else "",
        id=node.id,
        section=" / ".join(section.title or section.label or section.id for section in path),
        measure=node.title or _opening(node),
        text=node.text or "",
        name=owner.department.name,
        role=owner.role,
        role_text=owner.role_text,
        via=owner.via,
        targets=tuple(map(_target, node.targets or ())),
        deadlines=tuple(map(_deadline, node.deadlines or ())),
    )


def _opening(node: Measure | Section) -> str:
    words = " ".join((node.text or "").split())
    return words if len(words) <= _OPENING_CHARACTERS else words[:_OPENING_CHARACTERS] + "…"


def _target(target: Target) -> str:
    return f"{target.indicator} {target.text}" if target.indicator else target.text


def _deadline(deadline: Deadline) -> str:
    return f"{deadline.text} ({deadline.end.isoformat()})" if deadline.end else deadline.text


def write_json(tasks: Iterable[Task]) -> str:
    """A list of objects; what the text lacks is left out, as in records."""
    import json
    from dataclasses import asdict

    rows = [{key: value for key, value in asdict(task).items() if value not in ("", ())} for task in tasks]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def write_csv(tasks: Iterable[Task], header: Sequence[str]) -> str:
    """One row for each task under the header; no cell is a formula."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(map(_cells, tasks))
    return out.getvalue()


def _cells(task: Task) -> Iterator[str]:
    for value in _columns(task):
        cell = "；".join(value) if isinstance(value, tuple) else str(value)
        yield f"'{cell}" if cell.startswith(_FORMULA) else cell


def _columns(task: Task) -> Iterator[str | int | tuple[str, ...]]:
    return (getattr(task, name) for name in COLUMNS)


#: The fields of a task in the order of a table's columns.
COLUMNS = tuple(Task.__dataclass_fields__)
