"""The ruled lines of a page: borders of tables among them, as lines or as very thin boxes."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_THIN = 2.5  # points, up to which a filled box is a line
_SHORT = 8.0  # points; shorter lines are corners and dots
_MOST_OBJECTS = 20_000  # of one page; drawings and maps have more, tables far fewer
_MOST_SEGMENTS = 2_000  # of one path
_RECTANGLE = 5  # segments


class Ruling(NamedTuple):
    """A line at `place`, from `start` to `end` along its direction."""

    place: float
    start: float
    end: float


class Rulings(NamedTuple):
    """Lines across (place is y) and lines down (place is x); the page from its upper left corner on."""

    across: list[Ruling]
    down: list[Ruling]


def read_rulings(page: Any, height: float) -> Rulings:
    """The ruled lines of an upright page."""
    found = Rulings([], [])
    count = pdfium.FPDFPage_CountObjects(page)
    for place in range(min(count, _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, place)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(found, item, height)
    return found


def _add_path(found: Rulings, item: Any, height: float) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    x0, x1, y0, y1 = left.value, right.value, height - top.value, height - bottom.value
    if min(x1 - x0, y1 - y0) <= _THIN:
        _add_line(found, x0, y0, x1, y1)
        return
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, filled, stroked)
    if not stroked.value:
        return
    if pdfium.FPDFPath_CountSegments(item) > _RECTANGLE:
        _add_segments(found, item, height)
        return
    for line in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
        _add_line(found, *line)


def _add_segments(found: Rulings, item: Any, height: float) -> None:
    """The straight lines of a path that draws several."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    points: list[tuple[float, float, bool]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, place)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        up = matrix.b * x.value + matrix.d * y.value + matrix.f
        drawn = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO
        points.append((across, height - up, drawn))
    for (x0, y0, _), (x1, y1, drawn) in pairwise(points):
        if drawn:
            _add_line(found, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _add_line(found: Rulings, x0: float, y0: float, x1: float, y1: float) -> None:
    if y1 - y0 <= _THIN and x1 - x0 >= _SHORT:
        found.across.append(Ruling((y0 + y1) / 2, x0, x1))
    elif x1 - x0 <= _THIN and y1 - y0 >= _SHORT:
        found.down.append(Ruling((x0 + x1) / 2, y0, y1))
