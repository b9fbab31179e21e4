"""A web page as text: the website's table of keys and values, the title, the notice."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from planparse.intake.html.flow import Row, line_of, rows
from planparse.intake.html.main_text import find_main_text
from planparse.intake.html.names import PageNames
from planparse.intake.markup import parse_html

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planparse.spans import Span

PlainMark = tuple[str, int, int, int]

_LONGEST_FIELD = 300  # characters of a line of the website's table
_TITLE_LINES = 20  # of the notice, among which its title is looked for
_SHORTEST_TITLE = 6


def work(data: bytes) -> dict[str, Any]:
    """`read_page` in a worker process, of what `PageNames.request` made."""
    page, *names = json.loads(data)
    return read_page(page, PageNames.of_plain(*names))


def read_page(page: str, names: PageNames) -> dict[str, Any]:
    """The text that a page's notice makes, as plain data: `text`, `marks`, and `notes` as (code, values).

    Raises Unreadable.
    """
    root = parse_html(page)
    body = root if root is None else root.find("body")
    if root is None or body is None:
        return {"text": "", "marks": [], "notes": []}
    main, by, links = find_main_text(body, names)
    inside = rows(main, left_out=links)
    outside = [row for left in links for row in rows(left)]
    outside += [] if main is body else rows(body, left_out={main})
    fields = [row for row in outside if _is_field(row.text, names)]
    left_out = sum(len(row.text) for row in outside) - sum(len(row.text) for row in fields)
    notes = [("PP030", {"by": by or "density", "count": left_out})] if left_out else []
    text, marks = _joined([*(Row(row.text) for row in fields), *_title(root, inside), *inside])
    return {"text": text, "marks": marks, "notes": notes}


def _is_field(text: str, names: PageNames) -> bool:
    return len(text) <= _LONGEST_FIELD and _field_pattern(names.fields).match(text) is not None


@cache
def _field_pattern(fields: tuple[str, ...]) -> re.Pattern[str]:
    """A line that begins with a key of the website's table, its letters spread or not."""
    words = sorted(fields, key=len, reverse=True)
    keys = "|".join(r"[\s]{0,4}".join(map(re.escape, word)) for word in words)
    return re.compile(rf"(?:{keys})\s{{0,4}}[:：]\s{{0,4}}\S")


def _title(root: _Element, inside: list[Row]) -> list[Row]:
    """The heading of the page or its meta tag, where the notice does not say it itself."""
    opening = "".join("".join(row.text.split()) for row in inside[:_TITLE_LINES])
    headings = [line_of([str(text) for text in heading.itertext()]) for heading in root.iter("h1")]
    headings += [tag.get("content") or "" for tag in root.iter("meta") if tag.get("name") == "ArticleTitle"]
    for heading in headings:
        bare = "".join(heading.split())
        if len(bare) >= _SHORTEST_TITLE and not bare.isascii():
            return [] if bare in opening else [Row(heading)]
    return []


def _joined(lines: list[Row]) -> tuple[str, list[PlainMark]]:
    """The lines as one text, with marks for its tables."""
    places: dict[int, Span] = {}
    marks: list[PlainMark] = []
    offset = 0
    for text, table, merged in lines:
        if table:
            start, _ = places.get(table, (offset, 0))
            places[table] = (start, offset + len(text) + 1)
            marks += (
                ("merged", offset + low, offset + high, text.count("\t", 0, low)) for low, high in merged
            )
        offset += len(text) + 1
    marks += (("table", *place, number) for number, place in enumerate(places.values(), 1))
    marks.sort(key=lambda mark: (mark[1], -mark[2]))
    return "".join(f"{row.text}\n" for row in lines), marks
