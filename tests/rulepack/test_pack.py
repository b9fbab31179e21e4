"""What the other stages ask a rule pack for."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from planparse.rulepack import Example, RulePack, RulePackError, load_rules
from planparse.rulepack.pack import Rule


def test_words_keep_their_order_and_values(base: RulePack) -> None:
    assert list(base.words("roles.words").items()) == [("牵头负责", "lead"), ("负责", "responsible")]


def test_a_plain_list_maps_to_empty_values(base: RulePack) -> None:
    assert base.words("roles.joints") == {"会同": "", "商": ""}


def test_a_table_keeps_the_types_of_its_cells(base: RulePack) -> None:
    assert base.table("roles.levels") == (
        {"name": "city", "rank": 1, "suffixes": ["市", "州"], "open": True, "share": 0.5},
    )


def test_a_pattern_is_compiled_once_and_finds_the_longest_word(base: RulePack) -> None:
    found = base.pattern("roles.closing").search("市甲局牵头负责")
    assert found is not None
    assert base.pattern("roles.closing") is base.pattern("roles.closing")
    assert base.rules["roles.closing"].pattern == r"(?P<bodies>[^（）]{1,40}?)(?P<role>(?:牵头负责|负责))?$"


@pytest.mark.parametrize(
    ("ask", "rule", "message"),
    [
        ("words", "roles.number", "expected words, found pattern"),
        ("pattern", "roles.words", "expected pattern, found words"),
        ("table", "roles.joints", "expected table, found words"),
        ("words", "roles.nobody", "expected a rule with words, found no rule of this id"),
    ],
)
def test_asking_for_another_shape_names_the_rule(base: RulePack, ask: str, rule: str, message: str) -> None:
    with pytest.raises(RulePackError) as caught:
        getattr(base, ask)(rule)
    assert (caught.value.rule, caught.value.message) == (rule, message)


def test_a_pattern_that_does_not_compile_is_an_error_of_its_rule(base: RulePack) -> None:
    with pytest.raises(RulePackError) as caught:
        base.compile("roles.levels", "(甲")
    assert str(caught.value).startswith("rules/roles.yaml:15: roles.levels: the pattern does not compile: ")


def test_what_is_derived_from_a_pack_is_made_once_per_pack(base: RulePack, base_folder: object) -> None:
    made: list[str] = []

    def build(pack: RulePack) -> list[str]:
        made.append(pack.name)
        return sorted(pack.words("roles.joints"))

    first = base.derive(build)
    assert base.derive(build) is first
    assert made == ["base"]
    other = RulePack("other", "1", "", base.rules)
    assert other.derive(build) == first
    assert made == ["base", "other"]


def test_a_rule_knows_its_file_line_reason_and_examples(base: RulePack) -> None:
    rule = base.rules["roles.words"]
    assert (rule.origin, rule.line, rule.user) == ("rules/roles.yaml", 1, False)
    assert rule.why == "roles stand after the bodies"
    assert rule.examples == (
        Example("测试任务。（市甲局负责）", {"responsibilities": [{"role": "responsible"}]}),
    )


def patterns(rule: Rule) -> Iterator[str]:
    if rule.pattern is not None:
        yield rule.pattern
    yield from (row["pattern"] for row in rule.table or () if "pattern" in row)


@pytest.mark.parametrize("rule", load_rules().rules.values(), ids=lambda rule: rule.id)
def test_shipped_patterns_are_understood_by_re(rule: Rule) -> None:
    """One that is not brings in `regex`, which costs every start what thirty patterns cost."""
    for pattern in patterns(rule):
        re.compile(pattern)
