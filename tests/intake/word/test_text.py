"""What a binary Word file shows, and what of it is text."""

from __future__ import annotations

import struct

import pytest

from planparse.intake.story import Block, Paragraph, Story, Table
from planparse.intake.word.reader import read_story

from ...word_binary import (
    CHARACTER_STYLE,
    DELETED,
    HIDDEN,
    HUGE,
    IN_TABLE,
    INSERTED,
    LEVEL,
    LIST,
    ROW_END,
    SYMBOL,
    Binary,
    Box,
    ListLevel,
    Para,
    Run,
    Style,
    modifier,
    row_definition,
)

IN_CELL = modifier(IN_TABLE)
PLAIN = Style()


def story(*body: Para, **more: object) -> Story:
    return read_story(Binary(body, **more).to_bytes())  # type: ignore[arg-type]


def lines(*body: Para, **more: object) -> list[str]:
    return [block.text if isinstance(block, Paragraph) else "table" for block in story(*body, **more).body]


def shown(*runs: Run | str) -> str:
    (line,) = lines(Para([Run(run) if isinstance(run, str) else run for run in runs]))
    return line


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (["青禾县人民政府"], "青禾县人民政府"),
        ([Run("PPP 2023", western=True)], "PPP 2023"),
        (["推进", Run("PPP–", western=True), "项目"], "推进PPP–项目"),  # one byte in Windows' code
        (["人名𠮷，序号", "二"], "人名𠮷，序号二"),
        (["一\t二"], "一\t二"),
        (["一\x0b二"], "一\n二"),  # a line break
        (["一\x0c二"], "一\n二"),  # a page break that is no section's end
        (["一\x0e二"], "一\n二"),  # a column break
        (["5\x1e6"], "5-6"),
        (["软\x1f件"], "软件"),
        (["图\x01注\x08脚\x02"], "图注脚"),
        (["\x13 DATE \x143月1日\x15印发"], "3月1日印发"),
        (["\x13 DATE \x15印发"], "印发"),
        (["\x13 IF \x13 DATE \x14内\x15 \x14外\x15"], "外"),
        (["甲\x14乙\x15丙"], "甲乙丙"),  # marks of a field that does not begin
        (["保留", Run("删去", modifier(DELETED)), "下文"], "保留下文"),
        (["原有", Run("新增", modifier(INSERTED))], "原有新增"),
        (["看得见", Run("看不见", modifier(HIDDEN)), "也看得见"], "看得见也看得见"),
        (["看得见", Run("不隐藏", modifier(HIDDEN, 0))], "看得见不隐藏"),
        (["看得见", Run("与样式相反", modifier(HIDDEN, 0x81))], "看得见"),
        (["看得见", Run("与样式相同", modifier(HIDDEN, 0x80))], "看得见与样式相同"),
    ],
)
def test_a_paragraph(runs: list[Run | str], text: str) -> None:
    assert shown(*runs) == text


def test_many_paragraphs() -> None:
    """More than a page of properties holds."""
    assert lines(*(Para(f"第{i}段") for i in range(50))) == [f"第{i}段" for i in range(50)]


def test_a_field_may_span_paragraphs() -> None:
    body = (Para("\x13 TOC \x14一、总则"), Para("二、分则"), Para("\x15正文"))
    assert lines(*body) == ["一、总则", "二、分则", "正文"]


def test_what_was_left_out_is_counted() -> None:
    read = story(
        Para([Run("新", modifier(INSERTED)), Run("旧", modifier(DELETED)), Run("旧", modifier(DELETED))]),
        Para([Run("藏", modifier(HIDDEN)), Run("批注\x05")]),
    )
    assert (read.inserted, read.deleted, read.hidden, read.comments) == (1, 2, 1, 1)


@pytest.mark.parametrize("mark", [DELETED, HIDDEN])
def test_a_paragraph_whose_mark_is_gone_goes_on_in_the_next(mark: int) -> None:
    joined = Para("前半", end_modifiers=modifier(mark))
    assert lines(joined, Para("后半"), Para("下一段")) == ["前半后半", "下一段"]
    assert lines(joined) == ["前半"]


def test_styles_that_hide() -> None:
    styles = (PLAIN, Style(run=modifier(HIDDEN)), Style(base=1), Style(None, modifier(HIDDEN)))
    body = (
        Para("露"),
        Para("藏", style=1),
        Para("藏", style=2),
        Para([Run("露"), Run("藏", modifier(CHARACTER_STYLE, 3))]),
    )
    assert lines(*body, styles=styles) == ["露", "露"]


