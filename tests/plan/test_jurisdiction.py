"""Whose notice it is: the place of the issuer, its level, and what it belongs to."""

from __future__ import annotations

import pytest

from planparse import extract

BODY = (
    "商贸提升行动计划\n一、任务\n"
    "1.建设平台。新建平台40个。（{owners}负责）\n"
    "2.建设站点。新建站点8个。（{owners}负责）\n"
)


def jurisdiction(
    issuer: str,
    *,
    addressees: str = "各有关单位",
    title: str = "关于印发商贸提升行动计划的通知",
    opening: str = "现印发给你们。",
    owners: str = "财政局",
) -> tuple[str, str, str] | None:
    """Name, level and parent of the place of a notice so signed and addressed."""
    signed = f"{issuer}\n2023年3月1日\n" if issuer else ""
    text = f"{title}\n{addressees}：\n{opening}\n{signed}{BODY.format(owners=owners)}"
    found = extract(text).jurisdiction
    return (found.name, found.level, found.parent or "") if found else None


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        ("国务院办公厅", ("全国", "national", "")),
        ("海关总署", ("全国", "national", "")),
        ("工业和信息化部", ("全国", "national", "")),
        ("云南省人民政府办公厅", ("云南省", "province", "")),
        ("上海市人民政府", ("上海市", "province", "")),
        ("昆明市人民政府办公室", ("昆明市", "city", "云南省")),
        ("红河州人民政府", ("红河哈尼族彝族自治州", "city", "云南省")),
        ("锡林郭勒盟行政公署", ("锡林郭勒盟", "city", "内蒙古自治区")),
        ("昆明市青禾区人民政府", ("青禾区", "county", "昆明市")),
        ("上海市青禾区财政局", ("青禾区", "county", "上海市")),
        ("中共青禾县委办公室", ("青禾县", "county", "")),
        ("青禾县柳溪镇人民政府", ("柳溪镇", "town", "青禾县")),
        ("国家税务总局昆明市税务局", ("昆明市", "city", "云南省")),
    ],
)
def test_issuers(issuer: str, expected: tuple[str, str, str]) -> None:
    assert jurisdiction(issuer) == expected


@pytest.mark.parametrize(
    ("addressees", "level"),
    [
        ("各县（市、区）人民政府", "city"),
        ("各区人民政府，市直各部门", "city"),
        ("各镇（街道），市直各有关单位", "county"),
        ("各乡镇人民政府", "county"),
        ("各有关单位", "county"),  # a city that is no division is of the county level
    ],
)
def test_the_level_of_a_city_outside_the_divisions_is_told_by_whom_it_addresses(
    addressees: str, level: str
) -> None:
    assert jurisdiction("青禾市人民政府", addressees=addressees) == ("青禾市", level, "")


def test_a_division_keeps_its_level_whomever_it_addresses() -> None:
    assert jurisdiction("昆明市人民政府", addressees="各镇（街道）") == ("昆明市", "city", "云南省")


@pytest.mark.parametrize(
    ("opening", "parent"),
    [
        ("根据云南省和昆明市委、市政府部署，现印发给你们。", "昆明市"),
        ("为落实《昆明市商贸提升行动计划》，现印发给你们。", "昆明市"),
        ("根据红河州人民政府部署，现印发给你们。", "红河哈尼族彝族自治州"),
        ("学习昆明市经验，现印发给你们。", ""),  # a city without its organs or plans is no parent
        ("根据市委、市政府部署，现印发给你们。", ""),
    ],
)
def test_what_a_county_belongs_to_is_read_off_the_text(opening: str, parent: str) -> None:
    assert jurisdiction("青禾县人民政府", opening=opening) == ("青禾县", "county", parent)


def test_the_titles_speak_where_nobody_signs() -> None:
    title = "青禾县人民政府办公室关于印发商贸提升行动计划的通知"
    assert jurisdiction("", title=title) == ("青禾县", "county", "")
    assert jurisdiction("", title="关于印发青禾县商贸提升行动计划的通知") == ("青禾县", "county", "")


def test_of_a_zone_and_a_district_with_one_office_the_district_counts() -> None:
    assert jurisdiction("", title="青禾开发区（霁原区）商贸提升行动计划") == ("霁原区", "county", "")
    assert jurisdiction("", title="霁原区（城区）商贸提升行动计划") == ("霁原区", "county", "")


def test_a_notice_that_names_no_place_has_none() -> None:
    assert jurisdiction("县人民政府办公室") is None


def test_places_of_bodies_follow() -> None:
    text = (
        "青禾市人民政府办公室\n关于印发商贸提升行动计划的通知\n各镇（街道）：\n"
        "根据昆明市委、市政府部署，现印发给你们。\n青禾市人民政府办公室\n2023年3月1日\n"
    ) + BODY.format(owners="市财政局、昆明市财政局、省财政厅")
    plan = extract(text).to_dict()["plan"]
    (group,) = plan["sections"][0]["measures"][0]["responsibilities"]
    assert [each["jurisdiction"] for each in group["departments"]] == ["青禾市", "昆明市", "云南省"]
