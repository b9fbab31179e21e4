"""Lines of the plan joined into paragraphs, over page breaks, as one readable view."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planparse.findings.model import Findings
from planparse.rulepack import RulePack
from planparse.spans import NOWHERE, Span, Spans, TextView
from planparse.structure.labels import Label, LabelReader
from planparse.structure.lines import Line, Page
from planparse.structure.several import PLAN

# A line without a sentence in it and no longer than this may be a heading of its own.
_HEADING_WIDTH = 60
# An un-numbered heading is shorter still.
_BARE_WIDTH = 20
_ENDS = frozenset("。！？!?；;：:…”’")
_OPENERS, _CLOSERS = "([〔〈【《", ")]〕〉】"
# A blank between Chinese and other characters, or behind a comma, is layout, as word processors set it:
# 新建 5G 基站 100 座， 改造 20 座.
_SPACED = re.compile(
    r" (?:(?<=[^\x00-\x7f] )(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%] )(?=[^\x00-\x7f])|(?<=[、,;。] )(?=\S))"
)
_BRACKET = re.compile("[][()〔〕〈〉【】《》]")


class Body(NamedTuple):
    """The plan's text: the view, the range of each paragraph in it, and the outline label that it may
    begin with; ranges of labels are of the view too."""

    view: TextView
    paragraphs: tuple[Span, ...]
    labels: tuple[Label | None, ...]


class _Paragraph:
    """A paragraph being joined: its pieces, and what decides whether a line goes on it.

    `depth` counts the brackets open at its end, `heading` says that the line stands alone, `field` that
    it is a label line (责任单位：…), so far of one line; `label` and `lead` are those of its first line,
    in the source.
    """

    __slots__ = ("depth", "field", "heading", "label", "last", "lead", "pieces")

    def __init__(
        self, pieces: Spans, last: str, depth: int, heading: bool, label: Label | None, lead: str | None
    ) -> None:
        self.pieces = list(pieces)
        self.last = last
        self.depth = depth
        self.heading = heading
        self.label = label
        self.lead = lead
        self.field = False

    def extend(self, pieces: Spans, text: str, depth: int) -> None:
        self.pieces.extend(pieces)
        self.last = text[-1]
        self.depth += depth
        self.heading = False
        self.field = False


def read_body(
    page: Page, lines: list[Line], labels: LabelReader, rules: RulePack, findings: Findings
) -> Body:
    """Join the lines of a plan. A line goes on the paragraph before it unless it starts a
    new one or that one is complete."""
    paragraphs: list[_Paragraph] = []
    breaks: list[Span] = []
    fields = rules.derive(field_names)
    adoption = rules.pattern("notice.adoption")
    before: _Paragraph | None = None
    for line in lines:
        text = page.text(line)
        if line.lead:
            text = f"{line.lead}:{text}"
        depth = bracket_depth(text)
        pieces = page.solid(line.start, line.end)
        label = line.label
        adopted = text[0] in "(12" and adoption.match(text) is not None
        field = is_field(text, fields)
        anew = label is not None or line.lead is not None or adopted or field
        if before is None or anew or not _goes_on(before, text, depth):
            title = label is not None and label.style == PLAN
            heading = adopted or title or _is_heading(text, depth, label is not None)
            before = _Paragraph(pieces, text[-1], depth, heading, label, line.lead)
            before.field = field
            paragraphs.append(before)
            continue
        breaks.append((line.start, line.end))
        if _closes_twice(before, text, depth):
            findings.add("PP404", (_drop_last(before),), bracket=before.last)
        before.extend(pieces, text, depth)
    if breaks:
        findings.add("PP102", tuple(breaks[:1]), count=len(breaks))
    return _view(page, paragraphs, labels)


def with_conventions(body: Body, page: Page, lines: Iterable[Line], rules: RulePack) -> Body:
    """The body with what the covering notice says of every bracket (列第一位的为牵头单位，下同) behind its
    text: lines that hold such a sentence, paragraphs of none."""
    signs = tuple(rules.words("responsibility.convention-signs"))
    found = [line for line in lines if any(sign in page.text(line) for sign in signs)]
    if not found:
        return body
    view = body.view
    text, starts, sources = view.text, list(view.starts), list(view.sources)
    for line in found:
        for start, end in ((NOWHERE, NOWHERE), *page.solid(line.start, line.end)):
            starts.append(len(text))
            sources.append(start)
            text += "\n" if start == NOWHERE else page.folded[start:end]
    return body._replace(view=view._replace(text=text, starts=tuple(starts), sources=tuple(sources)))


def field_names(rules: RulePack) -> frozenset[str]:
    return frozenset((*rules.words("responsibility.labels"), *rules.words("responsibility.fields")))


def is_field(text: str, fields: frozenset[str]) -> bool:
    """A line that begins with a responsibility label (责任单位：…)."""
    head, colon, _ = text[:_BARE_WIDTH].partition(":")
    return bool(colon) and head.strip() in fields


def _goes_on(before: _Paragraph, text: str, depth: int) -> bool:
    if before.field and before.last == ":":
        return True  # its bodies stand below it
    if (before.depth > 0 and depth < 0) or _closes_twice(before, text, depth):
        return True
    if before.last in _ENDS or (before.last in _CLOSERS and before.depth == 0):
        return False
    if before.field and before.last not in "、," and "。" in text:
        return False  # a list of bodies that nothing ends, and sentences below it
    return not before.heading and text[0] not in "([〔"


def _is_heading(text: str, depth: int, labelled: bool) -> bool:
    """A line that stands alone: short, no sentence in it, numbered or very short."""
    if len(text) > _HEADING_WIDTH or depth > 0 or "。" in text or text[-1] in "、,":
        return False
    return labelled or len(text) <= _BARE_WIDTH


def bracket_depth(text: str) -> int:
    """Open minus closed brackets, kinds taken together."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in _OPENERS else -1
    return depth


