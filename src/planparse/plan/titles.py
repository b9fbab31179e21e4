"""Titles: the heading of a section, the first phrase of a measure."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.plan.roles import Branch, Part, walk
from planparse.spans import Span

_LONGEST_TITLE = 40
_LONGEST_HEADING = 80
# Headings are rarely longer than this; a phrase this short is one wherever it stands.
_USUAL_TITLE = 30
_SHORT_TITLE = 14
_FRAMES = {"【": "】", "〔": "〕", "［": "］"}
_AFTER_TITLE = " 。:】〕］"


def measure_titles(text: str, root: Branch) -> dict[int, Span | None]:
    """The titles of measures, and of articles, by the identity of the branch."""
    titled = [branch for branch in walk(root) if branch.part is Part.MEASURE or is_article(branch)]
    leads = headings(text, [lead(text, branch, branch.item.paragraphs) for branch in titled])
    return {id(branch): span for branch, span in zip(titled, leads, strict=True)}


def is_article(branch: Branch) -> bool:
    return branch.item.label is not None and branch.item.label.style == "article"


def headings(text: str, leads: list[Span | None]) -> list[Span | None]:
    """Items of one kind begin with a heading or do not: where few do, a first sentence is none.

    What stands alone on its line, or is no more than a phrase, always is one.
    """
    usual = sum(span is not None and span[1] - span[0] <= _USUAL_TITLE for span in leads)
    if 2 * usual >= len(leads):
        return leads
    return [span if span and _is_phrase(text, span) else None for span in leads]


def _is_phrase(text: str, span: Span) -> bool:
    return span[1] - span[0] <= _SHORT_TITLE or "\n" in text[span[1] : span[1] + 2]


def section_title(text: str, branch: Branch) -> Span | None:
    """The heading of a section."""
    if branch.glued is not None:
        return branch.glued
    return _heading(text, branch.item.paragraphs[0], branch) if branch.item.paragraphs else None


def _heading(text: str, span: Span, branch: Branch) -> Span | None:
    """A section's title: its heading without bracket and closing full stop."""
    end = content_end(text, span, branch)
    stop = min((p for mark in "。:" if (p := text.find(mark, span[0], end)) >= 0), default=end)
    if stop - span[0] > _LONGEST_HEADING:
        return None
    return _bare(text, span[0], stop)


def lead(text: str, branch: Branch, paragraphs: Sequence[Span]) -> Span | None:
    """What an item begins with: its first phrase, where more text follows it."""
    if not paragraphs:
        return None
    start = paragraphs[0][0]
    end = content_end(text, paragraphs[0], branch)
    if (framed := _framed(text, start, end)) is not None:
        return framed
    stop = text.find("。", start, end)
    colon = text.find(":", start, end if stop < 0 else stop)
    if colon >= 0 and "," not in text[start:colon]:
        stop = colon
    followed = len(paragraphs) > 1 and any(holds_text(paragraph, branch) for paragraph in paragraphs[1:])
    if stop < 0:
        if text.endswith(":", start, end):
            return None  # 对…的企业，按以下标准给予奖励：
        stop = end
        followed = followed or bool(branch.children) or len(text[start:end].strip()) <= 20
    elif not text[stop + 1 : end].strip() and not followed and not branch.children:
        return None
    if stop - start > _LONGEST_TITLE or not (followed or stop < end):
        return None
    return _bare(text, start, stop)


def _framed(text: str, start: int, end: int) -> Span | None:
    """第一条【建设食堂】给予…: the title in brackets of its own."""
    if text[start : start + 1] not in _FRAMES:
        return None
    closed = text.find(_FRAMES[text[start]], start, min(end, start + _LONGEST_TITLE))
    return _bare(text, start + 1, closed) if closed > 0 else None


def holds_text(paragraph: Span, branch: Branch) -> bool:
    """Whether a paragraph says more than who is responsible, or a field beside it (责任领导：…)."""
    assignment = branch.assignments.get(paragraph[1])
    if assignment is None:
        return paragraph[1] not in branch.fields
    return paragraph[0] < assignment.span[0]


def _bare(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] in " ":
        end -= 1
    return (start, end) if start < end else None


def after_title(text: str, paragraphs: Sequence[Span], title: Span | None) -> list[Span]:
    if not paragraphs or title is None:
        return list(paragraphs)
    start = title[1]
    while start < paragraphs[0][1] and text[start] in _AFTER_TITLE:
        start += 1
    return [(start, paragraphs[0][1]), *paragraphs[1:]]


def content_end(text: str, span: Span, branch: Branch) -> int:
    """Where a paragraph's text ends: before the responsibility that closes it."""
    assignment = branch.assignments.get(span[1])
    end = assignment.span[0] if assignment else span[1]
    while end > span[0] and text[end - 1] == " ":
        end -= 1
    return end
