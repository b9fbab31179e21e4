"""Places: their levels, what they belong to, and how far a text is one."""

from __future__ import annotations

import pytest

from planparse import load_rules
from planparse.facts.places import Places

PLACES = load_rules().derive(Places)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("全国", "national"),
        ("云南省", "province"),
        ("广西壮族自治区", "province"),
        ("上海市", "province"),
        ("昆明市", "city"),
        ("红河哈尼族彝族自治州", "city"),
        ("锡林郭勒盟", "city"),
        ("阿里地区", "city"),
        ("仙桃市", "county"),  # governed by its province
        ("青禾市", "county"),  # every city of a higher level is among the divisions
        ("青禾县", "county"),
        ("青禾彝族自治县", "county"),
        ("青禾左旗", "county"),
        ("青禾区", "county"),
        ("柳溪镇", "town"),
        ("柳溪街道", "town"),
        ("柳溪苏木", "town"),
        ("服务业", ""),
    ],
)
def test_level(name: str, level: str) -> None:
    assert PLACES.place(name).level == level


@pytest.mark.parametrize(
    ("name", "parents"),
    [
        ("昆明市", ["云南省"]),
        ("仙桃市", ["湖北省"]),
        ("上海市", []),
        ("云南省", []),
        ("青禾县", []),
    ],
)
def test_what_a_division_belongs_to(name: str, parents: list[str]) -> None:
    assert [parent.name for parent in PLACES.parents(name)] == parents


@pytest.mark.parametrize(
    ("name", "stem"),
    [("昆明市", "昆明"), ("青禾县", "青禾"), ("阿里地区", "阿里"), ("青禾左旗", "青禾左"), ("东区", "东区")],
)
def test_stem(name: str, stem: str) -> None:
    assert PLACES.stem(name) == stem


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("昆明市", ["昆明市"]),
        ("昆明", ["昆明市"]),
        ("红河州", ["红河哈尼族彝族自治州"]),
        ("青禾县", ["青禾县"]),
        ("云南省昆明市青禾区", ["云南省", "昆明市", "青禾区"]),
        ("青禾市柳溪镇", ["青禾市", "柳溪镇"]),
        ("连云港市海州区", ["连云港市", "海州区"]),
        ("大同区", ["大同区"]),  # of 大庆; 大同市 is another
        ("荆州市沙市区", ["荆州市", "沙市区"]),
        ("北京市石景山区", ["北京市", "石景山区"]),
        ("海城市", ["海城市"]),
        ("资源型城市", []),
        ("老旧小区", []),
        ("乡镇", []),
        ("市场监管局", []),
        ("市委社会工委市", []),
        ("昆明市人民政府", []),
        ("广州开发区（青禾区", []),
    ],
)
def test_a_text_that_is_all_places(text: str, places: list[str]) -> None:
    assert [place.name for place in PLACES.chain(text)] == places


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("云南省人民政府办公厅", ["云南省"]),
        ("昆明市青禾区发展和改革局", ["昆明市", "青禾区"]),
        ("晋城市市场监督管理局", ["晋城市"]),
        ("昆明市青禾区市场监督管理局", ["昆明市", "青禾区"]),
        ("昆明市景县市场监督管理局", ["昆明市", "景县"]),
        # names with the word of a level inside
        ("常德市津市市人民政府", ["常德市", "津市市"]),
        ("长沙市宁乡县人民政府", ["长沙市", "宁乡县"]),
        ("新乡市新乡县人民政府", ["新乡市", "新乡县"]),
        ("乌兰察布市丰镇市人民政府", ["乌兰察布市", "丰镇市"]),
        ("济宁市市中区人民政府", ["济宁市", "市中区"]),
        ("巴中市巴州区人民政府", ["巴中市", "巴州区"]),
        ("红河州红河县人民政府", ["红河哈尼族彝族自治州", "红河县"]),
        ("临夏州东乡族自治县人民政府", ["临夏回族自治州", "东乡族自治县"]),
        ("达尔罕茂明安联合旗人民政府", ["达尔罕茂明安联合旗"]),
        ("上海市城市管理局", ["上海市"]),
        ("青禾县农村公路建设方案", ["青禾县"]),
        ("青岛市老旧小区改造方案", ["青岛市"]),
        ("海关总署", []),
        ("关于印发工作方案的通知", []),
        ("推动县域经济发展的若干措施", []),
        ("进一步促进市场消费的若干措施", []),
        ("振兴区人民政府", ["振兴区"]),
    ],
)
def test_the_places_that_a_name_begins_with(name: str, places: list[str]) -> None:
    assert [place.name for place in PLACES.leading(name)] == places
