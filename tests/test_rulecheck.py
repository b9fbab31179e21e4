"""Rules are tested by their own examples, through whatever turns a text into a record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from planparse.rulecheck import FRAME, Status, Verdict, check_rules, meets
from planparse.rulepack import Example, Rule, RulePack, RuleTimeout

GROUP = {
    "role": "lead",
    "role_text": "牵头",
    "departments": [{"text": "市甲局", "name": "市甲局", "span": [[1, 4]]}],
    "span": [[1, 6]],
    "rule": "roles.words",
}
MEASURE = {"id": "1.1", "title": "建设平台", "text": "建设平台。", "responsibilities": [GROUP]}
RECORD = {
    "notice": {"title": "通知", "document_number": {"text": "测政发〔2023〕5号", "year": 2023}},
    "plan": {
        "title": "测试方案",
        "kind": "plan",
        "measures": [{"id": "1", "text": "无题措施。"}],
        "sections": [
            {"id": "1", "title": "总体要求", "targets": [{"text": "40个", "value": 40}]},
            {"id": "2", "title": "任务", "sections": [{"id": "2.1", "title": "平台", "measures": [MEASURE]}]},
        ],
    },
}
FRAMED = {"plan": {"sections": [{"id": "1", "title": "测试任务", "measures": [MEASURE]}]}}


def verdicts(record: Mapping[str, Any], rule: Rule) -> list[Verdict]:
    return check_rules(RulePack("base", "1", "", {rule.id: rule}), lambda text: record)


def rule(examples: tuple[Example, ...] = (), counter_examples: tuple[Example, ...] = ()) -> Rule:
    return Rule(
        "roles.words", "roles.yaml", 7, words={}, examples=examples, counter_examples=counter_examples
    )


@pytest.mark.parametrize(
    ("expect", "problem"),
    [
        ({"responsibilities": [{"role": "lead", "departments": ["市甲局"]}]}, ""),
        ({"title": "建设平台", "targets": []}, ""),
        ({"targets": None}, ""),
        (
            {"responsibilities": [{"role": "support"}]},
            'responsibilities: expected [{"role": "support"}], found [{"role": "lead", "role_text": "牵头", '
            '"departments": [{"text": "市甲局", "name": "市甲局"}]}]',
        ),
        ({"targets": [{"value": 40}]}, 'targets: expected [{"value": 40}], found nothing'),
        ({"title": "建设", "text": "建设平台。"}, 'title: expected "建设", found "建设平台"'),
    ],
)
def test_an_example_holds_when_its_measure_says_what_is_expected(
    expect: dict[str, object], problem: str
) -> None:
    (verdict,) = verdicts(FRAMED, rule(examples=(Example("甲", expect),)))
    status: Status = "missing" if problem else "validated"
    assert verdict == Verdict("roles.words", status, "roles.yaml", 7, "甲", problem)
    assert verdict.ok is not bool(problem)


def test_a_misspelt_field_is_no_expectation_met() -> None:
    (verdict,) = verdicts(FRAMED, rule(examples=(Example("甲", {"target": []}),)))
    assert verdict.status == "missing"
    assert verdict.message.endswith(", found target")


@pytest.mark.parametrize(
    "expect",
    [
        {"kind": "plan", "plan_title": "测试方案"},
        {"notice": {"document_number": "测政发〔2023〕5号"}},
        {"notice": {"document_number": {"year": 2023}, "date": None}},
        {"sections": ["总体要求", "任务", "平台"]},
        {"measures": ["无题措施。", "建设平台"]},
        {"measures": [{"id": "1.1"}, {"text": "无题措施。"}]},
        {"targets": [{"value": 40}], "responsibilities": [{"role": "lead"}], "deadlines": []},
    ],
)
def test_a_whole_notice_is_asked_for_its_own_fields_and_all_facts(expect: dict[str, object]) -> None:
    (verdict,) = verdicts(RECORD, rule(examples=(Example("甲", expect, whole=True),)))
    assert (verdict.status, verdict.message) == ("validated", "")


def test_the_text_of_a_measure_is_framed_and_a_whole_notice_is_not() -> None:
    seen: list[str] = []

    def extract(text: str) -> Mapping[str, Any]:
        seen.append(text)
        return {}

    examples = (Example("甲。{text}（市乙局负责）\n", {}), Example("通知全文\n", {}, whole=True))
    check_rules(RulePack("base", "1", "", {"roles.words": rule(examples)}), extract)
    assert seen == [FRAME.replace("{text}", "甲。{text}（市乙局负责）"), "通知全文\n"]
    assert seen[0].endswith("\n1. 甲。{text}（市乙局负责）\n")


@pytest.mark.parametrize(
    ("record", "status"), [(FRAMED, "validated"), (RECORD, "validated"), ({}, "missing")]
)
def test_an_example_without_expectation_asks_for_a_value_of_its_rule(
    record: Mapping[str, Any], status: str
) -> None:
    assert [verdict.status for verdict in verdicts(record, rule(examples=(Example("甲"),)))] == [status]


@pytest.mark.parametrize(
    ("record", "expect", "status"),
    [
        (FRAMED, None, "noisy"),
        (FRAMED, {"targets": []}, "validated"),
        (FRAMED, {"responsibilities": []}, "noisy"),
    ],
)
def test_a_counter_example_holds_when_the_rule_took_nothing(
    record: Mapping[str, Any], expect: dict[str, object] | None, status: str
) -> None:
    found = verdicts(record, rule((Example("甲", {}),), (Example("乙", expect),)))
    assert [verdict.status for verdict in found] == ["validated", status]


def test_a_counter_example_without_expectation_holds_where_only_the_examples_name_the_rule() -> None:
    pack = RulePack("base", "1", "", {"roles.words": rule((Example("甲"),), (Example("乙"),))})
    found = check_rules(pack, lambda text: FRAMED if "甲" in text.partition("1. ")[2] else {})
    assert [verdict.status for verdict in found] == ["validated", "validated"]


def test_a_counter_example_that_could_not_fail_says_what_it_expects() -> None:
    found = verdicts({}, rule((Example("甲", {}),), (Example("乙"),)))
    assert [verdict.status for verdict in found] == ["validated", "noisy"]
    assert found[1].message == "expected what the record is to say (expect): no value ever names roles.words"


def test_a_rule_without_example_is_reported_a_table_is_not() -> None:
    table = Rule("roles.rows", "roles.yaml", 1, table=())
    pack = RulePack("base", "1", "", {"roles.words": rule(), "roles.rows": table})
    (verdict,) = check_rules(pack, lambda text: {})
    assert (verdict.rule, verdict.status, verdict.ok) == ("roles.words", "reported", True)


def test_a_rule_that_runs_out_of_time_does_not_hold() -> None:
    def extract(text: str) -> Mapping[str, Any]:
        raise RuleTimeout("x.slow", 2.0)

    pack = RulePack("base", "1", "", {"roles.words": rule((Example("甲"),), (Example("乙"),))})
    found = check_rules(pack, extract)
    assert [verdict.status for verdict in found] == ["missing", "noisy"]
    assert found[0].message == "x.slow: the pattern took longer than 2 s"


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        (8.5, Decimal("8.5")),
        (0.1, Decimal("0.1")),
        (40, 40.0),
        ("2022-08-31", dt.date(2022, 8, 31)),
        ("2022-08-31", "2022-08-31"),
        (True, True),
        ([], None),
        (["甲", "乙"], [{"text": "乙"}, {"text": "甲"}]),
        ([{}, {"a": 1}], [{"a": 1}, {"a": 2}]),
        ([[3, 2]], ((3, 2),)),
        ({"a": {"b": 1}}, {"a": {"b": 1, "c": 2}, "d": 3}),
    ],
)
def test_what_meets_an_expectation(expected: object, found: object) -> None:
    assert meets(expected, found)


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        (1, True),
        (True, 1),
        (40, "40"),
        ("40", 40),
        (0.1, Decimal("0.1000001")),
        ("2022-08-31", dt.date(2022, 8, 30)),
        (["甲"], [{"text": "甲"}, {"text": "乙"}]),
        (["甲", "甲"], [{"text": "甲"}, {"text": "乙"}]),
        ([{"a": 1}, {"a": 1}], [{"a": 1}, {"a": 2}]),
        ([], [{"text": "甲"}]),
        (None, "甲"),
        ({"a": 1}, None),
        ({"a": 1}, {"b": 1}),
        ("甲", None),
    ],
)
def test_what_does_not_meet_an_expectation(expected: object, found: object) -> None:
    assert not meets(expected, found)
