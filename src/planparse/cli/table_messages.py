"""The texts of `planparse table`, `planparse template` and of the figures in `planparse show`."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "command.table": (
        "把一份或多份通知变成表格：任务分解表、责任清单、督办台账、指标表。",
        "Turns notices into tables: tasks, duties, a ledger, targets.",
    ),
    "more.table": (
        """\
版式（--layout）：
  tasks    任务分解表：一条措施一行（默认）
  bodies   责任清单：一个单位在一条措施里的一个角色一行
  ledger   督办台账：任务分解表加供填写的列，有下拉选项、日期检查、逾期变红
  targets  指标表：一个量化目标一行
格式看 --out 的后缀：.xlsx .csv .md .docx；不写 --out 则在标准输出写 Markdown。
工作簿里每份通知一张打印表，另有一张不合并、可筛选的“数据”表。

示例：
  planparse table 通知.txt -o 任务分解表.xlsx
  planparse table 市.txt 县.txt -o 督办台账.xlsx --layout ledger
  planparse table 通知.txt -o 责任清单.xlsx --layout bodies --sheet-per-body
  planparse template tasks > 我的.yaml         改列名、增删列、调列宽
  planparse table 通知.txt -o 表.docx --template 我的.yaml

退出码：0 正常；1 有错误级提示；2 用法有误、文件不存在、模板或规则有误、
无法写出。
""",
        """\
Layouts (--layout):
  tasks    任务分解表: a row for each measure (default)
  bodies   责任清单: a row for each body and role in each measure
  ledger   督办台账: tasks, with columns to fill in: lists, checked dates, red
           when overdue
  targets  指标表: a row for each target
The suffix of --out chooses the format: .xlsx .csv .md .docx; without --out,
Markdown on standard output. A workbook has a sheet to print for each notice,
and a flat sheet of data with filters.

Examples:
  planparse table notice.txt -o tasks.xlsx
  planparse table city.txt county.txt -o ledger.xlsx --layout ledger
  planparse table notice.txt -o duties.xlsx --layout bodies --sheet-per-body
  planparse template tasks > mine.yaml         to change columns, widths, fonts
  planparse table notice.txt -o table.docx --template mine.yaml

Exit status: 0 fine; 1 findings of severity error; 2 usage, no such file, bad
template or rule pack, unwritable output.
""",
    ),
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
    "parameter.paths": ("一份或多份通知；- 表示标准输入", "notices; - reads standard input"),
    "parameter.layout": ("表格版式；默认 tasks", "which table; default: tasks"),
    "parameter.template": (
        "自己的模板（见 planparse template）",
        "a template of your own (see planparse template)",
    ),
    "parameter.sheet_per_body": ("每个单位另加一张表（仅 .xlsx）", "a sheet for each body too (.xlsx only)"),
    "failure.table-format": (
        "不知道 {path} 该写成什么格式。后缀请用 {endings} 之一。",
        "Cannot tell the format of {path}. Give it one of the suffixes {endings}.",
    ),
    "failure.only-xlsx": ("{option} 只用于 .xlsx。", "{option} is for .xlsx only."),
    "failure.template": (
        "模板有误，没有写出表格：\n{detail}",
        "The template is not valid; no table was written:\n{detail}",
    ),
    "failure.template-layout": (
        "模板 {path} 的版式是 {layout}，与 --layout 不同。请去掉 --layout。",
        "The template {path} is of the layout {layout}, not that of --layout. Leave out --layout.",
    ),
    "failure.no-docx": (
        "写 .docx 要先安装 python-docx：pip install 'planparse[docx]'。也可以写成 .xlsx。",
        "Writing .docx needs python-docx: pip install 'planparse[docx]'. Or write .xlsx.",
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
    "table.no-rows": ("planparse：{name}：没有可列的内容", "planparse: {name}: nothing to list"),
    "table.written": (
        "planparse：已写出 {path}：{notices} 份通知，{rows} 行",
        "planparse: wrote {path}: notices: {notices}, rows: {rows}",
    ),
    "show.by-section": ("各章节措施数", "Measures by section"),
    "show.by-body": ("各单位措施数", "Measures by body"),
    "show.targets-by-kind": ("目标与标准", "Targets and standards"),
    "show.by-date": ("措施的完成时限", "Dates that measures state"),
    "show.no-section": ("（不在章节内）", "(outside all sections)"),
    "show.more-bodies": ("……另有 {count} 个单位", "… and {count} more"),
    "show.undated": ("未写明", "none stated"),
    "show.basis.increment": ("目标：新增", "targets: increment"),
    "show.basis.level": ("目标：达到", "targets: level"),
    "show.basis.none": ("目标：其他", "targets: other"),
    "show.standard.payment": ("标准：补助、奖励", "standards: payment"),
    "show.standard.budget": ("标准：安排资金", "standards: budget"),
    "show.standard.rate": ("标准：比率", "standards: rate"),
    "show.standard.split": ("标准：分担比例", "standards: split"),
    "show.standard.threshold": ("标准：条件", "standards: threshold"),
    "show.standard.norm": ("标准：定额", "standards: norm"),
    "show.standard.none": ("标准：其他", "standards: other"),
}
