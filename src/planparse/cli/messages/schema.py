"""What `planparse schema` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.schema": ("输出记录的 JSON Schema。", "Prints the JSON Schema of a record."),
    "more.schema": (
        """\
示例：
  planparse schema > planparse.schema.json
""",
        """\
Examples:
  planparse schema > planparse.schema.json
""",
    ),
}
