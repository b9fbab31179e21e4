"""What the name of a body means: a table of names as offices of all levels write them."""

from __future__ import annotations

import pytest

from planparse import load_rules
from planparse.facts.bodies import Resolver
from planparse.facts.places import Jurisdiction, Place
from planparse.facts.resolution import Resolution

RULES = load_rules()

NATION = Jurisdiction(Place("全国", "national"))
PROVINCE = Jurisdiction(Place("云岭省", "province"))
MUNICIPALITY = Jurisdiction(Place("上海市", "province"))
REGION = Jurisdiction(Place("广西壮族自治区", "province"))
CITY = Jurisdiction(Place("临澜市", "city"), (Place("云岭省", "province"),))
PREFECTURE = Jurisdiction(Place("红河哈尼族彝族自治州", "city"), (Place("云南省", "province"),))
COUNTY = Jurisdiction(Place("青禾县", "county"), (Place("临澜市", "city"), Place("云岭省", "province")))
COUNTY_CITY = Jurisdiction(Place("蓼阳市", "county"), (Place("临澜市", "city"), Place("云岭省", "province")))
DISTRICT = Jurisdiction(Place("桂舫区", "county"), (Place("上海市", "province"),))
TOWN = Jurisdiction(Place("柳溪镇", "town"), (Place("青禾县", "county"),))


def meaning(name: str, jurisdiction: Jurisdiction | None) -> Resolution:
    return Resolver(jurisdiction, RULES).resolve([name])[0]


def place(resolution: Resolution) -> str:
    return resolution.place.name if resolution.place else ""


# Functions: names as they are usual from province to town, and what they are called in full.
DEPARTMENTS = [
    (PROVINCE, "省发展改革委", "ndrc", "云岭省发展和改革委员会"),
    (CITY, "市发改委", "ndrc", "临澜市发展和改革委员会"),
    (COUNTY, "县发展与改革局", "ndrc", "青禾县发展和改革局"),
    (MUNICIPALITY, "市教委", "edu", "上海市教育委员会"),
    (CITY, "市科技局", "sci", "临澜市科学技术局"),
    (MUNICIPALITY, "市科委", "sci", "上海市科学技术委员会"),
    (CITY, "市工信局", "miit", "临澜市工业和信息化局"),
    (PROVINCE, "省经信厅", "miit", "云岭省经济和信息化厅"),
    (MUNICIPALITY, "市经济信息化委", "miit", "上海市经济和信息化委员会"),
    (CITY, "市民宗局", "ethnic", "临澜市民族和宗教事务局"),
    (CITY, "市人力社保局", "hrss", "临澜市人力资源和社会保障局"),
    (PROVINCE, "省人力资源社会保障厅", "hrss", "云岭省人力资源和社会保障厅"),
    (CITY, "市规划资源局", "natres", "临澜市规划和自然资源局"),
    (CITY, "市资规局", "natres", "临澜市自然资源和规划局"),
    (CITY, "市住建局", "housing", "临澜市住房和城乡建设局"),
    (MUNICIPALITY, "市住房城乡建设管理委", "housing", "上海市住房和城乡建设管理委员会"),
    (CITY, "市住房城乡建委", "housing", "临澜市住房和城乡建设委员会"),
    (CITY, "市城管执法局", "citymgmt", "临澜市城市管理综合行政执法局"),
    (COUNTY, "县综合执法局", "citymgmt", "青禾县综合行政执法局"),
    (CITY, "市交通局", "transport", "临澜市交通运输局"),
    (COUNTY, "县公路养护中心", "transport", ""),
    (CITY, "市水务局", "water", "临澜市水务局"),
    (COUNTY, "县河长办", "water", ""),
    (MUNICIPALITY, "市农业农村委", "agri", "上海市农业农村委员会"),
    (REGION, "自治区农牧厅", "agri", "广西壮族自治区农牧厅"),
    (CITY, "市商务委", "commerce", "临澜市商务委员会"),
    (CITY, "市文旅局", "culture_tour", "临澜市文化和旅游局"),
    (CITY, "市文广旅局", "culture_tour", "临澜市文化广电和旅游局"),
    (CITY, "市卫健委", "health", "临澜市卫生健康委员会"),
    (CITY, "市疾控中心", "health", ""),
    (CITY, "市退役军人局", "veterans", "临澜市退役军人事务局"),
    (COUNTY, "县应急局", "emergency", "青禾县应急管理局"),
    (CITY, "市安委办", "emergency", ""),
    (CITY, "市外办", "foreign", "临澜市外事办公室"),
    (CITY, "市国资委", "sasac", "临澜市国有资产监督管理委员会"),
    (COUNTY, "县国资服务中心", "sasac", ""),
    (CITY, "市市场监管局", "market", "临澜市市场监督管理局"),
    (CITY, "市医保局", "medins", "临澜市医疗保障局"),
    (PROVINCE, "省粮食和储备局", "grain", "云岭省粮食和物资储备局"),
    (COUNTY, "县林草局", "forestry", "青禾县林业和草原局"),
    (CITY, "市审批服务管理局", "approval", "临澜市行政审批服务管理局"),
    (CITY, "市政务办", "approval", "临澜市政务服务管理办公室"),
    (CITY, "市大数据局", "data", "临澜市大数据局"),
    (CITY, "市金融办", "finance_local", "临澜市金融工作办公室"),
    (CITY, "市地方金融监管局", "finance_local", "临澜市地方金融监督管理局"),
    (CITY, "市机关事务服务中心", "logistics", "临澜市机关事务服务中心"),
    (CITY, "市投促局", "invest", "临澜市投资促进局"),
    (PROVINCE, "省药监局", "drug", "云岭省药品监督管理局"),
    (CITY, "市国动办", "defense_mob", "临澜市国防动员办公室"),
    (COUNTY, "县中小企业服务中心", "sme", "青禾县中小企业服务中心"),
    (COUNTY, "县供销社", "supply_coop", "青禾县供销合作社联合社"),
    (COUNTY, "县社", "supply_coop", "青禾县供销合作社联合社"),
    (CITY, "市政府办", "gov_office", "临澜市人民政府办公室"),
    (PROVINCE, "省政府办公厅", "gov_office", "云岭省人民政府办公厅"),
    (CITY, "教育主管部门", "edu", ""),
    (CITY, "公安机关", "police", ""),
    (CITY, "市公安局交警支队", "police", ""),
    (TOWN, "镇财政所", "finance", ""),
    (TOWN, "镇党政办", "town_office", "柳溪镇党政办公室"),
    (NATION, "国家发展改革委", "ndrc", "国家发展和改革委员会"),
    (NATION, "财政部", "finance", "财政部"),
    (NATION, "市场监管总局", "market", "国家市场监督管理总局"),
    (NATION, "中国气象局", "meteo", "中国气象局"),
    (NATION, "国务院办公厅", "gov_office", "国务院办公厅"),
]


