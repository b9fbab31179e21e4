"""Word lists: the longest word at a place, before a place, and the first in a stretch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.words import Words

ROLES = Words.of({"负责": "responsible", "具体负责": "responsible", "牵头": "lead", "牵头负责": "lead"})


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("牵头负责", 0, "牵头负责"),
        ("牵头单位", 0, "牵头"),
        ("由牵头", 1, "牵头"),
        ("由牵头", 0, ""),
        ("牵", 0, ""),
        ("牵头", 2, ""),
        ("", 0, ""),
    ],
    ids=["longest", "shorter", "inside", "none here", "cut short", "behind the end", "empty text"],
)
def test_at(text: str, place: int, word: str) -> None:
    assert ROLES.at(text, place, len(text)) == word


def test_at_stays_inside_its_end() -> None:
    assert ROLES.at("牵头负责", 0, 3) == "牵头"
    assert ROLES.at("牵头负责", 0, 1) == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [("县水利局具体负责", "具体负责"), ("县水利局负责", "负责"), ("负责县水利局", ""), ("", "")],
    ids=["longest", "shorter", "not at the end", "empty text"],
)
def test_before(text: str, word: str) -> None:
    assert ROLES.before(text, 0, len(text)) == word


def test_before_stays_behind_its_start() -> None:
    assert ROLES.before("具体负责", 1, 4) == "负责"
    assert ROLES.before("具体负责", 3, 4) == ""
    assert ROLES.before("具体负责", 4, 4) == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("由县水利局牵头负责", (5, 9)),
        ("负责后牵头", (0, 2)),
        ("由县水利局承担", None),
        ("牵牵头", (1, 3)),
        ("", None),
    ],
    ids=["longest", "first", "none", "false start", "empty text"],
)
def test_search(text: str, place: tuple[int, int] | None) -> None:
    assert ROLES.search(text, 0, len(text)) == place


def test_search_stays_in_its_stretch() -> None:
    assert ROLES.search("负责，牵头", 2, 5) == (3, 5)
    assert ROLES.search("负责，牵头", 2, 4) is None


def test_a_list_without_values() -> None:
    assert Words.of(["牵头"]).at("牵头", 0, 2) == "牵头"


def test_an_empty_list_finds_nothing() -> None:
    none = Words.of([])
    assert (none.at("牵头", 0, 2), none.before("牵头", 0, 2), none.search("牵头", 0, 2)) == ("", "", None)


def test_characters_with_a_meaning_in_patterns_are_plain_here() -> None:
    assert Words.of(["^", "]", "-", "\\"]).search("a-b", 0, 3) == (1, 2)


letters = st.text("甲乙丙", min_size=1, max_size=3)


@given(st.lists(letters, min_size=1, max_size=6), st.text("甲乙丙丁", max_size=12), st.data())
def test_the_same_as_trying_every_word(words: list[str], text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    lookup = Words.of(words)
    assert lookup.at(text, place, len(text)) == max(
        (word for word in words if text.startswith(word, place)), key=len, default=""
    )
    assert lookup.before(text, 0, place) == max(
        (word for word in words if text[:place].endswith(word)), key=len, default=""
    )
    starts = [at for at in range(place, len(text)) if text.startswith(tuple(words), at)]
    found = lookup.search(text, place, len(text))
    assert (found[0] if found else None) == (starts[0] if starts else None)
