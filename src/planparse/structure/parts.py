"""What the lines of a notice are found to be: the elements with their values, filled step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from planparse.rulepack import RulePack
from planparse.spans import Spans, covered
from planparse.structure.labels import BOX
from planparse.structure.lines import Line, LineKind, Page


class Value(NamedTuple):
    """One element as written (white space removed) and where it stands."""

    text: str
    spans: Spans


class Attachment(NamedTuple):
    """One attachment behind the plan: its title, and its text."""

    title: Value | None
    text: Value


class Elements:
    """What the lines of a page are (`parts[i]` for `page.lines[i]`), and the values read from them.

    Lines of the plan itself have the part `body`; `values` maps an element's name to its
    values in the order of the text; dates are in `dates`.
    """

    __slots__ = ("attachments", "dates", "number", "parts", "values", "wrapped")

    def __init__(self, parts: list[str]) -> None:
        self.parts = parts
        self.values: dict[str, list[Value]] = {}
        self.dates: dict[str, dt.date] = {}
        self.wrapped = False
        self.number: tuple[str, int, int] | None = None  # agency, year and serial of the document number
        self.attachments: list[Attachment] = []

    def add(self, name: str, value: Value) -> None:
        """Add a value that says something: where only noise stood there is none."""
        if value.spans:
            self.values.setdefault(name, []).append(value)

    def lines(self, page: Page, part: str) -> list[Line]:
        """The lines of the page that are such a part of the notice."""
        return [line for line, own in zip(page.lines, self.parts, strict=True) if own == part]

    def first(self, name: str) -> Value | None:
        found = self.values.get(name)
        return found[0] if found else None


class Draft(NamedTuple):
    """A page on its way to elements: each step reads lines that are still free and marks what it knows.

    Lines are named by their index in `page.lines`; `text_lines` are those that hold text,
    `head` those of them before the first outline label.
    """

    page: Page
    rules: RulePack
    elements: Elements
    text_lines: list[int]
    head: list[int]

    @classmethod
    def of(cls, page: Page, rules: RulePack, head_lines: int) -> Draft:
        blank = LineKind.BLANK
        parts = ["blank" if line.kind is blank else "noise" for line in page.lines]
        text_lines = page.text_lines()
        for index in text_lines:
            parts[index] = "body"
        head = []
        for index in text_lines[:head_lines]:
            label = page.lines[index].label
            if label is not None and label.style != BOX:  # 专栏 is also a column of a website
                break
            head.append(index)
        return cls(page, rules, Elements(parts), text_lines, head)

    def line(self, index: int) -> Line:
        return self.page.lines[index]

    def text(self, index: int) -> str:
        """The folded text of a line, as far as it is seen."""
        line = self.page.lines[index]
        if not self.page.hides(line):
            return self.page.text(line)
        return "".join([self.page.folded[place] for place in self.page.seen(line)])

    def bare(self, index: int) -> str:
        """The folded text of a line without any white space."""
        return "".join(self.text(index).split())

    def width(self, index: int) -> int:
        line = self.page.lines[index]
        return line.end - line.start

    def value(self, index: int, start: int = 0, end: int | None = None) -> Value:
        """The value at `[start, end)` of a line's text, outer blanks left out."""
        line = self.page.lines[index]
        return self.value_at(self._place(line, start), line.end if end is None else self._place(line, end))

    def _place(self, line: Line, offset: int) -> int:
        """Where in the source an offset in a line's text is."""
        if not self.page.hides(line):
            return line.start + offset
        seen = self.page.seen(line)
        return seen[offset] if offset < len(seen) else line.end

    def value_at(self, start: int, end: int) -> Value:
        """The value at `[start, end)` of the source, outer blanks left out."""
        text = self.page.folded[start:end]
        low = start + len(text) - len(text.lstrip())
        spans = self.page.solid(low, low + len(text.strip()))
        return Value(covered(self.page.source, spans), spans)

    def joined(self, lines: list[int]) -> Value:
        """One value that stands on several lines."""
        values = [self.value(index) for index in lines]
        spans = tuple(span for value in values for span in value.spans)
        return Value("".join(value.text for value in values), spans)

    def is_free(self, index: int) -> bool:
        return self.elements.parts[index] == "body"

    def free(self, lines: list[int]) -> list[int]:
        return [index for index in lines if self.elements.parts[index] == "body"]

    def mark(self, index: int, part: str) -> None:
        self.elements.parts[index] = part

    def mark_all(self, indexes: Iterable[int], part: str) -> None:
        for index in indexes:
            self.mark(index, part)

    def take(self, index: int, name: str) -> None:
        """The whole line is the element `name`; of several, the first gives the value."""
        self.mark(index, name)
        if self.elements.first(name) is None:
            self.elements.add(name, self.value(index))