@pytest.mark.parametrize(
    ("jurisdiction", "name", "body", "full_name"), DEPARTMENTS, ids=lambda v: str(v)[:12]
)
def test_departments(jurisdiction: Jurisdiction, name: str, body: str, full_name: str) -> None:
    found = meaning(name, jurisdiction)
    assert (found.body, found.kind, found.full_name) == (
        body,
        "other" if body == "town_office" else "department" if body != "meteo" else found.kind,
        full_name,
    )


@pytest.mark.parametrize(
    ("name", "functions", "full_name"),
    [
        ("县教体局", ("edu", "sports"), "青禾县教育体育局"),
        ("县卫体局", ("health", "sports"), "青禾县卫生健康和体育局"),
        ("县科工局", ("sci", "miit"), "青禾县科技和工业局"),
        ("县文广旅体局", ("culture_tour", "sports"), "青禾县文化广电旅游体育局"),
        ("县文化广电体育旅游局", ("culture_tour", "sports"), "青禾县文化广电体育旅游局"),
        ("县工信商务局", ("miit", "commerce"), "青禾县工业信息化和商务局"),
        ("县农业农村和水利局", ("agri", "water"), "青禾县农业农村和水利局"),
        ("县应急管理和生态环境局", ("emergency", "ecology"), "青禾县应急管理和生态环境局"),
        ("县商务和粮食局", ("commerce", "grain"), "青禾县商务和粮食局"),
        ("县政务服务数据管理局", ("approval", "data"), "青禾县政务服务数据管理局"),
        ("县发改和科技局", ("ndrc", "sci"), ""),  # 发改 is short for something: what, the name does not say
        ("县经发局", ("ndrc", "miit", "commerce"), "青禾县经济发展局"),
        ("县农林水局", ("agri", "water"), "青禾县农林水利局"),
    ],
)
def test_merged_bureaus_carry_several_functions(
    name: str, functions: tuple[str, ...], full_name: str
) -> None:
    found = meaning(name, COUNTY)
    assert (found.body, found.functions, found.full_name) == (functions[0], functions, full_name)


