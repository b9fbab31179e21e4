"""PP70: the record against the one expected of a sample (`planparse check`)."""

from __future__ import annotations

from planparse.findings.families.entry import ERROR, CatalogueEntry

_UPDATE_ZH = "若新记录是对的：planparse check --update，再把差异当作改动来审阅"
_UPDATE_EN = "if the new record is right: planparse check --update, and review the difference as a change"

ENTRIES = (
    CatalogueEntry(
        code="PP701",
        name="value-lost",
        severity=ERROR,
        authority="planparse",
        zh="少了 {where}：{before}",
        en="lost {where}: {before}",
        why_zh="预期记录里有这个值，现在的记录里没有。规则或程序的改动使它不再被识别，或原文改了。",
        why_en="The expected record has this value, the record made now has not. A change of the rules or of "
        "the program no longer finds it, or the notice was edited.",
        help_zh=_UPDATE_ZH,
        help_en=_UPDATE_EN,
    ),
    CatalogueEntry(
        code="PP702",
        name="value-gained",
        severity=ERROR,
        authority="planparse",
        zh="多了 {where}：{after}",
        en="gained {where}: {after}",
        why_zh="预期记录里没有这个值，现在的记录里有了。可能是改进，也可能是误认，要看过原文才知道。",
        why_en="The expected record lacks this value, the record made now has it. It may be a gain or a "
        "mistake: the text tells.",
        help_zh=_UPDATE_ZH,
        help_en=_UPDATE_EN,
    ),
    CatalogueEntry(
        code="PP703",
        name="value-changed",
        severity=ERROR,
        authority="planparse",
        zh="{where} 由 {before} 变为 {after}",
        en="{where} was {before}, is {after}",
        why_zh="两份记录在这一处的值不同。",
        why_en="The two records differ in this value.",
        help_zh=_UPDATE_ZH,
        help_en=_UPDATE_EN,
    ),
    CatalogueEntry(
        code="PP704",
        name="expectation-missing",
        severity=ERROR,
        authority="planparse",
        zh="没有预期记录 {path}",
        en="there is no expected record {path}",
        why_zh="样本旁要有审阅过的预期记录，否则无从知道它是否仍然解析正确。",
        why_en="A sample needs a reviewed record beside it, else nobody knows whether it still parses right.",
        help_zh="planparse check --update 生成它，然后逐项审阅",
        help_en="planparse check --update makes it; then review it value by value",
    ),
    CatalogueEntry(
        code="PP705",
        name="expectation-unreadable",
        severity=ERROR,
        authority="planparse",
        zh="预期记录 {path} 读不出来：{detail}",
        en="the expected record {path} cannot be read: {detail}",
        why_zh="它不是 planparse 写出的 YAML，可能在合并时被改坏。",
        why_en="It is not the YAML that planparse writes; a merge may have damaged it.",
        help_zh="用版本库里的旧文件恢复，或用 planparse check --update 重新生成",
        help_en="restore it from version control, or make it anew with planparse check --update",
    ),
    CatalogueEntry(
        code="PP706",
        name="notice-edited",
        severity=ERROR,
        authority="planparse",
        zh="通知原文改过，预期记录是按旧原文生成的",
        en="the notice was edited since its expected record was made",
        why_zh="内容摘要不同。位置随原文移动，因此不逐一比较位置；值的差异另行列出。",
        why_en="The digests differ. Places move with the text and are not compared one by one; values that "
        "differ are listed.",
        help_zh=_UPDATE_ZH,
        help_en=_UPDATE_EN,
    ),
    CatalogueEntry(
        code="PP707",
        name="places-moved",
        severity=ERROR,
        authority="planparse",
        zh="值都相同，但有 {count} 处位置或规则编号不同",
        en="all values agree, but places or rule ids differ: {count}",
        why_zh="同一原文里同一个值的出处变了，或由另一条规则找到。",
        why_en="In the same text a value is found at another place, or by another rule.",
        help_zh=_UPDATE_ZH,
        help_en=_UPDATE_EN,
    ),
)
