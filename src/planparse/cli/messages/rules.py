"""What `planparse rules` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.rules": (
        "列出、查看、检验规则。",
        "Lists, shows and tests the rules.",
    ),
    "more.rules": (
        """\
规则是 YAML 文件，可以用 --rules 指定自己的文件夹来增补或替换（按规则编号）。

示例：
  planparse rules list
  planparse rules show responsibility.role-words
  planparse rules test --rules 我的规则

退出码：0 正常；1 有规则未通过自己的例子；2 用法或规则包有误。
""",
        """\
Rules are YAML files. A folder of your own (--rules) adds to them or replaces
them by id.

Examples:
  planparse rules list
  planparse rules show responsibility.role-words
  planparse rules test --rules my-rules

Exit status: 0 fine; 1 a rule fails its own examples; 2 usage or bad rule pack.
""",
    ),
    "command.rules-list": ("列出全部规则。", "Lists all rules."),
    "more.rules-list": (
        """\
每行：规则编号、类型与条数、所在文件；自己文件夹里的规则标有 *。

示例：
  planparse rules list
  planparse rules list --rules 我的规则
""",
        """\
One line each: id, shape and size, file; rules of your own folder carry a *.

Examples:
  planparse rules list
  planparse rules list --rules my-rules
""",
    ),
    "command.rules-show": ("显示一条规则的全文和理由。", "Shows one rule, with the reason for it."),
    "more.rules-show": (
        """\
示例：
  planparse rules show responsibility.role-words
""",
        """\
Examples:
  planparse rules show responsibility.role-words
""",
    ),
    "command.rules-test": (
        "用规则自带的正例和反例检验规则。",
        "Runs the examples and counter-examples that the rules carry.",
    ),
    "more.rules-test": (
        """\
结果：validated 通过；missing 正例没有得到所期望的结果；noisy 反例被误认；
reported 没有例子，未检验。

示例：
  planparse rules test
  planparse rules test --rules 我的规则

退出码：0 没有未通过的；1 有 missing 或 noisy；2 规则包有误。
""",
        """\
Verdicts: validated; missing: an example does not give what it should; noisy:
a counter-example is taken for a case; reported: no example, not tested.

Examples:
  planparse rules test
  planparse rules test --rules my-rules

Exit status: 0 none fails; 1 some are missing or noisy; 2 bad rule pack.
""",
    ),
    "rules.words": ("词表 {count}", "words {count}"),
    "rules.pattern": ("模式", "pattern"),
    "rules.table": ("表 {count}", "table {count}"),
    "rules.pack": ("{name} {version}：{count} 条规则", "{name} {version}: {count} rules"),
    "rules.tested": (
        "例子：通过 {validated}，未得到 {missing}，误认 {noisy}；无例子的规则 {reported}",
        "examples: {validated} validated, {missing} missing, {noisy} noisy; rules without any: {reported}",
    ),
}
