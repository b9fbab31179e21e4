"""The imprint, and what conversions write after it."""

from __future__ import annotations

import pytest

NOTICE = (
    "云政发〔2023〕5号\n云溪市人民政府关于印发平台计划的通知\n各县人民政府：\n现印发给你们，请认真执行。\n"
    "云溪市人民政府\n2023年3月1日\n（此件公开发布）\n云溪市平台计划\n一、任务\n1.建设平台。（市甲局负责）\n"
)


@pytest.mark.parametrize(
    ("imprint", "copied_to", "printed_by"),
    [
        (
            "抄送：市委办，市人大办，市政协办。\n云溪市人民政府办公室    2023年3月2日印发\n",
            ["市委办", "市人大办", "市政协办"],
            ["云溪市人民政府办公室"],
        ),
        # two sentences, and a page break in the list
        (
            "抄送：市委各部门，市人大办，\n市监委。各民主党派，市工商联。\n\n云溪市人民政府办公室\n\n2023年3月2日印发\n",
            ["市委各部门", "市人大办", "市监委", "各民主党派", "市工商联"],
            ["云溪市人民政府办公室"],
        ),
        ("抄送：市法院、市检察院。\n2023年3月2日印发\n", ["市法院", "市检察院"], []),
        # the beginning of the list is lost
        ("院，市检察院。\n云溪市人民政府办公室  2023年3月2日印发\n", [], ["云溪市人民政府办公室"]),
    ],
)
def test_imprints(structure, imprint: str, copied_to: list[str], printed_by: list[str]) -> None:
    read = structure(NOTICE + imprint)
    assert (read.values("copied_to"), read.values("printed_by")) == (copied_to, printed_by)
    assert read.elements.dates["printed_on"].isoformat() == "2023-03-02"
    assert read.paragraphs()[-1] == "1.建设平台。(市甲局负责)"


@pytest.mark.parametrize(
    ("above", "cut_off"),
    [
        ("院，市检察院。", True),
        ("抄送：市法院，市检察院。", False),
        ("本计划由市甲局解释。", False),
    ],
)
def test_a_list_whose_beginning_is_lost_is_reported(structure, above: str, cut_off: bool) -> None:
    text = f"{NOTICE}{above}\n云溪市人民政府办公室  2023年3月2日印发\n"
    places = [finding.spans for finding in structure(text).findings if finding.code == "PP208"]
    start = text.index(above)
    assert places == ([((start, start + len(above)),)] if cut_off else [])


def test_number_of_copies(structure) -> None:
    assert structure(NOTICE + "共印 160 份\n").values("copies") == ["160"]


def test_an_imprint_in_the_middle_leaves_what_follows(structure) -> None:
    read = structure(NOTICE + "云溪市人民政府办公室 2023年3月2日印发\n二、要求\n加强领导。\n")
    assert read.values("printed_by") == ["云溪市人民政府办公室"]
    assert "PP101" not in read.codes()
    assert read.paragraphs()[-2:] == ["二、要求", "加强领导。"]


def test_an_attachment_after_the_imprint_stays_text(structure) -> None:
    read = structure(NOTICE + "云溪市人民政府办公室 2023年3月2日印发\n附件：平台清单\n甲平台、乙平台。\n")
    assert read.part_of("甲平台、乙平台。") == "body"


def test_an_attachment_behind_the_imprint_is_no_part_of_the_plan(structure) -> None:
    read = structure(NOTICE + "云溪市人民政府办公室 2023年3月2日印发\n附件1\n任务表\n1.建甲平台。\n")
    assert [(found.title.text, found.text.text) for found in read.elements.attachments] == [
        ("任务表", "1.建甲平台。")
    ]
    assert read.paragraphs()[-1] == "1.建设平台。(市甲局负责)"


def test_text_boxes_of_the_first_page_written_again_are_noise(structure) -> None:
    boxes = "云政发〔\n\n202\n\n3\n\n〕\n\n5\n号\n云溪市人民政府\n"
    read = structure(NOTICE + "云溪市人民政府办公室 2023年3月2日印发\n- 3 -\n" + boxes)
    assert read.message_values("PP103") == [{"lines": "7"}]
    assert read.values("document_number") == ["云政发〔2023〕5号"]
    assert {part for part, line in read.parts()[-8:]} == {"noise"}
    assert read.paragraphs()[-1] == "1.建设平台。(市甲局负责)"


def test_mojibake_among_the_repeated_text_counts(structure) -> None:
    text = NOTICE + "云溪市人民政府办公室 2023年3月2日印发\n云政发〔\n¹ØÓÚÓ¡·¢\n202\n3\n"
    start = text.index("¹")
    read = structure(text, ((start, start + 8),))
    assert read.message_values("PP103") == [{"lines": "4"}]
    assert read.part_of("¹ØÓÚÓ¡·¢") == "noise"


def test_other_text_after_the_imprint_is_reported(structure) -> None:
    text = NOTICE + "云溪市人民政府办公室 2023年3月2日印发\n另有补充事项待定\n请联系丙科室\n"
    read = structure(text)
    assert [f.spans for f in read.findings if f.code == "PP101"] == [((text.index("另有"), len(text) - 1),)]
    assert read.part_of("请联系丙科室") == "unclassified"


@pytest.mark.parametrize(
    "line", ["将结果抄送有关部门。", "落实市政府2023年3月2日印发的方案。", "共印发材料三份。"]
)
def test_what_is_no_imprint(structure, line: str) -> None:
    assert structure(NOTICE + line + "\n").part_of(line) == "body"
