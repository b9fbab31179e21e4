"""Where things stand in a binary Word file ([MS-DOC]): header, tables of positions, properties."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from planparse.intake.unreadable import Unreadable

_IDENTITY = 0xA5EC  # of Word 97 and later; others are of Word 1 to 95
_FIRST_FORMAT = 0xC1  # nFib of Word 97
_HEADER = 32  # bytes before the counted parts of the FIB
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200

# Parts of the table stream by their place in the FIB.
STYLES, SECTIONS = 1, 6
RUNS, PARAGRAPHS, FONTS, PIECES, SHAPES, DRAWINGS, BOXES = 12, 13, 15, 33, 40, 50, 56
LISTS, LIST_USES = 73, 74

# Texts in the order in which they follow each other.
_FIRST_LENGTH = 3
TEXTS = ("body", "footnotes", "margins", "macros", "comments", "endnotes", "boxes", "margin_boxes")

u16 = struct.Struct("<H").unpack_from
u32 = struct.Struct("<I").unpack_from


class Property(NamedTuple):
    """A single property modifier: its code and its operand."""

    code: int
    operand: bytes

    @property
    def number(self) -> int:
        return int.from_bytes(self.operand[:4], "little")


@dataclass(frozen=True, slots=True)
class Header:
    """The FIB: lengths of the texts, and where the parts of the table stream are."""

    table: str  # the name of the table stream
    lengths: dict[str, int]
    parts: tuple[tuple[int, int], ...]

    @classmethod
    def read(cls, main: bytes) -> Header:
        """Raises Unreadable for a file that is locked or older than Word 97."""
        identity, version = u16(main, 0)[0], u16(main, 2)[0]
        if identity != _IDENTITY or version < _FIRST_FORMAT:
            raise Unreadable("PP045")
        flags = u16(main, 10)[0]
        if flags & _ENCRYPTED:
            raise Unreadable("PP020")
        counts = _HEADER + 2 + 2 * u16(main, _HEADER)[0]
        texts = counts + 2 + 4 * _FIRST_LENGTH
        lengths = struct.unpack_from(f"<{len(TEXTS)}i", main, texts)
        places = counts + 2 + 4 * u16(main, counts)[0]
        numbers = struct.unpack_from(f"<{2 * u16(main, places)[0]}I", main, places + 2)
        parts = tuple(zip(numbers[::2], numbers[1::2], strict=True))
        table = "1Table" if flags & _SECOND_TABLE else "0Table"
        return cls(table, {name: max(count, 0) for name, count in zip(TEXTS, lengths, strict=True)}, parts)

    def part(self, table: bytes, index: int) -> bytes:
        """The bytes of a part, none where the file lacks it."""
        start, length = self.parts[index] if index < len(self.parts) else (0, 0)
        return table[start : start + length]


def positions(data: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """A PLC: the positions, one more than there are records, and the records of `size` bytes."""
    count = max(len(data) - 4, 0) // (size + 4)
    if not count:
        return [], []
    first = 4 * (count + 1)
    places = list(struct.unpack_from(f"<{count + 1}I", data))
    return places, [data[first + size * i : first + size * (i + 1)] for i in range(count)]


_OPERAND_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_DEFINITION, _CHANGED_TABS = 0xD608, 0xC615


@lru_cache(maxsize=1024)  # most runs and paragraphs of a file share a few groups
def properties(data: bytes) -> tuple[Property, ...]:
    """The modifiers of a grpprl; what is cut off at its end is left out."""
    return tuple(_read_properties(data))


def _read_properties(data: bytes) -> Iterator[Property]:
    place = 0
    while place + 2 <= len(data):
        code = data[place] | data[place + 1] << 8
        place += 2
        size = _OPERAND_SIZES[code >> 13]
        if not size:
            if place >= len(data):
                return
            if code == _TABLE_DEFINITION:
                size = (data[place] | (data[place + 1] << 8 if place + 1 < len(data) else 0)) - 1
                place += 2
            else:
                size = data[place]
                place += 1
                if code == _CHANGED_TABS and size == 0xFF:
                    size = _tabs_size(data, place)
        if size < 0 or place + size > len(data):
            return
        yield Property(code, data[place : place + size])
        place += size


def _tabs_size(data: bytes, place: int) -> int:
    """The size of changed tab stops that is too large for one byte."""
    deleted = data[place] if place < len(data) else 0
    added_at = place + 1 + 4 * deleted
    added = data[added_at] if added_at < len(data) else 0
    return 2 + 4 * deleted + 3 * added
