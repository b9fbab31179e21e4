"""The outline: numbered items of a plan as a neutral tree. It does not know what a measure is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from planparse.findings.model import Findings
from planparse.findings.model import Label as Note
from planparse.spans import Span, TextView
from planparse.structure.boxes import box_end
from planparse.structure.labels import BOX, Label
from planparse.structure.paragraphs import Body
from planparse.structure.several import PLAN

# Lost numbers are common in damaged copies; a jump further than this is no numbering.
_WIDEST_GAP = 5
MAX_DEPTH = 12
# Styles that number on through a whole document, or begin at any number in an excerpt.
_ANY_START = frozenset(("article", "chapter", "decimal"))
# The four ranks of GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）
_STANDARD_RANKS = {50: 0, 60: 1, 70: 2, 80: 3}
# Styles that are labels only from their first number on: `1 总则` heads the sections 1.1, 1.2.
_FROM_ONE = frozenset(("integer",))
_ARTICLE, _SECTION, _BRACKET = "article", "han_comma", "han_bracket"
_POINT, _DECIMAL = "arabic_point", "decimal"
_POINT_BEFORE_DIGITS = re.compile(r"(\d{1,3})[.．、](?=\d)")
_COMPLETE = frozenset("。！？!?；;：:)]〕】”’")


class Item:
    """A numbered item: its label, and the paragraphs of its own text (ranges of the view).

    The first paragraph begins after the label. The root has neither label nor number; its
    paragraphs stand before the first numbered item. Boxes are among the paragraphs of the item
    they stand in: `boxes` are their headings, `points` what they number.
    """

    __slots__ = ("boxes", "children", "label", "paragraphs", "points", "rank")

    def __init__(
        self,
        label: Label | None,
        paragraphs: list[Span] | None = None,
        children: list[Item] | None = None,
    ) -> None:
        self.label = label
        self.rank = label.rank if label else 0
        self.paragraphs = [] if paragraphs is None else paragraphs
        self.children = [] if children is None else children
        self.points: list[Item] = []
        self.boxes: list[Span] = []

    @property
    def start(self) -> int:
        return self.label.start if self.label else self.paragraphs[0][0]

    @property
    def end(self) -> int:
        """Where the item ends in the view, its children included."""
        own = self.paragraphs[-1][1] if self.paragraphs else (self.label.end if self.label else 0)
        last = [items[-1].end for items in (self.points, self.children) if items]
        return max(own, *last) if last else own

    def open_box(self, heading: Span) -> Item:
        """Begin a box: what is added to the item returned is the box's."""
        self.boxes.append(heading)
        self.paragraphs.append(heading)
        return Item(None, self.paragraphs, self.points)


class Outline(NamedTuple):
    view: TextView
    root: Item


class _Level(NamedTuple):
    """An open item, and the last label of each style directly under it."""

    item: Item
    last: dict[str, Label]


class _Numbering(NamedTuple):
    """The sequences read so far: the last label of each style, and styles that began anew."""

    last: dict[str, Label]
    restarting: set[str]

    def goes_on(self, label: Label, sibling: Label | None, after_sentence: bool) -> bool:
        """Whether a number continues its style's sequence, or starts one anew under its parent."""
        before = self.last.get(label.style)
        if label.style in _FROM_ONE:
            return label.number == (before.number if before else 0) + 1
        if label.style == PLAN:
            return True
        if label.number == 1 or before is None:
            return label.number <= _WIDEST_GAP or label.style in _ANY_START
        if sibling is None:
            step = label.number - before.number
            # The first numbers of a list that begins anew may be lost.
            began = label.style in self.restarting and label.number <= _WIDEST_GAP
            return 0 <= step <= _WIDEST_GAP or began
        steps = (label.number - before.number, label.number - sibling.number)
        # A number out of order is a slip where it stands at the head of a paragraph.
        lowest = -_WIDEST_GAP if after_sentence else 0
        return any(0 < step <= _WIDEST_GAP for step in steps) or lowest <= steps[1] <= 0

    def add(self, label: Label) -> None:
        before = self.last.get(label.style)
        if before is not None and label.number == 1 < before.number:
            self.restarting.add(label.style)
        self.last[label.style] = label


def read_outline(body: Body, findings: Findings) -> Outline:
    """Nest the labelled paragraphs by the rank of their style; the sequence of numbers decides
    what is a label. A box numbers its points by itself, until the sequence around it goes on."""
    root = Item(None)
    outer = tree = _Tree.of(root, body.view, findings)
    box_ends = 0
    labels = _with_articles_below(body.labels)
    for place, (span, read) in enumerate(zip(body.paragraphs, labels, strict=True)):
        if place >= box_ends:
            tree = outer
        label = tree.before_digits(read, span) or read
        if label is not None and label.style == BOX and outer.item is not root:
            box_ends = box_end(body, place, outer.last_number)
            tree = _Tree.of(outer.item.open_box(span), body.view, findings)
        elif label is None or label.style == BOX or not tree.add(label, span):
            tree.item.paragraphs.append(span)
    _report_levels(body.view, root, findings)
    return Outline(body.view, root)


def _with_articles_below(labels: Sequence[Label | None]) -> Sequence[Label | None]:
    """Articles that number on between headings stand below them: 一、第1条 二、（一）第2条.

    In laws they stand above 一、 and （一）, and the first of them is the first label of all.
    """
    headings = _headings_of_articles([label for label in labels if label])
    if not headings:
        return labels
    rank = max(heading.rank for heading in headings) + 1
    return [label._replace(rank=rank) if label and label.style == _ARTICLE else label for label in labels]


