"""Binary Word files written part by part ([MS-DOC], [MS-CFB]), for tests: no office program made them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

SECTOR = 512
_HEADER_END, _TEXT_AT = 0x9A, 1024
_PARTS = 93
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD

# Single property modifiers by their code.
HIDDEN, DELETED, INSERTED, SYMBOL, CHARACTER_STYLE = 0x083C, 0x0800, 0x0801, 0x6A09, 0x4A30
LIST, LEVEL, IN_TABLE, ROW_END, ROW, HUGE = 0x460B, 0x260A, 0x2416, 0x2417, 0xD608, 0x6646


def modifier(code: int, value: int | bytes = 1) -> bytes:
    """A modifier with its operand; the size of a number follows from the code."""
    if isinstance(value, bytes):
        return struct.pack("<H", code) + value
    size = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}[code >> 13]
    return struct.pack("<H", code) + value.to_bytes(size, "little")


def row_definition(edges: Sequence[int], merged: Sequence[int] = ()) -> bytes:
    """The modifier of a row: edges of its cells, and those merged with the cell above."""
    count = len(edges) - 1
    cells = b"".join(struct.pack("<H18x", 0x0020 if i in merged else 0) for i in range(count))
    operand = bytes([count]) + struct.pack(f"<{count + 1}h", *edges) + cells
    return modifier(ROW, struct.pack("<H", len(operand) + 1) + operand)


@dataclass(frozen=True)
class Run:
    text: str
    modifiers: bytes = b""
    western: bool = False  # one byte for each character


@dataclass(frozen=True)
class Para:
    """A paragraph: its runs, or its text; `end` is its mark."""

    runs: Sequence[Run] | str
    modifiers: bytes = b""
    style: int = 0
    end: str = "\r"
    end_modifiers: bytes = b""

    def all_runs(self) -> list[Run]:
        own = [Run(self.runs)] if isinstance(self.runs, str) else list(self.runs)
        return [*own, Run(self.end, self.end_modifiers)]


@dataclass(frozen=True)
class Style:
    """A paragraph style, or a character style where it has no paragraph modifiers at all (None)."""

    paragraph: bytes | None = b""
    run: bytes = b""
    base: int = 0xFFF


@dataclass(frozen=True)
class ListLevel:
    """A level: `text` has chr(0) … chr(8) where the numbers of the levels stand."""

    text: str
    code: int = 0
    start: int = 1
    flags: int = 0
    limit: int = 0
    suffix: int = 2


@dataclass(frozen=True)
class Box:
    """A text box: where it is anchored in the body, how far below, and its paragraphs, or the text that is
    drawn. Of a `grouped` one the group has the anchor."""

    anchor: int
    top: int
    paragraphs: Sequence[Para] = ()
    drawn: str = ""
    grouped: bool = False


@dataclass
class Binary:
    """A file; `lists` are definitions with their levels, `uses` name them by place, with starts of levels."""

    body: Sequence[Para]
    styles: Sequence[Style] = (Style(),)
    lists: Sequence[Sequence[ListLevel]] = ()
    uses: Sequence[tuple[int, dict[int, int]]] = ()
    notes: Sequence[Para] = ()
    margins: Sequence[Para] = ()
    boxes: Sequence[Box] = ()
    fonts: Sequence[str] = ()
    sections: Sequence[int] = ()
    groups: Sequence[bytes] = ()  # of modifiers that pieces may name
    piece_modifier: int = 0
    data: bytes = b""
    flags: int = 0
    identity: int = 0xA5EC
    version: int = 0xC1
    storages: Sequence[str] = ()
    streams: dict[str, bytes] = field(default_factory=dict)
    _parts: dict[int, tuple[int, int]] = field(default_factory=dict)
    _table: bytearray = field(default_factory=bytearray)

    def to_bytes(self) -> bytes:
        texts = [self.body, self.notes, self.margins, [para for box in self.boxes for para in box.paragraphs]]
        main = bytearray(_TEXT_AT)
        pieces, runs, paragraphs = self._write_text(main, texts)
        self._put(33, self._pieces(pieces))
        self._put(12, self._pages(main, runs, 4, lambda found: bytes([len(found)]) + found))
        self._put(
            13, self._pages(main, paragraphs, 3, lambda found: bytes([0, (len(found) + 1) // 2]) + found)
        )
        self._put(1, self._styles())
        self._put(15, struct.pack("<HH", len(self.fonts), 0) + b"".join(map(_font, self.fonts)))
        if self.sections:
            places = [0, *self.sections]
            self._put(6, struct.pack(f"<{len(places)}I", *places) + bytes(12 * len(self.sections)))
        self._put_lists()
        self._put_boxes()
        lengths = [sum(len(run.text) for para in text for run in para.all_runs()) for text in texts]
        main[:_TEXT_AT] = self._header(lengths)
        streams = {"WordDocument": bytes(main), "1Table": bytes(self._table), **self.streams}
        if self.data:
            streams["Data"] = self.data
        return container(streams, self.storages)

    def _write_text(self, main: bytearray, texts: Sequence[Sequence[Para]]):  # type: ignore[no-untyped-def]
        """Pieces (place, offset, width), and the ranges of runs and paragraphs in the stream."""
        pieces: list[tuple[int, int, int]] = []
        runs: list[tuple[int, bytes]] = []
        paragraphs: list[tuple[int, bytes]] = []
        place = 0
        for para in (para for text in texts for para in text):
            paragraphs.append((len(main), struct.pack("<H", para.style) + para.modifiers))
            for run in para.all_runs():
                width = 1 if run.western else 2
                if not pieces or pieces[-1][2] != width:
                    pieces.append((place, len(main), width))
                runs.append((len(main), run.modifiers))
                main += run.text.encode("cp1252" if run.western else "utf-16-le")
                place += len(run.text.encode("utf-16-le")) // 2
        pieces.append((place, 0, 0))
        runs.append((len(main), b""))
        paragraphs.append((len(main), b""))
        return pieces, runs, paragraphs

    def _pieces(self, pieces: list[tuple[int, int, int]]) -> bytes:
        places = struct.pack(f"<{len(pieces)}I", *(place for place, _, _ in pieces))
        records = b"".join(
            struct.pack("<HIH", 0, 2 * offset | 1 << 30 if width == 1 else offset, self.piece_modifier)
            for _, offset, width in pieces[:-1]
        )
        groups = b"".join(b"\x01" + struct.pack("<H", len(group)) + group for group in self.groups)
        return groups + b"\x02" + struct.pack("<I", len(places + records)) + places + records

    def _pages(self, main: bytearray, ranges, most: int, written) -> bytes:  # type: ignore[no-untyped-def]
        """Pages of properties behind the text, a few entries each, and their index."""
        starts, numbers = [], []
        for first in range(0, len(ranges) - 1, most):
            entries = ranges[first : first + most + 1]
            main += bytes(-len(main) % SECTOR)
            numbers.append(len(main) // SECTOR)
            starts.append(entries[0][0])
            main += _page(entries, 13 if most == 3 else 1, written)
        starts.append(ranges[-1][0])
        return struct.pack(f"<{len(starts)}I{len(numbers)}I", *starts, *numbers)

    def _styles(self) -> bytes:
        return struct.pack("<HHH", 18, len(self.styles), 10) + bytes(14) + b"".join(map(_style, self.styles))

    def _put_lists(self) -> None:
        definitions = b"".join(
            struct.pack("<I4x18xBx", number + 1, 1 if len(levels) == 1 else 0)
            for number, levels in enumerate(self.lists)
        )
        self._put(73, struct.pack("<H", len(self.lists)) + definitions)
        for levels in self.lists:
            for level in levels if len(levels) == 1 else (*levels, *[ListLevel("")] * (9 - len(levels))):
                self._table += _level(level)
        uses = b"".join(struct.pack("<I8xB3x", of + 1, len(starts)) for of, starts in self.uses)
        overrides = b"".join(
            b"\xff" * 4 + b"".join(struct.pack("<II", start, place | 0x10) for place, start in starts.items())
            for _, starts in self.uses
        )
        self._put(74, struct.pack("<I", len(self.uses)) + uses + overrides)

    def _put_boxes(self) -> None:
        if not self.boxes:
            return
        anchors = struct.pack(f"<{len(self.boxes) + 1}I", *(box.anchor for box in self.boxes), 0)
        for i, box in enumerate(self.boxes):
            anchors += struct.pack("<Iii14x", _shape(i, group=box.grouped), 0, box.top)
        self._put(40, anchors)
        self._put(50, _drawing(self.boxes))
        edges, records = [0], b""
        for i, box in enumerate(self.boxes):
            if not box.drawn:
                edges.append(
                    edges[-1] + sum(len(run.text) for para in box.paragraphs for run in para.all_runs())
                )
                records += struct.pack("<14xI4x", _shape(i))
        self._put(56, struct.pack(f"<{len(edges)}I", *edges) + records)

    def _put(self, index: int, data: bytes) -> None:
        self._parts[index] = (len(self._table), len(data))
        self._table += data

    def _header(self, lengths: list[int]) -> bytes:
        body, notes, margins, boxes = lengths
        flags = 0x0200 | self.flags
        head = struct.pack("<HH6xH", self.identity, self.version, flags).ljust(32, b"\0")
        counts = struct.pack("<H28xH12x", 14, 22) + struct.pack(
            "<8i", body, notes, margins, 0, 0, 0, boxes, 0
        )
        head = (head + counts).ljust(_HEADER_END - 2, b"\0") + struct.pack("<H", _PARTS)
        parts = (self._parts.get(index, (0, 0)) for index in range(_PARTS))
        return (head + b"".join(struct.pack("<II", *part) for part in parts)).ljust(_TEXT_AT, b"\0")


def _page(entries, size: int, written) -> bytes:  # type: ignore[no-untyped-def]
    """A page: positions, an entry for each, the properties from the end backwards, the count."""
    count = len(entries) - 1
    page = bytearray(SECTOR)
    struct.pack_into(f"<{count + 1}I", page, 0, *(start for start, _ in entries))
    free = SECTOR - 1
    for i, (_, found) in enumerate(entries[:-1]):
        if not found:
            continue
        data = written(found)
        free = (free - len(data)) // 2 * 2
        page[free : free + len(data)] = data
        page[4 * (count + 1) + size * i] = free // 2
    page[-1] = count
    return bytes(page)


def _shape(place: int, *, group: bool = False) -> int:
    """The number of a shape."""
    return (900 if group else 100) + place


def _drawing(boxes: Sequence[Box]) -> bytes:
    """The shapes ([MS-ODRAW]): a group that is the drawing, with a shape or a group for each box."""
    shapes = _art(0xF004, _art(0xF00A, struct.pack("<II", 1, 0)))
    for i, box in enumerate(boxes):
        text = (box.drawn + "\0").encode("utf-16-le")
        options = struct.pack("<HIHI", 0x0080, 0, 0xC0C0, len(text)) + text
        own = _art(0xF00A, struct.pack("<II", _shape(i), 0)) + (
            _art(0xF00B, options, 2) if box.drawn else b""
        )
        shape = _art(0xF004, own)
        if box.grouped:
            group = _art(0xF004, _art(0xF00A, struct.pack("<II", _shape(i, group=True), 0)))
            shape = _art(0xF003, group + shape)
        shapes += shape
    return _art(0xF000, bytes(16)) + b"\0" + _art(0xF002, _art(0xF008, bytes(8)) + _art(0xF003, shapes))


def _art(kind: int, content: bytes, instance: int = 0) -> bytes:
    return struct.pack("<HHI", instance << 4 | 0xF, kind, len(content)) + content


def _style(style: Style) -> bytes:
    kind = 2 if style.paragraph is None else 1
    updates = [style.run] if style.paragraph is None else [bytes(2) + style.paragraph, style.run]
    name = struct.pack("<H", 1) + "s".encode("utf-16-le") + bytes(2)
    found = struct.pack("<HHHHH", 0, kind | style.base << 4, len(updates), 0, 0) + name
    for update in updates:
        found += struct.pack("<H", len(update)) + update + bytes(len(update) % 2)
    return struct.pack("<H", len(found)) + found + bytes(len(found) % 2)


def _level(level: ListLevel) -> bytes:
    text = level.text.encode("utf-16-le")
    return (
        struct.pack("<IBB9xB8xBBBx", level.start, level.code, level.flags, level.suffix, 0, 0, level.limit)
        + struct.pack("<H", len(text) // 2)
        + text
    )


def _font(name: str) -> bytes:
    record = bytes(39) + name.encode("utf-16-le") + bytes(2)
    return bytes([len(record)]) + record


def container(streams: dict[str, bytes], storages: Sequence[str] = ()) -> bytes:
    """A compound file; every stream is long enough to stand in sectors of its own."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors: list[bytes] = []
    table: list[int] = []

    def add(data: bytes) -> int:
        first = len(sectors)
        count = -(-len(data) // SECTOR)
        sectors.extend(data[SECTOR * i : SECTOR * (i + 1)].ljust(SECTOR, b"\0") for i in range(count))
        table.extend([*range(first + 1, first + count), _END])
        return first

    starts = {name: add(data) for name, data in padded.items()}
    names = [*streams, *storages]
    entries = [_entry("Root Entry", 5, child=1 if names else _FREE)]
    for i, name in enumerate(names, 1):
        following = i + 1 if i < len(names) else _FREE
        if name in starts:
            entries.append(_entry(name, 2, following, start=starts[name], size=len(padded[name])))
        else:
            entries.append(_entry(name, 1, following))
    directory = add(b"".join(entries))
    fat_sectors = -(-(len(table) + 8) // 128)
    fat_at = len(sectors)
    table += [_FAT] * fat_sectors
    table += [_FREE] * (128 * fat_sectors - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_sectors, directory)
    head += struct.pack("<IIIIII", 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", *range(fat_at, fat_at + fat_sectors), *[_FREE] * (109 - fat_sectors))
    return head + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def _entry(
    name: str, kind: int, following: int = _FREE, child: int = _FREE, start: int = 0, size: int = 0
) -> bytes:
    text = name.encode("utf-16-le") + bytes(2)
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text), kind, 1, _FREE, following, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
