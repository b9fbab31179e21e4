"""Running heads, running feet and page numbers: what stands on the pages and is not of the text."""

from __future__ import annotations

import re
from collections import defaultdict

from planparse.intake.reflow.model import Line, Page

_MARGIN = 0.12  # of the height of a page, at its top and its bottom
_EDGE_LINES = 3  # from either edge, among which furniture stands
_SHARE = 0.4  # of the pages, on which the same line makes it furniture
_FEWEST_PAGES = 3
_HEADING = 1.25  # times as large as its repetitions, the first is the title that they repeat
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-—–―－·•.\s]*\d{1,4}[-—–―－·•.\s]*|第\s*\d{1,4}\s*页(?:\s*[/，,]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)


def without_furniture(pages: list[Page]) -> tuple[list[Page], int]:
    """The pages without running heads and page numbers, and how many lines those were."""
    repeated = _repeated(pages)
    kept, count = [], 0
    for page in pages:
        edges = _edges(page)
        lines = [
            line
            for place, line in enumerate(page.lines)
            if place not in edges or not (_is_number(line, page) or line in repeated)
        ]
        count += len(page.lines) - len(lines)
        kept.append(page._replace(lines=lines))
    return kept, count


def _edges(page: Page) -> set[int]:
    """The first and last lines of a page as far as they stand in its margins."""
    last = len(page.lines)
    places = {*range(min(_EDGE_LINES, last)), *range(max(0, last - _EDGE_LINES), last)}
    return {place for place in places if _in_margin(page.lines[place], page)}


def _in_margin(line: Line, page: Page) -> bool:
    middle = (line.top + line.bottom) / 2
    return not _MARGIN * page.height <= middle <= (1 - _MARGIN) * page.height


def _is_number(line: Line, page: Page) -> bool:
    """A page number; a bare figure only where it can be this page's, at the foot or the head alone."""
    return not line.table and _NUMBER.fullmatch(line.text) is not None


def _repeated(pages: list[Page]) -> set[Line]:
    """Lines in the margins that stand on many pages, figures aside."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    found: dict[str, list[Line]] = defaultdict(list)
    for page in pages:
        for place in _edges(page):
            line = page.lines[place]
            found[_DIGITS.sub("0", "".join(line.text.split()))].append(line)
    repeated: set[Line] = set()
    for lines in found.values():
        if len({line.page for line in lines}) < max(_FEWEST_PAGES, _SHARE * len(pages)):
            continue
        heights = sorted(line.height for line in lines)
        usual = heights[len(heights) // 2]
        repeated.update(line for line in lines if line.height < _HEADING * usual)
    return repeated
