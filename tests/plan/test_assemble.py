"""What a node of the plan holds: its id, its title and text, its facts, and who answers in the end."""

from __future__ import annotations

import pytest

from planparse import extract

from ..support import measure, measures, nodes, notice, owners, plan, sections

OWNED = "（县民政局负责）"


def ids(body: str) -> list[str]:
    return [node["id"] for node in nodes(plan(body))]


IDS = {
    "ordinals from the root": (
        f"一、养老\n（一）机构\n1.建食堂。方便就餐。{OWNED}\n2.设驿站。方便歇脚。{OWNED}",
        ["1", "1.1", "1.1.1", "1.1.2"],
    ),
    "numbers that run on": (
        f"一、养老\n1.建食堂。方便就餐。{OWNED}\n二、托育\n2.增托位。方便家长。{OWNED}",
        ["1", "1.1", "2", "2.2"],
    ),
    "numbers that start anew": (
        f"一、养老\n1.建食堂。方便就餐。{OWNED}\n二、托育\n1.增托位。方便家长。{OWNED}",
        ["1", "1.1", "2", "2.1"],
    ),
    "a number twice": (
        f"一、养老\n1.建食堂。方便就餐。{OWNED}\n1.设驿站。方便歇脚。{OWNED}\n2.增托位。方便家长。{OWNED}",
        ["1", "1.1", "1.1~2", "1.2"],
    ),
    "paragraphs": (
        f"一、养老\n建设社区食堂，方便老人就餐。{OWNED}\n设立便民驿站，方便群众歇脚。{OWNED}",
        ["1", "1.p1", "1.p2"],
    ),
    "measures without section": (f"一、建食堂。方便就餐。{OWNED}\n二、设驿站。方便歇脚。{OWNED}", ["1", "2"]),
}


@pytest.mark.parametrize(("body", "expected"), IDS.values(), ids=IDS.keys())
def test_ids(body: str, expected: list[str]) -> None:
    assert ids(body) == expected


@pytest.mark.parametrize("times", [2, 3, 5])
def test_ids_are_unique_however_often_a_number_repeats(times: int) -> None:
    body = "一、养老\n" + f"1.建食堂。方便就餐。{OWNED}\n" * times
    found = ids(body)
    assert len(set(found)) == len(found) == times + 1


TITLES = {
    "up to the first period": ("建食堂。方便就餐，惠及老人。", "建食堂", "方便就餐，惠及老人。"),
    "up to a colon": ("建食堂：方便就餐，惠及老人。", "建食堂", "方便就餐，惠及老人。"),
    "up to the line end": ("建食堂\n方便就餐，惠及老人。", "建食堂", "方便就餐，惠及老人。"),
    "no text of its own": (
        "建设社区食堂，方便老人就餐，惠及周边居民。",
        None,
        "建设社区食堂，方便老人就餐，惠及周边居民。",
    ),
    "blanks": (" 建食堂。 方便就餐。", "建食堂", "方便就餐。"),
}


@pytest.mark.parametrize(("written", "title", "text"), TITLES.values(), ids=TITLES.keys())
def test_title_and_text(written: str, title: str | None, text: str) -> None:
    found = measure(written + OWNED)
    assert (found.get("title"), found["text"]) == (title, text)


def test_blanks_in_a_title_are_left_out_and_in_a_text_kept() -> None:
    found = measure(f"建 食 堂。推广 AI 点餐。{OWNED}")
    assert (found["title"], found["text"]) == ("建食堂", "推广 AI 点餐。")


ENDINGS = {
    "bracket": "（县民政局牵头，县财政局配合）",
    "bracket and period": "（县民政局牵头，县财政局配合）。",
    "bracket of its own line": "\n（县民政局牵头，县财政局配合）",
    "label line": "\n责任单位：县民政局、县财政局",
    "two label lines": "\n牵头单位：县民政局\n配合单位：县财政局",
    "tortoise": "〔县民政局牵头，县财政局配合〕",
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS.keys())
def test_text_leaves_out_label_title_and_closing_responsibility(ending: str) -> None:
    found = measure("建食堂。方便就餐，惠及老人。" + ending)
    assert (found["label"], found["title"], found["text"]) == ("1.", "建食堂", "方便就餐，惠及老人。")


