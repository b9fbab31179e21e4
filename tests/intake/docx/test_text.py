"""What a docx file shows, and what of it is text: each case is a body and the lines that come of it."""

from __future__ import annotations

import pytest

from planparse.findings.model import Findings
from planparse.intake import read
from planparse.intake.source import SourceText

from ...word_files import docx, paragraph, part, run, table, zipped

INSERTED = '<w:ins w:id="1" w:author="a">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>{}</w:delText></w:r></w:del>'
BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>"
DRAWING = (
    '<w:drawing><wp:anchor><wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset>'
    "</wp:positionV>"
    '<a:graphic><a:graphicData uri="shape">{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
)
PICTURE = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>"


def source(data: bytes, findings: Findings | None = None) -> SourceText:
    found = read(data, "通知.docx", Findings() if findings is None else findings)
    assert found is not None
    return found


def lines(body: str, **parts: str) -> list[str]:
    return source(docx(body, **parts)).text.splitlines()


def found(body: str, **parts: str) -> dict[str, dict[str, str]]:
    """The findings of a file by their code."""
    findings = Findings()
    source(docx(body, **parts), findings)
    return {finding.code: dict(finding.values) for finding in findings}


def runs(*elements: str) -> str:
    return f"<w:p>{''.join(elements)}</w:p>"


def field(code: str, result: str) -> str:
    """A field with its code and what it shows."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + instruction + mark("separate") + result + mark("end")


@pytest.mark.parametrize(
    ("elements", "shown"),
    [
        ([run("青禾县"), run("人民政府")], "青禾县人民政府"),
        ([run("  二月  ")], "  二月  "),
        ([run("一"), "<w:r><w:tab/></w:r>", run("二")], "一\t二"),
        ([run("一"), "<w:r><w:br/></w:r>", run("二")], "一\n二"),
        ([run("一"), '<w:r><w:br w:type="page"/></w:r>', run("二")], "一\n二"),
        ([run("一"), '<w:r><w:br w:type="column"/></w:r>', run("二")], "一\n二"),
        ([run("一"), "<w:r><w:cr/></w:r>", run("二")], "一\n二"),
        ([run("5"), "<w:r><w:noBreakHyphen/></w:r>", run("6")], "5-6"),
        ([run("软"), "<w:r><w:softHyphen/></w:r>", run("件")], "软件"),
        (["<w:r><w:t>一\n二</w:t></w:r>"], "一 二"),
        ([f'<w:hyperlink w:anchor="x">{run("网址")}</w:hyperlink>'], "网址"),
        ([f"<w:smartTag>{run('青禾')}</w:smartTag>", run("县")], "青禾县"),
        ([f"<w:sdt><w:sdtPr/><w:sdtContent>{run('日期')}</w:sdtContent></w:sdt>"], "日期"),
        ([f"<w:customXml>{run('甲')}</w:customXml>"], "甲"),
        ([f'<w:fldSimple w:instr="DATE">{run("3月1日")}</w:fldSimple>'], "3月1日"),
        ([field("DATE", run("3月1日"))], "3月1日"),
        ([field("IF " + "x", field("DATE", run("内")) + run("外"))], "内外"),
        ([INSERTED.format(run("新增"))], "新增"),
        ([run("保留"), DELETED.format("删去")], "保留"),
        ([f"<w:moveFrom>{run('移走')}</w:moveFrom>", f"<w:moveTo>{run('移来')}</w:moveTo>"], "移来"),
        ([run("看得见"), run("看不见", "<w:vanish/>")], "看得见"),
        ([run("看得见", '<w:vanish w:val="0"/>')], "看得见"),
        ([run("网页中隐藏", "<w:webHidden/>")], "网页中隐藏"),
        (['<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', run("同意")], "☑同意"),
        (['<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', run("5")], "≥5"),
        (['<w:r><w:sym w:font="仿宋" w:char="3007"/></w:r>'], "〇"),
        (
            [f"<w:r><w:ruby><w:rt>{run('qīng')}</w:rt><w:rubyBase>{run('青')}</w:rubyBase></w:ruby></w:r>"],
            "青",
        ),
        (["<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"], "a+b"),
        (
            ["<w:r><mc:AlternateContent><mc:Choice><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback>"
             "</mc:AlternateContent></w:r>"],
            "新",
        ),
        ([run("正文"), '<w:r><w:footnoteReference w:id="1"/></w:r>', run("。")], "正文。"),
        ([run("正文"), '<w:r><w:commentReference w:id="1"/></w:r>'], "正文"),
        ([run("&<>")], "&<>"),
    ],
)  # fmt: skip
def test_a_paragraph(elements: list[str], shown: str) -> None:
    assert source(docx(runs(*elements))).text == shown + "\n"


def test_paragraphs_stand_on_lines_of_their_own() -> None:
    assert lines(paragraph("一") + paragraph() + paragraph("二")) == ["一", "", "二"]


def test_a_field_may_span_paragraphs() -> None:
    """A table of contents is the result of one field."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    body = (
        runs(
            begin,
            "<w:r><w:t>代码</w:t></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("一、总则"),
        )
        + runs(run("二、分则"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + paragraph("正文")
    )
    assert lines(body) == ["一、总则", "二、分则", "正文"]


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>", "<w:vanish/>"])
def test_a_paragraph_whose_end_is_gone_goes_on_in_the_next(mark: str) -> None:
    joined = paragraph("前半", properties=f"<w:rPr>{mark}</w:rPr>")
    assert lines(joined + paragraph("后半") + paragraph("下一段")) == ["前半后半", "下一段"]
    assert lines(joined) == ["前半"]
    assert lines(joined + table(["甲", "乙"])) == ["前半", "甲\t乙"]


def test_hidden_styles() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="d"><w:basedOn w:val="c"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="e"><w:basedOn w:val="f"/></w:style>'
        '<w:style w:type="character" w:styleId="f"><w:basedOn w:val="e"/></w:style>'
    )
    body = (
        runs(run("一"), run("藏", '<w:rStyle w:val="d"/>'), run("二", '<w:rStyle w:val="e"/>'))
        + paragraph("藏", style="p")
        + paragraph(run("露", '<w:vanish w:val="0"/>'), style="p")
    )
    assert lines(body, styles=styles) == ["一二", "", "露"]
    assert found(body, styles=styles)["PP042"] == {"count": "2"}


