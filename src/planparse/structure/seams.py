"""Lines that crawlers glued together, parted again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planparse.rulepack import RulePack
from planparse.spans import Span
from planparse.structure.labels import LabelReader
from planparse.structure.lines import Line, LineKind, Page

# How far from the end of a line signature, date and annotation may begin.
_TAIL_WIDTH = 120
_LAST_LINES = 3


def split_seams(page: Page, rules: RulePack, labels: LabelReader, head_lines: int) -> Page:
    """Part the title from its number, addressees from the first paragraph, and paragraphs from what
    goes on behind them: the plan, or signature and date."""
    texts = page.text_lines()
    head = list(_head(page, texts[:head_lines]))
    seams: dict[int, list[int]] = {}
    addressees, tail = rules.pattern("notice.addressees"), rules.pattern("notice.inline-tail")
    for index in head:
        line = page.lines[index]
        match = addressees.match(page.folded, line.start, line.end)
        if match:
            if match.end() < line.end:
                seams[index] = [match.end()]
            break
    for index in head:
        if seam := _after_issuing(page, page.lines[index], rules):
            seams.setdefault(index, []).append(seam)
        if number := _glued_number(page, page.lines[index], rules):
            seams.setdefault(index, []).extend(number)
    for index in {*head, *texts[-_LAST_LINES:]}:
        line = page.lines[index]
        match = tail.search(page.folded, max(line.start, line.end - _TAIL_WIDTH), line.end)
        if match:
            seams.setdefault(index, []).append(match.start("signature"))
    if not seams:
        return page
    lines: list[Line] = []
    for index, line in enumerate(page.lines):
        lines += _split(page, line, seams[index], labels) if index in seams else [line]
    return page._replace(lines=tuple(lines))


def _head(page: Page, texts: list[int]) -> Iterator[int]:
    for index in texts:
        if page.lines[index].label is not None:
            return
        yield index


def _glued_number(page: Page, line: Line, rules: RulePack) -> Span | None:
    """The document number behind a title, on one line with it."""
    if page.folded.find("。", line.start, line.end) >= 0:
        return None  # no title
    match = rules.pattern("notice.number-in-line").search(page.folded, line.start, line.end)
    return match.span("number") if match else None


def _after_issuing(page: Page, line: Line, rules: RulePack) -> int | None:
    """Where the plan's own text goes on behind 现印发给你们，请认真贯彻执行。"""
    match = rules.pattern("notice.issuing").search(page.folded, line.start, line.end)
    stop = page.folded.find("。", match.end(), line.end) if match else -1
    return stop + 1 if 0 <= stop < line.end - 1 else None


def _split(page: Page, line: Line, seams: list[int], labels: LabelReader) -> Iterator[Line]:
    for low, high in pairwise(sorted({line.start, *seams, line.end})):
        text = page.folded[low:high]
        if not text.strip():
            continue
        start, end = low + len(text) - len(text.lstrip()), low + len(text.rstrip())
        yield Line(start, end, LineKind.TEXT, labels.read(page.folded, start, end))
