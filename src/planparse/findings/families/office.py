"""PP04: what Word and WPS files hold beside their text."""

from __future__ import annotations

from planparse.findings.families.entry import ERROR, INFO, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP040",
        name="macros-present",
        severity=WARNING,
        authority="planparse",
        zh="文件带有宏，没有运行",
        en="the file holds macros; they were not run",
        why_zh="公文不需要宏，宏却能携带病毒。planparse 从不运行宏，记录不受影响；"
        "用办公软件打开这份文件之前请确认来源。",
        why_en="A notice needs no macros, and macros can carry viruses. planparse never runs them, so the "
        "record is not affected; make sure where the file comes from before an office program opens it.",
    ),
    CatalogueEntry(
        code="PP041",
        name="tracked-changes",
        severity=WARNING,
        authority="planparse",
        zh="文件带有未接受的修订：略去删除 {deleted} 处，保留插入 {inserted} 处",
        en="the file has tracked changes: deletions left out {deleted}, insertions kept {inserted}",
        why_zh="记录按接受全部修订后的文字得出。带有修订的文件往往不是定稿，请确认是否为正式印发的版本。",
        why_en="The record is of the text with all changes accepted. A file with tracked changes is often no "
        "final one: make sure that it is the version that was issued.",
    ),
    CatalogueEntry(
        code="PP042",
        name="hidden-text-left-out",
        severity=WARNING,
        authority="planparse",
        zh="略去隐藏文字 {count} 处",
        en="hidden text left out, places: {count}",
        why_zh="隐藏文字在屏幕和打印件上都看不见，不是正文；其中如有措施，请在原软件中取消隐藏后再试。",
        why_en="Hidden text shows neither on screen nor on paper, so it is no part of the notice. Should it "
        "hold measures, unhide it in the program that made the file.",
    ),
    CatalogueEntry(
        code="PP043",
        name="comments-left-out",
        severity=INFO,
        authority="planparse",
        zh="略去批注 {count} 条",
        en="comments left out: {count}",
        why_zh="批注是起草时的意见，不是正文。",
        why_en="Comments are remarks of those who drafted the text, no part of it.",
    ),
    CatalogueEntry(
        code="PP044",
        name="objects-not-read",
        severity=WARNING,
        authority="planparse",
        zh="有 {count} 个嵌入对象没有读取（表格、图表、附入的文件）",
        en="embedded objects not read (sheets, charts, inserted files): {count}",
        why_zh="嵌入的电子表格、图表、示意图和附入的文件自成一体，其中的文字不会出现在记录里。",
        why_en="Embedded sheets, charts, diagrams and inserted files are documents of their own; their text "
        "is not in the record.",
        help_zh="如其中有措施，请把内容粘贴到正文中再试",
        help_en="should one hold measures, paste its content into the text",
    ),
    CatalogueEntry(
        code="PP045",
        name="word-file-too-old",
        severity=ERROR,
        authority="planparse",
        zh="文件是 Word 95 或更早的格式，未能转换（需要 LibreOffice）",
        en="the file is of Word 95 or older and was not converted (LibreOffice is needed)",
        why_zh="planparse 自己读取 Word 97 及以后的格式；更早的格式交给 LibreOffice 转换，"
        "需要系统能找到 soffice 命令。",
        why_en="planparse itself reads Word 97 and later; older files are converted by LibreOffice, whose "
        "command soffice must be found.",
        help_zh="请安装 LibreOffice，或用 Word、WPS 打开后另存为 DOCX",
        help_en="install LibreOffice, or open the file in Word or WPS and save it as DOCX",
    ),
    CatalogueEntry(
        code="PP046",
        name="converted-first",
        severity=INFO,
        authority="planparse",
        zh="文件先由 LibreOffice 转换为 DOCX（{reason}）",
        en="the file was converted to DOCX by LibreOffice first ({reason})",
        why_zh="旧格式或受损的 Word 文件先由本机的 LibreOffice 转换，不联网；编号可能与原件不同，请对照。",
        why_en="Word files that are old or damaged are read after LibreOffice on this computer has converted "
        "them, without a network. Numbers may differ from the original: compare with it.",
        notes={
            "old": ("Word 95 或更早的格式", "of Word 95 or older"),
            "damaged": ("文件受损", "damaged"),
        },
    ),
)
