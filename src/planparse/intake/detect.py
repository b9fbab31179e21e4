"""What kind of file the content is, whatever the file is called."""

from __future__ import annotations

import re

# (offset, bytes there, plain name). Only signatures that no text can begin with;
# the two-byte ones of BMP and Windows programs are checked further below.
_SIGNATURES = (
    (0, b"{\\rtf", "RTF"),
    (0, b"%!PS-", "PostScript"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE (DOC, WPS, XLS, PPT)"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"GIF87a", "GIF"),
    (0, b"GIF89a", "GIF"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (8, b"WEBP", "WebP"),
    (0, b"\x1f\x8b\x08", "gzip"),
    (0, b"BZh91AY&SY", "bzip2"),
    (0, b"\xfd7zXZ\0", "xz"),
    (0, b"\x28\xb5\x2f\xfd", "zstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"Rar!\x1a\x07", "RAR"),
    (257, b"ustar", "tar"),
    (0, b"\x7fELF", "ELF"),
    (0, b"SQLite format 3\0", "SQLite"),
    (4, b"ftyp", "MP4"),
    (0, b"ID3", "MP3"),
)
_STRAY = 64  # bytes; blanks and a byte order mark before a PDF file do not matter to its readers
_BLANKS = b"\xef\xbb\xbf \t\r\n\0"
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# The first that a zip file holds says what it is; names as in its directory, in small letters.
_ZIP_MEMBERS = (
    ("word/document.xml", "DOCX"),
    ("xl/workbook.xml", "XLSX"),
    ("ppt/presentation.xml", "PPTX"),
    ("ofd.xml", "OFD"),
    ("meta-inf/manifest.xml", "ODF"),
)
_ZIP_SEARCHED = 65_536  # bytes at either end of a zip file whose directory is damaged
_BMP_HEADER_SIZES = (12, 40, 52, 56, 64, 108, 124)

# Patterns that most files never need are compiled by their first use.
_HTML = r"(?i)(?:<\?xml[^>]*+>\s*+)?<(?:!doctype\s++html|html)[\s>]"
_HTML_SEARCHED = 2_048
# A part of a page, as crawlers cut it out: it begins with an element that holds others, and closes several.
_HTML_PART = (
    r"(?i)<(?:article|body|center|div|dl|head|link|main|meta|ol|p|script|section|span|style|table|tbody|t[dr]"
    r"|title|ul)[\s>]"
)
_COMMENTS = r"(?:<!--(?:[^-]|-(?!->))*+-->\s*+)++"
_CLOSING_TAG = r"</[a-zA-Z][a-zA-Z0-9]*+\s*+>"
_FEWEST_CLOSED = 3

# CommonMark: an ATX heading has white space after its number signs.
_ATX_HEADING = r"[\n\r]#{1,6}[ \t]+[^\s#]"
# A line that opens in bold. What closes it is followed or preceded by punctuation or the end of
# the line: names masked as **公司与**公司 are not bold.
_BOLD_OPENING = r"[\n\r]\*\*[^\s*][^*\n\r]++\*\*(?:(?<=[。.：:；！？]\*\*)|(?=[\s：:，。；（(]|\Z))"


def binary_kind(data: bytes) -> str | None:
    """The plain name of the binary format that `data` is in, None where it may be text."""
    if data[:_STRAY].lstrip(_BLANKS).startswith(b"%PDF-"):
        return "PDF"
    for offset, signature, kind in _SIGNATURES:
        if data.startswith(signature, offset):
            return kind
    if data.startswith(_ZIP_STARTS):
        return _zip_kind(data)
    if _is_bitmap(data):
        return "BMP"
    if _is_windows_program(data):
        return "EXE"
    return None


def _zip_kind(data: bytes) -> str:
    """A zip file by the members of its directory: a document inside an archive does not make it one."""
    from planparse.intake.members import Members
    from planparse.intake.unreadable import Unreadable

    try:
        names = {member.name.lower() for member in Members(data)}
    except Unreadable:
        ends = (data[:_ZIP_SEARCHED] + data[-_ZIP_SEARCHED:]).lower()
        return next((kind for member, kind in _ZIP_MEMBERS if member.encode() in ends), "ZIP")
    return next((kind for member, kind in _ZIP_MEMBERS if member in names), "ZIP")


def _is_bitmap(data: bytes) -> bool:
    if not data.startswith(b"BM") or data[6:10] != b"\0\0\0\0":
        return False
    return int.from_bytes(data[14:18], "little") in _BMP_HEADER_SIZES


def _is_windows_program(data: bytes) -> bool:
    if not data.startswith(b"MZ"):
        return False
    header = int.from_bytes(data[60:64], "little")
    return data[header : header + 4] == b"PE\0\0"


def is_html(text: str) -> bool:
    """Whether the text is a page or a part of one, not a text about one."""
    head = text[:_HTML_SEARCHED].lstrip()
    if not head.startswith("<"):
        return False
    if head.startswith("<!--"):  # where a browser saved the page from
        head = re.sub(_COMMENTS, "", head, count=1)
    if re.match(_HTML, head) is not None:
        return True
    return re.match(_HTML_PART, head) is not None and len(re.findall(_CLOSING_TAG, head)) >= _FEWEST_CLOSED


def text_format(text: str) -> str:
    """`markdown` where a line is an ATX heading or opens in bold, else `text`."""
    if "#" in text and re.search(_ATX_HEADING, "\n" + text):
        return "markdown"
    if "**" in text and re.search(_BOLD_OPENING, "\n" + text):
        return "markdown"
    return "text"