def test_a_text_box_stands_before_its_paragraph() -> None:
    box = DRAWING.format(
        top=0, shape=SHAPE.format(paragraph("青禾县人民政府文件") + paragraph("青政发〔2023〕7号"))
    )
    assert lines(paragraph("上文") + runs(run("标"), f"<w:r>{box}</w:r>", run("题"))) == [
        "上文",
        "青禾县人民政府文件",
        "青政发〔2023〕7号",
        "标题",
    ]


def test_of_several_boxes_the_upper_stands_first() -> None:
    number = DRAWING.format(top=900_000, shape=SHAPE.format(paragraph("青政发〔2023〕7号")))
    head = DRAWING.format(top=10_000, shape=SHAPE.format(paragraph("青禾县人民政府文件")))
    assert lines(runs(f"<w:r>{number}</w:r>", f"<w:r>{head}</w:r>", run("标题")))[:2] == [
        "青政发〔2023〕7号",
        "青禾县人民政府文件",
    ]
    assert lines(runs(f"<w:r>{number}{head}</w:r>", run("标题")))[0] == "青政发〔2023〕7号"
    both = DRAWING.format(top=0, shape=SHAPE.format(paragraph("外")))
    assert lines(runs(f"<w:r>{both}</w:r>"))[0] == "外"


def test_a_box_with_a_fallback_for_older_programs_is_read_once() -> None:
    box = (
        "<mc:AlternateContent><mc:Choice Requires='wps'>"
        + DRAWING.format(top=0, shape=SHAPE.format(paragraph("红头")))
        + "</mc:Choice><mc:Fallback>"
        + PICTURE.format(BOX.format(paragraph("红头")))
        + "</mc:Fallback></mc:AlternateContent>"
    )
    assert lines(runs(f"<w:r>{box}</w:r>", run("正文"))) == ["红头", "正文"]


def test_a_fallback_is_read_where_the_newer_form_has_no_text() -> None:
    box = (
        "<mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice><mc:Fallback>"
        + PICTURE.format(BOX.format(paragraph("红头")))
        + "</mc:Fallback></mc:AlternateContent>"
    )
    assert lines(runs(f"<w:r>{box}</w:r>")) == ["红头", ""]


def test_drawn_text_is_a_text_box() -> None:
    """Letterheads are often WordArt."""
    drawn = "<w:pict><v:shape><v:textpath on='t' string='青禾县人民政府文件'/></v:shape></w:pict>"
    assert lines(runs(f"<w:r>{drawn}</w:r>", run("正文"))) == ["青禾县人民政府文件", "正文"]


