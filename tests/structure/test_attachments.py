"""The list of attachments in a notice, and what is attached behind it."""

from __future__ import annotations

import pytest

HEAD = "云溪市人民政府关于加快水库建设的意见\n各县人民政府：\n一、主要任务\n（一）建设水库。新建水库3座。\n"
SIGNATURE = "云溪市人民政府\n2023年3月1日\n"


@pytest.mark.parametrize(
    "items",
    [["1.水库名单"], ["１．水库名单", "２．资金计划", "３．任务分工表"], ["1、水库名单", "2、资金计划"]],
)
@pytest.mark.parametrize("label", ["附件：", "附　件:"])
def test_a_list_below_its_label_stands_before_the_signature(structure, label: str, items: list[str]) -> None:
    read = structure("\n".join([HEAD + label, *items, SIGNATURE]))
    assert [read.part_of(line) for line in (label, *items)] == ["attachment_list"] * (1 + len(items))
    assert read.values("issuers") == ["云溪市人民政府"]
    assert str(read.elements.dates["date"]) == "2023-03-01"
    assert read.elements.attachments == []
    assert read.tree() == [["一、", [["(一)"]]]]


@pytest.mark.parametrize(
    "below",
    [
        "1.水库名单包括甲水库和乙水库。\n2.资金计划另行下达。\n",  # sentences
        "1.水库名单\n3.资金计划\n",  # no list: a number is missing
        "水库名单\n甲水库\n",
    ],
)
def test_what_stands_below_a_label_behind_the_signature_is_attached(structure, below: str) -> None:
    read = structure(f"{HEAD}{SIGNATURE}附件：\n{below}")
    assert read.part_of("附件：") == "attachment"
    assert len(read.elements.attachments) == 1
    assert str(read.elements.dates["date"]) == "2023-03-01"
