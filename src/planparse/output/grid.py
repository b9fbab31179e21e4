"""Tables as plain cells, ready for a format: a template's columns, its titles, safe values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from planparse.output import wording
from planparse.output.table import Duty, Row, Value, duties, rows, title_of
from planparse.output.template import Column, Template
from planparse.records import Document

# What XML 1.0 cannot hold, other control characters than line break and tab, and marks that
# turn the direction of reading: none of them is part of a notice's wording.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

_COUNTED = {"tasks": "条措施", "ledger": "条措施", "bodies": "项责任", "targets": "个指标"}
_BY_PERIOD = "未写明完成时限的，以计划期末为准。"
OWNER_FIELDS = frozenset({"lead", "responsible"})

_NO_ROWS = "没有可列的内容。"


class Source(NamedTuple):
    """A notice; `text` is what it was read from, for the numbers of lines."""

    document: Document
    text: str = ""


class Grid(NamedTuple):
    """A table. `name` is short, for a sheet; `unowned` are the rows of measures without any body."""

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    cells: list[list[Value]]
    unowned: frozenset[int] = frozenset()


def printed(template: Template, source: Source) -> Grid:
    """The table of one notice as it is printed."""
    found = rows(template.layout, source.document, source.text)
    return _grid(template, template.columns, found, source, template.name)


def printed_all(template: Template, sources: Sequence[Source]) -> list[Grid]:
    """One table for each notice; among several each is named by its notice."""
    grids = [printed(template, source) for source in sources]
    if len(grids) == 1:
        return grids
    return [grid._replace(name=grid.title.removesuffix(template.name)) for grid in grids]


def data(template: Template, sources: Iterable[Source]) -> Grid:
    """All notices in one table of the fields: nothing to be filled in, for filters and programs."""
    columns = tuple(column for column in (*template.columns, *template.more) if column.field)
    return _together(template, columns, sources)


def listed(template: Template, sources: Iterable[Source]) -> Grid:
    """All notices in one table of every column of the template."""
    return _together(template, (*template.columns, *template.more), sources)


def by_body(template: Template, source: Source) -> list[Grid]:
    """One table for each body of a notice, by a template of the layout `bodies`."""
    columns = tuple(column for column in template.columns if column.field != "body")
    grids = []
    for _, group in groupby(duties(source.document, source.text), key=lambda duty: duty.key):
        own: list[Duty] = [replace(duty, number=number) for number, duty in enumerate(group, 1)]
        grid = _grid(template, columns, own, source, own[0].body)
        grids.append(
            grid._replace(title=f"{own[0].body}{template.name}", note=f"{own[0].notice}　{grid.note}")
        )
    return grids


def joined(table: Grid) -> dict[int, list[int]]:
    """The columns whose equal cells are joined, outermost first, each with the run that each row is in.

    A run is named by its first row; it ends where one further left does.
    """
    found: dict[int, list[int]] = {}
    outer = [0] * len(table.cells)
    for at, column in enumerate(table.columns):
        if column.merge:
            outer = found[at] = _runs([row[at] for row in table.cells], outer)
    return found


def _runs(values: Sequence[Value], outer: Sequence[int]) -> list[int]:
    runs: list[int] = []
    for row, value in enumerate(values):
        same = row > 0 and value == values[row - 1] and outer[row] == outer[row - 1]
        runs.append(runs[-1] if same else row)
    return runs


def _together(template: Template, columns: tuple[Column, ...], sources: Iterable[Source]) -> Grid:
    found = [row for each in sources for row in rows(template.layout, each.document, each.text)]
    used = _used(columns, found)
    return Grid("数据", template.name, "", used, _cells(used, found))


def _grid(
    template: Template, columns: tuple[Column, ...], found: Sequence[Row], source: Source, name: str
) -> Grid:
    used = _used(columns, found)
    unowned = frozenset(i for i, row in enumerate(found) if getattr(row, "owner_origin", "some") == "")
    note = _note(template, found)
    return Grid(
        name, safe(title_of(source.document) + template.name), safe(note), used, _cells(used, found), unowned
    )


def _note(template: Template, found: Sequence[Row]) -> str:
    if not found:
        return _NO_ROWS
    parts = [found[0].document_number, f"共{len(found)}{_COUNTED[template.layout]}"]
    shown = {column.field for column in template.columns}
    by_period = any(row.due_origin == wording.DUE_ORIGINS["period"] for row in found)
    if by_period and shown & {"deadline", "due"}:
        parts.append(_BY_PERIOD)
    return "　".join(part for part in parts if part)


def _used(columns: Iterable[Column], found: Sequence[Row]) -> tuple[Column, ...]:
    """Without the optional columns in which no row has a value."""
    return tuple(
        column
        for column in columns
        if not column.optional or any(getattr(row, column.field, None) for row in found)
    )


def _cells(columns: Sequence[Column], found: Iterable[Row]) -> list[list[Value]]:
    return [[_value(row, column) for column in columns] for row in found]


def _value(row: Row, column: Column) -> Value:
    value: Value = getattr(row, column.field) if column.field else None
    return safe(value) if isinstance(value, str) else value


def safe(text: str) -> str:
    """Text that every format can hold."""
    if text.isprintable():  # nearly always
        return text
    return _LONE_SURROGATE.sub("\ufffd", _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def words(value: Value) -> str:
    """A cell as text."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return wording.number_words(value) if isinstance(value, int | Decimal) else value
