"""The characters of a paragraph: what its runs show, without codes of fields and deleted text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planparse.intake.docx.names import ALTERNATIVES, DRAWN_TEXT, W, is_on
from planparse.intake.docx.styles import Styles, style_of
from planparse.intake.signs import sign
from planparse.intake.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT_BOX = W + "txbxContent"
_MATHEMATICS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Around runs and shown like them.
_CONTAINERS = frozenset(
    W + name
    for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo",
                 "moveTo", "ruby", "rubyBase")
)  # fmt: skip
_SHOWN = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "br": "\n",  # of lines, columns and pages alike: what follows stands on a line of its own
    W + "noBreakHyphen": "-",
}
_BOUNDS = (W + "drawing", W + "pict", W + "p")  # round a box: what is beyond says nothing of it
_DRAWN = frozenset((W + "drawing", W + "pict", W + "object"))
_EMBEDDED = "{urn:schemas-microsoft-com:office:office}OLEObject"
_GRAPHIC_DATA = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_UNREAD_GRAPHICS = ("/chart", "/chartex", "/diagram")
_OFFSET = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}posOffset"
_VERTICAL = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}positionV"


@dataclass(slots=True)
class Line:
    """A paragraph being read: its characters, the pages that begin in it, the boxes anchored in it."""

    pieces: list[str] = field(default_factory=list)
    width: int = 0
    pages: list[int] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # (kind, id) of notes referred to
    hidden: bool = False  # unless a run says otherwise


@dataclass(slots=True)
class RunReader:
    """Reads runs; what it leaves out is counted in the story. Fields may span paragraphs."""

    story: Story
    styles: Styles
    may_hide: bool
    _fields: list[bool] = field(default_factory=list)  # of open fields: whether in the code

    def read(self, parent: _Element, line: Line) -> None:
        """Everything that the children of `parent` show."""
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child, line)
            elif tag in _CONTAINERS:
                self.read(child, line)
            elif tag == W + "ins":
                self.story.inserted += 1
                self.read(child, line)
            elif tag in (W + "del", W + "moveFrom"):
                self.story.deleted += child.find(f".//{W}r") is not None
            elif tag == ALTERNATIVES:
                branch = chosen(child)
                if branch is not None:
                    self.read(branch, line)
            elif isinstance(tag, str) and tag.startswith(_MATHEMATICS):
                for text in child.iter(_MATHEMATICS + "t"):
                    self._show(text.text or "", line)

    def _run(self, run: _Element, line: Line) -> None:
        if self.may_hide and self._is_hidden(run, line):
            self.story.hidden += run.find(W + "t") is not None
            return
        self._contents(run, line)

    def _contents(self, run: _Element, line: Line) -> None:
        for child in run:
            tag = child.tag
            if tag == W + "t":
                self._show((child.text or "").replace("\n", " "), line)
            elif tag in _SHOWN:
                self._show(_SHOWN[tag], line)
            elif tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif tag == W + "lastRenderedPageBreak":
                line.pages.append(line.width)
            elif tag == W + "sym":
                self._show(sign(child.get(W + "char"), child.get(W + "font")), line)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                line.notes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(W + "id") or ""))
            elif tag == W + "commentReference":
                self.story.comments += 1
            elif tag in _DRAWN:
                self._drawing(child, line)
            elif tag == W + "ruby":
                self.read(child, line)
            elif tag == ALTERNATIVES:
                branch = chosen(child)
                if branch is not None:
                    self._contents(branch, line)

    def _show(self, text: str, line: Line) -> None:
        if not any(self._fields):
            line.pieces.append(text)
            line.width += len(text)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _is_hidden(self, run: _Element, line: Line) -> bool:
        properties = run.find(W + "rPr")
        if properties is not None and properties.find(W + "vanish") is not None:
            return is_on(properties, "vanish")
        return line.hidden or self.styles.hides(style_of(properties, "rStyle"))

    def _drawing(self, element: _Element, line: Line) -> None:
        """Text boxes wait for the end of the paragraph; objects with text of their own are counted."""
        if any(self._fields):
            return
        line.boxes += _boxes(element)
        for data in element.iter(_GRAPHIC_DATA):
            self.story.embedded += (data.get("uri") or "").endswith(_UNREAD_GRAPHICS)
        self.story.embedded += next(element.iter(_EMBEDDED), None) is not None


def chosen(alternatives: _Element) -> _Element | None:
    """The branch of an mc:AlternateContent that is read: the newer one, unless only the older has text."""
    branches = list(alternatives)
    return next((branch for branch in branches if _has_text(branch)), branches[0] if branches else None)


def _has_text(branch: _Element) -> bool:
    return next(branch.iter(_TEXT_BOX, DRAWN_TEXT, W + "t"), None) is not None


def _boxes(element: _Element) -> Iterator[_Element]:
    """Text boxes and drawn text, upper ones first; boxes in boxes belong to their own paragraphs."""
    found: list[tuple[int, _Element]] = []
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag in (_TEXT_BOX, DRAWN_TEXT):
            found.append((_height(node), node))
        elif node.tag == ALTERNATIVES:
            branch = chosen(node)
            waiting += [] if branch is None else [branch]
        else:
            waiting += reversed(node)
    found.sort(key=lambda box: box[0])
    return (box for _, box in found)


def _height(box: _Element) -> int:
    """How far below its anchor a box stands, as far as its drawing says."""
    for parent in box.iterancestors():
        if parent.tag in _BOUNDS:
            break
        vertical = parent.find(_VERTICAL)
        if vertical is not None:
            text = vertical.findtext(_OFFSET) or ""
            return int(text) if text.lstrip("-").isdigit() and len(text) < 12 else 0
    return 0
