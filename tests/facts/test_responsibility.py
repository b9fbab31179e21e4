"""Who answers: which brackets and lines name bodies, in which role, and which only look like it."""

from __future__ import annotations

import pytest

from ..support import measure, owners

TASK = "修整渠道。组织清淤护岸，保障灌溉。"
ONE = ["responsible 负责: 县水利局"]


def owners_of(ending: str) -> list[str]:
    return owners(measure(TASK + ending))


BRACKETS = {
    "full width round": "（县水利局负责）",
    "half width round": "(县水利局负责)",
    "full width closed by half width": "（县水利局负责)",
    "half width closed by full width": "(县水利局负责）",
    "tortoise": "〔县水利局负责〕",
    "small tortoise": "﹝县水利局负责﹞",
    "square": "[县水利局负责]",
    "full width square": "［县水利局负责］",
    "square closed by full width": "[县水利局负责］",
    "lenticular": "【县水利局负责】",
    "period after the bracket": "（县水利局负责）。",
    "blanks inside": "（ 县水利局 负责 ）",
    "blank before": " （县水利局负责）",
    "ideographic blank before": "\u3000（县水利局负责）",
    "on its own line": "\n（县水利局负责）",
    "on its own line after blank lines": "\n\n\n（县水利局负责）",
    "on its own line, with a period": "\n（县水利局负责）。",
    "broken by a line end": "（县水利局\n负责）",
    "broken by a page number": "（县水\n\n— 5 —\n\n利局负责）",
}


@pytest.mark.parametrize("ending", BRACKETS.values(), ids=BRACKETS.keys())
def test_brackets(ending: str) -> None:
    assert owners_of(ending) == ONE


def test_period_only_after_the_bracket() -> None:
    assert owners(measure("修整渠道，组织清淤护岸（县水利局负责）。")) == ONE


NESTED = {
    "angle in round": ("（各县〈市、区〉人民政府负责）", ["responsible 负责: 各县〈市、区〉人民政府"]),
    "second plate in angle": ("（市工信局〈市国资委〉负责）", ["responsible 负责: 市工信局〈市国资委〉"]),
    "square in round": ("(各镇[街道]负责)", ["responsible 负责: 各镇[街道]"]),
    "round in round": ("（各县（市、区）人民政府负责）", ["responsible 负责: 各县（市、区）人民政府"]),
    "round in tortoise": ("〔县工信局（县数据局）负责〕", ["responsible 负责: 县工信局（县数据局）"]),
    "separators inside do not separate": (
        "（县水利局、各乡（镇、街道）负责，县财政局〈县国资委〉配合）",
        ["responsible 负责: 县水利局、各乡（镇、街道）", "support 配合: 县财政局〈县国资委〉"],
    ),
}


@pytest.mark.parametrize(("ending", "expected"), NESTED.values(), ids=NESTED.keys())
def test_nested_brackets_are_kept(ending: str, expected: list[str]) -> None:
    assert owners_of(ending) == expected


