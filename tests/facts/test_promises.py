"""How firmly, from what, by when and whether at all a number is promised."""

from __future__ import annotations

import pytest

from planparse import extract

from ..support import as_stated, measure, quantities, quantities_of, target

STRENGTHS = {
    "确保": ("确保新建驿站20座。", "binding"),
    "必须": ("入学率必须达到98%。", "binding"),
    "不得": ("护理型床位占比不得低于60%。", "binding"),
    "plain": ("新建驿站20座。", "plain"),
    "plain level": ("入学率达到98%。", "plain"),
    "力争": ("力争新建驿站20座。", "aspirational"),
    "力争 amid": ("入学率力争达到98%。", "aspirational"),
    "争取": ("争取新建驿站20座。", "aspirational"),
    "努力": ("努力新建驿站20座。", "aspirational"),
    "拟": ("拟新建驿站20座。", "aspirational"),
    "预计": ("预计新建驿站20座。", "aspirational"),
    "鼓励": ("鼓励社会力量新建驿站20座。", "encouraged"),
    "支持": ("支持社会力量新建驿站20座。", "encouraged"),
    "引导": ("引导社会力量新建驿站20座。", "encouraged"),
    "探索": ("探索新建共享驿站20座。", "encouraged"),
}


@pytest.mark.parametrize(("sentence", "strength"), STRENGTHS.values(), ids=STRENGTHS.keys())
def test_strength(sentence: str, strength: str) -> None:
    assert [(entry["what"], entry.get("strength")) for entry in quantities_of(sentence)] == [
        ("target", strength)
    ]


def test_a_soft_verb_covers_the_list_it_opens() -> None:
    assert [entry["strength"] for entry in quantities_of("拟申报省级工坊2家、市级工坊3家。")] == [
        "aspirational"
    ] * 2


def test_a_soft_verb_at_the_head_covers_every_level_of_the_sentence() -> None:
    found_strengths = [
        entry["strength"]
        for entry in quantities_of("力争到2024年，入学率达到98%，空置床位减少20张，占比不低于30%。")
    ]
    assert found_strengths == ["aspirational"] * 3


def test_a_firm_verb_amid_a_sentence_covers_only_its_clause() -> None:
    assert [
        entry["strength"] for entry in quantities_of("办结率确保达到100%，排队时长由70分钟缩短到40分钟。")
    ] == [
        "binding",
        "plain",
    ]


def test_a_soft_verb_ends_with_its_sentence() -> None:
    assert [entry["strength"] for entry in quantities_of("力争新建驿站2座。改造书屋3个。")] == [
        "aspirational",
        "plain",
    ]


BASES = {
    "新建": ("新建驿站20座。", "increment"),
    "新增": ("新增床位300张。", "increment"),
    "培育": ("培育龙头企业3家。", "increment"),
    "累计": ("累计建成驿站50座。", "level"),
    "总数": ("驿站总数达到50座。", "level"),
    "达到": ("养老床位达到3000张。", "level"),
    "到 after a verb of adding": ("培育龙头企业达到20家。", "level"),
    "新增 before a level": ("新增床位达到300张。", "increment"),
    "a share": ("护理型床位占比不低于60%。", "level"),
    "a rate": ("入学率达到98%。", "level"),
}


@pytest.mark.parametrize(("sentence", "basis"), BASES.values(), ids=BASES.keys())
def test_basis(sentence: str, basis: str) -> None:
    assert [(entry["what"], entry.get("basis")) for entry in quantities_of(sentence)] == [("target", basis)]


DUE = {
    "by a month": ("2023年8月底前新建驿站2座。", "2023-08-31"),
    "by a month of the plan's year": ("8月底前，新建驿站2座。", "2023-08-31"),
    "by the end of the year": ("年底前新建驿站2座。", "2023-12-31"),
    "to a year": ("到2025年，驿站总数达到50座。", "2025-12-31"),
    "time amid the sentence": ("驿站总数2024年底达到50座。", "2024-12-31"),
    "before a year": ("2027年前新建驿站2座。", "2027-12-31"),
}


@pytest.mark.parametrize(("sentence", "due"), DUE.values(), ids=DUE.keys())
def test_due_is_the_time_of_the_same_sentence(sentence: str, due: str) -> None:
    assert [entry.get("due") for entry in quantities_of(sentence)] == [due]


