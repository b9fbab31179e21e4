"""What the registry of bodies adds to a record, and what a user's rules change in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planparse import extract, load_rules
from planparse.rulepack import RulePack

from ..support import notice, record


def departments(bracket: str, rules: RulePack | None = None) -> list[dict[str, Any]]:
    """The departments of a plan's only measure, spans left out."""
    text = notice(f"一、任务\n1.建设站点。新建站点8个。（{bracket}）")
    plan = extract(text, rules=rules).to_dict(provenance=False)["plan"]
    groups = plan["sections"][0]["measures"][0]["responsibilities"]
    return [department for group in groups for department in group["departments"]]


def test_a_department_in_full() -> None:
    assert departments("县教体局（县语委办）牵头，各镇人民政府配合") == [
        {
            "text": "县教体局（县语委办）",
            "name": "县教体局(县语委办)",
            "body": "edu",
            "full_name": "青禾县教育体育局",
            "jurisdiction": "青禾县",
            "kind": "department",
            "aliases": ["县语委办"],
            "functions": ["edu", "sports"],
        },
        {
            "text": "各镇人民政府",
            "name": "各镇人民政府",
            "body": "gov_town",
            "jurisdiction": "青禾县",
            "kind": "collective",
        },
    ]


def test_what_is_not_known_is_left_out() -> None:
    assert departments("县甲乙局、市财政局负责") == [
        {"text": "县甲乙局", "name": "县甲乙局"},
        {"text": "市财政局", "name": "市财政局", "body": "finance", "kind": "department"},  # of which city?
    ]


def test_a_prefix_reaches_over_the_groups_of_a_bracket_and_no_further() -> None:
    found = departments("省财政厅牵头，能源局、县统计局配合")
    assert [each.get("jurisdiction") for each in found] == [None, None, "青禾县"]
    text = notice("一、任务\n1.建平台。新建8个。（县财政局负责）\n2.建站点。新建9个。（统计局负责）")
    measures = extract(text).to_dict()["plan"]["sections"][0]["measures"]
    last = measures[1]["responsibilities"][0]["departments"][0]
    assert last["jurisdiction"] == "青禾县"


def test_bodies_of_conventions_are_resolved_too() -> None:
    body = (
        "一、任务\n1.建平台。新建8个。（县财政局负责。以下均需各镇人民政府负责，不再列出）\n"
        "2.建站点。新建9个。（县统计局负责）"
    )
    (convention,) = record(body)["plan"]["conventions"]
    assert convention["departments"][0]["body"] == "gov_town"


def test_the_jurisdiction_of_the_issuer() -> None:
    assert record("一、任务\n1.建平台。新建8个。（县财政局负责）")["jurisdiction"] == {
        "name": "青禾县",
        "level": "county",
    }


class TestUsersRules:
    @pytest.fixture
    def rules(self, tmp_path: Path) -> Callable[[str], RulePack]:
        def load(text: str) -> RulePack:
            (tmp_path / "bodies.yaml").write_text(text, "utf-8")
            return load_rules(tmp_path)

        return load

    def test_a_local_name(self, rules: Callable[[str], RulePack]) -> None:
        mine = rules(
            "- id: bodies.local\n  why: 本地名称\n  extend: true\n"
            "  table: [{name: 县甲乙局, body: agri, full_name: 青禾县甲乙产业局}]\n"
        )
        assert departments("县甲乙局负责", mine) == [
            {
                "text": "县甲乙局",
                "name": "县甲乙局",
                "body": "agri",
                "full_name": "青禾县甲乙产业局",
                "jurisdiction": "青禾县",
                "kind": "department",
            }
        ]

    @pytest.mark.parametrize(("place", "functions"), [("青禾县", ["edu", "sci"]), ("霁原县", None)])
    def test_functions_that_a_bureau_has_in_one_place(
        self, rules: Callable[[str], RulePack], place: str, functions: list[str] | None
    ) -> None:
        mine = rules(
            "- id: bodies.local\n  why: 教育局管科技\n  extend: true\n"
            f"  table: [{{name: 县教育局, body: edu, in: {place}, functions: [edu, sci]}}]\n"
        )
        (found,) = departments("县教育局负责", mine)
        assert (found["body"], found["full_name"], found.get("functions")) == (
            "edu",
            "青禾县教育局",
            functions,
        )

    def test_a_new_function_with_its_names(self, rules: Callable[[str], RulePack]) -> None:
        mine = rules(
            "- id: bodies.departments\n  why: 茶产业\n  extend: true\n"
            "  table: [{id: tea, names: [茶业发展 茶业], organs: [中心]}]\n"
        )
        found = departments("县茶业局、市茶业发展中心、县农业农村和茶业局负责", mine)
        assert [each["body"] for each in found] == ["tea", "tea", "agri"]
        assert (found[0]["full_name"], found[2]["functions"]) == ("青禾县茶业发展局", ["agri", "tea"])

    def test_counties_give_a_county_its_parents(self, rules: Callable[[str], RulePack]) -> None:
        mine = rules("- id: bodies.divisions\n  why: 县\n  extend: true\n  words: {青禾县: '530199'}\n")
        found = departments("市财政局、省财政厅负责", mine)
        assert [each["jurisdiction"] for each in found] == ["昆明市", "云南省"]
