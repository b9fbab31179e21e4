"""Runs the rules' own examples through the whole pipeline and says which hold."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from planparse.rulepack import Example, Rule, RulePack, RuleTimeout

Record = Mapping[str, Any]
Extract = Callable[[str], Record]
Status = Literal["validated", "missing", "noisy", "reported"]

#: A notice in which the text of an example is the first measure of a plan. Its date and year are
#: what times without a year refer to; the blank keeps "1." apart from a number.
FRAME = """\
测试市人民政府关于印发测试市2023年测试行动计划的通知

各县人民政府：

现印发给你们，请认真贯彻执行。

测试市人民政府
2023年3月10日

测试市2023年测试行动计划

一、测试任务
1. {text}
"""

_LEAF_FIELDS = frozenset({"responsibilities", "targets", "standards", "deadlines", "references", "items"})
_MEASURE_FIELDS = _LEAF_FIELDS | {"label", "number", "title", "text"}
_RECORD_FIELDS = frozenset({"notice", "jurisdiction", "findings"})
_PLAN_FIELDS = frozenset({"kind", "period", "preamble", "conventions", "closing", "attachments"})
_WHOLE_FIELDS = _LEAF_FIELDS | _RECORD_FIELDS | _PLAN_FIELDS | {"plan_title", "sections", "measures"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one example.

    validated: as the rule says; missing: an example whose expectation is not met; noisy: a
    counter-example that the rule took; reported: a rule that has no example (`text` is empty).
    """

    rule: str
    status: Status
    origin: str
    line: int
    text: str = ""
    message: str = ""

    @property
    def ok(self) -> bool:
        return self.status in ("validated", "reported")


def check_rules(pack: RulePack, extract: Extract) -> list[Verdict]:
    """A verdict for each example and counter-example, in the order of the rules.

    `pack` is loaded with its examples; `extract` turns the text of a notice into its record
    as plain data, using the rules of `pack`. Tables (registries) need no example.
    """
    return [verdict for rule in pack.rules.values() for verdict in _check_rule(rule, extract)]


def _check_rule(rule: Rule, extract: Extract) -> Iterator[Verdict]:
    if not rule.examples and rule.table is None:
        yield Verdict(rule.id, "reported", rule.origin, rule.line, message="the rule has no example")
    named = False
    for example in rule.examples:
        record, problem = _extracted(example, extract)
        named = named or _carries(record, rule.id)
        yield _verdict(rule, example, problem or _example_problem(rule, example, record), "missing")
    for example in rule.counter_examples:
        record, problem = _extracted(example, extract)
        yield _verdict(rule, example, problem or _counter_problem(rule, example, record, named), "noisy")


def _verdict(rule: Rule, example: Example, problem: str, failed: Status) -> Verdict:
    status: Status = failed if problem else "validated"
    return Verdict(rule.id, status, rule.origin, rule.line, example.text, problem)


def _example_problem(rule: Rule, example: Example, record: Record) -> str:
    """Why an example does not hold; empty where it does."""
    if example.expect is not None:
        return _unmet(example.expect, record, example.whole)
    return "" if _carries(record, rule.id) else f"expected a value found by {rule.id}, found none"


def _counter_problem(rule: Rule, example: Example, record: Record, named: bool) -> str:
    """Why a counter-example does not hold; empty where it does.

    `named`: a value of the rule's examples names it as what found it. Where none does, a counter-example
    that only asks for no such value would hold whatever the rule said.
    """
    if example.expect is not None:
        return _unmet(example.expect, record, example.whole)
    if not named:
        return f"expected what the record is to say (expect): no value ever names {rule.id}"
    return f"expected no value found by {rule.id}, found one" if _carries(record, rule.id) else ""


def _extracted(example: Example, extract: Extract) -> tuple[Record, str]:
    """The record of an example; none, and why, where a pattern took too long."""
    text = example.text if example.whole else FRAME.replace("{text}", example.text.rstrip("\n"))
    try:
        return extract(text), ""
    except RuleTimeout as error:
        return {}, str(error)


