"""PP2: the elements of a notice (GB/T 9704-2012)."""

from __future__ import annotations

from planparse.findings.families.entry import INFO, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP201",
        name="document-number-missing",
        severity=INFO,
        authority="GB/T 9704",
        zh="没有发文字号",
        en="there is no document number",
        why_zh="发文字号是公文的要素，引用和去重都靠它。转载的网页常省去，请查网页的信息栏或原件。",
        why_en="The document number is an element of an official document; citing and de-duplicating need "
        "it. Reprints often omit it: look at the page's information box or the original.",
    ),
    CatalogueEntry(
        code="PP202",
        name="document-number-malformed",
        severity=WARNING,
        authority="GB/T 9704",
        zh="发文字号不合格式：{text}",
        en="malformed document number: {text}",
        why_zh="标准的写法是机关代字、六角括号中的四位年份、序号加“号”，序号不编虚位、不加“第”（7.2.5）。"
        "不合格式的字号难以与他处的引用对上。",
        why_en="The standard form is the agency's code, a four-digit year in tortoise-shell brackets, then "
        "the serial without leading zeros or 第, and 号 (7.2.5). Other forms will not match citations "
        "elsewhere.",
        help_zh="标准形式如“某政办发〔2023〕7号”",
        help_en="the standard form looks like 某政办发〔2023〕7号",
    ),
    CatalogueEntry(
        code="PP203",
        name="date-missing",
        severity=INFO,
        authority="GB/T 9704",
        zh="没有成文日期",
        en="there is no date of the document",
        why_zh="成文日期是公文的要素。没有它，“年底前”“自印发之日起”之类的时限可能无法换算成日期。",
        why_en="The date is an element of an official document. Without it, time limits such as 年底前 or "
        "自印发之日起 may not resolve to a date.",
    ),
    CatalogueEntry(
        code="PP204",
        name="title-missing",
        severity=WARNING,
        authority="GB/T 9704",
        zh="没有找到标题",
        en="no title was found",
        why_zh="标题由发文机关、事由和文种组成，计划的名称和年份多由此而来。请核对文件开头是否完整。",
        why_en="The title names issuer, subject and kind of document; the plan's name and year mostly come "
        "from it. Check that the beginning of the file is complete.",
    ),
    CatalogueEntry(
        code="PP205",
        name="issuer-missing",
        severity=INFO,
        authority="GB/T 9704",
        zh="没有找到发文机关",
        en="no issuer was found",
        why_zh="署名、标题和版头里都没有发文机关。它决定“市”“县”指哪一级，缺了就无法补全单位名称。",
        why_en="Neither signature, title nor letterhead names the issuer. It decides which place 市 or 县 "
        "means; without it the names of bodies cannot be completed.",
    ),
    CatalogueEntry(
        code="PP206",
        name="addressees-missing",
        severity=INFO,
        authority="GB/T 9704",
        zh="没有主送机关",
        en="there are no addressees",
        why_zh="通知通常在标题下写明主送机关。只转载计划本身的网页没有这一行，可以不理会。",
        why_en="A notice usually names its addressees below the title. Pages that reprint only the plan "
        "lack that line; then this can be ignored.",
    ),
    CatalogueEntry(
        code="PP207",
        name="plan-title-year-differs",
        severity=WARNING,
        authority="common practice",
        zh="计划标题的年份与通知不一致：计划写 {plan} 年，通知写 {notice} 年",
        en="the plan's title says {plan}, the notice that issues it {notice}",
        why_zh="通知的标题或正文引用所印发的计划，年份却与计划自己的标题不同，多半沿用了上一年的文字。"
        "计划期按计划标题计算，请核实哪一个是对的。",
        why_en="The notice names the plan it issues with another year than the plan's own title: mostly "
        "wording kept from the year before. The period is taken from the plan's title: check which is right.",
        notes={"plan": ("计划的标题在这里", "the title of the plan stands here")},
    ),
    CatalogueEntry(
        code="PP208",
        name="copied-to-cut-off",
        severity=WARNING,
        authority="planparse",
        zh="抄送机关只剩后半行，开头已丢失",
        en="only the end of the list of bodies copied to is left",
        why_zh="印发机关上面的这一行像抄送名单，却没有“抄送：”，前面的机关在转换时丢失了。记录不收残缺的名单，"
        "请从原件补上。",
        why_en="The line above the printing body looks like a list of bodies copied to, but 抄送 and what "
        "followed it were lost in conversion. A maimed list is not recorded: take it from the original.",
    ),
)
