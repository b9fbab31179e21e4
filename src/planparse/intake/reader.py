"""The two ways in: the bytes of a file, and text that is decoded already."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from planparse.findings.model import Findings
from planparse.intake.decode import Decoded, decode, full_of_nuls
from planparse.intake.detect import binary_kind, is_html, text_format
from planparse.intake.mojibake import mojibake_runs
from planparse.intake.source import SourceText
from planparse.spans import Span, Spans

if TYPE_CHECKING:
    from planparse.rulepack import RulePack

MAX_BYTES = 64 * 2**20  # a notice has 30 kB; far beyond this a file is something else

_REPLACEMENT = "\ufffd"
_PRIVATE = "[\ue000-\uf8ff\U000f0000-\U0010ffff]"
_TEXT_NAMES = (".txt", ".md", ".markdown")
_MOST_PRIVATE = 0.1  # of the characters, beyond which a text cannot be used
_CONTROL_BYTES = bytes((*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F))
_CONTROL_CHARACTER = r"[\x00-\x08\x0b\x0e-\x1f\x7f]"
# In these no byte of a longer character is a control code, so the bytes can be searched.
_ASCII_SUPERSETS = ("utf-8", "utf-8-sig", "gb18030", "big5hkscs")


def too_large(size: int, findings: Findings, limit: int = MAX_BYTES) -> bool:
    """Whether a file of `size` bytes is over the limit; then PP002 is added.

    For callers who know the size before they read.
    """
    if size <= limit:
        return False
    findings.add("PP002", size=_mebibytes(size), limit=_mebibytes(limit))
    return True


def _mebibytes(size: int) -> str:
    return f"{size / 2**20:.1f} MiB"


def read(
    data: bytes,
    name: str,
    findings: Findings,
    *,
    rules: RulePack | None = None,
    limit: int = MAX_BYTES,
) -> SourceText | None:
    """The text of a file's bytes: of plain text exactly as read but for a leading byte order mark, of
    other formats as their reader makes it.

    None where there is no text (unreadable, undecodable, over `limit` bytes); an error finding says
    why. Text that is empty or blank is text, with a finding. `name` is the file's name without its
    folder; `rules` are the shipped ones unless given. Raises nothing.
    """
    if too_large(len(data), findings, limit):
        return None
    kind = binary_kind(data)
    if kind == "ZIP":
        from planparse.intake.archive import read_only_member

        return read_only_member(data, name, findings, rules)
    if kind is not None:
        from planparse.intake.formats import read_format

        return _reviewed(read_format(kind, data, name, findings), findings)
    decoded = _decode_text(data, findings)
    if decoded is None:
        return None
    if is_html(decoded.text):
        from planparse.intake.html import read_html

        _report_guess(decoded, (), findings)
        return _reviewed(read_html(decoded, data, name, findings, rules), findings)
    if data and not name.lower().endswith(_TEXT_NAMES):
        from planparse.intake.formats import report_extension

        report_extension("text", name, findings)
    _report_blank(decoded.text, findings)
    end = len(decoded.text)
    _report_guess(decoded, ((end - decoded.cut, end),), findings)
    _report_replaced(decoded.text, end - decoded.cut, decoded.encoding, findings)
    if _may_hold_controls(data, decoded.encoding):
        _report_controls(decoded.text, findings)
    mojibake = _report_mojibake(decoded.text, findings)
    kind = text_format(decoded.text)
    return SourceText(decoded.text, name, kind, decoded.encoding, _digest(data), mojibake)


def read_text(text: str, name: str, findings: Findings) -> SourceText:
    """The same for text that is decoded already: kept whole, a leading U+FEFF and lone
    surrogates included, so that offsets are the caller's. The digest is that of its UTF-8.
    """
    _report_blank(text, findings)
    _report_controls(text, findings)
    mojibake = _report_mojibake(text, findings)
    digest = _digest(text.encode("utf-8", "surrogatepass"))
    return SourceText(text, name, text_format(text), "utf-8", digest, mojibake)


def _decode_text(data: bytes, findings: Findings) -> Decoded | None:
    """The decoded text, None with a finding where the data is no text."""
    decoded = decode(data)
    if decoded is None and full_of_nuls(data):
        findings.add("PP003", kind="binary")
    elif decoded is None:
        findings.add("PP004")
    return decoded


def _reviewed(source: SourceText | None, findings: Findings) -> SourceText | None:
    """A text that the reader of a format made, looked through as plain text is; None where it is unusable."""
    if source is None:
        return None
    from planparse.intake.formats import report_extension

    report_extension(source.format, source.name, findings)
    text = source.text
    if text.isspace() or not text:
        findings.add("PP010")
    private = tuple(match.span() for match in re.finditer(_PRIVATE, text))
    if len(private) > _MOST_PRIVATE * len(text):
        findings.add("PP029", share=round(100 * len(private) / len(text)))
        return None
    if private:
        findings.add("PP036", private, count=len(private))
    _report_replaced(text, len(text), source.encoding or source.format, findings)
    _report_controls(text, findings)
    return source._replace(mojibake=_report_mojibake(text, findings))


def _report_blank(text: str, findings: Findings) -> None:
    if not text:
        findings.add("PP001")
    elif text.isspace():
        findings.add("PP010")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _report_guess(decoded: Decoded, cut: Spans, findings: Findings) -> None:
    """`cut` is where the character that the end cuts off stands in the text, if it does."""
    if decoded.guessed:
        findings.add("PP007", encoding=decoded.encoding)
    if decoded.cut:
        findings.add("PP006", cut)


def _report_replaced(text: str, whole: int, encoding: str, findings: Findings) -> None:
    # Characters that an earlier program replaced are lost all the same, so they count too.
    replaced = _places(_REPLACEMENT, text, whole)
    if replaced:
        findings.add("PP005", replaced, count=len(replaced), encoding=encoding)


def _places(character: str, text: str, end: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    place = text.find(character, 0, end)
    while place >= 0:
        spans.append((place, place + 1))
        place = text.find(character, place + 1, end)
    return tuple(spans)


def _may_hold_controls(data: bytes, encoding: str) -> bool:
    if encoding not in _ASCII_SUPERSETS:
        return True
    return len(data.translate(None, _CONTROL_BYTES)) < len(data)


def _report_controls(text: str, findings: Findings) -> None:
    spans = tuple(match.span() for match in re.finditer(_CONTROL_CHARACTER, text))
    if spans:
        findings.add("PP009", spans, count=len(spans))


def _report_mojibake(text: str, findings: Findings) -> Spans:
    spans = mojibake_runs(text)
    if spans:
        findings.add("PP008", spans, count=len(spans))
    return spans
