"""The imprint at the end (copied to, printed by and on, copies), and what stands after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.findings.model import Findings, Label
from planparse.spans import Spans
from planparse.structure.bodies import add_bodies
from planparse.structure.dates import read_date
from planparse.structure.lines import LineKind
from planparse.structure.parts import Draft

if TYPE_CHECKING:
    import regex

_COPIED_WIDTH = 400
_PRINTED_WIDTH = 160
_BODY_WIDTH = 40
# Text after the imprint is a repetition where the first page holds this share of its characters.
_REPEATED = 0.8
_FIRST_PAGE = 4000
_RESIDUE_LINES = 400


def read_imprint(draft: Draft, findings: Findings) -> None:
    """Mark the imprint; what follows it is a repetition of the first page, an attachment, or unclassified."""
    rules = draft.rules
    printed, copied, copies = (rules.pattern(f"notice.{name}") for name in ("printed", "copied-to", "copies"))
    first = draft.head[0] if draft.head else 0
    lines = [i for i in draft.text_lines if i > first and draft.line(i).label is None]
    end: int | None = None
    for place, index in enumerate(lines):
        if not draft.is_free(index):
            continue
        text = draft.text(index)
        if match := copied.fullmatch(text):
            end = _read_copied_to(draft, lines, place, match.start("bodies"))
        elif len(text) <= _PRINTED_WIDTH and (match := printed.fullmatch(text)):
            end = index
            _read_printed(draft, lines, place, match, findings)
        elif match := copies.fullmatch(text):
            end = index
            draft.mark(index, "copies")
            draft.elements.add("copies", draft.value(index, *match.span("count")))
    if end is not None:
        _read_residue(draft, end, findings)


def _read_copied_to(draft: Draft, lines: list[int], place: int, start: int) -> int:
    """抄送：… up to its full stop; a page break may part it over lines. Returns the last line."""
    last = lines[place]
    for step in range(place, len(lines)):
        index = lines[step]
        text = draft.text(index)
        if step > place and not _goes_on_copied(draft, index, text):
            break
        draft.mark(index, "copied_to")
        last = index
        first = start if step == place else 0
        while first < len(text):
            stop = text.find("。", first)
            stop = len(text) if stop < 0 else stop
            add_bodies(draft, "copied_to", index, first, stop)
            first = stop + 1
    return last


def _goes_on_copied(draft: Draft, index: int, text: str) -> bool:
    if text[-1] not in "。,、" or len(text) > _COPIED_WIDTH or not draft.is_free(index):
        return False
    others = (draft.rules.pattern(f"notice.{name}") for name in ("copied-to", "printed"))
    return not any(pattern.fullmatch(text) for pattern in others)


def _read_printed(
    draft: Draft, lines: list[int], place: int, match: regex.Match[str], findings: Findings
) -> None:
    index = lines[place]
    draft.mark(index, "printed")
    date = read_date(match)
    if date is not None:
        draft.elements.dates["printed_on"] = date
        draft.elements.add("printed_on", draft.value(index, match.start("year"), match.end("day") + 1))
    if match["body"]:
        draft.elements.add("printed_by", draft.value(index, *match.span("body")))
    elif place and draft.width(lines[place - 1]) <= _BODY_WIDTH and draft.is_free(lines[place - 1]):
        place -= 1
        draft.mark(lines[place], "printed")
        draft.elements.add("printed_by", draft.value(lines[place]))
    if place and draft.is_free(lines[place - 1]) and draft.elements.first("copied_to") is None:
        above = lines[place - 1]
        cut = draft.rules.pattern("notice.copied-to-cut")
        if draft.width(above) <= _BODY_WIDTH and cut.fullmatch(draft.text(above)):
            draft.mark(above, "copied_to")
            findings.add("PP208", draft.value(above).spans)


def _read_residue(draft: Draft, end: int, findings: Findings) -> None:
    """Text boxes of the first page are often written once more after the imprint."""
    after = [i for i in draft.text_lines if i > end]
    if any(draft.line(i).label is not None or draft.elements.parts[i] == "attachment_list" for i in after):
        return
    after = draft.free(after)
    if not after or draft.rules.pattern("notice.attachment-label").match(draft.text(after[0])):
        return
    if _is_repetition(draft, after):
        broken = [i for i in range(end, len(draft.page.lines)) if draft.line(i).kind is LineKind.MOJIBAKE]
        lines = sorted([*after, *broken])
        title = draft.elements.first("title") or draft.elements.first("document_number")
        labels = (Label(title.spans, "original"),) if title else ()
        findings.add("PP103", _run(draft, lines), labels=labels, lines=len(lines))
        part = "noise"
    else:
        findings.add("PP101", _run(draft, after))
        part = "unclassified"
    for index in after:
        draft.mark(index, part)


def _run(draft: Draft, lines: list[int]) -> Spans:
    return ((draft.line(lines[0]).start, draft.line(lines[-1]).end),)


def _is_repetition(draft: Draft, lines: list[int]) -> bool:
    if len(lines) > _RESIDUE_LINES:
        return False
    first_page = "".join(draft.bare(i) for i in draft.head)[:_FIRST_PAGE]
    fragments = [draft.bare(i) for i in lines]
    repeated = sum(len(fragment) for fragment in fragments if fragment in first_page)
    return repeated >= _REPEATED * sum(map(len, fragments))
