"""What a number counts: lists of nouns, shares of something else, sums that nobody is paid."""

from __future__ import annotations

from typing import Any

import pytest

from ..support import Case, as_stated, quantities_of, standard, target

COUNTED: dict[str, Case] = {
    "a list of nouns": (
        "新建4个采摘、烘焙、品鉴体验点。",
        [target(4, "个", indicator="采摘、烘焙、品鉴体验点")],
    ),
    "a list closed by a link": (
        "培训60名护士、药剂师和保育骨干。",
        [target(60, "名", indicator="护士、药剂师和保育骨干")],
    ),
    "a list that goes on with a number": (
        "新建4个书屋、2个驿站。",
        [target(4, "个", indicator="书屋"), target(2, "个", indicator="驿站")],
    ),
    "a list that goes on with a verb": (
        "新建4个书屋、完善借阅制度。",
        [target(4, "个", indicator="书屋")],
    ),
    "a noun that its verb is part of": (
        "实施预防性养护工程30公里。",
        [target(30, "公里", indicator="预防性养护工程")],
    ),
    "what is left over": (
        "除完成林下补种40亩外，再封育60亩。",
        [target(40, "亩", indicator="林下补种"), target(60, "亩")],
    ),
    "for all of a county": (
        "为全县2万名老人提供体检。",
        [target(20000, "名", indicator="老人")],
    ),
    "part of a task": ("完成年度任务的60%以上。", [target(60, "%", ">=", indicator="年度任务")]),
    "share that something comes to": (
        "电动公交销售量达到公交销售总量的30%左右。",
        [target(30, "%", "~", indicator="电动公交销售量", basis="level")],
    ),
    "two levels in order, about": (
        "到2024年、2026年，入园率分别达到80%、90%左右。",
        [target(80, "%", "~", due="2024-12-31"), target(90, "%", "~", due="2026-12-31")],
    ),
    "ratio held": ("师生比不低于1:15。", [target((1, 15), None, "ratio", indicator="师生比")]),
    "ratio that is paid": ("按不低于1:2的比例分担费用。", [standard((1, 2), None, "ratio", "split")]),
    "the service reaches": (
        "公交服务半径小于2公里。",
        [target(2, "公里", "<", indicator="公交服务半径")],
    ),
    "sum that nobody is paid": (
        "组织企业参展，力争现场成交3亿元。",
        [target(300_000_000, "元", indicator="现场成交", strength="aspirational")],
    ),
    "sum of a part": (
        "实现进出口总值9亿元，其中出口6亿元。",
        [
            target(900_000_000, "元", indicator="进出口总值"),
            target(600_000_000, "元", indicator="出口"),
        ],
    ),
    "prices": ("门票价格为30元。", [standard(30, "元", "=")]),
    "a cap is no promise": (
        "创业青年可申请最高20万元创业贷款。",
        [standard(200_000, "元", "<=", indicator="创业贷款")],
    ),
    "the case is no count": (
        "按照每200户配备1名网格员的标准配齐人员。",
        [standard(1, "名", "=", "norm", indicator="网格员")],
    ),
    "a norm and what is built by it": (
        "按每百户不少于20平方米的标准配建养老用房。",
        [standard(20, "平方米", ">=", "norm", indicator="养老用房")],
    ),
    "two times, two levels": (
        "到2024年和2026年，入园率达到80%及以上和90%及以上。",
        [target(80, "%", ">=", due="2024-12-31"), target(90, "%", ">=", due="2026-12-31")],
    ),
    "shares of two kinds": (
        "30%以上的村达到甲级标准、50%以上的镇达到乙级标准。",
        [target(30, "%", ">=", indicator="村"), target(50, "%", ">=", indicator="镇")],
    ),
    "standardised is no standard": (
        "企业标准化达标率100%。",
        [target(100, "%", indicator="企业标准化达标率")],
    ),
    "each is to have one": (
        "每个街道至少建有1处养老驿站。",
        [target(1, "处", ">=", indicator="养老驿站")],
    ),
    "change before its noun": (
        "压减一般性支出10%以上，提高单产5%。",
        [target(10, "%", ">=", indicator="一般性支出"), target(5, "%", indicator="单产")],
    ),
    "change of a length of time": (
        "缩短审批时间5个工作日。",
        [target(5, "个工作日", indicator="审批时间")],
    ),
    "growth that is part of a noun": (
        "提升率达到5%。",
        [target(5, "%", ">=", indicator="提升率")],
    ),
    "a noun that goes on to the next number": (
        "组织60名专家下乡指导900次。",
        [target(60, "名", indicator="专家下乡指导"), target(900, "次")],
    ),
    "growth in a noun before 的": (
        "服务业增加值占全县增加值的比重超过40%。",
        [target(40, "%", ">", indicator="服务业增加值占全县增加值的比重")],
    ),
    "levels with a time each": (
        "开工率6月底达到90%、支出率11月底达到80%。",
        [
            target(90, "%", ">=", indicator="开工率", due="2023-06-30"),
            target(80, "%", ">=", indicator="支出率", due="2023-11-30"),
        ],
    ),
    "for so many": ("检验量达到每年4批次/千人。", [target(4, "批次", ">=", indicator="检验量")]),
    "verbs of two parts": (
        "新建成公办幼儿园3所，优化调整公交线路8条，召开推进会2次。",
        [
            target(3, "所", indicator="公办幼儿园"),
            target(8, "条", indicator="公交线路"),
            target(2, "次", indicator="推进会"),
        ],
    ),
    "a verb that is what is done, and one that is no noun": (
        "每周开展巡查不少于3次，年均净增200户，6月底前新建成2家。",
        [
            target(3, "次", ">=", indicator="巡查"),
            target(200, "户", indicator=None),
            target(2, "家", indicator=None),
        ],
    ),
    "a sum that a verb alone names": (
        "展会意向签约5亿元，成交2亿元。",
        [target(500_000_000, "元", indicator="展会意向签约"), target(200_000_000, "元", indicator="成交")],
    ),
    "what is covered before a rate": (
        "村级站点实现网络全覆盖、乡镇通达率100%。",
        [target(100, "%", indicator="乡镇通达率")],
    ),
    "who earns more": ("带动2000户以上农户增收。", [target(2000, "户", ">=", indicator="农户")]),
    "by each 10000 yuan": (
        "单位产值能耗降至0.4吨标准煤/万元以下。",
        [target(0.4, "吨标准煤/万元", "<=", indicator="单位产值能耗")],
    ),
    "a measure of what was counted": (
        "改造小区50个，约60万平方米，涉及居民6万户。",
        [
            target(50, "个", indicator="小区"),
            target(600_000, "平方米", "~", indicator="小区"),
            target(60_000, "户"),
        ],
    ),
    "ten thousands without a measure word": (
        "培训5万新型学徒，围绕3万亩果园开展服务。",
        [{"what": "target", "value": 50_000, "indicator": "新型学徒"}],
    ),
    "credit for many": (
        "为小微企业授信100亿元以上。",
        [target(10_000_000_000, "元", ">=", indicator="小微企业授信")],
    ),
    "what all of it does": (
        "2024年底前青禾360万千瓦储能电站全部投产，供应链平台达到3个。",
        [target(3_600_000, "千瓦", indicator="储能电站"), target(3, "个", ">=", indicator="供应链平台")],
    ),
    "boiler sizes": ("淘汰每小时10蒸吨以下锅炉。", []),
    "a list in figures that is cited": ("压缩工程建设项目、用地预审等2类事项的审批时间。", []),
}


@pytest.mark.parametrize(("sentence", "expected"), COUNTED.values(), ids=COUNTED.keys())
def test_what_is_counted(sentence: str, expected: list[dict[str, Any]]) -> None:
    assert as_stated(quantities_of(sentence), expected) == expected
