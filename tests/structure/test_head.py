"""The head: website's table, number, marks and addressees above the text of a notice."""

from __future__ import annotations

import pytest

TITLE = "云溪市人民政府关于加快平台建设的通知\n"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("云政发〔2023〕5号", ("云政发", 2023, 5)),
        ("云政办发 〔 2023 〕 12 号", ("云政办发", 2023, 12)),
        ("云政函［2023］7号", ("云政函", 2023, 7)),
        ("云溪市人民政府文件    云政发〔2023〕5号", ("云政发", 2023, 5)),
        ("云政发〔2023〕5号    签发人：李四", ("云政发", 2023, 5)),
    ],
)
def test_document_numbers(structure, line: str, number: tuple[str, int, int]) -> None:
    assert structure(f"{line}\n{TITLE}").elements.number == number


@pytest.mark.parametrize("line", ["按云政发〔2023〕5号文件执行。", "云政发2023年5号", "国道336号"])
def test_what_is_no_document_number(structure, line: str) -> None:
    assert structure(f"{line}\n{TITLE}").elements.number is None


def test_a_mark_behind_the_number_without_a_title(structure) -> None:
    read = structure("青政发〔2023〕7号 -\n关于建设食堂的通知\n各乡镇：\n一、建设食堂。\n")
    assert (read.values("document_number"), read.values("title")) == (
        ["青政发〔2023〕7号"],
        ["关于建设食堂的通知"],
    )


def test_number_and_title_that_a_crawler_put_on_one_line(structure) -> None:
    read = structure("云政发〔2023〕5号-云溪市人民政府关于加快平台建设的意见\n各县人民政府：\n")
    assert read.values("document_number") == ["云政发〔2023〕5号"]
    assert read.values("title") == ["云溪市人民政府关于加快平台建设的意见"]
    assert read.values("issuers") == ["云溪市人民政府"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("机密★1年", "security"),
        ("秘密", "security"),
        ("特急", "urgency"),
        ("云溪市人民政府文件", "mark"),
    ],
)
def test_marks_of_the_head(structure, line: str, name: str) -> None:
    read = structure(f"{line}\n{TITLE}各县人民政府：\n")
    assert (read.part_of(line), read.values(name)) == (name, [line])


@pytest.mark.parametrize("line", ["政策文件", "关于转发有关文件", "保守秘密"])
def test_what_is_no_mark(structure, line: str) -> None:
    assert structure(f"{line}\n{TITLE}").part_of(line) in ("metadata", "title", "body")


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        ("各县（市、区）人民政府，市直各有关单位：", ["各县（市、区）人民政府", "市直各有关单位"]),
        # a list of whole bodies inside a longer list
        (
            "各县人民政府，云溪开发区管委会、青山风景区管委会：",
            ["各县人民政府", "云溪开发区管委会", "青山风景区管委会"],
        ),
        # pieces that share a beginning or an end are one addressee
        ("各县人民政府，市人民政府各委、办、局：", ["各县人民政府", "市人民政府各委、办、局"]),
        ("各省、自治区、直辖市人民政府：", ["各省、自治区、直辖市人民政府"]),
        (
            "各省、自治区、直辖市人民政府，有关部委、各直属机构：",
            ["各省、自治区、直辖市人民政府", "有关部委、各直属机构"],
        ),
        ("各市、县（区）人民政府，各大企业：", ["各市、县（区）人民政府", "各大企业"]),
        # without any comma 、 parts whole bodies
        ("科技部、云溪省人民政府：", ["科技部", "云溪省人民政府"]),
        ("各县人民政府、市直各单位：", ["各县人民政府", "市直各单位"]),
        ("区内各企业：", ["区内各企业"]),
        (
            "各省农业农村厅，云溪兵团农业农村局、财政局，清原农垦公司：",
            ["各省农业农村厅", "云溪兵团农业农村局、财政局", "清原农垦公司"],
        ),
    ],
)
def test_addressees(structure, line: str, bodies: list[str]) -> None:
    read = structure(f"{TITLE}{line}\n现就有关事项通知如下。\n")
    assert read.part_of(line) == "addressees"
    assert read.values("addressees") == bodies


@pytest.mark.parametrize(
    "line", ["各单位要做到以下几点：一是抓紧，二是抓实。", "主要任务：", "市甲局负责人表示：“要抓紧”："]
)
def test_what_is_no_addressee(structure, line: str) -> None:
    assert structure(f"{TITLE}{line}\n").values("addressees") == []


def test_addressees_glued_to_the_first_paragraph(structure) -> None:
    read = structure(f"{TITLE}各县人民政府：为加快平台建设，现通知如下。\n一、任务\n")
    assert read.values("addressees") == ["各县人民政府"]
    assert read.part_of("为加快平台建设，现通知如下。") == "body"


def test_a_websites_table(structure) -> None:
    read = structure(
        "索 引 号：A-1 主题分类：综合\n"
        "发文机关：云溪市发展改革委 云溪市财政局 成文日期：2023年3月1日\n"
        "标  题：云溪市发展改革委 云溪市财政局关于加快平台建设的通知\n"
        "发文字号：云发改〔2023〕5号  发布日期：2023年3月9日\n"
        "正文\n"
        "为加快平台建设，现通知如下。\n一、任务\n"
    )
    assert [part for part, _ in read.parts()[:5]] == ["metadata"] * 5
    assert read.values("document_number") == ["云发改〔2023〕5号"]
    assert read.values("title") == ["云溪市发展改革委云溪市财政局关于加快平台建设的通知"]
    assert read.values("issuers") == ["云溪市发展改革委", "云溪市财政局"]
    assert read.elements.dates["date"].isoformat() == "2023-03-01"


