"""PP9: limits and the program itself."""

from __future__ import annotations

from planparse.findings.families.entry import ERROR, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP901",
        name="limit-reached",
        severity=WARNING,
        authority="planparse",
        zh="达到上限：{limit}",
        en="a limit was reached: {limit}",
        why_zh="上限使任何文件都能在有限的时间内处理完。正常的通知远达不到；超出部分没有细加解析。",
        why_en="Limits let any file finish in bounded time. Ordinary notices stay far below; what lies "
        "beyond was not parsed in detail.",
    ),
    CatalogueEntry(
        code="PP999",
        name="internal-error",
        severity=ERROR,
        authority="planparse",
        zh="程序内部错误：{detail}",
        en="internal error: {detail}",
        why_zh="这是 planparse 的缺陷，不是文件的问题。设 PLANPARSE_DEBUG=1 再运行可得到详细信息。",
        why_en="This is a fault of planparse, not of the file. Run again with PLANPARSE_DEBUG=1 for details.",
        help_zh="设 PLANPARSE_DEBUG=1 再运行，并把输出连同版本号报告给维护者",
        help_en="run again with PLANPARSE_DEBUG=1 and report the output with the version",
    ),
)
