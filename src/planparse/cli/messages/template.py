"""What `planparse template` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.template": (
        "输出一种表格的模板（YAML），复制后可以改列、列名、列宽、字体、纸张。",
        "Prints the template of a table (YAML), to copy and change.",
    ),
    "more.template": (
        """\
版式：tasks 任务分解表，bodies 责任清单，ledger 督办台账，targets 指标表。

示例：
  planparse template ledger > 台账.yaml
  planparse table 通知.txt -o 台账.xlsx --template 台账.yaml
""",
        """\
Layouts: tasks, bodies, ledger, targets.

Examples:
  planparse template ledger > ledger.yaml
  planparse table notice.txt -o ledger.xlsx --template ledger.yaml
""",
    ),
    "template.yaml": ("{detail}", "{detail}"),
    "template.mapping": ("{key} 应是“名: 值”的形式", "expected a mapping here: {key}"),
    "template.text": ("{key} 应是文字", "{key}: expected text"),
    "template.texts": ("{key} 应是文字的清单", "{key}: expected a list of texts"),
    "template.flag": ("{key} 应是 true 或 false", "{key}: expected true or false"),
    "template.missing": ("缺少 {key}", "{key} is missing"),
    "template.unknown": ("没有 {key} 这一项；可用：{allowed}", "no such key: {key}; there are {allowed}"),
    "template.choice": (
        "{key} 不能是 {found}；可用：{allowed}",
        "{key}: {found} is none of {allowed}",
    ),
    "template.number": (
        "{key} 应是 {least} 到 {most} 的数",
        "{key}: expected a number from {least} to {most}",
    ),
    "template.columns": (
        "{key} 应是一列或多列的清单，最多 {most} 列",
        "{key}: expected a list of columns, {most} at most",
    ),
    "template.choices": (
        "选项合起来不能超过 {most} 个字符，且不能有半角逗号",
        "the choices take more than {most} characters or hold a comma",
    ),
    "template.column": ("没有叫 {found} 的列", "no column has the title {found}"),
}
