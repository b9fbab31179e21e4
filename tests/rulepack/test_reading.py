"""Strict YAML: what a value means, what is refused, and that nothing makes the reader raise or crawl."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.rulepack.reading import read_yaml


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("~", "~"),
        ("5:30", "5:30"),
        ("5:2:3", "5:2:3"),
        ("2022-08-01", "2022-08-01"),
        ("1_000", "1_000"),
        ("08", "08"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("+1", "+1"),
        ("=", "="),
        ("'true'", "true"),
        ('"12"', "12"),
        ("9" * 19, "9" * 19),
        ("null", None),
        ("", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-12", -12),
        ("8.5", 8.5),
        ("-0.25", -0.25),
    ],
)
def test_a_plain_value_is_a_number_only_where_nobody_could_read_it_otherwise(
    written: str, meant: object
) -> None:
    tree = read_yaml(f"key: {written}\n".encode())
    assert tree.mistakes == []
    assert tree.data == {"key": meant}
    assert type(tree.data["key"]) is type(meant)


def test_keys_are_always_text() -> None:
    assert read_yaml(b"{1: a, true: b, null: c}").data == {"1": "a", "true": "b", "null": "c"}


def test_every_key_and_item_has_its_line() -> None:
    tree = read_yaml("# note\n- id: a.b\n  words:\n    甲: x\n- id: a.c\n  words: [乙,\n    丙]\n".encode())
    assert tree.lines == {
        (0,): 2,
        (0, "id"): 2,
        (0, "words"): 3,
        (0, "words", "甲"): 4,
        (1,): 5,
        (1, "id"): 5,
        (1, "words"): 6,
        (1, "words", 0): 6,
        (1, "words", 1): 7,
    }
    assert tree.line((0, "why")) == 2  # what is missing is missing from the rule
    assert tree.line((0, "words", "乙", "x")) == 3


@pytest.mark.parametrize(
    ("written", "mistakes"),
    [
        (b"- id: a.b\n  why: &x y\n", [(2, "a.b", "expected a value, found the anchor &x")]),
        (b"- id: a.b\n  why: *x\n", [(2, "a.b", "expected a value, found the alias *x")]),
        (b"- id: !!str a.b\n", [(1, "", "expected a value, found the tag tag:yaml.org,2002:str")]),
        (
            b"- !!python/object:os.x {}\n",
            [(1, "", "expected a value, found the tag tag:yaml.org,2002:python/object:os.x")],
        ),
        (b"- id: a.b\n  <<: {why: x}\n", [(2, "a.b", "expected a plain key, found the merge key <<")]),
        (b"- id: a.b\n  [x]: y\n", [(2, "a.b", "expected a word as key, found a list or a mapping")]),
        (b"a: 1\n---\nb: 2\n", [(2, "", "expected one document, found another after ---")]),
        (
            b"- id: a.b\n  why: x\n  why: y\n- id: a.c\n  id: a.d\n",
            [
                (3, "a.b", "expected each key once, found why also in line 2"),
                (5, "a.c", "expected each key once, found id also in line 4"),
            ],
        ),
        (b"- id: a.b\n  why: \x00\n", [(2, "", "expected text, found the character U+0000")]),
        (b"- id: a.b\n  why: \xb5\n", [(2, "", "expected UTF-8, found the byte 0xb5")]),
        (b"[" * 20 + b"]" * 20, [(1, "", "expected at most 16 levels, found more")]),
    ],
)
def test_what_is_no_plain_list_of_rules_is_refused_with_its_line(
    written: bytes, mistakes: list[tuple[int, str, str]]
) -> None:
    assert read_yaml(written).mistakes == mistakes


def test_broken_yaml_is_one_mistake_at_its_line_in_its_rule() -> None:
    ((line, rule, message),) = read_yaml(b"- id: a.b\n  why: x\n  words: {a: b\n").mistakes
    assert (line, rule) == (4, "a.b")
    assert message.startswith("not valid YAML: ")


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert read_yaml(b"\xef\xbb\xbfname: x\n").data == {"name": "x"}


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    tree = read_yaml(data)
    assert tree.data is None or not tree.mistakes or all(line >= 1 for line, _, _ in tree.mistakes)


@given(st.text(alphabet="-:{}[]&*!|>'\"%@`#,? \n\tab甲", max_size=60))
def test_no_yaml_syntax_makes_the_reader_raise(text: str) -> None:
    tree = read_yaml(text.encode())
    assert all(message for _, _, message in tree.mistakes)


@pytest.mark.parametrize(
    "unit", ["- {id: a.b, why: x}\n", "- [", "- a: &x 1\n", "? ", "a: b: ", "- id: a\n  id: b\n", "'", "{a: "]
)
def test_time_grows_with_the_file(unit: str) -> None:
    def seconds(times: int) -> float:
        data = (unit * times).encode()
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            read_yaml(data)
            best = min(best, time.process_time() - start)
        return best

    few, many = seconds(2_000), seconds(16_000)  # eight times the text
    assert many < 24 * few + 0.01
