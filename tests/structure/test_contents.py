"""The table of contents: no outline, no part of the title."""

from __future__ import annotations

import pytest

HEAD = "云溪市人民政府关于加快平台建设的实施意见\n\n"
BODY = "一、任务\n（一）建设平台。（市甲局负责）\n二、要求\n（二）落实经费。（市乙局负责）\n"
TREE = [["一、", [["(一)"]]], ["二、", [["(二)"]]]]


@pytest.mark.parametrize(
    "contents",
    [
        "目  录\n一、任务……1\n二、要求……3\n",
        "目录\n一、任务\n（一）建设平台\n二、要求\n（二）落实经费\n",
        "目 录\n\n一、任务\t1\n\n二、要求\t— 3 —\n\n",
        "目录\n前言 1\n一、任务 2\n二、要求 3\n",
    ],
)
def test_its_lines_are_no_outline(structure, contents: str) -> None:
    read = structure(HEAD + contents + BODY)
    assert read.tree() == TREE
    assert read.values("title") == ["云溪市人民政府关于加快平台建设的实施意见"]
    assert "PP302" not in read.codes()
    assert read.part_of("二、要求") == "body" if "二、要求\n" not in contents else "contents"


def test_a_heading_of_that_name_whose_headings_do_not_come_again_hides_nothing(structure) -> None:
    assert structure(HEAD + "目录\n" + BODY).tree() == TREE
