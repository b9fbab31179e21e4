"""Labels: what begins a numbered item, its rank and its ordinal."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("一、总体要求", "han_comma", 1),
        ("十二、保障措施", "han_comma", 12),
        ("二十、附则", "han_comma", 20),
        ("一.总体要求", "han_comma", 1),
        ("(三)建设平台", "han_bracket", 3),
        ("( 十五 )、建设平台", "han_bracket", 15),
        ("3.建设平台", "arabic_point", 3),
        ("3 . 建设平台", "arabic_point", 3),
        ("18、建设平台", "arabic_point", 18),
        # a number may be followed by a year or by a name that begins with a digit
        ("3.2025年底前建成平台", "arabic_point", 3),
        ("4.5G网络建设", "arabic_point", 4),
        ("(4)建设平台", "arabic_bracket", 4),
        ("4)建设平台", "arabic_bracket", 4),
        ("⑵建设平台", "arabic_bracket", 2),
        ("③建设平台", "circled", 3),
        ("2.3 建设平台", "decimal", 3),
        ("第三章 建设", "chapter", 3),
        ("第十一条 本办法", "article", 11),
        ("第2条 本办法", "article", 2),
    ],
)
def test_labels_are_read(labels, text: str, style: str, number: int) -> None:
    label = labels.read(text, 0, len(text))
    assert label is not None
    assert (label.style, label.number, label.start) == (style, number, 0)


@pytest.mark.parametrize(
    "text",
    [
        "建设平台",
        "2025年底前",
        "一是加强领导",
        "3.5%以上",
        "1.5万人次",
        "2.5亿元",
        "(试行)",
        "第三方评估",
        "十大行动",
        "(2023)",
        "",
    ],
)
def test_what_is_no_label(labels, text: str) -> None:
    assert labels.read(text, 0, len(text)) is None


def test_ranks_follow_the_standard(labels) -> None:
    texts = ["第一章 甲", "第一条 甲", "一、甲", "(一)甲", "1.甲", "(1)甲", "①甲"]
    ranks = [labels.read(text, 0, len(text)).rank for text in texts]
    assert ranks == sorted(set(ranks))


def test_decimals_go_deeper_with_every_point(labels) -> None:
    texts = ["1.1 甲", "1.1.1 甲", "1.1.1.1 甲"]
    first, *deeper = [labels.read(text, 0, len(text)).rank for text in texts]
    assert deeper == [first + 1, first + 2]
