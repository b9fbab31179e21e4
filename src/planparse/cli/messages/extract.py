"""What `planparse extract` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.extract": (
        "把一份通知变成记录（YAML 或 JSON）。",
        "Turns one notice into a record (YAML or JSON).",
    ),
    "more.extract": (
        """\
记录写到标准输出，提示写到标准错误。重定向时两者都是 UTF-8。

示例：
  planparse extract 通知.txt
  planparse extract 通知.txt -o 通知.json
  planparse extract 通知.txt --no-provenance --findings none
  planparse extract 通知.txt --select PP4,PP5 --findings concise
  planparse extract 通知.txt --overrides 通知.overrides.yaml
  cat 通知.txt | planparse extract - -f json

退出码：
  0  记录已写出
  1  有达到 --fail-on 级别的提示（默认 error），或因涉密标志拒绝处理
  2  用法有误、文件不存在、规则包有误、无法写出、程序内部错误
""",
        """\
The record goes to standard output, findings to standard error; both are UTF-8
when redirected.

Examples:
  planparse extract notice.txt
  planparse extract notice.txt -o notice.json
  planparse extract notice.txt --no-provenance --findings none
  planparse extract notice.txt --select PP4,PP5 --findings concise
  planparse extract notice.txt --overrides notice.overrides.yaml
  cat notice.txt | planparse extract - -f json

Exit status:
  0  the record was written
  1  findings at or above --fail-on (default: error), or refused as classified
  2  usage, no such file, bad rule pack, unwritable output, internal error
""",
    ),
}
