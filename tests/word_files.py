"""docx files written part by part, for tests, samples and benchmarks: no office program made them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = "".join(f" xmlns:{name}={quoteattr(uri)}" for name, uri in _NAMESPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Parts of a file: what they are to the main part, and their root element.
_PARTS = {
    "numbering": ("numbering", "numbering"),
    "styles": ("styles", "styles"),
    "footnotes": ("footnotes", "footnotes"),
    "endnotes": ("endnotes", "endnotes"),
    "header1": ("header", "hdr"),
    "footer1": ("footer", "ftr"),
    "footer2": ("footer", "ftr"),
}


def docx(body: str, extra: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """A file with the children of w:body, and of the root elements of other parts by their names."""
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{_RELATION}/{_PARTS[name][0]}" Target="{name}.xml"/>'
        for i, name in enumerate(parts, 1)
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((name, _PARTS[name][0]) for name in parts))
    )
    members = {
        "[Content_Types].xml": _HEAD + _TYPES.format(overrides=overrides),
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": part(_PARTS[name][1], content) for name, content in parts.items()},
    }
    return zipped({**{name: text.encode() for name, text in members.items()}, **(extra or {})})


def part(root: str, content: str) -> str:
    return f"{_HEAD}<w:{root}{_DECLARED}>{content}</w:{root}>"


def _relations(content: str) -> str:
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{uri}">{content}</Relationships>'


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip file that is the same bytes whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(
    content: str = "", *, number: tuple[int, int] | None = None, style: str = "", properties: str = ""
) -> str:
    """A paragraph; `content` is text, or runs if it begins with an element. `number` is list and level."""
    runs = content if content.startswith("<") else run(content) if content else ""
    if style:
        properties = f'<w:pStyle w:val="{style}"/>{properties}'
    if number is not None:
        list_id, level = number
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def cell(*contents: str, properties: str = "") -> str:
    """A cell; each content is the text of a paragraph, or an element."""
    blocks = "".join(each if each.startswith("<") else paragraph(each) for each in contents or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


def merged(*contents: str) -> str:
    """A cell that goes on below; without contents, one that goes on from above."""
    start = ' w:val="restart"' if contents else ""
    return cell(*contents, properties=f"<w:vMerge{start}/>")


def table(*rows: Sequence[str]) -> str:
    """A table; a cell is text or an element."""
    written = "".join(
        "<w:tr>" + "".join(each if each.startswith("<w:tc") else cell(each) for each in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{written}</w:tbl>"


def level(place: int, text: str, format: str = "decimal", start: int = 1, extra: str = "") -> str:
    """A level of a list definition; `extra` stands between its format and its label."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(number: int, *levels: str, extra: str = "") -> str:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{extra}'
        f"{''.join(levels)}</w:abstractNum>"
    )


def use(number: int, of: int, starts: Mapping[int, int] | None = None, overrides: str = "") -> str:
    """A w:num of a definition, with levels that begin anew."""
    anew = "".join(
        f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for place, start in (starts or {}).items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{anew}{overrides}</w:num>'


# The outline of GB/T 9704-2012, 7.3.3: label in a text, format and text of its level.
_OUTLINE = (
    (re.compile(r"([一二三四五六七八九十]{1,4})、"), "chineseCountingThousand", "%1、"),
    (re.compile(r"（([一二三四五六七八九十]{1,4})）"), "chineseCountingThousand", "（%2）"),
    (re.compile(r"(\d{1,3})[.．](?!\d)"), "decimal", "%3."),
)


def literal(lines: Iterable[str]) -> bytes:
    """A notice as a docx file, its numbers typed."""
    return docx("".join(map(paragraph, lines)))


def automatic(lines: Iterable[str], *, together: bool = True) -> bytes:
    """A notice as a docx file, its numbers left to the program: one list with all levels, or a list
    for each level.

    The levels of the one list count on through the document (lvlRestart 0); where a notice begins
    anew, a use of its own does. Of several lists, each begins where the notice does.
    """
    body, numbering = automatic_parts(lines, together=together)
    return docx(body, numbering=numbering)


def automatic_parts(lines: Iterable[str], *, together: bool = True) -> tuple[str, str]:
    """The body and the numbering of such a file."""
    writer = _OneList() if together else _ManyLists()
    body = "".join(_numbered(line, writer) for line in lines)
    return body, "".join((*writer.definitions, *writer.uses))


def _numbered(line: str, writer: _OneList | _ManyLists) -> str:
    bare = line.strip("\u3000 ")
    for place, (pattern, _, _) in enumerate(_OUTLINE):
        match = pattern.match(bare)
        number = _ordinal(match[1]) if match else None
        if match and number:
            return paragraph(bare[match.end() :].lstrip(), number=writer.place(place, number))
    return paragraph(line)


class _OneList:
    def __init__(self) -> None:
        extra = '<w:lvlRestart w:val="0"/><w:suff w:val="nothing"/>'
        levels = (level(i, text, format, extra=extra) for i, (_, format, text) in enumerate(_OUTLINE))
        self.definitions = [definition(0, *levels)]
        self.uses = [use(1, 0)]
        self._counted = [0] * len(_OUTLINE)
        self._current = [1] * len(_OUTLINE)

    def place(self, place: int, number: int) -> tuple[int, int]:
        if number != self._counted[place] + 1:
            self.uses.append(use(len(self.uses) + 1, 0, {place: number}))
            self._current[place] = len(self.uses)
        self._counted[place] = number
        return self._current[place], place


class _ManyLists:
    def __init__(self) -> None:
        self.definitions: list[str] = []
        self.uses: list[str] = []
        self._counted: list[int | None] = [None] * len(_OUTLINE)
        self._current = [0] * len(_OUTLINE)

    def place(self, place: int, number: int) -> tuple[int, int]:
        counted = self._counted[place]
        if counted is None or number != counted + 1:
            _, format, text = _OUTLINE[place]
            shown = text.replace(f"%{place + 1}", "%1")
            own = level(0, shown, format, number, extra='<w:suff w:val="nothing"/>')
            self.definitions.append(definition(len(self.definitions), own))
            self.uses.append(use(len(self.uses) + 1, len(self.uses)))
            self._current[place] = len(self.uses)
        self._counted[place] = number
        return self._current[place], 0


def _ordinal(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    digits = {each: i for i, each in enumerate("一二三四五六七八九", 1)}
    if len(text) > 3 or text.count("十") > 1 or ("十" not in text and len(text) > 1):
        return None
    tens, ten, ones = text.partition("十")
    if not ten:
        return digits[text]
    return 10 * digits.get(tens, 1) + digits.get(ones, 0)
