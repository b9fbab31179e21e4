"""Text boxes: which text belongs to the shape that is anchored at which place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planparse.intake.word.layout import BOXES, DRAWINGS, SHAPES, Header, positions, u16, u32

_ANCHOR, _BOX = 26, 22
_SHAPE_OF_BOX = 14  # where a record of a box names its shape
_TOP = 8  # where a record of an anchor has the upper edge

# Records of drawings ([MS-ODRAW]).
_RECORD = 8
_GROUP, _SHAPE_CONTAINER, _SHAPE = 0xF003, 0xF004, 0xF00A
_DRAWING, _ALL_DRAWINGS = 0xF002, 0xF000
_CONTAINERS = frozenset((_DRAWING, _SHAPE_CONTAINER))


class Box(NamedTuple):
    """The text `start:end`, of all boxes' text, stands in a box anchored at `anchor`, `top` below it."""

    anchor: int
    top: int
    start: int
    end: int


def read_boxes(header: Header, table: bytes) -> list[Box]:
    """The boxes in the order of their anchors, upper ones first. One without an anchor is the first."""
    places, anchors = positions(header.part(table, SHAPES), _ANCHOR)
    where = {
        u32(record)[0]: (place, int.from_bytes(record[_TOP : _TOP + 4], "little", signed=True))
        for place, record in zip(places, anchors, strict=False)
    }
    groups = dict(_groups(header.part(table, DRAWINGS)))
    bounds, records = positions(header.part(table, BOXES), _BOX)
    boxes = []
    for record, start, end in zip(records, bounds, bounds[1:], strict=False):
        shape = u32(record, _SHAPE_OF_BOX)[0]
        anchor, top = where.get(shape) or where.get(groups.get(shape, 0), (0, 0))
        if shape and start < end:
            boxes.append(Box(anchor, top, start, end))
    return sorted(boxes)


def _groups(data: bytes) -> Iterator[tuple[int, int]]:
    """For each shape in a group the shape that is the whole group, which has the anchor."""
    if len(data) < _RECORD:
        return
    # The outermost group holds the drawing: only the groups in it have anchors.
    waiting = [(at, end, 0, 0) for at, end in _drawings(data)]
    while waiting:
        at, end, depth, leader = waiting.pop()
        while at + _RECORD <= end:
            kind, size = u16(data, at + 2)[0], u32(data, at + 4)[0]
            inner, after = at + _RECORD, min(at + _RECORD + size, end)
            if kind == _GROUP:
                waiting.append((inner, after, depth + 1, leader if depth > 1 else 0))
            elif kind in _CONTAINERS:
                shape = _shape_in(data, inner, after)
                if depth > 1 and shape:
                    leader = leader or shape
                    yield shape, leader
            at = after


def _drawings(data: bytes) -> Iterator[tuple[int, int]]:
    """The drawings behind the record that is common to all."""
    at = _RECORD + u32(data, 4)[0]
    while at + 1 + _RECORD <= len(data):
        size = u32(data, at + 5)[0]  # a byte says whether it is of the body or of the margins
        yield at + 1 + _RECORD, min(at + 1 + _RECORD + size, len(data))
        at += 1 + _RECORD + size


def _shape_in(data: bytes, at: int, end: int) -> int:
    while at + _RECORD + 4 <= end:
        if u16(data, at + 2)[0] == _SHAPE:
            return int(u32(data, at + _RECORD)[0])
        at += _RECORD + u32(data, at + 4)[0]
    return 0
