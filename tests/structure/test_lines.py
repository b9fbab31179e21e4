"""Lines: widths folded one to one, layout and residue told from text, nothing lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planparse.findings.model import Findings
from planparse.intake.source import SourceText
from planparse.structure.lines import LineKind, Page, fold, read_lines

NOTICE_TEXT = st.text(alphabet="一、（）()1.。，：〔〕 　\n\r\f*#[]<>!-市甲局bookmark:image", max_size=200)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("（一）", "(一)"),
        ("１２％，：；", "12%,:;"),
        ("甲　乙\u00a0丙\t丁", "甲 乙 丙 丁"),
        ("5∶2", "5:2"),
        ("1﹒甲﹑乙", "1.甲、乙"),
        ("﹙试行﹚", "(试行)"),
        ("市\u200b甲\ufeff局", "市 甲 局"),
        # marks that Chinese text uses as they are
        ("《甲》“乙”、。〔2023〕", "《甲》“乙”、。〔2023〕"),
    ],
)
def test_widths_are_folded(written: str, read: str) -> None:
    assert fold(written) == read


@given(st.text())
def test_folding_keeps_every_offset_and_changes_nothing_twice(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- 7 -", LineKind.LAYOUT),
        ("— 12 —", LineKind.LAYOUT),
        ("第 3 页 共 9 页", LineKind.LAYOUT),
        ("--------", LineKind.LAYOUT),
        ("扫一扫在手机打开当前页", LineKind.LAYOUT),
        ("image3.png", LineKind.RESIDUE),
        ("", LineKind.BLANK),
        (" 　\t", LineKind.BLANK),
        ("7", LineKind.TEXT),
        ("第三页设计稿", LineKind.TEXT),
        ("推广“扫一扫”服务", LineKind.TEXT),
    ],
)
def test_lines_are_typed(structure, line: str, kind: LineKind) -> None:
    page = structure(f"甲\n{line}\n乙").page
    assert page.lines[1].kind is kind


def test_residue_is_counted_and_page_numbers_are_not(structure) -> None:
    read = structure("建设平台[bookmark: _a]\n- 3 -\nimage1.png\n[image: ]\n---\n**加粗**\n<!-- 注 -->")
    assert read.message_values("PP104") == [{"count": "4"}]


def test_marks_of_markdown_are_no_residue(structure) -> None:
    read = structure("## **一、测试**\n> 引用\n- 3 -\n")
    assert "PP104" not in read.codes()
    assert read.page.text(read.page.lines[0]) == "一、测试"


def test_a_comment_is_cut_up_to_its_end(structure) -> None:
    read = structure("甲<!-- 说明-1 -->乙-->丙")
    assert read.page.cuts == ((1, 14),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、任务。" + "平" * 1600 + "。1.甲。2.乙。3.丙。", True),
        ("一、任务。" + "平" * 1600 + "。甲。乙。丙。", False),
        ("一、任务。1.甲。2.乙。3.丙。", False),
    ],
)
def test_a_flattened_line_is_reported(structure, text: str, found: bool) -> None:
    assert ("PP105" in structure(text).codes()) is found


@example("甲<br>乙<BR />")
@given(NOTICE_TEXT)
def test_lines_hold_every_character_that_is_not_blank(rules, text: str) -> None:
    page = read_lines(SourceText(text, "", "text", "utf-8", ""), rules, Findings())
    covered = [False] * len(text)
    for line in page.lines:
        assert 0 <= line.start <= line.end <= len(text)
        for place in range(line.start, line.end):
            assert not covered[place]
            covered[place] = True
    cut = {place for start, end in page.cuts for place in range(start, end)}
    unbroken = re.sub("<(?:br|BR) ?/?>", lambda tag: " " * len(tag[0]), fold(text))  # such a tag is a break
    left = [c for place, c in enumerate(unbroken) if not covered[place] and place not in cut]
    assert "".join(left).strip() == ""


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=12),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_what_is_solid_is_what_no_cut_covers(gaps: list[tuple[int, int]], start: int, end: int) -> None:
    cuts, place = [], 0
    for gap, width in gaps:
        cuts.append((place + gap, place + gap + width))
        place += gap + width
    page = Page(" " * 80, " " * 80, (), tuple(cuts))
    spans = page.solid(start, end)
    expected = [p for p in range(start, end) if not any(low <= p < high for low, high in cuts)]
    assert [p for low, high in spans for p in range(low, high)] == expected
    assert all(low < high for low, high in spans)


def test_a_copy_in_half_width_signs_ends_its_sentences_with_points(structure) -> None:
    text = "云溪市养老行动方案\n一.主要任务\n" + "".join(
        f"{n}.完善服务.  新建驿站{n}座,覆盖率达到90%.(市民政局负责).\n" for n in range(1, 4)
    )
    read = structure(text)
    assert read.page.folded.count("。") == 9
    assert read.tree() == [["一.", [["1."], ["2."], ["3."]]]]


def test_points_beside_full_stops_stay_points(structure) -> None:
    text = "云溪市养老行动方案\n" + "完善服务。改善环境。版本为甲.乙型。\n" * 5
    assert "甲.乙" in structure(text).page.folded


@pytest.mark.parametrize("dash", ["—", "–", "-", "－"])
def test_a_dash_for_the_first_numeral_is_read_as_it(structure, dash: str) -> None:
    read = structure(
        f"云溪市养老行动方案\n{dash}、任务\n（{dash}）建设驿站。\n（二）培训骨干。\n二、要求\n——压实责任。\n"
    )
    labels = [[label, [child for child, *_ in below[0]]] if below else label for label, *below in read.tree()]
    assert labels == [["一、", ["(一)", "(二)"]], "二、"]
