"""Paragraphs and tables of a binary Word file, numbering and text boxes put in their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from planparse.intake.numbering import DEEPEST, Numbering
from planparse.intake.story import Block, Cell, Paragraph, Table
from planparse.intake.word.characters import Characters
from planparse.intake.word.formatting import Paragraphs, StyleSheet
from planparse.intake.word.layout import Property, properties, u16
from planparse.intake.word.shapes import Box

_CELL_END, _PAGE_END = "\a", "\f"
_MARKS = ("\r", _CELL_END, _PAGE_END)

_LIST, _LEVEL = 0x460B, 0x260A
_IN_TABLE, _ROW_END, _DEPTH, _INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244C
_ROW, _VERTICAL_MERGE = 0xD608, 0xD62B
_MOST_LISTS = 0x7FE  # larger numbers say that the paragraph was in a list once
_CELL_RECORD = 20
_MERGED, _MERGED_DOWN, _BEGINS = 0x0002, 0x0020, 0x0040
_NEAR = 40  # twentieths of a point between edges of one column


class _Row(NamedTuple):
    """A row as its end mark says: edges of the cells, which of them are merged, and their blocks."""

    edges: tuple[int, ...]
    merged: frozenset[int]  # with the cell above
    cells: tuple[tuple[Block, ...], ...]


@dataclass(slots=True)
class _OpenTable:
    rows: list[_Row] = field(default_factory=list)
    cells: list[tuple[Block, ...]] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(tuple(self.cell))
        self.cell.clear()

    def end_row(self, found: dict[int, Property]) -> None:
        edges, merged = _cells_of(found)
        self.rows.append(_Row(edges, merged, tuple(self.cells)))
        self.cells.clear()

    def finished(self) -> list[Block]:
        """The table, if there is one; a row that was cut off ends here."""
        if self.cell:
            self.end_cell()
        if self.cells:
            self.end_row({})
        rows, self.rows = self.rows, []
        return [_table(rows)] if rows else []


@dataclass(slots=True)
class BodyReader:
    """Reads texts one after the other: numbers and fields run on through all of them."""

    characters: Characters
    paragraphs: Paragraphs
    styles: StyleSheet
    numbering: Numbering
    sections: frozenset[int]  # where sections end
    _joined: str = ""  # a paragraph whose mark was deleted: what follows goes on it
    _of_styles: dict[int, dict[int, Property]] = field(default_factory=dict)

    def blocks(self, start: int, end: int, boxes: list[Box], boxes_start: int) -> list[Block]:
        """The blocks between two places, each after the boxes that are anchored in it."""
        blocks: list[Block] = []
        table = _OpenTable()
        anchors = [box.anchor for box in boxes]
        for first, last in self._split(start, end):
            style, found = self._properties(first, last)
            anchored = boxes[bisect_left(anchors, first - start) : bisect_left(anchors, last - start)]
            apart = [each for box in anchored for each in self._box(box, boxes_start)]
            if not _is_in_table(found):
                blocks += [*table.finished(), *apart, *self._paragraph(first, last, style, found)]
                continue
            table.cell += apart
            if _is_on(found, _ROW_END):
                table.end_row(found)
            elif not _is_on(found, _INNER_ROW_END):
                table.cell += self._paragraph(first, last, style, found)
                if self.characters.source.text[last - 1] == _CELL_END and _depth(found) == 1:
                    table.cell += self._waiting()
                    table.end_cell()
        return blocks + table.finished() + self._waiting()

    def _box(self, box: Box, start: int) -> list[Block]:
        if box.drawn:
            return [Paragraph(box.drawn)]
        joined, self._joined = self._joined, ""
        blocks = self.blocks(start + box.start, start + box.end, [], 0)
        self._joined = joined
        # The text of a box ends in a paragraph of its own that shows nothing.
        return blocks[:-1] if blocks and blocks[-1] == Paragraph("") else blocks

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The paragraphs, marks included. A page break ends one only where a section ends."""
        text = self.characters.source.text
        begin = start
        for place in range(start, end):
            if text[place] in _MARKS and (text[place] != _PAGE_END or place + 1 in self.sections):
                yield begin, place + 1
                begin = place + 1
        if begin < end:
            yield begin, end

    def _properties(self, first: int, last: int) -> tuple[int, dict[int, Property]]:
        """The style of a paragraph, and the properties that it and the paragraph have."""
        source = self.characters.source
        style, own = self.paragraphs.at(source.offset_of(last - 1))
        of_style = self._of_styles.get(style)
        if of_style is None:
            of_style = {each.code: each for each in self.styles.paragraph_properties(style)}
            self._of_styles[style] = of_style
        added = [*properties(own), *source.piece_of(last - 1).properties]
        return style, {**of_style, **{each.code: each for each in added}} if added else of_style

    def _paragraph(self, first: int, last: int, style: int, found: dict[int, Property]) -> list[Block]:
        characters = self.characters
        if style in characters.hiding:
            characters.story.hidden += last - first > 1
            return []
        marked = characters.source.text[last - 1] in _MARKS
        text = characters.shown(first, last - marked)
        if marked and characters.is_removed(last - 1):
            self._joined += text
            return []
        joined, self._joined = self._joined, ""
        return [Paragraph(self._label(found) + joined + text)]

    def _waiting(self) -> list[Block]:
        """A paragraph without an end, where no other follows that it could be joined with."""
        joined, self._joined = self._joined, ""
        return [Paragraph(joined)] if joined else []

    def _label(self, found: dict[int, Property]) -> str:
        list_number = found[_LIST].number if _LIST in found else 0
        if not 0 < list_number <= _MOST_LISTS:
            return ""
        level = found[_LEVEL].number if _LEVEL in found else 0
        return self.numbering.label(list_number, min(level, DEEPEST - 1))


