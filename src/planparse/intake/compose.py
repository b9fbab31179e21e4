"""The source text of a story: a paragraph on each line, a table row on each line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from planparse.findings.model import Findings
from planparse.intake.source import Mark, SourceText
from planparse.intake.story import Block, Cell, Paragraph, Story, Table
from planparse.intake.table_rows import LONGEST_REPEATED, TableCell, row_line

_MOST_COLUMNS = 64  # Word allows 63


def compose(story: Story, format: str, data: bytes, name: str, findings: Findings) -> SourceText:
    """The text that a story makes, its notes at the end, with marks; findings say what was left out."""
    _report(story, findings)
    text = _Text()
    text.write(story.body)
    start = text.length
    text.write(story.notes)
    if text.length > start:
        text.marks.append(Mark("note", start, text.length, 1))
    text.end_pages()
    # No encoding: a text is made of the parts of the file, each with its own.
    return SourceText(
        "".join(text.pieces), name, format, "", hashlib.sha256(data).hexdigest(), marks=text.in_order()
    )


def _report(story: Story, findings: Findings) -> None:
    if story.macros:
        findings.add("PP040")
    if story.deleted or story.inserted:
        findings.add("PP041", deleted=story.deleted, inserted=story.inserted)
    for code, count in (("PP042", story.hidden), ("PP043", story.comments), ("PP044", story.embedded)):
        if count:
            findings.add(code, count=count)
    margins = len([line for block in story.margins for line in _lines(block) if line.strip()])
    if margins:
        findings.add("PP031", count=margins)


@dataclass(slots=True)
class _Text:
    """The text being written, and its marks."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)
    _tables: int = 0

    def write(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._pages += (self.length + page for page in block.pages)
                self._line(block.text)
            elif _is_frame(block):
                # A frame round text, no columns: its paragraphs are those of the text.
                self.write(inner for row in block.rows for cell in row for inner in cell.blocks)
            else:
                self._table(block)

    def _line(self, text: str) -> None:
        self.pieces += (text, "\n")
        self.length += len(text) + 1

    def _table(self, table: Table) -> None:
        self._tables += 1
        start = self.length
        above: dict[int, str] = {}
        for row in table.rows:
            self._row(row, above)
        self.marks.append(Mark("table", start, self.length, self._tables))

    def _row(self, row: tuple[Cell, ...], above: dict[int, str]) -> None:
        """The cells on a line, a tab for each column that they are apart. A merged cell shows again
        what stands in the one above, so that each row can be read by itself."""
        cells: list[TableCell] = []
        for cell in row:
            cells += [TableCell()] * (min(cell.column, _MOST_COLUMNS) - len(cells))
            text = above.get(cell.column, "") if cell.merged else _cell_text(cell.blocks)
            above[cell.column] = text if len(text) <= LONGEST_REPEATED else ""
            cells.append(TableCell(text, cell.merged))
            if any(isinstance(block, Paragraph) and block.pages for block in cell.blocks):
                self._pages.append(self.length)
        line, repeated = row_line(cells)
        self.marks += (
            Mark("merged", self.length + low, self.length + high, line.count("\t", 0, low))
            for low, high in repeated
        )
        self._line(line)

    def end_pages(self) -> None:
        """Marks of the pages, where the file says where they begin."""
        if not self._pages:
            return
        edges = [*sorted({0, *self._pages}), self.length]
        for number, (start, end) in enumerate(pairwise(edges), 1):
            self.marks.append(Mark("page", start, end, number))

    def in_order(self) -> tuple[Mark, ...]:
        return tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end)))


def _is_frame(table: Table) -> bool:
    return all(len(row) <= 1 for row in table.rows)


def _cell_text(blocks: tuple[Block, ...]) -> str:
    """What a cell holds on one line, a blank between its paragraphs."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        text = blocks[0].text
        return " ".join(text.split()) if "\n" in text or "\t" in text else text.strip()
    return " ".join(" ".join(line for block in blocks for line in _lines(block)).split())


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        for row in block.rows:
            for cell in row:
                for inner in cell.blocks:
                    yield from _lines(inner)
