"""Lines that hold a whole notice, as crawlers and CSV fields store it, parted where its lines were.

Labels are candidates anywhere in such a line: what stands before one is evidence, the sequence of
numbers decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from planparse.rulepack import Matcher, RulePack
from planparse.structure.labels import Label, LabelReader
from planparse.structure.lines import Line, LineKind, Page

# A paragraph of this width may hold a list; one that lost its breaks holds more labels than this too.
_FLAT_WIDTH = 300
_FEWEST_LABELS = 3
# A text of so few lines has lost its breaks, however short they are.
_FEW_LINES = 3
# A heading that another label follows at once (一、总体要求（一）指导思想) is no longer than this.
_HEADING_WIDTH = 60
_WIDEST_GAP = 3
_STRONG = frozenset("。；;：:)]〕】！!？?”")
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
    return page if len(lines) == len(page.lines) else replace(page, lines=tuple(lines))


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
    for match in rules.derive(_candidates).finditer(page.folded, line.start, line.end):
        label = labels.read(page.folded, match.start(), line.end)
        if label is not None:
            numbering.offer(label)
    if len(numbering.accepted) < _FEWEST_LABELS:
        return _glued(page, line, rules)
    starts = [label.start for label in numbering.accepted]
    cuts = set(starts)
    cuts.update(_head_seams(page.folded, line.start, starts[0], rules))
    for low, high in pairwise([*starts, line.end]):
        cuts.update(_body_seams(page.folded, low, high, rules))
    return sorted(cut for cut in cuts if line.start < cut < line.end)


def _glued(page: Page, line: Line, rules: RulePack) -> list[int]:
    """Where a paragraph goes on behind a bracket that closes one."""
    if page.folded.find(")", line.start, line.end - 1) < 0:  # at the end of the line it closes its last
        return []
    found = rules.derive(_assigning_brackets).finditer(page.folded, line.start, line.end)
    return [match.end() for match in found]


def _candidates(rules: RulePack) -> Matcher:
    """Where a label may begin: a search for labels anywhere, not after the digits or letters of a number."""
    union = "|".join(str(row["pattern"]) for row in rules.table("outline.styles"))
    return rules.compile("outline.styles", rf"(?<![\dA-Za-z第.(（])(?:{union})")


@dataclass(slots=True)
class _Numbering:
    """The labels accepted so far, and the last number of each style that is still open."""

    text: str
    line: Line
    accepted: list[Label] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)

    def offer(self, label: Label) -> None:
        if not self._stands_out(label):
            return
        before = self.last.get(label.style)
        if label.number != 1 and (before is None or not 0 < label.number - before <= _WIDEST_GAP):
            return
        self.accepted.append(label)
        self.last[label.style] = label.number

    def _stands_out(self, label: Label) -> bool:
        """A sentence or bracket ends before it, blanks do, or the heading above it."""
        place = label.start
        while place > self.line.start and self.text[place - 1] == " ":
            place -= 1
        if place == self.line.start or self.text[place - 1] in _STRONG:
            return True
        return place < label.start or self._follows_heading(label)

    def _follows_heading(self, label: Label) -> bool:
        if not self.accepted or (label.number != self.last.get(label.style, 0) + 1 and label.number != 1):
            return False
        above = self.accepted[-1]
        between = self.text[above.end : label.start]
        return (
            above.rank < label.rank
            and len(between) <= _HEADING_WIDTH
            and not any(mark in between for mark in "。；;：:")
        )


def _head_seams(text: str, start: int, end: int, rules: RulePack) -> Iterator[int]:
    """Before the first label: title, number, addressees and signature, joined by blanks or by nothing."""
    for match in rules.pattern("notice.number-in-line").finditer(text, start, end):
        yield match.start("number")
        yield match.end("number")
    place = text.find(" ", start, end)
    while place >= 0:
        yield place + 1
        place = text.find(" ", place + 1, end)


def _body_seams(text: str, start: int, end: int, rules: RulePack) -> Iterator[int]:
    """Inside an item: behind a bracket that assigns, where a label line begins, where blanks stand
    after a sentence or a heading."""
    for match in rules.derive(_label_lines).finditer(text, start, end):
        yield match.start("label")
    for match in rules.derive(_assigning_brackets).finditer(text, start, end):
        yield match.end()
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


def _label_lines(rules: RulePack) -> Matcher:
    """责任单位：… after a sentence, where it began a line of its own."""
    names = (*rules.words("responsibility.labels"), *rules.words("responsibility.fields"))
    return rules.compile("responsibility.labels", rf"(?<=[。)][ ]{{0,8}})(?P<label>(?:{_union(names)})[ ]?:)")


def _assigning_brackets(rules: RulePack) -> Matcher:
    """（市甲局负责） at the end of a sentence with text right behind it: a paragraph ended there."""
    roles = _union(rules.words("responsibility.role-words"))
    bracket = rf"\((?:[^()]|\([^()]{{0,60}}\)){{2,400}}+(?<={roles})\)"
    return rules.compile(
        "responsibility.role-words", rf"(?:(?<=[。;]){bracket}|{bracket}[。;])(?=[ ]?\p{{Han}})"
    )


def _union(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