@pytest.mark.parametrize(
    ("name", "body", "full_name"),
    [
        ("市委办", "party_office", "中共临澜市委办公室"),
        ("市委组织部", "org", "中共临澜市委组织部"),
        ("组织部", "org", "中共临澜市委组织部"),
        ("市委网信办", "cac", "中共临澜市委网络安全和信息化委员会办公室"),
        ("市编办", "staffing", "中共临澜市委机构编制委员会办公室"),
        ("市委编办", "staffing", "中共临澜市委机构编制委员会办公室"),
        ("市委农办", "rural_office", "中共临澜市委农村工作领导小组办公室"),
        ("市委社会工作部", "social_work", "中共临澜市委社会工作部"),
        ("市纪委监委", "discipline", ""),
        ("市直机关工委", "work_committee", "中共临澜市委直属机关工作委员会"),
        ("市委金融办", "finance_local", ""),
    ],
)
def test_bodies_of_the_party(name: str, body: str, full_name: str) -> None:
    found = meaning(name, CITY)
    assert (found.body, found.kind, found.full_name) == (body, "party", full_name)


@pytest.mark.parametrize(
    ("name", "body", "kind", "at", "full_name"),
    [
        ("县税务局", "tax", "vertical", "青禾县", "国家税务总局青禾县税务局"),
        ("国家税务总局青禾县税务局", "tax", "vertical", "青禾县", "国家税务总局青禾县税务局"),
        ("人行青禾支行", "pboc", "vertical", "青禾县", "中国人民银行青禾县支行"),
        ("人民银行青禾县支行", "pboc", "vertical", "青禾县", "中国人民银行青禾县支行"),
        ("县人行", "pboc", "vertical", "青禾县", ""),
        ("人行临澜市分行", "pboc", "vertical", "临澜市", "中国人民银行临澜市分行"),
        ("临澜银保监分局青禾监管组", "nfra", "vertical", "青禾县", ""),
        ("国家金融监督管理总局青禾监管支局", "nfra", "vertical", "青禾县", ""),
        ("临澜金融监管分局", "nfra", "vertical", "临澜市", ""),
        ("县金融监管局", "finance_local", "department", "青禾县", "青禾县地方金融监督管理局"),
        ("市生态环境局青禾分局", "ecology", "vertical", "青禾县", "临澜市生态环境局青禾分局"),
        (
            "临澜市住房公积金管理中心青禾管理部",
            "housing_fund",
            "vertical",
            "青禾县",
            "临澜市住房公积金管理中心青禾管理部",
        ),
        ("国家统计局青禾调查队", "nbs_survey", "vertical", "青禾县", "国家统计局青禾调查队"),
        ("县邮政管理局", "post", "vertical", "青禾县", "青禾县邮政管理局"),
        ("邮政青禾分公司", "post", "enterprise", "青禾县", ""),
        ("移动青禾分公司", "comms", "enterprise", "青禾县", ""),
        ("铁塔公司", "comms", "enterprise", "青禾县", ""),
        ("国网青禾县供电公司", "power", "enterprise", "青禾县", ""),
        ("县供电公司", "power", "enterprise", "青禾县", ""),
        ("农发行青禾县支行", "bank", "enterprise", "青禾县", ""),
        ("济南海关", "customs", "vertical", "济南市", ""),
        ("岚汀海关", "customs", "vertical", "岚汀", ""),
        ("县气象局", "meteo", "vertical", "青禾县", "青禾县气象局"),
        ("县烟草局", "tobacco", "vertical", "青禾县", "青禾县烟草专卖局"),
        ("县消防救援大队", "fire", "vertical", "青禾县", "青禾县消防救援大队"),
        ("青禾公交有限公司", "bus", "enterprise", "青禾县", ""),
        ("县文旅集团", "company", "enterprise", "青禾县", ""),
        ("县总工会", "union", "other", "青禾县", "青禾县总工会"),
        ("团县委", "youth", "other", "青禾县", "共青团青禾县委员会"),
        ("共青团青禾县委员会", "youth", "other", "青禾县", "共青团青禾县委员会"),
        ("县法院", "court", "other", "青禾县", "青禾县人民法院"),
        ("县人武部", "military", "other", "青禾县", "青禾县人民武装部"),
        ("县第二人民医院", "hospital", "other", "青禾县", ""),
        ("青禾职业技术学院", "university", "other", "青禾县", ""),
        ("县融媒体中心", "media", "other", "青禾县", "青禾县融媒体中心"),
        ("县开发区", "dev_zone", "department", "青禾县", ""),
        ("青禾经济技术开发区管委会", "dev_zone", "department", "青禾县", ""),
        ("砚湖风景名胜区管委会", "scenic", "department", "青禾县", ""),
        ("县服务业发展领导小组办公室", "lead_group", "collective", "青禾县", ""),
        ("服务业专班", "task_force", "task_force", "青禾县", ""),
        ("县服务业工作专班", "task_force", "task_force", "青禾县", ""),
    ],
)
def test_branches_companies_and_institutions(
    name: str, body: str, kind: str, at: str, full_name: str
) -> None:
    found = meaning(name, COUNTY)
    assert (found.body, found.kind, place(found), found.full_name) == (body, kind, at, full_name)


