"""Which column of a table a cell is of, where its place does not say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planparse.rulepack import Matcher, RulePack
from planparse.structure.tables import Cell
from planparse.words import Words

# What a column holds: the names of bodies, persons, times, or text; and the number of the row.
NUMBER, BODIES, PERSONS, TIME, TEXT = "number", "bodies", "persons", "time", "text"
_LONGEST_NAME = 24
_LONGEST_PERSON = 4
_LONGEST_TIME = 24
_LIST = re.compile(r"[、,;\s]+")
_NO_BRACKETS = str.maketrans("", "", "()〔〕")


class Columns(NamedTuple):
    """Tells columns by their heads, and cells by what they look like."""

    heads: Words
    endings: Words
    times: Matcher

    @classmethod
    def build(cls, rules: RulePack) -> Columns:
        roles = dict.fromkeys(rules.words("responsibility.labels"), BODIES)
        heads = Words.of({**rules.words("outline.table-heads"), **roles})
        endings = Words.of(rules.words("responsibility.body-endings"))
        return cls(heads, endings, rules.pattern("outline.table-times"))

    def kind(self, head: str) -> str:
        """What a column holds whose head reads so."""
        bare = "".join(head.split())
        return self.heads.values.get(self.heads.before(bare, 0, len(bare)), TEXT)

    def are_bodies(self, text: str) -> bool:
        """Whether a cell holds nothing but names that end as those of bodies do."""
        if "。" in text:
            return False
        names = [name for name in _LIST.split(text.translate(_NO_BRACKETS)) if name]
        return bool(names) and all(self._is_body(name) for name in names)

    def _is_body(self, name: str) -> bool:
        return 1 < len(name) <= _LONGEST_NAME and bool(self.endings.before(name, 0, len(name)))

    def _look(self, text: str, kinds: Sequence[str]) -> str:
        """What a cell looks like, among the kinds of columns that there are."""
        if TIME in kinds and len(text) <= _LONGEST_TIME and self.times.search(text):
            return TIME
        if self.are_bodies(text):
            return BODIES
        if PERSONS in kinds and all(1 < len(name) <= _LONGEST_PERSON for name in _LIST.split(text)):
            return PERSONS
        return TEXT

    def _look_behind(self, text: str, at: int, kinds: Sequence[str]) -> str:
        """What a cell behind one of column `at` is taken for: a row begins with its number, then its task."""
        if at < 0 and kinds[0] == NUMBER:
            return NUMBER
        if (at < 0 or kinds[at] == NUMBER) and TEXT in kinds[at + 1 : at + 2]:
            return TEXT  # though it may read as the name of a body: 建设培训中心
        return self._look(text, kinds)

    def _fits(self, text: str, kind: str) -> bool:
        """Whether a cell may be of a column; a task may read as the name of a body."""
        return kind in (NUMBER, TEXT) or self.are_bodies(text) == (kind == BODIES)

    def place(self, row: Sequence[tuple[str, Cell]], kinds: Sequence[str]) -> Iterator[list[Cell]]:
        """The cells of a row with their columns; a further part begins where the columns begin anew, as
        they do beside a cell that reaches over several rows."""
        fit = (self._fits(text, kind) for (text, _), kind in zip(row, kinds, strict=False))
        if len(row) == len(kinds) and all(fit):
            yield [cell._replace(column=column) for column, (_, cell) in enumerate(row)]
            return
        part: list[Cell] = []
        at = -1
        for text, cell in row:
            look = self._look_behind(text, at, kinds)
            column = _next(look, at, kinds)
            if column is None and at >= 0 and kinds[at] != NUMBER:
                yield part
                part, column = [], _next(look, -1, kinds)
            at = at if column is None else column
            part.append(cell._replace(column=max(at, 0)))
        if part:
            yield part


def _next(look: str, at: int, kinds: Sequence[str]) -> int | None:
    """The column of this look that follows on column `at`, or that column again where it is the last one;
    None where there is none."""
    own = kinds[at] if at >= 0 else ""
    if look == TEXT and own in (TEXT, NUMBER, ""):
        beside = at + 1
        return beside if kinds[beside : beside + 1] == [TEXT] or own != TEXT else at
    later = [column for column, kind in enumerate(kinds) if kind == look and column > at]
    if later:
        return later[0]
    return at if own == look else None
