"""Signature, date and annotation: between a notice and the plan it carries, or at its end."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from planparse.structure.bodies import signing_bodies
from planparse.structure.dates import read_date
from planparse.structure.head import read_metadata
from planparse.structure.parts import Draft, Value
from planparse.structure.titles import looks_like_title, read_plan_title, title_kind

if TYPE_CHECKING:
    import regex

# How far from the end of the text a notice is signed, in lines.
_TAIL_LINES = 30
_SIGNATURE_WIDTH = 60
# How many lines below the date its annotation may stand.
_ANNOTATION_LINES = 2
# More lines than a notice has that hands out a plan.
_COVER_LINES = 60


def read_numbered_cover(draft: Draft) -> None:
    """A notice that hands out a plan and numbers what it says of it (一、高度重视…): the plan's title stands
    below its date, and the plan's numbers begin anew."""
    if _issuing_line(draft, draft.free(draft.head)) is None:
        return
    lines = draft.free(draft.text_lines)[:_COVER_LINES]
    dated = _dated_line(draft, lines)
    if dated is None or draft.head[-1] > dated:
        return
    below = list(itertools.takewhile(lambda i: draft.line(i).label is None, [i for i in lines if i > dated]))
    if not _begins_anew(draft, below):
        return
    _read_signature(draft, lines, dated)
    _read_annotation(draft, below[:_ANNOTATION_LINES])
    for index in draft.free(lines):
        if index < dated:
            draft.mark(index, "notice")
    draft.elements.wrapped = True
    _read_plan_head(draft, below)


def _begins_anew(draft: Draft, below: list[int]) -> bool:
    """Whether these lines hold the title of a plan, and the first number below them is 1."""
    if not any(looks_like_title(draft, index) for index in below):
        return False
    labels = (draft.line(i).label for i in draft.text_lines if i > below[-1])
    first = next((label for label in labels if label is not None), None)
    return first is not None and first.number == 1


def read_wrapper(draft: Draft) -> None:
    """A notice that carries a plan: its own text, signature and date come before the plan's title."""
    if draft.elements.wrapped:
        return
    free = draft.free(draft.head)
    dated = _dated_line(draft, free)
    if dated is not None and _carries_on(draft, dated):
        _read_signature(draft, free, dated)
        _read_annotation(draft, _below(draft.head, dated))
        plan: int | None = dated
        end = dated
    else:
        issuing = _issuing_line(draft, free)
        if issuing is None:
            return
        plan = next((i for i in free if i > issuing and looks_like_title(draft, i)), None)
        end = issuing + 1 if plan is None else plan
    covering = [i for i in draft.free(free) if i < end]
    for index in covering:
        draft.mark(index, "notice")
    if covering and plan is not None:
        draft.elements.wrapped = True
        _read_plan_head(draft, draft.head)
    if covering and draft.elements.first("plan_title") is None:
        _title_from_issuing(draft, covering)


def _title_from_issuing(draft: Draft, covering: list[int]) -> None:
    """The title of a plan that follows without one: 现将《…》印发给你们."""
    pattern = draft.rules.pattern("notice.issued-title")
    for index in reversed(covering):
        match = pattern.search(draft.text(index))
        if match is not None and title_kind(match["title"], draft.rules) is not None:
            draft.elements.add("plan_title", draft.value(index, *match.span("title")))
            return


def _carries_on(draft: Draft, dated: int) -> bool:
    """Whether text follows a date: a notice that is its own plan ends there."""
    annotation = draft.rules.pattern("notice.annotation")
    following = [i for i in draft.text_lines if i > dated and draft.is_free(i)]
    return any(annotation.fullmatch(draft.text(i)) is None for i in following[: _ANNOTATION_LINES + 1])


def _dated_line(draft: Draft, lines: list[int]) -> int | None:
    pattern = draft.rules.pattern("notice.date-line")
    return next((i for i in lines if pattern.fullmatch(draft.text(i))), None)


