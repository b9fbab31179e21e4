"""What `planparse check` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.check": (
        "核对样本：仍能解析，且与旁边的预期记录一致。",
        "Checks that samples still parse, and as recorded beside them.",
    ),
    "more.check": (
        """\
每份通知旁有审阅过的预期记录：通知.txt 对应 通知.expected.yaml。差异逐值列出（少了、
多了、变了，在原文哪一处），不是逐行。没有预期记录也算失败，--update 生成它。

--update 用现在的记录改写预期记录；有错误或未归类的文字时拒绝，除非加 --accept。
改写后请看版本库里的差异，当作改动来审阅。

示例：
  planparse check samples/
  planparse check samples/ --fail-on warning
  planparse check samples/新样本.txt --update

退出码：0 全部一致；1 有差异、缺预期记录，或有达到 --fail-on 级别的提示；
2 用法、路径、规则有误。
""",
        """\
Beside each notice stands its reviewed record: notice.expected.yaml for
notice.txt. Differences are told value by value (lost, gained, changed, where in
the notice), not line by line. A missing expectation fails too; --update makes it.

--update makes the record of now the expected one; it refuses while errors or
unclassified text stand, unless with --accept. Review the difference in version
control as you would a change.

Examples:
  planparse check samples/
  planparse check samples/ --fail-on warning
  planparse check samples/new.txt --update

Exit status: 0 all agree; 1 a difference, no expectation, or findings at or
above --fail-on; 2 usage, path, rules.
""",
    ),
    "check.summary": ("{total} 份样本：{states}", "samples: {total}; {states}"),
    "check.same": ("一致 {count}", "as expected: {count}"),
    "check.changed": ("有差异 {count}", "changed: {count}"),
    "check.missing": ("缺预期记录 {count}", "without expectation: {count}"),
    "check.unreadable": ("预期记录读不出来 {count}", "expectation unreadable: {count}"),
    "check.updated": ("已改写 {count}", "updated: {count}"),
    "check.refused": (
        "拒绝改写 {count}（先解决上列提示，或加 --accept）",
        "not updated: {count} (mend the findings above, or add --accept)",
    ),
}
