"""Lines of the plan joined into paragraphs, over page breaks, as one readable view."""

from __future__ import annotations

from dataclasses import dataclass

from planparse.findings.model import Findings
from planparse.rulepack import RulePack
from planparse.spans import NOWHERE, Span, TextView
from planparse.structure.labels import LabelReader
from planparse.structure.lines import Line, Page

# A line without a sentence in it and no longer than this may be a heading of its own.
_HEADING_WIDTH = 60
# An un-numbered heading is shorter still.
_BARE_WIDTH = 20
_ENDS = frozenset("。！？!?；;：:…”’")
_OPENERS, _CLOSERS = "([〔〈【", ")]〕〉】"


@dataclass(frozen=True, slots=True)
class Body:
    """The plan's text: the view, and the range of each paragraph in it."""

    view: TextView
    paragraphs: tuple[Span, ...]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being joined: its pieces, and what decides whether a line goes on it."""

    pieces: list[Span]
    last: str
    depth: int  # brackets open at its end
    heading: bool  # a line that stands alone

    def extend(self, pieces: tuple[Span, ...], text: str) -> None:
        self.pieces.extend(pieces)
        self.last = text[-1]
        self.depth += _depth(text)
        self.heading = False


def read_body(page: Page, lines: list[Line], labels: LabelReader, rules: RulePack, findings: Findings) -> Body:
    """Join the lines of a plan. A line goes on the paragraph before it unless it starts a
    new one or that one is complete."""
    paragraphs: list[_Paragraph] = []
    breaks: list[Span] = []
    for line in lines:
        text = page.text(line)
        before = paragraphs[-1] if paragraphs else None
        if before is None or _starts_anew(page, line, text, labels, rules) or not _goes_on(before, text):
            heading = _is_heading(page, line, text, labels)
            paragraphs.append(_Paragraph(list(page.solid(line.start, line.end)), text[-1], _depth(text), heading))
            continue
        breaks.append((line.start, line.end))
        if _closes_twice(before, text):
            findings.add("PP404", (_drop_last(before),), bracket=before.last)
        before.extend(page.solid(line.start, line.end), text)
    if breaks:
        findings.add("PP102", tuple(breaks[:1]), count=len(breaks))
    return _view(page, [paragraph.pieces for paragraph in paragraphs])


def _starts_anew(page: Page, line: Line, text: str, labels: LabelReader, rules: RulePack) -> bool:
    """A line that begins with an outline label or a responsibility label (责任单位：…)."""
    if labels.read(page.folded, line.start, line.end) is not None:
        return True
    head, colon, _ = text[:_BARE_WIDTH].partition(":")
    head = head.strip()
    return bool(colon) and (
        head in rules.words("responsibility.labels") or head in rules.words("responsibility.fields")
    )


def _goes_on(before: _Paragraph, text: str) -> bool:
    if _closes_twice(before, text) or (before.depth > 0 and _depth(text) < 0):
        return True
    if before.last in _ENDS or (before.last in _CLOSERS and before.depth == 0):
        return False
    return not before.heading and text[0] not in "([〔"


def _is_heading(page: Page, line: Line, text: str, labels: LabelReader) -> bool:
    """A line that stands alone: short, no sentence in it, numbered or very short."""
    if "。" in text or len(text) > _HEADING_WIDTH or text.endswith(("、", ",")) or _depth(text) > 0:
        return False
    return len(text) <= _BARE_WIDTH or labels.read(page.folded, line.start, line.end) is not None


def _depth(text: str) -> int:
    """Open minus closed brackets, kinds taken together."""
    return sum(map(text.count, _OPENERS)) - sum(map(text.count, _CLOSERS))


def _closes_twice(before: _Paragraph, text: str) -> bool:
    """A bracket closed at a page break and closed again after it (a damaged conversion)."""
    return (
        before.last in ")〕]"
        and before.depth == 0
        and text.rstrip("。 ")[-1:] == before.last
        and _depth(text) == -1
    )


def _drop_last(paragraph: _Paragraph) -> Span:
    start, end = paragraph.pieces[-1]
    paragraph.pieces[-1] = (start, end - 1)
    return (end - 1, end)


def _view(page: Page, paragraphs: list[list[Span]]) -> Body:
    texts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    ranges: list[Span] = []
    offset = 0
    for pieces in paragraphs:
        if ranges:
            texts.append("\n")
            starts.append(offset)
            sources.append(NOWHERE)
            offset += 1
        begin = offset
        for start, end in pieces:
            texts.append(page.folded[start:end])
            starts.append(offset)
            sources.append(start)
            offset += end - start
        ranges.append((begin, offset))
    return Body(TextView("".join(texts), tuple(starts), tuple(sources)), tuple(ranges))
