"""Targets of what changes and of shares: levels, changes, rates, and parts of a whole."""

from __future__ import annotations

from typing import Any

import pytest

from ..support import Case, as_stated, quantities_of, target

TARGETS: dict[str, Case] = {
    "a share of all": ("80%以上的村建成驿站。", [target(80, "%", ">=", "村", basis="level")]),
    "a share of divisions": ("85%左右乡（镇、街道）创建成示范乡。", [target(85, "%", "~", "乡（镇、街道）")]),
    "divisions counted": ("驿站服务覆盖12个乡（镇、街道）。", [target(12, "个", "=", "乡（镇、街道）")]),
    "a grade that is a bound": ("新建3家二级以上养老机构。", [target(3, "家", "=", "二级以上养老机构")]),
    "in quotation marks": (
        "实现“护理员总数达到90名，驿站达到30座”的目标。",
        [target(90, "名", ">=", "护理员总数"), target(30, "座", ">=", "驿站")],
    ),
    "a share of all of an area": ("全县60%的乡镇实现驿站覆盖。", [target(60, "%", "=", "乡镇")]),
    "a bound on a concentration": (
        "细颗粒物平均浓度不高于34微克/立方米。",
        [target(34, "微克/立方米", "<=", "细颗粒物平均浓度", basis="level")],
    ),
    "one unit for a list": (
        "臭氧和粉尘的浓度分别不高于47和21微克/立方米。",
        [
            target(47, "微克/立方米", "<=", "臭氧和粉尘的浓度"),
            target(21, "微克/立方米", "<=", "臭氧和粉尘的浓度"),
        ],
    ),
    "a burden taken off": (
        "减轻企业负担6亿元。",
        [target(600000000, "元", "=", "减轻企业负担|企业负担", basis="level")],
    ),
    "what a sum comes to": (
        "驿站建设投资完成6亿元以上、同比增长10%。",
        [target(600000000, "元", ">=", "驿站建设投资", basis="level"), target(10, "%", "=", "驿站建设投资")],
    ),
    "what is completed": ("完成投资6亿元。", [target(600000000, "元", "=", "投资", basis="increment")]),
    "how far something reaches": ("驿站500米覆盖率达到90%。", [target(90, "%", ">=", "驿站500米覆盖率")]),
    "a change and its level": (
        "细颗粒物平均浓度下降3%，降至36微克/立方米左右。",
        [target(3, "%", "=", "细颗粒物平均浓度"), target(36, "微克/立方米", "~", "细颗粒物平均浓度")],
    ),
    "how a sum is reckoned": (
        "服务业增加值年均增长8%，超过90亿元（按不变价计算）。",
        [target(8, "%", "=", "服务业增加值"), target(9000000000, "元", ">", "服务业增加值")],
    ),
    "a density": ("路网密度达到每平方公里8公里。", [target(8, "公里", ">=", "路网密度")]),
    "what is measured by a distance": ("每百公里油耗率下降4%。", [target(4, "%", "=", "每百公里油耗率")]),
    "two nouns compared one by one": (
        "东河、西河断面流量分别比2020年提高6%、9%。",
        [target(6, "%", "=", "东河、西河断面流量"), target(9, "%", "=", "东河、西河断面流量")],
    ),
    "the change again behind each place": (
        "客运量比2020年增长7%，东片增长5%、西片增长8%。",
        [target(7, "%", "=", "客运量"), target(5, "%", "=", "东片"), target(8, "%", "=", "西片")],
    ),
    "the year behind what it is compared with": (
        "与2021年相比，2024年在营锅炉平均热效率提高4个百分点。",
        [target(4, "百分点", "=", "在营锅炉平均热效率")],
    ),
    "a level for a later time": (
        "到2023年，渠系渗漏率控制在14%以内；到2025年，控制在11%以内。",
        [target(14, "%", "<=", "渠系渗漏率"), target(11, "%", "<=", "渠系渗漏率")],
    ),
    "what is added in several kinds": (
        "“青苗”“壮苗”企业分别新增30家、6家。",
        [target(30, "家", "=", "“青苗”“壮苗”企业"), target(6, "家", "=", "“青苗”“壮苗”企业")],
    ),
    "a time between the ends of a change": (
        "将小微企业采购份额由20%以上今年阶段性提高到30%以上。",
        [target(30, "%", ">=", "小微企业采购份额", baseline=20)],
    ),
    "a share of a base": ("研究投入达到营业总收入的2.6%。", [target(2.6, "%", ">=", "研究投入")]),
    "a count without a unit": ("标识注册总量超20亿。", [target(2000000000, "", ">", "标识注册总量")]),
    "a rate of what is new": (
        "新建厂房屋顶光伏覆盖率达到45%。",
        [target(45, "%", ">=", "新建厂房屋顶光伏覆盖率")],
    ),
    "how many times": ("废旧家电回收量较2023年增加约一倍。", [target(1, "倍", "~", "废旧家电回收量")]),
    "a place that says which ones": (
        "重点流域断面达标率达到92%，重点打造河段6处。",
        [target(92, "%", ">=", "重点流域断面达标率"), target(6, "处", "=", "河段")],
    ),
    "a standard that is reached": (
        "学员达到《云溪测定标准》合格以上的人数比例达到88%。",
        [target(88, "%", ">=", "学员达到《云溪测定标准》合格以上的人数比例")],
    ),
    "years within a noun": ("总体病患5年生存率不低于41%。", [target(41, "%", ">=", "总体病患5年生存率")]),
    "what a distance reaches": (
        "社区10分钟居家助餐服务圈覆盖率达到90%。",
        [target(90, "%", ">=", "社区10分钟居家助餐服务圈覆盖率")],
    ),
    "a level and its share of all": (
        "竹材产能达到15万吨/年、占全市的20%以上。",
        [target(150000, "吨/年", ">=", "竹材产能")],
    ),
    "a change of a rate and the rate": (
        "河段达标率较2020年提高8个百分点，达到86%。",
        [target(8, "百分点", "=", "河段达标率"), target(86, "%", ">=", "河段达标率")],
    ),
    "what is made less": ("每年减少证明事项50项以上。", [target(50, "项", ">=", "证明事项")]),
    "a second measure behind a stroke": (
        "新增储能30万千瓦/60万千瓦时。",
        [target(300000, "千瓦", "=", "储能")],
    ),
    "how far something covers": ("活动覆盖面不低于90%。", [target(90, "%", ">=", "活动覆盖面")]),
    "a share of the nouns before": (
        "食堂屋顶光伏比例不低于45%，学校、书屋等公共建筑不低于35%，厂房不低于25%。",
        [
            target(45, "%", ">=", "食堂屋顶光伏比例"),
            target(35, "%", ">=", "公共建筑"),
            target(25, "%", ">=", "厂房"),
        ],
    ),
    "a share of a base that begins with a verb": (
        "食堂餐位占比达到编制餐位的4%—6%。",
        [target(4, "%", "range", "食堂餐位占比", value_max=6)],
    ),
    "a share of those before": (
        "90%的驿站和书屋达到基本标准，其中20%以上达到优秀标准。",
        [target(90, "%", "=", "驿站和书屋"), target(20, "%", ">=", "驿站和书屋")],
    ),
    "rates of two units": (
        "甲率、乙率分别控制在9/10万和4‰以下。",
        [target(9, "/10万", "<=", "甲率"), target(4, "‰", "<=", "乙率")],
    ),
    "a level behind a yearly change": (
        "签约覆盖率每年提高2个百分点，到2025年达到76%以上。",
        [target(2, "百分点", "=", "签约覆盖率"), target(76, "%", ">=", "签约覆盖率")],
    ),
    "coal that a kilowatt hour takes": (
        "平均供电煤耗降至290克标准煤/千瓦时以下。",
        [target(290, "克标准煤/千瓦时", "<=", "平均供电煤耗")],
    ),
    "a change told by 为": (
        "注销公示时间由40天压减为15天，材料由9份精简为4份。",
        [target(15, "天", "=", "注销公示时间", baseline=40), target(4, "份", "=", "材料", baseline=9)],
    ),
    "what a noun is brought to do": (
        "推动300家企业运用新技术改造，办好40项高频事项全程网办。",
        [target(300, "家", "=", "企业"), target(40, "项", "=", "高频事项")],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), TARGETS.values(), ids=TARGETS.keys())
def test_targets(sentence: str, expected: list[dict[str, Any]]) -> None:
    assert as_stated(quantities_of(sentence), expected) == expected
