"""The index of a batch: a row a notice, for people (CSV) and programs (JSON Lines). No times in it."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable

from planparse.batch.mapping import Row
from planparse.output.files import write_text

COLUMNS = (
    "path",
    "status",
    "reason",
    "detail",
    "output",
    "title",
    "document_number",
    "date",
    "jurisdiction",
    "kind",
    "plan",
    "sections",
    "measures",
    "responsibilities",
    "targets",
    "standards",
    "deadlines",
    "references",
    "errors",
    "warnings",
    "infos",
)
# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BYTE_ORDER_MARK = "\ufeff"  # else Excel reads Chinese as Latin-1


def write_index(folder: str, rows: Iterable[Row]) -> None:
    """Write index.csv and index.jsonl into the folder. Raises OSError."""
    for name, text in index_files(rows).items():
        write_text(os.path.join(folder, name), text)


def index_files(rows: Iterable[Row]) -> dict[str, str]:
    """The files of an index by name."""
    rows = list(rows)
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    return {
        "index.jsonl": _encodable(lines),
        "index.csv": _encodable(_BYTE_ORDER_MARK + _csv(rows)),
    }


def _csv(rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(row.get(column, "")) for column in COLUMNS])
    return out.getvalue()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _encodable(text: str) -> str:
    """Lone surrogates, of names that are not UTF-8, as question marks."""
    return text.encode("utf-8", "replace").decode()
