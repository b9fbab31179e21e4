"""Twice the text takes about twice the time, whatever the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planparse import brackets
from planparse.structure.blocks import blocks

from ..timing import seconds

SIZE = 2_000
TIMES = 4
MOST = 9.0  # 4 is linear, 16 is quadratic
HEAD = "云溪市人民政府关于加快平台建设的通知\n各县人民政府：\n"

SHAPES: dict[str, Callable[[int], str]] = {
    "one label again and again": lambda n: "一、建设\n" * n,
    "labels in order": lambda n: "".join(f"{i % 999 + 1}.建设平台。\n" for i in range(n)),
    "styles mixed": lambda n: "一、甲\n1.乙\n1.1 丙\n（1）丁\n①戊\n" * n,
    "two styles of one parent": lambda n: "1.甲\n" * n + "①乙\n" * n,
    "boxes": lambda n: "一、甲\n1.乙。\n" + "专栏1 丙\n1.丁。\n2.戊。\n" * n,
    "boxes of one style, then another": lambda n: (
        "1.甲。\n" + "专栏1 乙\n1.丙。\n2.丁。\n" * n + "①戊。\n" * n
    ),
    "one long box": lambda n: "一、甲\n1.乙。\n专栏1 丙\n" + "1.丁。\n2.戊。\n" * n,
    "boxes in one line": lambda n: "一、甲。" + "专栏1 丙 1.丁。2.戊。" * n,
    "labels in one line": lambda n: "1.甲。2.乙。（一）丙。" * n,
    "lines without end": lambda n: "继续推进建设继续推进建设\n" * n,
    "one long line": lambda n: "建设平台，" * 10 * n,
    "long line of blanks": lambda n: "甲" + " " * 20 * n + "乙\n",
    "digits": lambda n: "1" * 10 * n,
    "digits and points": lambda n: "1." * 10 * n,
    "numerals": lambda n: "一二三十" * 5 * n + "、甲\n",
    "opening brackets": lambda n: "（" * 10 * n,
    "closing brackets": lambda n: "）" * 10 * n,
    "closing brackets, then text": lambda n: "甲）。”" * n + "乙）丙",
    "sentences that open a bracket": lambda n: "甲。（”" * n + "乙）丙",
    "attachments": lambda n: "1.甲。\n" + "附件\n" * 4 * n,
    "brackets that cross": lambda n: "（［）" * 10 * n,
    "open brackets line by line": lambda n: "甲（\n" * n,
    "metadata": lambda n: "发文字号：云政发〔2023〕5号  成文日期：2023年1月1日\n" * n,
    "metadata in one line": lambda n: "发文字号：甲  " * n,
    "key and blanks": lambda n: "发文字号：甲" + " " * 20 * n + "乙\n",
    "cuts in one line": lambda n: "**甲**乙[bookmark: a]" * n,
    "cuts line by line": lambda n: "**1.甲**乙[bookmark: a]\n" * n,
    "open bookmarks": lambda n: "[bookmark:" * n,
    "open comments": lambda n: "<!--" * n,
    "open images": lambda n: "![" * 5 * n,
    "number signs": lambda n: "#" * 20 * n,
    "ruled lines": lambda n: "- " * 10 * n + "\n" + "-" * 10 * n,
    "copied to": lambda n: HEAD + "抄送：市甲局，市乙局。\n" * n,
    "copied to, over lines": lambda n: HEAD + "抄送：市甲局，\n" + "市乙局，\n" * n,
    "printed": lambda n: HEAD + "云溪市人民政府办公室 2023年3月1日印发\n" * n,
    "after the imprint": lambda n: HEAD + "2023年3月1日印发\n" + "云溪市\n" * n,
    "dates": lambda n: HEAD + "云溪市人民政府 2023年3月1日\n" * n,
    "signatures": lambda n: HEAD + "云溪市人民政府\n" * n + "2023年3月1日\n",
    "titles": lambda n: "云溪市人民政府关于印发计划的通知\n" * n,
    "one long title": lambda n: "关于" * 10 * n,
    "addressees": lambda n: "各县人民政府、" * n + "市甲局：\n",
    "hands out": lambda n: "现将" * 5 * n,
    "form feeds": lambda n: "甲\f" * n,
    "wrapped": lambda n: "继续推进社区养老服务食堂建设\n" * n,
    "wrapped in an open bracket": lambda n: "责任单位：推进养老服务食堂（\n" * n,
    "wrapped pages": lambda n: "".join("推进社区养老服务食堂建设\n" * 9 + f"{i}\n" for i in range(n // 9)),
    "written breaks": lambda n: "\\r" * 5 * n + "甲\\n" * 3,
    "written breaks between lines": lambda n: "1.甲。\\r\\n" * n,
    "open tags": lambda n: "<p " * 5 * n,
    "references": lambda n: "&nbsp" * 5 * n + "&nbsp;甲" * n,
    "zero-width characters": lambda n: HEAD + "市\u200b甲局、" * n + "\n",
    "covering sentences in one line": lambda n: (
        "《云溪方案》已同意。云溪局2023年3月1日" * n + "1.甲。2.乙。3.丙。"
    ),
    "titles in one line": lambda n: "《云溪方案》" * n + "甲。" * n + "1.甲。2.乙。3.丙。",
    "blanks between": lambda n: "1.新建 5 座、" * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_structure_is_linear(structure, shape: str) -> None:
    def work(text: str) -> None:
        read = structure(text)
        brackets.pair(read.body.view.text)
        blocks(read.page, read.elements)

    small, large = SHAPES[shape](SIZE), SHAPES[shape](SIZE * TIMES)
    once = seconds(lambda: work(small))
    assert seconds(lambda: work(large)) < MOST * once + 0.002


def test_many_paragraphs_at_one_place_are_linear(structure) -> None:
    """Places of a paragraph in many pieces: each is found by halving."""

    def places(pieces: int) -> float:
        view = structure("一、甲。乙、\n" + "丙、\n" * pieces).body.view
        return seconds(lambda: [view.to_source(at, at + 1) for at in range(0, len(view.text), 2)])

    assert places(SIZE * TIMES) < MOST * places(SIZE) + 0.002
