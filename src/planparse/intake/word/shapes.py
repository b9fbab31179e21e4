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
_GROUP, _SHAPE_CONTAINER, _SHAPE, _OPTIONS = 0xF003, 0xF004, 0xF00A, 0xF00B
_OPTION = 6
_OPTION_CODE, _COMPLEX = 0x3FFF, 0x8000
_DRAWN_TEXT = 0x00C0
_LONGEST_DRAWN = 1_000  # characters


class _Shape(NamedTuple):
    """A shape; `leader` is the group that it is anchored with, or itself."""

    number: int
    leader: int
    drawn: str


class Box(NamedTuple):
    """The text `start:end`, of all boxes' text, stands in a box anchored at `anchor`, `top` below it.

    Text that is `drawn` (WordArt, as letterheads often are) is none of theirs.
    """

    anchor: int
    top: int
    start: int
    end: int
    drawn: str = ""


def read_boxes(header: Header, table: bytes) -> list[Box]:
    """The boxes in the order of their anchors, upper ones first. One without an anchor is the first."""
    places, anchors = positions(header.part(table, SHAPES), _ANCHOR)
    where = {
        u32(record)[0]: (place, int.from_bytes(record[_TOP : _TOP + 4], "little", signed=True))
        for place, record in zip(places, anchors, strict=False)
    }
    shapes = {shape.number: shape for shape in _shapes(header.part(table, DRAWINGS))}
    leaders = {number: shape.leader for number, shape in shapes.items()}
    bounds, records = positions(header.part(table, BOXES), _BOX)
    boxes = []
    for record, start, end in zip(records, bounds, bounds[1:], strict=False):
        number = u32(record, _SHAPE_OF_BOX)[0]
        anchor, top = where.get(number) or where.get(leaders.get(number, 0), (0, 0))
        if number and start < end:
            boxes.append(Box(anchor, top, start, end))
    for shape in shapes.values():
        if shape.drawn and shape.leader in where:  # others are of the margins
            boxes.append(Box(*where[shape.leader], 0, 0, shape.drawn))
    return sorted(boxes)


def _shapes(data: bytes) -> Iterator[_Shape]:
    if len(data) < _RECORD:
        return
    # The outermost group holds the drawing: only the groups and shapes in it have anchors.
    waiting = [(at, end, 0, 0) for at, end in _drawings(data)]
    while waiting:
        at, end, depth, leader = waiting.pop()
        for kind, _, inner, after in _records(data, at, end):
            if kind == _GROUP:
                waiting.append((inner, after, depth + 1, leader))
            elif kind == _SHAPE_CONTAINER:
                number, drawn = _contents(data, inner, after)
                if depth > 1:
                    leader = leader or number
                yield _Shape(number, leader or number, drawn)


def _records(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Kind and instance of each record between two places, and where its content is."""
    while at + _RECORD <= end:
        instance, kind, size = u16(data, at)[0] >> 4, u16(data, at + 2)[0], u32(data, at + 4)[0]
        after = min(at + _RECORD + size, end)
        yield kind, instance, at + _RECORD, after
        at = after


def _drawings(data: bytes) -> Iterator[tuple[int, int]]:
    """The drawings behind the record that is common to all."""
    at = _RECORD + u32(data, 4)[0]
    while at + 1 + _RECORD <= len(data):
        size = u32(data, at + 5)[0]  # a byte says whether it is of the body or of the margins
        yield at + 1 + _RECORD, min(at + 1 + _RECORD + size, len(data))
        at += 1 + _RECORD + size


def _contents(data: bytes, at: int, end: int) -> tuple[int, str]:
    """The number of a shape, and the text that is drawn as one."""
    number, drawn = 0, ""
    for kind, instance, inner, after in _records(data, at, end):
        if kind == _SHAPE and after - inner >= 4:
            number = u32(data, inner)[0]
        elif kind == _OPTIONS:
            drawn = _drawn_text(data[inner:after], instance)
    return number, drawn


def _drawn_text(data: bytes, count: int) -> str:
    """The text among the options of a shape; long ones stand behind all, in the order of the options."""
    place = _OPTION * count
    for at in range(0, min(place, len(data) - _OPTION + 1), _OPTION):
        code, size = u16(data, at)[0], u32(data, at + 2)[0]
        if not code & _COMPLEX:
            continue
        if code & _OPTION_CODE == _DRAWN_TEXT:
            text = data[place : place + min(size, 2 * _LONGEST_DRAWN)].decode("utf-16-le", "replace")
            return text.partition("\0")[0].replace("\r", "\n")
        place += size
    return ""
