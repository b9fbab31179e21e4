"""PP8: rules."""

from __future__ import annotations

from planparse.findings.families.entry import ERROR, CatalogueEntry

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
)
