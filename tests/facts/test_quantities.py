"""Targets and standards: which numbers are promised, which are prices, and which are neither."""

from __future__ import annotations

from typing import Any

import pytest

from ..support import Case, as_stated, quantities_of, target

NOT_RECORDED = {
    "a year": "2023年继续推进驿站建设。",
    "a date": "3月15日召开推进会。",
    "years of a period": "2021—2025年持续推进驿站建设。",
    "network generation": "推进5G网络建设和5G应用。",
    "quoted formula": "围绕“8+6”产业布局推进驿站建设。",
    "quoted formula with a letter": "完善“1+3+N”服务体系。",
    "named works": "深入实施“431工程”。",
    "road number": "整治国道336线沿线环境。",
    "road code": "整治G208沿线环境。",
    "grade of a sight": "提升5A级旅游景区服务水平。",
    "measures cited": "落实好33条惠企措施。",
    "measures of a package": "兑现稳住经济大盘等22项政策措施。",
    "age limit": "关爱3岁以下婴幼儿。",
    "age of the old": "为65岁以上老年人提供便利。",
    "size class of firms": "走访规模以上企业。",
    "party congress": "落实县第十二次党代会部署。",
    "meeting number": "落实县政府第41次常务会议要求。",
    "telephone": "畅通举报电话0355-7654321。",
    "hotline": "用好12345热线。",
    "version": "推广服务平台V2.0版本。",
    "number with No.": "打造青禾创客空间No.9。",
    "ministries": "执行14部委联合部署。",
    "industries listed": "聚焦餐饮、住宿、零售等3个行业开展帮扶。",
    "clusters": "做强五大产业集群。",
    "special actions": "组织开展十大专项行动。",
    "townships of the county": "面向全县13个乡镇开展宣传。",
    "aspects and tasks counted": "部署4个方面18项重点任务。",
    "what a list names": "抓好选址、建设、运营3个环节。",
    "days of a week": "窗口单位实行7×24小时服务。",
    "identity numbers": "启用统一编号A-2023-015。",
    "levels of a network": "健全县、乡、村三级服务网络。",
    "one batch": "打造一批示范驿站。",
    "first time": "第一时间回应群众诉求。",
    "one-stop": "推行一站式服务和一网通办。",
    "hundred days": "组织百日攻坚行动。",
    "thousands of firms": "开展“千企万户”走访活动。",
    "fifteen minute circle": "完善“15分钟”便民生活圈。",
    "quarter of an hour": "打造一刻钟便民生活圈。",
    "five-year plan": "对接“十四五”规划。",
    "plan of years past": "总结“十三五”期间经验。",
    "page number of an export": "完善服务体系，\n- 20 -\n提高服务水平。",
    "articles cited": "执行条例第12条规定。",
    "document number": "落实《云岭省驿站管理规定》（云政办发〔2022〕6号）。",
    "number in a title": "落实《云岭省稳增长40条措施》。",
    "two aspects": "从两个方面加强管理。",
    "one hand": "一方面加强培训，另一方面加强督查。",
    "item numbers": "对照附件3逐项落实。",
    "steps enumerated": "一是加强培训；二是加强督查。",
    "done already": "目前已建成驿站12座。",
    "done up to a day": "截至2022年底，全县建成驿站12座。",
    "told of a year before the plan": "2021年，全县驿站覆盖率达到62%，服务老人3万人次。",
    "told of its end": "2022年末，全县驿站覆盖率提高到62%，投诉率和退费率分别为3‰和5‰。",
    "told of the years up to it": "“十三五”期间，新建驿站12座，改造驿站5座。",
    "the name of a ranking": "引进世界500强企业。",
    "groups of an office": "县养老办下设培训护理员、改造设施等2个工作组。",
    "a sport": "发展冬季两项、速度滑冰等运动。",
    "sports at the end of a list": "发展马术、现代五项等运动。",
}


@pytest.mark.parametrize("sentence", NOT_RECORDED.values(), ids=NOT_RECORDED.keys())
def test_what_is_not_recorded(sentence: str) -> None:
    assert as_stated(quantities_of(sentence), []) == []


