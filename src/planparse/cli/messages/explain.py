"""What `planparse explain` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.explain": (
        "解释一个提示代码：含义、依据、怎么办。",
        "Explains the code of a finding: meaning, authority, what to do.",
    ),
    "more.explain": (
        """\
示例：
  planparse explain PP403
  planparse explain role-word-missing

退出码：0 正常；2 没有这个代码。
""",
        """\
Examples:
  planparse explain PP403
  planparse explain role-word-missing

Exit status: 0 fine; 2 no such code.
""",
    ),
}
