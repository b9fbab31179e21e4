"""Titles of the notice and of its plan; issuers that a title names."""

from __future__ import annotations

import pytest

from planparse.structure.titles import title_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云溪市平台建设行动计划", "plan"),
        ("云溪市平台建设实施方案（试行）".replace("（", "(").replace("）", ")"), "plan"),
        ("关于支持平台建设的若干措施", "plan"),
        ("云溪市停车管理办法", "regulation"),
        ("云溪市粮食应急预案", "regulation"),
        ("云溪市人民政府关于同意建设平台的批复", "other"),
        ("云溪市财政局关于开展资金申报工作的通知", "other"),
        ("云溪市人民政府", None),
    ],
)
def test_kinds_of_title(rules, title: str, kind: str | None) -> None:
    assert title_kind(title, rules) == kind


@pytest.mark.parametrize(
    "lines",
    [
        ["云溪市人民政府关于印发云溪市平台建设行动计划的通知"],
        ["云溪市人民政府", "关于印发云溪市平台建设", "行动计划的通知"],
        ["云溪市人民政府关于印发云溪市平台建设行动计划", "的通知"],
        ["云 溪 市 人 民 政 府", "关于印发云溪市平台建设行动计划的通知"],
    ],
)
def test_a_title_may_take_several_lines(structure, lines: list[str]) -> None:
    read = structure("\n\n".join(lines) + "\n\n各县人民政府：\n")
    assert read.values("title") == ["云溪市人民政府关于印发云溪市平台建设行动计划的通知"]
    assert [part for part, _ in read.parts()] == ["title"] * len(lines) + ["addressees"]


def test_a_heading_of_the_website_repeats_the_title(structure) -> None:
    read = structure(
        "云溪市人民政府\n政策文件\n云溪市人民政府关于加快平台建设的意见\n"
        "云溪市人民政府\n关于加快平台建设的意见\n各县人民政府：\n"
    )
    assert read.values("title") == ["云溪市人民政府关于加快平台建设的意见"]
    assert [part for part, _ in read.parts()] == ["metadata"] * 3 + ["title"] * 2 + ["addressees"]


@pytest.mark.parametrize(
    "above",
    [
        "清原省云溪市人民政府办公室",  # the issuer as a collection of laws names it
        "云政办发〔2023〕5号\n云溪市人民政府办公室关于印发云溪市停车办法的通知",
        "云政办发〔2023〕5号《云溪市人民政府办公室关于印发云溪市停车办法的通知》",
    ],
)
def test_what_a_collection_of_laws_puts_above_is_no_title(structure, above: str) -> None:
    title = "云溪市人民政府办公室关于印发云溪市停车办法的通知"
    read = structure(f"{above}\n\n{title}\n云政办发〔2023〕5号\n各县人民政府：\n现印发给你们。\n")
    assert read.values("title") == [title]
    assert read.values("document_number") == ["云政办发〔2023〕5号"]
    assert read.values("issuers") == ["云溪市人民政府办公室"]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("《云溪市人民政府关于加快平台建设的意见》", "云溪市人民政府关于加快平台建设的意见"),
        ("《云溪市人民政府关于印发《停车办法》的通知》", "云溪市人民政府关于印发《停车办法》的通知"),
        ("《云溪市平台建设方案》和《云溪市停车办法》", "《云溪市平台建设方案》和《云溪市停车办法》"),
        ("《云溪市平台建设方案》解读", "《云溪市平台建设方案》解读"),
    ],
)
def test_marks_round_the_whole_title_are_none_of_it(structure, written: str, title: str) -> None:
    assert structure(f"{written}\n各县人民政府：\n一、建设平台。\n").values("title") == [title]


def test_an_order_stands_below_what_the_website_says(structure) -> None:
    read = structure(
        "云溪市停车管理办法\n云溪市人民政府\n云溪市人民政府令\n第12号\n"
        "《云溪市停车管理办法》已经市人民政府常务会议通过，现予公布施行。\n市长 王禾\n2023年3月1日\n"
        "第一条 为加强停车管理，制定本办法。\n"
    )
    assert (read.values("title"), read.values("plan_title")) == (["云溪市人民政府令"], ["云溪市停车管理办法"])


def test_issuer_and_date_below_a_title_are_none_of_it(structure) -> None:
    read = structure("云溪市2022年渡口统计公报\n云溪市统计局\n2023年3月20日\n一、综合\n全年渡运20万人次。\n")
    assert read.values("title") == ["云溪市2022年渡口统计公报"]
    assert read.values("issuers") == ["云溪市统计局"]
    assert str(read.elements.dates["date"]) == "2023-03-20"


def test_when_a_law_was_passed_is_no_title(structure) -> None:
    read = structure(
        "云溪市停车条例\n（2020年4月10日云溪市人民代表大会常务委员会第二次会议通过\n"
        "2023年9月27日云溪市人民代表大会常务委员会第九次会议第一次修正）\n第一条 为加强管理，制定本条例。\n"
    )
    assert read.values("title") == ["云溪市停车条例"]
    assert len(read.paragraphs()) == 3


