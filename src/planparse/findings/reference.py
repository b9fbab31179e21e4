"""The reference page of findings, docs/findings.md, made from the catalogue.

Made anew by `python -m planparse.findings.reference > docs/findings.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from planparse.findings.catalogue import AUTHORITIES, SEVERITIES, entries
from planparse.findings.examples import EXAMPLES
from planparse.findings.families.entry import CatalogueEntry

_HEADINGS = {
    "PP0": "来源 · Source",
    "PP1": "文本行与噪声 · Lines and noise",
    "PP2": "公文要素 · Notice elements",
    "PP3": "层次 · Outline",
    "PP4": "责任 · Responsibility",
    "PP5": "数量 · Quantities",
    "PP6": "时限与引用 · Deadlines and references",
    "PP7": "预期记录与更正 · Expected records and corrections",
    "PP8": "规则 · Rules",
    "PP9": "上限与内部错误 · Limits and internal errors",
}

_INTRODUCTION = """\
# 检查结果 · Findings

<!-- Made by `python -m planparse.findings.reference > docs/findings.md`; do not edit by hand. -->

每条结果有代码、名称、级别和一句话说明，并指向原文的位置。级别有 error、warning、info 三种，
各语言的输出都用英文，便于程序识别；`--fail-on` 按它决定退出状态。`planparse explain 代码` 显示同样的说明。
“依据”指明一条结果背后是标准、标注指南还是通行做法：惯例不是规定。
示例都经测试：带 - 的写法引出这条结果，改成带 + 的就不再出现。多数地方都有的写法合为一条，不逐处重复。

A finding has a code, a name, a severity and a one-phrase message, and points at the text. Severities are
error, warning and info; they are written in English in every language, for programs to read, and
`--fail-on` compares them. `planparse explain CODE` shows the same text. The authority says whether a
standard, the annotation guide or common practice stands behind a finding: a convention is never called a
regulation. Every example is tested: the lines with - bring up the finding, those with + do not. What most
places of a notice have in common is said once, not at each.
"""


def reference() -> str:
    """The whole page in Markdown, Chinese and English side by side."""
    return "\n".join((_INTRODUCTION, *_sections()))


def _sections() -> Iterator[str]:
    family = ""
    for entry in entries():
        if entry.code[:3] != family:
            family = entry.code[:3]
            yield f"## {family} {_HEADINGS[family]}\n"
        yield "\n\n".join(_paragraphs(entry)) + "\n"


def _paragraphs(entry: CatalogueEntry) -> Iterator[str]:
    severity, authority = SEVERITIES[entry.severity], AUTHORITIES[entry.authority]
    yield f"### {entry.code} {entry.name}"
    yield f"`{entry.severity.label}` {severity[0]} · {entry.zh} · {entry.en}"
    if entry.several_zh:
        yield f"多处时合为一条 · One for many places: {entry.several_zh} · {entry.several_en}"
    yield entry.why_zh + (f"建议：{entry.help_zh}。" if entry.help_zh else "")
    yield entry.why_en + (f" Help: {entry.help_en}." if entry.help_en else "")
    yield f"依据：{authority[0]} · Authority: {authority[1]}"
    if entry.code in EXAMPLES:
        changes = "\n".join(EXAMPLES[entry.code].lines())
        yield f"示例 · Example:\n\n```diff\n{changes}\n```"


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(reference().encode())
