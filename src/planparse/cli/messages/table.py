"""What `planparse table` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
    "table.no-rows": ("planparse：{name}：没有可列的内容", "planparse: {name}: nothing to list"),
    "table.written": (
        "planparse：已写出 {path}：{notices} 份通知，{rows} 行",
        "planparse: wrote {path}: notices: {notices}, rows: {rows}",
    ),
}
