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
    ),
)