@pytest.mark.parametrize(
    ("jurisdiction", "name", "at"),
    [
        (COUNTY, "县财政局", "青禾县"),
        (COUNTY, "市财政局", "临澜市"),
        (COUNTY, "省财政厅", "云岭省"),
        (COUNTY, "青禾县财政局", "青禾县"),
        (COUNTY, "临澜市财政局", "临澜市"),
        (COUNTY, "财政局", "青禾县"),
        (COUNTY, "财政厅", "云岭省"),
        (COUNTY, "财政部", "全国"),
        (COUNTY, "国家统计局", "全国"),
        (COUNTY, "霁原县财政局", "霁原县"),
        (COUNTY_CITY, "市财政局", "蓼阳市"),  # 市 is the county-level city itself
        (COUNTY_CITY, "临澜市财政局", "临澜市"),
        (COUNTY_CITY, "蓼阳财政局", "蓼阳市"),
        (CITY, "市市场监管局", "临澜市"),  # one 市 is the level, the other 市场
        (CITY, "市场监管局", "临澜市"),
        (CITY, "县财政局", ""),  # any county: no place
        (CITY, "霁原县公安局", "霁原县"),
        (DISTRICT, "区财政局", "桂舫区"),
        (DISTRICT, "市财政局", "上海市"),
        (MUNICIPALITY, "市财政局", "上海市"),
        (REGION, "自治区财政厅", "广西壮族自治区"),
        (REGION, "区财政厅", "广西壮族自治区"),
        (PREFECTURE, "州财政局", "红河哈尼族彝族自治州"),
        (PREFECTURE, "红河州财政局", "红河哈尼族彝族自治州"),
        (PREFECTURE, "省财政厅", "云南省"),
        (COUNTY, "原县国土局", "青禾县"),
        (COUNTY, "原青禾县国土局", "青禾县"),
        (COUNTY, "驻县消防救援大队", "青禾县"),
        (COUNTY, "原平市财政局", "原平市"),  # 原 and 本 begin names of places too
        (COUNTY, "本溪市财政局", "本溪市"),
        (TOWN, "镇财政所", "柳溪镇"),
        (COUNTY, "柳溪镇财政所", "青禾县"),  # a town's work is its county's
        (None, "市财政局", ""),
        (None, "济南市财政局", "济南市"),
        (NATION, "发展改革委", "全国"),
    ],
)
def test_the_place_that_a_prefix_means(jurisdiction: Jurisdiction | None, name: str, at: str) -> None:
    assert place(meaning(name, jurisdiction)) == at


@pytest.mark.parametrize(
    ("names", "places"),
    [
        ("省发展改革委、工业和信息化厅、能源局", ["云岭省", "云岭省", "云岭省"]),
        ("省能源局、统计局，县财政局、审计局", ["云岭省", "云岭省", "青禾县", "青禾县"]),
        ("县财政局、市税务局、统计局", ["青禾县", "临澜市", "临澜市"]),
        ("统计局、省能源局", ["青禾县", "云岭省"]),
        ("省能源局、移动青禾分公司、统计局", ["云岭省", "青禾县", "云岭省"]),
        ("国家能源局、县统计局", ["全国", "青禾县"]),
    ],
)
def test_a_prefix_reaches_over_the_names_behind_it(names: str, places: list[str]) -> None:
    resolver = Resolver(COUNTY, RULES)
    found = resolver.resolve(names.replace("，", "、").split("、"))
    assert [place(each) for each in found] == places
    assert [place(each) for each in resolver.resolve(["统计局"])] == ["青禾县"]  # another list


