"""What the marks of a source say of its lines: tables of tasks as paragraphs, other tables and notes apart.

A table is one of tasks where its head names a responsibility (责任单位, 牵头部门 …). Of such a table each
row becomes an item: its number is the label, each cell a paragraph, and a cell below 责任单位 or 完成时限
reads like a label line 责任单位：… whose label stands in the head of the table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from planparse.intake.source import Mark
from planparse.numerals import parse_int
from planparse.rulepack import RulePack
from planparse.structure.labels import Label, LabelReader
from planparse.structure.lines import Line, LineKind, Page

_HEAD_ROWS = 3  # a title and two rows of heads may stand above the first task
_LONGEST_HEAD = 20
_LONGEST_NUMBER = 4
_BETWEEN = str.maketrans("", "", "()〔〕[] ")  # what stands between the letters of a head
# The styles of rules/outline.yaml that a bare number in a cell stands for.
_ARABIC, _CHINESE = "arabic_point", "han_comma"


class Cell(NamedTuple):
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Heads:
    """The words that heads of columns end with, and the rank of each style of labels."""

    roles: frozenset[str]
    words: tuple[str, ...]  # of responsibility and of the fields beside it, longer ones first
    ranks: dict[str, int]

    @classmethod
    def build(cls, rules: RulePack) -> _Heads:
        roles = frozenset(rules.words("responsibility.labels"))
        words = sorted({*roles, *rules.words("responsibility.fields")}, key=len, reverse=True)
        ranks = {row["name"]: int(row["rank"]) for row in rules.table("outline.styles")}
        return cls(roles, tuple(words), ranks)


def read_marks(page: Page, marks: Iterable[Mark], rules: RulePack) -> Page:
    """The page with the lines of tables and notes typed anew."""
    merged = frozenset(mark.start for mark in marks if mark.kind == "merged")
    reader = TaskTable(page, rules, merged)
    starts = [line.start for line in page.lines]
    lines: list[Line] = []
    reached = 0
    for mark in marks:
        if mark.kind not in ("table", "note"):
            continue
        first, last = bisect_left(starts, mark.start, reached), bisect_left(starts, mark.end, reached)
        lines += page.lines[reached:first]
        marked = page.lines[first:last]
        lines += reader.lines(marked) if mark.kind == "table" else map(_apart, marked)
        reached = last
    return page._replace(lines=(*lines, *page.lines[reached:]))


def _apart(line: Line) -> Line:
    """A line of a note, which is no part of the running text."""
    kind = line.kind if line.kind is LineKind.BLANK else LineKind.LAYOUT
    return line._replace(kind=kind, label=None)


def _plain(row: Line) -> Line:
    """A row that says nothing about tasks: a paragraph without a label."""
    return row._replace(label=None, lead="")


class TaskTable:
    """Reads the rows of tables of tasks; `merged` are the places of cells that are shown again."""

    def __init__(self, page: Page, rules: RulePack, merged: frozenset[int] = frozenset()) -> None:
        self._page = page
        self._heads = rules.derive(_Heads.build)
        self._labels = rules.derive(LabelReader.build)
        self._merged = merged

    def lines(self, rows: Iterable[Line]) -> Iterator[Line]:
        """The rows as lines; those of a table without tasks stay a line each."""
        leads: dict[int, str] = {}
        for number, row in enumerate(row for row in rows if row.kind is not LineKind.BLANK):
            cells = list(self._cells(row))
            heads = self.leads(cells) if leads or number < _HEAD_ROWS else {}
            if self.assigns(heads):
                leads |= heads  # the head, its second row, or the head again on a new page
                yield _plain(row)
            elif leads:
                yield from self.item(cells, leads)
            else:
                yield _plain(row)

    def _cells(self, row: Line) -> Iterator[Cell]:
        """The cells of a row that hold something; tabs of the source part them."""
        source, folded = self._page.source, self._page.folded
        start = source.rfind("\n", 0, row.start) + 1
        column = 0
        while start <= row.end:
            stop = source.find("\t", start, row.end)
            stop = row.end if stop < 0 else stop
            text = folded[start:stop]
            if bare := text.strip():
                begin = start + text.index(bare[0])
                yield Cell(column, begin, begin + len(bare))
            start = stop + 1
            column += 1

    def assigns(self, leads: dict[int, str]) -> bool:
        """Whether one of the heads names a responsibility."""
        return any(lead in self._heads.roles for lead in leads.values())

    def leads(self, cells: list[Cell]) -> dict[int, str]:
        """The columns of a row that are heads of responsibility or of a field beside it."""
        leads = {}
        for cell in cells:
            text = self._page.folded[cell.start : cell.end]
            bare = text.translate(_BETWEEN)
            word = next((word for word in self._heads.words if bare.endswith(word)), "")
            if word and len(bare) <= _LONGEST_HEAD:
                leads[cell.column] = word
        return leads

    def item(self, cells: list[Cell], leads: dict[int, str]) -> Iterator[Line]:
        """The cells of a row below the head: label and texts, then who and when."""
        texts = [cell for cell in cells if cell.column not in leads and cell.start not in self._merged]
        label = self._label(texts)
        if label is not None and label.end >= texts[0].end:
            # A number in a cell of its own: the text of the next goes with it, if that is the task's.
            beside = len(texts) > 1 and texts[1] == cells[cells.index(texts[0]) + 1]
            yield Line(texts[0].start, texts[beside].end, LineKind.TEXT, label, "")
            texts = texts[1 + beside :]
        for cell in texts:
            own = self._labels.read(self._page.folded, cell.start, cell.end)
            if own is not None and label is not None and own.rank <= label.rank:
                own = None  # steps of the task, numbered within their cell
            yield Line(cell.start, cell.end, LineKind.TEXT, own, "")
        for cell in cells:
            if cell.column in leads and (texts or label or cell.start not in self._merged):
                yield Line(cell.start, cell.end, LineKind.TEXT, None, leads[cell.column])

    def _label(self, texts: list[Cell]) -> Label | None:
        """The label that the first cell of a row is: written like others (1.1), or a bare number."""
        if not texts:
            return None
        first = texts[0]
        text = self._page.folded[first.start : first.end]
        if len(text) > _LONGEST_NUMBER:
            return None
        number = parse_int(text)
        if number is None:
            end = texts[1].end if len(texts) > 1 else first.end
            return self._labels.read(self._page.folded, first.start, end)
        style = _ARABIC if text.isdecimal() else _CHINESE
        return Label(style, self._heads.ranks[style], number, first.start, first.end)
