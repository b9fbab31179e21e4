"""The index of a batch: a row a notice, for people (CSV) and programs (JSON Lines). No times in it."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable

from planparse.batch.convert import Row
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
    rows = list(rows)
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    write_text(os.path.join(folder, "index.jsonl"), _encodable("".join(f"{line}\n" for line in lines)))
    write_text(os.path.join(folder, "index.csv"), _encodable(_BYTE_ORDER_MARK + _csv(rows)))


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
