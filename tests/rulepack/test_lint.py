"""Patterns whose time may grow faster than the text are refused by their form."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.rulepack.lint import lint_pattern

NESTED = "nested unbounded repeats"
BESIDE = "unbounded repeats side by side"
ANY = "unbounded repeat of any character"
DIGITS = "unbounded repeat of digits"


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        (r"(?:甲+)+乙", NESTED),
        (r"(?:甲+、)*", NESTED),
        (r"((甲|乙*)丙)+", NESTED),
        (r"(?:(?:甲{0,500}乙)丙?){2,}", NESTED),
        (r"(?:[^，]{1,200}，){0,200}", NESTED),
        (r"(?=(?:甲+)+乙)", NESTED),
        (r"\s*\s*甲", BESIDE),
        (r"\p{Han}+市*", BESIDE),
        (r"[^，]+甲?[^。]+", BESIDE),
        (r"(?P<a>\w+)(?P<b>\d??\d*+)", BESIDE),
        (r"(?:甲*|乙)(?:丙|甲*)", BESIDE),
        (r"(?:甲+){5}", BESIDE),
        (r"甲+\b甲+", BESIDE),
        (r"[\u4e00-\u9fa5]+[\p{Han}]+", BESIDE),
        (r"甲+?甲*", BESIDE),
        (r"甲.*乙", ANY),
        (r".+", ANY),
        (r"(?s).*?甲", ANY),
        (r"(?:.){3,}", ANY),
        (r"[\s\S]*甲", ANY),
        (r"(?:.|\n)*甲", ANY),
        (r"(?:\d|\D)+", ANY),
        (r"\d+年", DIGITS),
        (r"[0-9]+", DIGITS),
        (r"(?P<n>[0-9０-９]{2,})个", DIGITS),
        (r"(?<!甲)\d+", DIGITS),
        (r"(?<!\d)第\d+", DIGITS),
        (r"(甲)\1", "expected no reference to a group or a list, found \\1"),
        (r"(?P<a>甲)(?P=a)", "expected a group, a look-around or the flags i, m, s, found (?P=a)"),
        (r"甲(?R)?", "expected a group, a look-around or the flags i, m, s, found (?R)?"),
        (r"(?x)甲 乙", "expected a group, a look-around or the flags i, m, s, found (?x)甲 乙"),
        (r"(?V1)[甲--乙]", "expected a group, a look-around or the flags i, m, s, found (?V1)[甲-"),
        (r"(?:甲乙){e<=1}", "expected a count such as {0,20} after {, or \\{ for the character itself"),
        (r"甲{,}", "expected a count such as {0,20} after {, or \\{ for the character itself"),
        (r"甲{1,99999}", "expected a count of at most 10000, found {1,99999}"),
        (
            r"(?:(?:甲{1000}){1000}){1000}",
            "expected at most 100000 elements with repeats written out, found more",
        ),
        ("(" * 2000 + ")" * 2000, "expected at most 40 brackets one inside the other, found more"),
        (r"(?:甲", "expected a ) for each (, found none"),
        (r"甲)", "expected a ( for each ), found one ) more"),
        (r"[甲", "expected a ] for each [, found none"),
        (r"*甲", "expected something to repeat before *"),
        ("甲\\", "expected a character after the last \\"),
        (r"\p{Nonsense}", "the pattern does not compile: unknown property at position 12"),
    ],
)
def test_refused(pattern: str, message: str) -> None:
    found = lint_pattern(pattern)
    assert len(found) == 1
    assert found[0].startswith(message)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?P<agency>\p{Han}{1,12}+)[〔\[(](?P<year>\d{4})[〕\])]\s?(?P<serial>\d{1,5}+)号",
        r"(?:甲++、?)+",
        r"(?>甲+)+",
        r"(?:甲+、)++",
        r"(?:\p{Han}{1,20}、){0,30}",
        r"\s*甲\s*",
        r"\s*+\s*甲",
        r"[^，。]+，[^。]+",
        r"\d++\p{Han}+",
        r"\d++年",
        r"(?<!\d)\d+年",
        r"(?<![\d.])(?P<n>\d+)",
        r"(?<!\d)(?:\d+|[一二三]+)个",
        r"甲[^。]{0,40}乙",
        r"甲.{0,20}",
        r"甲{,3}?乙{2}",
        r"[]甲][^]乙]*",
        r"[[:alpha:]]+\d{1,3}",
        r"\{甲\}\\",
        r"(?i:ok)(?m)^甲$",
        r"(?|甲|乙)",
        "",
    ],
)
def test_accepted(pattern: str) -> None:
    assert lint_pattern(pattern) == []


def test_each_mistake_is_said_once_with_its_place() -> None:
    assert lint_pattern(r"甲.*乙.*丙\d+") == [
        "unbounded repeat of any character in .*: say [^…]{0,N}",
        r"unbounded repeat of digits in \d+: make it possessive (++) or put (?<!\d) before it",
    ]


@pytest.mark.parametrize("opener", ["(?<!", "(?=", "(?>", "(?:", "("])
def test_depth_costs_no_more_than_length(opener: str) -> None:
    def seconds(depth: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            assert lint_pattern(f"{opener}甲" * depth + "乙" + ")" * depth) == []
            best = min(best, time.process_time() - start)
        return best

    assert seconds(36) < 10 * seconds(9) + 0.02


@given(st.text(alphabet="甲ad\\()[]{}?*+|^$.,:<>=!P-02e&~\n", max_size=40))
def test_no_text_makes_the_linter_raise(pattern: str) -> None:
    assert all(lint_pattern(pattern))


@pytest.mark.parametrize(
    "unit", ["甲*乙", "(甲|乙)", "[^甲]{0,9}", "甲?", "甲|", "(?:甲", "[", "\\", "a*b*c*"]
)
def test_time_grows_with_the_pattern(unit: str) -> None:
    def seconds(times: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            lint_pattern(unit * times)
            best = min(best, time.process_time() - start)
        return best

    few, many = seconds(250), seconds(2_000)  # eight times the pattern
    assert many < 32 * few + 0.02
