"""The kind of a document, as its titles tell it."""

from __future__ import annotations

import pytest

from planparse import extract
from planparse.plan.kind import Tasks, document_kind
from planparse.rulepack import load_rules

TASKS = "一、主要任务\n1.完善服务。健全网络。（县民政局负责）\n2.改善环境。整治乱象。（县城管局负责）"
CHAPTERS = (
    "第一条 为了规范停车秩序，制定本文件。\n第二条 本文件适用于城区道路。\n第三条 违反规定的，依法处理。"
)
PLAIN = "一、主要情况\n全县总体平稳。\n二、有关事项\n请予知悉。"

PLANS = [
    "青禾县推进服务业发展行动计划",
    "青禾县养老服务三年行动计划（2023—2025年）",
    "青禾县农村公路建设实施方案",
    "青禾县支持民营经济发展若干措施",
    "关于促进托育服务发展的若干意见",
    "关于加快推进数字乡村建设的实施意见",
    "关于推进养老服务高质量发展的指导意见",
    "青禾县2023年政务公开工作要点",
    "政府工作报告重点任务分工方案",
    "青禾县“十四五”养老服务体系规划",
    "青禾县优化营商环境攻坚行动方案",
    "青禾县安全生产专项整治工作方案",
    "青禾县稳经济一揽子政策措施",
    "青禾县2023年民生实事任务分解",
    "青禾县服务业提质三年攻坚计划",
    "青禾县城市更新专项规划",
    "青禾县2023年重点项目建设责任清单",
    "青禾县促进消费十条措施",
    "青禾县冬春火灾防控工作安排",
    "青禾县数字政府建设三年规划纲要（2023—2025年）",
    "青禾县停车建设行动计划（征求意见稿）",
    "青禾县停车建设三年行动方案（2023—2025年）（送审稿）",
]
REGULATIONS = [
    "青禾县城市停车管理办法",
    "云岭省养老服务条例",
    "青禾县政府投资项目管理规定",
    "青禾县城市供水实施细则",
    "青禾县人民政府议事规则",
    "青禾县突发地质灾害应急预案",
    "青禾县公务用车管理制度",
    "青禾县殡葬管理暂行办法",
    "青禾县小额贷款管理办法（试行）",
    "中华人民共和国水法",
    "青禾县专项资金管理办法（征求意见稿）",
    "青禾县社区养老服务规范",
    "青禾县行政处罚裁量基准",
]
OTHERS = [
    "青禾县人民政府关于同意设立开发区的批复",
    "青禾县人民政府对县人大代表第12号建议的答复",
    "青禾县人民政府关于2022年度考核情况的通报",
    "青禾县人民政府关于征收土地的公告",
    "青禾县人民政府关于王禾等同志任职的决定",
    "青禾县人民政府关于春节放假的通知",
    "青禾县2022年度预算执行情况的报告",
    "青禾县民政局关于申报示范站的通知",
    "青禾县高新技术企业名单",
    "青禾县人民政府关于表彰先进集体的决定",
    "《青禾县停车行动计划》政策解读",
    "一图读懂《青禾县停车行动计划》",
    "关于《青禾县停车行动计划（征求意见稿）》的起草说明",
    "关于公开征求《青禾县停车行动计划》意见的通知",
    "青禾县民政局对县人大第12号建议的答复意见",
    "青禾县城管局行政处罚决定书",
    "青禾县人才公寓申请指南",
    "青禾县人民政府关于王禾同志任职的通知",
]
BODIES = {"plan": TASKS, "regulation": CHAPTERS, "other": PLAIN}
ISSUED = [*((title, "plan") for title in PLANS), *((title, "regulation") for title in REGULATIONS)]


@pytest.mark.parametrize(("title", "kind"), [*ISSUED, *((title, "other") for title in OTHERS)])
def test_kind_of_a_document_with_its_own_title(title: str, kind: str) -> None:
    found = extract(f"{title}\n\n{BODIES[kind]}\n").plan
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(("title", "kind"), ISSUED)
@pytest.mark.parametrize("marks", ["{}", "《{}》"], ids=["bare", "in title marks"])
def test_a_notice_is_what_it_issues(marks: str, title: str, kind: str) -> None:
    head = (
        f"青禾县人民政府关于印发{marks.format(title)}的通知\n各乡镇人民政府：\n现印发给你们，请认真执行。\n"
    )
    found = extract(f"{head}青禾县人民政府\n2023年3月10日\n\n{title}\n\n{BODIES[kind]}\n").plan
    assert found is not None
    assert found.kind == kind


