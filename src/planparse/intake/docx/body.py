"""The body of a document part: paragraphs with their numbers, tables with their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planparse.intake.docx.lists import Lists
from planparse.intake.docx.names import ALTERNATIVES, DRAWN_TEXT, W, is_on, number
from planparse.intake.docx.runs import Line, RunReader, chosen
from planparse.intake.docx.styles import style_of
from planparse.intake.numbering import Numbering
from planparse.intake.story import Block, Cell, Paragraph, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

# Around paragraphs, rows or cells and shown like what is in them.
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_REMOVED = (W + "del", W + "moveFrom")


@dataclass(slots=True)
class BodyReader:
    """Reads the blocks of one part after the other: numbers and fields run on through all of them."""

    runs: RunReader
    lists: Lists
    numbering: Numbering
    notes: list[tuple[str, str]] = field(default_factory=list)
    _joined: Line | None = None  # of a paragraph whose end was deleted: what follows goes on it

    def blocks(self, parent: _Element) -> list[Block]:
        """The paragraphs and tables in `parent`, in order."""
        blocks: list[Block] = []
        for child in _unwrapped(parent):
            if child.tag == W + "p":
                blocks += self._paragraph(child)
            elif child.tag == W + "tbl":
                blocks += self._waiting()
                blocks.append(self._table(child))
            elif child.tag == W + "altChunk":
                self.runs.story.embedded += 1
        return blocks + self._waiting()

    def _waiting(self) -> list[Block]:
        """A paragraph without an end, where no other follows that it could be joined with."""
        line, self._joined = self._joined, None
        return [] if line is None else [_finished(line, "")]

    def _paragraph(self, element: _Element) -> Iterable[Block]:
        """The paragraph, after the text boxes that are anchored in it."""
        properties = element.find(W + "pPr")
        line = self._joined or Line()
        self._joined = None
        line.hidden = self.runs.styles.hides(style_of(properties))
        place = self.lists.place(properties)
        ends = not _end_is_removed(properties)
        label = self.numbering.label(*place) if place and ends else ""
        self.runs.read(element, line)
        self.notes += line.notes
        line.notes.clear()
        boxes, line.boxes = line.boxes, []
        found = [block for box in boxes for block in self._apart(box)]
        if ends:
            found.append(_finished(line, label))
        else:
            self._joined = line
        return found

    def _apart(self, box: _Element) -> list[Block]:
        """The blocks of a text box, which are no part of the paragraph being read."""
        if box.tag == DRAWN_TEXT:
            return [Paragraph(box.get("string") or "")]
        outer, self._joined = self._joined, None
        blocks = self.blocks(box)
        self._joined = outer
        return blocks

    def _table(self, element: _Element) -> Table:
        rows = []
        for row in _unwrapped(element):
            if row.tag != W + "tr":
                continue
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self.runs.story.deleted += 1
                continue
            rows.append(tuple(self._cells(row, properties)))
        return Table(tuple(rows))

    def _cells(self, row: _Element, properties: _Element | None) -> Iterator[Cell]:
        column = number(properties, "gridBefore") or 0
        for cell in _unwrapped(row):
            if cell.tag != W + "tc":
                continue
            own = cell.find(W + "tcPr")
            merge = None if own is None else own.find(W + "vMerge")
            merged = merge is not None and merge.get(W + "val") != "restart"
            yield Cell(column, tuple(self.blocks(cell)), merged)
            column += max(number(own, "gridSpan") or 1, 1)


def _unwrapped(parent: _Element) -> Iterator[_Element]:
    """The children of `parent`, those that stand in wrappers included."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _unwrapped(child)
        elif child.tag == ALTERNATIVES:
            branch = chosen(child)
            if branch is not None:
                yield from _unwrapped(branch)
        else:
            yield child


def _end_is_removed(properties: _Element | None) -> bool:
    """Whether the mark at a paragraph's end is deleted or hidden: then the next one goes on it."""
    mark = None if properties is None else properties.find(W + "rPr")
    if mark is None:
        return False
    return any(mark.find(name) is not None for name in _REMOVED) or is_on(mark, "vanish")


def _finished(line: Line, label: str) -> Paragraph:
    pages = tuple(page + len(label) if page else 0 for page in line.pages)
    return Paragraph(label + "".join(line.pieces), pages)
