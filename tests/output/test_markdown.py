"""Tables as Markdown."""

from __future__ import annotations

import pytest

from planparse.output import markdown
from planparse.output.grid import Source
from planparse.output.template import parse

from .documents import TEXT, TITLE, document, waterworks, with_measures

TEMPLATE = parse(
    """\
layout: tasks
name: 任务表
columns:
- {title: 序号, field: number, align: center}
- {title: 措施, field: title}
- {title: 目标, field: targets}
- {title: 行, field: line, align: right}
""".encode()
)

EXPECTED = f"""\
# {TITLE}任务表

临政办发〔2023〕5号　共2条措施

| 序号 | 措施 | 目标 | 行 |
| :-: | :-- | :-- | --: |
| 1 | 更换管道 | 更换灰口铸铁管道120公里<br>投资达到1.2亿元（2025年底前） | 5 |
| 2 | 建设监测点 | 新建1—2处<br>平均修复时间24小时（基期36） | 8 |
"""


def test_a_notice_is_a_heading_a_note_and_a_table() -> None:
    assert markdown.write(TEMPLATE, [Source(waterworks(), TEXT)]) == EXPECTED


def test_several_notices_follow_each_other() -> None:
    source = Source(waterworks(), TEXT)
    assert markdown.write(TEMPLATE, [source, source]) == f"{EXPECTED}\n{EXPECTED}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("甲|乙", r"甲\|乙"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("[甲](http://x)", r"\[甲\](http://x)"),
        ("**甲** _乙_ `丙` ~丁~", r"\*\*甲\*\* \_乙\_ \`丙\` \~丁\~"),
        ("甲\\|乙", r"甲\\\|乙"),
        ("=1+1", "=1+1"),
    ],
)
def test_text_means_nothing_to_markdown(value: str, written: str) -> None:
    text = markdown.write(TEMPLATE, [Source(with_measures({"title": value}))])
    assert text.splitlines()[-1] == f"| 1 | {written} |  |  |"


def test_a_notice_without_measures_says_so() -> None:
    text = markdown.write(TEMPLATE, [Source(document(None, {"title": "放假通知"}))])
    assert text.splitlines()[:3] == ["# 放假通知任务表", "", "没有可列的内容。"]
    assert len(text.splitlines()) == 6
