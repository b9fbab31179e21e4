"""Lines and columns, as an editor counts them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.findings.positions import LineIndex

BREAKS = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("甲乙", 0, (1, 1)),
        ("甲乙", 2, (1, 3)),
        ("甲\n乙", 1, (1, 2)),
        ("甲\n乙", 2, (2, 1)),
        ("甲\n", 2, (2, 1)),
        ("甲\r\n乙", 2, (1, 3)),
        ("甲\r\n乙", 3, (2, 1)),
        ("\n\n\n", 2, (3, 1)),
        ("\n\r乙", 2, (3, 1)),
        ("𠮷野\n家", 1, (1, 2)),
        ("\ufeff甲", 0, (1, 1)),
        ("\ufeff甲", 1, (1, 1)),
        ("\ufeff甲\n乙", 3, (2, 1)),
        ("甲\n\ufeff乙", 3, (2, 2)),
        ("甲", 99, (1, 2)),
        ("甲", -1, (1, 1)),
    ],
)
def test_position_counts_lines_and_code_points_from_one(
    text: str, offset: int, position: tuple[int, int]
) -> None:
    assert LineIndex(text).position(offset) == position


@pytest.mark.parametrize("line_break", BREAKS, ids=ascii)
def test_every_line_break_ends_a_line(line_break: str) -> None:
    index = LineIndex(f"甲{line_break}乙{line_break}")
    assert index.position(1 + len(line_break)) == (2, 1)
    assert [index.line_text(line) for line in (1, 2, 3)] == ["甲", "乙", ""]


@pytest.mark.parametrize(
    ("text", "line", "bounds"),
    [
        ("", 1, (0, 0)),
        ("甲乙", 1, (0, 2)),
        ("甲\r\n乙", 1, (0, 1)),
        ("\r\n乙", 1, (0, 0)),
        ("\n\r\n", 2, (1, 1)),
        ("\ufeff甲\n", 1, (1, 2)),
        ("\ufeff", 1, (1, 1)),
    ],
)
def test_bounds_leave_out_line_break_and_byte_order_mark(
    text: str, line: int, bounds: tuple[int, int]
) -> None:
    assert LineIndex(text).bounds(line) == bounds


@pytest.mark.parametrize("line", [0, -1, 3])
def test_a_line_that_is_not_there_is_an_index_error(line: int) -> None:
    with pytest.raises(IndexError):
        LineIndex("甲\n乙").bounds(line)


TEXTS = st.lists(st.sampled_from(["甲", "a", "\ufeff", *BREAKS])).map("".join)


@given(TEXTS | st.text(st.characters(codec=None)))
def test_lines_are_those_of_splitlines(text: str) -> None:
    lines = text.removeprefix("\ufeff").splitlines()
    index = LineIndex(text)
    assert [index.line_text(number) for number in range(1, len(lines) + 1)] == lines


@given(TEXTS.filter(lambda text: not text.startswith("\ufeff")))
def test_walking_through_a_text_moves_one_column_or_to_the_next_line(text: str) -> None:
    index = LineIndex(text)
    places = [index.position(offset) for offset in range(len(text) + 1)]
    assert places[0] == (1, 1)
    for (line, column), after in pairwise(places):
        assert after in ((line, column + 1), (line + 1, 1))


def test_building_is_linear() -> None:
    def seconds(lines: int) -> float:
        text = "持续推进网络建设。\n" * lines
        best = float("inf")
        for _ in range(5):
            started = time.process_time()
            LineIndex(text)
            best = min(best, time.process_time() - started)
        return best

    assert seconds(160_000) < 8 * seconds(40_000)  # four times the text; squares would take sixteen
