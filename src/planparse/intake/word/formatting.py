"""Properties of paragraphs and runs: what their pages, pieces and styles say of them."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from planparse.intake.word.layout import Property, positions, properties, u16, u32

_PAGE = 512
_PAGE_NUMBER = 0x3F_FFFF
_PARAGRAPH_ENTRY, _RUN_ENTRY = 13, 1  # bytes of an entry behind the positions of a page
_HUGE = 0x6646  # the properties stand in the data stream
_HUGE_CODE = _HUGE.to_bytes(2, "little")
_MOST_HUGE = 1 << 16

_STYLE = 0x4600
_PARAGRAPH_STYLE, _CHARACTER_STYLE = 1, 2
_DEEPEST = 64  # styles based on each other; more is a circle
_NO_STYLE = 0xFFF


class Paragraphs(NamedTuple):
    """Positions in the main stream where paragraphs begin; style and properties of each."""

    starts: list[int]
    entries: list[tuple[int, bytes]]

    def at(self, offset: int) -> tuple[int, bytes]:
        place = bisect_right(self.starts, offset) - 1
        return self.entries[place] if place >= 0 else (0, b"")


def read_paragraphs(main: bytes, index: bytes, data: bytes) -> Paragraphs:
    starts: list[int] = []
    entries: list[tuple[int, bytes]] = []
    for page, places in _pages(main, index):
        for number, start in enumerate(places[:-1]):
            at = page[4 * len(places) + _PARAGRAPH_ENTRY * number] * 2
            starts.append(start)
            entries.append(_paragraph_entry(page, at, data) if at else (0, b""))
    return _sorted(starts, entries)


def _sorted(starts: list[int], entries: list[tuple[int, bytes]]) -> Paragraphs:
    if any(before > after for before, after in pairwise(starts)):
        order = sorted(range(len(starts)), key=starts.__getitem__)
        starts, entries = [starts[i] for i in order], [entries[i] for i in order]
    return Paragraphs(starts, entries)


def _paragraph_entry(page: bytes, at: int, data: bytes) -> tuple[int, bytes]:
    size = 2 * page[at] - 1
    at += 1
    if size < 0:  # a count of zero: the next byte has it
        size = 2 * page[at]
        at += 1
    style, own = u16(page, at)[0], page[at + 2 : at + size]
    huge = next((each for each in properties(own) if each.code == _HUGE), None) if _HUGE_CODE in own else None
    if huge is None:
        return style, own
    place = huge.number
    count = min(u16(data, place)[0], _MOST_HUGE) if place + 2 <= len(data) else 0
    return style, own + data[place + 2 : place + 2 + count]


def read_runs(main: bytes, index: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The runs that have properties: begin and end in the main stream, and the properties."""
    for page, places in _pages(main, index):
        for number, (start, end) in enumerate(pairwise(places)):
            at = page[4 * len(places) + _RUN_ENTRY * number] * 2
            if at:
                yield start, end, page[at + 1 : at + 1 + page[at]]


def _pages(main: bytes, index: bytes) -> Iterator[tuple[bytes, tuple[int, ...]]]:
    """The pages of properties that an index names, each with the positions of its entries."""
    _, records = positions(index, 4)
    for record in records:
        first = (u32(record)[0] & _PAGE_NUMBER) * _PAGE
        page = main[first : first + _PAGE]
        if len(page) == _PAGE:
            yield page, struct.unpack_from(f"<{page[-1] + 1}I", page)


class Style(NamedTuple):
    base: int
    paragraph: bytes
    run: bytes


@dataclass(frozen=True, slots=True)
class StyleSheet:
    styles: dict[int, Style] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes) -> StyleSheet:
        sheet = cls()
        if len(data) < 6:
            return sheet
        place = 2 + u16(data, 0)[0]
        count, base_size = u16(data, 2)[0], u16(data, 4)[0]
        for number in range(count):
            if place + 2 > len(data):
                break
            size = u16(data, place)[0]
            definition = data[place + 2 : place + 2 + size]
            if len(definition) > base_size + 2:
                sheet.styles[number] = _style(definition, base_size)
            place += 2 + size + size % 2
        return sheet

    def chain(self, number: int) -> Iterator[Style]:
        """A style and those it is based on, the first one of all first."""
        found: list[Style] = []
        while number in self.styles and len(found) < _DEEPEST:
            found.append(self.styles[number])
            number = found[-1].base
        return reversed(found)

    def paragraph_properties(self, number: int) -> list[Property]:
        return [each for style in self.chain(number) for each in properties(style.paragraph)]

    def run_properties(self, number: int) -> list[Property]:
        return [each for style in self.chain(number) for each in properties(style.run)]


def _style(definition: bytes, base_size: int) -> Style:
    kind_and_base = u16(definition, 2)[0]
    kind, base = kind_and_base & 0xF, kind_and_base >> 4
    at = base_size + 2 + 2 * u16(definition, base_size)[0] + 2  # behind the name and its end
    updates: list[bytes] = []
    while at + 2 <= len(definition) and len(updates) < 2:
        size = u16(definition, at)[0]
        updates.append(definition[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    updates += [b"", b""]
    if kind == _PARAGRAPH_STYLE:
        return Style(base, updates[0][2:], updates[1])
    return Style(base, b"", updates[0] if kind == _CHARACTER_STYLE else b"")
