"""PDF and OFD files of our own, line by line, for tests and samples.

A page is a list of `Text` and `Rule`; places are points from the upper left corner. The PDF names a font that
it does not hold, so nothing but the places and the characters is in it.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595.0, 842.0  # A4
LEFT, RIGHT, TOP = (
    79.0,
    521.0,
    120.0,
)  # GB/T 9704: 28 mm, 26 mm, 37 mm; 28 characters of 16 points fit between
SIZE, PITCH = 16.0, 28.0
_LINES = 22


class Text(NamedTuple):
    text: str
    left: float
    bottom: float
    size: float = SIZE


class Rule(NamedTuple):
    """A ruled line."""

    left: float
    top: float
    right: float
    bottom: float


Page = Sequence[Text | Rule]


def width(text: str) -> float:
    """In characters of Chinese."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def wrapped(text: str, first: float, others: float) -> Iterator[str]:
    """Lines of at most so many characters; no line begins with a closing mark."""
    line = ""
    room = first
    for character in text:
        if width(line + character) > room and character not in "，。；：、）》”":
            yield line
            line, room = "", others
        line += character
    yield line


def set_pages(notice: str, *, numbers: bool = True) -> list[Page]:
    """A notice as an office sets it: titles in the middle, paragraphs set in by two characters."""
    lines = [line for paragraph in notice.splitlines() for line in _set(paragraph)]
    pages: list[Page] = []
    for start in range(0, len(lines), _LINES):
        page: list[Text | Rule] = [
            Text(text, left, TOP + PITCH * place, size)
            for place, (text, left, size) in enumerate(lines[start : start + _LINES])
            if text
        ]
        if numbers:
            page.append(Text(f"— {len(pages) + 1} —", RIGHT - 90, HEIGHT - 70, 14.0))
        pages.append(page)
    return pages


def _set(paragraph: str) -> Iterator[tuple[str, float, float]]:
    """The lines of a paragraph; a mark says how it is set: `^` a title, `>` to the right, `<` not set in."""
    mark, bare = paragraph[:1], paragraph[1:]
    if mark == "^":
        size = 22.0
        for line in wrapped(bare, 18, 18):
            yield line, (LEFT + RIGHT - size * width(line)) / 2, size
    elif mark == ">":
        yield bare, RIGHT - SIZE * (width(bare) + 2), SIZE
    else:
        text = bare if mark == "<" else paragraph
        indent = 0 if mark == "<" else 2
        for place, line in enumerate(wrapped(text, 27.6 - indent, 27.6)):
            yield line, LEFT + (0 if place else indent * SIZE), SIZE


def pdf(pages: Iterable[Page]) -> bytes:
    """A PDF file of these pages."""
    contents = [zlib.compress("\n".join(map(_drawn, page)).encode("ascii")) for page in pages]
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        b"/DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
        b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:g} {HEIGHT:g}] "
            f"/Contents {7 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(stream(content))
    return assembled(objects)


def stream(content: bytes) -> bytes:
    """A compressed stream as an object."""
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(content), content)


def assembled(objects: Sequence[bytes]) -> bytes:
    """Objects numbered from 1 as a file; the first is its catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def _drawn(item: Text | Rule) -> str:
    if isinstance(item, Rule):
        return f"{item.left:g} {HEIGHT - item.top:g} m {item.right:g} {HEIGHT - item.bottom:g} l S"
    codes = item.text.encode("utf-16-be").hex()
    return f"BT /F1 {item.size:g} Tf 1 0 0 1 {item.left:g} {HEIGHT - item.bottom:g} Tm <{codes}> Tj ET"


def ofd(pages: Iterable[Page], *, piece: int = 4) -> bytes:
    """An OFD file of these pages, each text in pieces of so many characters, as writers part them."""
    parts = {
        "OFD.xml": _xml("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
    }
    names = []
    for number, page in enumerate(pages):
        names.append(f"Pages/Page_{number}/Content.xml")
        texts = "".join(_objects(item, piece) for item in page if isinstance(item, Text))
        parts[f"Doc_0/{names[-1]}"] = _xml(
            "Page", f"<ofd:Content><ofd:Layer>{texts}</ofd:Layer></ofd:Content>"
        )
    listed = "".join(f'<ofd:Page ID="{number}" BaseLoc="{name}"/>' for number, name in enumerate(names, 1))
    parts["Doc_0/Document.xml"] = _xml(
        "Document",
        "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>",
    )
    return zipped(parts)


def _xml(name: str, content: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:{name} xmlns:ofd="http://www.ofdspec.org/2016">'
        f"{content}</ofd:{name}>"
    )


def _objects(item: Text, piece: int) -> str:
    """The text objects of one text, in millimetres."""
    found = ""
    left = item.left
    for start in range(0, len(item.text), piece):
        text = item.text[start : start + piece]
        steps = " ".join(f"{_mm(width(character) * item.size):.4f}" for character in text[:-1])
        found += (
            f'<ofd:TextObject Boundary="{_mm(left):.4f} {_mm(item.bottom - item.size):.4f} 100 10" '
            f'Size="{_mm(item.size):.4f}"><ofd:TextCode X="0" Y="{_mm(item.size):.4f}" DeltaX="{steps}">'
            f"{text}</ofd:TextCode></ofd:TextObject>"
        )
        left += width(text) * item.size
    return found


def _mm(points: float) -> float:
    return points * 25.4 / 72


def zipped(members: dict[str, str] | dict[str, bytes], *, gb18030: bool = False) -> bytes:
    """A zip file; `gb18030` writes the names as Windows does, in its own encoding and without the mark."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (2023, 3, 1, 8, 0, 0))
            if gb18030:
                info = _Unmarked(name, (2023, 3, 1, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


class _Unmarked(zipfile.ZipInfo):
    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gb18030"), self.flag_bits
