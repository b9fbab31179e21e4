"""docx files that are damaged, locked or made to do harm: one clear finding, and no more than that."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache

import pytest

from planparse import extract_bytes
from planparse.findings.model import Findings
from planparse.intake import read

from ...timing import seconds
from ...word_files import docx, paragraph, part, zipped

GOOD = docx(paragraph("一、总体要求"))
TYPES = b"<Types/>"


def codes(data: bytes, name: str = "通知.docx") -> list[str]:
    findings = Findings()
    read(data, name, findings)
    return [finding.code for finding in findings]


def package(document: bytes) -> bytes:
    return zipped({"[Content_Types].xml": TYPES, "word/document.xml": document})


def written(pieces: Iterator[bytes]) -> bytes:
    """A package whose main part is made piece by piece: it would not fit into memory here either."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)
    return buffer.getvalue()


@cache
def bomb() -> bytes:
    """400 MB in 400 kB."""
    return written(b" " * 2**20 for _ in range(400))


def lying_bomb() -> bytes:
    """The same, with a directory that says 1,000 bytes."""
    data = bytearray(bomb())
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[entry + 24 : entry + 28] = (1_000).to_bytes(4, "little")
    return bytes(data)


def laughs(encoding: str) -> bytes:
    entities = '<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)
    )
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    return f"{head}<!DOCTYPE x [{entities}]><x>&a9;</x>".encode(encoding)


EXTERNAL = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (GOOD[: len(GOOD) // 2], "PP021"),
        (GOOD[:-10], "PP021"),
        (b"PK\x03\x04", "PP021"),
        (package(b""), "PP021"),
        (package(b"<w:document"), "PP021"),
        (package(part("document", "").encode()), "PP021"),  # no body
        (package(part("document", "<w:body><w:p></w:body>").encode()), "PP021"),
        (package(EXTERNAL), "PP023"),
        (package(laughs("utf-8")), "PP023"),
        (package(laughs("utf-16")), "PP021"),
        (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "PP022"),
        (docx("<w:sdt>" * 200_000 + "</w:sdt>" * 200_000), "PP022"),
        (docx("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 1_000_000 + "</w:tbl>"), "PP022"),
        (bomb(), "PP022"),
        (lying_bomb(), "PP021"),
        (docx(paragraph("一"), {f"{i}": b"" for i in range(6_000)}), "PP022"),
        (docx(""), "PP010"),
        (docx("<w:p/>" * 10_000), "PP010"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)  # fmt: skip
def test_one_finding_says_why(data: bytes, code: str) -> None:
    assert codes(data) == [code]


def test_an_encrypted_member() -> None:
    data = bytearray(GOOD)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(signature, start + 1)) >= 0:
            data[start + flags] |= 1
    assert codes(bytes(data)) == ["PP020"]


@pytest.mark.parametrize("name", ["通知.doc", "通知.txt", "通知.pdf"])
def test_a_renamed_file_is_read_all_the_same(name: str) -> None:
    findings = Findings()
    source = read(GOOD, name, findings)
    assert source is not None and source.text == "一、总体要求\n"
    assert [finding.code for finding in findings] == ["PP032"]


def test_a_wps_file_may_be_a_docx_file() -> None:
    assert codes(GOOD, "通知.wps") == []


def test_an_error_gives_a_document_and_no_plan() -> None:
    document = extract_bytes(bomb(), name="通知.docx")
    assert document.plan is None
    assert [(finding.code, finding.severity) for finding in document.findings or []] == [("PP022", "error")]


DRAWN = "<w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r>"
SHAPES = {
    "runs": ("<w:p>", "<w:r><w:t>青</w:t></w:r>", "</w:p>"),
    "pages in a paragraph": ("<w:p>", "<w:r><w:lastRenderedPageBreak/></w:r>", "</w:p>"),
    "fields that never end": ("<w:p>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "</w:p>"),
    "boxes in a paragraph": ("<w:p>", DRAWN, "</w:p>"),
    "boxes in a run": ("<w:p><w:r>", DRAWN, "</w:r></w:p>"),
    "paragraphs without an end": ("", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>", ""),
    "rows": ("<w:tbl>", "<w:tr><w:tc><w:p/></w:tc><w:tc/></w:tr>", "</w:tbl>"),
    "merged cells": ("<w:tbl>", "<w:tr><w:tc/><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr>", "</w:tbl>"),
    "wide cells": (
        "<w:tbl><w:tr>",
        '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr></w:tc>',
        "</w:tr></w:tbl>",
    ),
    "notes referred to": ("<w:p>", '<w:r><w:footnoteReference w:id="1"/></w:r>', "</w:p>"),
    "alternatives": ("<w:p>", "<mc:AlternateContent><mc:Choice/></mc:AlternateContent>", "</w:p>"),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_file(shape: str) -> None:
    opening, piece, closing = SHAPES[shape]
    small, large = (docx(opening + piece * count + closing) for count in (2_000, 8_000))
    ratios = (
        seconds(lambda: read(large, "x", Findings()), 1) / seconds(lambda: read(small, "x", Findings()), 3)
        for _ in range(4)
    )
    assert any(ratio < 8 for ratio in ratios)
