"""How text fills the cells of a printed sheet."""

from __future__ import annotations

import pytest

from planparse.output import typeset
from planparse.output.typeset import MOST_LINES, MergedColumn, Page

from ..timing import seconds


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc 1", 5), ("措施", 4), ("（一）", 6), ("“双创”", 8), ("5G基站40个", 10), ("7%—9%", 6)],
)
def test_wide_characters_and_chinese_quotes_take_two_columns(text: str, columns: int) -> None:
    assert typeset.columns(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("一二三四五", 10.5, ["一二三四五"]),
        ("一二三四五六", 10.5, ["一二三四五", "六"]),
        ("一\n二", 10.5, ["一\n", "二"]),
        ("一\n\n二", 10.5, ["一\n", "\n", "二"]),
        # a line does not begin with a closing mark, nor end with an opening one
        ("一二三四五。六", 10.5, ["一二三四", "五。六"]),
        ("一二三四（五）", 10.5, ["一二三四", "（五）"]),
        # a word is not broken
        ("一二三2022年", 10.5, ["一二三2022", "年"]),
        ("一二三四2022年", 10.5, ["一二三四", "2022年"]),
        # unless it is longer than a line
        ("a" * 25, 10.5, ["a" * 10, "a" * 10, "a" * 5]),
        ("一" + "a" * 12, 10.5, ["一", "a" * 10, "aa"]),
    ],
)
def test_text_is_broken_into_lines_as_a_spreadsheet_does(text: str, width: float, lines: list[str]) -> None:
    starts = typeset.line_starts(text, width)
    assert [text[low:high] for low, high in zip(starts, [*starts[1:], len(text)], strict=True)] == lines
    assert typeset.lines(text, width) == len(lines)


def test_a_text_that_no_row_can_hold_is_parted_and_nothing_is_lost() -> None:
    text = "一二三四五" * (2 * MOST_LINES) + "六"
    pieces = typeset.pieces(text, 10.5)
    assert [len(piece) for piece in pieces] == [5 * MOST_LINES, 5 * MOST_LINES, 1]
    assert "".join(pieces) == text


def test_the_highest_row_is_one_that_a_spreadsheet_takes() -> None:
    assert typeset.height(MOST_LINES) <= 409


@pytest.mark.parametrize("piece", ["一", "a", "（", "，", "\n", "一a，", '"'])
def test_the_time_grows_with_the_text(piece: str) -> None:
    def work(characters: int) -> None:
        typeset.line_starts.cache_clear()
        typeset.line_starts(piece * (characters // len(piece)), 20)

    # Another program may slow one of the runs down, hardly every one.
    assert any(seconds(lambda: work(200_000)) < 7 * seconds(lambda: work(50_000)) for _ in range(4))


def test_rows_go_to_pages_in_the_room_there_is() -> None:
    pages = typeset.paginate([30, 30, 30, 50, 90, 10], [], room_on_first=70, room=80)
    assert pages == [Page(0, 2, [30, 30]), Page(2, 4, [30, 50]), Page(4, 5, [90]), Page(5, 6, [10])]


def test_the_last_row_of_joined_cells_is_raised_to_what_their_text_needs() -> None:
    merged = MergedColumn(runs=[0, 0, 2], needs=[70, 70, 40])
    assert typeset.paginate([20, 20, 20], [merged], 500, 500) == [Page(0, 3, [20, 50, 40])]


def test_joined_cells_that_go_on_overleaf_have_room_on_both_pages() -> None:
    merged = MergedColumn(runs=[0, 0, 0], needs=[50, 50, 50])
    pages = typeset.paginate([40, 40, 20], [merged], room_on_first=90, room=90)
    assert pages == [Page(0, 2, [40, 40]), Page(2, 3, [50])]


def test_inner_cells_count_towards_the_outer_ones() -> None:
    outer = MergedColumn(runs=[0, 0], needs=[100, 100])
    inner = MergedColumn(runs=[0, 1], needs=[60, 10])
    assert typeset.paginate([20, 20], [outer, inner], 500, 500) == [Page(0, 2, [60, 40])]


def test_no_rows_make_no_pages() -> None:
    assert typeset.paginate([], [], 100, 100) == []
