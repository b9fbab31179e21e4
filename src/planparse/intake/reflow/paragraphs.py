"""Lines joined into paragraphs by where they begin and end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from planparse.intake.reflow.model import Line, Page, units
from planparse.intake.reflow.order import joint
from planparse.spans import Spans

# In characters of the line, where nothing else is said.
_INDENT = 1.2  # right of the margin, from which a line begins a paragraph
_SHORT = 2.2  # left of the margin, from which a line ends one
_CENTRED = 1.0  # off the middle, within which a line is centred
_HANGING = 0.4  # that the lines of one block may differ at the left
_RESIZED = 1.18  # times as large, from which a line is of another paragraph
_WRAPPED = 1.3  # characters that a line leaves free where the next did not fit
_PARTED = 1.35  # times the usual distance between lines, from which paragraphs are
_FULL = 0.6  # of the space between the margins
_FEWEST_FULL = 3  # such lines on a page, for margins of its own
_NARROWEST = 0.55  # of the width of a page, at which its right margin stands
_SET_RIGHT = 0.4  # the same, for a line that no paragraph has
_GAPPED = 1.15  # times as wide as its characters, from which a line has a gap
_SHARE = 0.12  # of a page's lines, for a margin
_ENDS = "。！？；：:;!?…）)」』”"
# What no line breaks inside: it moves to the next line whole, and leaves room behind it.
_UNBROKEN = re.compile(r"[0-9A-Za-z.,%％‰/+~～@_&=?#:〔〕\[\]()—–-]*[，。、；：！？）》」』”’…]*")
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十百]{1,5}[章节条]|[（(]?[一二三四五六七八九十]{1,4}[、）)．]|[（(]?\d{1,3}[.．、）)](?!\d))"
)
# An entry of a table of contents.
_LEADER = re.compile(r"[.．…·]{4}\s*\d{1,4}$")

NO_TABLE = (0, 0)


class Margins(NamedTuple):
    """Between which the lines of a page stand, and how far one is below the other."""

    left: float
    right: float
    em: float
    pitch: float


class Paragraph(NamedTuple):
    """A paragraph, or a row of a table; `starts` are (page, offset) where a page begins in it, `merged`
    where cells above are shown again."""

    text: str
    page: int
    table: tuple[int, int]  # page and number of its table
    starts: tuple[tuple[int, int], ...] = ()
    merged: Spans = ()


def paragraphs(pages: list[Page]) -> list[Paragraph]:
    """The paragraphs of all pages, over page breaks."""
    usual = _usual(pages)
    found: list[list[Line]] = []
    before: tuple[Line, Margins] | None = None
    for page in pages:
        margins = _margins(page, usual)
        for line in page.lines:
            if before is not None and _goes_on(*before, line, margins, found[-1]):
                found[-1].append(line)
            else:
                found.append([line])
            before = (line, margins)
    return [_paragraph(lines) for lines in found]


def _usual(pages: list[Page]) -> Margins:
    """The margins of the whole file, for pages with too few lines to tell."""
    lines = [line for page in pages for line in page.lines if not line.table]
    return _margins_of(lines, pages[0].width) if lines else Margins(0.0, 0.0, 1.0, 1.0)


def _margins(page: Page, usual: Margins) -> Margins:
    lines = [line for line in page.lines if not line.table]
    full = [line for line in lines if line.right - line.left > _FULL * (usual.right - usual.left)]
    return usual if len(full) < _FEWEST_FULL else _margins_of(lines, page.width)


def _margins_of(lines: list[Line], width: float) -> Margins:
    em = _em(lines)
    left, right = _edge(lines, em, -1), _edge(lines, em, 1)
    if right < _NARROWEST * width:  # no line reaches the margin
        right = width - left
    return Margins(left, right, em, _pitch(lines, em))


def _em(lines: Iterable[Line]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.em, 1)] += len(line.text)
    return max(sizes.most_common(1)[0][0], 1.0)


def _edge(lines: list[Line], em: float, side: int) -> float:
    """The outermost place where several lines begin (side -1) or end (side 1)."""
    places = [line.left if side < 0 else line.right for line in lines]
    grid: Counter[int] = Counter(round(place / (em / 2)) for place in places)
    fewest = max(2, _SHARE * len(lines)) if len(lines) > 2 else 1
    often = [step for step in grid if grid[step] + grid[step - side] >= fewest] or list(grid)
    outermost = min(often) if side < 0 else max(often)
    near = [place for place in places if abs(place / (em / 2) - outermost) <= 1]
    return min(near) if side < 0 else max(near)


def _pitch(lines: list[Line], em: float) -> float:
    steps = [
        after.bottom - before.bottom
        for before, after in pairwise(lines)
        if before.page == after.page and 0.8 * em < after.bottom - before.bottom < 4 * em
    ]
    return median(steps) if steps else 2 * em


def _goes_on(before: Line, old: Margins, line: Line, margins: Margins, paragraph: list[Line]) -> bool:
    """Whether `line` belongs to the paragraph that `before` is the last line of."""
    if before.table or line.table or _is_resized(before, line) or _is_signature(before, old):
        return False
    if line.page == before.page and line.bottom - before.bottom > _PARTED * max(margins.pitch, line.em):
        return False
    if _LEADER.search(before.text) or (before.text[-1] in _ENDS and _NUMBERED.match(line.text)):
        return False
    if _is_title(line, margins) and _is_title(before, old):
        free = old.right - old.left - (before.right - before.left)
        return free < _WRAPPED * before.em  # the next character did not fit
    if _is_centred(line, margins) or _is_centred(before, old):
        return False
    if _has_gap(before, old) or _ends_early(before, old, line):
        return False
    return not _begins(before, old, line, margins, paragraph)


def _begins(before: Line, old: Margins, line: Line, margins: Margins, paragraph: list[Line]) -> bool:
    """Whether a line is set in as the first of a paragraph is."""
    indent = (line.left - margins.left) / margins.em
    if indent <= _INDENT:
        return False
    # A block set in, or the lines below the first of a hanging one: of full lines, so no signature.
    if before.right - before.left < _FULL * (old.right - old.left):
        return True
    was = (before.left - old.left) / old.em
    hanging = was >= indent - _HANGING and (len(paragraph) > 1 or was > indent)
    return not hanging or before.text[-1] in _ENDS


def _is_resized(before: Line, line: Line) -> bool:
    """Whether the type is larger or smaller: wider, which a line set apart is too, and higher."""
    if min(units(line.text), units(before.text)) <= 2:
        return False
    ratios = (line.em / before.em, line.height / max(before.height, 1.0))
    return min(ratios) > _RESIZED or max(ratios) < 1 / _RESIZED


def _ends_early(line: Line, margins: Margins, following: Line) -> bool:
    """Whether a line ends before the margin though what follows would have fitted."""
    room = (margins.right - line.right) / margins.em
    if room <= _SHORT:
        return False
    moved = _UNBROKEN.match(following.text)
    return moved is None or units(moved[0]) + 0.5 < room


def _has_gap(line: Line, margins: Margins) -> bool:
    """Whether a line is set wide by a gap in it, as between who printed a notice and when."""
    return " " in line.text and line.em > _GAPPED * margins.em


def _is_signature(line: Line, margins: Margins) -> bool:
    """Whether a line begins far to the right, where signatures and dates stand."""
    return line.left - margins.left > _SET_RIGHT * (margins.right - margins.left)


def _is_title(line: Line, margins: Margins) -> bool:
    """Whether a line is larger than the text, and as far from one margin as from the other."""
    aside = (line.left - margins.left) - (margins.right - line.right)
    return line.em > _RESIZED * margins.em and abs(aside) < 2 * _CENTRED * line.em


def _is_centred(line: Line, margins: Margins) -> bool:
    before, behind = line.left - margins.left, margins.right - line.right
    set_in = before > 2.5 * margins.em and behind > margins.em
    return set_in and abs(before - behind) < 2 * _CENTRED * margins.em


def _paragraph(lines: list[Line]) -> Paragraph:
    text, starts = "", []
    page = lines[0].page
    for line in lines:
        text += joint(text, line.text)
        if line.page != page:
            page = line.page
            starts.append((page, len(text)))
        text += line.text
    table = (lines[0].page, lines[0].table) if lines[0].table else NO_TABLE
    return Paragraph(text, lines[0].page, table, tuple(starts), lines[0].merged)
