"""A text cut where marks begin and end."""

from __future__ import annotations

import pytest

from planparse.output.html.segments import Mark, segments


def cut(text: str, *marks: tuple[int, int, str], cuts: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    """Pieces with the names of their marks, the shortest first."""
    found = segments(len(text), [Mark(start, end, "", name) for start, end, name in marks], cuts)
    return [(text[s.start : s.end], "".join(mark.ref for mark in s.marks)) for s in found]


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        ([], [("abcdef", "")]),
        ([(0, 6, "A")], [("abcdef", "A")]),
        ([(2, 4, "A")], [("ab", ""), ("cd", "A"), ("ef", "")]),
        ([(0, 6, "A"), (2, 4, "B")], [("ab", "A"), ("cd", "BA"), ("ef", "A")]),
        ([(0, 4, "A"), (2, 6, "B")], [("ab", "A"), ("cd", "AB"), ("ef", "B")]),
        ([(1, 3, "A"), (3, 5, "B")], [("a", ""), ("bc", "A"), ("de", "B"), ("f", "")]),
        ([(1, 3, "A"), (1, 3, "B")], [("a", ""), ("bc", "AB"), ("def", "")]),
        ([(3, 3, "A"), (4, 9, "B"), (5, 2, "C")], [("abcdef", "")]),  # no places of this text
    ],
)
def test_overlapping_marks(marks: list[tuple[int, int, str]], pieces: list[tuple[str, str]]) -> None:
    assert cut("abcdef", *marks) == pieces


def test_cuts_part_pieces_without_marking_them() -> None:
    assert cut("abcdef", (1, 5, "A"), cuts=(3,)) == [("a", ""), ("bc", "A"), ("de", "A"), ("f", "")]


def test_an_empty_text_has_no_pieces() -> None:
    assert cut("") == []
