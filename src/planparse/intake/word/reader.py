"""The way from the bytes of a binary Word file to its story. Macros are never run."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

from planparse.intake.numbering import Numbering
from planparse.intake.story import Story
from planparse.intake.unreadable import Unreadable
from planparse.intake.word.body import BodyReader
from planparse.intake.word.characters import Characters
from planparse.intake.word.formatting import StyleSheet, read_paragraphs, read_runs
from planparse.intake.word.layout import (
    FONTS,
    PARAGRAPHS,
    PIECES,
    RUNS,
    SECTIONS,
    STYLES,
    TEXTS,
    Header,
    positions,
)
from planparse.intake.word.lists import read_lists
from planparse.intake.word.pieces import PieceText
from planparse.intake.word.shapes import read_boxes

if TYPE_CHECKING:
    from olefile import OleFileIO

_MAIN, _DATA = "WordDocument", "Data"
_LOCKED = ("EncryptedPackage", "EncryptionInfo")
_MACROS, _OBJECTS = "Macros", "ObjectPool"
_KINDS = {"Workbook": "XLS", "Book": "XLS", "PowerPoint Document": "PPT", "VisioDocument": "VSD"}
_SECTION = 12
_FONT_NAME = 40  # where the name begins in a record of a font
_DAMAGE = (struct.error, IndexError, ValueError, KeyError, OverflowError, OSError)


def read_story(data: bytes) -> Story:
    """What a binary Word file holds. Raises Unreadable."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return _read(container)
    except _DAMAGE as error:  # lengths and places that do not fit each other
        raise Unreadable("PP021", detail=f"{type(error).__name__}: {error}") from None


def _read(container: OleFileIO) -> Story:
    _check_kind(container)
    main = container.openstream(_MAIN).read()
    header = Header.read(main)
    if not container.exists(header.table):
        raise Unreadable("PP021", detail=header.table)
    table = container.openstream(header.table).read()
    data = container.openstream(_DATA).read() if container.exists(_DATA) else b""
    story = Story(macros=container.exists(_MACROS), embedded=_objects(container))
    reader = _body_reader(header, main, table, data, story)
    _read_texts(header, table, reader, story)
    return story


def _check_kind(container: OleFileIO) -> None:
    if any(container.exists(name) for name in _LOCKED):
        raise Unreadable("PP020")
    if not container.exists(_MAIN):
        kind = next((kind for name, kind in _KINDS.items() if container.exists(name)), "OLE")
        raise Unreadable("PP003", kind=kind)


def _objects(container: OleFileIO) -> int:
    """Sheets, charts and other objects with text of their own, which is not read."""
    if not container.exists(_OBJECTS):
        return 0
    return len({entry[1] for entry in container.listdir() if len(entry) > 1 and entry[0] == _OBJECTS})


def _body_reader(header: Header, main: bytes, table: bytes, data: bytes, story: Story) -> BodyReader:
    source = PieceText.read(main, header.part(table, PIECES))
    styles = StyleSheet.read(header.part(table, STYLES))
    runs = read_runs(main, header.part(table, RUNS))
    characters = Characters.read(source, runs, styles, _fonts(header.part(table, FONTS)), story)
    paragraphs = read_paragraphs(main, header.part(table, PARAGRAPHS), data)
    sections, _ = positions(header.part(table, SECTIONS), _SECTION)
    numbering = Numbering(read_lists(header, table))
    return BodyReader(characters, paragraphs, styles, numbering, frozenset(sections))


def _read_texts(header: Header, table: bytes, reader: BodyReader, story: Story) -> None:
    """The body with its boxes; notes, headers and footers apart."""
    ends = {}
    start, most = 0, len(reader.characters.source.text)
    for name in TEXTS:
        end = min(start + header.lengths[name], most)
        ends[name] = (start, end)
        start = end
    story.body = reader.blocks(*ends["body"], read_boxes(header, table), ends["boxes"][0])
    for name in ("footnotes", "endnotes"):
        story.notes += reader.blocks(*ends[name], [], 0)
    story.margins = reader.blocks(*ends["margins"], [], 0)


def _fonts(data: bytes) -> tuple[str, ...]:
    """The names of the fonts, which tell what a code of a symbol font is."""
    names = []
    at = 4
    while at < len(data):
        size = data[at]
        record = data[at + 1 : at + 1 + size]
        names.append(record[_FONT_NAME - 1 :].decode("utf-16-le", "replace").partition("\0")[0])
        at += 1 + size
    return tuple(names)