def test_a_table_in_a_text_box_and_a_box_in_a_table() -> None:
    box = PICTURE.format(BOX.format(table(["甲", "乙"])))
    assert lines(runs(f"<w:r>{box}</w:r>", run("正文"))) == ["甲\t乙", "正文"]
    inner = PICTURE.format(BOX.format(paragraph("框内")))
    boxed = f"<w:tc>{runs(f'<w:r>{inner}</w:r>', run('格内'))}</w:tc>"
    assert lines(table([boxed, "乙"])) == ["框内 格内\t乙"]


def test_content_controls_round_paragraphs_rows_and_cells() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = (
        "<w:tr>"
        + control.format(f"<w:tc>{paragraph('甲')}</w:tc>")
        + f"<w:tc>{paragraph('乙')}</w:tc></w:tr>"
    )
    assert lines(control.format(paragraph("段"))) == ["段"]
    assert lines(f"<w:tbl>{control.format(row)}</w:tbl>") == ["甲\t乙"]


def test_notes_stand_apart_at_the_end() -> None:
    footnotes = (
        f'<w:footnote w:id="0">{paragraph("分隔线")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("第二条注。")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("第一条注。")}</w:footnote>'
    )
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = runs(run("甲"), reference.format(1)) + runs(run("乙"), reference.format(2))
    read = source(docx(body, footnotes=footnotes))
    assert read.text.splitlines() == ["甲", "乙", "第一条注。", "第二条注。"]
    (note,) = (mark for mark in read.marks if mark.kind == "note")
    assert read.text[note.start : note.end] == "第一条注。\n第二条注。\n"


def test_headers_and_footers_are_left_out_with_a_finding() -> None:
    page = runs(run("— "), field("PAGE", run("1")), run(" —"))
    parts = {"header1": paragraph("内部资料"), "footer1": page, "footer2": paragraph()}
    assert lines(paragraph("正文"), **parts) == ["正文"]
    assert found(paragraph("正文"), **parts)["PP031"] == {"count": "2"}


def test_pages_as_word_last_laid_them_out() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    read = source(
        docx(paragraph("第一页") + runs(run("仍是第一页"), turn, run("第二页")) + runs(turn, run("第三页")))
    )
    pages = [mark for mark in read.marks if mark.kind == "page"]
    assert [(mark.number, read.text[mark.start : mark.end]) for mark in pages] == [
        (1, "第一页\n仍是第一页"),
        (2, "第二页\n"),
        (3, "第三页\n"),
    ]


def test_what_a_file_holds_beside_text_is_told() -> None:
    body = (
        runs(INSERTED.format(run("新增")), DELETED.format("旧"), DELETED.format("旧"))
        + runs(run("藏", "<w:vanish/>"), '<w:r><w:commentReference w:id="1"/></w:r>')
        + runs('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>')
        + runs('<w:r><w:drawing><a:graphicData uri="x/2006/chart"/></w:drawing></w:r>')
        + '<w:altChunk r:id="rId9"/>'
    )
    codes = found(body)
    assert codes["PP041"] == {"deleted": "2", "inserted": "1"}
    assert codes["PP042"] == {"count": "1"}
    assert codes["PP043"] == {"count": "1"}
    assert codes["PP044"] == {"count": "3"}
    assert found(paragraph("正文")).keys().isdisjoint({"PP031", "PP040", "PP041", "PP042", "PP043", "PP044"})


def test_macros_are_told_and_nothing_else() -> None:
    findings = Findings()
    read = source(docx(paragraph("正文"), {"word/vbaProject.bin": b"x"}), findings)
    assert read.text == "正文\n"
    assert [finding.code for finding in findings] == ["PP040"]


def test_what_is_known_of_the_file() -> None:
    read = source(docx(paragraph("正文")))
    assert (read.name, read.format, read.encoding, len(read.sha256)) == ("通知.docx", "docx", "", 64)


def test_parts_are_found_by_their_relationships() -> None:
    """Names differ between writers: other folders, backslashes, the strict namespace."""
    relation = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    document = part("document", f"<w:body>{paragraph('正文')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Type="{relation}/officeDocument"'
        ' Target="/Word/Main.xml"/></Relationships>',
        "word\\main.xml": document,
        "word/document.xml": "<decoy/>",
    }
    assert source(zipped({name: text.encode() for name, text in members.items()})).text == "正文\n"
