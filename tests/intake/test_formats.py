"""Formats are told by content; a name that says another format is a finding."""

from __future__ import annotations

import pytest

from planparse.findings.model import Findings
from planparse.intake import read

from ..paged_files import Text, ofd, pdf

NOTICE = "青禾县人民政府关于做好春茶采摘工作的通知\n一、备足农资。（县农业农村局负责）\n"
LINE = [[Text("一、采茶", 79, 120)]]
CONTENTS = {
    "text": NOTICE.encode(),
    "markdown": f"# {NOTICE}".encode(),
    "html": f"<!DOCTYPE html><p>{NOTICE}".encode(),
    "pdf": pdf(LINE),
    "ofd": ofd(LINE),
}


@pytest.mark.parametrize("format", CONTENTS)
@pytest.mark.parametrize("name", ["通知", "通知.2023", "通知.bak", ".txt 通知", ""])
def test_a_name_without_a_known_extension_says_nothing(format: str, name: str) -> None:
    findings = Findings()
    source = read(CONTENTS[format], name, findings)
    assert source is not None and source.format == format
    assert [finding.code for finding in findings] == []


@pytest.mark.parametrize(
    ("format", "names"),
    [
        ("text", ["a.txt", "a.TXT", "a.md"]),
        ("markdown", ["a.md", "a.markdown", "a.txt"]),
        ("html", ["a.html", "a.HTM", "a.shtml"]),
        ("pdf", ["a.pdf", "a.PDF", "通知.v2.pdf"]),
        ("ofd", ["a.ofd"]),
    ],
)
def test_an_extension_of_the_format(format: str, names: list[str]) -> None:
    for name in names:
        findings = Findings()
        assert read(CONTENTS[format], name, findings) is not None
        assert [finding.code for finding in findings] == []


@pytest.mark.parametrize(
    ("format", "name"),
    [
        ("text", "a.pdf"),
        ("text", "a.doc"),
        ("html", "a.doc"),
        ("html", "a.txt"),
        ("pdf", "a.docx"),
        ("ofd", "a.zip"),
    ],
)
def test_an_extension_of_another_format_is_a_finding(format: str, name: str) -> None:
    findings = Findings()
    source = read(CONTENTS[format], name, findings)
    assert source is not None and source.format == format
    (finding,) = findings
    assert finding.code == "PP032"
    assert dict(finding.values) == {"extension": name[1:], "kind": format}


def test_a_pdf_behind_a_few_stray_bytes() -> None:
    source = read(b"\xef\xbb\xbf\r\n" + CONTENTS["pdf"], "a.pdf", Findings())
    assert source is not None and source.text == "一、采茶\n"