def test_styles_based_on_each_other() -> None:
    assert lines(Para("正文", style=1), styles=(Style(base=1), Style(base=0))) == ["正文"]


def test_modifiers_of_a_piece() -> None:
    assert lines(Para("藏"), groups=[modifier(HIDDEN)], piece_modifier=1) == []
    assert lines(Para("藏"), piece_modifier=0x5C << 1 | 1 << 8) == []
    assert lines(Para("露"), piece_modifier=0x55 << 1 | 1 << 8) == ["露"]


def test_signs_of_symbol_fonts() -> None:
    box = Run("(", modifier(SYMBOL, struct.pack("<HH", 1, 0xF0FE)))
    assert lines(Para([box, Run("同意")]), fonts=("宋体", "Wingdings")) == ["☑同意"]


def test_a_section_ends_a_paragraph() -> None:
    assert lines(Para("上节", end="\x0c"), Para("下节"), sections=[3, 6]) == ["上节", "下节"]


def test_notes_and_margins_stand_apart() -> None:
    read = story(
        Para("正文\x02"), notes=[Para("\x02 注文")], margins=[Para("页眉"), Para("— \x13PAGE\x141\x15 —")]
    )
    assert read.body == [Paragraph("正文")]
    assert read.notes == [Paragraph(" 注文")]
    assert read.margins == [Paragraph("页眉"), Paragraph("— 1 —")]


def test_text_boxes_stand_before_their_paragraphs_upper_ones_first() -> None:
    boxes = [
        Box(3, 900, [Para("青政发〔2023〕7号")]),
        Box(3, 100, [Para("青禾县人民政府文件")]),
        Box(7, 0, [Para("框")]),
    ]
    assert lines(Para("首"), Para("标\x08题"), Para("正\x08文"), boxes=boxes) == [
        "首",
        "青禾县人民政府文件",
        "青政发〔2023〕7号",
        "标题",
        "框",
        "正文",
    ]


def test_boxes_in_a_group_stand_where_the_group_does() -> None:
    boxes = [Box(3, 0, [Para("红头")], grouped=True)]
    assert lines(Para("首"), Para("标\x08题"), boxes=boxes) == ["首", "红头", "标题"]


@pytest.mark.parametrize("grouped", [False, True])
def test_drawn_text_is_a_text_box(grouped: bool) -> None:
    """Letterheads are often WordArt."""
    boxes = [Box(3, 0, drawn="青禾县人民政府文件", grouped=grouped), Box(3, 500, [Para("青政发〔2023〕7号")])]
    assert lines(Para("首"), Para("标\x08题"), boxes=boxes) == [
        "首",
        "青禾县人民政府文件",
        "青政发〔2023〕7号",
        "标题",
    ]


def test_macros_and_objects_are_told() -> None:
    read = story(Para("正文"), storages=("Macros",))
    assert read.macros
    assert not story(Para("正文")).macros


# Numbering

OUTLINE = [
    ListLevel("\0、", code=37),
    ListLevel("（\1）", code=37),
    ListLevel("\2.", code=0),
]


def numbered(text: str, level: int = 0, use: int = 1) -> Para:
    return Para(text, modifier(LIST, use) + modifier(LEVEL, level))


def test_the_outline_of_a_notice() -> None:
    body = [numbered("项", level) for level in (0, 1, 2, 2, 1, 0, 1)]
    assert lines(*body, lists=[OUTLINE], uses=[(0, {})]) == [
        "一、项",
        "（一）项",
        "1.项",
        "2.项",
        "（二）项",
        "二、项",
        "（一）项",
    ]


@pytest.mark.parametrize(
    ("level", "label"),
    [
        (ListLevel("第\0条", code=39), "第一条"),
        (ListLevel("\0)", code=18), "①)"),
        (ListLevel("\0.", code=0, start=7), "7."),
        (ListLevel("\0.", suffix=0), "1. "),
        (ListLevel("\0.", suffix=1), "1. "),
        (ListLevel("\uf0b7", code=23), "•"),
        (ListLevel("附：", code=255), "附："),
        (ListLevel("\0", code=200), "1"),
    ],
)
def test_labels(level: ListLevel, label: str) -> None:
    assert lines(numbered("项"), lists=[[level]], uses=[(0, {})]) == [f"{label}项"]


def test_a_level_that_counts_on_through_the_document() -> None:
    levels = [OUTLINE[0], ListLevel("\1.", flags=0x08, limit=0)]
    body = [numbered("项", level) for level in (0, 1, 1, 0, 1)]
    assert lines(*body, lists=[levels], uses=[(0, {})])[-1] == "3.项"