def _is_on(found: dict[int, Property], code: int) -> bool:
    return code in found and found[code].number != 0


def _is_in_table(found: dict[int, Property]) -> bool:
    return _is_on(found, _IN_TABLE) or _is_on(found, _DEPTH)


def _depth(found: dict[int, Property]) -> int:
    return found[_DEPTH].number if _is_on(found, _DEPTH) else 1


def _cells_of(found: dict[int, Property]) -> tuple[tuple[int, ...], frozenset[int]]:
    """Edges of the cells of a row, and the cells that are merged with the one above."""
    row = found[_ROW].operand if _ROW in found else b""
    if not row:
        return (), frozenset()
    count = row[0]
    edges = tuple(int.from_bytes(row[1 + 2 * i : 3 + 2 * i], "little", signed=True) for i in range(count + 1))
    first = 1 + 2 * (count + 1)
    flags = [u16(row, at)[0] for at in range(first, len(row) - 1, _CELL_RECORD)]
    merged = {i for i, flag in enumerate(flags) if flag & _MERGED_DOWN and not flag & _BEGINS}
    if _VERTICAL_MERGE in found and len(found[_VERTICAL_MERGE].operand) == 2:
        cell, how = found[_VERTICAL_MERGE].operand
        merged = merged | {cell} if how == 1 else merged - {cell}
    return edges, frozenset(merged)


def _table(rows: list[_Row]) -> Table:
    columns = _columns(rows)
    return Table(
        tuple(
            tuple(
                Cell(_column(row, i, columns), blocks, i in row.merged) for i, blocks in enumerate(row.cells)
            )
            for row in rows
        )
    )


def _columns(rows: list[_Row]) -> list[int]:
    """The left edges of all cells, those near to each other taken as one."""
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges[:-1]}):
        if not columns or edge - columns[-1] > _NEAR:
            columns.append(edge)
    return columns


def _column(row: _Row, number: int, columns: list[int]) -> int:
    if number >= len(row.edges):
        return number
    return max(bisect_left(columns, row.edges[number] + 1) - 1, 0)
