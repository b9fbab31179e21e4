"""Tables as a Word document: one for each notice, on landscape pages, the header on each of them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from docx import Document as new_document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table

from planparse.output import grid
from planparse.output.grid import Grid, Source, words
from planparse.output.template import Align, Column, Fonts, Template

_PAPERS = {"A4": (297, 210), "A3": (420, 297)}  # landscape, in millimetres
_BESIDE, _ABOVE = 12, 15
_BODY_SIZE, _SMALLEST_SIZE, _TITLE_SIZE = 10.5, 7.5, 22
_CELL_MARGIN = Mm(0.8)
_HEADING_COLOUR, _TO_FILL_IN, _MISSING = "E7EEF5", "FDF5E6", "FFF2CC"
# A document says when it was made; the same input must give the same bytes.
_MADE = dt.datetime(2000, 1, 1)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_FONT_TABLE = "word/fontTable.xml"
_ALIGNMENTS: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_SANS = ("黑体", "微软雅黑", "等线")
_INSTEAD_OF_SANS = "SimHei,Noto Sans CJK SC"
_INSTEAD_OF_SERIF = "仿宋_GB2312,FangSong,宋体,SimSun,Noto Serif CJK SC"


def write(template: Template, sources: Sequence[Source]) -> bytes:
    document = new_document()
    tables = grid.printed_all(template, sources)
    _describe(document, tables[0].title)
    _set_page(document, template)
    for number, table in enumerate(tables):
        _add_title(document, table, template.fonts, new_page=number > 0)
        _add_table(document, table, template)
    buffer = io.BytesIO()
    document.save(buffer)
    return _repacked(buffer, template.fonts)


def _describe(document: WordDocument, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "", ""
    properties.created = properties.modified = _MADE


def _set_page(document: WordDocument, template: Template) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(length) for length in _PAPERS[template.paper])
    section.left_margin = section.right_margin = Mm(_BESIDE)
    section.top_margin = section.bottom_margin = Mm(_ABOVE)
    style: Any = document.styles["Normal"]
    style.font.size = Pt(_body_size(template))
    style.paragraph_format.space_after = Pt(0)
    _set_font(style.element, template.fonts.body)
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")  # else commas stand in the middle, as in Taiwan
    style.element.get_or_add_rPr().append(language)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for piece in ("第 ", "PAGE", " 页，共 ", "NUMPAGES", " 页"):
        run = footer.add_run("" if piece.isascii() else piece)
        if piece.isascii():
            _add_field(run, piece)


def _body_size(template: Template) -> float:
    """Smaller type for a table wider than its page, in half points; a half-width letter is half as wide."""
    across = Mm(_PAPERS[template.paper][0] - 2 * _BESIDE).pt - 2 * _CELL_MARGIN.pt * len(template.columns)
    fitting = 2 * across / sum(column.width for column in template.columns)
    return max(_SMALLEST_SIZE, min(_BODY_SIZE, int(2 * fitting) / 2))


def _set_font(element: Any, name: str) -> None:
    """Of a style or run, for Latin and Chinese letters."""
    fonts = element.get_or_add_rPr().get_or_add_rFonts()
    for letters in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{letters}"), name)


def _add_field(run: Any, code: str) -> None:
    for kind in ("begin", "", "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = code
        run._r.append(part)


def _add_title(document: WordDocument, table: Grid, fonts: Fonts, new_page: bool) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.page_break_before = new_page
    run = title.add_run(table.title)
    run.font.size = Pt(_TITLE_SIZE)
    _set_font(run._r, fonts.title)
    document.add_paragraph(table.note)


def _add_table(document: WordDocument, table: Grid, template: Template) -> None:
    made = document.add_table(rows=1 + len(table.cells), cols=len(table.columns), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    _set_margins(made)
    _set_widths(made, table.columns, _PAPERS[template.paper][0] - 2 * _BESIDE)
    joined = grid.joined(table)
    for number, row in enumerate(made.rows, -1):  # -1 is the header
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number < 0:
            properties.append(OxmlElement("w:tblHeader"))
        for at, cell in enumerate(row._tr.tc_lst):
            if number < 0:
                _fill_header(cell, table.columns[at], template.fonts)
            else:
                _fill(cell, table, number, at, joined.get(at))


def _set_margins(made: Table) -> None:
    margins: Any = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(_CELL_MARGIN.twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = made._tbl.tblPr
    properties.insert_element_before(margins, "w:tblLook")


def _set_widths(made: Table, columns: Sequence[Column], across: float) -> None:
    share = across / sum(column.width for column in columns)
    widths = [Mm(column.width * share) for column in columns]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for row in made.rows:
        for cell, width in zip(row._tr.tc_lst, widths, strict=True):
            cell.width = width


def _fill_header(cell: Any, column: Column, fonts: Fonts) -> None:
    _shade(cell, _HEADING_COLOUR if column.field else _TO_FILL_IN)
    run = _add_text(cell, column.title, "center")
    _set_font(run, fonts.heading)


def _fill(cell: Any, table: Grid, number: int, at: int, runs: Sequence[int] | None) -> None:
    """A cell of row `number`; one of a run of joined cells only where the run begins."""
    column = table.columns[at]
    continued = runs is not None and number > 0 and runs[number] == runs[number - 1]
    if runs is not None:
        cell.vMerge = "continue" if continued else "restart"
    if column.field in grid.OWNER_FIELDS and number in table.unowned:
        _shade(cell, _MISSING)
    if not continued and (text := words(table.cells[number][at])):
        _add_text(cell, text, column.align)


def _add_text(cell: Any, text: str, align: Align) -> Any:
    """The run that holds the text."""
    cell.get_or_add_tcPr().vAlign_val = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.p_lst[0]
    if align != "left":
        paragraph.alignment = _ALIGNMENTS[align]
    run = paragraph.add_r()
    run.text = text
    return run


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell.get_or_add_tcPr().append(shade)


def _repacked(written: io.BytesIO, fonts: Fonts) -> bytes:
    """The document with our fonts in its table of fonts, and the same bytes whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = _font_table(fonts) if name == _FONT_TABLE else old.read(name)
            new.writestr(zipfile.ZipInfo(name, _ZIP_TIME), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _font_table(fonts: Fonts) -> bytes:
    """What to take in the place of a font that a computer lacks."""
    entries = [
        f"<w:font w:name={quoteattr(name)}>"
        f"<w:altName w:val={quoteattr(_INSTEAD_OF_SANS if name in _SANS else _INSTEAD_OF_SERIF)}/>"
        '<w:charset w:val="86"/></w:font>'
        for name in dict.fromkeys((fonts.title, fonts.heading, fonts.body))
    ]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:fonts {nsdecls('w')}>{''.join(entries)}</w:fonts>".encode()
