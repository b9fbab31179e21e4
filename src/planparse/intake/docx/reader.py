"""The way from the bytes of a docx file to its story. Macros and links are never followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from planparse.intake.docx.body import BodyReader
from planparse.intake.docx.lists import Lists
from planparse.intake.docx.names import W, transitional
from planparse.intake.docx.runs import RunReader
from planparse.intake.docx.styles import Styles
from planparse.intake.markup import parse_xml
from planparse.intake.members import Members
from planparse.intake.numbering import Numbering
from planparse.intake.story import Block, Story
from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN_PART = "word/document.xml"
_MACROS = "vbaproject.bin"
_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}
# What paragraphs and runs inherit of their styles, as far as it is read; many files use none of it.
_INHERITED = (b"numPr", b"vanish")
_MOST_TAGS = 500_000  # programs wrap each few characters in a dozen elements of formatting
_MOST_MARGINS = 64  # headers and footers of a file; each section may have six


def read_story(data: bytes) -> Story:
    """What a docx file holds. Raises Unreadable."""
    package = _Package(data)
    document = package.part(package.main)
    body = None if document is None else document.find(W + "body")
    if body is None:
        raise Unreadable("PP021", detail=package.main)
    story = Story(macros=package.has_macros)
    styles = Styles.read(package.related("styles", unless=_INHERITED))
    lists = Lists(styles, partial(package.related, "numbering"))
    runs = RunReader(story, styles, may_hide=package.mentions_hiding)
    reader = BodyReader(runs, lists, Numbering(lists.uses))
    story.body = reader.blocks(body)
    story.notes = list(_notes(package, reader))
    story.margins = list(_margins(package, reader))
    return story


class _Package:
    """The parts of the file by what they are to the main part (ECMA-376 Part 2)."""

    def __init__(self, data: bytes) -> None:
        self._members = Members(data)
        # Names differ in case and in the slash between writers.
        self._by_name = {
            member.name.replace("\\", "/").lstrip("/").lower(): member for member in self._members
        }
        self.mentions_hiding = False
        roots = self._targets("_rels/.rels", "").get("officeDocument", [])
        self.main = roots[0] if roots else _MAIN_PART
        folder, _, name = self.main.rpartition("/")
        self._related = self._targets(f"{folder}/_rels/{name}.rels", folder)

    @property
    def has_macros(self) -> bool:
        return any(name.endswith(_MACROS) for name in self._by_name)

    def part(self, name: str, unless: tuple[bytes, ...] = ()) -> _Element | None:
        """A part parsed; None where there is none, or where it holds none of the words `unless` it is
        not worth parsing."""
        member = self._by_name.get(name.lower())
        if member is None:
            return None
        data = self._members.read(member)
        self.mentions_hiding = self.mentions_hiding or b"vanish" in data
        if unless and not any(word in data for word in unless):
            return None
        return parse_xml(transitional(data), _MOST_TAGS)

    def related(self, kind: str, unless: tuple[bytes, ...] = ()) -> _Element | None:
        """The one part that is `kind` to the main part."""
        return next((self.part(target, unless) for target in self._related.get(kind, ())), None)

    def all_related(self, kind: str) -> Iterator[_Element]:
        parts = (self.part(target) for target in self._related.get(kind, ()))
        return (part for part in parts if part is not None)

    def _targets(self, relations: str, folder: str) -> dict[str, list[str]]:
        """The names of the parts that relationships give for each kind; outer ones are left out."""
        root = self.part(relations)
        targets: dict[str, list[str]] = {}
        for relation in () if root is None else root:
            if relation.get("TargetMode") != "External":
                kind = (relation.get("Type") or "").rpartition("/")[2]
                name = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))
                targets.setdefault(kind, []).append(name.lstrip("/"))
        return targets


def _notes(package: _Package, reader: BodyReader) -> Iterator[Block]:
    """The footnotes and endnotes that the text refers to, in its order."""
    found: dict[tuple[str, str], _Element] = {}
    for kind in {kind for kind, _ in reader.notes}:
        root = package.related(_NOTES[kind])
        for note in () if root is None else root.iterchildren(W + kind):
            found[kind, note.get(W + "id") or ""] = note
    for reference in dict.fromkeys(reader.notes):
        if reference in found:
            yield from reader.blocks(found[reference])


def _margins(package: _Package, reader: BodyReader) -> Iterator[Block]:
    """Headers and footers, each once."""
    count = 0
    for kind in ("header", "footer"):
        for root in package.all_related(kind):
            count += 1
            if count <= _MOST_MARGINS:
                yield from reader.blocks(root)
