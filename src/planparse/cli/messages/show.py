"""What `planparse show` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.show": (
        "在终端里显示一份通知：措施、责任单位、目标、时限和合计。",
        "Shows one notice: measures, owners, targets, deadlines, and figures.",
    ),
    "more.show": (
        """\
责任单位后的括号说明来历：「随标题」指措施自己没写、沿用上级标题的；
「按约定」指文中「列第一位者为牵头单位」一类的话所定的。
树下面是合计：各章节、各单位的措施数，目标和标准的种类，完成时限。

示例：
  planparse show 通知.txt
  planparse show 通知.txt | less -R
  NO_COLOR=1 planparse show 通知.txt

退出码：0 正常；1 有错误级提示；2 用法有误、文件不存在、规则包有误。
""",
        """\
A note behind the owners says where they come from: "from heading" where the
measure names none and the heading above does, "by convention" where a sentence
of the notice says so (列第一位者为牵头单位). Below the tree: measures by
section and by body, targets and standards by kind, dates.

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
