"""OFD files (GB/T 33190): the text objects of their pages, in a zip file of XML parts.

Text and its order only: fonts, seals and drawings are left alone. What stands in the templates of pages is
the running head and foot.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planparse.intake.markup import parse_xml
from planparse.intake.members import Member, Members
from planparse.intake.reflow.model import Line, Page, is_wide
from planparse.intake.reflow.order import in_order, runs
from planparse.intake.reflow.source import made_source
from planparse.intake.reflow.text import made_text
from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planparse.findings.model import Findings
    from planparse.intake.source import SourceText

_MOST_PAGES = 1_000
_MOST_PIECES = 100_000  # of text in the whole file
_MOST_PART = 16 * 2**20  # bytes of one XML part
_MOST_CHARACTERS = 2_000_000
_UPRIGHT = 0.05  # share of a matrix that turns, up to which text stands upright
_FARTHEST = 100_000.0  # millimetres
_ANY = "{*}"


def read(data: bytes, name: str, findings: Findings) -> SourceText | None:
    """The paragraphs of an OFD file. Raises Unreadable."""
    package = _Package(data)
    pages: list[Page] = []
    slanted = pieces = characters = 0
    for part in _page_parts(package):
        if len(pages) == _MOST_PAGES:
            raise Unreadable("PP022", what="pages", limit=_MOST_PAGES)
        page, leaning = _page(package.parse(part), len(pages) + 1, package)
        slanted += leaning
        pieces += len(page.lines)
        characters += sum(len(line.text) for line in page.lines)
        if pieces > _MOST_PIECES:
            raise Unreadable("PP022", what="pieces", limit=_MOST_PIECES)
        if characters > _MOST_CHARACTERS:
            raise Unreadable("PP022", what="characters", limit=_MOST_CHARACTERS)
        pages.append(page._replace(lines=in_order(runs(page.lines), page.width)))
    return made_source(made_text(pages, slanted), data, name, "ofd", findings)


class _Package:
    """The parts of an OFD file by path; case does not count, as some writers do not keep to it."""

    def __init__(self, data: bytes) -> None:
        self._members = Members(data)
        self._parts: dict[str, Member] = {member.name.lower().lstrip("/"): member for member in self._members}
        self.box = (210.0, 297.0)  # of a page, in millimetres

    def parse(self, path: str) -> _Element:
        member = self._parts.get(path.lower())
        if member is None:
            raise Unreadable("PP021", detail=path)
        return parse_xml(self._members.read(member, _MOST_PART))


def _page_parts(package: _Package) -> Iterator[str]:
    """The paths of the pages' contents, of all documents in the file."""
    for body in package.parse("OFD.xml").iterfind(f"{_ANY}DocBody/{_ANY}DocRoot"):
        root = _resolved("", body.text)
        document = package.parse(root)
        package.box = _box(document.findtext(f".//{_ANY}PageArea/{_ANY}PhysicalBox")) or package.box
        for page in document.iterfind(f"{_ANY}Pages/{_ANY}Page"):
            yield _resolved(root, page.get("BaseLoc"))


def _resolved(base: str, location: str | None) -> str:
    """A location inside the package: from its root, or beside the part that names it."""
    location = (location or "").strip().replace("\\", "/")
    if location.startswith("/"):
        return posixpath.normpath(location).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), location)).lstrip("/")


def _box(text: str | None) -> tuple[float, float] | None:
    numbers = _numbers(text)
    return (numbers[2], numbers[3]) if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0 else None


def _numbers(text: str | None) -> list[float]:
    """The numbers of an attribute; none where one of them is no number or off any page."""
    try:
        numbers = [float(number) for number in (text or "").split()]
    except ValueError:
        return []
    return numbers if all(abs(number) < _FARTHEST for number in numbers) else []


def _page(root: _Element, number: int, package: _Package) -> tuple[Page, int]:
    """A page with its pieces of text as they stand in the file, and how many lean."""
    width, height = _box(root.findtext(f"{_ANY}Area/{_ANY}PhysicalBox")) or package.box
    pieces: list[Line] = []
    slanted = 0
    for item in root.iterfind(f"{_ANY}Content//{_ANY}TextObject"):
        found = list(_pieces(item, number))
        if _is_upright(item):
            pieces += found
        else:
            slanted += len(found)
    images = root.find(f"{_ANY}Content//{_ANY}ImageObject") is not None
    return Page(number, width, height, pieces, images), slanted


def _is_upright(item: _Element) -> bool:
    matrix = _numbers(item.get("CTM"))
    return len(matrix) < 4 or abs(matrix[1]) + abs(matrix[2]) <= _UPRIGHT * abs(matrix[0])


def _pieces(item: _Element, number: int) -> Iterator[Line]:
    """The codes of a text object, each at its place on the page."""
    boundary = _numbers(item.get("Boundary"))
    size = (_numbers(item.get("Size")) or [0.0])[0]
    if len(boundary) != 4 or size <= 0:
        return
    matrix = _numbers(item.get("CTM"))
    across, down, right, below = (
        (matrix[0], matrix[3], matrix[4], matrix[5]) if len(matrix) == 6 else (1.0, 1.0, 0.0, 0.0)
    )
    x = y = 0.0
    for code in item.iterfind(f"{_ANY}TextCode"):
        x = (_numbers(code.get("X")) or [x])[0]
        y = (_numbers(code.get("Y")) or [y])[0]
        text = (code.text or "").strip("\r\n\t")
        if not text.strip():
            continue
        last = size if is_wide(text[-1]) else size / 2
        length = sum(_deltas(code.get("DeltaX"), len(text) - 1)) + last
        left = boundary[0] + across * x + right
        bottom = boundary[1] + down * y + below
        yield Line(text, left, bottom - abs(down) * size, left + abs(across) * length, bottom, number)


def _step(word: str) -> float:
    step = float(word)
    if not abs(step) < _FARTHEST:
        raise ValueError(word)
    return step


def _deltas(text: str | None, most: int) -> list[float]:
    """The steps from character to character; `g 3 5.5` stands for three of 5.5."""
    steps: list[float] = []
    words = iter((text or "").split())
    try:
        for word in words:
            if word == "g":
                count, step = int(next(words)), _step(next(words))
                steps += [step] * min(count, most - len(steps))
            else:
                steps.append(_step(word))
            if len(steps) >= most:
                break
    except (ValueError, StopIteration):
        pass
    return steps[:most]