def test_a_notice_whose_own_body_assigns_tasks_is_a_plan() -> None:
    head = "青禾县人民政府关于进一步做好防汛工作的通知\n各乡镇人民政府：\n现就有关事项通知如下：\n"
    found = extract(f"{head}{TASKS}\n青禾县人民政府\n2023年3月10日\n").plan
    assert found is not None
    assert found.kind == "plan"
    assert [measure.number for section in found.sections or () for measure in section.measures or ()] == [
        1,
        2,
    ]


def test_measures_written_in_articles_are_a_plan() -> None:
    articles = (
        "第一条 支持企业扩产。对新增设备投资给予10%补助。（县工信局负责）\n"
        "第二条 支持企业上市。对上市企业给予100万元奖励。（县金融办负责）"
    )
    found = extract(f"青禾县支持工业发展若干措施\n\n{articles}\n").plan
    assert found is not None
    assert found.kind == "plan"
    assert [measure.number for measure in found.measures or ()] == [1, 2]


GRANTS = ["对新增设备投资给予10%补助。", "对上市企业给予100万元奖励。", "按每平方米15元给予补贴。"]
NORMS = ["企业应当依法经营。", "违者处500元罚款。", "由县工信局负责解释。", "自印发之日起施行。"]


@pytest.mark.parametrize(
    ("articles", "kind"),
    [(GRANTS, "plan"), (GRANTS + NORMS[:3], "plan"), (GRANTS + NORMS, "regulation"), (NORMS, "regulation")],
    ids=["amounts alone", "amounts in half", "amounts in fewer than half", "none"],
)
def test_a_regulation_in_name_most_of_whose_articles_pay_is_a_plan(articles: list[str], kind: str) -> None:
    chapters = "第一章 总则\n第一条 为支持工业发展，制定本办法。\n第二章 内容\n"
    body = "\n".join(f"第{'二三四五六七八九'[place]}条 {text}" for place, text in enumerate(articles))
    found = extract(f"青禾县工业发展扶持办法\n{chapters}{body}\n").plan
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("title", REGULATIONS[:3])
def test_a_regulation_has_no_measures_targets_or_standards(title: str) -> None:
    body = "第一条 为了规范秩序，制定本办法。\n第二条 违者处200元以上500元以下罚款。\n第三条 由县城管局负责。"
    record = extract(f"{title}\n\n{body}\n").to_json()
    assert '"kind":"regulation"' in record
    assert not any(f'"{field}"' in record for field in ("measures", "targets", "standards"))


def test_the_plan_s_own_title_decides_before_the_notice_s() -> None:
    rules = load_rules()
    assert (
        document_kind("青禾县停车管理办法", "关于印发停车管理办法和行动计划的通知", "", Tasks(), rules)
        == "regulation"
    )
    assert document_kind("青禾县停车行动计划", "关于转发停车管理办法的通知", "", Tasks(), rules) == "plan"


def test_without_any_title_tasks_make_a_plan() -> None:
    rules = load_rules()
    assert document_kind("", "", "", Tasks(assigned=True, roles=True), rules) == "plan"
    assert document_kind("", "", "", Tasks(), rules) == "other"


