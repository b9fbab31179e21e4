"""Four times the text takes about four times the time, whatever the text: no input hangs the program.

Each shape is read alone and as the text of a plan. Time is judged by growth only: the size is raised until a
run takes `LEAST` seconds, then doubled twice; a linear stage gives 4, a quadratic one 16.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from planparse import Document, extract

from ..timing import seconds

LEAST = 0.02
TIMES = 4
MOST = 7.0
ATTEMPTS = 3  # another program may slow the larger run down, never speed up every one of the larger runs
STARTING_CHARACTERS = 4_000
MOST_CHARACTERS = 1_000_000

NOTICE = """青禾县人民政府关于印发青禾县试验行动方案的通知
各乡镇人民政府：
现将《青禾县试验行动方案》印发给你们。
青禾县人民政府
2023年3月10日
青禾县试验行动方案
一、主要任务
"""

Shape = Callable[[int], str]


def times(piece: str) -> Shape:
    """`piece` over and over, about as many characters as asked for."""
    return lambda characters: piece * max(1, characters // len(piece))


def counted(line: str) -> Shape:
    """`line` with its number, over and over."""
    return lambda characters: "".join(line.format(i) for i in range(1, 2 + characters // len(line)))


def halves(first: str, second: str) -> Shape:
    """Many of one, then as many of the other."""
    return lambda characters: "".join(
        piece * max(1, characters // (len(first) + len(second))) for piece in (first, second)
    )


def between(opening: str, piece: str, closing: str) -> Shape:
    return lambda characters: opening + times(piece)(characters) + closing


SHAPES: dict[str, Shape] = {
    # brackets
    "round openers": times("（"),
    "round closers": times("）"),
    "tortoise openers": times("〔"),
    "tortoise closers": times("〕"),
    "alternating openers": times("（〔"),
    "crossed pairs": times("（〔）〕"),
    "deep nesting": halves("（", "）"),
    "deep nesting before a role": between("抓好试验。（市甲局负责", "（", "）"),
    "title openers": times("《"),
    "titles that never close": times("《青禾"),
    "titles": times("《青禾规划》"),
    "titles with numbers": times("《青禾规划》（青政发〔2023〕7号）"),
    "titles of one document": counted("落实《青禾规划》（青政发〔2023〕{}号）。\n"),
    "brackets of two kinds": times("（〕"),
    "brackets of two kinds on lines": times("（市甲局负责〕\n"),
    # responsibility
    "unclosed roles": times("（负责"),
    "unclosed bodies with a role": times("（市甲局负责"),
    "one long list of bodies": between("（", "市甲局、", "负责）"),
    "one long list after a label": between("责任单位：", "市甲局，", ""),
    "bodies joined by and": between("责任单位：", "市甲局和", "市乙局"),
    "many different bodies": lambda characters: "".join(
        f"{i}.抓好试验。（县甲{i}局负责）\n" for i in range(1, 2 + characters // 16)
    ),
    "many names of one body": lambda characters: "".join(
        f"{i}.抓好试验。（县{'发改' if i % 2 else '发展和改革'}局、市环保局、甲{i}镇负责）\n"
        for i in range(1, 2 + characters // 30)
    ),
    "places in a name": between("（", "青禾县柳溪镇", "财政局负责）"),
    "parts of a merged bureau": between("（县", "农业农村和", "水利局负责）"),
    "places with organs": times("运城市委、市政府"),
    "responsibility labels": times("责任单位："),
    "responsibility lines": times("责任单位：市甲局\n"),
    "labels in one line": times("责任单位：市甲局。"),
    "text, then responsibility lines": halves("抓好试验工作。\n", "责任单位：市甲局\n"),
    "text and responsibility lines": times("抓好试验工作。\n责任单位：市甲局\n"),
    "paragraphs closed by bodies": times("推进试验（市甲局负责）\n"),
    "conventions": times("（市甲局负责，列第一位者为牵头单位，下同）\n"),
    # numbering
    "labels on lines": times("一、\n"),
    "labels on one line": times("一、"),
    "headings": times("一、抓好试验\n"),
    "Arabic labels on lines": times("1.\n"),
    "Arabic labels on one line": times("1."),
    "one long decimal label": between("", "1.", "抓好试验。"),
    "a long sequence": counted("{}.抓好试验。\n"),
    "a long sequence on one line": counted("{}.抓好试验。"),
    "a long sequence with roles": counted("{}.抓好试验。推进工作（市甲局负责）\n"),
    "two styles in turn": times("（一）抓好试验。\n1.推进工作。\n"),
    "chapters and articles": times("第一章 总则\n第一条 抓好试验。\n"),
    "boxes on lines": times("专栏1 试验工程\n1.推进试验。\n2.抓好试验。\n"),
    "boxes on one line": times("专栏1 试验工程 1.推进试验。2.抓好试验。"),
    "circled numbers": times("①推进试验。\n"),
    "counts in headings": times("一、实施三大行动\n1.安居行动。推进试验。\n2.康养行动。推进试验。\n"),
    "labels in two styles": times("1.推进试验。\n2、推进试验。\n"),
    # counts
    "counts without a list": times("十大"),
    "counts behind one long list": between("", "甲、", "十大行动"),
    "counts behind lists": times("甲、乙、丙五大行动、"),
    "open counts": times("甲、乙、丙等2个，"),
    "counts of bodies": times("一、推进试验（甲专班负责）\n十大专班，"),
    "vague goals": times("培育一批企业，"),
    # numbers and times
    "digits": times("7"),
    "Chinese digits": times("一"),
    "hundreds": times("百"),
    "years": times("2023年"),
    "year ends": times("2023年底前，"),
    "the sign of years": times("年"),
    "months": times("1月"),
    "ranges of months": times("1月至"),
    "achievements": times("新建1个"),
    "achievements in clauses": times("新建1个学校，"),
    "achievements in sentences": times("新建1个学校。"),
    "shares": times("达到50%，"),
    "payments": times("给予最高1万元奖励，"),
    "ratios": times("6:4"),
    "bounds that qualify": times("年客流超千万人的甲级景区、"),
    "amounts of each": times("每亩产值达到5元，"),
    "counts up to a day": times("截至2022年底建成1座，"),
    "pairs of times": times("到2025年、2030年，分别达到1个、2个，"),
    "lists before a number": times("实现登记、年检等2项业务，"),
    "fractions": times("三分之"),
    "bounds": times("不少于"),
    # characters and lines
    "one character": times("市"),
    "enumeration commas": times("、"),
    "full stops": times("。"),
    "colons": times("："),
    "one line of clauses": times("持续推进各项试验工作，"),
    "one line of sentences": times("持续推进各项试验工作。"),
    "lines of clauses": times("持续推进各项试验工作，\n"),
    "short lines": times("推进\n"),
    "blank lines": times("\n"),
    "blanks": between("", "\xa0", "完"),
    "page numbers": times("— 7 —\n"),
    "control characters": times("\x01"),
    "lone surrogates": times("\ud800"),
    # notice elements and conversions
    "metadata lines": times("索引号：1\n"),
    "metadata on one line": times("索引号：1  "),
    "document numbers on lines": times("发文字号：青政发〔2023〕1号\n"),
    "document numbers on one line": times("青政发〔2023〕1号"),
    "copied-to lines": times("抄送：市甲局，\n"),
    "lines that issue": times("印发\n"),
    "text-box residue": times("青禾县试验行动方案— 7 —青禾县人民政府办公室2023年3月10日印发\n"),
    "pictures": times("[图片]\n"),
    "bold marks": times("**"),
    "bold words": times("**试验**"),
    "Markdown headings": times("# 一\n"),
    "table rows": times("| 试验 | 市甲局 |\n"),
    "angle brackets": times("<"),
    "picture openers": times("!["),
    "mojibake": times("¹ØÓÚ"),
}


def growth(shape: Shape, frame: str) -> float:
    """How much longer `TIMES` the text takes, at a size that is slow enough to measure."""
    characters = STARTING_CHARACTERS
    while seconds(partial(extract, frame + shape(characters)), 1) < LEAST and characters < MOST_CHARACTERS:
        characters *= 2
    small, large = frame + shape(characters), frame + shape(TIMES * characters)
    return seconds(partial(extract, large), 1) / seconds(partial(extract, small))


@pytest.mark.parametrize("frame", ["", NOTICE], ids=["alone", "in a plan"])
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text(shape: str, frame: str) -> None:
    extract(NOTICE)  # compiles the rules
    ratios: list[float] = []
    while len(ratios) < ATTEMPTS:
        ratios.append(growth(SHAPES[shape], frame))
        if ratios[-1] < MOST:
            return
    raise AssertionError(f"{TIMES} times the text takes {ratios} times as long")


def _codes(document: Document) -> set[str]:
    return {finding.code for finding in document.findings or ()}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_limit_trips(shape: str) -> None:
    """PP002 is the limit of size, PP9 the family of limits and internal errors, PP801 the time of a rule."""
    document = extract(NOTICE + SHAPES[shape](20_000))
    assert not {code for code in _codes(document) if code in ("PP002", "PP801") or code.startswith("PP9")}
    assert document.plan is not None
