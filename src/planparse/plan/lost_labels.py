"""Items that lost their number: the row of numbers has a gap, and where it stands more paragraphs than
one close with a responsibility."""

from __future__ import annotations

from itertools import pairwise

from planparse.plan.roles import Branch
from planparse.spans import Span
from planparse.structure.outline import Item


def part_lost_items(root: Branch) -> None:
    """Part items without label from the one before the gap that took them in."""
    waiting = [root]
    while waiting:
        parent = waiting.pop()
        waiting += parent.children
        if any(_gap(first, second) for first, second in pairwise(parent.children)):
            parent.children[:] = _with_lost(parent.children)


def _with_lost(children: list[Branch]) -> list[Branch]:
    found: list[Branch] = []
    for branch, following in zip(children, [*children[1:], None], strict=True):
        found.append(branch)
        gap = _gap(branch, following) if following else 0
        if gap and not branch.children:
            found += _parted(branch, gap)
    return found


def _gap(branch: Branch, following: Branch) -> int:
    """How many numbers are missing between two neighbours of one style."""
    label, later = branch.item.label, following.item.label
    if label is None or later is None or label.style != later.style:
        return 0
    return max(0, later.number - label.number - 1)


def _parted(branch: Branch, gap: int) -> list[Branch]:
    """One item for each number missing; none where the paragraphs do not tell them apart."""
    paragraphs = branch.item.paragraphs
    closing = [place for place, paragraph in enumerate(paragraphs) if _closes(branch, paragraph)]
    if len(closing) != gap + 1:
        return []
    lost: list[Branch] = []
    for before, last in pairwise(closing):
        own = paragraphs[before + 1 : last + 1]
        ends = [end for _, end in own if end in branch.assignments]
        assignments = {end: branch.assignments.pop(end) for end in ends}
        lost.append(Branch(Item(None, own), assignments, branch.fields, [], []))
    del paragraphs[closing[0] + 1 :]
    return lost


def _closes(branch: Branch, paragraph: Span) -> bool:
    """Whether a paragraph says something and then who is responsible; a label line says nothing."""
    return paragraph[1] in branch.assignments and not branch.is_line(paragraph)