def test_brackets_that_are_no_responsibility_stay_in_the_text() -> None:
    assert measure(f"建食堂。出台管理办法（试行）。{OWNED}")["text"] == "出台管理办法（试行）。"


def test_paragraphs_of_a_text_are_parted_by_one_line_break() -> None:
    assert measure(f"建食堂。方便就餐。\n\n\n改善环境。{OWNED}")["text"] == "方便就餐。\n改善环境。"


def test_a_text_is_joined_over_a_page_break() -> None:
    found = measure(f"建食堂。方便社区老\n\n— 3 —\n\n人就近用餐。{OWNED}")
    assert found["text"] == "方便社区老人就近用餐。"


def test_a_quantity_over_a_page_break_has_several_places() -> None:
    text = notice(f"一、主要任务\n1.建食堂。新建社区食堂20\n\n— 3 —\n\n个以上，方便老人。{OWNED}")
    (found,) = measures(extract(text).to_dict()["plan"])
    (entry,) = found["targets"]
    assert (entry["text"], entry["value"], entry["unit"], entry["comparator"]) == ("20个以上", 20, "个", ">=")
    assert "".join(text[start:end] for start, end in entry["span"]) == "20个以上"
    assert len(entry["span"]) == 2


HEADINGS = {
    "plain": ("一、养老服务", "养老服务"),
    "period": ("一、养老服务。", "养老服务"),
    "bodies": ("一、养老服务（养老专班牵头负责）", "养老服务"),
    "bodies and period": ("一、养老服务（养老专班牵头负责）。", "养老服务"),
    "period and bodies": ("一、养老服务。（养老专班牵头负责）", "养老服务"),
    "blanks": ("一、 养老 服务 ", "养老服务"),
    "a bracket of the title": ("一、养老（托育）服务", "养老（托育）服务"),
}


@pytest.mark.parametrize(("heading", "title"), HEADINGS.values(), ids=HEADINGS.keys())
def test_title_of_a_section(heading: str, title: str) -> None:
    (section,) = sections(plan(f"{heading}\n1.建食堂。方便就餐。{OWNED}"))
    assert (section["label"], section["number"], section["title"]) == ("一、", 1, title)


def test_text_under_a_heading_is_the_section_s() -> None:
    (section,) = sections(
        plan(f"一、养老服务\n到2025年，新建驿站20座。具体任务如下。\n1.建食堂。方便就餐。{OWNED}")
    )
    assert section["text"] == "到2025年，新建驿站20座。具体任务如下。"
    assert [(entry["value"], entry["due"]) for entry in section["targets"]] == [(20, "2025-12-31")]
    assert "targets" not in section["measures"][0]


def test_each_fact_belongs_to_one_node_only() -> None:
    found = plan(
        "一、养老服务（养老专班牵头负责）\n1.建食堂。2023年6月底前新建食堂20个。（县民政局负责）\n"
        "2.设驿站。2023年9月底前新建驿站8座。（县住建局负责）"
    )
    (section,) = sections(found)
    first, second = measures(found)
    assert [[entry["value"] for entry in node.get("targets", [])] for node in (section, first, second)] == [
        [],
        [20],
        [8],
    ]
    assert [[entry["end"] for entry in node.get("deadlines", [])] for node in (section, first, second)] == [
        [],
        ["2023-06-30"],
        ["2023-09-30"],
    ]
    assert [owners(node) for node in (section, first, second)] == [
        ["lead 牵头负责: 养老专班"],
        ["responsible 负责: 县民政局"],
        ["responsible 负责: 县住建局"],
    ]


def test_preamble_is_the_text_before_the_first_number() -> None:
    preamble = "为健全服务体系，方便群众生活，结合我县实际，制定本计划。"
    found = plan(f"{preamble}\n一、主要任务\n1.建食堂。方便就餐。{OWNED}")
    assert found["preamble"]["text"] == preamble


