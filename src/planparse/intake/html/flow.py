"""What a browser would show of an element, line by line: blocks, breaks, numbered lists, tables."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING, NamedTuple

from planparse.intake.glyphs import fold_glyphs
from planparse.intake.html.lists import ListNumbers
from planparse.intake.html.tables import TableRows, is_data

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planparse.spans import Spans

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "tfoot", "thead", "tr", "ul",
})
_UNSHOWN = frozenset({
    "applet", "audio", "base", "button", "canvas", "datalist", "embed", "frame", "frameset", "head", "iframe",
    "input", "link", "map", "meta", "noframes", "noscript", "object", "optgroup", "option", "script",
    "select", "style", "svg", "template", "textarea", "title", "track", "video",
})
# fmt: on
_HIDDEN_STYLE = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")

_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff5e\u2018-\u201d\u2026\u3000-\u303f]"
# A line of the page's source may end between two Chinese characters; a blank shown there is none.
_SOURCE_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_WHITE = re.compile(r"[ \t\r\n\f]+")


class Row(NamedTuple):
    """A line of text; of a table's row also the table's number, and where cells above are shown again."""

    text: str
    table: int = 0
    merged: Spans = ()


def is_hidden(element: _Element) -> bool:
    """Whether an element is never shown, or its own attributes hide it."""
    if element.tag in _UNSHOWN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None


def rows(root: _Element, left_out: Container[_Element] = ()) -> list[Row]:
    """The lines that an element shows, blank ones apart, without the elements in `left_out`."""
    writer = _Writer(left_out)
    writer.write(root)
    return writer.rows


def line_of(pieces: list[str]) -> str:
    """Pieces of text as one line: white space as a browser shows it."""
    text = "".join(pieces)
    if "\n" in text or "\r" in text:
        text = _SOURCE_BREAK.sub("", text)
    return fold_glyphs(_WHITE.sub(" ", text).strip(" "))


class _Writer:
    """Walks a tree without recursion, so that depth costs nothing."""

    def __init__(self, left_out: Container[_Element]) -> None:
        self.rows: list[Row] = []
        self._left_out = left_out
        self._pieces: list[str] = []
        self._lists = ListNumbers()
        self._table: TableRows | None = None
        self._tables = 0
        self._verbatim = 0  # depth of `pre`

    def write(self, root: _Element) -> None:
        from lxml.etree import iterwalk

        walk = iterwalk(root, events=("start", "end"))
        skipped: _Element | None = None
        for event, element in walk:
            if event == "start":
                if element in self._left_out or is_hidden(element):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self._start(element)
                    self._add(element.text)
                continue
            if element is skipped:
                skipped = None
            else:
                self._end(element)
            if element is not root:
                self._add(element.tail)
        self._break()

    def _start(self, element: _Element) -> None:
        tag = element.tag
        if tag == "br" or tag in _BLOCKS:
            self._break()
        if tag == "pre":
            self._verbatim += 1
        elif tag == "table" and self._table is None and is_data(element):
            self._tables += 1
            self._table = TableRows(element)
        elif tag in ("td", "th"):
            self._break()
            self._pieces.clear()
        elif self._table is None:
            self._lists.start(element)

    def _end(self, element: _Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._break()
        if tag == "pre":
            self._verbatim -= 1
        elif self._table is None:
            self._lists.end(element)
        elif tag in ("td", "th"):
            self._table.add(element, line_of(self._pieces))
            self._pieces.clear()
        elif tag == "caption":
            self._add_row((line_of(self._pieces), ()), table=0)
        elif tag == "tr" or element is self._table.element:
            self._add_row(self._table.row(), self._tables)
            if tag == "table":
                self._table = None

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._verbatim and self._table is None:
            first, *others = text.splitlines() or [""]
            self._pieces.append(first)
            for line in others:
                self._break()
                self._pieces.append(line)
        elif label := self._lists.label(text):
            self._pieces += (label, text)
        else:
            self._pieces.append(text)

    def _break(self) -> None:
        """End the line, or part what stands in one cell of a table."""
        if self._table is not None:
            self._pieces.append(" ")
            return
        if self._pieces and (text := line_of(self._pieces)):
            self.rows.append(Row(text))
        self._pieces.clear()

    def _add_row(self, line: tuple[str, Spans], table: int) -> None:
        self._pieces.clear()
        text, merged = line
        if text:
            self.rows.append(Row(text, table, merged))