def _closes_twice(before: _Paragraph, text: str, depth: int) -> bool:
    """A bracket closed at a page break and closed again after it (a damaged conversion)."""
    return (
        depth == -1 and before.depth == 0 and before.last in ")〕]" and text.rstrip("。 ")[-1:] == before.last
    )


def _drop_last(paragraph: _Paragraph) -> Span:
    start, end = paragraph.pieces[-1]
    paragraph.pieces[-1] = (start, end - 1)
    return (end - 1, end)


def _view(page: Page, paragraphs: list[_Paragraph], labels: LabelReader) -> Body:
    texts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    ranges: list[Span] = []
    blanks: list[int] = []
    offset = 0
    for paragraph in paragraphs:
        if ranges:
            texts.append("\n")
            starts.append(offset)
            sources.append(NOWHERE)
            offset += 1
        begin = offset
        if paragraph.lead:
            texts.append(f"{paragraph.lead}:")
            starts.append(offset)
            sources.append(NOWHERE)
            offset += len(texts[-1])
        for start, end in _unspaced(page.folded, paragraph, blanks):
            texts.append(page.folded[start:end])
            starts.append(offset)
            sources.append(start)
            offset += end - start
        ranges.append((begin, offset))
    view = TextView("".join(texts), tuple(starts), tuple(sources), frozenset(blanks))
    found = [
        _label(paragraph, view.text, span, labels) for paragraph, span in zip(paragraphs, ranges, strict=True)
    ]
    return Body(view, tuple(ranges), tuple(found))


def _unspaced(folded: str, paragraph: _Paragraph, blanks: list[int]) -> Iterator[Span]:
    """The pieces of a paragraph without the blanks that are layout and no part of its label; they go to
    `blanks`."""
    label = paragraph.label
    for start, end in paragraph.pieces:
        for blank in _SPACED.finditer(folded, max(start, label.end) if label else start, end):
            blanks.append(blank.start())
            yield start, blank.start()
            start = blank.end()
        yield start, end


def _label(paragraph: _Paragraph, text: str, span: Span, labels: LabelReader) -> Label | None:
    """The label of a paragraph's first line, in the view; read again where the line is not the whole."""
    label, (start, end) = paragraph.label, span
    if label is None:
        return None
    if len(paragraph.pieces) > 1 and label.style != PLAN and paragraph.lead is None:
        return labels.read(text, start, end)
    return Label(label.style, label.rank, label.number, start, start + label.end - label.start)