def test_no_preamble_without_such_text() -> None:
    assert "preamble" not in plan(f"一、主要任务\n1.建食堂。方便就餐。{OWNED}")


CLOSINGS = {
    "entry into force": "本计划自印发之日起施行，有效期3年。",
    "who interprets": "本计划由县民政局负责解释。",
    "as a deed": "本措施自2023年5月1日起施行，有效期至2025年12月31日。",
}


@pytest.mark.parametrize("closing", CLOSINGS.values(), ids=CLOSINGS.keys())
def test_closing_is_no_part_of_the_last_measure(closing: str) -> None:
    found = plan(f"一、主要任务\n1.建食堂。方便就餐。{OWNED}\n2.设驿站。方便歇脚。{OWNED}\n\n{closing}")
    assert found["closing"]["text"] == closing
    assert [node["text"] for node in measures(found)] == ["方便就餐。", "方便歇脚。"]
    assert [owners(node) for node in measures(found)] == [["responsible 负责: 县民政局"]] * 2


def test_what_follows_the_last_bracket_is_the_closing_though_text_follows_another() -> None:
    """Text behind one measure's bracket does not make headings of all of them."""
    found = plan(
        f"一、主要任务\n1.建食堂。方便就餐。{OWNED}\n食堂由各村管理。\n2.设驿站。方便歇脚。{OWNED}\n各村要抓好落实。"
    )
    assert found["closing"]["text"] == "各村要抓好落实。"


def test_text_below_headings_that_close_with_their_bodies_is_no_closing() -> None:
    found = plan(f"一、主要任务\n1.建食堂{OWNED}\n方便就餐。\n2.设驿站{OWNED}\n方便歇脚。")
    assert "closing" not in found
    assert [node["text"] for node in measures(found)] == ["方便就餐。", "方便歇脚。"]


def test_several_plans_in_one_notice_keep_their_measures_apart() -> None:
    body = f"一、主要任务\n1.建食堂。方便就餐。{OWNED}"
    found = extract(
        "青禾县人民政府关于印发青禾县养老行动计划和青禾县托育行动计划的通知\n各乡镇人民政府：\n现印发给你们。\n"
        f"青禾县人民政府\n2023年3月10日\n\n青禾县养老行动计划\n\n{body}\n\n青禾县托育行动计划\n\n{body}\n"
    ).to_dict()["plan"]
    found_ids = [node["id"] for node in nodes(found)]
    assert len(set(found_ids)) == len(found_ids)
    assert [node["title"] for node in measures(found)] == ["建食堂", "建食堂"]


def test_own_bodies_and_the_heading_s_answer_for_a_measure() -> None:
    found = extract(
        notice(
            "一、养老服务（养老专班牵头负责）\n1.建食堂。方便就餐。（县民政局具体负责）\n2.设驿站。方便歇脚。"
        )
    )
    in_effect = {
        node_id: [(owner.department.text, owner.role, owner.via) for owner in listed]
        for node_id, listed in found.all_effective_owners().items()
    }
    assert in_effect == {
        "1": [("养老专班", "lead", "own")],
        "1.1": [("县民政局", "responsible", "own"), ("养老专班", "lead", "section")],
        "1.2": [("养老专班", "lead", "section")],
    }


@pytest.mark.parametrize(
    ("below", "owner"),
    [
        ("（县商务局牵头）", "lead 牵头: 县商务局"),
        ("牵头单位：县商务局", "lead 牵头单位: 县商务局"),
        ("抓好网点建设，方便群众。（县商务局牵头）", "lead 牵头: 县商务局"),
    ],
)
def test_what_stands_below_a_heading_may_name_its_bodies(below: str, owner: str) -> None:
    (section,) = sections(plan(f"一、发展商贸\n{below}\n1.建网点。新建网点5个。{OWNED}"))
    assert owners(section) == [owner]
    assert [owners(measure) for measure in section["measures"]] == [["responsible 负责: 县民政局"]]


