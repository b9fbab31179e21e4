"""Which list and level a paragraph is on: by itself, by its style, by definitions that lead to others."""

from __future__ import annotations

import pytest

from planparse.findings.model import Findings
from planparse.intake import read

from ...word_files import definition, docx, level, paragraph, table, use

LEVELS = (level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"), level(2, "%3."))
PLAIN = definition(0, *LEVELS) + use(1, 0)


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    found = read(docx(body, numbering=numbering, styles=styles), "x.docx", Findings())
    assert found is not None
    return found.text.splitlines()


def style(
    name: str, *, on: str = "", based_on: str = "", kind: str = "paragraph", default: bool = False
) -> str:
    """A style; `on` is its numPr: list and level, either of them empty (1, 1:0, :2)."""
    list_id, _, place = on.partition(":")
    number = f'<w:ilvl w:val="{place}"/>' if place else ""
    number += f'<w:numId w:val="{list_id}"/>' if list_id else ""
    own = f"<w:pPr><w:numPr>{number}</w:numPr></w:pPr>" if number else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}" w:default="{int(default)}">'
        f'<w:basedOn w:val="{based_on}"/>{own}</w:style>'
    )


def test_the_outline_of_a_notice() -> None:
    body = "".join(paragraph("项", number=(1, place)) for place in (0, 1, 2, 2, 1, 0, 1))
    assert lines(body, PLAIN) == [
        "一、 项",
        "（一） 项",
        "1. 项",
        "2. 项",
        "（二） 项",
        "二、 项",
        "（一） 项",
    ]


@pytest.mark.parametrize(
    ("suffix", "line"),
    [
        ('<w:suff w:val="tab"/>', "1. 项"),
        ('<w:suff w:val="space"/>', "1. 项"),
        ('<w:suff w:val="nothing"/>', "1.项"),
    ],
)
def test_what_parts_label_and_text(suffix: str, line: str) -> None:
    numbering = definition(0, level(0, "%1.", extra=suffix)) + use(1, 0)
    assert lines(paragraph("项", number=(1, 0)), numbering) == [line]


def test_a_level_that_counts_on_through_the_document() -> None:
    on = definition(0, LEVELS[0], level(1, "%2.", extra='<w:lvlRestart w:val="0"/>')) + use(1, 0)
    body = "".join(paragraph("项", number=(1, place)) for place in (0, 1, 1, 0, 1))
    assert lines(body, on) == ["一、 项", "1. 项", "2. 项", "二、 项", "3. 项"]


def test_a_use_that_begins_anew_and_one_with_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1项")}</w:lvlOverride>'
    numbering = PLAIN + use(2, 0, {0: 7}) + use(3, 0, overrides=own)
    body = "".join(paragraph("项", number=(number, 0)) for number in (1, 1, 2, 3))
    assert lines(body, numbering) == ["一、 项", "二、 项", "七、 项", "第8项 项"]


def test_legal_numbers() -> None:
    numbering = definition(
        0, level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", extra="<w:isLgl/>")
    ) + use(1, 0)
    assert lines(paragraph("甲", number=(1, 0)) + paragraph("乙", number=(1, 1)), numbering) == [
        "第一章 甲",
        "1.1 乙",
    ]


def test_a_width_that_only_newer_programs_know() -> None:
    custom = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent>'
        '<mc:Choice><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    )
    assert lines(paragraph("项", number=(1, 0)), custom + use(1, 0)) == ["001 项"]


def test_numbers_of_a_style() -> None:
    styles = style("h1", on="1:0") + style("h2", based_on="h1", on=":1") + style("h3", based_on="h2")
    body = paragraph("甲", style="h1") + paragraph("乙", style="h2") + paragraph("丙", style="h3")
    assert lines(body, PLAIN, styles) == ["一、 甲", "（一） 乙", "（二） 丙"]


def test_a_level_that_names_its_style() -> None:
    """Word writes the level into the list, and only the list into the style."""
    tied = definition(
        0,
        level(0, "%1、", extra='<w:pStyle w:val="h1"/>'),
        level(1, "（%2）", extra='<w:pStyle w:val="h2"/>'),
    )
    styles = style("h1", on="1") + style("h2", on="1")
    body = paragraph("甲", style="h1") + paragraph("乙", style="h2") + paragraph("丙", style="h2")
    assert lines(body, tied + use(1, 0), styles) == ["1、 甲", "（1） 乙", "（2） 丙"]


def test_the_default_style_numbers_paragraphs_without_one() -> None:
    styles = style("Normal", on="1:2", default=True)
    assert lines(paragraph("甲") + paragraph("乙"), PLAIN, styles) == ["1. 甲", "2. 乙"]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    styles = style("h1", on="1:0")
    body = (
        paragraph("甲", style="h1") + paragraph("乙", style="h1", number=(0, 0)) + paragraph("丙", style="h1")
    )
    assert lines(body, PLAIN, styles) == ["一、 甲", "乙", "二、 丙"]


def test_a_paragraph_may_change_the_level_alone() -> None:
    styles = style("h1", on="1:0")
    own = paragraph("乙", style="h1", properties='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    assert lines(paragraph("甲", style="h1") + own, PLAIN, styles) == ["一、 甲", "（一） 乙"]


def test_a_definition_that_stands_for_a_list_style() -> None:
    link = '<w:numStyleLink w:val="outline"/>'
    numbering = definition(0, *LEVELS, extra='<w:styleLink w:val="outline"/>') + definition(5, extra=link)
    numbering += use(1, 0) + use(2, 5)
    styles = style("outline", on="1", kind="numbering")
    body = paragraph("甲", number=(1, 0)) + paragraph("乙", number=(2, 0))
    assert lines(body, numbering, styles) == ["一、 甲", "二、 乙"]


def test_definitions_that_stand_for_each_other_number_nothing() -> None:
    numbering = definition(0, extra='<w:numStyleLink w:val="a"/>') + use(1, 0)
    assert lines(paragraph("甲", number=(1, 0)), numbering, style("a", on="1", kind="numbering")) == ["甲"]


def test_numbers_run_on_through_tables_and_text_boxes() -> None:
    cell = f"<w:tc>{paragraph(number=(1, 2))}</w:tc>"
    box = "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"
    boxed = box.format(paragraph("框", number=(1, 2)))
    body = paragraph("甲", number=(1, 2)) + table([cell, "乙"]) + f"<w:p><w:r>{boxed}</w:r></w:p>"
    assert lines(body, PLAIN) == ["1. 甲", "2.\t乙", "3. 框", ""]


def test_a_deleted_paragraph_takes_no_number() -> None:
    deleted = paragraph(number=(1, 2)).replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    body = paragraph("甲", number=(1, 2)) + deleted + paragraph("乙", number=(1, 2))
    assert lines(body, PLAIN) == ["1. 甲", "2. 乙"]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        use(1, 0),
        definition(0) + use(1, 0),
        definition(0, level(3, "%4")) + use(1, 0),
        '<w:abstractNum w:abstractNumId="x"/><w:num w:numId="1"><w:abstractNumId w:val=""/></w:num>',
        definition(0, level(0, "%1").replace('w:ilvl="0"', 'w:ilvl="99"')) + use(1, 0),
    ],
)
def test_lists_that_are_not_whole_number_nothing(numbering: str) -> None:
    assert lines(paragraph("甲", number=(1, 0)), numbering) == ["甲"]
