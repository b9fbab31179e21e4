"""What `planparse report` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.report": (
        "生成一份概览：计划定了什么、谁来做、何时到期、谁和谁一起做。",
        "Makes a page of what plans set: load, targets, dates, partners.",
    ),
    "more.report": (
        """\
一个自足的 HTML 文件，不联网、没有脚本：各部分的措施数、各单位的任务、量化目标、
时间安排、牵头与配合的关系、检查提示。可以一次给多份通知，最前面是对照表。

示例：
  planparse report 通知.txt -o 概览.html
  planparse report 省.txt 市.txt 县.txt -o 对照.html --lang zh

退出码：0 正常；1 有错误级提示；2 用法有误、文件不存在、规则包有误。
""",
        """\
One self-contained HTML file, no network, no scripts: measures by section, load
by body, targets, a time line, who leads and who supports, findings. Of several
notices the page begins with a table that compares them.

Examples:
  planparse report notice.txt -o overview.html
  planparse report province.txt city.txt county.txt -o compared.html

Exit status: 0 fine; 1 findings of severity error; 2 usage, no such file, bad
rule pack.
""",
    ),
}
