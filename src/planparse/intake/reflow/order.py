"""The order of reading on one page: from top to bottom, pieces of one line joined."""

from __future__ import annotations

from itertools import pairwise

from planparse.intake.reflow.model import Line, is_wide

_SAME_LINE = 0.5  # of the smaller height, that two pieces overlap
_GAP = 0.3  # of a character, between pieces that a blank parts
_COLUMN = 0.4  # of the page's lines that stand beside another, from which on there are columns


def in_order(lines: list[Line], width: float) -> list[Line]:
    """The lines of a page as they are read. Pages set in columns keep the order of the file."""
    if _in_columns(lines, width):
        return lines
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top + line.bottom) / 2):
        if rows and _beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in rows]


def _beside(one: Line, other: Line) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > _SAME_LINE * min(one.height, other.height)


def _in_columns(lines: list[Line], width: float) -> bool:
    """Many lines on either side of the middle, none across it, and the file has one side after the other."""
    middle = width / 2
    sides = ["left" if line.right <= middle else "right" if line.left >= middle else "" for line in lines]
    left, right = sides.count("left"), sides.count("right")
    if min(left, right) < _COLUMN * len(lines):
        return False
    turns = sum(one != other for one, other in pairwise(sides))
    return turns <= 2 + sides.count("")


def _joined(row: list[Line]) -> Line:
    whole = row[0]
    for piece in row[1:]:
        gap = piece.left - whole.right
        blank = gap > _GAP * max(whole.em, piece.em)
        text = whole.text + (" " if blank else "") + piece.text
        whole = Line(
            text,
            min(whole.left, piece.left),
            min(whole.top, piece.top),
            max(whole.right, piece.right),
            max(whole.bottom, piece.bottom),
            whole.page,
        )
    return whole


def joint(before: str, after: str) -> str:
    """What stands between two pieces of text that one line or paragraph holds: a blank between words."""
    if before[-1:].isspace() or after[:1].isspace() or not before or not after:
        return ""
    words = not is_wide(before[-1]) and not is_wide(after[0])
    return " " if words and before[-1].isalpha() and after[0].isalpha() else ""