PATTERNS = {
    "one body answers": ("县水利局负责", ONE),
    "several answer": ("县水利局、县财政局负责", ["responsible 负责: 县水利局、县财政局"]),
    "in person": ("县水利局具体负责", ["responsible 具体负责: 县水利局"]),
    "lead and support": (
        "县水利局牵头，县财政局、县林业局配合",
        ["lead 牵头: 县水利局", "support 配合: 县财政局、县林业局"],
    ),
    "responsible and support": (
        "县水利局负责，县财政局配合",
        ["responsible 负责: 县水利局", "support 配合: 县财政局"],
    ),
    "lead and responsible": (
        "县水利局牵头，县财政局负责",
        ["lead 牵头: 县水利局", "responsible 负责: 县财政局"],
    ),
    "lead alone": ("县水利局牵头", ["lead 牵头: 县水利局"]),
    "no role word": ("县水利局、县财政局", ["unspecified: 县水利局、县财政局"]),
    "no role word, one body": ("县水利局", ["unspecified: 县水利局"]),
    "task force leads": ("水利专班牵头负责", ["lead 牵头负责: 水利专班"]),
    "three groups": (
        "县水利局牵头，县财政局负责，县林业局配合",
        ["lead 牵头: 县水利局", "responsible 负责: 县财政局", "support 配合: 县林业局"],
    ),
    "groups parted by a semicolon": (
        "县水利局牵头；县财政局配合",
        ["lead 牵头: 县水利局", "support 配合: 县财政局"],
    ),
    "groups parted by 、": ("县水利局牵头、县财政局配合", ["lead 牵头: 县水利局", "support 配合: 县财政局"]),
    "half width comma": ("县水利局牵头,县财政局配合", ["lead 牵头: 县水利局", "support 配合: 县财政局"]),
    "comma in a list": (
        "县水利局、县财政局，各乡镇人民政府负责",
        ["responsible 负责: 县水利局、县财政局、各乡镇人民政府"],
    ),
    "comma in the list of the second group": (
        "县水利局牵头，县财政局，各乡镇人民政府配合",
        ["lead 牵头: 县水利局", "support 配合: 县财政局、各乡镇人民政府"],
    ),
    "A together with B": ("县水利局会同县林业局负责", ["lead 会同: 县水利局", "responsible 负责: 县林业局"]),
    "A together with B and others": (
        "县水利局会同县林业局等部门负责",
        ["lead 会同: 县水利局", "responsible 负责: 县林业局 …"],
    ),
    "the word comes after the open list": (
        "县水利局、县财政局等部门按职责分工负责",
        ["responsible 按职责分工负责: 县水利局、县财政局 …"],
    ),
}


@pytest.mark.parametrize(("inside", "expected"), PATTERNS.values(), ids=PATTERNS.keys())
def test_role_patterns(inside: str, expected: list[str]) -> None:
    assert owners_of(f"（{inside}）") == expected


ROLE_WORDS = {
    "lead": "牵头 牵头负责 主办",
    "responsible": "负责 具体负责 分别负责 按职责分工负责 按照职责分工负责 落实 承办",
    "support": "配合 参与 协助 协办",
    "oversight": "指导 监督",
}
LABELS = {
    "lead": "牵头单位 牵头部门 主办单位",
    "responsible": "责任单位 责任部门 负责部门 承办单位",
    "support": "配合单位 参与部门 参与单位 协办单位",
    "oversight": "指导部门",
}


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(word, role) for role, words in table.items() for word in words.split()]


@pytest.mark.parametrize(("word", "role"), pairs(ROLE_WORDS))
def test_role_words_stand_after_the_bodies(word: str, role: str) -> None:
    assert owners_of(f"（县水利局、县财政局{word}）") == [f"{role} {word}: 县水利局、县财政局"]


@pytest.mark.parametrize(("label", "role"), pairs(LABELS))
@pytest.mark.parametrize(
    "form",
    ["（{}：县水利局、县财政局）", "({}:县水利局、县财政局)", "\n{}：县水利局、县财政局"],
    ids=["bracket", "half width", "line"],
)
def test_labels_stand_before_the_bodies(form: str, label: str, role: str) -> None:
    assert owners_of(form.format(label)) == [f"{role} {label}: 县水利局、县财政局"]


