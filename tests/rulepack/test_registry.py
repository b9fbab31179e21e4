"""The registry of bodies as tables: rows known by an id, checked cell by cell, named in messages."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from planparse.rulepack import RulePack, RulePackError, load_rules
from planparse.rulepack.overlay import overlay, read_shipped

Write = Callable[..., Path]

PACK = "name: base\nversion: 0.1.0\n"
DEPARTMENTS = """\
- id: bodies.departments
  why: functions have many names
  table:
  - {id: finance, names: [财政]}
  - {id: edu, names: [教育], exact: [教育委员会 教委]}
- id: bodies.levels
  why: level words
  words: {市: city}
"""


@pytest.fixture
def base(write: Write) -> RulePack:
    return read_shipped(str(write("base", {"pack.yaml": PACK, "bodies/a.yaml": DEPARTMENTS})))


@pytest.fixture
def mine(base: RulePack, write: Write) -> Callable[[str], RulePack]:
    """The base registry with one user's file on top."""
    return lambda text: overlay(base, str(write("mine", {"bodies.yaml": text})))


def ids(pack: RulePack) -> list[str]:
    return [row["id"] for row in pack.table("bodies.departments")]


def test_a_row_of_the_same_id_takes_the_place_of_the_shipped_one(mine: Callable[[str], RulePack]) -> None:
    pack = mine(
        "- id: bodies.departments\n  why: y\n  extend: true\n"
        "  table: [{id: finance, names: [财政, 财金]}, {id: tea, names: [茶业]}]\n"
    )
    assert ids(pack) == ["finance", "edu", "tea"]
    assert pack.table("bodies.departments")[0]["names"] == ["财政", "财金"]


def test_local_names_have_no_id_and_are_added(mine: Callable[[str], RulePack]) -> None:
    pack = mine("- id: bodies.local\n  why: y\n  table: [{name: 县茶办, body: edu, in: 青禾县}]\n")
    assert [row["name"] for row in pack.table("bodies.local")] == ["县茶办"]


