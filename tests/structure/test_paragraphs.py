"""Paragraphs: lines joined over page breaks, and lines that stand alone."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        # a page break inside a sentence, a word, a bracket, a list
        (["1.建设平台。推进网络、", "- 3 -", "系统应用。"], ["1.建设平台。推进网络、系统应用。"]),
        (["1.建设平台。（市甲局、", "", "市乙局负责）"], ["1.建设平台。(市甲局、市乙局负责)"]),
        (
            ["1.建设平台。落实《通知》（云政办", "发〔2023〕5号）要求。"],
            ["1.建设平台。落实《通知》(云政办发〔2023〕5号)要求。"],
        ),
        # a complete sentence, a label, a field begin anew
        (["1.建设平台。", "继续推进。"], ["1.建设平台。", "继续推进。"]),
        (["1.建设平台，推进", "2.建设网络"], ["1.建设平台,推进", "2.建设网络"]),
        (["1.建设平台，推进", "责任单位：市甲局"], ["1.建设平台,推进", "责任单位:市甲局"]),
        # a label line goes on below it, but not in sentences
        (
            ["1.建设平台。", "责任单位：市测试平台建设领导小组、市甲局、市", "乙局"],
            ["1.建设平台。", "责任单位:市测试平台建设领导小组、市甲局、市乙局"],
        ),
        (
            ["1.建设平台。", "责任单位：市测试平台建设领导小组、市甲局、", "市乙局。"],
            ["1.建设平台。", "责任单位:市测试平台建设领导小组、市甲局、市乙局。"],
        ),
        (
            [
                "1.建设平台。",
                "责任单位：市测试平台建设领导小组、市甲局、市乙局",
                "各地要加强领导。市甲局要跟踪。",
            ],
            [
                "1.建设平台。",
                "责任单位:市测试平台建设领导小组、市甲局、市乙局",
                "各地要加强领导。市甲局要跟踪。",
            ],
        ),
        # headings stand alone, with a label or short
        (["一、总体要求", "以测试为主线推进"], ["一、总体要求", "以测试为主线推进"]),
        (["一、总则。", "指导思想", "以测试为主线推进"], ["一、总则。", "指导思想", "以测试为主线推进"]),
        # a number parted from its text
        (["一、", "总体要求"], ["一、总体要求"]),
        # a responsibility bracket on a line of its own
        (["1.建设平台", "（市甲局负责）"], ["1.建设平台", "(市甲局负责)"]),
    ],
)
def test_joining(structure, lines: list[str], paragraphs: list[str]) -> None:
    assert structure("\n".join(lines)).paragraphs() == paragraphs


def test_joins_are_counted(structure) -> None:
    read = structure("1.建设平台。推进网络、\n系统应用，\n提升能力。\n2.建设网络。\n")
    assert read.message_values("PP102") == [{"count": "2"}]


def test_a_bracket_closed_twice_at_a_page_break_is_mended_and_reported(structure) -> None:
    read = structure("1.建设平台。（市测试领导小组）\n\n成员单位负责）\n")
    assert read.paragraphs() == ["1.建设平台。(市测试领导小组成员单位负责)"]
    assert read.message_values("PP404") == [{"bracket": ")"}]


def test_noise_inside_a_line_is_left_out_and_places_stay_true(structure) -> None:
    read = structure("1.**建设[bookmark: a]平台**。推进、\n- 3 -\n应用。")
    view = read.body.view
    assert view.text == "1.建设平台。推进、应用。"
    spans = view.to_source(2, len(view.text))
    assert "".join(read.page.source[start:end] for start, end in spans) == "建设平台。推进、应用。"
