"""PP3: the outline of sections and measures."""

from __future__ import annotations

from planparse.findings.families.entry import INFO, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP301",
        name="numbering-gap",
        severity=WARNING,
        authority="common practice",
        zh="编号不连续：这里是“{label}”，应为“{expected}”",
        en="gap in the numbering: {label} where {expected} was expected",
        why_zh="同级编号应当连续。跳号可能是原文笔误，也可能是转换时丢了一项，或标题没有认出来；请对照原件。",
        why_en="Numbers of one level should be continuous. A gap is a slip of the original, an item lost "
        "in conversion, or a heading that was not recognised: compare with the original.",
        notes={"previous": ("上一个编号在这里", "the number before stands here")},
    ),
    CatalogueEntry(
        code="PP302",
        name="numbering-repeated",
        severity=WARNING,
        authority="common practice",
        zh="编号重复：{label}",
        en="repeated number: {label}",
        why_zh="两项同号，引用“第几条”时会混淆。记录里后一项的 id 加 ~2 以示区别。",
        why_en="Two items bear one number, so a citation by number is ambiguous. In the record the later "
        "id gets ~2 to stay unique.",
        notes={"first": ("首次用在这里", "first used here")},
    ),
    CatalogueEntry(
        code="PP303",
        name="level-skipped",
        severity=INFO,
        authority="common practice",
        zh="层次跳级：{label}",
        en="a level of the outline is skipped at {label}",
        why_zh="GB/T 9704 的层次序数依次为“一、”“（一）”“1.”“（1）”，内容简单时略去中间一级也常见。"
        "请核对是否漏了标题。",
        why_en="GB/T 9704 orders levels as 一、 （一） 1. （1）; leaving out a middle level is common "
        "where there is little to say. Check that no heading was lost.",
        notes={"parent": ("上一级在这里", "the level above stands here")},
    ),
    CatalogueEntry(
        code="PP304",
        name="no-measures",
        severity=WARNING,
        authority="annotation guide",
        zh="没有找到措施",
        en="no measures were found",
        why_zh="看上去是计划，却没有编号的任务，也没有以责任单位收尾的段落。可能计划在另附的文件里，"
        "或换行已丢失。",
        why_en="It looks like a plan but has neither numbered tasks nor paragraphs closed by a "
        "responsibility. The plan may be in a separate attachment, or line breaks were lost.",
    ),
    CatalogueEntry(
        code="PP305",
        name="not-a-plan",
        severity=INFO,
        authority="annotation guide",
        zh="不是计划类文件（{kind}），不抽取措施",
        en="not a plan ({kind}): no measures are extracted",
        why_zh="法规、办法、批复、公告等只给出层次和文字；只有安排工作的文件才有措施、指标和标准。",
        why_en="Regulations, replies, announcements and the like get an outline and text only; measures, "
        "targets and standards belong to documents that set out work to be done.",
    ),
    CatalogueEntry(
        code="PP306",
        name="heading-empty",
        severity=WARNING,
        authority="common practice",
        zh="“{label}”后面没有文字",
        en="there is no text after {label}",
        why_zh="只有编号，没有标题或内容，多半是转换时丢了文字，或编号与正文被分成两段。请对照原件。",
        why_en="A number without heading or content: mostly text lost in conversion, or a number parted "
        "from its text. Compare with the original.",
    ),
    CatalogueEntry(
        code="PP307",
        name="outline-too-deep",
        severity=WARNING,
        authority="planparse",
        zh="层次过深，更深的编号按正文处理",
        en="the outline is too deep; deeper numbers are kept as text",
        why_zh="公文一般不超过四层；超出上限的层次多半是误认，或文件有意刁难。文字没有丢失，只是不再细分。",
        why_en="Notices rarely go below four levels; deeper ones are mostly misread, or the file is "
        "hostile. No text is lost, it is only not divided further.",
    ),
    CatalogueEntry(
        code="PP308",
        name="label-style-mixed",
        severity=INFO,
        authority="common practice",
        zh="同一层次的序号写法不一，如“{label}”",
        en="labels of one level are not written alike, such as {label}",
        why_zh="同一层次的序号标点或括号宽度前后不同（“1.”与“1、”，“（一）”与“(二)”），多为拼接旧稿或转换所致。"
        "层次照样认得，付印前宜统一。",
        why_en="Within one level the mark after the number or the width of the bracket changes (1. and 1、, "
        "（一） and (二)), mostly where drafts were put together or converted. Levels are recognised all the "
        "same; make them alike before printing.",
        notes={"usual": ("多数写作这样", "most are written like this")},
    ),
)
