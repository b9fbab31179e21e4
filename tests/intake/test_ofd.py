"""OFD files: pieces of text put together, templates left out, paths as writers write them."""

from __future__ import annotations

import pytest

from planparse.findings.model import Findings
from planparse.intake import read
from planparse.intake.source import SourceText

from ..paged_files import ofd, set_pages, zipped

NOTICE = """^青禾县采茶方案
<各乡镇人民政府：
为加快采茶，2023年新建茶园道路30公里、完成投资5000万元，现将方案印发给你们。
>青禾县人民政府"""
LINES = [line.lstrip("^<>") for line in NOTICE.splitlines()]
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def source_of(data: bytes, findings: Findings | None = None) -> SourceText | None:
    return read(data, "通知.ofd", Findings() if findings is None else findings)


def text_of(data: bytes) -> str:
    source = source_of(data)
    assert source is not None
    assert (source.format, source.encoding) == ("ofd", "")
    return source.text


@pytest.mark.parametrize("piece", [1, 2, 3, 50])
def test_pieces_inside_words_and_numbers_are_put_together(piece: int) -> None:
    assert text_of(ofd(set_pages(NOTICE), piece=piece)).splitlines() == LINES


def named(root: str) -> str:
    return f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"


def package(
    content: str, *, root: str = "Doc_0/Document.xml", page: str = "Pages/P0.xml", path: str = ""
) -> bytes:
    """A file of one page with this content of its layer."""
    document = f"<ofd:Pages><ofd:Page ID='1' BaseLoc='{page}'/></ofd:Pages>"
    return zipped(
        {
            "OFD.xml": HEAD + named(root),
            "Doc_0/Document.xml": f"{HEAD}<ofd:Document {SPACE}>{document}</ofd:Document>",
            path or "Doc_0/Pages/P0.xml": f"{HEAD}<ofd:Page {SPACE}><ofd:Content><ofd:Layer>{content}"
            "</ofd:Layer></ofd:Content></ofd:Page>",
        }
    )


def text(characters: str, *, x: float = 30, y: float = 50, more: str = "", code: str = "") -> str:
    return (
        f"<ofd:TextObject Boundary='{x} {y} 100 10' Size='5' {more}>"
        f"<ofd:TextCode X='0' Y='5' {code}>{characters}</ofd:TextCode></ofd:TextObject>"
    )


@pytest.mark.parametrize(
    ("root", "page", "path"),
    [
        ("/Doc_0/Document.xml", "/Doc_0/Pages/P0.xml", ""),
        ("Doc_0/Document.xml", "./Pages/../Pages/P0.xml", ""),
        ("doc_0/document.XML", "pages/p0.xml", ""),
        ("Doc_0\\Document.xml", "Pages\\P0.xml", ""),
        ("Doc_0/Document.xml", "../Other/P0.xml", "Other/P0.xml"),
    ],
)
def test_locations_from_the_root_beside_the_part_and_in_any_case(root: str, page: str, path: str) -> None:
    assert text_of(package(text("一、备足农资。"), root=root, page=page, path=path)) == "一、备足农资。\n"


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (text("二、修路", y=70) + text("一、采茶", y=50), ["一、采茶", "二、修路"]),
        (f"<ofd:PageBlock>{text('一、采茶')}</ofd:PageBlock>", ["一、采茶"]),
        (text("采茶", x=50, code="DeltaX='5'") + text("一、", x=40, code="DeltaX='g 1 5'"), ["一、采茶"]),
        (text("甲局", x=30) + text("乙局", x=100), ["甲局 乙局"]),
        (text("一、采茶", more="CTM='2 0 0 2 0 0'"), ["一、采茶"]),
        (text("一、采茶") + text("内部", more="CTM='0.7 0.7 -0.7 0.7 0 0'"), ["一、采茶"]),
        (text("一、&lt;采&amp;茶&gt;"), ["一、<采&茶>"]),
        ("<ofd:TextObject><ofd:TextCode>无</ofd:TextCode></ofd:TextObject>" + text("采茶"), ["采茶"]),
        (text("一、采茶", code="DeltaX='g x 5 y'"), ["一、采茶"]),
    ],
)  # fmt: skip
def test_text_objects_by_their_places(content: str, lines: list[str]) -> None:
    assert text_of(package(content)).splitlines() == lines


def test_what_stands_in_a_template_is_left_out() -> None:
    data = package("<ofd:Template TemplateID='9' ZOrder='Background'/>" + text("一、采茶"))
    assert text_of(data) == "一、采茶\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (package(text("\ue123\ue456\ue789") * 9), "PP029"),
        (package("<ofd:ImageObject Boundary='0 0 210 297' ResourceID='1'/>"), "PP024"),
        (ofd(set_pages(NOTICE))[:900], "PP021"),
        (zipped({"OFD.xml": "<ofd:OFD"}), "PP021"),
        (package(text("一"), root="Doc_0/Missing.xml"), "PP021"),
        (zipped({"OFD.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}), "PP023"),
        (
            zipped({"OFD.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")}),
            "PP023",
        ),
        (zipped({"OFD.xml": "<a>" + "<b/>" * 400_000 + "</a>"}), "PP022"),
        (zipped({"OFD.xml": " " * (400 * 2**20)}), "PP022"),
    ],
    ids=[
        "private",
        "scan",
        "cut off",
        "no XML",
        "part missing",
        "entity",
        "doctype in UTF-16",
        "tags",
        "400 MB",
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, code: str) -> None:
    findings = Findings()
    assert source_of(data, findings) is None
    assert [finding.code for finding in findings] == [code]


@pytest.mark.parametrize(
    ("count", "content", "what"),
    [(2_000, "", "pages"), (40, text("甲") * 5_000, "pieces"), (40, text("甲" * 60_000), "characters")],
)
def test_a_page_named_again_and_again_is_refused(count: int, content: str, what: str) -> None:
    pages = "<ofd:Page BaseLoc='P.xml'/>" * count
    data = zipped(
        {
            "OFD.xml": named("D.xml"),
            "D.xml": f"<ofd:Document {SPACE}><ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
            "P.xml": f"<ofd:Page {SPACE}><ofd:Content>{content}</ofd:Content></ofd:Page>",
            "padding": bytes(range(256)) * 100,
        }
    )
    findings = Findings()
    assert source_of(data, findings) is None
    (finding,) = findings
    assert (finding.code, dict(finding.values)["what"]) == ("PP022", what)
