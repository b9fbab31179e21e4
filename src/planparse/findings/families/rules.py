"""PP8: rules."""

from __future__ import annotations

from planparse.findings.families.entry import ERROR, INFO, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP801",
        name="rule-timeout",
        severity=ERROR,
        authority="planparse",
        zh="规则 {rule} 超时",
        en="rule {rule} ran out of time",
        why_zh="自定义规则的模式在这份文件上耗时过长。为免给出残缺的记录，整份文件按失败处理。",
        why_en="The pattern of a user's rule took too long on this file. Rather than give a partial "
        "record, the whole file fails.",
        help_zh="检查该规则是否嵌套或相邻使用了无上限的重复",
        help_en="look for nested or adjacent unbounded repeats in that rule",
    ),
    CatalogueEntry(
        code="PP802",
        name="rule-pack-invalid",
        severity=ERROR,
        authority="planparse",
        zh="规则有误：{detail}",
        en="the rules are invalid: {detail}",
        why_zh="规则文件有误时不会只用其余的规则，以免结果无声地变化。",
        why_en="Where a rule file is wrong, the others are not used without it, so that results never "
        "change in silence.",
        help_zh="按所示文件和行号改正，再运行 planparse rules test",
        help_en="correct the file and line named, then run planparse rules test",
    ),
    CatalogueEntry(
        code="PP803",
        name="ignore-unused",
        severity=INFO,
        authority="planparse",
        zh="没有用到的忽略项：{ignored}（{where}）",
        en="an ignored code that hid nothing: {ignored} ({where})",
        why_zh="命令行或 planparse.yaml 要求忽略的代码在这份文件里没有出现。"
        "问题可能已经改好，留着它会掩盖以后的新问题。",
        why_en="A code that the command line or planparse.yaml ignores did not occur in this file. What it "
        "was for may be mended, and left in place it would hide new cases.",
        help_zh="不再需要时删去这一项",
        help_en="take it out where it is no longer needed",
    ),
)