def test_due_covers_every_promise_of_the_sentence() -> None:
    assert [entry.get("due") for entry in quantities_of("2024年底前，新建驿站2座、书屋3个。")] == [
        "2024-12-31"
    ] * 2


@pytest.mark.parametrize(
    "sentence", ["新建驿站2座。", "8月底前完成选址。新建驿站2座。"], ids=["no time", "other sentence"]
)
def test_no_due_without_a_time_in_the_sentence(sentence: str) -> None:
    (entry,) = quantities_of(sentence)
    assert "due" not in entry


def test_each_promise_has_the_time_before_it() -> None:
    assert [
        entry.get("due") for entry in quantities_of("2023年底前新建驿站2座，2024年底前新建驿站5座。")
    ] == [
        "2023-12-31",
        "2024-12-31",
    ]


PAIRS = {
    "years and levels in one order": ("到2025年和2030年，覆盖率达到60%和80%。", ["2025-12-31", "2030-12-31"]),
    "years after one word": ("到2025年、2030年，覆盖率分别达到60%、80%。", ["2025-12-31", "2030-12-31"]),
    "years joined": ("到2025年和2030年，驿站分别达到60座和80座。", ["2025-12-31", "2030-12-31"]),
    "days": ("2024年6月底前、2024年底前，分别新建驿站2座、5座。", ["2024-06-30", "2024-12-31"]),
    "one time for both": ("到2024年底，驿站、书屋分别达到60座、80个。", ["2024-12-31", "2024-12-31"]),
}


@pytest.mark.parametrize(("sentence", "due"), PAIRS.values(), ids=PAIRS.keys())
def test_as_many_times_as_numbers_are_pairs(sentence: str, due: list[str]) -> None:
    assert [entry.get("due") for entry in quantities_of(sentence)] == due


def test_a_sentence_tells_what_was_up_to_the_time_of_a_promise() -> None:
    wanted = [target(80, "%", ">=", "驿站覆盖率", due="2023-12-31")]
    sentence = "2021年驿站覆盖率达到62%，到2023年底驿站覆盖率达到80%。"
    assert as_stated(quantities_of(sentence), wanted) == wanted


@pytest.mark.parametrize(
    "sentence", ["投诉率较2021年下降16%。", "将2021年建成的驿站改造20座。", "2021年起新建驿站20座。"]
)
def test_a_time_before_the_plan_that_tells_nothing(sentence: str) -> None:
    assert len(quantities_of(sentence)) == 1


def test_targets_and_standards_of_one_measure_keep_apart() -> None:
    node = measure(
        "发展冷链。对新建冷库按设备投资额的20%给予补助，单个项目最高不超过150万元。到2024年底，"
        "冷库总库容达到38万立方米。（县商务局负责）"
    )
    assert [(entry["value"], entry["unit"], entry["due"]) for entry in node["targets"]] == [
        (380_000, "立方米", "2024-12-31")
    ]
    assert [(entry["value"], entry["kind"]) for entry in node["standards"]] == [
        (20, "rate"),
        (1_500_000, "payment"),
    ]


def test_numbers_in_the_bodies_bracket_are_not_read() -> None:
    assert quantities(measure("完善服务。改善环境。（县民政局、县供销社3家单位负责）")) == []


GOES_ON = {
    "a clause that opens with a number": ("培养10名骨干，60名新秀，100名学员。", ["骨干", "新秀", "学员"]),
    "a sum that opens its clause": ("新增5亿元贷款，3亿元债券。", ["贷款", "债券"]),
    "bounds in a row": ("引进不少于10名教师，不少于20名医生。", ["教师", "医生"]),
    "an unknown verb before a bound": ("每年资助不少于100名青年学员。", ["青年学员"]),
    "what describes the noun is listed": ("打造10个特色鲜明、功能完善的驿站。", ["驿站"]),
    "nouns are listed": ("引进3家养老企业、具备资质的护理机构。", ["养老企业"]),
}


@pytest.mark.parametrize(("sentence", "indicators"), GOES_ON.values(), ids=GOES_ON.keys())
def test_what_is_counted_stands_behind_the_number(sentence: str, indicators: list[str]) -> None:
    assert [entry["indicator"] for entry in quantities_of(sentence)] == indicators


def test_years_of_life_are_reached_and_ages_are_not() -> None:
    assert [entry["value"] for entry in quantities_of("人均预期寿命达到80.5岁。")] == [80.5]
    assert not quantities_of("服务对象年龄达到60岁。")


