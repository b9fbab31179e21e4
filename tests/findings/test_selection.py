"""Which findings are kept, and what is said of an ignored code that was not there."""

from __future__ import annotations

import pytest

from planparse.findings.model import Finding, Findings
from planparse.findings.selection import Ignored, Selection, UnknownCode, choices, codes_of

FOUND = ["PP007", "PP202", "PP401", "PP403", "PP601", "PP801"]  # PP801 is an error


def kept(selection: Selection) -> list[str]:
    findings = Findings([Finding(code) for code in FOUND])
    selection.apply(findings)
    return [finding.code for finding in findings]


CASES: dict[str, tuple[list[str], list[str], list[str]]] = {
    "nothing asked": ([], [], FOUND),
    "one code": (["PP401"], [], ["PP401", "PP801"]),
    "a name": (["no-owner"], [], ["PP401", "PP801"]),
    "a family": (["PP4"], [], ["PP401", "PP403", "PP801"]),
    "two": (["PP4", "PP202"], [], ["PP202", "PP401", "PP403", "PP801"]),
    "all": (["PP"], [], FOUND),
    "in any case": (["pp4", "Date-Missing"], [], ["PP401", "PP403", "PP801"]),
    "one ignored": ([], ["PP403"], ["PP007", "PP202", "PP401", "PP601", "PP801"]),
    "a family ignored": ([], ["PP4"], ["PP007", "PP202", "PP601", "PP801"]),
    "a name ignored": ([], ["role-word-missing"], ["PP007", "PP202", "PP401", "PP601", "PP801"]),
    "what is selected can be ignored": (["PP4"], ["PP403"], ["PP401", "PP801"]),
    "errors stay": ([], ["PP"], ["PP801"]),
    "errors stay though named": ([], ["PP801"], FOUND),
    "what is not there": ([], ["PP503"], FOUND),
}


@pytest.mark.parametrize(("select", "ignore", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_kept(select: list[str], ignore: list[str], expected: list[str]) -> None:
    assert kept(Selection.of(select, ignore)) == expected


def unused(*ignored: Ignored, selected: frozenset[str] | None = None) -> list[tuple[tuple[str, str], ...]]:
    findings = Findings([Finding(code) for code in FOUND])
    Selection(selected, ignored).apply(findings)
    return [finding.values for finding in findings if finding.code == "PP803"]


PLACE = "planparse.yaml:3"


@pytest.mark.parametrize(
    ("codes", "where", "said"),
    [
        ({"PP403"}, PLACE, False),
        ({"PP503"}, PLACE, True),
        ({"PP503"}, "", False),  # nobody is told of what has no place
        ({"PP403", "PP404"}, PLACE, False),
    ],
)
def test_an_ignored_code_that_hides_nothing(codes: set[str], where: str, said: bool) -> None:
    ignored = Ignored(frozenset(codes), "as written", where)
    assert unused(ignored) == ([(("ignored", "as written"), ("where", where))] if said else [])


def test_it_is_said_whatever_is_selected() -> None:
    ignored = Ignored(frozenset({"PP503"}), "PP503", PLACE)
    assert len(unused(ignored, selected=frozenset({"PP401"}))) == 1


def test_it_can_be_ignored_too() -> None:
    ignored = Ignored(frozenset({"PP503"}), "PP503", PLACE)
    assert unused(ignored, Ignored(frozenset({"PP803"}), "PP803")) == []


@pytest.mark.parametrize("choice", ["PP998", "P", "", " ", "owner", "PP4*", "4", "责任"])
def test_what_is_no_code(choice: str) -> None:
    with pytest.raises(UnknownCode):
        codes_of(choice)


def test_an_unknown_code_names_those_near() -> None:
    with pytest.raises(UnknownCode) as caught:
        Selection.of(ignore=["no-ownr"])
    assert caught.value.choice == "no-ownr"
    assert "PP401 no-owner" in caught.value.near


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["PP4"], ["PP4"]),
        (["PP4, PP5"], ["PP4", "PP5"]),
        (["PP4", "PP5,no-owner,"], ["PP4", "PP5", "no-owner"]),
    ],
)
def test_choices_of_an_option(written: list[str], expected: list[str]) -> None:
    assert choices(written) == expected