TARGETS: dict[str, Case] = {
    "noun before the number": ("新建驿站20座。", [target(20, "座", "=", "驿站", action="新建")]),
    "two levels of one verb": (
        "粮食播种面积稳定在80万亩以上、产量30万吨以上。",
        [
            target(800000, "亩", ">=", "粮食播种面积", basis="level"),
            target(300000, "吨", ">=", "产量", basis="level"),
        ],
    ),
    "a verb inside a noun": (
        "规模以上工业增加值增速达到7%。",
        [target(7, "%", ">=", "规模以上工业增加值增速", basis="level")],
    ),
    "a change of the target before it": (
        "自来水普及率达到92%，较上年提高2个百分点。",
        [
            target(92, "%", ">=", "自来水普及率", basis="level"),
            target(2, "百分点", "=", "自来水普及率"),
        ],
    ),
    "a level of the target before it": (
        "社会消费品零售总额年均增长8%左右，突破500亿元。",
        [
            target(8, "%", "~", "社会消费品零售总额", basis="level"),
            target(50000000000, "元", ">", "社会消费品零售总额", basis="level"),
        ],
    ),
    "a unit with another in brackets": (
        "举办文化活动100场（次）以上。",
        [target(100, "场(次)", ">=", "文化活动", action="举办")],
    ),
    "days counted": ("重污染天数控制在5天以内。", [target(5, "天", "<=", "重污染天数", basis="level")]),
    "a share": ("普惠托位占60%。", [target(60, "%", "=", "普惠托位", basis="level")]),
    "a unit by another": (
        "细颗粒物平均浓度控制在35微克/立方米以内。",
        [target(35, "微克/立方米", "<=", "细颗粒物平均浓度", basis="level")],
    ),
    "time brought down": ("审批时限减至1个月。", [target(1, "个月", "=", "审批时限", basis="level")]),
    "an age in the noun": (
        "65岁以上老年人健康管理率达到72%以上。",
        [target(72, "%", ">=", "65岁以上老年人健康管理率", basis="level")],
    ),
    "noun after the number": ("新建20座驿站。", [target(20, "座", "=", "驿站", action="新建")]),
    "noun after the number, with its kind": (
        "新建20个社区食堂，方便老人就餐。",
        [target(20, "个", "=", "社区食堂", action="新建")],
    ),
    "kind before the noun": (
        "新改建一般农村公路48公里。",
        [target(48, "公里", "=", "一般农村公路|农村公路", action="新改建")],
    ),
    "scaled, noun after": (
        "建成10万亩高标准农田。",
        [target(100_000, "亩", "=", "高标准农田", action="建成")],
    ),
    "of a grade": ("争取创建省级养老示范机构3个。", [target(3, "个", "=", "省级养老示范机构")]),
    "noun with a bracket": ("创建示范县（市、区）2个。", [target(2, "个", "=", "示范县（市、区）")]),
    "noun with a bracket of one word": (
        "新建充电桩（站）30个。",
        [target(30, "个", "=", "充电桩（站）", action="新建")],
    ),
    "name with digits": ("新建5G基站40个。", [target(40, "个", "=", "5G基站", action="新建")]),
    "grade with digits": ("新增4A级景区1个。", [target(1, "个", "=", "4A级景区", action="新增")]),
    "quoted noun": ("新建“幸福食堂”6个。", [target(6, "个", "=", "“幸福食堂”|幸福食堂", action="新建")]),
    "level": ("全县驿站总数达到50座。", [target(50, "座", ">=", "全县驿站总数|驿站总数|驿站")]),
    "share": ("护理型床位占比不低于60%。", [target(60, "%", ">=", "护理型床位占比")]),
    "rate": ("学前教育入学率达到98%以上。", [target(98, "%", ">=", "学前教育入学率|入学率")]),
    "growth": ("服务业增加值增长8.5%。", [target(8.5, "%", "=", "服务业增加值")]),
    "growth rate": ("服务业增加值增速力争达到8.5%。", [target(8.5, "%", ">=", "服务业增加值增速")]),
    "points": ("护理型床位占比提高3个百分点。", [target(3, "百分点", "=", "护理型床位占比")]),
    "choice of a few": ("选取1—2个在建项目作为示范。", [target(1, "个", "range", "在建项目", value_max=2)]),
    "two items, one verb": (
        "新建驿站2座、书屋3个。",
        [target(2, "座", "=", "驿站", action="新建"), target(3, "个", "=", "书屋", action="新建")],
    ),
    "two items, bound on the last": (
        "培育龙头企业15家、合作社10家以上。",
        [target(15, "家", "=", "龙头企业"), target(10, "家", ">=", "合作社")],
    ),
    "three items": (
        "认定县级工坊5家、市级工坊3家、省级工坊1家。",
        [
            target(5, "家", "=", "县级工坊"),
            target(3, "家", "=", "市级工坊"),
            target(1, "家", "=", "省级工坊"),
        ],
    ),
    "item after item, each with its verb": (
        "新建驿站2座，改造步道5公里，培训讲解员30名。",
        [
            target(2, "座", "=", "驿站", action="新建"),
            target(5, "公里", "=", "步道", action="改造"),
            target(30, "名", "=", "讲解员", action="培训"),
        ],
    ),
    "verb restarts after 、": (
        "推荐申报省级合作社1家、评定县级合作社4家。",
        [target(1, "家", "=", "省级合作社"), target(4, "家", "=", "县级合作社", action="评定")],
    ),
    "nouns after the numbers": (
        "新建2座驿站和3个书屋。",
        [target(2, "座", "=", "驿站"), target(3, "个", "=", "书屋")],
    ),
    "pairs in order": (
        "省级、市级示范站分别达到5个和8个。",
        [target(5, "个", ">="), target(8, "个", ">=")],
    ),
    "nouns in order": (
        "城区绿地率、绿化覆盖率分别达到38%和42%。",
        [target(38, "%", ">=", "城区绿地率"), target(42, "%", ">=", "绿化覆盖率")],
    ),
    "nouns that share their end": (
        "有研发机构、研发活动的企业占比分别达到55%、70%。",
        [target(55, "%", ">=", "有研发机构、研发活动的企业占比"), target(70, "%", ">=")],
    ),
    "two verbs are the noun": ("完成造林绿化5万亩。", [target(50000, "亩", "=", "造林绿化", action="完成")]),
    "taken away": (
        "取消审批事项20项，下放15项。",
        [target(20, "项", "=", "审批事项", action="取消"), target(15, "项", "=", "审批事项", action="下放")],
    ),
    "baseline of a time": (
        "项目审批时限由36个月压减至24个月。",
        [target(24, "个月", "=", "项目审批时限|审批时限", baseline=36)],
    ),
    "baseline of a share": (
        "护理型床位占比由48%提高到58%。",
        [target(58, "%", "=", "护理型床位占比", baseline=48)],
    ),
    "baseline with 从": ("驿站数量从12座增加到20座。", [target(20, "座", "=", "驿站数量|驿站", baseline=12)]),
    "per township": ("每个乡镇至少建成1个书屋。", [target(1, "个", ">=", "书屋", per="乡镇")]),
    "dividing the scope": ("试点范围扩大至7个乡镇。", [target(7, "个", "=")]),
    "investment as a result": ("全年完成投资2亿元。", [target(200_000_000, "元", "=", "投资")]),
    "land under trusteeship": ("全年托管农田30万亩。", [target(300_000, "亩", "=", "农田")]),
    "trees": ("全年植树3.6万株。", [target(36_000, "株")]),
    "time between noun and level": (
        "驿站总数2024年底达到50座。",
        [target(50, "座", ">=", "驿站总数")],
    ),
    "measured by the population": (
        "每千人口床位数不少于5张。",
        [target(5, "张", ">=", "每千人口床位数")],
    ),
    "noun that ends in a rate": ("设备配备率不低于九成。", [target(90, "%", ">=", "设备配备率")]),
    "noun that holds a mark of moving": (
        "设备年均使用时长不低于1200小时。",
        [target(1200, "小时", ">=", "设备年均使用时长")],
    ),
    "verb and noun in one": ("全年开展业务培训40期。", [target(40, "期", "=", "业务培训")]),
    "verb of a process after 、": (
        "新建公厕5座、改造公厕8座。",
        [target(5, "座", "=", "公厕", action="新建"), target(8, "座", "=", "公厕", action="改造")],
    ),
    "two verbs behind their noun": (
        "业务骨干培训覆盖8000人。",
        [target(8000, "人", "=", "业务骨干培训|业务骨干")],
    ),
    "noun of the item before": (
        "新建驿站2座，改造提升5座。",
        [target(2, "座", "=", "驿站"), target(5, "座", "=", "驿站")],
    ),
    "money as an outcome": (
        "带动文旅消费不低于3亿元，新发放助农贷款15亿元。",
        [target(300_000_000, "元", ">=", "文旅消费"), target(1_500_000_000, "元", "=", "助农贷款")],
    ),
    "procedure without its noun": ("企业开办压缩至0.5个工作日。", [target(0.5, "个工作日", "=", "企业开办")]),
    "noun ends where a verb follows": (
        "推动3个新品种进入市场试验。",
        [target(3, "个", "=", "新品种")],
    ),
    "name with a voltage": ("新建220千伏变电站2座。", [target(2, "座", "=", "220千伏变电站")]),
    "the verb of a level": ("驿站总数达到50座。", [target(50, "座", ">=", action="达到")]),
    "what was done by a day, and what is to be": (
        "截至2022年底建成驿站12座，到2024年建成20座。",
        [target(20, "座")],
    ),
    "by a day to come": ("截至2024年底，建成驿站20座。", [target(20, "座")]),
    "an adverb before the verb": ("尽快实现口罩日产量20万个。", [target(200000, "个", "=", "口罩日产量")]),
    "a list before the number": (
        "实现登记、年检等58项业务异地办理。",
        [target(58, "项", "=", "业务异地办理", action="实现")],
    ),
    "half a unit": ("办理时限由2个月压减至半个月。", [target(0.5, "个月", "=", "办理时限", baseline=2)]),
    "lengths of what was shortened": (
        "将变更、注销登记平均用时压缩一半，分别减至1个月、半天。",
        [
            target(50, "%", "=", "变更、注销登记平均用时"),
            target(1, "个月", "=", "变更、注销登记平均用时"),
            target(0.5, "天", "=", "变更、注销登记平均用时"),
        ],
    ),
    "an outcome of each": ("每亩产值达到5000元以上。", [target(5000, "元", ">=", "每亩产值")]),
    "an outcome of each place": (
        "每个园区年产值不低于10亿元。",
        [target(1000000000, "元", ">=", "每个园区年产值")],
    ),
    "what each household earns more": ("户均增收不低于2000元。", [target(2000, "元", ">=", "户均增收")]),
    "numbers in a bracket": (
        "配齐巡护员，总数不少于4名（瞭望人员不少于2名，扑救人员不少于2名）。",
        [
            target(4, "名", ">=", "总数"),
            target(2, "名", ">=", "瞭望人员"),
            target(2, "名", ">=", "扑救人员"),
        ],
    ),
    "a verb before a word that begins like a noun ending": (
        "增加值班岗位5个。",
        [target(5, "个", "=", "值班岗位", action="增加")],
    ),
    "a verb in a noun behind another": ("认定培训机构20家。", [target(20, "家", "=", "培训机构")]),
    "verbs that are a noun together": ("完成造林绿化面积3万亩。", [target(30000, "亩", "=", "造林绿化面积")]),
    "a noun that begins like a leading word": (
        "并网光伏装机达到5万千瓦。",
        [target(50000, "千瓦", ">=", "并网光伏装机")],
    ),
    "qualities in a list": (
        "培育20家特色鲜明、管理规范的养老机构。",
        [target(20, "家", "=", "养老机构")],
    ),
    "clauses that go on without the verb": (
        "培养骨干护理员10名，60名新护理员，不少于5名评估师。",
        [
            target(10, "名", "=", "骨干护理员"),
            target(60, "名", "=", "新护理员", basis="increment"),
            target(5, "名", ">=", "评估师", basis="increment"),
        ],
    ),
    "a second level": (
        "驿站覆盖率保持在95%以上，力争达到98%。",
        [target(95, "%", ">=", "驿站覆盖率"), target(98, "%", ">=", "驿站覆盖率", strength="aspirational")],
    ),
    "a second count": (
        "新建驿站30座，力争40座。",
        [target(30, "座", "=", "驿站"), target(40, "座", "=", "驿站", strength="aspirational")],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), TARGETS.values(), ids=TARGETS.keys())
def test_targets(sentence: str, expected: list[dict[str, Any]]) -> None:
    assert as_stated(quantities_of(sentence), expected) == expected
