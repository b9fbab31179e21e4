"""The outline: numbered items of a plan as a neutral tree. It does not know what a measure is."""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.findings.model import Findings
from planparse.spans import Span, TextView
from planparse.structure.labels import Label, LabelReader
from planparse.structure.paragraphs import Body

# Lost numbers are common in damaged copies; a jump further than this is no numbering.
_WIDEST_GAP = 5
MAX_DEPTH = 12


@dataclass(slots=True)
class Item:
    """A numbered item: its label, and the paragraphs of its own text (ranges of the view).

    The first paragraph begins after the label. The root has neither label nor number; its
    paragraphs stand before the first numbered item.
    """

    label: Label | None
    paragraphs: list[Span] = field(default_factory=list)
    children: list[Item] = field(default_factory=list)

    @property
    def rank(self) -> int:
        return self.label.rank if self.label else 0

    @property
    def end(self) -> int:
        """Where the item ends in the view, its children included."""
        item = self
        while item.children:
            item = item.children[-1]
        return item.paragraphs[-1][1] if item.paragraphs else (item.label.end if item.label else 0)


@dataclass(frozen=True, slots=True)
class Outline:
    view: TextView
    root: Item


def read_outline(body: Body, labels: LabelReader, findings: Findings) -> Outline:
    """Nest the labelled paragraphs by the rank of their style; the sequence of numbers decides
    what is a label."""
    view = body.view
    root = Item(None)
    stack = [root]
    last: dict[str, int] = {}
    for start, end in body.paragraphs:
        label = labels.read(view.text, start, end)
        parent = None if label is None else _parent(stack, label)
        if label is None or parent is None or not _goes_on(label, parent, last):
            stack[-1].paragraphs.append((start, end))
            continue
        _report_numbering(view, label, parent, last, findings)
        item = Item(label)
        if label.end < end:
            item.paragraphs.append((label.end, end))
        parent.children.append(item)
        del stack[stack.index(parent) + 1 :]
        stack.append(item)
        last[label.style] = label.number
    return Outline(view, root)


def _parent(stack: list[Item], label: Label) -> Item | None:
    for item in reversed(stack[:MAX_DEPTH]):
        if item.rank < label.rank:
            return item
    return None


def _sibling(parent: Item, label: Label) -> Label | None:
    """The last item of the same style under the same parent."""
    found = (item.label for item in reversed(parent.children) if item.label and item.label.style == label.style)
    return next(found, None)


def _goes_on(label: Label, parent: Item, last: dict[str, int]) -> bool:
    """Whether a number continues its style's sequence, or starts one anew under its parent."""
    before = last.get(label.style)
    if label.number == 1 or before is None:
        return label.number <= _WIDEST_GAP or label.style in ("article", "chapter", "decimal")
    sibling = _sibling(parent, label)
    steps = [label.number - before]
    if sibling is not None:
        if sibling.number == label.number:
            return True
        steps.append(label.number - sibling.number)
    return any(0 < step <= _WIDEST_GAP for step in steps)


def _report_numbering(
    view: TextView, label: Label, parent: Item, last: dict[str, int], findings: Findings
) -> None:
    before = last.get(label.style)
    if before is None or label.number == 1 or label.style == "decimal":
        return
    sibling = _sibling(parent, label)
    place = view.to_source(label.start, label.end)
    text = view.text[label.start : label.end].strip()
    if sibling is not None and sibling.number == label.number:
        findings.add("PP302", place, label=text)
    elif label.number != before + 1 and (sibling is None or label.number != sibling.number + 1):
        findings.add("PP301", place, label=text, expected=before + 1)