LEAD_AND_SUPPORT = ["lead 牵头单位: 县水利局", "support 配合单位: 县财政局、县林业局"]
LABELLED = {
    "two labels, semicolon": ("（牵头单位：县水利局；配合单位：县财政局、县林业局）", LEAD_AND_SUPPORT),
    "two labels, comma": ("（牵头单位：县水利局，配合单位：县财政局、县林业局）", LEAD_AND_SUPPORT),
    "two labels, period": ("（牵头单位：县水利局。配合单位：县财政局、县林业局。）", LEAD_AND_SUPPORT),
    "two lines": ("\n牵头单位：县水利局\n配合单位：县财政局、县林业局", LEAD_AND_SUPPORT),
    "two lines with periods": ("\n牵头单位：县水利局。\n配合单位：县财政局、县林业局。", LEAD_AND_SUPPORT),
    "two labels on one line": ("\n牵头单位：县水利局；配合单位：县财政局、县林业局", LEAD_AND_SUPPORT),
    "three lines": (
        "\n牵头单位：县水利局\n责任单位：各乡镇人民政府\n配合单位：县财政局、县林业局",
        [
            "lead 牵头单位: 县水利局",
            "responsible 责任单位: 各乡镇人民政府",
            "support 配合单位: 县财政局、县林业局",
        ],
    ),
    "line with a blank after the colon": ("\n责任单位： 县水利局", ["responsible 责任单位: 县水利局"]),
    "open list": ("（责任单位：县水利局、县财政局等）", ["responsible 责任单位: 县水利局、县财政局 …"]),
    "line that ends in places": (
        "\n责任单位：县水利局、各乡（镇、街道）",
        ["responsible 责任单位: 县水利局、各乡（镇、街道）"],
    ),
    "line that ends in a second plate": (
        "\n责任单位：县工信局（县数据局）",
        ["responsible 责任单位: 县工信局（县数据局）"],
    ),
    "behind the text, ending in places": (
        "责任单位：县水利局、各乡（镇、街道）。",
        ["responsible 责任单位: 县水利局、各乡（镇、街道）"],
    ),
    "labels parted by a full stop in a bracket": (
        "（责任单位：县水利局。配合单位：县财政局）",
        ["responsible 责任单位: 县水利局", "support 配合单位: 县财政局"],
    ),
    "labels parted by a full stop in a bracket never closed": (
        "（责任单位：县水利局。配合单位：县财政局",
        ["responsible 责任单位: 县水利局", "support 配合单位: 县财政局"],
    ),
    "a scope is no body": ("（责任单位：县水利局；适用范围：全县）", ["responsible 责任单位: 县水利局"]),
    "a contact is no body": ("（责任单位：县水利局；联系人：王禾）", ["responsible 责任单位: 县水利局"]),
    "a scope line is no body": ("\n适用范围：全县\n责任单位：县水利局", ["responsible 责任单位: 县水利局"]),
}


@pytest.mark.parametrize(("ending", "expected"), LABELLED.values(), ids=LABELLED.keys())
def test_labels_and_fields(ending: str, expected: list[str]) -> None:
    assert owners_of(ending) == expected


@pytest.mark.parametrize(
    "ending",
    [
        "（责任单位：县水利局；完成时限：2023年10月底前）",
        "\n责任单位：县水利局\n完成时限：2023年10月底前",
        "\n完成时限：2023年10月底前\n责任单位：县水利局",
    ],
    ids=["in the bracket", "line after", "line before"],
)
def test_a_time_limit_beside_the_bodies_is_a_deadline(ending: str) -> None:
    found = measure(TASK + ending)
    assert owners(found) == ["responsible 责任单位: 县水利局"]
    assert [(entry["text"], entry["kind"], entry["end"]) for entry in found["deadlines"]] == [
        ("2023年10月底前", "by", "2023-10-31")
    ]