@pytest.mark.parametrize(
    "date", ["2023-03-01", "2023/3/1", "2023年3月1日", "2023.03.01", "2023-03-01 08:30:00"]
)
def test_dates_of_a_websites_table(structure, date: str) -> None:
    assert structure(f"成文日期：{date}\n{TITLE}").elements.dates["date"].isoformat() == "2023-03-01"


def test_the_notice_itself_goes_before_the_table(structure) -> None:
    read = structure(
        f"标题：平台建设\n发文字号：云政函〔2020〕1号\n{TITLE}云政发〔2023〕5号\n各县人民政府：\n"
    )
    assert read.values("document_number") == ["云政发〔2023〕5号"]
    assert read.values("title") == ["云溪市人民政府关于加快平台建设的通知"]


def test_a_field_of_a_measure_is_no_metadata(structure) -> None:
    read = structure(f"{TITLE}建设测试平台，年内新建测试基站四十个并全部投入运行使用。\n牵头单位：市甲局\n")
    assert read.part_of("牵头单位：市甲局") == "body"


def test_a_table_whose_values_stand_below_their_keys(structure) -> None:
    read = structure(
        "返回顶部\n• 索引号:\n  A-1\n• 发文机构:\n  县政府网站\n"
        f"• 发文日期:\n  2023年03月01日 16:40\n• 有效性:\n• 内容概述:\n{TITLE}各县人民政府：\n"
    )
    link, *table = [part for part, _ in read.parts()[:9]]
    assert link == "noise" and set(table) == {"metadata"}
    assert read.values("title") == ["云溪市人民政府关于加快平台建设的通知"]
    assert read.elements.dates["date"].isoformat() == "2023-03-01"


def test_a_title_below_an_empty_key_is_no_value(structure) -> None:
    read = structure(f"来源：\n{TITLE}各县人民政府：\n")
    assert read.values("title") == ["云溪市人民政府关于加快平台建设的通知"]


def test_a_table_with_keys_in_brackets(structure) -> None:
    read = structure(
        "文章属性\n∙【制定机关】云溪市财政局\n∙【发文字号】云财〔2023〕5号\n∙【时效性】现行有效\n正文\n"
        "关于加快平台建设的通知\n各县财政局：\n"
    )
    assert {part for part, _ in read.parts()[:5]} == {"metadata"}
    assert (read.values("issuers"), read.values("document_number")) == (["云溪市财政局"], ["云财〔2023〕5号"])


def test_a_table_without_colons(structure) -> None:
    read = structure(
        f"索引号 014046/2023-045 生成日期 2023-03-01 公开时限 长期\n内容概况 {TITLE}{TITLE}各县人民政府：\n"
    )
    assert [part for part, _ in read.parts()[:3]] == ["metadata", "metadata", "title"]


@pytest.mark.parametrize(
    "line",
    [
        "无障碍浏览 长者模式",
        "字号：[ 大 中 小 ] 打印本页 分享到：",
        "政府信息公开",
        "2023-03-22 14:43:15",
        "2023-03-22 来源：云溪市政府办公室 浏览次数：12",
        "11400000MB28359259/2023-4403973",
        "https://www.example.com/a/b.html",
    ],
)
@pytest.mark.parametrize("above", [True, False], ids=["above the title", "below it"])
def test_what_a_website_puts_beside_a_title(structure, line: str, above: bool) -> None:
    title = "云溪市平台建设行动计划\n"
    head = f"{line}\n{title}" if above else f"{title}{line}\n"
    read = structure(f"{head}一、任务\n")
    assert (read.part_of(line), read.values("title")) == ("metadata", ["云溪市平台建设行动计划"])


@pytest.mark.parametrize("date", ["（2023年3月1日）", "(二○二三年三月一日)", "（二〇二三年三月一日）"])
def test_the_date_in_brackets_under_the_title(structure, date: str) -> None:
    title = "中共云溪市委 云溪市人民政府关于加快平台建设的意见"
    read = structure(f"{title}\n{date}\n为加快建设，提出如下意见。\n一、任务\n加快建设。\n")
    assert (read.part_of(date), read.values("title")) == ("date", ["".join(title.split())])
    assert read.elements.dates["date"].isoformat() == "2023-03-01"


def test_a_document_signed_below_is_dated_there(structure) -> None:
    read = structure(
        "云溪市人民政府关于加快平台建设的意见\n（2023年3月1日）\n一、任务\n加快建设。\n云溪市人民政府\n2023年4月2日\n"
    )
    assert read.elements.dates["date"].isoformat() == "2023-04-02"


def test_addressees_whose_last_name_stands_on_a_line_of_its_own(structure) -> None:
    read = structure(f"{TITLE}各县（市、区）人民政府，开发区管委会，\n直属机构：\n现通知如下。\n")
    assert read.values("addressees") == ["各县（市、区）人民政府", "开发区管委会", "直属机构"]
