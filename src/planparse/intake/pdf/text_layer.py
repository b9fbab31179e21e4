"""The text layer of a page as lines with their places, asked of PDFium with few calls."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from planparse.intake.pdf.cells import read_table
from planparse.intake.pdf.grids import grids
from planparse.intake.pdf.rulings import read_rulings
from planparse.intake.reflow.model import Line, is_wide

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(" ")
_SET_APART = re.compile(r"(?<=[\u2e80-\u9fff\uff01-\uff5e]) (?=[\u2e80-\u9fff\uff01-\uff5e])")
_FEWEST_APART = 3  # characters of a line that stand apart, and their share, for a line that is stretched
_SHARE_APART = 0.15
_NARROW = 0.5  # of the height of the characters, a gap that is no blank
_STRETCHED = 1.2  # the same in a line that is stretched
_QUARTER = math.pi / 2
_UPRIGHT = 0.05  # radians that a line of text may lean


class _Placed(NamedTuple):
    text: str
    turn: int  # clockwise, in quarters of a circle, -1 for any other angle
    corners: tuple[tuple[float, float], tuple[float, float]]
    characters: range


class TextLayer(NamedTuple):
    """Lines in the order of the file on a page of this size; `slanted`: lines that lean, such as
    watermarks, left out."""

    lines: list[Line]
    slanted: int
    width: float
    height: float


def read_text_layer(page: Any, number: int) -> TextLayer:
    """The lines of a page as its reader turns it, those in tables as rows."""
    frame = _Frame(*page.get_cropbox())
    layer = pdfium.FPDFText_LoadPage(page)
    try:
        placed = _placed_lines(layer)
        turns = Counter[int]()
        for line in placed:
            turns[line.turn] += len(line.text)
        turns.pop(-1, None)
        upright = turns.most_common(1)[0][0] if turns else 0
        kept = [line for line in placed if line.turn == upright]
        lines = [(frame.line(line, number), line.characters) for line in kept]
        rows: list[Line] = []
        for place, grid in enumerate(grids(read_rulings(page, frame.top)) if upright == 0 else (), 1):
            lines, found = read_table(layer, grid, frame.top, lines, place)
            rows += found
    finally:
        pdfium.FPDFText_ClosePage(layer)
    size = frame.size if upright % 2 == 0 else frame.size[::-1]
    return TextLayer([line for line, _ in lines] + rows, len(placed) - len(kept), *size)


class _Frame(NamedTuple):
    """The visible part of a page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        return self.right - self.left, self.top - self.bottom

    def line(self, placed: _Placed, number: int) -> Line:
        """The line with its place on the page turned until it is upright."""
        (x0, y0), (x1, y1) = placed.corners
        if placed.turn == 1:
            box = (self.top - y1, self.right - x1, self.top - y0, self.right - x0)
        elif placed.turn == 2:
            box = (self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom)
        elif placed.turn == 3:
            box = (y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left)
        else:
            box = (x0, self.top - y1, x1, self.top - y0)
        return Line(placed.text, *box, number)


def _placed_lines(layer: Any) -> list[_Placed]:
    text = _text(layer)
    # Characters that the font does not map are missing in the text, but counted.
    exact = len(text) == pdfium.FPDFText_CountChars(layer)
    found = []
    for match in _LINE.finditer(text):
        bare = match[0].strip()
        if not bare:
            continue
        first = match.start() + match[0].index(bare[0])
        last = first + len(bare) - 1
        if exact:
            found.append(_placed(layer, _cleaned(layer, bare, first), first, last))
        else:
            places = (pdfium.FPDFText_GetCharIndexFromTextIndex(layer, place) for place in (first, last))
            found.append(_placed(layer, _cleaned(layer, bare, -1), *places))
    return found


def _text(layer: Any) -> str:
    count = pdfium.FPDFText_CountChars(layer)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 1))()
    written = pdfium.FPDFText_GetText(layer, 0, count, buffer)
    return bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")


def _cleaned(layer: Any, text: str, first: int) -> str:
    """The text without the blanks that PDFium puts where Chinese stands wide, or beside figures and letters.

    `first` is the place of its first character, -1 where places are not known.
    """
    if " " in text:
        stretched = _is_stretched(text)
        kept, last = [], 0
        for match in _BLANK.finditer(text):
            place = match.start()
            mixed = is_wide(text[place - 1]) != is_wide(text[place + 1])
            if (mixed or stretched) and (first < 0 or _is_narrow(layer, first + place, stretched)):
                kept.append(text[last:place])
                last = place + 1
        text = "".join([*kept, text[last:]])
    return text.replace("\x02", "").replace("\0", "")


def _is_stretched(text: str) -> bool:
    """Whether every few characters of a line are set apart to fill it."""
    return len(_SET_APART.findall(text)) > max(_FEWEST_APART, _SHARE_APART * len(text))


def _is_narrow(layer: Any, place: int, stretched: bool) -> bool:
    """Whether a blank is PDFium's own, and not as wide as one that parts words."""
    if pdfium.FPDFText_IsGenerated(layer, place) != 1:
        return False
    before, behind = _box(layer, place - 1), _box(layer, place + 1)
    height = max(before.top - before.bottom, behind.top - behind.bottom)
    return bool(behind.left - before.right < (_STRETCHED if stretched else _NARROW) * height)


def _placed(layer: Any, text: str, first: int, last: int) -> _Placed:
    angle = pdfium.FPDFText_GetCharAngle(layer, first)
    turn = round(angle / _QUARTER)
    leaning = abs(angle - turn * _QUARTER) > _UPRIGHT
    one, other = _box(layer, first), _box(layer, last)
    corners = (
        (min(one.left, other.left), min(one.bottom, other.bottom)),
        (max(one.right, other.right), max(one.top, other.top)),
    )
    return _Placed(text, -1 if leaning else turn % 4, corners, range(first, last + 1))


def _box(layer: Any, place: int) -> Any:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(layer, place, box)
    return box
