"""Spans: from a readable view back to the characters of the source."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.spans import NOWHERE, TextView, covered

SOURCE = "甲乙丙\n\n- 3 -\n丁戊。\n己庚"
# 甲乙丙 and 丁戊。 joined over a page number, then a paragraph of its own
VIEW = TextView("甲乙丙丁戊。\n己庚", (0, 3, 6, 7), (0, 11, NOWHERE, 15))


@pytest.mark.parametrize(
    ("start", "end", "spans"),
    [
        (0, 3, ((0, 3),)),
        (1, 2, ((1, 2),)),
        (2, 5, ((2, 3), (11, 13))),
        (5, 8, ((13, 14), (15, 16))),
        (6, 7, ()),
        (3, 3, ()),
        (0, 9, ((0, 3), (11, 14), (15, 17))),
    ],
)
def test_places_in_the_source(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> None:
    assert VIEW.to_source(start, end) == spans


def test_a_leaf_has_no_white_space() -> None:
    assert covered(SOURCE, VIEW.to_source(2, 8)) == "丙丁戊。己"


def test_covered_text_has_no_white_space() -> None:
    assert covered("市 甲　局\n测试", [(0, 5), (6, 7)]) == "市甲局测"


def test_a_blank_that_the_text_leaves_out_stands_in_its_span() -> None:
    source = "新建 5 座，改建3座"
    view = TextView("新建5座,改建3座", (0, 2, 3), (0, 3, 5), frozenset({2, 4}))
    spans = view.to_source(0, 4)
    assert [source[start:end] for start, end in spans] == ["新建 5 座"]


@st.composite
def views(draw: st.DrawFn) -> tuple[str, TextView]:
    """A source, and a view of pieces of it in order, some parted by paragraph breaks."""
    source = "".join(chr(0x4E00 + i) for i in range(draw(st.integers(1, 40))))
    edges = sorted(draw(st.sets(st.integers(0, len(source)), min_size=2)) | {0, len(source)})
    text, starts, sources = "", [], []
    for low, high in pairwise(edges):
        if not draw(st.booleans()) and text:
            continue
        if text and draw(st.booleans()):
            starts.append(len(text))
            sources.append(NOWHERE)
            text += "\n"
        starts.append(len(text))
        sources.append(low)
        text += source[low:high]
    return source, TextView(text, tuple(starts), tuple(sources))


@given(views(), st.data())
def test_spans_cover_exactly_the_text_of_the_view(made: tuple[str, TextView], data: st.DataObject) -> None:
    source, view = made
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    spans = view.to_source(start, end)
    assert "".join(source[low:high] for low, high in spans) == view.text[start:end].replace("\n", "")
    assert all(low < high for low, high in spans)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
