"""Formats are told by content; what only resembles a signature stays text."""

from __future__ import annotations

import io
import zipfile

import pytest

from planparse.intake.detect import binary_kind, is_html, text_format


def zipped(*members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in members:
            archive.writestr(member, "x" * 200_000)  # pushes the next member out of the first bytes
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\xef\xbb\xbf\r\n%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "OLE (DOC, WPS, XLS, PPT)"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"MM\0*\0\0\0\x08", "TIFF"),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "BMP"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"BZh91AY&SY", "bzip2"),
        (b"\xfd7zXZ\0", "xz"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07\x01\0", "RAR"),
        (bytes(257) + b"ustar\0", "tar"),
        (b"\x7fELF\x02\x01\x01", "ELF"),
        (b"MZ" + bytes(58) + b"\x40\0\0\0PE\0\0", "EXE"),
        (zipped(), "ZIP"),
        (zipped("通知.txt"), "ZIP"),
        (zipped("[Content_Types].xml", "word/document.xml"), "DOCX"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "XLSX"),
        (zipped("Doc_0/Document.xml", "OFD.xml"), "OFD"),
        (zipped("Doc_0/Document.xml", "ofd.XML"), "OFD"),
        (zipped("word/通知.txt", "资料/OFD.xml"), "ZIP"),
        (zipped("[Content_Types].xml", "word/document.xml")[:-22], "DOCX"),
    ],
)
def test_binary_kinds(data: bytes, kind: str) -> None:
    assert binary_kind(data) == kind


@pytest.mark.parametrize(
    "text",
    ["", "BM", "BM电站改造", "MZ", "MZ公司名录" * 30, "PK赛实施办法", "各单位请看 %PDF-1.7 附件", "II*"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_text_that_resembles_a_signature(text: str, encoding: str) -> None:
    assert binary_kind(text.encode(encoding)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html>\n<title>通知</title>", True),
        ("\r\n  <html lang='zh'>", True),
        ("<HTML>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', True),
        ("<!-- saved from url=(0014)about:internet -->\r\n<!-- x -->\n<html>", True),
        ("<tbody><tr><td><p>一、总体要求</p></td></tr></tbody>", True),
        ("<div class='view'><p><b>一、</b></p><p>二、</p>", True),
        ("<meta charset=utf-8><title>通知</title><p>甲</p><p>乙</p>", True),
        ("关于网页 <html> 标签的通知", False),
        ("<div>一、总体要求</div>", False),
        ("<!-- 稿 -->\n# 关于采茶的通知", False),
        ("<b>一</b><b>二</b><b>三</b>", False),
        ("<编者>一</编者></编者></编者>", False),
        ("<htmlx>", False),
        ("", False),
    ],
)
def test_html_is_what_begins_as_a_page_or_a_part_of_one(text: str, expected: bool) -> None:
    assert is_html(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 青禾县冷链物流行动计划\n\n正文", "markdown"),
        ("正文\n\n###### 附件", "markdown"),
        ("正文\r# 一、总体要求", "markdown"),
        ("正文\n**一、总体要求**\n", "markdown"),
        ("**1.修好路灯。**更换灯具300盏。", "markdown"),
        ("**发布日期**：2027年3月", "markdown"),
        ("", "text"),
        ("一、总体要求", "text"),
        ("#1机组改造", "text"),
        ("参见 # 号说明", "text"),
        ("####### 太深", "text"),
        ("#\n总体要求", "text"),
        ("对 **重点** 企业", "text"),
        ("**公司与**公司签订协议", "text"),  # masked names
        ("** 说明", "text"),
        ("2**10**3", "text"),
    ],
)
def test_markdown_is_told_by_its_lines(text: str, expected: str) -> None:
    assert text_format(text) == expected