def table(rows: str, rule: str = "bodies.departments", extend: bool = True) -> str:
    return f"- id: {rule}\n  why: y\n{'  extend: true' if extend else ''}\n  table:\n{rows}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            table("  - {id: Tea, names: [茶业]}\n"),
            "bodies.yaml:5: bodies.departments: Tea: id: expected an id in small letters, found Tea",
        ),
        (
            table("  - {id: tea, names: [茶业]}\n  - {id: rice, nmaes: [米业]}\n"),
            "bodies.yaml:6: bodies.departments: rice: expected no other fields, found nmaes",
        ),
        (
            table("  - {id: tea, names: 茶业}\n"),
            "bodies.yaml:5: bodies.departments: tea: names: expected a list, found 茶业",
        ),
        (
            table("  - {id: tea, names: ['茶业  茶']}\n"),
            "bodies.yaml:5: bodies.departments: tea: names.0: expected names with one blank between them, "
            "found 茶业  茶",
        ),
        (
            table("  - {id: tea, endings: [茶业 中心]}\n"),
            "bodies.yaml:5: bodies.departments: tea: endings.0: expected a name without blanks, "
            "found 茶业 中心",
        ),
        (
            table("  - {names: [茶业]}\n"),
            "bodies.yaml:5: bodies.departments: expected the field id, found none",
        ),
        (
            table("  - {id: tea}\n"),
            "bodies.yaml:5: bodies.departments: tea: expected one of names, exact, units, endings, placed "
            "and heads, found none",
        ),
        (
            table("  - {id: tea, heads: [茶叶]}\n"),
            "bodies.yaml:5: bodies.departments: tea: expected heads and tails together, "
            "found one without the other",
        ),
        (
            table("  - {id: tea, names: [茶业], kind: shop}\n"),
            "bodies.yaml:5: bodies.departments: tea: kind: Input should be 'department', 'party', "
            "'government', 'collective', 'task_force', 'vertical', 'enterprise' or 'other', found shop",
        ),
        (
            table("  - {id: tea, names: [茶业]}\n  - {id: tea, names: [茶]}\n"),
            "bodies.yaml:6: bodies.departments: tea: expected each id once in a table, found it again",
        ),
        (
            table("  - {id: f, body: edu, exact: [老教委], successor: 教育局}\n", "bodies.former", False),
            "bodies.yaml:5: bodies.former: f: expected until or until_local, found neither",
        ),
        (
            table(
                "  - {id: f, body: edu, exact: [老教委], until: '2019-02-30', successor: 教育局}\n",
                "bodies.former",
                False,
            ),
            "bodies.yaml:5: bodies.former: f: expected a day of the calendar, found 2019-02-30",
        ),
        (
            table("  - {name: 县茶办, body: tea}\n", "bodies.local", False),
            "bodies.yaml:5: bodies.local: expected the id of a function, found tea",
        ),
        (
            table("  - {id: m, names: [教茶], functions: [edu, tea]}\n", "bodies.merged", False),
            "bodies.yaml:5: bodies.merged: expected the id of a function, found tea",
        ),
        (
            "- {id: bodies.organs, why: y, words: {局: 局}}\n"
            + table("  - {id: tea, names: [茶业], organs: [局, 办]}\n"),
            "bodies.yaml:6: bodies.departments: expected an organ of bodies.organs, found 办",
        ),
        (
            "- {id: bodies.parts, why: y, words: {教: edu, 茶: tea}}\n",
            "bodies.yaml:1: bodies.parts: expected the id of a function, found tea",
        ),
    ],
)
def test_a_mistake_names_file_line_and_row(
    mine: Callable[[str], RulePack], text: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(RulePackError) as caught:
        mine(text)
    assert str(caught.value).replace(f"{tmp_path}/mine/", "") == message


def test_a_table_of_the_family_that_nothing_reads_is_a_mistake(mine: Callable[[str], RulePack]) -> None:
    with pytest.raises(
        RulePackError, match=r"bodies\.yaml:1: bodies\.mine: expected one of bodies\.departments"
    ):
        mine("- {id: bodies.mine, why: y, table: [{id: tea, names: [茶业]}]}\n")


def test_ids_stand_once_in_any_table(write: Write) -> None:
    text = "- {id: x.a, why: y, table: [{id: b}, {id: c}, {id: b}]}\n"
    with pytest.raises(RulePackError, match="b: expected each id once in a table, found it again"):
        read_shipped(str(write("other", {"pack.yaml": PACK, "x.yaml": text})))


class TestShipped:
    """What the shipped registry must hold."""

    # docs/bodies.md lists them; they are the join keys of records and do not drift.
    FUNCTIONS = (
        "gov_office ndrc edu sci miit ethnic police civil justice finance hrss natres ecology housing "
        "citymgmt transport water agri rural_revital commerce culture_tour health sports veterans "
        "emergency audit foreign sasac market stats medins grain energy forestry approval data "
        "finance_local petition logistics invest drug ip defense_mob sme supply_coop housing_fund "
        "dev_zone scenic region_op archives party_office org propaganda united_front law_comm cac "
        "staffing rural_office reform_office social_work discipline npc cppcc court procuratorate "
        "union youth women fed_industry disabled sci_assoc red_cross tax pboc nfra csrc customs post "
        "comms meteo tobacco fire nbs_survey power rail civil_aviation gov_city gov_county gov_town "
        "lead_group task_force"
    )

    TABLES = (
        "bodies.departments",
        "bodies.party",
        "bodies.institutions",
        "bodies.vertical",
        "bodies.enterprises",
        "bodies.groups",
        "bodies.governments",
    )

    def rows(self) -> list[dict[str, object]]:
        pack = load_rules()
        return [dict(row) for name in self.TABLES for row in pack.table(name)]

    def test_every_function_has_its_id(self) -> None:
        found = [row["id"] for row in self.rows()]
        assert len(found) == len(set(found))
        assert set(self.FUNCTIONS.split()) <= set(found)

    def test_codes_of_divisions_are_six_digits_and_each_stands_once(self) -> None:
        codes = [value.split()[0] for value in load_rules().words("bodies.divisions").values()]
        assert all(len(code) == 6 and code.isdigit() for code in codes)
        assert len(codes) == len(set(codes))

    def test_the_page_of_functions_is_up_to_date(self) -> None:
        script = Path(__file__).parents[2] / "docs" / "make_functions.py"
        made = runpy.run_path(str(script))
        assert made["PAGE"].read_text("utf-8") == made["page"](), "stale: python docs/make_functions.py"
