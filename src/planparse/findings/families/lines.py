"""PP1: lines, page breaks and what conversions leave behind."""

from __future__ import annotations

from planparse.findings.families.entry import INFO, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP101",
        name="unclassified-text",
        severity=WARNING,
        authority="planparse",
        zh="有文字未能归类",
        en="text that could not be classified",
        why_zh="原文每个字都应归入某一部分（要素、标题、措施、附件……）。这里的字不属于任何部分，"
        "没有进入记录；请核对是否漏了内容。",
        why_en="Every character should belong to some part (element, heading, measure, attachment …). This "
        "text belongs to none and is not in the record: check that nothing was missed.",
    ),
    CatalogueEntry(
        code="PP102",
        name="page-break-rejoined",
        severity=INFO,
        authority="planparse",
        zh="已接合被分页断开的段落 {count} 处",
        en="paragraphs cut by page breaks and joined again: {count}",
        why_zh="从 PDF 或印刷版转出的文本在分页处断句，其间夹着页码和空行。接合后再解析，位置仍指原文。",
        why_en="Text taken from PDF or print breaks sentences at the end of a page, with page numbers and "
        "blank lines between. It is joined before parsing; places still point at the text as read.",
    ),
    CatalogueEntry(
        code="PP103",
        name="duplicate-tail-dropped",
        severity=WARNING,
        authority="planparse",
        zh="文末 {lines} 行重复首页内容，未作解析",
        en="lines at the end that repeat the first page, not parsed: {lines}",
        why_zh="文档转换常把首页的文本框在文末再输出一遍。若当作正文，会多出第二个文号和日期。"
        "请核对这几行确是重复。",
        why_en="Conversions often write the text boxes of the first page again at the end. Taken as text "
        "they would give a second document number and date. Check that these lines are a repetition.",
        notes={"original": ("这里是首次出现", "first stands here")},
    ),
    CatalogueEntry(
        code="PP104",
        name="conversion-residue",
        severity=INFO,
        authority="planparse",
        zh="已略过转换残留 {count} 处（图片占位、书签等）",
        en="conversion residue skipped (image placeholders, bookmarks), places: {count}",
        why_zh="图片占位符和书签名是转换工具写入的，不是通知的文字。",
        why_en="Image placeholders and bookmark names are written by converters; they are no text of the "
        "notice.",
    ),
    CatalogueEntry(
        code="PP105",
        name="line-too-long",
        severity=INFO,
        authority="planparse",
        zh="整行过长，换行可能已丢失",
        en="a very long line: line breaks may have been lost",
        why_zh="网页复制常把全文压成一行。planparse 按编号和标点重新分段，但请核对各级标题是否齐全。",
        why_en="Copying from web pages often flattens a whole notice into one line. planparse divides it "
        "again by numbering and punctuation; check that no heading is missing.",
    ),
    CatalogueEntry(
        code="PP106",
        name="wrapped-lines-joined",
        severity=INFO,
        authority="planparse",
        zh="文字按固定行宽断行，已接合 {count} 处",
        en="the text is broken at one line width; lines joined: {count}",
        why_zh="从 PDF、邮件或终端复制的文本在行末断开，不在段末。许多行在句子中间结束且宽度相近时，"
        "写满的行与下一行接合。请核对标题没有与正文连在一起。",
        why_en="Copies out of PDF files, mails and terminals break lines where the page ends, not where a "
        "paragraph does. Where many lines end in mid-sentence at about the same width, full lines are joined "
        "with the next. Check that no heading ran into the text below it.",
    ),
)
