"""Chapters of a text numbered 1.1, 1.2, however their own numbers are written."""

from __future__ import annotations

import pytest

HEAD = "云溪县渡口安全应急预案\n"
SUBS = (
    "1.1 目的\n保障渡运安全，便利两岸群众出行和农产品运输。\n"
    "1.2 依据\n依据有关法律、法规和全县渡口管理的规定制定。\n"
)
BODY = "2.1 机构\n设立渡口站，由县交通部门管理，沿河各乡镇配合。\n"
TREE = [["1", [["1.1"], ["1.2"]]], ["2", [["2.1"]]], ["3"]]


@pytest.mark.parametrize(
    "chapters",
    [
        ("1 总则", "2 组织体系", "3 附则"),
        ("1. 总则", "2. 组织体系", "3. 附则"),
        ("1．总则", "2．组织体系", "3．附则"),
        ("1、总则", "2、组织体系", "3、附则"),
    ],
)
def test_they_stand_above_their_sections(structure, chapters: tuple[str, str, str]) -> None:
    first, second, third = chapters
    text = f"{HEAD}{first}\n{SUBS}{second}\n{BODY}{third}\n自印发之日起实施。\n"
    assert _digits(structure(text).tree()) == TREE


def test_a_number_without_point_and_blank_is_one_right_above_its_first_section(structure) -> None:
    read = structure(
        f"{HEAD}1总则\n{SUBS}2组织体系\n2.1机构\n设立渡口站，由县交通部门管理，沿河各乡镇配合。\n"
    )
    assert _digits(read.tree()) == TREE[:2]
    assert read.values("title") == ["云溪县渡口安全应急预案"]


def test_items_below_a_section_are_no_chapters(structure) -> None:
    text = f"{HEAD}1. 总则\n{SUBS}1. 备船\n2. 备绳\n3. 备灯\n2. 组织体系\n{BODY}"
    tree = [["1.", [["1.1"], ["1.2", [["1."], ["2."], ["3."]]]]], ["2.", [["2.1"]]]]
    assert structure(text).tree() == tree


def test_items_of_a_text_without_sections_stay_items(structure) -> None:
    text = f"{HEAD}一、总则\n1.备船\n2.备绳\n二、附则\n本预案由县渡口站解释。\n"
    assert structure(text).tree() == [["一、", [["1."], ["2."]]], ["二、"]]


def _digits(tree: list) -> list:
    """The labels without what stands behind their numbers."""
    return [[label.strip(" .．、"), *map(_digits, below)] for label, *below in tree]
