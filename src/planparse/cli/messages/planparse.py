"""The page of `planparse` itself."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.planparse": (
        "把政府通知（行动计划、实施方案、若干措施等）变成可核对的结构化记录。",
        "Turns Chinese government notices that carry a plan into validated records.",
    ),
    "more.planparse": (
        """\
示例：
  planparse extract 通知.txt                    记录写到标准输出
  planparse extract 通知.txt -o 通知.yaml       记录写到文件
  planparse show 通知.txt                       在终端里看措施、责任单位、目标
  planparse tasks 通知.txt --for 市财政局       一个单位的任务
  planparse explain PP403                       某个提示是什么意思、怎么办

退出码：0 正常；1 有达到 --fail-on 级别的提示；2 用法、路径、规则或写出有误。
每个命令的用法：planparse 命令 --help。
英文界面：--lang en，或设 PLANPARSE_LANG=en。
""",
        """\
Examples:
  planparse extract notice.txt                  the record, to standard output
  planparse extract notice.txt -o notice.yaml   the record, to a file
  planparse show notice.txt                     measures, owners, targets
  planparse tasks notice.txt --for 市财政局     one body's tasks
  planparse explain PP403                       what a finding means, what to do

Exit status: 0 fine; 1 findings at or above --fail-on; 2 usage, path, rule pack
or output failed. Help for a command: planparse COMMAND --help.
Chinese texts: --lang zh, or PLANPARSE_LANG=zh.
""",
    ),
}
