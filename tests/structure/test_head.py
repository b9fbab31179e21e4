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
