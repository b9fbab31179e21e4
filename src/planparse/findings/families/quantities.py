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
    CatalogueEntry(
        code="PP504",
        name="range-reversed",
        severity=WARNING,
        authority="common practice",
        zh="区间前大后小：{text}",
        en="the range ends below its beginning: {text}",
        why_zh="区间应由小到大。前后颠倒多为笔误，也可能少写了一位或漏了“万”；请与起草单位核实。",
        why_en="A range runs from the smaller to the greater number. Reversed ends are mostly a slip, or a "
        "digit or 万 was left out: ask the drafters.",
    ),
    CatalogueEntry(
        code="PP505",
        name="number-without-unit",
        severity=INFO,
        authority="annotation guide",
        zh="数字没有单位：{text}",
        en="the number has no unit: {text}",
        why_zh="数量没有量词或计量单位，汇总时不知能否与别处相加。指数、得分之类本来没有单位的不在此列。",
        why_en="The number has neither measure word nor unit, so nobody can tell whether it adds up with "
        "others. Indexes and scores, which have no unit, are left out.",
        help_zh="补上“个”“家”“座”“万元”之类",
        help_en="add 个, 家, 座, 万元 or the like",
    ),
    CatalogueEntry(
        code="PP506",
        name="target-without-number",
        severity=INFO,
        authority="common practice",
        zh="目标只说“一批”“若干”，没有数量",
        en="a target of 一批 or 若干 has no number",
        why_zh="没有数量的目标，期末无法核对是否完成，也进不了指标表。能定数的请写明数量；定不了的可另列清单。",
        why_en="Whether a target without a number was met cannot be checked when the plan ends, and it has "
        "no row in the table of targets. State a number, or list what is meant.",
        several_zh="有 {count} 处目标只说“一批”“若干”，没有数量",
        several_en="targets of 一批 or 若干, without a number: {count}",
    ),
    CatalogueEntry(
        code="PP507",
        name="count-differs-from-list",
        severity=WARNING,
        authority="common practice",
        zh="所称数目与所列不符：称“{text}”，列出 {listed} 项",
        en="the count differs from what is listed: {text}, but {listed} are named",
        why_zh="文中说的数目与列举的项数、下设的条目或各处点名的专班对不上，可能漏了一项，或改稿时没有改数。"
        "列举后有“等”字而所列较少的，不算不符。",
        why_en="The number stated is not that of the items listed, of the points below the heading, or of "
        "the 专班 named in headings and brackets: one was left out, or the number was not changed with the "
        "draft. Fewer items before 等 are no difference.",
        notes={"first": ("列举从这里开始", "the list begins here")},
    ),
)
