"""Records as tables for analysis: one row a measure, target, deadline …, with stable ids.

`notice` is the notice's path in the batch, `node` the id of its section or measure (`preamble` and
`closing` for the text round them), `id` both with the number of the row: `通知.txt#1.2/t1`.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import IO, Any, Literal

Format = Literal["csv", "parquet"]
Record = Mapping[str, Any]

_QUANTITY = {
    "text": "VARCHAR",
    "indicator": "VARCHAR",
    "action": "VARCHAR",
    "comparator": "VARCHAR",
    "value": "DOUBLE",
    "value_max": "DOUBLE",
    "ratio": "VARCHAR",
    "unit": "VARCHAR",
    "baseline": "DOUBLE",
    "per": "VARCHAR",
    "due": "DATE",
}
_PLACED = {"id": "VARCHAR", "notice": "VARCHAR", "node": "VARCHAR"}
_SPAN = {"start_offset": "BIGINT", "end_offset": "BIGINT"}

#: The columns of each table with their SQL types, in order.
TABLES: Mapping[str, Mapping[str, str]] = {
    "notices": {
        "notice": "VARCHAR",
        "title": "VARCHAR",
        "document_number": "VARCHAR",
        "date": "DATE",
        "issuers": "VARCHAR",
        "kind": "VARCHAR",
        "plan": "VARCHAR",
        "period_start": "DATE",
        "period_end": "DATE",
    },
    "measures": {
        **_PLACED,
        "number": "BIGINT",
        "title": "VARCHAR",
        "sections": "VARCHAR",
        "text": "VARCHAR",
        **_SPAN,
    },
    "responsibilities": {
        **_PLACED,
        "role": "VARCHAR",
        "role_text": "VARCHAR",
        "name": "VARCHAR",
        "body": "VARCHAR",
        "full_name": "VARCHAR",
        "jurisdiction": "VARCHAR",
        "kind": "VARCHAR",
        "is_section": "BOOLEAN",
        **_SPAN,
    },
    "targets": {**_PLACED, **_QUANTITY, "basis": "VARCHAR", "strength": "VARCHAR", **_SPAN},
    "standards": {**_PLACED, **_QUANTITY, "kind": "VARCHAR", **_SPAN},
    "deadlines": {
        **_PLACED,
        "text": "VARCHAR",
        "kind": "VARCHAR",
        "start_date": "DATE",
        "end_date": "DATE",
        **_SPAN,
    },
    "references": {
        **_PLACED,
        "title": "VARCHAR",
        "document_number": "VARCHAR",
        "relation": "VARCHAR",
        **_SPAN,
    },
    "findings": {
        **_PLACED,
        "code": "VARCHAR",
        "name": "VARCHAR",
        "severity": "VARCHAR",
        "message": "VARCHAR",
        "line": "BIGINT",
        **_SPAN,
    },
}
_LETTERS = {"targets": "t", "standards": "s", "deadlines": "d", "references": "r"}
_RENAMED = {"start": "start_date", "end": "end_date"}
# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_tables(folder: str, records: Iterable[tuple[str, Record]], format: Format = "csv") -> None:
    """Write every table of the records (each with its notice's path) into the folder.

    A text that a spreadsheet would take for a formula gets an apostrophe. Raises OSError, and ImportError
    for Parquet where duckdb is not installed.
    """
    if format == "parquet":
        import duckdb  # noqa: F401  before any work
    os.makedirs(folder, exist_ok=True)
    unfinished = {name: os.path.join(folder, f".{name}.csv.tmp") for name in TABLES}
    try:
        _write_csv(unfinished, records, _cell if format == "csv" else _as_is)
        for name, path in unfinished.items():
            if format == "parquet":
                _to_parquet(path, os.path.join(folder, f"{name}.parquet"), TABLES[name])
            else:
                os.replace(path, os.path.join(folder, f"{name}.csv"))
    finally:
        for path in unfinished.values():
            if os.path.exists(path):
                os.unlink(path)


def _write_csv(
    paths: Mapping[str, str], records: Iterable[tuple[str, Record]], cell: Callable[[str, Any], Any]
) -> None:
    with ExitStack() as files:
        writers = {}
        for name, path in paths.items():
            file: IO[str] = files.enter_context(open(path, "w", encoding="utf-8", newline=""))
            writers[name] = csv.DictWriter(file, TABLES[name], extrasaction="ignore", lineterminator="\n")
            writers[name].writeheader()
        for notice, record in records:
            for table, row in rows(notice, record):
                writers[table].writerow({key: cell(key, value) for key, value in row.items()})


def _as_is(_column: str, value: Any) -> Any:
    return value


def _cell(column: str, value: Any) -> Any:
    """What a spreadsheet shows as it is. Comparators are ours: a bare = calculates nothing."""
    harmful = isinstance(value, str) and value.startswith(_FORMULA) and column != "comparator"
    return f"'{value}" if harmful else value


def _to_parquet(source: str, target: str, columns: Mapping[str, str]) -> None:
    import duckdb

    temporary = f"{target}.tmp"
    types = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    read = f"read_csv({_quoted(source)}, header = true, delim = ',', quote = '\"', columns = {{{types}}})"
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1")  # rows keep their order
        connection.execute(f"COPY (FROM {read}) TO {_quoted(temporary)} (FORMAT parquet, COMPRESSION zstd)")
    os.replace(temporary, target)


def _quoted(path: str) -> str:
    """A path as a string of SQL."""
    return "'" + path.replace("'", "''") + "'"


def rows(notice: str, record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a record, each with its table, in the order of the text."""
    plan = record.get("plan", {})
    yield "notices", _notice_row(notice, record.get("notice", {}), plan)
    for name in ("preamble", "closing"):
        if name in plan:
            yield from _facts(notice, name, plan[name])
    for measure in plan.get("measures", ()):
        yield from _measure(notice, measure, ())
    for section in plan.get("sections", ()):
        yield from _section(notice, section, ())
    for number, finding in enumerate(record.get("findings", ()), 1):
        row = {"id": f"{notice}#f{number}", "notice": notice, **finding, **_offsets(finding)}
        yield "findings", row


def _notice_row(notice: str, elements: Record, plan: Record) -> dict[str, Any]:
    period = plan.get("period", {})
    return {
        "notice": notice,
        "title": elements.get("title"),
        "document_number": elements.get("document_number", {}).get("text"),
        "date": elements.get("date"),
        "issuers": "、".join(elements.get("issuers", ())),
        "kind": plan.get("kind"),
        "plan": plan.get("title"),
        "period_start": period.get("start"),
        "period_end": period.get("end"),
    }


def _section(notice: str, section: Record, above: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from _facts(notice, section["id"], section)
    path = (*above, section.get("title") or section.get("label") or section["id"])
    for measure in section.get("measures", ()):
        yield from _measure(notice, measure, path)
    for child in section.get("sections", ()):
        yield from _section(notice, child, path)


def _measure(notice: str, measure: Record, path: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    node = measure["id"]
    row = {"id": f"{notice}#{node}", "notice": notice, "node": node, "sections": " › ".join(path)}
    yield "measures", {**measure, **row, **_offsets(measure)}
    yield from _facts(notice, node, measure)


def _facts(notice: str, node: str, record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    number = 0
    for responsibility in record.get("responsibilities", ()):
        for department in responsibility["departments"]:
            number += 1
            yield (
                "responsibilities",
                {
                    "id": f"{notice}#{node}/b{number}",
                    "notice": notice,
                    "node": node,
                    "role": responsibility["role"],
                    "role_text": responsibility.get("role_text"),
                    "is_section": "level" in record,
                    **department,
                    **_offsets(department),
                },
            )
    for table, letter in _LETTERS.items():
        for number, fact in enumerate(record.get(table, ()), 1):
            row = {_RENAMED.get(key, key): value for key, value in fact.items()}
            row |= {"id": f"{notice}#{node}/{letter}{number}", "notice": notice, "node": node}
            if "ratio" in row:
                row["ratio"] = ":".join(map(str, row["ratio"]))
            if "document_number" in row:
                row["document_number"] = row["document_number"]["text"]
            yield table, {**row, **_offsets(fact)}


def _offsets(record: Record) -> dict[str, int]:
    spans = record.get("span")
    return {"start_offset": spans[0][0], "end_offset": spans[-1][1]} if spans else {}