def test_legal_numbers() -> None:
    levels = [ListLevel("第\0章", code=37), ListLevel("\0.\1", flags=0x04)]
    assert lines(numbered("甲"), numbered("乙", 1), lists=[levels], uses=[(0, {})]) == ["第一章甲", "1.1乙"]


def test_uses_count_on_or_begin_anew() -> None:
    uses = [(0, {}), (0, {}), (0, {0: 9})]
    body = [numbered("项", use=use) for use in (1, 2, 3, 1)]
    assert lines(*body, lists=[OUTLINE], uses=uses) == ["一、项", "二、项", "九、项", "十、项"]


def test_numbers_of_a_style_and_paragraphs_that_leave_it() -> None:
    styles = (PLAIN, Style(modifier(LIST, 1) + modifier(LEVEL, 1)), Style(base=1))
    body = (
        Para("甲", style=1),
        Para("乙", style=2),
        Para("丙", modifier(LIST, 0), style=1),
        Para("丁", modifier(LIST, 0xF801), style=1),
        Para("戊", modifier(LEVEL, 0), style=1),
    )
    assert lines(*body, styles=styles, lists=[OUTLINE], uses=[(0, {})]) == [
        "（一）甲",
        "（二）乙",
        "丙",
        "丁",
        "二、戊",
    ]


def test_properties_that_stand_in_the_data_stream() -> None:
    own = modifier(LIST, 1)
    data = bytes(8) + struct.pack("<H", len(own)) + own
    body = (Para("甲", modifier(HUGE, 8)), Para("乙", modifier(HUGE, 10**6)))
    assert lines(*body, lists=[OUTLINE], uses=[(0, {})], data=data) == ["一、甲", "乙"]


@pytest.mark.parametrize("use", [2, 0x7FF])
def test_a_use_that_is_not_there(use: int) -> None:
    assert lines(numbered("项", use=use), lists=[OUTLINE], uses=[(0, {})]) == ["项"]


# Tables


def row(*cells: str, edges: tuple[int, ...] = (), merged: tuple[int, ...] = ()) -> list[Para]:
    definition = row_definition(edges or tuple(1000 * i for i in range(len(cells) + 1)), merged)
    return [
        *(Para(text, IN_CELL, end="\a") for text in cells),
        Para("", IN_CELL + modifier(ROW_END) + definition, end="\a"),
    ]


def cells(block: Block) -> list[list[tuple[int, str, bool]]]:
    """Column, text and whether it is merged, of each cell of each row."""
    assert isinstance(block, Table)

    def text(blocks: tuple[Block, ...]) -> str:
        return "/".join(each.text for each in blocks if isinstance(each, Paragraph))

    return [[(cell.column, text(cell.blocks), cell.merged) for cell in row] for row in block.rows]


def test_a_table_between_paragraphs() -> None:
    before, found, after = story(Para("上文"), *row("甲", "乙"), *row("丙", "丁"), Para("下文")).body
    assert (before, after) == (Paragraph("上文"), Paragraph("下文"))
    assert cells(found) == [[(0, "甲", False), (1, "乙", False)], [(0, "丙", False), (1, "丁", False)]]


def test_a_cell_of_several_paragraphs() -> None:
    first = Para("第一段", IN_CELL)
    (found,) = story(first, *row("第二段", "乙")).body
    assert cells(found)[0][0] == (0, "第一段/第二段", False)


def test_columns_are_told_by_their_edges() -> None:
    rows = [*row("甲", "乙", "丙"), *row("跨两列", "丙", edges=(0, 2010, 3000))]
    (found,) = story(*rows).body
    assert [column for column, _, _ in cells(found)[1]] == [0, 2]


def test_merged_cells() -> None:
    (found,) = story(*row("1", "县甲局"), *row("2", "", merged=(1,))).body
    assert cells(found)[1] == [(0, "2", False), (1, "", True)]


def test_a_row_that_is_cut_off() -> None:
    (found,) = story(*row("甲", "乙")[:-1]).body
    assert [text for _, text, _ in cells(found)[0]] == ["甲", "乙"]


def test_numbers_in_cells() -> None:
    numbered_cell = Para("", IN_CELL + modifier(LIST, 1) + modifier(LEVEL, 2), end="\a")
    (found,) = story(numbered_cell, *row("任务"), lists=[OUTLINE], uses=[(0, {})]).body
    assert [text for _, text, _ in cells(found)[0]] == ["1.", "任务"]
