"""The lists of a binary Word file: definitions, their levels, and the uses that paragraphs name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planparse.intake.number_formats import BINARY_CODES
from planparse.intake.numbering import DEEPEST, Level, ListUse
from planparse.intake.word.layout import LIST_USES, LISTS, Header, u16, u32

_DEFINITION, _USE, _LEVEL, _OVERRIDE = 28, 16, 28, 8
_SIMPLE = 0x01  # one level only
_LEGAL, _NO_RESTART = 0x04, 0x08
_STARTS, _FORMATS = 0x10, 0x20
_SUFFIXES = (" ", " ", "")  # tab, blank, nothing


class _ReadLevel(NamedTuple):
    level: Level
    end: int


def read_lists(header: Header, table: bytes) -> Mapping[int, ListUse]:
    """The uses by their number, counted from 1."""
    definitions = _definitions(header, table)
    data = header.part(table, LIST_USES)
    if len(data) < 4:
        return {}
    count = min(u32(data, 0)[0], (len(data) - 4) // _USE)
    at = 4 + _USE * count
    uses = {}
    for number in range(count):
        record = data[4 + _USE * number : 4 + _USE * (number + 1)]
        levels = dict(definitions.get(u32(record, 0)[0], {}))
        starts: dict[int, int] = {}
        at += 4  # a position that nobody reads
        for _ in range(min(record[12], DEEPEST)):
            if at + _OVERRIDE > len(data):
                break
            at = _override(data, at, levels, starts)
        uses[number + 1] = ListUse(u32(record, 0)[0], levels, starts)
    return uses


def _override(data: bytes, at: int, levels: dict[int, Level], starts: dict[int, int]) -> int:
    """What a use says of one level; the place behind it."""
    start, flags = u32(data, at)[0], u32(data, at + 4)[0]
    place = flags & 0xF
    at += _OVERRIDE
    if flags & _FORMATS:
        read = _level(data, at)
        if read is None:
            return len(data)
        levels[place], at = read
        start = read.level.start
    if flags & _STARTS and place < DEEPEST:
        starts[place] = start
    return at


def _definitions(header: Header, table: bytes) -> dict[int, dict[int, Level]]:
    """The levels of each definition by its id. They stand behind all definitions."""
    data = header.part(table, LISTS)
    if len(data) < 2:
        return {}
    count = min(u16(data, 0)[0], (len(data) - 2) // _DEFINITION)
    at = header.parts[LISTS][0] + len(data)
    definitions: dict[int, dict[int, Level]] = {}
    for number in range(count):
        record = data[2 + _DEFINITION * number : 2 + _DEFINITION * (number + 1)]
        levels = definitions.setdefault(u32(record, 0)[0], {})
        for place in range(1 if record[26] & _SIMPLE else DEEPEST):
            read = _level(table, at)
            if read is None:
                return definitions
            levels[place], at = read
    return definitions


def _level(data: bytes, at: int) -> _ReadLevel | None:
    """The level that stands at a place, None where the data ends before it does."""
    if at + _LEVEL > len(data):
        return None
    record = data[at : at + _LEVEL]
    at += _LEVEL + record[24] + record[25]
    if at + 2 > len(data):
        return None
    length = u16(data, at)[0]
    text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    flags = record[5]
    level = Level(
        text="".join(f"%{ord(each) + 1}" if ord(each) < DEEPEST else each for each in text),
        format=BINARY_CODES.get(record[4], "decimal"),
        start=u32(record, 0)[0],
        restart=record[26] if flags & _NO_RESTART else None,
        legal=bool(flags & _LEGAL),
        suffix=_SUFFIXES[min(record[15], 2)],
    )
    return _ReadLevel(level, at + 2 + 2 * length)
