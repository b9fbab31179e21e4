"""Measures without numbers: which paragraphs make one."""

from __future__ import annotations

from planparse.plan.roles import Branch
from planparse.spans import Span

_SHORT_HEADING = 20


def unnumbered_blocks(text: str, branch: Branch) -> list[list[Span]]:
    """The paragraphs of each measure that closes in its own responsibility, or is followed by its lines."""
    return _under_headings(branch, _blocks(text, branch))


def _blocks(text: str, branch: Branch) -> list[list[Span]]:
    """The paragraphs of each measure without a number, the one that may be its heading with them."""
    blocks: list[list[Span]] = []
    waiting: list[Span] = []
    first = 1 if branch.item.label else 0
    for paragraph in branch.item.paragraphs[first:]:
        is_line = branch.is_line(paragraph)
        if is_line and waiting:
            blocks.append([waiting.pop(), paragraph])
            waiting = []
        elif is_line and blocks:
            blocks[-1].append(paragraph)
        elif paragraph[1] in branch.assignments:
            heading = [p for p in waiting[-1:] if _is_bare_heading(text, p, branch)]
            blocks.append([*heading, paragraph])
            waiting = []
        else:
            waiting.append(paragraph)
    return blocks


def _under_headings(branch: Branch, blocks: list[list[Span]]) -> list[list[Span]]:
    """The blocks with their headings; where few have one, without: it is that of what follows (重点任务)."""
    headed = [len(block) > 1 and not branch.is_line(block[1]) for block in blocks]
    if 2 * sum(headed) >= len(blocks):
        return blocks
    return [block[1:] if below else block for block, below in zip(blocks, headed, strict=True)]


def _is_bare_heading(text: str, span: Span, branch: Branch) -> bool:
    """Whether a paragraph above one that closes with a responsibility is no more than its heading."""
    short = span[1] - span[0] <= _SHORT_HEADING and text[span[1] - 1] not in "。;,、:"
    return short and span not in branch.item.boxes
