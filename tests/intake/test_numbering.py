"""How lists count: levels, restarts, uses of one definition, legal numbers (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import pytest

from planparse.intake.numbering import Level, ListUse, Numbering

THREE = {0: Level("%1."), 1: Level("%1.%2"), 2: Level("%1.%2.%3")}
OFFICIAL = {
    0: Level("%1、", "chineseCountingThousand", suffix=""),
    1: Level("（%2）", "chineseCountingThousand", suffix=""),
    2: Level("%3．", suffix=""),
    3: Level("（%4）", "decimalFullWidth", suffix=""),
}


def labels(uses: dict[int, ListUse], *places: tuple[int, int]) -> list[str]:
    """The labels of paragraphs on these lists and levels, blanks behind them left out."""
    numbering = Numbering(uses)
    return [numbering.label(*place).rstrip() for place in places]


def one(levels: dict[int, Level], *places: int) -> list[str]:
    return labels({1: ListUse(7, levels)}, *((1, place) for place in places))


def test_a_level_begins_anew_below_a_higher_one() -> None:
    assert one(THREE, 0, 1, 1, 2, 2, 1, 2, 0, 1) == [
        "1.",
        "1.1",
        "1.2",
        "1.2.1",
        "1.2.2",
        "1.3",
        "1.3.1",
        "2.",
        "2.1",
    ]


def test_the_outline_of_a_notice() -> None:
    assert one(OFFICIAL, 0, 1, 2, 3, 3, 2, 1, 0, 1) == [
        "一、", "（一）", "1．", "（１）", "（２）", "2．", "（二）", "二、", "（一）",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("restart", "numbers"),
    [
        (None, ["1.1.1", "1.2.1", "2.1.1"]),  # after any level above
        (0, ["1.1.1", "1.2.2", "2.1.3"]),  # never
        (1, ["1.1.1", "1.2.2", "2.1.1"]),  # after the first level alone
        (2, ["1.1.1", "1.2.1", "2.1.1"]),  # after the first and second
    ],
)
def test_after_which_level_one_begins_anew(restart: int | None, numbers: list[str]) -> None:
    levels = {**THREE, 2: Level("%1.%2.%3", restart=restart)}
    counted = one(levels, 0, 1, 2, 1, 2, 0, 1, 2)
    assert [counted[i] for i in (2, 4, 7)] == numbers


def test_a_level_that_was_left_out_counts_as_begun() -> None:
    assert one(THREE, 1, 1, 0, 2, 1) == ["1.1", "1.2", "2.", "2.1.1", "2.2"]


def test_levels_start_where_their_definition_says() -> None:
    levels = {0: Level("第%1章", start=3), 1: Level("%1-%2", start=0)}
    assert one(levels, 0, 1, 1, 0, 1) == ["第3章", "3-0", "3-1", "第4章", "4-0"]


def test_uses_of_one_definition_count_on_from_each_other() -> None:
    uses = {1: ListUse(7, THREE), 2: ListUse(7, THREE), 3: ListUse(8, THREE)}
    assert labels(uses, (1, 0), (2, 0), (3, 0), (1, 0), (2, 1)) == ["1.", "2.", "1.", "3.", "3.1"]


def test_a_use_begins_anew_with_its_first_paragraph() -> None:
    uses = {1: ListUse(7, THREE), 2: ListUse(7, THREE, {0: 5})}
    assert labels(uses, (1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)) == [
        "1.",
        "2.",
        "5.",
        "6.",
        "7.",
        "8.",
    ]


def test_where_a_use_begins_holds_whenever_its_level_restarts() -> None:
    uses = {1: ListUse(7, THREE, {1: 4})}
    assert labels(uses, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["1.", "1.4", "1.5", "2.", "2.4"]


def test_a_use_may_have_levels_of_its_own() -> None:
    uses = {1: ListUse(7, THREE), 2: ListUse(7, {**THREE, 0: Level("第%1项", "chineseCounting")})}
    assert labels(uses, (1, 0), (2, 0), (1, 0)) == ["1.", "第二项", "3."]


def test_numbers_of_other_levels_keep_their_format_unless_the_label_is_legal() -> None:
    levels = {0: Level("第%1章", "chineseCounting"), 1: Level("%1.%2"), 2: Level("%1.%2.%3", legal=True)}
    assert one(levels, 0, 1, 2) == ["第一章", "一.1", "1.1.1"]


@pytest.mark.parametrize(
    ("level", "label"),
    [
        (Level("%1、"), "1、 "),
        (Level("%1、", suffix=""), "1、"),
        (Level("附件%1：", suffix=""), "附件1："),
        (Level("\uf0b7", "bullet"), "• "),  # a sign of Symbol
        (Level("●", "bullet"), "● "),
        (Level("", "none"), ""),
        (Level("%1", "none"), ""),
        (Level("注：", "none"), "注： "),
        (Level("%1.%2"), "1. "),  # the number of a level below shows nothing
        (Level("100%"), "100% "),
    ],
)
def test_labels(level: Level, label: str) -> None:
    assert Numbering({1: ListUse(7, {0: level})}).label(1, 0) == label


def test_a_list_or_level_that_is_not_defined_gives_no_label() -> None:
    assert labels({1: ListUse(7, {0: Level("%1.")})}, (2, 0), (1, 3), (1, 0)) == ["", "", "1."]
