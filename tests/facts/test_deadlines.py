"""Deadlines: which times bind, from when to when, and which times do not bind."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.facts import calendar
from planparse.facts.deadlines import TimeContext, TimeExpression, find_times
from planparse.rulepack import load_rules

CONTEXT = TimeContext(2023, date(2023, 3, 10), (date(2023, 1, 1), date(2023, 12, 31)))
UNKNOWN = TimeContext(None, None, None)


def times(text: str, context: TimeContext = CONTEXT) -> list[TimeExpression]:
    return find_times(text, 0, len(text), context, load_rules())


def deadlines(text: str, context: TimeContext = CONTEXT) -> list[tuple[str, ...]]:
    """Text, kind, first and last day of each deadline; a day that is not known is left out as ''."""
    return [
        (text[found.start : found.end], found.kind, str(found.first or ""), str(found.last or ""))
        for found in times(text, context)
        if found.kind is not None
    ]


BY = [
    ("8月底前完成管网清淤。", "8月底前", "2023-08-31"),
    ("2月底完成登记。", "2月底", "2023-02-28"),
    ("2024年2月底前完成登记。", "2024年2月底前", "2024-02-29"),
    ("2023 年底,建成驿站3座。", "2023 年底", "2023-12-31"),
    ("2023年末村级站点覆盖九成。", "2023年末", "2023-12-31"),
    ("年底前,打造示范街2条。", "年底前", "2023-12-31"),
    ("年内建成水厂。", "年内", "2023-12-31"),
    ("到2025年,建成粮库8座。", "到2025年", "2025-12-31"),
    ("力争到2025年全面推行。", "到2025年", "2025-12-31"),
    ("2027年前完成改造。", "2027年前", "2027-12-31"),
    ("应于2023年9月15日前报送方案。", "2023年9月15日前", "2023-09-15"),
    ("二〇二三年八月底前办结。", "二〇二三年八月底前", "2023-08-31"),
    ("六月二十五日前上报。", "六月二十五日前", "2023-06-25"),
    ("5月中旬前完成春灌。", "5月中旬前", "2023-05-20"),
    ("2月下旬前完成备耕。", "2月下旬前", "2023-02-28"),
    ("到“十四五”期末建成环线。", "到“十四五”期末", "2025-12-31"),
    ("元旦前完成验收。", "元旦前", "2023-12-31"),
    ("力争2024年“五一”前开放。", "2024年“五一”前", "2024-04-30"),
    ("第三季度末完成验收。", "第三季度末", "2023-09-30"),
    ("上半年底前完成普查。", "上半年底前", "2023-06-30"),
    ("今年5月底前完成普查。", "今年5月底前", "2023-05-31"),
    ("明年底前建成泵站。", "明年底前", "2024-12-31"),
    ("本月底前完成自查。", "本月底前", "2023-03-31"),
    ("到“十四五”末,建成环线。", "到“十四五”末", "2025-12-31"),
    ("2023.6.30前整改到位。", "2023.6.30前", "2023-06-30"),
    ("修订章程。完成时限:2023年7月", "2023年7月", "2023-07-31"),
    ("截至2025年底,全县建成闸站5座。", "2025年底", "2025-12-31"),
    ("自方案印发之日起30日内制定细则。", "印发之日起30日内", "2023-04-09"),
    ("方案印发之日起1个月内制定细则。", "印发之日起1个月内", "2023-04-10"),
]


@pytest.mark.parametrize(("sentence", "text", "last"), BY)
def test_by(sentence: str, text: str, last: str) -> None:
    assert deadlines(sentence) == [(text, "by", "", last)]


SPANS = [
    ("(一)动员部署阶段(2023年7月至8月)。", "2023年7月至8月", "between", "2023-07-01", "2023-08-31"),
    ("(三)总结评估阶段(2023年12月)。", "2023年12月", "during", "2023-12-01", "2023-12-31"),
    ("(四)考核验收(2023年第四季度)。", "2023年第四季度", "during", "2023-10-01", "2023-12-31"),
    ("(二)推进阶段(2023年9月至2024年10月)。", "2023年9月至2024年10月", "between", "2023-09-01", "2024-10-31"),
    ("县财政2024年下达专项资金300万元。", "2024年", "during", "2024-01-01", "2024-12-31"),
    ("2023年,新增床位300张。", "2023年", "during", "2023-01-01", "2023-12-31"),
    ("2023年度,新增床位300张。", "2023年度", "during", "2023-01-01", "2023-12-31"),
    ("2023年全年推荐合作社2家。", "2023年全年", "during", "2023-01-01", "2023-12-31"),
    ("提升覆盖率,全年托管20万亩。", "全年", "during", "2023-01-01", "2023-12-31"),
    ("确保2023年信贷余额不减。", "2023年", "during", "2023-01-01", "2023-12-31"),
    ("床位2023年达到300张。", "2023年", "during", "2023-01-01", "2023-12-31"),
    ("全县2023年改造管网9公里。", "2023年", "during", "2023-01-01", "2023-12-31"),
    ("覆盖率2024年提高到90%。", "2024年", "during", "2024-01-01", "2024-12-31"),
    ("上半年,完成选址。", "上半年", "during", "2023-01-01", "2023-06-30"),
    ("计划于2023年6月完工。", "2023年6月", "during", "2023-06-01", "2023-06-30"),
    ("“十四五”期间,新建桥梁3座。", "“十四五”期间", "during", "2021-01-01", "2025-12-31"),
    ("2023—2025年,每镇建站1座。", "2023—2025年", "between", "2023-01-01", "2025-12-31"),
    ("2023年至2025年,每镇建站1座。", "2023年至2025年", "between", "2023-01-01", "2025-12-31"),
    ("自2023年第二季度起至2024年6月底,发放补贴。", "自2023年第二季度起至2024年6月底", "between",
     "2023-04-01", "2024-06-30"),
    ("自4月至9月开展巡查。", "自4月至9月", "between", "2023-04-01", "2023-09-30"),
    ("计划于7—9月开展巡查。", "7—9月", "between", "2023-07-01", "2023-09-30"),
    ("4月底至10月,集中整治。", "4月底至10月", "between", "2023-04-30", "2023-10-31"),
    ("5月初至6月底,集中整治。", "5月初至6月底", "between", "2023-05-01", "2023-06-30"),
    ("2023年至2024年3月,集中整治。", "2023年至2024年3月", "between", "2023-01-01", "2024-03-31"),
    ("2023年-2024年上半年,新建驿站9座。", "2023年-2024年上半年", "between", "2023-01-01", "2024-06-30"),
    ("全年计划改建驿站9座。", "全年", "during", "2023-01-01", "2023-12-31"),
    ("自11月起至3月开展冬修。", "自11月起至3月", "between", "2023-11-01", "2024-03-31"),
    ("11月至次年3月,开展冬修。", "11月至次年3月", "between", "2023-11-01", "2024-03-31"),
    ("计划于6月1日至15日开展督查。", "6月1日至15日", "between", "2023-06-01", "2023-06-15"),
    ("自2023年9月1日起实施扩面工程。", "自2023年9月1日起", "between", "2023-09-01", ""),
    ("从今年开始,扩大投保范围。", "从今年开始", "between", "2023-01-01", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "kind", "first", "last"), SPANS)
def test_during_and_between(sentence: str, text: str, kind: str, first: str, last: str) -> None:
    assert deadlines(sentence) == [(text, kind, first, last)]


FOLLOWING = [
    ("12月20日前报送总结;次年1月底前完成考核。", "2024-01-31"),
    ("12月20日前报送总结。次年1月底前完成考核。", None),
]


@pytest.mark.parametrize(("sentence", "last"), FOLLOWING)
def test_a_following_year_counts_from_the_deadline_before_it(sentence: str, last: str | None) -> None:
    assert [found[3] for found in deadlines(sentence)[1:]] == ([last] if last else [])


UNDATED = [
    ("三年敷设截污干管28公里。", "三年", "duration"),
    ("争取2年培育乡村工坊10个。", "2年", "duration"),
    ("力争三年内实现全覆盖。", "三年内", "duration"),
    ("力争通过3—5年的努力,形成集群。", "3—5年", "duration"),
    ("分三批推进,用三年时间建成网络。", "三年时间", "duration"),
    ("今后三年,每年培训300人。", "三年", "duration"),
    ("未来5年,建成驿站9座。", "5年", "duration"),
    ("用两到三年时间,建成网络。", "两到三年时间", "duration"),
    ("用2至3年时间,建成网络。", "2至3年时间", "duration"),
    ("春节前发放到位。", "春节前", "by"),
    ("确保2024年汛期前完成加固。", "2024年汛期前", "by"),
    ("力争在明年主汛期前修复。", "明年主汛期前", "by"),
    ("验收后20天内,完成结算。", "20天内", "duration"),
    ("在5个工作日内办结。", "5个工作日内", "duration"),
    ("自方案印发之日起10个工作日内报备。", "印发之日起10个工作日内", "duration"),
    ("完成时限:3个月。", "3个月", "duration"),
    ("各镇在每月5日前报送进展。", "每月5日前", "recurring"),
    ("每季度末月20日前报送进展。", "每季度末月20日前", "recurring"),
    ("每年12月底前公布名单。", "每年12月底前", "recurring"),
    ("每周五前报送台账。", "每周五前", "recurring"),
    ("规范摊点。完成时限:长期坚持。", "长期坚持", "ongoing"),
    ("规范摊点。时间要求:持续推进", "持续推进", "ongoing"),
]


@pytest.mark.parametrize(("sentence", "text", "kind"), UNDATED)
def test_lengths_returning_and_standing_duties_have_no_days(sentence: str, text: str, kind: str) -> None:
    assert deadlines(sentence) == [(text, kind, "", "")]


NOT_DEADLINES = [
    "开展三年改造行动。",
    "2023年是改革攻坚之年。",
    "明确未来五年的发展思路。",
    "谋划好今后三年重点工作。",
    "五年内不迁离本县的,给予补助。",
    "一年内新增就业5人以上的,给予奖励。",
    "做好汛期前的准备。",
    "春节前后开展慰问。",
    "落实2023年计划。",
    "总结全县2022年改造经验。",
    "覆盖率较2023年提高到的水平更高。",
    "实施三年行动(2023年—2025年)。",
    "发布2023年企业工资指导线。",
    "编制2023年度住宅用地计划。",
    "积极申报2023年省级示范园。",
    "2023年重点工作另行下达。",
    "修订2023年版目录。",
    "落实《测试县2023年底前攻坚行动计划》。",
    "实施三年行动(2023—2025年)。",
    "对2021年认定的园区予以奖补。",
    "对2023年底前投产的企业予以奖补。",
    "2021年,全县经济稳中有进。",
    "截至2022年底,已建成闸站5座。",
    "余额不低于2022年同期余额。",
    "2023年1月5日,县委召开会议。",
    "本办法自2023年9月1日起施行。",
    "新标准自2023年9月1日起执行。",
    "本办法有效期至2025年12月31日。",
    "开放时间:2023年7月。",
    "发布日期:2023-05-06",
    "2019年以来治理成效明显。",
    "落实“十四五”规划要求。",
    "建设周期由36个月压减至24个月。",
    "办理时间压缩至3天以内。",
    "审批时间控制在3个工作日内。",
    "贷款期限1年。",
    "服务满2年的给予补助。",
    "近3年内未发生事故。",
    "印发《管网改造指南》(2023年6月)。",
    "开展试点(2022年6月)。",
    "执行新版目录(2023年)。",
    "毕业2年内的青年。",
    "三岁以下婴幼儿托育。",
    "每年评选能手10名。",
    "按季度通报进展。",
    "通报上月进展。",
    "完成全年目标任务。",
    "年底考核结果予以公示。",
    "学年末开展评议。",
    "持续推进管网改造。",
    "加强管理,并长期坚持。",
    "8月底前到位的,由市级奖补。",
    "尽快完善台账,推动项目早日开工。",
    "推出5日游线路。",
    "2023年2月29日前上报。",
    "2023年13月底前上报。",
    "改造国道336号线12.5公里,建设5G基站40座。",
]


@pytest.mark.parametrize("sentence", NOT_DEADLINES)
def test_not_deadlines(sentence: str) -> None:
    assert deadlines(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("发布2023年企业工资指导线。", "2023年"),
        ("对2021年认定的园区予以奖补。", "2021年"),
        ("2023年2月30日前上报。", "2023年2月30日前"),
        ("有效期至2025年12月31日。", "2025年12月31日"),
    ],
)
def test_a_date_that_does_not_bind_is_kept_without_kind_and_days(sentence: str, text: str) -> None:
    (found,) = times(sentence)
    assert sentence[found.start : found.end] == text
    assert (found.kind, found.first, found.last) == (None, None, None)


@pytest.mark.parametrize("sentence", ["建设周期由36个月压减至24个月。", "贷款期限1年。", "3岁以下占40%。"])
def test_lengths_that_may_be_targets_are_left_to_quantities(sentence: str) -> None:
    assert times(sentence) == []


class TestYears:
    """A month without a year takes the year named before in its sentence, else the plan's."""

    def test_from_the_sentence(self) -> None:
        text = "2024年6月底前出台办法,12月底前见效。9月底前自查。"
        assert [last for *_, last in deadlines(text)] == ["2024-06-30", "2024-12-31", "2023-09-30"]

    def test_following_year(self) -> None:
        text = "2023年9月底前开工,次年6月底前完工。次年3月底前考评。"
        assert [last for *_, last in deadlines(text)] == ["2023-09-30", "2024-06-30"]

    def test_a_year_that_does_not_bind_is_not_taken_over(self) -> None:
        assert deadlines("对2021年认定的园区,6月底前复核。") == [("6月底前", "by", "", "2023-06-30")]

    def test_unknown_plan_year_leaves_the_day_open(self) -> None:
        assert deadlines("8月底前完成。", UNKNOWN) == [("8月底前", "by", "", "")]
        assert deadlines("2023年8月底前完成。", UNKNOWN) == [("2023年8月底前", "by", "", "2023-08-31")]