@pytest.mark.parametrize(
    ("bracket", "expected", "deadline"),
    [
        ("（县水利局，2023年10月底前完成）", "unspecified: 县水利局", ("by", "2023-10-31")),
        ("（县水利局、县财政局，2023年底前）", "unspecified: 县水利局、县财政局", ("by", "2023-12-31")),
        ("（县水利局负责，2023年底前）", "responsible 负责: 县水利局", ("by", "2023-12-31")),
    ],
)
def test_a_time_behind_the_bodies_is_a_deadline(
    bracket: str, expected: str, deadline: tuple[str, str]
) -> None:
    found = measure(TASK + bracket)
    assert owners(found) == [expected]
    assert [(entry["kind"], entry.get("end")) for entry in found["deadlines"]] == [deadline]


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("（县水利局牵头督导，县财政局参与配合）", ["lead 牵头督导: 县水利局", "support 参与配合: 县财政局"]),
        ("（县水利局依职责分工负责）", ["responsible 依职责分工负责: 县水利局"]),
        ("（各乡镇人民政府结合实际抓好落实）", ["responsible 结合实际抓好落实: 各乡镇人民政府"]),
        (
            "\n责任单位：县水利局牵头，县财政局等单位配合",
            ["lead 牵头: 县水利局", "support 配合: 县财政局 …"],
        ),
        (
            "（责任单位：县水利局（牵头）、县财政局、各乡镇人民政府）",
            ["lead 牵头: 县水利局", "responsible 责任单位: 县财政局、各乡镇人民政府"],
        ),
        ("（责任人：某某，责任单位：县水利局）", ["responsible 责任单位: 县水利局"]),
        ("（责任单位：县水利局、县委组织部）", ["responsible 责任单位: 县水利局、县委组织部"]),
        ("（县水利局负责；持续实施）", ["responsible 负责: 县水利局"]),
    ],
)
def test_roles_run_together_and_behind_labels(ending: str, expected: list[str]) -> None:
    assert owners_of(ending) == expected


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("\n责任单位：县水利局，各乡镇（街道）", ["responsible 责任单位: 县水利局、各乡镇（街道）"]),
        ("\n责任单位：各县（市、区）", ["responsible 责任单位: 各县（市、区）"]),
        ("责任单位：县水利局，各乡镇（街道）", ["responsible 责任单位: 县水利局、各乡镇（街道）"]),
    ],
)
def test_a_label_line_may_end_in_a_bracket(ending: str, expected: list[str]) -> None:
    assert owners_of(ending) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "推动服务覆盖各乡镇（街道）。",
        "发展家庭农场（合作社、农业企业）。",
        "改造县级医院（县人民医院、县中医院）。",
    ],
)
def test_a_bracket_that_explains_the_word_before_it_assigns_nothing(sentence: str) -> None:
    assert owners_of(sentence) == []


def test_names_alone_close_a_sentence() -> None:
    assert owners_of("（县水利局、县财政局）") == ["unspecified: 县水利局、县财政局"]


@pytest.mark.parametrize(
    ("bracket", "kind"),
    [
        ("（责任单位：县水利局，2023年10月底前完成）", "by"),
        ("（牵头单位：县水利局，责任单位：县财政局，10月底前完成）", "by"),
        ("（责任单位：县水利局牵头，10月底前）", "by"),
        ("（责任单位：县水利局；持续推进）", "ongoing"),
        ("（县水利局负责，长期坚持）", "ongoing"),
    ],
)
def test_a_time_behind_labelled_bodies_is_a_deadline(bracket: str, kind: str) -> None:
    found = measure(TASK + bracket)
    assert all(owner.endswith(("县水利局", "县财政局")) for owner in owners(found))
    assert [entry["kind"] for entry in found["deadlines"]] == [kind]


@pytest.mark.parametrize(
    "word",
    ["等", "等部门", "等单位", "等有关部门", "等县直相关部门", "等7个部门", "等有关方面", "等部门和单位"],
)
@pytest.mark.parametrize("role", ["负责", "具体负责", "按职责分工负责"])
def test_and_others_is_no_body(word: str, role: str) -> None:
    assert owners_of(f"（县水利局、县财政局{word}{role}）") == [f"responsible {role}: 县水利局、县财政局 …"]


@pytest.mark.parametrize(
    ("bodies", "departments"),
    [
        ("县水利局、县财政局等县直相关部门及各乡镇人民政府", "县水利局、县财政局、各乡镇人民政府 …"),
        ("县水利局等有关单位和各乡镇人民政府", "县水利局、各乡镇人民政府 …"),
        ("县水利局等部门、各乡镇人民政府", "县水利局、各乡镇人民政府 …"),
        ("县直有关部门及各乡镇人民政府", "县直有关部门、各乡镇人民政府"),
        ("县水利局及县中等职业学校", "县水利局、县中等职业学校"),
    ],
)
def test_and_others_may_stand_amid_the_list(bodies: str, departments: str) -> None:
    assert owners_of(f"（{bodies}按职责分工负责）") == [f"responsible 按职责分工负责: {departments}"]


