"""Tables of tasks in plain text: rows whose cells | or tabs part, and tables with a cell on each line."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from planparse.pipeline import extract

from ..timing import seconds

HEAD = "青禾县2023年重点工作任务分解表\n"


def owners(node: Any) -> list[str]:
    """`牵头单位 县甲局、县乙局` for each group."""
    groups = node.responsibilities or []
    return [f"{group.role_text} {'、'.join(each.text for each in group.departments)}" for group in groups]


def rows(text: str) -> list[tuple[str | None, str | None, list[str], list[str]]]:
    """Label, title or else text, owners and deadlines of each measure."""
    nodes = [node for node, _ in extract(HEAD + text).nodes() if node.responsibilities or node.deadlines]
    return [
        (
            node.label,
            node.title or "".join((node.text or "").split()),
            owners(node),
            [each.text for each in node.deadlines or []],
        )
        for node in nodes
    ]


BARS = """\
序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限 |
1 | 建设便民站点。新建站点20个。 | 县甲局 | 县乙局、各乡镇 | 2023年6月底 |
2 | 优化服务。推行上门办理。 | 县丙局 | | 全年 |
"""
SAME = [
    ("1", "建设便民站点", ["牵头单位 县甲局", "责任单位 县乙局、各乡镇"], ["2023年6月底"]),
    ("2", "优化服务", ["牵头单位 县丙局"], ["全年"]),
]


@pytest.mark.parametrize(
    "text",
    [
        BARS,
        BARS.replace(" | ", "\t").replace(" |\n", "\n"),
        BARS.replace("\n", "\n| ").removesuffix("| ").replace("序号", "| 序号"),
        BARS.replace("序号", "| 序号")
        .replace("\n1", "\n|---|---|---|---|---|\n| **1**")
        .replace("\n2", "\n| 2"),
    ],
    ids=["bars behind cells", "tabs", "bars round rows", "Markdown"],
)
def test_rows_on_lines(text: str) -> None:
    assert rows(text) == SAME


def test_a_cell_on_each_line() -> None:
    text = (
        "序号\n\n工作任务\n\n责任单位\n\n完成时限\n\n1\n\n新建站点20个。\n\n县甲局\n\n县乙局\n\n2023年6月底\n\n"
        "2\n\n培训300人次。\n\n县丙局\n\n长期坚持\n"
    )
    assert rows(text) == [
        ("1", "新建站点20个。2023年6月底", ["责任单位 县甲局、县乙局"], ["2023年6月底"]),
        ("2", "培训300人次。长期坚持", ["责任单位 县丙局"], ["长期坚持"]),
    ]


STACK = "序号\n工作任务\n责任领导\n牵头单位\n配合单位\n完成时限\n"


@pytest.mark.parametrize(
    ("cells", "found", "times"),
    [
        ("新建站点。 张某某 县甲局 县乙局 6月底前", ["牵头单位 县甲局", "配合单位 县乙局"], ["6月底前"]),
        ("新建站点。 张某某 县甲局 6月底前", ["牵头单位 县甲局"], ["6月底前"]),
        (
            "新建站点。 县甲局 县乙局 县丙局 12月底前",
            ["牵头单位 县甲局", "配合单位 县乙局、县丙局"],
            ["12月底前"],
        ),
        ("建设培训中心 县甲局 县乙局、县丙局", ["牵头单位 县甲局", "配合单位 县乙局、县丙局"], []),
        ("新建站点。 分批推进建设。 县甲局 全年", ["牵头单位 县甲局"], ["全年"]),
    ],
)
def test_what_a_cell_looks_like_says_its_column(cells: str, found: list[str], times: list[str]) -> None:
    text = f"{STACK}1\n{cells}\n2\n优化服务。\n县甲局\n".replace(" ", "\n")
    (_, _, assigned, until), _ = rows(text)
    assert (assigned, until) == (found, times)


def test_a_further_task_beside_a_cell_over_several_rows() -> None:
    text = (
        "序号\n工作任务\n责任单位\n完成时限\n1\n新建站点。\n县甲局\n5月底前\n改造泊位。\n8月底前\n"
        "2\n优化服务。\n县乙局\n全年\n"
    )
    assert [(label, owner, times) for label, _, owner, times in rows(text)] == [
        ("1", ["责任单位 县甲局"], ["5月底前", "8月底前"]),
        ("2", ["责任单位 县乙局"], ["全年"]),
    ]


def test_parts_of_a_table_are_sections() -> None:
    text = (
        "序号\n工作任务\n责任单位\n一、民生保障\n1\n新建站点。\n县甲局\n二、产业发展\n2\n培育企业。\n县乙局\n"
    )
    sections = extract(HEAD + text).plan.sections or []
    assert [(each.title, [node.label for node in each.measures or []]) for each in sections] == [
        ("民生保障", ["1"]),
        ("产业发展", ["2"]),
    ]


def test_text_below_a_table_is_none_of_it() -> None:
    text = (
        "序号\n工作任务\n责任单位\n1\n新建站点。\n县甲局\n2\n优化服务。\n县乙局\n"
        "各单位要高度重视，抓好落实。\n青禾县人民政府\n2023年3月1日\n"
    )
    assert [owner for *_, owner, _ in rows(text)] == [["责任单位 县甲局"], ["责任单位 县乙局"]]
    assert extract(HEAD + text).notice.issuers == ["青禾县人民政府"]


def test_steps_numbered_within_a_cell_are_text_of_the_task() -> None:
    text = (
        "序号 | 工作任务 | 工作举措 | 责任单位 |\n1 | 新建站点。 | 1.完成选址。2.开工建设。 | 县甲局 |\n"
        "2 | 优化服务。 | 1.编制清单。 | 县乙局 |\n"
    )
    assert [(label, owner) for label, _, owner, _ in rows(text)] == [
        ("1", ["责任单位 县甲局"]),
        ("2", ["责任单位 县乙局"]),
    ]


def test_bodies_below_one_another_in_a_cell_are_a_list() -> None:
    text = (
        "序号 | 工作任务 | 责任单位 | 完成时限 |\n1 | 新建站点。 | 县甲局\n县乙局 | 全年 |\n"
        "2 | 优化服务。 | 县丙局 | 全年 |\n"
    )
    assert [owner for *_, owner, _ in rows(text)] == [["责任单位 县甲局、县乙局"], ["责任单位 县丙局"]]


@pytest.mark.parametrize(
    "text",
    [
        "索引号 | 0123/2023-01 | 责任部门 | 县甲局 |\n一、新建站点。\n二、优化服务。\n",
        "序号\n站点\n地址\n1\n东站\n东街\n2\n西站\n西街\n",
        "序号 | 责任单位 | 联系人 | 联系电话 |\n1 | 县甲局 | 张某某 | 123 |\n2 | 县乙局 | 李某某 | 678 |\n",
        "一、统一编号\n压实责任单位\n的责任。\n二、优化服务。\n",
    ],
    ids=["a website's table", "a table without bodies", "a list of whom to ask", "words of heads in text"],
)
def test_what_is_no_table_of_tasks(text: str) -> None:
    assert rows(text) == []


def test_goals_are_what_is_to_be_done() -> None:
    text = "序号 | 工作目标 | 责任单位 |\n1 | 新建站点20个。 | 县甲局 |\n2 | 培训300人次。 | 县乙局 |\n"
    assert [owner for *_, owner, _ in rows(text)] == [["责任单位 县甲局"], ["责任单位 县乙局"]]


def test_where_the_values_stand() -> None:
    text = f"{HEAD}{BARS}"
    (first, _), *_ = ((node, place) for node, place in extract(text).nodes() if node.label == "1")
    group = (first.responsibilities or [])[1]
    assert [text[start:end] for body in group.departments for start, end in body.span] == ["县乙局", "各乡镇"]
    assert [text[start:end] for each in first.deadlines or [] for start, end in each.span] == ["2023年6月底"]


HTML = (
    "<table><tr><td>序号</td><td>工作任务</td><td>牵头单位</td><td>责任单位</td><td>完成时限</td></tr>"
    "<tr><td>1</td><td>建设便民站点。新建站点20个。</td><td>县甲局</td><td>县乙局<br>各乡镇</td><td>2023年6月底</td></tr>"
    "<tr><td>2</td><td>优化服务。推行上门办理。</td><td>县丙局</td><td></td><td>全年</td></tr></table>"
)


@pytest.mark.parametrize(
    "text",
    [HTML, f"<html><body>{HTML}</body></html>\n", HTML.replace("<t", "\n<t"), HTML.upper()],
    ids=["on one line", "in a page", "a tag on each line", "capitals"],
)
def test_tables_that_a_converter_wrote_as_html(text: str) -> None:
    assert rows(text) == SAME


def test_breaks_in_a_cell_of_markdown() -> None:
    assert rows(BARS.replace("县乙局、各乡镇", "县乙局<br>各乡镇").replace("点。新", "点。<br/>新")) == SAME


def test_cells_that_nothing_but_blanks_part() -> None:
    text = BARS.replace(" | |", " ").replace(" | ", " ").replace(" |\n", "\n")
    assert rows(text) == SAME


def test_a_table_below_a_plan_is_attached_to_it() -> None:
    plan = "一、主要任务\n1.建设便民站点。（县甲局负责）\n2.优化服务。（县丙局负责）\n"
    read = extract(f"青禾县2023年工作方案\n{plan}附件：任务分解表\n{BARS}")
    assert [node.label for node, _ in read.nodes()] == ["一、", "1.", "2."]
    assert [each.title for each in read.plan.attachments or []] == ["任务分解表"]


@pytest.mark.parametrize("row", ["{} | 新建站点。 | 县甲局 | 全年 |\n", "{}\n新建站点。\n县甲局\n全年\n"])
def test_long_tables_are_read_in_linear_time(row: str) -> None:
    head = (
        "序号 | 工作任务 | 责任单位 | 完成时限 |\n" if "|" in row else "序号\n工作任务\n责任单位\n完成时限\n"
    )
    texts = [HEAD + head + "".join(map(row.format, range(1, count + 1))) for count in (150, 600)]

    short, long = (seconds(partial(extract, text)) for text in texts)
    assert long < 12 * short
