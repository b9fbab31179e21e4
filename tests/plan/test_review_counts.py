"""Counts against lists, and goals that nobody can count."""

from __future__ import annotations

import pytest

from ..support import record

OWNED = "（县民政局负责）"


def messages(body: str, code: str) -> list[str]:
    return [finding["message"] for finding in record(body).get("findings", []) if finding["code"] == code]


def differences(body: str) -> list[str]:
    """`4个 → 5`: what the text says, and how many it lists."""
    stated = [message.partition("称“")[2].split("”，列出 ") for message in messages(body, "PP507")]
    return [f"{text} → {listed.split()[0]}" for text, listed in stated]


LISTS = {
    # an open list may be shorter than its count, not longer
    "as many before 等": ("服务甲、乙、丙、丁等4个领域", []),
    "fewer before 等": ("兑现减税、减租、降费等33条政策措施", []),
    "more before 等": ("服务教育、卫生、养老、托育等3个领域", ["3个 → 4"]),
    "more before 等, in Chinese": ("服务教育、卫生、养老、托育等三个领域", ["三个 → 4"]),
    "more before 等, of points": ("做好选址、设计、采购、施工等三项工作", ["三项 → 4"]),
    # a list right before 大 is whole
    "as many before 大": ("建设东城、西城、南城三大商圈", []),
    "as many with a conjunction": ("建设东城、西城和南城三大商圈", []),
    "fewer before 大": ("开展安居、康养、文化、出行五大行动", ["五大 → 4"]),
    "more before 大": ("开展安居、康养、文化、出行三大行动", ["三大 → 4"]),
    "ten points": ("开展甲类、乙类、丙类、丁类、戊类、己类、庚类、辛类、壬类、癸类十大行动", []),
    "nine of ten points": ("开展甲类、乙类、丙类、丁类、戊类、己类、庚类、辛类、壬类十大行动", ["十大 → 9"]),
    # where a list begins is not always told by its marks
    "a modifier with marks before 的": ("针对影响较大、经营困难的餐饮、零售、旅游等3个行业", []),
    "a verb opens a phrase of its own": ("加强培训、推广条播、穴播等2项技术", []),
    "nouns joined before the list": ("建设物流园区和制造业、农产品、快递等3类基地", []),
    "brackets and quotes are one item each": ("服务老人（含失能、失智）、“一老、一小”、残疾人等3类对象", []),
    "a list in a bracket": ("完善设施（食堂、驿站、书屋等3类），方便群众、商户、游客、职工", []),
    # not a count of the list before it
    "a list of two": ("在东城、西城五大商圈试点", []),
    "far more than listed": ("在城区、镇区、园区推进十大工程", []),
    "a length of time": ("受理、审核、公示、发放等3个月完成", []),
    "working days": ("受理、审核、公示、发放等3个工作日办结", []),
    "a length of road": ("改造东路、西路、南路、北路等3公里道路", []),
    "an ordinal": ("服务教育、卫生、养老、托育等第3个领域", []),
    "no list": ("推进五大工程", []),
    "a count of its own behind a mark": ("建设美丽乡村、宜居乡村、3个示范村", []),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_a_count_behind_a_list(text: str, expected: list[str]) -> None:
    assert differences(f"一、任务\n1.完善设施。{text}。{OWNED}") == expected


def task_forces(*names: str, text: str) -> str:
    sections = [
        f"{label}、任务（{name}负责）\n{number}.完善设施。方便群众。{OWNED}"
        for number, (label, name) in enumerate(zip("一二三四", names, strict=False), start=1)
    ]
    return "\n".join([*sections, f"五、保障\n5.形成合力。{text}要加强调度。{OWNED}"])


TASK_FORCES = {
    "as many as named": (("养老专班", "托育专班"), "两大专班", []),
    "more than named": (("养老专班", "托育专班", "文化专班"), "五大工作专班", ["五大工作专班 → 3"]),
    "by 个": (("养老专班", "托育专班", "文化专班"), "4个专班", ["4个专班 → 3"]),
    "fewer than named": (("养老专班", "托育专班", "文化专班"), "两大专班", ["两大专班 → 3"]),
    "one named twice": (("养老专班", "养老工作专班", "文化专班"), "两大专班", []),
    "hardly any named": (("养老专班", "托育专班"), "十大专班", []),
    "one named": (("养老专班",), "两大专班", []),
    "another kind of body": (("养老工作组", "托育工作组"), "三大专班", []),
}


@pytest.mark.parametrize(("names", "text", "expected"), TASK_FORCES.values(), ids=TASK_FORCES.keys())
def test_a_count_of_bodies(names: tuple[str, ...], text: str, expected: list[str]) -> None:
    assert differences(task_forces(*names, text=text)) == expected


def titled(title: str, *points: str) -> str:
    lines = [f"{number}.{point}。方便群众。{OWNED}" for number, point in enumerate(points, start=1)]
    return f"一、{title}\n" + "\n".join(lines)


TITLES = {
    "as many": (("实施三大行动", "安居行动", "康养行动", "文化行动"), []),
    "one lost": (("实施四大行动", "安居行动", "康养行动", "文化行动"), ["四大 → 3"]),
    "points of another kind": (("实施四大行动", "建设食堂", "设立驿站", "增加托位"), []),
    "some points of another kind": (("实施四大行动", "安居行动", "设立驿站", "文化行动"), []),
    "a single point": (("实施四大行动", "安居行动"), []),
}


@pytest.mark.parametrize(("lines", "expected"), TITLES.values(), ids=TITLES.keys())
def test_a_count_in_a_heading(lines: tuple[str, ...], expected: list[str]) -> None:
    assert differences(titled(*lines)) == expected


VAGUE = {
    "培育一批示范企业": 1,
    "鼓励发展一批“小而美”民宿": 1,
    "建设若干服务站点": 1,
    "新建食堂20个": 0,
    "打造东湖、西湖等一批景区": 0,  # named
    "采购一批设备": 0,
    "推动“新建一批”": 0,
    "签约一批、建设一批、投产一批": 0,
    "出台若干措施": 0,
    "形成若干意见": 0,
    "杜绝一批了之": 0,
    "督办一批案件": 0,
}


@pytest.mark.parametrize(("text", "count"), VAGUE.items())
def test_a_goal_without_a_number(text: str, count: int) -> None:
    assert len(messages(f"一、任务\n1.完善设施。{text}。{OWNED}", "PP506")) == count


def test_three_such_goals_are_said_once() -> None:
    body = f"一、任务\n1.完善设施。培育一批企业，发展一批商户，打造一批品牌。{OWNED}"
    assert messages(body, "PP506") == ["有 3 处目标只说“一批”“若干”，没有数量"]
