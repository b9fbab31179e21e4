"""Tables as Markdown (GitHub's), one for each notice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planparse.output import grid
from planparse.output.grid import Grid, Source, words
from planparse.output.template import Template

_SPECIAL = re.compile(r"[\\`*_\[\]|~]")
_ALIGNMENTS = {"left": ":--", "center": ":-:", "right": "--:"}


def write(template: Template, sources: Sequence[Source]) -> str:
    return "\n".join(_table(each) for each in grid.printed_all(template, sources))


def _table(table: Grid) -> str:
    lines = [f"# {_text(table.title)}", "", _text(table.note), ""]
    lines.append(_row([_text(column.title) for column in table.columns]))
    lines.append(_row([_ALIGNMENTS[column.align] for column in table.columns]))
    lines += [_row([_text(words(value)) for value in row]) for row in table.cells]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    """Text that means nothing to Markdown or HTML, on one line."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\g<0>", escaped).replace("\n", "<br>")
