"""The figures of a plan in the terminal: measures by section and body, targets by kind, dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.findings.visible import columns, visible

if TYPE_CHECKING:
    from rich.text import Text

    from planparse.output.overview import Load, Overview
    from planparse.records import Document, Role

_ROLES: tuple[Role, ...] = ("lead", "responsible", "support", "oversight", "unspecified")
_BASES = ("increment", "level", "")
_MOST_BODIES = 12
_WIDEST_NAME = 44
_LONGEST_BAR = 24
_BAR = "█"


class _Row(NamedTuple):
    name: str
    number: int
    note: str = ""


def figures(document: Document, language: Language) -> list[Text]:
    """The lines below the tree; none without measures and targets."""
    from planparse.output.overview import overview

    found = overview(document)
    blocks = [
        (
            "by-section",
            [_Row(name or text("show.no-section", language), n) for name, n in found.sections.items()],
        ),
        ("by-body", _load_rows(found.loads, language)),
        ("targets-by-kind", _kind_rows(found, language)),
        ("by-date", _date_rows(found, language)),
    ]
    return [
        line
        for key, rows in blocks
        if any(row.number for row in rows)
        for line in _block(text(f"show.{key}", language), rows)
    ]


def _load_rows(loads: Sequence[Load], language: Language) -> list[_Row]:
    rows = [_Row(load.name, load.measures, _roles(load.roles, language)) for load in loads[:_MOST_BODIES]]
    if more := len(loads) - len(rows):
        rows.append(_Row(text("show.more-bodies", language, count=more), 0))
    return rows


def _roles(roles: Mapping[Role, int], language: Language) -> str:
    return " ".join(
        f"{text(f'show.role.{role}', language)} {roles[role]}" for role in _ROLES if role in roles
    )


def _kind_rows(found: Overview, language: Language) -> list[_Row]:
    rows = [
        _Row(text(f"show.basis.{basis or 'none'}", language), n)
        for basis in _BASES
        if (n := found.targets.get(basis))
    ]
    rows += [
        _Row(text(f"show.standard.{kind or 'none'}", language), n) for kind, n in found.standards.items()
    ]
    return rows


def _date_rows(found: Overview, language: Language) -> list[_Row]:
    rows = [_Row(date.isoformat(), count) for date, count in found.due.items()]
    return [*rows, _Row(text("show.undated", language), found.undated)] if rows else []


def _block(heading: str, rows: Iterable[_Row]) -> list[Text]:
    """A heading and its rows: name, number, bar, note."""
    from rich.text import Text

    shown = [row._replace(name=_shortened(visible(row.name))) for row in rows]
    widest = max(columns(row.name) for row in shown)
    most = max(row.number for row in shown)
    lines = [Text(heading, style="bold")]
    for row in shown:
        line = Text(f"  {row.name}")
        if row.number:
            bar = _BAR * max(1, _LONGEST_BAR * row.number // most)
            line.append(f"{' ' * (widest - columns(row.name))}  {row.number:>4}").append(
                f"  {bar}", style="cyan"
            )
            line.append(f"  {row.note}" if row.note else "", style="dim")
        lines.append(line)
    return lines


def _shortened(name: str) -> str:
    """The name cut to the widest that a row takes; wide characters are never halved."""
    if columns(name) <= _WIDEST_NAME:
        return name
    end = 0
    room = _WIDEST_NAME - 1
    for character in name:
        room -= columns(character)
        if room < 0:
            break
        end += 1
    return f"{name[:end]}…"
