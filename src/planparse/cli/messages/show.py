"""What `planparse show` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.show": (
        "在终端里以树形显示一份通知：章节、措施、责任单位、目标、时限。",
        "Shows one notice as a tree: measures, owners, targets, deadlines.",
    ),
    "more.show": (
        """\
责任单位后的括号说明来历：「随标题」指措施自己没写、沿用上级标题的；
「按约定」指文中「列第一位者为牵头单位」一类的话所定的。

示例：
  planparse show 通知.txt
  planparse show 通知.txt | less -R
  NO_COLOR=1 planparse show 通知.txt

退出码：0 正常；1 有错误级提示；2 用法有误、文件不存在、规则包有误。
""",
        """\
A note behind the owners says where they come from: "from heading" where the
measure names none and the heading above does, "by convention" where a sentence
of the notice says so (列第一位者为牵头单位).

Examples:
  planparse show notice.txt
  planparse show notice.txt | less -R
  NO_COLOR=1 planparse show notice.txt

Exit status: 0 fine; 1 findings of severity error; 2 usage, no such file, bad
rule pack.
""",
    ),
    "show.number": ("文号", "Number"),
    "show.date": ("日期", "Date"),
    "show.issuers": ("发文机关", "Issuers"),
    "show.no-plan": ("（没有可解析的计划）", "(no plan to parse)"),
    "show.untitled-plan": ("（计划无标题）", "(plan without a title)"),
    "show.targets": ("目标", "Targets"),
    "show.deadlines": ("时限", "Deadlines"),
    "show.due": ("{date} 前", "by {date}"),
    "show.open": ("等", " and others"),
    "show.via.section": ("（随标题）", " (from heading)"),
    "show.via.convention": ("（按约定）", " (by convention)"),
    "show.role.lead": ("牵头", "lead"),
    "show.role.responsible": ("负责", "responsible"),
    "show.role.support": ("配合", "support"),
    "show.role.oversight": ("指导监督", "oversight"),
    "show.role.unspecified": ("责任单位（未写明分工）", "owners (no role stated)"),
    "show.summary": (
        "{sections} 个章节，{measures} 条措施，{bodies} 个责任单位，{targets} 个目标",
        "sections: {sections}, measures: {measures}, bodies: {bodies}, targets: {targets}",
    ),
    "show.findings": (
        "planparse：{summary}。详情：planparse extract --findings full",
        "planparse: {summary}. Details: planparse extract --findings full",
    ),
}