@pytest.mark.parametrize(
    ("title", "issuers"),
    [
        ("云溪市人民政府关于加快平台建设的意见", ["云溪市人民政府"]),
        ("云溪市人民政府办公室印发关于加快平台建设若干措施的通知", ["云溪市人民政府办公室"]),
        ("云溪市发展改革委 云溪市财政局关于加快平台建设的意见", ["云溪市发展改革委", "云溪市财政局"]),
        ("中共云溪市委云溪市人民政府关于加快平台建设的意见", ["中共云溪市委", "云溪市人民政府"]),
        ("云溪市发展改革委等五部门关于加快平台建设的意见", ["云溪市发展改革委"]),
        ("云 溪 市 财 政 局\n关于加快平台建设的意见", ["云溪市财政局"]),
        ("云溪市财政局\n云溪市商务局\n关于加快平台建设的意见", ["云溪市财政局", "云溪市商务局"]),
        ("云溪市人民政府令", ["云溪市人民政府"]),
        # names a place and a matter, but no body
        ("云溪市平台建设行动计划", []),
        ("云溪开发区关于加快平台建设的意见", []),
    ],
)
def test_issuers_of_a_title(structure, title: str, issuers: list[str]) -> None:
    assert structure(f"{title}\n各县人民政府：\n一、任务\n").values("issuers") == issuers


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["云溪市平台建设行动计划"], "云溪市平台建设行动计划"),
        (["云溪市平台建设", "行动计划"], "云溪市平台建设行动计划"),
        (["关于加快平台建设的若干措施", "（试行）"], "关于加快平台建设的若干措施（试行）"),
        (["附件", "云溪市平台建设行动计划"], "云溪市平台建设行动计划"),
        (["附件1：", "云溪市平台建设行动计划"], "云溪市平台建设行动计划"),
    ],
)
def test_the_title_of_the_plan(structure, lines: list[str], title: str) -> None:
    head = (
        "云溪市人民政府关于印发行动计划的通知\n各县人民政府：\n现印发给你们。\n云溪市人民政府\n2023年3月1日\n"
    )
    read = structure(head + "\n".join(lines) + "\n为加快平台建设，制定本计划。\n一、任务\n")
    assert read.values("plan_title") == [title]
    assert read.paragraphs()[0] == "为加快平台建设,制定本计划。"


def test_the_title_of_the_plan_goes_on_as_the_notice_names_it(structure) -> None:
    read = structure(
        "云溪市人民政府关于印发清水河治理工程代建办法的通知\n各县人民政府：\n现印发给你们。\n"
        "云溪市人民政府\n2023年3月1日\n云溪市清水河治理工程\n代建办法\n第一条 为治理清水河，制定本办法。\n"
    )
    assert read.values("plan_title") == ["云溪市清水河治理工程代建办法"]


def test_a_line_that_ends_in_the_middle_of_a_list_goes_on(structure) -> None:
    read = structure(
        "云溪市人民政府办公室转发市甲局、\n市乙局关于加快平台建设\n若干措施的通知\n各县人民政府：\n一、建设平台。\n"
    )
    assert read.values("title") == ["云溪市人民政府办公室转发市甲局、市乙局关于加快平台建设若干措施的通知"]


@pytest.mark.parametrize("title", ["云溪市平台建设方案的通知", "云溪市人民政府关于加快平台建设的意见"])
def test_a_number_behind_the_title_is_parted_from_it(structure, title: str) -> None:
    read = structure(f"{title}云政发〔2023〕5号\n各县人民政府：\n一、建设平台。\n")
    assert (read.values("title"), read.values("document_number")) == ([title], ["云政发〔2023〕5号"])


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("现将《云溪区若干措施》印发给你们，请认真执行。", ["云溪区若干措施"]),
        ("《云溪区若干措施（试行）》已经区政府同意，现予印发，请认真执行。", ["云溪区若干措施（试行）"]),
        ("现将《云溪区若干措施》印发给你们，并就有关事项通知如下：", []),
        ("现将有关措施印发给你们，请对照《云溪区若干措施》执行。", []),
        ("现将《云溪区先进单位名册》印发给你们。", []),
    ],
)
def test_the_covering_sentence_names_a_plan_that_has_no_title(
    structure, sentence: str, title: list[str]
) -> None:
    head = "云溪区人民政府关于加快平台建设的通知\n各街道办事处：\n"
    assert structure(f"{head}{sentence}\n1.建设平台。（责任单位：区甲局）\n").values("plan_title") == title


