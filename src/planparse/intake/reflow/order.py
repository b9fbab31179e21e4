"""The order of reading on one page: from top to bottom, pieces of one line joined."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from planparse.intake.reflow.model import Line, is_wide

_SAME_LINE = 0.5  # of the smaller height, that two pieces overlap
_BLANK = 0.3  # of a character, between pieces that a blank parts
_FEWEST_GAPS = 4  # of a row whose letters are set apart
_SET_APART = 1.2  # characters, up to which gaps are between letters
_WIDER = 1.6  # times as wide, a gap between words among them
_APART = 1.5  # characters between pieces that need not be of one line
_COLUMN = 0.4  # of the page's lines on either side of the middle, from which on there are columns


def in_order(pieces: list[Line], width: float) -> list[Line]:
    """The lines of a page as they are read. Pages set in columns keep the order of the file."""
    if _in_columns(pieces, width):
        return pieces
    rows = [piece for piece in pieces if piece.table]
    lines = [_joined(row) for row in _rows([piece for piece in pieces if not piece.table])]
    return sorted([*lines, *rows], key=_middle) if rows else lines


def runs(pieces: list[Line]) -> list[Line]:
    """Pieces that stand close together as one: writers part a line inside words and numbers."""
    found: list[Line] = []
    for row in _rows(pieces):
        close = [row[0]]
        for piece in row[1:]:
            if piece.left - max(each.right for each in close[-3:]) > _APART * piece.height:
                found.append(_joined(close))
                close = []
            close.append(piece)
        found.append(_joined(close))
    return found


def _rows(pieces: list[Line]) -> list[list[Line]]:
    """The pieces that stand beside one another, from left to right, row by row."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=_middle):
        if rows and _beside(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _middle(piece: Line) -> float:
    return (piece.top + piece.bottom) / 2


def _beside(one: Line, other: Line) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > _SAME_LINE * min(one.height, other.height)


def _in_columns(lines: list[Line], width: float) -> bool:
    """Many lines on either side of the middle, few across it, and the file has one side after the other."""
    middle = width / 2
    sides = ["left" if line.right <= middle else "right" if line.left >= middle else "" for line in lines]
    if min(sides.count("left"), sides.count("right")) < max(1.0, _COLUMN * len(lines)):
        return False
    return sum(one != other for one, other in pairwise(sides)) <= 2 + sides.count("")


def _joined(row: list[Line]) -> Line:
    """One line of pieces in order; a gap between two becomes a blank."""
    if len(row) == 1:
        return row[0]
    texts, right = [row[0].text], row[0].right
    least = _least_gap(row)
    for before, piece in pairwise(row):
        if piece.left - right > max(least, _BLANK * max(before.em, piece.em)):
            texts.append(" ")
        texts.append(piece.text)
        right = max(right, piece.right)
    top, bottom = min(piece.top for piece in row), max(piece.bottom for piece in row)
    return Line("".join(texts), row[0].left, top, right, bottom, row[0].page)


def _least_gap(row: list[Line]) -> float:
    """More than the gap that letters set apart have, where a row is made of such."""
    gaps = [piece.left - before.right for before, piece in pairwise(row)]
    if len(gaps) < _FEWEST_GAPS:
        return 0.0
    usual = median(gaps)
    return _WIDER * usual if usual < _SET_APART * row[0].em else 0.0


def joint(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: a blank between words of Latin letters, else nothing."""
    words = before[-1:].isalpha() and after[:1].isalpha()
    return " " if words and not is_wide(before[-1]) and not is_wide(after[0]) else ""
