"""Lines that hold a whole notice, as crawlers and CSV fields store it, parted where its lines were.

Labels are candidates anywhere in such a line: what stands before one is evidence, the sequence of
numbers decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from string import ascii_letters
from typing import NamedTuple

from planparse import brackets
from planparse.rulepack import RulePack
from planparse.structure.labels import BOX, Label, LabelReader
from planparse.structure.lines import Line, LineKind, Page
from planparse.words import Words

# A paragraph of this width may hold a list; one that lost its breaks holds more labels than this too.
_FLAT_WIDTH = 300
_FEWEST_LABELS = 3
# A text of so few lines has lost its breaks, however short they are.
_FEW_LINES = 3
# A heading that another label follows at once (一、总体要求（一）指导思想) is no longer than this.
_HEADING_WIDTH = 60
_WIDEST_GAP = 3
_WIDEST_BLANK = 8
# No bracket that assigns is longer than this.
_LONGEST_BRACKET = 400
# A bracket right behind a sentence, or right before the full stop of one.
_CLOSING = re.compile(r"[(\[〔【](?:(?<=[。;].)|(?<=[。;] .))|[)\]〕】](?=[。;])")
_OPENERS = frozenset("([〔【")
# A bracket behind which text goes on.
_FOLLOWED = re.compile(r"[)\]〕】][。;]?\s{0,8}[^\W_]")
# A blank inside a date.
_DATED = re.compile("[0-9] [年月日]|[年月] [0-9]")
_CLAUSE_END = re.compile("[。;,]")
_STRONG = frozenset("。；;：:)]〕】！!？?”")
# Right behind these no label begins: the digits and letters of a number, 第, a bracket.
_NO_GAP = frozenset("0123456789第.(（" + ascii_letters)
_SENTENCE_MARKS = frozenset("。；;：:,，、")


def part_flattened(page: Page, rules: RulePack, labels: LabelReader) -> Page:
    """Part every line that lost its breaks; other pages come back as they are."""
    lines: list[Line] = []
    width = _FLAT_WIDTH if len(page.lines) > _FEW_LINES else 0
    text = LineKind.TEXT
    for line in page.lines:
        seams = _seams(page, line, width, rules, labels) if line.kind is text and line.lead is None else []
        if seams:
            lines += _parts(page, line, seams, labels)
        else:
            lines.append(line)
    return page if len(lines) == len(page.lines) else page._replace(lines=tuple(lines))


def _parts(page: Page, line: Line, seams: list[int], labels: LabelReader) -> Iterator[Line]:
    for low, high in pairwise([line.start, *seams, line.end]):
        text = page.folded[low:high]
        bare = text.strip()
        if bare:
            start = low + text.index(bare[0])
            end = start + len(bare)
            yield Line(start, end, LineKind.TEXT, labels.read(page.folded, start, end))


def _seams(page: Page, line: Line, width: int, rules: RulePack, labels: LabelReader) -> list[int]:
    if line.end - line.start < width:
        return _glued(page, line, rules)
    numbering = _Numbering(page.folded, line)
    for label in labels.search(page.folded, line.start, line.end):
        if label.start == line.start or page.folded[label.start - 1] not in _NO_GAP:
            numbering.offer(label)
    if len(numbering.accepted) < _FEWEST_LABELS:
        return _glued(page, line, rules)
    starts = [label.start for label in numbering.accepted]
    cuts = set(starts)
    cuts.update(_head_seams(page.folded, line.start, starts[0], rules))
    for label, high in zip(numbering.accepted, [*starts[1:], line.end], strict=True):
        cuts.update(_body_seams(page.folded, label.end, high, rules))
    return sorted(cut for cut in cuts if line.start < cut < line.end)


def _glued(page: Page, line: Line, rules: RulePack) -> list[int]:
    """Where a paragraph goes on behind a bracket that closes one."""
    return list(_closed_paragraphs(page.folded, line.start, line.end, rules.derive(_Fields.build)))


class _Numbering:
    """The labels accepted so far, and the numbers of each style that a next one may follow.

    That is the last number; where there are boxes (专栏), also those before them: which sequence
    goes on is for the outline to say.
    """

    __slots__ = ("accepted", "boxed", "line", "open", "text")

    def __init__(self, text: str, line: Line) -> None:
        self.text = text
        self.line = line
        self.accepted: list[Label] = []
        self.open: dict[str, set[int]] = {}
        self.boxed = False

    def offer(self, label: Label) -> None:
        if not self._stands_out(label):
            return
        if label.style == BOX:
            self.boxed = True
        elif not self._goes_on(label):
            return
        self.accepted.append(label)
        if self.boxed:
            self.open.setdefault(label.style, set()).add(label.number)
        else:
            self.open[label.style] = {label.number}

    def _goes_on(self, label: Label, gap: int = _WIDEST_GAP) -> bool:
        before = self.open.get(label.style, ())
        return label.number == 1 or any(label.number - step in before for step in range(1, gap + 1))

    def _stands_out(self, label: Label) -> bool:
        """A sentence or bracket ends before it, blanks do, or the heading above it."""
        place = label.start
        while place > self.line.start and self.text[place - 1] == " ":
            place -= 1
        if place == self.line.start or self.text[place - 1] in _STRONG:
            return True
        return place < label.start or self._follows_heading(label)

    def _follows_heading(self, label: Label) -> bool:
        if not self.accepted or not self._goes_on(label, gap=1):
            return False
        above = self.accepted[-1]
        if above.rank >= label.rank or label.start - above.end > _HEADING_WIDTH:
            return False  # before the text between is copied: it may be most of the line
        between = self.text[above.end : label.start]
        return not any(mark in between for mark in "。；;：:")


def _head_seams(text: str, start: int, end: int, rules: RulePack) -> Iterator[int]:
    """Before the first label: title, number, addressees and signature, joined by blanks or by nothing."""
    for match in rules.pattern("notice.number-in-line").finditer(text, start, end):
        yield match.start("number")
        yield match.end("number")
    for match in rules.pattern("notice.glued-signature").finditer(text, start, end):
        yield match.start("signature")
        yield match.end()
        if match["title"] and text.startswith(match["title"], match.end()):
            yield match.end() + len(match["title"])
    place = text.find(" ", start, end)
    while place >= 0:
        if _DATED.match(text, max(place - 1, start)) is None:
            yield place + 1
        place = text.find(" ", place + 1, end)


def _body_seams(text: str, start: int, end: int, rules: RulePack) -> Iterator[int]:
    """Inside an item: behind a bracket that assigns, where a label line begins, where blanks stand
    after a sentence or a heading."""
    fields = rules.derive(_Fields.build)
    yield from _label_lines(text, start, end, fields.labels)
    yield from _closed_paragraphs(text, start, end, fields)
    heading = True  # nothing but the heading yet
    place = text.find(" ", start, end)
    looked = start
    while place >= 0:
        heading = heading and not any(character in _SENTENCE_MARKS for character in text[looked:place])
        run = place
        while run < end and text[run] == " ":
            run += 1
        if text[place - 1] in _STRONG or run - place > 1 or (heading and place - start <= _HEADING_WIDTH):
            yield run
        looked = run
        place = text.find(" ", run, end)


class _Fields(NamedTuple):
    """The words that close a paragraph or open a line of its own."""

    roles: Words
    assigning: Words  # the labels of bodies
    labels: Words  # these and those of other fields

    @classmethod
    def build(cls, rules: RulePack) -> _Fields:
        assigning = rules.words("responsibility.labels")
        labels = (*assigning, *rules.words("responsibility.fields"))
        return cls(Words.of(rules.words("responsibility.role-words")), Words.of(assigning), Words.of(labels))

    def assign(self, text: str, start: int, end: int) -> bool:
        """Whether a clause of a bracket ends in a role word (甲局负责。以下均需…), or begins with a label."""
        if self.roles.before(text, start, end):
            return True
        low = start
        for high in (*(mark.start() for mark in _CLAUSE_END.finditer(text, start, end)), end):
            label = self.assigning.at(text, low, high)
            if label and text[low + len(label) : high].lstrip(" ").startswith(":"):
                return True
            if high < end and self.roles.before(text, low, high):
                return True
            low = high + 1
        return False


def _label_lines(text: str, start: int, end: int, labels: Words) -> Iterator[int]:
    """责任单位：… after a sentence or a bracket, where it began a line of its own."""
    colon = text.find(":", start, end)
    while colon >= 0:
        stop = colon - (text[colon - 1] == " ")
        label = stop - len(labels.before(text, start, stop))
        before = label
        while before > start and text[before - 1] == " " and label - before < _WIDEST_BLANK:
            before -= 1
        if start < before and label < stop and text[before - 1] in "。)":
            yield label
        colon = text.find(":", colon + 1, end)


def _closed_paragraphs(text: str, start: int, end: int, fields: _Fields) -> Iterator[int]:
    """Behind brackets that assign (（市甲局负责）, 〔责任单位：市甲局〕) at the end of a sentence, where text
    follows."""
    pairs: brackets.Brackets | None = None
    followed = start  # where the next such bracket stands
    for match in _CLOSING.finditer(text, start, end):
        if followed <= match.start():
            found = _FOLLOWED.search(text, match.start(), end)
            if found is None:
                return
            followed = found.start()
        pairs = pairs or brackets.pair(text[start:end])
        place = match.start() - start
        opens = text[start + place] in _OPENERS
        opener, close = (place, pairs.closer.get(place)) if opens else (pairs.opener.get(place), place)
        if opener is None or close is None or close - opener > _LONGEST_BRACKET:
            continue
        stop = start + close + (1 if opens else 2)
        if _goes_on(text, stop, end) and fields.assign(text, start + opener + 1, start + close):
            yield stop


def _goes_on(text: str, place: int, end: int) -> bool:
    return text[place : min(place + _WIDEST_BLANK, end)].lstrip()[:1].isalnum()