def test_the_nearest_heading_answers_not_the_one_above_it() -> None:
    found = extract(
        notice(
            "一、养老服务（县政府办负责）\n（一）机构（养老专班负责）\n1.建食堂。方便就餐。（县民政局具体负责）\n"
            "（二）居家\n2.设驿站。方便歇脚。（县住建局具体负责）"
        )
    )
    assert [owner.department.text for owner in found.effective_owners("1.1.1")] == ["县民政局", "养老专班"]
    assert [owner.department.text for owner in found.effective_owners("1.2.2")] == ["县住建局", "县政府办"]


PLACES = {
    "in the preamble": ("为健全体系，制定本计划。任务后所列单位，列第一位者为牵头单位，下同。\n", ""),
    "under the heading": ("一、主要任务\n任务后所列单位，列第一位者为牵头单位，下同。\n", ""),
    "as a note at the end": ("", "\n注：列第一位者为牵头单位，下同。"),
}


@pytest.mark.parametrize(("before", "after"), PLACES.values(), ids=PLACES.keys())
def test_a_convention_holds_wherever_it_stands(before: str, after: str) -> None:
    heading = "" if "一、" in before else "一、主要任务\n"
    found = extract(notice(f"{before}{heading}1.建食堂。方便就餐。（县民政局、县财政局负责）{after}"))
    written = found.to_dict()["plan"]
    assert [entry["kind"] for entry in written.get("conventions", [])] == ["first_listed_leads"]
    (node,) = measures(written)
    assert owners(node) == ["responsible 负责: 县民政局、县财政局"]
    assert [(owner.department.text, owner.role) for owner in found.effective_owners(node["id"])] == [
        ("县民政局", "lead"),
        ("县财政局", "responsible"),
    ]


@pytest.mark.parametrize("label", ["责任单位：{}", "{}负责"])
def test_each_sentence_of_a_measure_may_close_with_its_own_responsibility(label: str) -> None:
    first, second = (label.format(body) for body in ("县民政局", "县财政局"))
    (node,) = measures(
        plan(f"一、养老\n1.建食堂。方便老人就餐。（{first}）落实运营补贴政策。（{second}）加强宣传。")
    )
    assert [owner.rpartition(" ")[2] for owner in owners(node)] == ["县民政局", "县财政局"]


def test_what_measures_without_numbers_do_not_take_is_kept_around_them() -> None:
    text = (
        "青禾县夜市实施方案\n为促进消费，制定本方案。\n总体目标\n到2023年底，打造夜市10条。\n重点任务\n"
        "办好夜市。延长营业时间。（责任单位：县商务局）\n办好演出。举办演出20场。（责任单位：县文旅局）\n"
        "开通公交。延长末班车时间。（责任单位：县交通局）\n保障措施\n县财政每年安排资金100万元。\n"
    )
    plan = extract(text).to_dict()["plan"]
    assert [measure["title"] for measure in plan["measures"]] == ["办好夜市", "办好演出", "开通公交"]
    assert plan["preamble"]["text"].split("\n")[1:] == ["总体目标", "到2023年底，打造夜市10条。", "重点任务"]
    assert [target["value"] for target in plan["preamble"]["targets"]] == [10]
    assert plan["closing"]["text"].split("\n") == ["保障措施", "县财政每年安排资金100万元。"]


def test_a_heading_above_each_measure_without_number_is_its_title() -> None:
    text = (
        "青禾县夜市实施方案\n为促进消费，制定本方案。\n"
        "夜市\n延长营业时间。（责任单位：县商务局）\n演出\n举办演出20场。（责任单位：县文旅局）\n"
    )
    assert [measure["title"] for measure in extract(text).to_dict()["plan"]["measures"]] == ["夜市", "演出"]


def test_a_text_above_its_label_line_is_no_heading() -> None:
    closed = "办好夜市。延长时间。（责任单位：县商务局）\n" * 3
    lined = "开通公交。新增班次30个。\n责任单位：县交通局\n"
    measures = extract(f"青禾县夜市实施方案\n为促进消费，制定本方案。\n{closed}{lined}").to_dict()["plan"][
        "measures"
    ]
    assert (measures[-1]["title"], [each["value"] for each in measures[-1]["targets"]]) == ("开通公交", [30])