@pytest.mark.parametrize("link", ["、", "和", "及"])
def test_the_word_before_a_list_of_years_holds_for_each(link: str) -> None:
    assert deadlines(f"到2025年{link}2030年,覆盖率分别达到60%、80%。") == [
        ("到2025年", "by", "", "2025-12-31"),
        ("2030年", "by", "", "2030-12-31"),
    ]


def test_a_date_and_a_standing_duty() -> None:
    text = "2023年9月底前完成,并长期坚持。"
    assert [(words, kind) for words, kind, *_ in deadlines(text)] == [
        ("2023年9月底前", "by"),
        ("长期坚持", "ongoing"),
    ]


def test_only_the_given_range_is_read() -> None:
    text = "1.5月底前开工。\n2.2023年底前完工。\n"
    second = text.index("2023")
    found = find_times(text, second, len(text), CONTEXT, load_rules())
    assert [(text[item.start : item.end], str(item.last)) for item in found] == [("2023年底前", "2023-12-31")]
    assert find_times(text, second, second + 4, CONTEXT, load_rules()) == []


FRAGMENTS = [
    "2023", "2025", "12", "3", "99", "9999", "二〇二三", "十一", "年", "月", "日", "天", "个月", "底", "前",
    "内", "至", "—", "-", ".", "自", "到", "起", "每", "全年", "年底", "次年", "第二季度", "上半年",
    "十四五", "“", "”", "《", "》", ",", "。", ":", "\n", " ", "完成时限:", "长期坚持", "印发之日起",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join), st.sampled_from([CONTEXT, UNKNOWN]))
