"""The text of a binary Word file: pieces that stand anywhere in the main stream."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from planparse.intake.unreadable import Unreadable
from planparse.intake.word.layout import Property, positions, properties, u16, u32

_PIECE_TABLE, _PROPERTIES = 2, 1
_PIECE_SIZE = 8
_COMPRESSED = 0x4000_0000
# Modifiers that a piece names by a number of their own ([MS-DOC] 2.4.6.2), as far as they are read.
_SHORT_CODES = {
    0x09: 0x2407,
    0x0C: 0x260A,
    0x18: 0x2416,
    0x19: 0x2417,
    0x41: 0x0800,
    0x42: 0x0801,
    0x5C: 0x083C,
}
# Bytes that stand for a character of their own in a compressed piece; others are Latin-1.
_HALVES = re.compile("[\ud800-\udfff]")
_WESTERN = {code: ord(bytes([code]).decode("cp1252", "replace")) for code in range(0x80, 0xA0)}
_WESTERN = {code: to for code, to in _WESTERN.items() if to != 0xFFFD}


class Piece(NamedTuple):
    """`text[start:end]` stands at `offset` in the main stream, `width` bytes each character."""

    start: int
    end: int
    offset: int
    width: int
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class PieceText:
    """The characters of all texts, one for each UTF-16 unit, and where each stands in the stream."""

    text: str
    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...]

    @classmethod
    def read(cls, main: bytes, table: bytes) -> PieceText:
        groups, piece_table = _parts(table)
        places, records = positions(piece_table, _PIECE_SIZE)
        if not records:
            raise Unreadable("PP021", detail="no piece table")
        pieces, texts = [], []
        room = len(main)  # each character has a byte of its own
        for start, end, record in zip(places, places[1:], records, strict=False):
            room -= end - start
            if end < start or room < 0:
                raise Unreadable("PP021", detail="piece table")
            piece = _piece(start, end, record, groups)
            pieces.append(piece)
            texts.append(_characters(main, piece))
        text = "".join(texts)
        return cls(text, tuple(pieces), tuple(piece.start for piece in pieces))

    def piece_of(self, place: int) -> Piece:
        return self.pieces[bisect_right(self._starts, place) - 1]

    def offset_of(self, place: int) -> int:
        """Where a character stands in the main stream."""
        piece = self.piece_of(place)
        return piece.offset + (place - piece.start) * piece.width


def _parts(table: bytes) -> tuple[list[bytes], bytes]:
    """The groups of properties and the piece table of a Clx."""
    groups: list[bytes] = []
    place = 0
    while place < len(table):
        kind = table[place]
        if kind == _PROPERTIES:
            size = u16(table, place + 1)[0]
            groups.append(table[place + 3 : place + 3 + size])
            place += 3 + size
        elif kind == _PIECE_TABLE:
            return groups, table[place + 5 : place + 5 + u32(table, place + 1)[0]]
        else:
            break
    return groups, b""


def _piece(start: int, end: int, record: bytes, groups: list[bytes]) -> Piece:
    where, modifier = u32(record, 2)[0], u16(record, 6)[0]
    offset = where & (_COMPRESSED - 1)
    modifiers: tuple[Property, ...] = ()
    if modifier & 1:
        group = modifier >> 1
        modifiers = tuple(properties(groups[group])) if group < len(groups) else ()
    elif modifier and (code := _SHORT_CODES.get(modifier >> 1 & 0x7F)) is not None:
        modifiers = (Property(code, bytes([modifier >> 8])),)
    if where & _COMPRESSED:
        return Piece(start, end, offset // 2, 1, modifiers)
    return Piece(start, end, offset, 2, modifiers)


def _characters(main: bytes, piece: Piece) -> str:
    count = piece.end - piece.start
    data = main[piece.offset : piece.offset + count * piece.width]
    if len(data) < count * piece.width:
        raise Unreadable("PP021", detail="text cut off")
    if piece.width == 1:
        return data.decode("latin-1").translate(_WESTERN)
    text = data.decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    return "".join(map(chr, memoryview(data).cast("H")))  # characters beyond U+FFFF stay two units


def whole_characters(text: str) -> str:
    """The text with pairs of units joined into the characters they stand for."""
    if not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
