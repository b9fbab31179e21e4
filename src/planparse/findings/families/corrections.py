"""PP71: corrections that a person made on the review page."""

from __future__ import annotations

from planparse.findings.families.entry import ERROR, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP711",
        name="overrides-of-other-text",
        severity=WARNING,
        authority="planparse",
        zh="更正是对另一版原文作的：仍适用 {applied} 项，未采用 {dropped} 项",
        en="the corrections were made for another text: {applied} still apply, {dropped} do not",
        why_zh="通知在作更正之后改过。只有所在措施（或标题、要素）的文字、其中的位置和当时解析出的值都没有变的更正才采用；"
        "其余的逐项列出。",
        why_en="The notice was changed after the corrections were made. A correction is applied only where "
        "the text of its measure, heading or element, the place in it and the value found there are as "
        "they were; the others are listed one by one.",
        help_zh="重新生成审阅页核对，再导出一份更正",
        help_en="make the review page anew, look at it and export the corrections again",
    ),
    CatalogueEntry(
        code="PP712",
        name="override-text-changed",
        severity=ERROR,
        authority="planparse",
        zh="“{text}”（{node}）所在的文字已变，更正未采用",
        en="the text around “{text}” ({node}) has changed; the correction was not applied",
        why_zh="更正只对作更正时的那段文字有效。文字改了，原来的判断不一定成立。",
        why_en="A correction holds for the words it was made for. Once they are changed, the decision may no "
        "longer be right.",
        help_zh="在审阅页里重新核对这一处",
        help_en="look at this place again on the review page",
    ),
    CatalogueEntry(
        code="PP713",
        name="override-value-gone",
        severity=ERROR,
        authority="planparse",
        zh="“{text}”（{node}）已不再被解析为这项内容，更正未采用",
        en="“{text}” ({node}) is no longer read as such a value; the correction was not applied",
        why_zh="文字没有变，但现在的规则在这里没有解析出这项内容，多半是规则或版本变了。更正也许已不需要。",
        why_en="The words are the same, but the rules no longer find this value in them, mostly because the "
        "rules or the version changed. The correction may not be needed any more.",
        help_zh="不再需要时，从更正文件里删去这一项",
        help_en="remove it from the file of corrections if it is not needed",
    ),
    CatalogueEntry(
        code="PP714",
        name="override-value-differs",
        severity=ERROR,
        authority="planparse",
        zh="“{text}”（{node}）的 {field} 现为 {found}，作更正时为 {was}，更正未采用",
        en="the {field} of “{text}” ({node}) is now {found}, not {was} as when it was corrected; "
        "the correction was not applied",
        why_zh="更正针对的是当时的值。现在程序给出了另一个值，可能已经对了，也可能错在别处。",
        why_en="A correction is of the value found then. The program now gives another one, which may be "
        "right already, or wrong in another way.",
        help_zh="在审阅页里重新核对这一处",
        help_en="look at this place again on the review page",
    ),
    CatalogueEntry(
        code="PP715",
        name="override-not-comparable",
        severity=ERROR,
        authority="planparse",
        zh="原文已变，“{text}”（{node}）补填的 {field} 无从核对，未采用",
        en="the notice has changed and nothing tells whether the {field} added to “{text}” ({node}) still "
        "holds; the correction was not applied",
        why_zh="补填的值（例如年份）可能取决于这段文字以外的内容，如标题。原文改过之后不能照搬。",
        why_en="A value that a person added, such as a year, may rest on something outside this text, "
        "such as the title. It cannot be carried over to a changed notice.",
        help_zh="在审阅页里重新填写",
        help_en="add it again on the review page",
    ),
    CatalogueEntry(
        code="PP716",
        name="override-value-invalid",
        severity=ERROR,
        authority="planparse",
        zh="“{text}”（{node}）的更正不是有效的值：{now}",
        en="the correction of “{text}” ({node}) is no valid value: {now}",
        why_zh="例如日期须写成 2023-12-31，数值须为数字，比较符须是记录所用的几种之一。",
        why_en="A date is written 2023-12-31, a value is a number, a comparator is one of those that records "
        "have.",
        help_zh="改正更正文件里的这一项",
        help_en="correct it in the file of corrections",
    ),
    CatalogueEntry(
        code="PP717",
        name="override-of-another-notice",
        severity=ERROR,
        authority="planparse",
        zh="“{text}”（{node}）的更正属于另一份通知（文号和标题都不同），未采用",
        en="the correction of “{text}” ({node}) is of another notice, by number and title; not applied",
        why_zh="各地的通知常有整段相同的文字，同样的话在另一份通知里可能另有所指。原文改过时，"
        "文号或标题至少有一项与作更正时相同，更正才会沿用。",
        why_en="Notices copy whole paragraphs from each other, and the same words may mean something else in "
        "another one. Corrections are carried to a changed text only where its number or its title is that "
        "of the notice they were made for.",
        help_zh="核对 --overrides 给的是不是这份通知的更正文件",
        help_en="check that --overrides names the corrections of this notice",
    ),
)
