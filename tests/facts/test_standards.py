"""Standards: amounts, rates and bounds that are applied case by case, and money set aside."""

from __future__ import annotations

from typing import Any

import pytest

from planparse import extract

from ..support import Case, as_stated, measure, notice, quantities_of, standard, target

STANDARDS: dict[str, Case] = {
    "per person": ("按每人1500元标准给予培训补贴。", [standard(1500, "元", "=", "payment", per="人")]),
    "per person, verb between": (
        "对参训人员每人补贴1500元。",
        [standard(1500, "元", "=", "payment", per="人")],
    ),
    "a share of something else that a case must meet": (
        "外资占注册资本25%以上的商户给予奖励5万元。",
        [
            standard(25, "%", ">=", indicator="外资占注册资本"),
            standard(50000, "元", "=", "payment", indicator="奖励"),
        ],
    ),
    "what is set anew": (
        "将餐费补助标准调整至12元，最低供餐份数调至80份。",
        [
            standard(12, "元", "=", "payment", indicator="餐费补助标准"),
            target(80, "份", "=", "最低供餐份数", basis="level"),
        ],
    ),
    "who is paid": (
        "对新认定企业一次性奖励50万元。",
        [standard(500000, "元", "=", "payment", indicator="一次性奖励")],
    ),
    "who is paid, by a bound": (
        "对吸纳5名以上毕业生的企业给予2万元补助。",
        [
            standard(5, "名", ">=", "threshold"),
            standard(20000, "元", "=", "payment", indicator="补助"),
        ],
    ),
    "behind the case that is counted": (
        "每新建1座驿站补助20万元，每新增1家企业奖励5万元。",
        [
            standard(200000, "元", "=", "payment", indicator="补助"),
            standard(50000, "元", "=", "payment", indicator="奖励"),
        ],
    ),
    "a bracket of its own before the case": (
        "【运营奖励】对入住率达到80%以上的驿站，给予最高100万元奖励。",
        [
            standard(80, "%", ">=", "threshold", indicator="入住率"),
            standard(1000000, "元", "<=", "payment", indicator="奖励"),
        ],
    ),
    "what is given behind the case": (
        "对租用厂房的企业，按每平方米每月15元给予补贴。",
        [standard(15, "元", "=", "payment", indicator="补贴")],
    ),
    "the fund behind its sum": (
        "县财政每年安排2000万元专项资金。",
        [standard(20000000, "元", "=", "budget", indicator="专项资金")],
    ),
    "a cap on what is paid": (
        "给予每年最高20万元的贷款贴息。",
        [standard(200000, "元", "<=", "payment", indicator="贷款贴息")],
    ),
    "from one amount to another": (
        "将城市低保标准由每人每月620元提高到680元。",
        [standard(680, "元", "=", "payment", baseline=620)],
    ),
    "what is given before its cap": (
        "重点项目按固定资产投资额5%给予补助、最高不超过1亿元。",
        [
            standard(5, "%", "=", "rate", indicator="补助"),
            standard(100000000, "元", "<=", "payment", indicator="补助"),
        ],
    ),
    "per area": ("对托管农田每亩补助200元。", [standard(200, "元", "=", "payment", per="亩")]),
    "per square metre": ("按每平方米30元收取管理费。", [standard(30, "元", "=", "payment", per="平方米")]),
    "per month": ("对护理员每人每月发放津贴300元。", [standard(300, "元", "=", "payment")]),
    "one-off reward": ("对新认定的示范站给予10万元一次性奖励。", [standard(100_000, "元", "=", "payment")]),
    "reward after its verb": ("对新认定的示范站一次性奖励5万元。", [standard(50_000, "元", "=", "payment")]),
    "cap": ("对新建驿站给予补助，最高50万元。", [standard(500_000, "元", "<=", "payment")]),
    "cap of each": ("单个项目补助不超过20万元。", [standard(200_000, "元", "<=", "payment")]),
    "pairs in order": (
        "对省级、市级示范站分别奖励5万元和3万元。",
        [standard(50_000, "元", "=", "payment"), standard(30_000, "元", "=", "payment")],
    ),
    "grades in a list": (
        "对省级示范站奖励5万元、市级示范站奖励3万元。",
        [
            standard(50_000, "元", "=", "payment"),
            standard(30_000, "元", "=", "payment"),
        ],
    ),
    "money set aside": (
        "统筹安排财政资金3600万元用于驿站建设。",
        [standard(36_000_000, "元", "=", "budget")],
    ),
    "fund": ("设立总规模5000万元的养老服务专项资金。", [standard(50_000_000, "元", "=", "budget")]),
    "subsidy in percent": ("按设备投资额的20%给予补助。", [standard(20, "%", "=", "rate")]),
    "fee rate": ("担保费率不高于1%。", [standard(1, "%", "<=", "rate", indicator="担保费率")]),
    "interest rate": ("贷款利率不超过4.35%。", [standard(4.35, "%", "<=", "rate", indicator="贷款利率")]),
    "rent cut": ("对承租国有房屋的商户减免租金50%。", [standard(50, "%", "=", "rate")]),
    "percentage and cap": (
        "按设备投资额的20%给予补助，单个项目最高不超过150万元。",
        [standard(20, "%", "=", "rate"), standard(1_500_000, "元", "<=", "payment")],
    ),
    "split": (
        "所需资金由省、市、县三级财政按5：2：3的比例负担。",
        [standard((5, 2, 3), None, "ratio", "split")],
    ),
    "threshold and reward": (
        "对年营业收入1000万元以上的企业，一次性奖励10万元。",
        [standard(10_000_000, "元", ">=", "threshold"), standard(100_000, "元", "=", "payment")],
    ),
    "threshold of size": (
        "对床位数达到50张的养老机构，给予5万元奖励。",
        [standard(50, "张", ">=", "threshold"), standard(50_000, "元", "=", "payment")],
    ),
    "threshold above": (
        "对年营业收入超过2亿元的企业，一次性奖励20万元。",
        [standard(200_000_000, "元", ">", "threshold"), standard(200_000, "元", "=", "payment")],
    ),
    "threshold below": (
        "对床位不足20张的养老机构，给予2万元改造补助。",
        [standard(20, "张", "<", "threshold"), standard(20_000, "元", "=", "payment")],
    ),
    "longest": ("对承租国有房屋的商户免收租金，最长6个月。", [standard(6, "个月", "<=")]),
    "price of a meal": ("老年助餐每餐收费不超过12元。", [standard(12, "元", "<=", "payment", per="餐")]),
    "several payments of one kind": (
        "对首次认定、重新认定的企业，分别奖励10万元、5万元。",
        [standard(100_000, "元", "=", "payment"), standard(50_000, "元", "=", "payment")],
    ),
    "range of payments": (
        "按层次给予10万—30万元安家补贴。",
        [standard(100_000, "元", "range", "payment", value_max=300_000)],
    ),
    "months of rent": ("对承租国有房屋的商户免收3个月租金。", [standard(3, "个月", "=")]),
    "professional norm": ("供餐单位每样食品留样不少于125克。", [standard(125, "克", ">=", "norm")]),
    "norm of a size": ("巷道路面宽度不小于4米。", [standard(4, "米", ">=", "norm")]),
    "norm by the hundred": ("按每百户不少于30平方米配建社区用房。", [standard(30, "平方米", ">=", "norm")]),
    "staff of each": ("每个村至少配备1名网格员。", [standard(1, "名", ">=", "norm", indicator="网格员")]),
    "share of a cost": (
        "居民出资比例不低于改造成本的10%。",
        [standard(10, "%", ">=", indicator="居民出资比例")],
    ),
    "share put to a use": ("专项资金的60%以上用于助餐服务。", [standard(60, "%", ">=", "budget")]),
    "condition in percent": (
        "对年度研发费用达到营业收入5%以上的，奖励10万元。",
        [standard(5, "%", ">=", "threshold"), standard(100_000, "元", "=", "payment")],
    ),
    "list of thresholds": (
        "对年营业收入突破1亿元、5亿元的企业，分别奖励10万元、50万元。",
        [
            standard(100_000_000, "元", ">", "threshold"),
            standard(500_000_000, "元", ">", "threshold"),
            standard(100_000, "元", "=", "payment"),
            standard(500_000, "元", "=", "payment"),
        ],
    ),
    "threshold of what is counted": (
        "培育年产值超5亿元企业3家。",
        [standard(500_000_000, "元", ">", "threshold"), target(3, "家", "=", "企业|年产值超5亿元企业")],
    ),
    "payment of its own sentence": (
        "按1：1比例落实配套。每亩补贴180元。",
        [
            standard((1, 1), None, "ratio", "split"),
            standard(180, "元", "=", indicator="补贴", per="亩"),
        ],
    ),
    "each kilometre of several kinds": (
        "农道养护费每年每公里各不低于12000元、6000元、4000元。",
        [
            standard(12000, "元", ">=", "payment", indicator="农道养护费", per="公里"),
            standard(6000, "元", ">=", "payment", indicator="农道养护费"),
            standard(4000, "元", ">=", "payment", indicator="农道养护费"),
        ],
    ),
    "each village, each year": (
        "村级运转经费每村每年不低于8万元。",
        [standard(80000, "元", ">=", "payment", indicator="村级运转经费", per="村")],
    ),
    "a floor of what is given": (
        "对每个试点村给予不低于30万元的补助。",
        [standard(300000, "元", ">=", "payment", indicator="补助", per="试点村")],
    ),
    "parts of a fund": (
        "安排资金500万元，其中奖补资金200万元、宣传资金100万元。",
        [
            standard(5000000, "元", "=", "budget"),
            standard(2000000, "元", "=", "budget", indicator="奖补资金"),
            standard(1000000, "元", "=", "budget", indicator="宣传资金"),
        ],
    ),
    "bounds side by side": (
        "打造年客流量超百万人的甲级景区、超五十万人的乙级景区。",
        [
            standard(1000000, "人", ">", "threshold", indicator="年客流量"),
            standard(500000, "人", ">", "threshold", indicator="年客流量"),
        ],
    ),
    "what is given behind its share": (
        "乡财政再给予50%的贴息扶持，贴息期限不超过1年。",
        [
            standard(50, "%", "=", "rate", indicator="贴息扶持|贴息"),
            standard(1, "年", "<=", "payment", indicator="贴息期限"),
        ],
    ),
    "a cap that the verb carries": (
        "贷款贴息率最高为2个百分点。",
        [standard(2, "百分点", "<=", "rate", indicator="贷款贴息率")],
    ),
    "standards raised": (
        "将低保标准分别提高到每人每月750元、600元。",
        [
            standard(750, "元", "=", "payment", indicator="低保标准", per="人"),
            standard(600, "元", "=", "payment", indicator="低保标准"),
        ],
    ),
    "support that is given": (
        "对新设网点给予最高30万元支持。",
        [standard(300_000, "元", "<=", "payment", indicator="支持")],
    ),
    "what a share is paid as": (
        "给予设备价款的5%一次性补助，最高不超过20万元。",
        [
            standard(5, "%", "=", "rate", indicator="一次性补助"),
            standard(200_000, "元", "<=", "payment", indicator="一次性补助"),
        ],
    ),
    "what is given for each amount": (
        "贷款每增加1亿元给予网点10万元奖励。",
        [standard(100_000_000, "元"), standard(100_000, "元", "=", "payment", indicator="奖励")],
    ),
    "conditions over several clauses": (
        "当年新增托管面积50亩以上，期限3年以上，且种植水稻的，每亩一次性补助100元。",
        [
            standard(50, "亩", ">=", "threshold", indicator="新增托管面积"),
            standard(100, "元", "=", "payment", per="亩"),
        ],
    ),
    "bounds in a list": (
        "对纳税额首次达到50万元、100万元以上的企业，给予奖励。",
        [
            standard(500_000, "元", ">=", "threshold", indicator="纳税额"),
            standard(1_000_000, "元", ">=", "threshold", indicator="纳税额"),
        ],
    ),
    "shares that say who is paid": (
        "销售额增速高于10%、15%的企业，分别给予1万元、2万元奖励。",
        [
            standard(10, "%", ">", "threshold", indicator="销售额增速"),
            standard(15, "%", ">", "threshold", indicator="销售额增速"),
            standard(10_000, "元", "=", "payment", indicator="奖励"),
            standard(20_000, "元", "=", "payment", indicator="奖励"),
        ],
    ),
    "the rate of other cases": (
        "担保费率不得超过1%，500万元以上的不得超过1.5%。",
        [
            standard(1, "%", "<=", "rate", indicator="担保费率"),
            standard(5_000_000, "元", ">=", "threshold"),
            standard(1.5, "%", "<=", "rate", indicator="担保费率"),
        ],
    ),
    "bases without a noun of their own": (
        "补助不超过设备投资的20%，且不超过项目总投资的10%。",
        [
            standard(20, "%", "<=", "rate"),
            standard(10, "%", "<=", "rate", indicator="项目总投资"),
        ],
    ),
    "more for some cases": (
        "每亩补助1万元，连片种植的每亩再增加2000元。",
        [standard(10_000, "元", "=", "payment", per="亩"), standard(2000, "元", "=", "payment", per="亩")],
    ),
    "taken off a fee": ("公路通行费优惠15%。", [standard(15, "%", "=", "rate")]),
    "a rate that is applied": (
        "签约服务费按每人每年60元执行。",
        [standard(60, "元", "=", "payment", indicator="签约服务费", per="人")],
    ),
    "in so many words": (
        "对新认定企业给予5万元人民币奖励。",
        [standard(50_000, "元", "=", "payment", indicator="奖励")],
    ),
    "the size of a fund": (
        "设立首期规模2亿元的产业基金。",
        [standard(200_000_000, "元", "=", "budget", indicator="产业基金")],
    ),
    "who is paid, in order": (
        "对新认定的甲类企业、乙类企业分别奖励10万元、2万元。",
        [
            standard(100_000, "元", "=", "payment", indicator="奖励"),
            standard(20_000, "元", "=", "payment", indicator="奖励"),
        ],
    ),
    "a norm whose bound stands behind its noun": (
        "每个社区配备社会工作者不少于1人。",
        [standard(1, "人", ">=", "norm", indicator="社会工作者")],
    ),
    "conditions in a bracket": (
        "专列每列次（乘坐人数须在600人以上）奖励3万元。",
        [
            standard(600, "人", ">=", "threshold", indicator="乘坐人数"),
            standard(30_000, "元", "=", "payment"),
        ],
    ),
    "what a case must bring": (
        "引来5趟以上旅游专列的，另外奖励3万元。",
        [
            standard(5, "趟", ">=", "threshold", indicator="旅游专列"),
            standard(30_000, "元", "=", "payment", indicator="奖励"),
        ],
    ),
    "whom the verb pays": (
        "新认定绿色工厂的，一次性奖励企业50万元。",
        [standard(500_000, "元", "=", "payment", indicator="奖励")],
    ),
    "conditions whose noun stands between": (
        "一次人数达到300人以上，游览5个以上景区，并住宿的，一次性奖励150元/人。",
        [
            standard(300, "人", ">=", "threshold", indicator="一次人数"),
            standard(5, "个", ">=", "threshold", indicator="景区"),
            standard(150, "元/人", "=", "payment", indicator="奖励"),
        ],
    ),
    "a share that a verb pays": (
        "按企业所得税留存部分的50%补助给企业。",
        [standard(50, "%", "=", "rate", indicator="企业所得税留存部分")],
    ),
    "a share laid aside": (
        "县财政按不低于上年度土地出让收入的10%计提农业投入。",
        [standard(10, "%", ">=", "rate")],
    ),
    "part of what is handed out": (
        "发放消费券500万元，其中餐饮券100万元。",
        [
            standard(5_000_000, "元", "=", indicator="消费券"),
            standard(1_000_000, "元", "=", indicator="餐饮券"),
        ],
    ),
    "down payment": ("执行最低首付款比例20%的规定。", [standard(20, "%", "")]),
}


