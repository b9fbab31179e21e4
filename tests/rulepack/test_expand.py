"""`${family.rule}` in patterns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from planparse.rulepack.expand import alternation
from planparse.rulepack.overlay import read_shipped

Write = Callable[..., Path]


def expanded(write: Write, rules: str) -> dict[str, str | None]:
    files = {"pack.yaml": "name: base\nversion: '1'\n", "x.yaml": rules}
    return {name: rule.pattern for name, rule in read_shipped(str(write("base", files))).rules.items()}


@pytest.mark.parametrize(
    ("rules", "pattern"),
    [
        ("- {id: x.b, why: y, words: [市, 自治市]}", "(?:自治市|市)"),
        ("- {id: x.b, why: y, words: {a.b: '1', '(': '2'}}", r"(?:a\.b|\()"),
        ("- {id: x.b, why: y, pattern: '甲|乙'}", "(?:甲|乙)"),
        ("- {id: x.b, why: y, pattern: '${x.c}+'}\n- {id: x.c, why: y, words: [甲]}", "(?:(?:甲)+)"),
    ],
)
def test_a_reference_becomes_a_group_that_captures_nothing(write: Write, rules: str, pattern: str) -> None:
    found = expanded(write, f"- {{id: x.a, why: y, pattern: '前${{x.b}}后'}}\n{rules}\n")
    assert found["x.a"] == f"前{pattern}后"


def test_a_reference_may_stand_twice_and_after_an_escaped_bracket(write: Write) -> None:
    rules = "- {id: x.a, why: y, pattern: '\\[${x.b}[\\]]${x.b}'}\n- {id: x.b, why: y, words: [甲]}\n"
    assert expanded(write, rules)["x.a"] == r"\[(?:甲)[\]](?:甲)"


def test_a_reference_to_first_or_last_letters_is_a_set(write: Write) -> None:
    rules = "- {id: x.a, why: y, pattern: '(?<=${x.b:last})前${x.b:first}'}\n"
    rules += "- {id: x.b, why: y, words: [春节, 汛期, 冬]}\n"
    assert expanded(write, rules)["x.a"] == "(?<=[冬期节])前[冬春汛]"


def test_the_rows_of_a_table_may_refer_to_rules_too(write: Write) -> None:
    rules = "- {id: x.a, why: y, table: [{pattern: '前${x.b}'}, {pattern: 后}]}\n"
    rules += "- {id: x.b, why: y, words: [甲]}\n"
    files = {"pack.yaml": "name: base\nversion: '1'\n", "x.yaml": rules}
    rows = read_shipped(str(write("base", files))).table("x.a")
    assert [row["pattern"] for row in rows] == ["前(?:甲)", "后"]


@given(st.lists(st.text(alphabet="甲乙丙.*([|\\ #-", min_size=1, max_size=6), min_size=1, max_size=8))
def test_an_alternation_takes_each_word_whole_and_nothing_else(words: list[str]) -> None:
    pattern = regex.compile(alternation(dict.fromkeys(words, "")))
    for word in words:
        found = pattern.match(word)
        assert found is not None
        assert found.group() == word
    assert pattern.fullmatch("丁") is None