def _headings_of_articles(labels: Sequence[Label]) -> list[Label]:
    """The 一、 and （一） right above articles; none where 一、 does not number on through them, as
    where a regulation follows the notice that issues it."""
    found: list[Label] = []
    section = before = None
    heads = goes_on = False  # a （一） below 一、 is a heading, below an article a point of it
    for label in labels:
        if label.style == _ARTICLE:
            if before and (before.style == _SECTION or (before.style == _BRACKET and heads)):
                goes_on = goes_on or bool(section and section.number == 1)
                found.append(before)
            elif not found:
                return []
            heads = False
        elif label.style == _SECTION:
            if found and label.number == 1:
                return []
            goes_on = goes_on or bool(found and section and label.number == section.number + 1)
            section, heads = label, False
        elif label.style == _BRACKET and label.number == 1:
            heads = before is not None and before.style == _SECTION
        before = label
    return found if goes_on else []


class _Tree(NamedTuple):
    """Items being nested: those still open, outermost first, and the sequences read so far."""

    view: TextView
    findings: Findings
    stack: list[_Level]
    numbering: _Numbering

    @classmethod
    def of(cls, root: Item, view: TextView, findings: Findings) -> _Tree:
        return cls(view, findings, [_Level(root, {})], _Numbering({}, set()))

    @property
    def item(self) -> Item:
        """The item that text without a label belongs to."""
        return self.stack[-1].item

    def add(self, label: Label, span: Span) -> bool:
        """Open the item of a labelled paragraph; False where its number is out of sequence."""
        start, end = span
        depth = self._parent_depth(label)
        parent = self.stack[depth]
        sibling = parent.last.get(label.style)
        after_sentence = start > 1 and self.view.text[start - 2] in _COMPLETE
        if not self.numbering.goes_on(label, sibling, after_sentence):
            return False
        _report_numbering(self.view, label, self.numbering, sibling, self.findings)
        item = Item(label)
        if label.end < end:
            item.paragraphs.append((label.end, end))
        parent.item.children.append(item)
        parent.last[label.style] = label
        del self.stack[depth + 1 :]
        self.stack.append(_Level(item, {}))
        self.numbering.add(label)
        return True

    def before_digits(self, label: Label | None, span: Span) -> Label | None:
        """7.15分钟便民圈 after 6.: an item that begins with a number, where no label is decimal."""
        before = self.numbering.last.get(_POINT)
        if label is None or label.style != _DECIMAL or before is None or _DECIMAL in self.numbering.last:
            return None
        match = _POINT_BEFORE_DIGITS.match(self.view.text, *span)
        # Decimal numbers begin with .1, at times below a heading that was lost.
        if match is None or int(match[1]) != before.number + 1 or label.number == 1:
            return None
        return Label(_POINT, before.rank, before.number + 1, span[0], match.end())

    def last_number(self, label: Label) -> int | None:
        """The number that stands before a label in its sequence; None where it would begin one."""
        sibling = self.stack[self._parent_depth(label)].last.get(label.style)
        if sibling is None and label.style not in self.numbering.restarting:
            sibling = self.numbering.last.get(label.style)
        return sibling.number if sibling else None

    def _parent_depth(self, label: Label) -> int:
        """The place in the stack of the innermost item that may hold the label; the root holds any."""
        depth = min(len(self.stack), MAX_DEPTH) - 1
        while depth and self.stack[depth].item.rank >= label.rank:
            depth -= 1
        return depth


def _report_numbering(
    view: TextView, label: Label, numbering: _Numbering, sibling: Label | None, findings: Findings
) -> None:
    before = numbering.last.get(label.style)
    if before is None or label.style in ("decimal", PLAN):
        return
    if label.number == 1 and (sibling is None or sibling.number != 1):
        return
    if label.number == before.number + 1 or (sibling and label.number == sibling.number + 1):
        return
    place = view.to_source(label.start, label.end)
    text = view.text[label.start : label.end].strip()
    twin = next((other for other in (sibling, before) if other and other.number == label.number), None)
    if twin is not None:
        note = Note(view.to_source(twin.start, twin.end), "first")
        findings.add("PP302", place, labels=(note,), label=text)
        return
    anew = sibling is None and label.number <= before.number
    note = Note(view.to_source(before.start, before.end), "previous")
    expected = 1 if anew else (sibling or before).number + 1
    findings.add("PP301", place, labels=() if anew else (note,), label=text, expected=expected)


def _report_levels(view: TextView, root: Item, findings: Findings) -> None:
    """Labels without text, and levels skipped where the document's other items do not skip them."""
    skipping: dict[int, list[tuple[Label, Label]]] = {}
    regular: dict[int, int] = {}
    waiting = [root]
    while waiting:
        item = waiting.pop()
        waiting += reversed(item.children)
        label = item.label
        if label is None:
            continue
        if not item.paragraphs and not item.children:
            place = view.to_source(label.start, label.end)
            findings.add("PP306", place, label=view.text[label.start : label.end].strip())
        child = item.children[0].label if item.children else None
        if child is None or label.rank not in _STANDARD_RANKS or child.rank not in _STANDARD_RANKS:
            continue
        if _STANDARD_RANKS[child.rank] > _STANDARD_RANKS[label.rank] + 1:
            skipping.setdefault(label.rank, []).append((label, child))
        else:
            regular[label.rank] = regular.get(label.rank, 0) + 1
    for rank, pairs in skipping.items():
        if len(pairs) < regular.get(rank, 0):
            for parent, child in pairs:
                _report_skip(view, parent, child, findings)


def _report_skip(view: TextView, parent: Label, child: Label, findings: Findings) -> None:
    note = Note(view.to_source(parent.start, parent.end), "parent")
    text = view.text[child.start : child.end].strip()
    findings.add("PP303", view.to_source(child.start, child.end), labels=(note,), label=text)