def test_who_drew_the_plan_up_stands_below_its_title(structure) -> None:
    read = structure(
        "云溪市人民政府办公室转发市民政局市财政局若干措施的通知\n各县人民政府：\n现转发给你们。\n"
        "云溪市人民政府办公室\n2023年3月1日\n关于办好食堂的若干措施\n市民政局\n市财政局\n"
        "为办好食堂，制定本措施。\n一、任务\n"
    )
    assert (read.part_of("市民政局"), read.part_of("市财政局")) == ("plan_authors", "plan_authors")
    assert read.paragraphs()[0] == "为办好食堂,制定本措施。"
    assert read.values("issuers") == ["云溪市人民政府办公室"]


def test_a_plan_without_title_goes_on_behind_the_covering_sentence(structure) -> None:
    read = structure(
        "云溪区人民政府关于印发《云溪区若干措施》的通知\n各街道办事处：\n"
        "《云溪区若干措施》已经区政府同意，现印发给你们，请认真执行。   为加快平台建设，制定本措施。\n"
        "1.建设平台。（责任单位：区甲局）\n"
    )
    assert read.values("plan_title") == ["云溪区若干措施"]
    assert read.part_of("《云溪区若干措施》已经区政府同意，现印发给你们，请认真执行。") == "notice"
    assert read.paragraphs()[0] == "为加快平台建设,制定本措施。"


@pytest.mark.parametrize("issuers", [["云溪市人民政府"], ["云溪市水利局", "云溪市财政局"]])
def test_on_a_cover_the_issuers_stand_below_the_title(structure, issuers: list[str]) -> None:
    cover = ["云溪市水利发展", "“十四五”规划", *issuers]
    read = structure("\n".join(cover) + "\n一、发展基础\n全市水利设施不断完善。\n二、主要任务\n建设水库。\n")
    assert read.values("title") == ["云溪市水利发展“十四五”规划"]
    assert read.values("issuers") == issuers
    assert [part for part, _ in read.parts()][: len(cover)] == [
        "title",
        "title",
        *["signature"] * len(issuers),
    ]


def test_a_body_in_the_middle_of_a_title_is_part_of_it(structure) -> None:
    read = structure("关于转发\n云溪市水利局\n水库建设实施方案的通知\n各县人民政府：\n现印发给你们。\n")
    assert read.values("title") == ["关于转发云溪市水利局水库建设实施方案的通知"]


def test_a_document_number_right_before_the_title(structure) -> None:
    read = structure("云政发〔2023〕5号云溪市人民政府关于加快平台建设的意见\n各县人民政府：\n")
    assert read.values("title") == ["云溪市人民政府关于加快平台建设的意见"]
    assert read.values("document_number") == ["云政发〔2023〕5号"]


def test_a_document_number_behind_the_title(structure) -> None:
    read = structure("云溪市人民政府关于加快平台建设的意见（云政发〔2023〕5号）\n各县人民政府：\n")
    assert read.values("title") == ["云溪市人民政府关于加快平台建设的意见"]
    assert read.values("document_number") == ["云政发〔2023〕5号"]


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("来自云溪日报", "云溪市人民政府关于加快平台建设的意见"),
        ("（征求意见稿）", "云溪市人民政府关于加快平台建设的意见（征求意见稿）"),
        ("的实施方案", "云溪市人民政府关于加快平台建设的意见的实施方案"),
    ],
)
def test_what_stands_below_a_complete_title(structure, below: str, title: str) -> None:
    read = structure(f"云溪市人民政府关于加快平台建设的意见\n{below}\n为加快建设，提出如下意见。\n")
    assert read.values("title") == [title]


@pytest.mark.parametrize(
    "heading", ["云政发〔2023〕5号《云溪市人民政府关于加快平台建设的意见》", "云溪市停车管理办法"]
)
def test_a_title_that_a_website_repeats(structure, heading: str) -> None:
    title = "云溪市停车管理办法" if "停车" in heading else "云溪市人民政府关于加快平台建设的意见"
    read = structure(f"{heading}\n{title}\n第一条 为加强管理，制定本办法。\n")
    assert read.values("title") == [title]


def test_issuers_of_a_title_that_carries_out_another_document(structure) -> None:
    read = structure("云溪市人民政府贯彻国务院关于加快平台建设意见的实施意见\n各县人民政府：\n一、任务\n")
    assert read.values("issuers") == ["云溪市人民政府"]


@pytest.mark.parametrize(
    "below", ["活动主题：品读经典\n举办地点：全县各镇", "指标 | 单位 | 目标\n书屋 | 家 | 40"]
)
def test_keys_with_values_and_cells_below_a_title_are_none_of_it(structure, below: str) -> None:
    read = structure(f"青禾县全民读书活动方案\n{below}\n一、任务\n（一）办讲座。举办讲座20场。\n")
    assert read.values("title") == ["青禾县全民读书活动方案"]


def test_a_title_goes_on_below_a_heading_with_its_keys(structure) -> None:
    read = structure(
        "青禾县读书方案\n供稿：县图书馆\n青禾县文旅局关于印发青禾县读书方案的通知\n各镇：\n现印发给你们。\n"
    )
    assert read.values("title") == ["青禾县文旅局关于印发青禾县读书方案的通知"]
