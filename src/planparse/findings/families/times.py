"""PP6: deadlines and references."""

from __future__ import annotations

from planparse.findings.families.entry import INFO, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP601",
        name="deadline-before-issue",
        severity=WARNING,
        authority="common practice",
        zh="时限早于成文日期：{text}",
        en="the deadline is before the date of the document: {text}",
        why_zh="时限在发文时已经过去，可能沿用了上一年的文字，或年份有误。请与起草单位核实。",
        why_en="The time had passed when the notice was issued: wording kept from the year before, or a "
        "wrong year. Ask the drafters.",
        notes={"issued": ("成文日期在这里", "the date of the document stands here")},
    ),
    CatalogueEntry(
        code="PP602",
        name="date-impossible",
        severity=WARNING,
        authority="planparse",
        zh="日期不存在：{text}",
        en="there is no such date: {text}",
        why_zh="历法上没有这一天（如2月30日），所以不写入记录。多为笔误或识别错误，请对照原件。",
        why_en="The calendar has no such day (such as 30 February), so it is not recorded. Mostly a slip "
        "or an OCR error: compare with the original.",
    ),
    CatalogueEntry(
        code="PP603",
        name="no-deadline-anywhere",
        severity=INFO,
        authority="common practice",
        zh="全文没有完成时限，标题也没有写明计划期",
        en="no deadline anywhere, and no period in the title",
        why_zh="没有任何一条措施写明何时完成，标题里没有年份，也没有有效期。列入台账时需另定时限。",
        why_en="No measure says by when, the title names no year, and there is no term of validity. Times "
        "must be set elsewhere before it goes into a task table.",
    ),
    CatalogueEntry(
        code="PP604",
        name="deadline-beyond-plan-period",
        severity=INFO,
        authority="common practice",
        zh="时限超出计划期：{text}",
        en="the deadline is beyond the period of the plan: {text}",
        why_zh="标题写明的计划期在此之前结束。跨期任务常见，也可能是年份有误；列入台账时请留意。",
        why_en="The period in the title ends earlier. Tasks that run on are common, but the year may be "
        "wrong: mind it when the task table is made.",
        notes={"period": ("计划期在这里写明", "the period of the plan is stated here")},
        several_zh="有 {count} 处时限超出计划期",
        several_en="deadlines beyond the period of the plan: {count}",
    ),
    CatalogueEntry(
        code="PP605",
        name="plan-period-past",
        severity=WARNING,
        authority="common practice",
        zh="发文时计划期已过：计划到 {year} 年为止",
        en="the period of the plan was over when it was issued: it ends in {year}",
        why_zh="标题中的年份早于成文日期的年份，多半沿用了上一年的标题，或日期有误。请核实。",
        why_en="The year in the title lies before the date of the document: mostly a title kept from the "
        "year before, or a wrong date. Check both.",
        notes={"issued": ("成文日期在这里", "the date of the document stands here")},
    ),
    CatalogueEntry(
        code="PP606",
        name="reference-numbers-differ",
        severity=WARNING,
        authority="common practice",
        zh="同一文件前后引用的文号不同：《{title}》",
        en="one document is cited with two numbers: {title}",
        why_zh="一份文件只有一个发文字号，两处不同必有一误。请对照被引用的文件改正。",
        why_en="A document has one number, so one of the two is wrong. Compare with the document cited.",
        notes={"first": ("前一处引用的文号在这里", "the number cited before stands here")},
    ),
    CatalogueEntry(
        code="PP607",
        name="repealed-document-cited",
        severity=WARNING,
        authority="common practice",
        zh="作为依据的文件在本通知中被废止：《{title}》",
        en="a document that this notice repeals is cited as its basis: {title}",
        why_zh="同一份通知既以它为依据、又把它废止，依据因而落空。多为沿用旧稿，请改引现行文件。",
        why_en="The notice rests on a document and repeals it. Mostly wording kept from an earlier draft: "
        "cite the one in force.",
        notes={"repealed": ("在这里废止", "repealed here")},
    ),
    CatalogueEntry(
        code="PP608",
        name="reference-number-malformed",
        severity=INFO,
        authority="GB/T 9704",
        zh="引用的文号不合格式：{text}",
        en="malformed number of a document cited: {text}",
        why_zh="发文字号的年份用六角括号，序号不编虚位、不加“第”（7.2.5），引用时照写。"
        "网页转载常把六角括号改成别的括号，可以不理会。",
        why_en="A document number has its year in tortoise-shell brackets and its serial without leading "
        "zeros or 第 (7.2.5), and is cited as it is. Web pages often change the brackets; then ignore this.",
        help_zh="标准形式如“某政办发〔2023〕7号”",
        help_en="the standard form looks like 某政办发〔2023〕7号",
        several_zh="引用的文号大多不合格式，共 {count} 处",
        several_en="most numbers of documents cited are malformed, places: {count}",
    ),
    CatalogueEntry(
        code="PP609",
        name="reference-number-of-another-level",
        severity=WARNING,
        authority="common practice",
        zh="省级文件引用了市县的文号：{text}",
        en="a document of a province is cited with a city's or county's number: {text}",
        why_zh="标题冠省名的文件由省级机关印发，机关代字里不会有“市政”“县政”。多半是字号抄错，请核对原文件。",
        why_en="A document that bears a province's name is issued by the province, whose code has no 市政 or "
        "县政. The number was mostly miscopied: compare with the document cited.",
    ),
    CatalogueEntry(
        code="PP610",
        name="title-mark-unmatched",
        severity=WARNING,
        authority="common practice",
        zh="书名号“{mark}”没有另一半",
        en="title mark {mark} has no other half",
        why_zh="书名号不成对，引用的文件名认不出来，没有记录。请在原文补上另一半。",
        why_en="The title it belongs to cannot be read and is not recorded. Add the other half in the text.",
    ),
)
