"""Lines of a text that was broken at one width, joined into the paragraphs that they were.

Copies out of PDF files, mails and terminals break lines where the page ends, not where a paragraph does.
That shows: many lines end in mid-sentence, all at about the same width. There a line is full where the
first word of the next one would not have fitted, and only full lines go on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from heapq import merge
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from planparse.findings.model import Findings
from planparse.rulepack import RulePack
from planparse.spans import Span, Spans
from planparse.structure.labels import Label
from planparse.structure.lines import JOINT, Line, LineKind, Page, blanked
from planparse.structure.paragraphs import bracket_depth, field_names, is_field

# In characters: a page of A4 has 28 on a line, a terminal 40, a column of a table 12.
_NARROWEST = 12
# Lines of one width differ by so much: no line begins with a comma, digits stand closer than characters.
_BAND = 4
# Of the lines with text, in that band and in mid-sentence; times as many as in the band below it, where
# short items would be, too; and such lines at all.
_SHARE = 0.2
_STEEP = 3
# In lines, what comes between ends of items or sentences: a list of names has none.
_LONGEST_ITEM = 40
_FEWEST = 6
# Of the lines with text, wider than the others: an address, a row of a table.
_OUTLIERS = 0.1
# In lines of text, a page; and pages that are counted.
_SHORTEST_PAGE = 8
_FEWEST_PAGES = 2
# A running head: its length, how often it stands at least, and how much pages differ.
_LONGEST_HEAD = 40
_FEWEST_HEADS = 3
_EVEN = 1.25
_DIGITS = re.compile(r"\d+")
# What ends a sentence; what ends an item, before the label of the next one, too.
_SENTENCE_ENDS = frozenset("。！？!?：:…")
_ITEM_ENDS = _SENTENCE_ENDS | frozenset("；;)]〕】”’")
_PART_ENDS = _ITEM_ENDS | frozenset("、,")
_RATIO = re.compile(r"\d:$")  # 按4: | 6分担
_QUOTES = "”’"
# A bracket no longer than this closes no item.
_SHORT_BRACKET = 8
# No paragraph has more: the work on one stays in bounds.
_MOST_LINES = 100
# What no line breaks inside, with the marks behind it that begin none.
_UNBROKEN = re.compile(r"(?:[0-9A-Za-z.%‰/+~@_&=#-]+|\S)[、。，；：！？,;:!?)\]〕】》〉”’…]*")
# Blanks that set apart what stands on one line.
_GAP = "   "
_NARROW = re.compile(r"[\x20-\x7e]")


class _Measure(NamedTuple):
    """How wide the lines of a text are at most, and how that is counted."""

    of: Callable[[str], int]
    width: int
    lines: int  # that are so wide and in mid-sentence


def join_wrapped(page: Page, rules: RulePack, findings: Findings) -> Page:
    """Join the lines that go on each other; other pages come back as they are."""
    texts = [line for line in page.lines if line.kind is LineKind.TEXT]
    measure = max((_measure(page, texts, of) for of in (_columns, len)), key=lambda found: found.lines)
    if measure.lines < max(_FEWEST, _SHARE * len(texts)):
        return page
    wrapped = _Wrapped(_without_furniture(page), measure, rules)
    lines = tuple(wrapped.joined())
    if not wrapped.breaks:
        return page
    breaks = tuple(wrapped.breaks)
    findings.add("PP106", breaks[:1], count=len(breaks))
    cuts = tuple(merge(_outside(page.cuts, breaks), breaks))
    folded = blanked(page.folded, breaks, JOINT)
    return page._replace(lines=lines, cuts=cuts, folded=folded, has_unseen=True)


def _outside(cuts: Spans, breaks: Spans) -> Iterator[Span]:
    """The cuts that no break holds: marks of Markdown, noise between two lines."""
    for cut in cuts:
        before = bisect_right(breaks, cut[0], key=itemgetter(0))
        if not before or breaks[before - 1][1] < cut[1]:
            yield cut


def _without_furniture(page: Page) -> Page:
    """What stands on every page is layout: its number on a line of its own, and running heads and feet."""
    texts = page.text_lines()
    lines = list(page.lines)
    for place in (*_page_numbers(page, texts), *_running_lines(page, texts)):
        lines[place] = lines[place]._replace(kind=LineKind.LAYOUT, label=None)
    return page._replace(lines=tuple(lines))


def _page_numbers(page: Page, texts: list[int]) -> list[int]:
    """Bare numbers that count the pages: 1, 2, 3, a page apart."""
    found: list[int] = []
    number, apart = 0, _SHORTEST_PAGE
    for place in texts:
        text = page.text(page.lines[place])
        far = apart >= _SHORTEST_PAGE or place == texts[-1]  # the last page may be short
        if far and text.isdecimal() and (not found or int(text) == number + 1):
            found.append(place)
            number, apart = int(text), 0
        else:
            apart += 1
    return found if len(found) >= _FEWEST_PAGES else []


def _running_lines(page: Page, texts: list[int]) -> Iterator[int]:
    """Lines that say the same, but for numbers, again and again, one page apart."""
    places: dict[str, list[int]] = {}
    for count, place in enumerate(texts):
        line = page.lines[place]
        text = page.text(line)
        # a paragraph may well end in 责) or 作。 on every page
        if line.label is None and len(text) <= _LONGEST_HEAD and text[-1] not in _PART_ENDS:
            places.setdefault(_DIGITS.sub("", text), []).append(count)
    for counts in places.values():
        steps = [later - count for count, later in pairwise([-1, *counts, len(texts)])]
        inner = steps[1:-1]
        if (
            len(counts) >= _FEWEST_HEADS
            and min(inner) >= _SHORTEST_PAGE
            and max(steps) <= _EVEN * min(inner)  # from the first page to the last
        ):
            yield from (texts[count] for count in counts)


def _columns(text: str) -> int:
    """Width in a font where a Chinese character is as wide as two others."""
    return 2 * len(text) - len(_NARROW.findall(text))


def _measure(page: Page, texts: list[Line], of: Callable[[str], int]) -> _Measure:
    """The width at which most lines end in mid-sentence, and how many do."""
    widths = [of(_written(page, line)) for line in texts]
    broken = Counter(
        width
        for width, line in zip(widths, texts, strict=True)
        if page.folded[line.end - 1] not in _ITEM_ENDS
    )
    found = max((sum(broken[width - step] for step in range(_BAND)), width) for width in broken or (0,))
    lines, width = found
    outliers = sum(other > width for other in widths)
    below = sum(broken[width - step] for step in range(_BAND, 2 * _BAND))
    narrow = width < of("一" * _NARROWEST)
    prose = (len(texts) - broken.total()) * _LONGEST_ITEM >= len(texts)
    told = lines >= _STEEP * below and prose and not narrow and outliers <= _OUTLIERS * len(texts)
    return _Measure(of, width, lines if told else 0)


def _written(page: Page, line: Line) -> str:
    """A line with its indent, in the width that it is written in."""
    return page.source[line.start - _indent(page, line) : line.end]


def _indent(page: Page, line: Line) -> int:
    """The blanks that a line begins with."""
    start = line.start
    while start > 0 and page.folded[start - 1] == " ":
        start -= 1
    return line.start - start


class _Wrapped:
    """The lines of a wrapped page; `breaks` are the places that parted those that were joined."""

    def __init__(self, page: Page, measure: _Measure, rules: RulePack) -> None:
        self.page = page
        self.measure = measure
        self.fields = field_names(rules) | rules.words("notice.metadata").keys()
        self.title_ends = tuple(rules.words("notice.title-ends"))
        self.breaks: list[Span] = []
        texts = [line for line in page.lines if line.kind is LineKind.TEXT]
        behind = [_indent(page, line) for above, line in pairwise(texts) if self._is_full(above, line)]
        self.margin = Counter(behind).most_common(1)[0][0] if behind else 0
        anew = [_indent(page, line) for above, line in pairwise(texts) if not self._is_full(above, line)]
        self.indented = 2 * sum(indent > self.margin for indent in anew) > len(anew)
        self.last_labels: dict[str, int] = {}  # the last number of each style

    def joined(self) -> Iterator[Line]:
        """The lines of the page, those that go on each other as one."""
        held: list[Line] = []  # a line of text as far as it is joined, and what is no text behind it
        last: Line | None = None  # the line that it ends with
        begun = 0  # how many breaks stand before it
        for line in self.page.lines:
            if line.kind is not LineKind.TEXT:
                held.append(line)
                continue
            most = len(self.breaks) - begun >= _MOST_LINES
            if last is not None and not most and self._goes_on(held[0].start, last, held[1:], line):
                self.breaks.append((last.end, line.start))
                held = [held[0]._replace(end=line.end)]
            else:
                yield from held
                held, begun = [line], len(self.breaks)
                if line.label is not None:
                    self.last_labels[line.label.style] = line.label.number
            last = line
        yield from held

    def _goes_on(self, start: int, above: Line, between: list[Line], line: Line) -> bool:
        """Whether a line goes on the paragraph from `start` to the line above it."""
        if line.lead is not None or not self._is_full(above, line) or _indent(self.page, line) > self.margin:
            return False
        if line.label is not None:
            return self._is_no_label(above, line.label)
        if is_field(self.page.text(line), self.fields):
            return bracket_depth(self.page.folded[start : above.end]) > 0
        if self._ends_title(above, line):
            return False
        return self.indented or not (_parts(between) or self._is_complete(above))

    def _is_no_label(self, above: Line, label: Label) -> bool:
        """Whether what looks like a label stands amid a sentence: 统 | 一、规范, 达到 | 1.5万吨."""
        if self.page.folded[above.end - 1] in _ITEM_ENDS:
            return False
        return self.indented or label.number not in (1, self.last_labels.get(label.style, 0) + 1)

    def _ends_title(self, above: Line, line: Line) -> bool:
        """Whether the line above, in the head, ends as a title does: …的通知 | 云政发〔2023〕5号; not in
        《…方案 | 》的通知."""
        if self.last_labels or not self.page.text(above).endswith(self.title_ends):
            return False
        return self.page.folded[line.start].isalnum()

    def _is_complete(self, line: Line) -> bool:
        """Whether a sentence ends where the line does."""
        text = self.page.text(line).rstrip(_QUOTES)
        if text.endswith(")"):
            return "(" not in text[-_SHORT_BRACKET:]  # 各县(市、区) | 人民政府
        return text[-1:] in _SENTENCE_ENDS and not _RATIO.search(text)

    def _is_full(self, above: Line, line: Line) -> bool:
        """Whether a line has no room for what the next one begins with."""
        if _GAP in self.page.text(above):
            return False  # 印发机关   2025年3月1日印发
        first = _UNBROKEN.match(self.page.source, line.start, line.end)
        word = self.measure.of(first[0]) if first else 0
        return self.measure.of(_written(self.page, above)) + word > self.measure.width - _BAND


def _parts(between: list[Line]) -> bool:
    """Whether lines without text part paragraphs: blank ones do, a page number does not."""
    return bool(between) and all(line.kind is LineKind.BLANK for line in between)
