"""Label lines below the last of several points: whose they are."""

from __future__ import annotations

from ..support import measures, owners, plan

ROADS = "（一）完善交通\n1.新建公路。建设公路100公里。\n2.改造桥梁。改造桥梁20座。\n"
WATER = "（二）完善水网\n1.新建水库。建设水库2座。\n2.改造渠道。改造渠道30公里。\n"
ROADS_LINES = "牵头单位：县甲局\n责任单位：县乙局\n"
WATER_LINES = "牵头单位：县丙局\n完成时限：2023年底\n"


def test_below_the_last_point_of_every_group_they_are_the_groups() -> None:
    found = measures(plan("一、任务\n" + ROADS + ROADS_LINES + WATER + WATER_LINES))
    assert [(node["title"], len(node["items"])) for node in found] == [("完善交通", 2), ("完善水网", 2)]
    assert [owners(node) for node in found] == [
        ["lead 牵头单位: 县甲局", "responsible 责任单位: 县乙局"],
        ["lead 牵头单位: 县丙局"],
    ]
    assert [target["value"] for target in found[0]["targets"]] == [100, 20]
    assert [str(time["end"]) for time in found[1]["deadlines"]] == ["2023-12-31"]


def test_where_points_have_lines_of_their_own_each_is_a_measure() -> None:
    own = ROADS.replace("100公里。\n", "100公里。\n责任单位：县丁局\n")
    found = measures(plan("一、任务\n" + own + ROADS_LINES + WATER + WATER_LINES))
    assert [node["title"] for node in found] == ["新建公路", "改造桥梁", "新建水库", "改造渠道"]


def test_one_group_alone_tells_nothing() -> None:
    found = measures(plan("一、任务\n" + ROADS + ROADS_LINES))
    assert [node["title"] for node in found] == ["新建公路", "改造桥梁"]


def test_beside_an_item_that_answers_for_itself_they_are_the_groups() -> None:
    beside = "（二）完善水网。建设水库2座。（责任单位：县丙局）\n"
    found = measures(plan("一、任务\n" + ROADS + "（责任单位：县甲局）\n" + beside))
    assert [node["title"] for node in found] == ["完善交通", "完善水网"]
    assert [owners(node) for node in found] == [
        ["responsible 责任单位: 县甲局"],
        ["responsible 责任单位: 县丙局"],
    ]
