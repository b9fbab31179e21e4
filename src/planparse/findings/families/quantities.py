"""PP5: quantities."""

from __future__ import annotations

from planparse.findings.families.entry import INFO, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP501",
        name="range-with-comparator",
        severity=WARNING,
        authority="annotation guide",
        zh="区间又带比较词：{text}",
        en="a range that also has a comparator: {text}",
        why_zh="“1—2个以上”不知是一个以上还是两个以上。记录为“不低于下限”，上限一并保留；请与起草单位核实。",
        why_en="1—2个以上 may mean more than one or more than two. It is recorded as at least the lower "
        "bound, with the upper bound kept; ask the drafters.",
        help_zh="写成“1—2个”或“2个以上”",
        help_en="write either 1—2个 or 2个以上",
    ),
    CatalogueEntry(
        code="PP502",
        name="comparator-scope-ambiguous",
        severity=INFO,
        authority="annotation guide",
        zh="比较词管到哪个数不明确：{text}",
        en="it is unclear which numbers the comparator covers: {text}",
        why_zh="一串数字末尾的“以上”“左右”可能只管最后一个，也可能管全部。记录只给紧挨着的数。",
        why_en="以上 or 左右 after a list of numbers may cover the last or all. The record gives it to the "
        "number next to it only.",
        notes={"other": ("可能也管这个数", "may cover this number too")},
    ),
    CatalogueEntry(
        code="PP503",
        name="number-without-indicator",
        severity=INFO,
        authority="annotation guide",
        zh="没有找到指标名称：{text}",
        en="what is counted was not found: {text}",
        why_zh="有数值而不知所计何物，指标表里这一格为空。请从上下文补上。",
        why_en="There is a value but not what it counts, so that cell of the target table stays empty. "
        "Fill it in from the context.",
    ),
)
