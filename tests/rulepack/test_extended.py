"""A word that a user adds to one list holds wherever that list is used, in gates before a search too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planparse import extract, load_rules
from planparse.rulecheck import FRAME

Write = Callable[..., Path]

UNIT = {
    "quantities.yaml": """\
- {id: quantities.units, why: statues, extend: true, words: {尊: ''}}
- {id: quantities.counting-units, why: statues, extend: true, words: [尊]}
"""
}
SEASON = {"deadlines.yaml": "- {id: deadlines.events, why: a season, extend: true, words: {三夏: ''}}\n"}
PAYMENT = {"quantities.yaml": "- {id: quantities.payments, why: a payment, extend: true, words: [津补]}\n"}
LINK = {"grammar.yaml": "- {id: grammar.conjunctions, why: a link, extend: true, words: [暨]}\n"}


@pytest.mark.parametrize(
    ("rules", "text", "field", "values"),
    [
        (UNIT, "修复石像十二尊。", "targets", ["十二尊"]),
        (SEASON, "三夏前检修农机。", "deadlines", ["三夏前"]),
        (PAYMENT, "测试企业纳税额达到30亿元以上，津补扶优。", "targets", []),
        (LINK, "测试率达到60%暨80%。", "targets", ["达到60%", "80%"]),
    ],
    ids=["a unit that numerals count by", "a season", "a payment", "a link"],
)
def test_a_word_added_to_a_list_holds(
    write: Write, rules: dict[str, str], text: str, field: str, values: list[str]
) -> None:
    notice = FRAME.replace("{text}", f"{text}（市甲局负责）")
    record = extract(notice, rules=load_rules(write("mine", rules))).to_dict()
    (measure,) = record["plan"]["sections"][0]["measures"]
    assert [value["text"] for value in measure.get(field, [])] == values
    (shipped,) = extract(notice).to_dict()["plan"]["sections"][0]["measures"]
    assert shipped != measure