@pytest.mark.parametrize("bound", ["超", "最高", "不低于"])
def test_a_bound_may_be_the_last_of_a_text(bound: str) -> None:
    text = notice(f"一、主要任务\n1.办好服务。打造年客流{bound}500万人的甲级景区").rstrip()
    assert extract(text).to_dict()["plan"]["sections"][0]["measures"][0]["number"] == 1


@pytest.mark.parametrize("end", ["", "，", "，产值", "，产值较高的", "，产值较高的，", "，给予"])
def test_a_condition_may_be_the_last_of_a_text(end: str) -> None:
    text = notice(f"一、主要任务\n1.办好服务。对投资500万元以上{end}").rstrip()
    assert extract(text).to_dict()["plan"]["sections"][0]["measures"][0]["number"] == 1


@pytest.mark.parametrize(("sentence", "expected"), STANDARDS.values(), ids=STANDARDS.keys())
def test_standards(sentence: str, expected: list[dict[str, Any]]) -> None:
    assert as_stated(quantities_of(sentence), expected) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "企业营收达到300万元且增速达到20%的，给予1万元奖励。",
        "对投资300万元或纳税20万元以上的项目，经认定，给予1万元奖励。",
        "营收达到300万元以上、增速超过20%的企业，按规定给予1万元奖励。",
    ],
)
def test_who_is_paid_is_no_promise(sentence: str) -> None:
    found = measure(f"{sentence}（县财政局负责）")
    assert not found.get("targets")
    assert [entry["kind"] for entry in found["standards"]] == ["threshold", "threshold", "payment"]


@pytest.mark.parametrize(
    "sentence",
    [
        "新建驿站3座，对达到标准的，给予奖励。",
        "新建驿站3座，成绩突出的村，给予奖励。",
        "新建驿站3座，完善考核，给予奖励。",
    ],
)
def test_a_promise_before_a_payment_stays_one(sentence: str) -> None:
    found = measure(f"{sentence}（县财政局负责）")
    assert [entry["value"] for entry in found["targets"]] == [3]