def test_only_the_group_that_says_so_is_open() -> None:
    assert owners_of("（县水利局牵头，县财政局等部门配合）") == [
        "lead 牵头: 县水利局",
        "support 配合: 县财政局 …",
    ]


BODIES = {
    "one 各 over kinds of government": ("各市、县（区）人民政府", ["各市、县（区）人民政府"]),
    "towns beside county departments": ("各乡镇、县直有关单位", ["各乡镇", "县直有关单位"]),
    "counties beside city departments": ("各县区、市级有关部门", ["各县区", "市级有关部门"]),
    "a county-level city is a division": ("各区、县级市人民政府", ["各区、县级市人民政府"]),
    "each with its 各": ("各乡镇人民政府、各街道办事处", ["各乡镇人民政府", "各街道办事处"]),
    "各 after a department": ("县水利局、各乡镇人民政府", ["县水利局", "各乡镇人民政府"]),
    "kinds in brackets": ("各乡（镇）人民政府", ["各乡（镇）人民政府"]),
    "和 between bodies": ("县水利局和县财政局", ["县水利局", "县财政局"]),
    "及 between bodies": ("县水利局及各乡镇人民政府", ["县水利局", "各乡镇人民政府"]),
    "以及 between bodies": ("县水利局、县财政局以及县林业局", ["县水利局", "县财政局", "县林业局"]),
    "和 in a planning bureau": ("市规划和自然资源局", ["市规划和自然资源局"]),
    "和 in a reform commission": ("省发展和改革委员会、省财政厅", ["省发展和改革委员会", "省财政厅"]),
    "和 in a culture department": ("省文化和旅游厅、省体育局", ["省文化和旅游厅", "省体育局"]),
    "和 in a grain bureau": ("省粮食和物资储备局", ["省粮食和物资储备局"]),
    "和 in a data bureau": ("市政务服务和数据管理局、市司法局", ["市政务服务和数据管理局", "市司法局"]),
    "和 behind 村 in a merged bureau": ("县农业农村和水利局、县财政局", ["县农业农村和水利局", "县财政局"]),
    "和 in names and between them": (
        "市规划和自然资源局和市文化和旅游局",
        ["市规划和自然资源局", "市文化和旅游局"],
    ),
    "prefix left out": ("省发展改革委、工业和信息化厅、财政厅", ["省发展改革委", "工业和信息化厅", "财政厅"]),
    "party bodies": ("县委宣传部、县委网信办", ["县委宣传部", "县委网信办"]),
    "groups of people": ("团县委、县妇联、县残联", ["团县委", "县妇联", "县残联"]),
    "branches": ("人行青禾支行、青禾银保监分局", ["人行青禾支行", "青禾银保监分局"]),
    "companies": ("国网青禾供电公司、邮政青禾分公司", ["国网青禾供电公司", "邮政青禾分公司"]),
    "short local names": ("县社、县开发区", ["县社", "县开发区"]),
    "task force": ("现代物流工作专班", ["现代物流工作专班"]),
    "lead group": ("县服务业发展领导小组成员单位", ["县服务业发展领导小组成员单位"]),
    "bodies at large": ("县直有关单位、各乡镇", ["县直有关单位", "各乡镇"]),
    "doubled 市": ("市市场监管局、市市政公用局", ["市市场监管局", "市市政公用局"]),
    "blanks in a name": ("县 水利局、县 财政 局", ["县水利局", "县财政局"]),
}


@pytest.mark.parametrize(("names", "expected"), BODIES.values(), ids=BODIES.keys())
def test_bodies(names: str, expected: list[str]) -> None:
    assert owners_of(f"（{names}负责）") == [f"responsible 负责: {'、'.join(expected)}"]


@pytest.mark.parametrize(
    "names",
    [
        "县水利局、县财政局、县林业局",
        "县委宣传部、县文旅局",
        "县水利局、各乡镇人民政府",
        "省财政厅、人行云岭省分行",
    ],
)
def test_nothing_but_bodies_is_a_responsibility_without_role(names: str) -> None:
    assert owners_of(f"（{names}）") == [f"unspecified: {names}"]
