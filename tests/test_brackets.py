"""Brackets: paired by kind in one pass; what never closes swallows nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.brackets import MAX_DEPTH, pair

MARKED = st.text(alphabet="([〔〈)]〕〉【】甲\n", max_size=80)
KINDS = {"(": ")", "[": "]〕】", "〔": "]〕】", "【": "]〕】", "〈": "〉"}


@pytest.mark.parametrize(
    ("text", "pairs", "unclosed", "unmatched"),
    [
        ("甲(乙)丙", {1: 3}, (), ()),
        ("(甲〈乙、丙〉丁)", {2: 6, 0: 8}, (), ()),
        # width and shape of the square kind may differ between opener and closer
        ("〔2023]", {0: 5}, (), ()),
        ("(甲", {}, (0,), ()),
        ("甲)", {}, (), (1,)),
        # a closer of another kind closes over what was left open inside
        ("(甲[乙)", {0: 4}, (2,), ()),
        ("(甲]乙)", {0: 4}, (), (2,)),
        # a paragraph break ends what is open
        ("(甲\n乙)", {}, (0,), (4,)),
    ],
)
def test_pairs(
    text: str, pairs: dict[int, int], unclosed: tuple[int, ...], unmatched: tuple[int, ...]
) -> None:
    found = pair(text)
    assert found.closer == pairs
    assert found.opener == {end: start for start, end in pairs.items()}
    assert (found.unclosed, found.unmatched) == (unclosed, unmatched)


def test_deeper_than_the_limit_is_unclosed() -> None:
    found = pair("(" * (MAX_DEPTH + 3) + ")" * (MAX_DEPTH + 3))
    assert len(found.closer) == MAX_DEPTH
    assert len(found.unclosed) == len(found.unmatched) == 3


@pytest.mark.parametrize(
    ("start", "end", "found"), [(0, 9, 5), (0, 5, 2), (3, 5, None), (0, 2, None), (6, 9, None)]
)
def test_the_last_unclosed_bracket_of_a_range(start: int, end: int, found: int | None) -> None:
    assert pair("甲乙(\n丙(丁").last_unclosed(start, end) == found


@given(MARKED)
def test_every_mark_is_paired_unclosed_or_unmatched_once(text: str) -> None:
    found = pair(text)
    places = [*found.closer, *found.closer.values(), *found.unclosed, *found.unmatched]
    assert sorted(places) == [i for i, c in enumerate(text) if c in "([〔〈)]〕〉【】"]


@given(MARKED)
def test_pairs_nest_fit_and_stay_in_their_paragraph(text: str) -> None:
    pairs = sorted(pair(text).closer.items())
    for start, end in pairs:
        assert start < end and text[end] in KINDS[text[start]]
        assert "\n" not in text[start:end]
        assert not any(start < other < end < closer for other, closer in pairs)


def test_marks_come_in_order_of_the_text() -> None:
    found = pair("([\n(\n[(")
    assert list(found.unclosed) == sorted(found.unclosed)