def test_numbers_in_plain_quotation_marks_are_names() -> None:
    assert not quantities_of('举办"养老服务50人会"活动。')
    assert [entry["value"] for entry in quantities_of('建成"幸福"驿站50个，推广"邻里"品牌。')] == [50]


@pytest.mark.parametrize(
    ("sentences", "values"),
    [
        ("2020年，全市投入资金3亿元，建成平台120家。到2025年，建成平台200家。", [200]),
        ("截至2020年底，全市共有平台20家，床位2万张。再建平台3家。", [3]),
        ("2018年以来，全市建成平台12家，培训300人次。", []),
        ("近年来，全市建成平台12家。力争再建平台5家。", [5]),
        ("近年来平台不断增加，力争建成50家。", [50]),
        ("我市产值已突破300亿元，建成平台5家。", [5]),
        ("2020年全市建成平台30家，2021年新建10家。", [10]),
        ("2021年建成平台30家。", [30]),
    ],
)
def test_what_was_achieved_is_no_target(sentences: str, values: list[int]) -> None:
    text = f"青禾县“十四五”平台发展规划\n一、主要任务\n（一）建设平台。{sentences}（县甲局负责）\n"
    plan = extract(text).plan
    assert plan is not None
    measure = (plan.sections or ())[0].measures[0]
    assert [target.value for target in measure.targets or ()] == values
    assert not any(standard.kind == "budget" for standard in measure.standards or ())


CLAUSE_BEFORE = {
    "what is raised": ("稳步提高入学率，到2025年达到98%。", ["入学率"]),
    "what is shortened": ("压缩办证时间，2024年底前压缩至1个工作日以内。", ["办证时间"]),
    "what is built": ("建设一批驿站，到2025年达到50座。", ["驿站"]),
    "what is kept steady": ("护理型床位占比保持基本稳定，不低于60%。", ["护理型床位占比"]),
    "not where the clause has its own noun": ("提高服务水平，入学率达到98%。", ["入学率"]),
    "not where a number before has one": ("提高服务水平，入学率达到98%，力争99%。", ["入学率", "入学率"]),
    "not from another sentence": ("提高入学率。到2025年达到98%。", [None]),
}


@pytest.mark.parametrize(("sentence", "indicators"), CLAUSE_BEFORE.values(), ids=CLAUSE_BEFORE.keys())
def test_a_bare_level_is_that_of_the_clause_before(sentence: str, indicators: list[str | None]) -> None:
    assert [entry.get("indicator") for entry in quantities_of(sentence)] == indicators


ACTORS = {
    "must, weak verb": ("县公安局要组织开展演练不少于6次。", ["演练"]),
    "must, two verbs": ("各乡镇要举办培训不少于2期。", ["培训"]),
    "how often": ("各单位每季度召开会议不少于1次。", ["会议"]),
    "not within a word": ("完成重要建设驿站6座。", ["重要建设驿站"]),
    "not where the verb is the noun": ("教师人均每年培训不少于20学时。", ["教师人均每年培训"]),
}


@pytest.mark.parametrize(("sentence", "indicators"), ACTORS.values(), ids=ACTORS.keys())
def test_who_is_to_do_it_is_no_part_of_the_noun(sentence: str, indicators: list[str]) -> None:
    assert [entry["indicator"] for entry in quantities_of(sentence)] == indicators


STAGES = {
    "levels": ("2023年底前，入学率达到90%；2024年底前达到95%；2025年底前达到98%。", ["入学率"] * 3),
    "counts": ("2023年新建驿站20座；2024年新建30座。", ["驿站"] * 2),
    "not of another noun": ("2023年底前，入学率达到90%；2024年底前，普及率达到95%。", ["入学率", "普及率"]),
    "not without a time": ("2023年底前，入学率达到90%；确保达到95%。", ["入学率", None]),
}


@pytest.mark.parametrize(("sentence", "indicators"), STAGES.values(), ids=STAGES.keys())
def test_stages_of_one_promise_share_its_noun(sentence: str, indicators: list[str | None]) -> None:
    assert [entry.get("indicator") for entry in quantities_of(sentence)] == indicators


def test_each_share_of_a_list_is_of_its_own_kind() -> None:
    entries = quantities_of("100%的驿站和80%的书屋实现夜间开放。")
    assert [(entry["value"], entry["indicator"]) for entry in entries] == [(100, "驿站"), (80, "书屋")]