def _carries(value: object, rule_id: str) -> bool:
    """Whether any leaf of a record names the rule as what found it."""
    if isinstance(value, Mapping):
        return value.get("rule") == rule_id or any(_carries(part, rule_id) for part in value.values())
    return isinstance(value, list | tuple) and any(_carries(part, rule_id) for part in value)


def _unmet(expect: Mapping[str, Any], record: Record, whole: bool) -> str:
    """The first expected field that the record does not meet, with what stands there instead."""
    known = _WHOLE_FIELDS if whole else _MEASURE_FIELDS
    for name, expected in expect.items():
        if name not in known:
            return f"expected one of the fields {', '.join(sorted(known))}, found {name}"
        found = _whole_field(record, name) if whole else _measure_field(record, name)
        if not meets(expected, found):
            return f"{name}: expected {_shown(expected)}, found {_shown(found)}"
    return ""


def _measure_field(record: Record, name: str) -> object:
    """A field of the measure that the frame makes of an example."""
    measure = next(_nodes(record, "measures"), None)
    return measure.get(name) if measure else None


def _whole_field(record: Record, name: str) -> object:
    """A field of the notice; facts are those of all sections and measures together."""
    plan: Record = record.get("plan") or {}
    if name in _RECORD_FIELDS:
        return record.get(name)
    if name == "plan_title":
        return plan.get("title")
    if name in ("sections", "measures"):
        return list(_nodes(record, name))
    if name in _LEAF_FIELDS:
        nodes = [*_nodes(record, "sections"), *_nodes(record, "measures")]
        return [leaf for node in nodes for leaf in node.get(name) or ()]
    return plan.get(name)


def _nodes(record: Record, kind: str) -> Iterator[Record]:
    """All sections or all measures of a plan, parents first."""
    open_nodes: list[Record] = [record.get("plan") or {}]
    while open_nodes:
        node = open_nodes.pop()
        yield from node.get(kind) or ()
        open_nodes += reversed(node.get("sections") or ())


def meets(expected: object, found: object) -> bool:
    """Whether what was found is what was expected.

    A mapping meets the keys given; a list meets entry for entry, in any order, and holds no
    others; a word stands for the entry of this title or text; dates are ISO text; what is
    expected to be null or empty may be absent.
    """
    if expected is None or expected == []:
        return found is None or found == []
    if isinstance(expected, Mapping):
        return isinstance(found, Mapping) and all(
            meets(value, found.get(key)) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return isinstance(found, list | tuple) and _paired(expected, found)
    if isinstance(found, Mapping):
        return bool(expected == found.get("title", found.get("text")))
    if isinstance(found, dt.date):
        return expected == found.isoformat()
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    if isinstance(expected, int | float) and isinstance(found, int | float | Decimal):
        return Decimal(str(expected)) == Decimal(str(found))
    return expected == found


def _paired(expected: Sequence[object], found: Sequence[object]) -> bool:
    """Whether each expected entry can have a found entry of its own, and none is left over."""
    if len(expected) != len(found):
        return False
    fits = [[index for index, entry in enumerate(found) if meets(wish, entry)] for wish in expected]
    taken: dict[int, int] = {}

    def place(wish: int, tried: set[int]) -> bool:
        for index in fits[wish]:
            if index not in tried:
                tried.add(index)
                if index not in taken or place(taken[index], tried):
                    taken[index] = wish
                    return True
        return False

    return all(place(wish, set()) for wish in range(len(expected)))


def _shown(value: object) -> str:
    """A value in a message, without places and rules, on one line."""
    return "nothing" if value is None else json.dumps(_bare(value), ensure_ascii=False, default=str)


def _bare(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _bare(part) for key, part in value.items() if key not in ("span", "spans", "rule")}
    return [_bare(part) for part in value] if isinstance(value, list | tuple) else value
