"""Lines broken at one width: what is joined, and what stays apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

# Twelve characters wide: the paragraph ends in the short line.
BROKEN = [
    "青禾县为提升养老服务质量",
    "和水平，结合本县实际情况",
    "和群众需求，会同有关单位",
    "多次研究并征求意见，制定",
    "本方案，请各乡镇各部门认",
    "真组织学习并抓好贯彻落实",
    "到位。",
]
JOINED = "".join(BROKEN).replace("，", ",")


def indented(paragraph: list[str]) -> list[str]:
    return ["　　" + paragraph[0], *paragraph[1:]]


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (BROKEN, [JOINED]),
        # a label begins anew behind a full line that ends a sentence
        ([*BROKEN, "一、建设食堂"], [JOINED, "一、建设食堂"]),
        # with indents the break may stand where a sentence ends, and before what looks like a label
        (
            [
                *indented(BROKEN),
                *indented(["各乡镇把建设进度报县政府。", "县政府办汇总后统", "一、及时公布。"]),
            ],
            [JOINED, "各乡镇把建设进度报县政府。", "县政府办汇总后统", "一、及时公布。"],
        ),
        # a page number between two lines of a paragraph
        ([*BROKEN[:3], "— 3 —", *BROKEN[3:]], [JOINED]),
        # a bracket that is broken right behind its opener
        (
            [*BROKEN, "1.新建社区养老服务食堂（", "责任单位：县民政局）"],
            [JOINED, "1.新建社区养老服务食堂(责任单位:县民政局)"],
        ),
    ],
)
def test_joining(structure, lines: list[str], paragraphs: list[str]) -> None:
    assert structure("\n".join(lines)).paragraphs() == paragraphs


@pytest.mark.parametrize(
    "lines",
    [
        # as many lines of one width, but each a sentence
        ["1.建设社区养老服务食堂。", "2.建设社区养老服务中心。", "3.建设村级养老服务站点。"] * 3,
        # short items of nearly one width, without marks at their ends
        [
            f"{number}.{text}"
            for number, text in enumerate(["建设社区养老服务食堂站点", "评估养老机构"] * 8, 1)
        ],
        # a list of names, none of which ends in a mark
        ["一、成员单位", *(f"青禾县{name}养老服务联席办公室" for name in "民政教育财政商务农业水利交通")],
        # paragraphs of every width
        [
            "1.建设",
            "2.建设食堂和",
            "3.建设养老服务中心并",
            "4.继续推进村级站点",
            "5.评估",
            "6.开展对全县养老",
        ],
    ],
)
def test_lines_of_their_own_stay(structure, lines: list[str]) -> None:
    read = structure("\n".join(lines))
    assert len(read.paragraphs()) == len(lines)
    assert "PP106" not in read.codes()


def test_running_heads_are_layout(structure) -> None:
    pages = [[f"{town}{line[1:]}" for line in BROKEN + BROKEN] for town in "东南西北"]
    text = "\n".join(
        line for number, page in enumerate(pages, 1) for line in (f"青禾县公报第{number}期", *page)
    )
    assert "公报" not in "".join(structure(f"1.建设食堂。\n{text}").paragraphs())


def test_ends_of_paragraphs_are_no_running_heads(structure) -> None:
    pages = [[f"{town}{line[1:]}" for line in BROKEN[:-1] * 2] + ["负责）"] for town in "东南西北"]
    read = structure("\n".join(line for page in pages for line in ["1.建设食堂（县民政局", *page]))
    assert "".join(read.paragraphs()).count("负责)") == 4


def test_what_is_said_again_on_some_pages_is_not(structure) -> None:
    pages = [[f"{town}{line[1:]}" for line in BROKEN + BROKEN] for town in "东南西北"]
    pages[1].append("（县民政局牵头负责）")
    pages[2].append("（县民政局牵头负责）")
    read = structure("\n".join(line for page in pages for line in page))
    assert "".join(read.paragraphs()).count("县民政局牵头负责") == 2


def test_marks_between_two_lines_are_cut_once(structure) -> None:
    read = structure("\n".join(f"> **{line}**" for line in [*BROKEN[:-1], *BROKEN]))
    cuts = read.page.cuts
    assert all(before[1] <= after[0] for before, after in pairwise(cuts))
    assert read.paragraphs() == ["".join(BROKEN[:-1]).replace("，", ",") + JOINED]


def test_places_are_those_of_the_text_as_read(structure) -> None:
    read = structure("\n".join(indented(BROKEN)))
    view = read.body.view
    spans = view.to_source(0, len(view.text))
    assert [read.page.source[start:end] for start, end in spans] == BROKEN
    assert read.message_values("PP106") == [{"count": "6"}]