@pytest.mark.parametrize(
    "title",
    [
        "中共青禾县委 青禾县人民政府关于加快建设创新型县的决定",
        "青禾县人民政府关于进一步加强防灾减灾工作的决定",
        "中共青禾县委关于制定青禾县第十四个五年规划的建议",
    ],
)
def test_a_decision_on_what_is_to_be_done_is_a_plan(title: str) -> None:
    found = extract(f"{title}\n\n{BODIES['plan'].replace('（县民政局负责）', '')}\n").plan
    assert found is not None
    assert found.kind == "plan"


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("为加快发展，现提出以下意见。", "plan"),
        ("为加快发展，结合我县实际，制定如下实施方案。", "plan"),
        ("现就做好防汛工作通知如下：", "plan"),
        ("为规范停车秩序，制定本办法。", "regulation"),
        ("我县组织了检查，现将有关情况通报如下：", "other"),
        ("经研究，现将春节放假安排通知如下：", "other"),
        ("昨日，县里召开会议。", "other"),
    ],
)
def test_without_a_title_the_opening_says_what_follows(opening: str, kind: str) -> None:
    rules = load_rules()
    assert document_kind("", "", opening, Tasks(), rules) == kind
    # A title of another kind is not overruled.
    assert document_kind("", "青禾县统计公报", opening, Tasks(), rules) == "other"


@pytest.mark.parametrize(
    "title",
    [
        "青禾县人民政府关于贯彻落实《云岭省养老服务条例》的实施意见",
        "青禾县人民政府办公室关于印发《政府工作报告》重点任务分工方案的通知",
        "青禾县人民政府关于印发《2023年政府工作报告任务分解一览表》的通知",
    ],
)
def test_a_title_within_the_title_is_another_documents(title: str) -> None:
    assert document_kind("", title, "", Tasks(), load_rules()) == "plan"


def test_the_title_that_a_notice_issues_decides() -> None:
    title = "青禾县人民政府办公室关于印发《青禾县停车管理办法（试行）》的通知"
    assert document_kind("", title, "", Tasks(), load_rules()) == "regulation"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("青禾县人民政府关于贯彻落实《云岭省停车条例》的实施意见", "plan"),
        ("青禾县人民政府关于贯彻实施《云岭省停车条例》的通知", "plan"),
        ("青禾县人民政府关于转发云岭省人民政府《云岭省停车条例》的通知", "regulation"),
        ("青禾县人民政府关于废止《青禾县停车办法》的通知", "other"),
    ],
)
def test_a_title_that_is_only_named_does_not_tell_the_kind(title: str, kind: str) -> None:
    assert document_kind("", title, "", Tasks(), load_rules()) == kind


def test_a_list_of_persons_with_their_offices_is_no_plan() -> None:
    head = "青禾县人民政府关于表彰先进个人的决定\n各乡镇人民政府：\n经研究，决定予以表彰：\n"
    found = extract(f"{head}一、先进个人\n王禾（县民政局）\n青禾县人民政府\n2023年3月10日\n").plan
    assert found is not None
    assert found.kind == "other"


@pytest.mark.parametrize("title", ["青禾县稳岗就业实施细则", "青禾县民生实事推进办法"])
def test_a_regulation_in_name_whose_items_close_with_bodies_is_a_plan(title: str) -> None:
    found = extract(f"{title}\n\n{TASKS}\n").plan
    assert found is not None
    assert found.kind == "plan"


def test_one_body_in_a_bracket_makes_no_plan_of_a_regulation() -> None:
    found = extract(f"青禾县停车管理办法\n\n{CHAPTERS[:-1]}（县城管局负责）。\n").plan
    assert found is not None
    assert found.kind == "regulation"


def test_a_plan_and_norms_in_one_notice_are_a_plan_whose_norms_promise_nothing() -> None:
    found = extract(
        "青禾县人民政府关于印发青禾县停车行动方案和青禾县停车管理办法的通知\n各乡镇人民政府：\n"
        "现印发给你们，请遵照执行。\n青禾县人民政府\n2023年3月10日\n"
        "青禾县停车行动方案\n一、主要任务\n1.建设泊位。新建泊位40个。（县城管局负责）\n"
        "青禾县停车管理办法\n第一条 为加强管理，制定本办法。\n第二条 停车楼泊位不少于20个。\n"
    ).to_dict()["plan"]
    plan, norms = found["sections"]
    assert found["kind"] == "plan"
    assert [measure["title"] for measure in plan["sections"][0]["measures"]] == ["建设泊位"]
    assert not any(norms.get(field) for field in ("measures", "sections", "targets", "standards"))
    assert [item["label"] for item in norms["items"]] == ["第一条", "第二条"]
