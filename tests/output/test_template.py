"""Templates: the shipped ones, and what is told about a wrong one."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest

from planparse.output.table import LAYOUTS, field_names
from planparse.output.template import (
    Column,
    Fonts,
    Reminder,
    Template,
    TemplateError,
    parse,
    shipped,
    shipped_text,
)

# The column sets that offices use.
PRINTED = {
    "tasks": "序号 一级任务 二级任务 工作举措 量化目标 牵头单位 责任单位 配合单位 完成时限 备注",
    "bodies": "序号 责任单位 角色 一级任务 工作举措 量化目标 其他单位 完成时限 责任来源",
    "ledger": "序号 一级任务 二级任务 工作举措 量化目标 牵头单位 责任单位 配合单位 完成时限 责任领导 责任人 "
    "一季度进度 二季度进度 三季度进度 四季度进度 进展情况 完成率 状态 反馈日期 存在问题 下一步 销号 备注",
    "targets": "序号 指标 基期 目标值 比较 单位 口径 时限 责任单位 出处",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_shipped_templates_have_the_columns_of_offices(layout: Any) -> None:
    template = shipped(layout)
    assert [column.title for column in template.columns] == PRINTED[layout].split()
    assert template.layout == layout


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_data_of_every_layout_lead_back_to_the_notice(layout: Any) -> None:
    assert {"id", "line", "file"} <= {column.field for column in shipped(layout).more}
    fields = [column.field for column in (*shipped(layout).columns, *shipped(layout).more) if column.field]
    assert "due" in fields
    assert len(fields) == len(set(fields))
    assert set(fields) <= set(field_names(layout))


def test_what_is_filled_in_has_lists_checks_and_colours() -> None:
    columns = {column.title: column for column in shipped("ledger").columns}
    assert columns["状态"].choices == ("未启动", "推进中", "已完成", "滞后")
    assert columns["状态"].colours["滞后"] == "red"
    assert columns["反馈日期"].entry == "date"
    assert columns["完成率"].entry == "percent"
    assert columns["销号"].choices == ("未销号", "已销号")
    assert columns["完成时限"].remind == Reminder(30, "状态", ("已完成",))


def test_a_template_is_read() -> None:
    template = parse(
        """\
layout: tasks
name: 我的表
paper: A3
fonts: {body: 宋体}
columns:
- {title: 任务, field: measure, width: 30.5, align: center, merge: true, optional: true}
- {title: 签收}
more: [{title: 2024, field: id}]
""".encode()
    )
    assert (template.layout, template.name, template.paper) == ("tasks", "我的表", "A3")
    assert template.fonts == Fonts(body="宋体")
    assert template.columns == (
        Column("任务", "measure", 30.5, "center", merge=True, optional=True),
        Column("签收"),
    )
    assert template.more == (Column("2024", "id"),)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_copy_of_a_shipped_template_is_that_template(layout: Any) -> None:
    assert parse(shipped_text(layout).encode()) == shipped(layout)


GOOD = "layout: tasks\nname: 表\ncolumns: [{title: 任务}]\n"


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("", [(1, "mapping", "template")]),
        ("layout: tasks\n", [(1, "columns", "columns"), (1, "missing", "name")]),
        (GOOD.replace("tasks", "task"), [(1, "choice", "layout")]),
        (GOOD + "paper: A5\n", [(4, "choice", "paper")]),
        (GOOD + "fonts: 宋体\n", [(4, "mapping", "fonts")]),
        (GOOD + "fonts: {text: 宋体}\n", [(4, "unknown", "text")]),
        (GOOD + "columms: []\n", [(4, "unknown", "columms")]),
        (GOOD.replace("name: 表", "name: []"), [(2, "text", "name")]),
        ("layout: tasks\nname: 表\ncolumns: []\n", [(3, "columns", "columns")]),
        (GOOD + f"more: [{', '.join(['{title: a}'] * 101)}]\n", [(4, "columns", "more")]),
        (GOOD + "more:\n- 任务\n", [(5, "mapping", "more"), (5, "missing", "title")]),
        (GOOD + "more:\n- {field: measure}\n", [(5, "missing", "title")]),
        (GOOD + "more:\n- title: a\n  field: role\n", [(6, "choice", "field")]),
        (GOOD + "more:\n- {title: a, width: 0}\n", [(5, "number", "width")]),
        (GOOD + "more:\n- {title: a, width: wide}\n", [(5, "number", "width")]),
        (GOOD + "more:\n- {title: a, align: middle}\n", [(5, "choice", "align")]),
        (GOOD + "more:\n- {title: a, merge: 是}\n", [(5, "flag", "merge")]),
        (GOOD + "more:\n- {title: a, choices: 甲}\n", [(5, "texts", "choices")]),
        (GOOD + 'more:\n- {title: a, choices: ["甲,乙"]}\n', [(5, "choices", "")]),
        (GOOD + f"more:\n- {{title: a, choices: [{'甲' * 256}]}}\n", [(5, "choices", "")]),
        (GOOD + "more:\n- {title: a, choices: [甲], colours: {乙: red}}\n", [(5, "choice", "colours")]),
        (GOOD + "more:\n- {title: a, choices: [甲], colours: {甲: pink}}\n", [(5, "choice", "甲")]),
        (GOOD + "more:\n- {title: a, choices: [甲], colours: red}\n", [(5, "mapping", "colours")]),
        (
            GOOD.replace("任务", "任务, remind: {days: 3, column: 状态, done: [完成]}"),
            [(3, "column", "")],
        ),
        (
            GOOD.replace("任务", "任务, remind: {days: -1, column: 任务}"),
            [(3, "number", "days"), (3, "texts", "done")],
        ),
        ("layout: &x tasks\n", [(1, "yaml", "")]),
        ("layout: tasks\nlayout: tasks\n", [(2, "yaml", "")]),
        ("layout: [\n", [(2, "yaml", "")]),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, mistakes: list[tuple[int, str, str]]) -> None:
    with pytest.raises(TemplateError) as caught:
        parse(text.encode())
    assert [(line, kind, values.get("key", "")) for line, kind, values in caught.value.mistakes] == mistakes


def test_all_mistakes_are_told_at_once_in_the_order_of_lines() -> None:
    text = "layout: tasks\nname: 表\npaper: A0\ncolumns:\n- {title: 甲, field: nothing}\n- {titel: 乙}\n"
    with pytest.raises(TemplateError) as caught:
        parse(text.encode())
    assert [mistake.line for mistake in caught.value.mistakes] == [3, 5, 6, 6]


def test_the_page_about_tables_names_every_field_and_key() -> None:
    page = (Path(__file__).parents[2] / "docs" / "tables.md").read_text("utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    assert {name for layout in LAYOUTS for name in field_names(layout)} <= named
    keys = {
        field.name for shape in (Template, Column, Reminder, Fonts) for field in dataclasses.fields(shape)
    }
    assert {key for key in keys if f"{key}:" not in page} == set()
