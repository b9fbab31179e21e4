"""Writes docs/functions.md, the functions of the registry of bodies: python docs/make_functions.py"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = Path(__file__).with_name("functions.md")
TABLES = (
    "bodies.departments",
    "bodies.party",
    "bodies.institutions",
    "bodies.vertical",
    "bodies.enterprises",
    "bodies.governments",
    "bodies.groups",
)
COLUMNS = ("names", "exact", "units", "endings", "placed", "heads")
SHOWN = 6
HEAD = """\
# Functions of the registry of bodies

Made by `python docs/make_functions.py` from `rules/bodies/`. The names are examples;
their short forms are in the rules.
"""


def page() -> str:
    sys.path.insert(0, str(ROOT / "src"))
    from planparse import load_rules

    rules = load_rules()
    parts = [HEAD]
    for table in TABLES:
        rows = [row for row in rules.table(table) if "body" not in row]
        parts.append(f"## {table} ({len(rows)})\n\n| id | names |\n|---|---|")
        parts += [f"| {row['id']} | {_names(row)} |" for row in rows]
        parts[-1] += "\n"
    return "\n".join(parts)


def _names(row: dict[str, list[str]]) -> str:
    names = [line.split()[0] for column in COLUMNS for line in row.get(column, ())]
    return "、".join(names[:SHOWN]) + ("…" if len(names) > SHOWN else "")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
