"""Whatever befalls the bytes of a Word file, its reader gives a story or says why it cannot."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planparse.findings.model import Findings
from planparse.intake.compose import compose
from planparse.intake.docx.reader import read_story as read_docx
from planparse.intake.story import Story
from planparse.intake.unreadable import Unreadable
from planparse.intake.word.reader import read_story as read_binary

from ..word_binary import (
    DELETED,
    HIDDEN,
    IN_TABLE,
    LEVEL,
    LIST,
    ROW_END,
    Binary,
    Box,
    ListLevel,
    Para,
    Run,
    Style,
    modifier,
    row_definition,
)
from ..word_files import definition, level, merged, paragraph, part, run, table, use, zipped

IN_CELL = modifier(IN_TABLE)
BINARY = Binary(
    [
        Para("标\x08题", style=1),
        Para([Run("PPP 2023", western=True), Run("藏", modifier(HIDDEN)), Run("删", modifier(DELETED))]),
        Para("项", modifier(LIST, 1) + modifier(LEVEL, 1)),
        Para("甲", IN_CELL, end="\a"),
        Para("乙", IN_CELL, end="\a"),
        Para("", IN_CELL + modifier(ROW_END) + row_definition((0, 900, 1800), (1,)), end="\a"),
        Para("\x13 PAGE \x141\x15"),
    ],
    styles=(Style(), Style(modifier(LIST, 2), base=0)),
    lists=[[ListLevel("\0、", 37), ListLevel("（\1）", 37)], [ListLevel("\0.")]],
    uses=[(0, {}), (1, {0: 3})],
    boxes=[Box(1, 0, [Para("红头")]), Box(1, 9, drawn="艺术字", grouped=True)],
    notes=[Para("注")],
    margins=[Para("页眉")],
    fonts=("宋体",),
    sections=[9],
).to_bytes()
BODY = (
    paragraph(run("标题", "<w:vanish/>"), style="h1")
    + paragraph("项", number=(1, 0))
    + table(["甲", merged("乙")], ["丙", merged()])
    + "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r></w:p>"
)
MEMBERS = {
    "word/document.xml": part("document", f"<w:body>{BODY}</w:body>").encode(),
    "word/numbering.xml": part(
        "numbering", definition(0, level(0, "%1、"), level(1, "（%2）")) + use(1, 0)
    ).encode(),
    "word/styles.xml": part("styles", '<w:style w:type="paragraph" w:styleId="h1"/>').encode(),
}

# Few words reach more places than random bytes.
WRITTEN = (b"\0", b"\xff", b"\xff" * 4, b"\xff\xff\xff\x7f", b"\x01\0\0\0", b"-1", b"9", b"<w:p>")
# Places as shares of the length, and what is written there.
CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(WRITTEN)), max_size=8)


def changed(data: bytes, changes: list[tuple[float, bytes]]) -> bytes:
    found = bytearray(data)
    for share, new in changes:
        place = int(share * len(found))
        found[place : place + len(new)] = new
    return bytes(found)


def judge(story: Story) -> None:
    source = compose(story, "docx", b"", "x", Findings())
    assert all(0 <= mark.start <= mark.end <= len(source.text) for mark in source.marks)


@given(CHANGES, st.floats(0, 1))
def test_binary_files(changes: list[tuple[float, bytes]], kept: float) -> None:
    data = changed(BINARY, changes)
    try:
        judge(read_binary(data[: int(kept * len(data))] if kept < 0.2 else data))
    except Unreadable as problem:
        assert problem.code in {"PP003", "PP020", "PP021", "PP045"}


@given(st.sampled_from(sorted(MEMBERS)), CHANGES)
def test_parts_of_docx_files(name: str, changes: list[tuple[float, bytes]]) -> None:
    members = {
        "_rels/.rels": b"<Relationships/>",
        "word/_rels/document.xml.rels": b'<R><R Type="/numbering" Target="numbering.xml"/>'
        b'<R Type="/styles" Target="styles.xml"/></R>',
        **MEMBERS,
        name: changed(MEMBERS[name], changes),
    }
    try:
        judge(read_docx(zipped(members)))
    except Unreadable as problem:
        assert problem.code in {"PP021", "PP022", "PP023"}