def _issuing_line(draft: Draft, lines: list[int]) -> int | None:
    """The paragraph that says 现印发给你们."""
    pattern = draft.rules.pattern("notice.issuing")
    return next((i for i in lines if pattern.search(draft.text(i))), None)


def _read_plan_head(draft: Draft, lines: list[int]) -> None:
    """The plan's title, and above it 附件 or 附件1 alone on a line, and what a website says of the notice."""
    pattern = draft.rules.pattern("notice.attachment-label")
    for index in draft.free(lines)[:_ANNOTATION_LINES]:
        if pattern.fullmatch(draft.text(index)):
            draft.mark(index, "attachment_label")
        elif not read_metadata(draft, index, draft.text(index)):
            break
    read_plan_title(draft, draft.free(lines))


def read_ending(draft: Draft) -> None:
    """Signature, date and annotation at the end of a notice that is itself the plan."""
    free = draft.free(draft.text_lines)[-_TAIL_LINES:]
    if "date" in draft.elements.dates:
        _read_annotation(draft, free[-_ANNOTATION_LINES:])  # below the plan that it carries
        return
    unlabelled = [i for i in free if draft.line(i).label is None]
    dated = _dated_line(draft, unlabelled[::-1])
    if dated is None:
        return
    _read_signature(draft, unlabelled, dated)
    _read_annotation(draft, _below(draft.text_lines, dated))
    for index in draft.free(unlabelled):
        if index > dated:
            read_metadata(draft, index, draft.text(index))


def _read_signature(draft: Draft, lines: list[int], dated: int) -> None:
    """Date line and, on it or above it, the bodies that sign."""
    match = draft.rules.pattern("notice.date-line").fullmatch(draft.text(dated))
    if match is None:
        return
    draft.mark(dated, "date")
    date = read_date(match)
    if date is not None:
        draft.elements.dates["date"] = date
        draft.elements.add("date", draft.value(dated, match.start("year"), match.end("day") + 1))
    if match["annotation"]:
        low, high = match.span("annotation")
        draft.elements.add("annotation", draft.value(dated, low + 1, high - 1))
    if match["signature"] and match["signature"].strip():
        _add_issuers(draft, dated, *match.span("signature"))
        return
    signing: list[int] = []
    for index in reversed([i for i in lines if i < dated]):
        if draft.width(index) > _SIGNATURE_WIDTH or not _signs(draft, index):
            break
        signing.append(index)
    for index in reversed(signing):
        draft.mark(index, "signature")
        _add_issuers(draft, index, 0, draft.width(index))


def _signs(draft: Draft, index: int) -> bool:
    text = draft.text(index)
    return bool(signing_bodies(text, draft.rules)) or _signer(draft, text) is not None


def _signer(draft: Draft, text: str) -> regex.Match[str] | None:
    return draft.rules.pattern("notice.signer").fullmatch(text)


def _add_issuers(draft: Draft, index: int, start: int, end: int) -> None:
    text = draft.text(index)[start:end]
    if signer := _signer(draft, text):
        low, high = signer.span("name")
        draft.elements.add("signer", draft.value(index, start + low, start + high))
        return
    for low, high in signing_bodies(text, draft.rules):
        draft.elements.add("issuers", draft.value(index, start + low, start + high))


def _read_annotation(draft: Draft, lines: list[int]) -> None:
    """The lines that are annotations: （此件公开发布）, below whom to ask or above."""
    if draft.elements.first("annotation") is not None:
        return
    pattern = draft.rules.pattern("notice.annotation")
    found: list[Value] = []
    for index in lines:
        if match := pattern.fullmatch(draft.text(index)):
            draft.mark(index, "annotation")
            found.append(draft.value(index, *match.span("text")))
    contacts = tuple(draft.rules.words("notice.contacts"))
    for value in sorted(found, key=lambda value: value.text.startswith(contacts))[:1]:
        draft.elements.add("annotation", value)


def _below(lines: list[int], dated: int) -> list[int]:
    return [index for index in lines if index > dated][:_ANNOTATION_LINES]