def test_any_text_gives_ordered_times_inside_it(text: str, context: TimeContext) -> None:
    place = 0
    for found in times(text, context):
        assert place <= found.start < found.end <= len(text)
        place = found.end
        assert found.first is None or found.last is None or found.first <= found.last
        assert found.kind is not None or (found.first is None and found.last is None)


PATHOLOGICAL = [
    "9", "年", "1月", "2023年", "2023年至", "每", "《2023年", "年底前", "第一", "3—5", "十", "8月底前,并长期",
]  # fmt: skip


@pytest.mark.parametrize("unit", PATHOLOGICAL)
def test_time_grows_with_the_length_of_one_long_line(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            times(text)
            best = min(best, time.process_time() - begin)
        return best

    times(unit)
    small, large = seconds(4_000), seconds(16_000)
    assert large < 4 * 2.5 * small + 0.005


def test_days_of_a_month_and_impossible_dates() -> None:
    assert calendar.day(2023, 2, 29) is None
    assert calendar.day(2024, 2, 29) == date(2024, 2, 29)
    assert calendar.day(0, 1, 1) is None
    assert calendar.months(2023, 7, 13) is None
    assert calendar.days_of_month(2023, 2, 21, 31) == (date(2023, 2, 21), date(2023, 2, 28))


@pytest.mark.parametrize(
    ("start", "count", "unit", "expected"),
    [
        (date(2023, 3, 10), 30, "day", date(2023, 4, 9)),
        (date(2023, 3, 10), 2, "week", date(2023, 3, 24)),
        (date(2023, 1, 31), 1, "month", date(2023, 2, 28)),
        (date(2023, 11, 30), 3, "month", date(2024, 2, 29)),
        (date(2024, 2, 29), 1, "year", date(2025, 2, 28)),
        (date(9999, 12, 1), 40, "day", None),
        (date(9999, 12, 1), 1, "month", None),
    ],
)
def test_the_day_some_units_later(start: date, count: int, unit: str, expected: date | None) -> None:
    assert calendar.later(start, count, unit) == expected