@pytest.mark.parametrize(
    ("jurisdiction", "name", "body", "kind", "at"),
    [
        (CITY, "各县（市、区）人民政府", "gov_county", "collective", "临澜市"),
        (CITY, "相关县〈市、区〉人民政府", "gov_county", "collective", "临澜市"),
        (CITY, "各市、县（区）人民政府", "gov_county", "collective", "临澜市"),
        (PROVINCE, "各市、县（区）人民政府", "gov_city", "collective", "云岭省"),
        (PROVINCE, "各市（州）人民政府", "gov_city", "collective", "云岭省"),
        (REGION, "各设区市人民政府", "gov_city", "collective", "广西壮族自治区"),
        (NATION, "各省、自治区、直辖市人民政府", "gov_province", "collective", "全国"),
        (NATION, "地方各级人民政府", "gov_local", "collective", "全国"),
        (COUNTY, "各镇[街道]", "gov_town", "collective", "青禾县"),
        (COUNTY, "各乡镇（街道）", "gov_town", "collective", "青禾县"),
        (COUNTY, "乡镇人民政府", "gov_town", "collective", "青禾县"),
        (COUNTY, "街道办事处", "gov_town", "collective", "青禾县"),
        (COUNTY, "各村（社区）", "gov_village", "collective", "青禾县"),
        (COUNTY, "县直各有关单位", "departments", "collective", "青禾县"),
        (CITY, "市级有关部门", "departments", "collective", "临澜市"),
        (CITY, "各行业主管部门", "departments", "collective", "临澜市"),
        (CITY, "项目建设单位", "departments", "collective", "临澜市"),
        (CITY, "市服务业发展领导小组有关成员单位", "lead_group", "collective", "临澜市"),
        (CITY, "各园区管委会", "dev_zone", "collective", "临澜市"),
        (CITY, "各高等院校", "university", "collective", "临澜市"),
        (CITY, "有关企业", "company", "collective", "临澜市"),
        (CITY, "各专班", "task_force", "task_force", "临澜市"),
        (CITY, "市政府", "gov_city", "government", "临澜市"),
        (COUNTY_CITY, "市政府", "gov_county", "government", "蓼阳市"),
        (CITY, "霁原区政府", "gov_county", "government", "霁原区"),
        (CITY, "县政府", "gov_county", "collective", "临澜市"),
        (COUNTY, "龙潭镇", "gov_town", "government", "青禾县"),
        (COUNTY, "龙潭镇人民政府", "gov_town", "government", "青禾县"),
        (CITY, "国务院", "state_council", "government", "全国"),
    ],
)
def test_governments_and_collectives(
    jurisdiction: Jurisdiction, name: str, body: str, kind: str, at: str
) -> None:
    found = meaning(name, jurisdiction)
    assert (found.body, found.kind, place(found)) == (body, kind, at)


@pytest.mark.parametrize(
    ("name", "body", "functions", "aliases"),
    [
        ("市工信局〈市国资委〉", "miit", ("miit", "sasac"), ("市国资委",)),
        ("市农业农村局（市乡村振兴局）", "agri", ("agri", "rural_revital"), ("市乡村振兴局",)),
        ("市发改委（综合科）", "ndrc", (), ()),  # a part of it is no second plate
        ("财政部等有关部门", "finance", (), ()),
    ],
)
def test_a_second_plate_stands_in_brackets(
    name: str, body: str, functions: tuple[str, ...], aliases: tuple[str, ...]
) -> None:
    found = meaning(name, CITY)
    assert (found.body, found.functions, found.aliases) == (body, functions, aliases)


@pytest.mark.parametrize(
    "name",
    [
        "市甲局",
        "综合股",
        "张三",
        "国土空间甲局",  # 国土空间 is no place
        "旅行社",
        "青禾财富局",
        "",
        "市",
        "测" * 61 + "市财政局",
    ],
)
def test_what_is_not_in_the_registry_is_left_alone(name: str) -> None:
    found = meaning(name, CITY)
    assert (found.name, found.body, found.kind, found.place, found.full_name) == (name, "", "", None, "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("市发展和改革局", "市发改委", True),
        ("人行临澜分行", "人民银行临澜分行", True),
        ("市委编办", "市编办", True),
        ("市公安局", "市公安局交警支队", False),
        ("市交通运输局", "市公路局", False),
        ("市城管局", "市综合执法局", False),
        ("市政府", "各县人民政府", False),
    ],
)
def test_names_of_one_body_share_a_line(one: str, other: str, same: bool) -> None:
    first, second = Resolver(CITY, RULES).resolve([one, other])
    assert (bool(first.line) and (first.body, first.line) == (second.body, second.line)) is same


def test_blanks_of_the_layout_are_no_part_of_a_name() -> None:
    assert meaning("市 财政\n局", CITY) == meaning("市财政局", CITY)
