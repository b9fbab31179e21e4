"""What an office file holds, whatever its format: paragraphs and tables, numbering written out.

Readers of docx and doc make it, `compose` makes the source text of it. Plain tuples: a story
crosses from a worker process to its caller.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias


class Paragraph(NamedTuple):
    """The text of a paragraph, its label included; `pages` are the places in it where pages begin."""

    text: str
    pages: tuple[int, ...] = ()


class Cell(NamedTuple):
    """A cell from column `column` of its table's grid on; `merged` with the one above it, which has
    the text."""

    column: int
    blocks: tuple[Block, ...]
    merged: bool = False


class Table(NamedTuple):
    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Paragraph | Table


@dataclass(slots=True)
class Story:
    """The text of a file, and what was met in it beside text.

    `asides` stand outside the running text: headers, footers, notes. Text boxes stand before the
    paragraph that they are anchored in.
    """

    body: list[Block] = field(default_factory=list)
    asides: list[Block] = field(default_factory=list)
    inserted: int = 0  # places of text that a tracked change put in; kept
    deleted: int = 0  # places of text that a tracked change took out; left out
    hidden: int = 0  # places of hidden text; left out
    comments: int = 0
    embedded: int = 0  # objects with text that is not read: sheets, charts, inserted files
    macros: bool = False
