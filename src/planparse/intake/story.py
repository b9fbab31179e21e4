"""What an office file holds, whatever its format: paragraphs and tables, numbering written out.

Readers of docx and doc make it, `compose` makes the source text of it. It crosses from a worker
process to its caller as plain data.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias


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

    `notes` are footnotes and endnotes, `margins` headers and footers. Text boxes stand in the body
    before the paragraph that they are anchored in.
    """

    body: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    margins: list[Block] = field(default_factory=list)
    inserted: int = 0  # places of text that a tracked change put in; kept
    deleted: int = 0  # places of text that a tracked change took out; left out
    hidden: int = 0  # places of hidden text; left out
    comments: int = 0
    embedded: int = 0  # objects with text that is not read: sheets, charts, inserted files
    macros: bool = False

    def to_plain(self) -> dict[str, Any]:
        """The story as JSON can hold it."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def of_plain(cls, plain: dict[str, Any]) -> Story:
        """A story from what `to_plain` gave, after it went through JSON."""
        texts = {name: [_block(each) for each in plain[name]] for name in ("body", "notes", "margins")}
        return cls(**{**plain, **texts})


def _block(plain: list[Any]) -> Block:
    """A paragraph has two fields, a table one."""
    if len(plain) == 2:
        return Paragraph(plain[0], tuple(plain[1]))
    return Table(
        tuple(
            tuple(Cell(column, tuple(map(_block, blocks)), merged) for column, blocks, merged in row)
            for row in plain[0]
        )
    )
