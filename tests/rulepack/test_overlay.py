"""A user's folder adds to the shipped rules or replaces them by id."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from planparse.rulepack import RulePack, RuleTimeout
from planparse.rulepack.overlay import overlay
from planparse.rulepack.pack import TimedMatcher

Write = Callable[..., Path]


@pytest.fixture
def mine(base: RulePack, write: Write) -> Callable[..., RulePack]:
    """The base rules with one user's file on top."""

    def load(text: str, name: str = "roles.yaml") -> RulePack:
        return overlay(base, str(write("mine", {name: text})))

    return load


def test_a_rule_of_the_same_id_replaces_the_shipped_one(mine: Callable[..., RulePack]) -> None:
    pack = mine("- id: roles.words\n  why: y\n  words: {主责: lead}\n")
    assert pack.words("roles.words") == {"主责": "lead"}
    assert pack.rules["roles.words"].user
    assert pack.rules["roles.words"].origin.endswith("mine/roles.yaml")


def test_the_other_rules_stay_as_shipped(base: RulePack, mine: Callable[..., RulePack]) -> None:
    pack = mine("- id: roles.words\n  why: y\n  words: {主责: lead}\n")
    for name in ("roles.joints", "roles.number", "roles.levels"):
        assert pack.rules[name] == base.rules[name]


def test_extend_adds_words_and_the_users_value_wins(mine: Callable[..., RulePack]) -> None:
    pack = mine("- id: roles.words\n  why: y\n  words: {主责: lead, 负责: support}\n  extend: true\n")
    assert pack.words("roles.words") == {"牵头负责": "lead", "负责": "support", "主责": "lead"}


def test_extend_adds_rows_after_the_shipped_ones(mine: Callable[..., RulePack]) -> None:
    pack = mine("- id: roles.levels\n  why: y\n  table: [{name: town}]\n  extend: true\n")
    assert [row["name"] for row in pack.table("roles.levels")] == ["city", "town"]


def test_extend_keeps_the_shipped_examples_a_replacement_does_not(mine: Callable[..., RulePack]) -> None:
    text = "- id: roles.words\n  why: y\n  words: {主责: lead}\n  examples: [{text: 甲}]\n"
    assert [example.text for example in mine(text).rules["roles.words"].examples] == ["甲"]
    extended = mine(f"{text}  extend: true\n").rules["roles.words"].examples
    assert [example.text for example in extended] == ["测试任务。（市甲局负责）", "甲"]


def test_a_new_rule_may_refer_to_shipped_ones(mine: Callable[..., RulePack]) -> None:
    pack = mine("- {id: x.new, why: y, pattern: '(?:由|请)${roles.words}'}\n", "x.yaml")
    assert pack.pattern("x.new").fullmatch("请牵头负责")


def test_shipped_patterns_see_the_users_words(mine: Callable[..., RulePack]) -> None:
    pack = mine("- id: roles.words\n  why: y\n  words: {主责: lead}\n")
    found = pack.pattern("roles.closing").search("市甲局主责")
    assert found is not None
    assert found["role"] == "主责"


def test_rows_of_a_shipped_table_see_the_users_words(mine: Callable[..., RulePack]) -> None:
    pack = mine("- id: roles.joints\n  why: y\n  words: [携同]\n")
    (row,) = pack.table("roles.lists")
    assert row["pattern"] == "甲(?:携同)乙"
    assert isinstance(pack.compile("roles.lists", row["pattern"]), TimedMatcher)


def test_an_empty_list_takes_nothing(mine: Callable[..., RulePack]) -> None:
    pack = mine(
        "- {id: roles.joints, why: y, words: []}\n- {id: roles.x, why: y, pattern: '甲${roles.joints}'}\n"
    )
    assert pack.words("roles.joints") == {}
    assert pack.pattern("roles.x").search("甲会同") is None


def test_name_and_version_tell_whose_rules_were_used(base: RulePack, write: Write) -> None:
    rules = {"x.yaml": "- {id: x.a, why: y, words: [甲]}\n"}
    plain = overlay(base, str(write("plain", rules)))
    named = overlay(base, str(write("named", {**rules, "pack.yaml": "name: county\nversion: '2'\n"})))
    assert (plain.name, plain.version) == ("base+user", "0.1.0")
    assert (named.name, named.version) == ("base+county", "0.1.0+2")
    assert plain.sha256 == named.sha256 != base.sha256


def test_rules_of_a_subfolder_belong_to_the_family_of_its_name(mine: Callable[..., RulePack]) -> None:
    pack = mine("- {id: places.county, why: y, table: [{name: 测试局}]}\n", "places/county.yaml")
    assert pack.table("places.county") == ({"name": "测试局"},)


# Passes the linter, which does not judge bounded repeats; cannot match, and has 40^6 ways to find out.
SLOW = r"(?:甲{0,40}){0,40}(?:甲{0,40}){0,40}(?:甲{0,40}){0,40}[乙丙]"


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "finditer"])
def test_a_users_slow_pattern_ends_in_a_timeout_that_names_it(
    mine: Callable[..., RulePack], method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planparse.rulepack.pack.PATTERN_SECONDS", 0.05)
    pattern = mine(f"- {{id: x.slow, why: y, pattern: '{SLOW}'}}\n", "x.yaml").pattern("x.slow")
    start = time.process_time()
    with pytest.raises(RuleTimeout) as caught:
        result = getattr(pattern, method)("甲" * 200)
        if method == "finditer":
            next(result)
    assert str(caught.value) == "x.slow: the pattern took longer than 0.05 s"
    assert time.process_time() - start < 5  # it would take hours


def test_a_shipped_pattern_runs_with_the_limit_once_a_users_rule_is_part_of_it(
    base: RulePack, mine: Callable[..., RulePack], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planparse.rulepack.pack.PATTERN_SECONDS", 0.05)
    pack = mine("- id: roles.words\n  why: y\n  words: {主责: lead}\n")
    assert type(pack.pattern("roles.closing")) is not type(base.pattern("roles.closing"))
    assert type(pack.pattern("roles.number")) is type(base.pattern("roles.number"))


def test_a_pattern_in_a_row_of_a_users_table_runs_with_the_limit(
    mine: Callable[..., RulePack], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planparse.rulepack.pack.PATTERN_SECONDS", 0.05)
    pack = mine(f"- id: x.rows\n  why: y\n  table: [{{pattern: '{SLOW}'}}]\n", "x.yaml")
    (row,) = pack.table("x.rows")
    with pytest.raises(RuleTimeout, match=r"^x\.rows: "):
        pack.compile("x.rows", row["pattern"]).search("甲" * 200)


def test_a_limited_pattern_matches_as_any_other(base: RulePack, mine: Callable[..., RulePack]) -> None:
    pattern = mine("- {id: x.a, why: y, pattern: '甲(乙)?'}\n", "x.yaml").pattern("x.a")
    assert [match.span() for match in pattern.finditer("甲甲乙甲", 1, 3)] == [(1, 3)]
    found = pattern.search("甲甲乙", 1)
    assert found is not None
    assert found[1] == "乙"
    assert pattern.match("乙甲") is None
    assert pattern.fullmatch("乙甲乙", pos=1) is not None
