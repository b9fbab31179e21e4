"""The left side of the review page: the text as read, every piece marked by what it was read as."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from planparse.output.html.markup import Html, join, tag
from planparse.output.html.said import Said
from planparse.output.html.segments import Mark, Segment, segments
from planparse.output.html.words import Language, word
from planparse.overrides import Value, own_spans
from planparse.pipeline import Analysis
from planparse.structure.blocks import blocks

_ATTACHED = frozenset({"attachment", "attachment_label", "attachment_list", "contents"})
_OWN_KINDS = frozenset({"noise", "unclassified"})
_BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_INDENT = " \t\u3000\u00a0#*>_"  # blanks and marks of Markdown
_WIDEST_INDENT = 80


def source_pane(
    analysis: Analysis, values: Sequence[Value], said: Sequence[Said], language: Language
) -> Html:
    """The text, a row for each line; a heading or measure that stands amid a line begins a row too."""
    text = analysis.text
    numbers = {start: number for number, start in enumerate(_line_starts(text), 1)}
    starts = {*numbers, *_amid_lines(text, list(numbers), analysis)}
    marks = [*_block_marks(analysis), *_node_marks(analysis), *_value_marks(values), *_finding_marks(said)]
    rows: list[Html] = []
    content: list[str] = []
    number = None
    for piece in segments(len(text), marks, starts):
        if piece.start in starts:
            rows.append(tag("div", *content, class_="row", data_line=number))
            content, number = [], numbers.get(piece.start)
        content.append(_span(text, piece, language))
    rows.append(tag("div", *content, class_="row", data_line=number))
    return join(rows[1:])


def _line_starts(text: str) -> list[int]:
    return list(accumulate((len(line) for line in text.splitlines(keepends=True)[:-1]), initial=0))


def _amid_lines(text: str, lines: list[int], analysis: Analysis) -> Iterator[int]:
    """Where nodes begin behind other text of their line, as in a notice stored as a single line."""
    for node, _ in analysis.document.nodes():
        for start, _ in node.span[:1] if node.span else ():
            line = lines[bisect_right(lines, start) - 1]
            if start - line > _WIDEST_INDENT or text[line:start].strip(_INDENT):
                yield start


def _block_marks(analysis: Analysis) -> Iterator[Mark]:
    """What the lines were read as, where that is not simply text of the plan."""
    parts = analysis.parts
    if parts is None or parts.page is None or parts.elements is None:
        return
    for block in blocks(parts.page, parts.elements):
        if block.kind != "text":
            yield Mark(block.start, block.end, "block", _block_kind(block.kind))


def _block_kind(kind: str) -> str:
    if kind in _OWN_KINDS:
        return kind
    return "attachment" if kind in _ATTACHED else "element"


def _node_marks(analysis: Analysis) -> Iterator[Mark]:
    for node, _ in analysis.document.nodes():
        for start, end in own_spans(node):
            yield Mark(start, end, "node", node.id)


def _value_marks(values: Sequence[Value]) -> Iterator[Mark]:
    for number, value in enumerate(values):
        for start, end in value.spans:
            yield Mark(start, end, value.kind, str(number))


def _finding_marks(said: Sequence[Said]) -> Iterator[Mark]:
    for number, finding in enumerate(said):
        for start, end in finding.spans:
            yield Mark(start, end, "finding", str(number))


def _span(text: str, piece: Segment, language: Language) -> str:
    """A piece as a span that names the values, node and findings it belongs to, innermost first."""
    shown = text[piece.start : piece.end].strip(_BREAKS)
    if not piece.marks or not shown:
        return shown
    refs: dict[str, list[str]] = {"node": [], "finding": [], "block": []}
    values, kind = [], ""
    for mark in piece.marks:
        if mark.what in refs:
            refs[mark.what].append(mark.ref)
        else:
            values.append(mark.ref)
            kind = kind or mark.what
    kind = kind or "".join(refs["block"][:1])
    node = refs["node"][0] if refs["node"] else None
    return tag(
        "span",
        shown,
        class_=" ".join(["k-" + kind] * bool(kind) + ["finding"] * bool(refs["finding"])) or None,
        title=word(f"kind.{kind}", language) if kind and not values else None,
        data_v=" ".join(values) or None,
        data_n=node,
        data_f=" ".join(refs["finding"]) or None,
    )
