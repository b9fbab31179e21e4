"""PP0: the file, its encoding and its security mark; its format in a module of its own."""

from __future__ import annotations

from planparse.findings.families import formats, office
from planparse.findings.families.entry import ERROR, INFO, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP001",
        name="file-empty",
        severity=ERROR,
        authority="planparse",
        zh="文件是空的",
        en="the file is empty",
        why_zh="文件里一个字节也没有，多半是下载或另存时失败。请重新取得原文件。",
        why_en="The file holds no bytes at all, mostly after a failed download or export. Fetch it again.",
    ),
    CatalogueEntry(
        code="PP002",
        name="file-too-large",
        severity=ERROR,
        authority="planparse",
        zh="文件过大：{size}，上限为 {limit}",
        en="the file is too large: {size}, the limit is {limit}",
        why_zh="一份通知只有几十千字节；这样大的文件多半不是单份通知。请拆成一份通知一个文件。",
        why_en="A notice takes some tens of kilobytes; a file this large is hardly a single notice. Split "
        "it, one notice per file.",
    ),
    CatalogueEntry(
        code="PP003",
        name="binary-file",
        severity=ERROR,
        authority="planparse",
        zh="文件是 {kind}，不能读取",
        en="the file is {kind}, which is not read",
        why_zh="格式按内容判断，与扩展名无关。这种格式不在读取之列，它的字节当作文本只会得到乱码。",
        why_en="The format is told by content, never by extension. This one is not among those that are "
        "read; its bytes taken for text would only give gibberish.",
        help_zh="请另存为 DOCX、PDF 或纯文本后再试；图像先作文字识别",
        help_en="save it as DOCX, PDF or plain text; run OCR on an image first",
    ),
    CatalogueEntry(
        code="PP004",
        name="undecodable",
        severity=ERROR,
        authority="planparse",
        zh="无法识别文件的编码",
        en="the encoding of the file cannot be told",
        why_zh="按 UTF-8、GB18030、Big5、UTF-16 都读不成通顺的中文，强行解析只会产生错误的记录。",
        why_en="Neither UTF-8 nor GB18030, Big5 or UTF-16 gives readable Chinese; parsing it anyway would "
        "only make wrong records.",
        help_zh="请用原软件打开，另存为 UTF-8 编码的文本",
        help_en="open it in the program that made it and save it as UTF-8 text",
    ),
    CatalogueEntry(
        code="PP005",
        name="characters-replaced",
        severity=WARNING,
        authority="planparse",
        zh="有 {count} 处字节不合 {encoding} 编码，已代以 U+FFFD",
        en="bytes that are not valid {encoding} became U+FFFD, places: {count}",
        why_zh="文件在传输或转码时受损。损坏处的字已经丢失，落在单位名称或数字中会使记录出错，请对照原件。",
        why_en="The file was damaged in transfer or conversion. The characters there are lost; inside a "
        "body's name or a figure they spoil the record. Compare with the original.",
    ),
    CatalogueEntry(
        code="PP006",
        name="file-truncated",
        severity=WARNING,
        authority="planparse",
        zh="文件在一个字的中间截断",
        en="the file is cut in the middle of a character",
        why_zh="最后一个字只有一半字节，说明下载或复制没有完成，后面的措施可能缺失。请重新取得原文件。",
        why_en="Only half of the last character's bytes are there: a download or copy was not finished, "
        "and measures may be missing at the end. Fetch the file again.",
    ),
    CatalogueEntry(
        code="PP007",
        name="encoding-guessed",
        severity=INFO,
        authority="planparse",
        zh="编码未标明，按 {encoding} 读取",
        en="the encoding is not marked; read as {encoding}",
        why_zh="文件没有字节顺序标记，也不是 UTF-8；编码由常用字的比例推定。如正文有误字，请另存为 UTF-8。",
        why_en="The file has no byte order mark and is not UTF-8; the encoding was chosen by the share of "
        "common characters. Should characters be wrong, save the file as UTF-8.",
    ),
    CatalogueEntry(
        code="PP008",
        name="gbk-read-as-latin-1",
        severity=WARNING,
        authority="planparse",
        zh="有 {count} 段乱码（GBK 误作 Latin-1），未作解析",
        en="mojibake (GBK read as Latin-1), not parsed, runs: {count}",
        why_zh="文档转换时文本框常被错读成这种乱码，而且往往已丢失字节，不能可靠复原，所以不从中取值。",
        why_en="Conversions often misread text boxes this way, and bytes are usually lost, so the text "
        "cannot be restored reliably and no value is taken from it. Compare with the original.",
    ),
    CatalogueEntry(
        code="PP009",
        name="control-characters",
        severity=INFO,
        authority="planparse",
        zh="正文含 {count} 个控制字符",
        en="control characters in the text: {count}",
        why_zh="控制字符是转换的残留，看不见，却会拆开词语。解析时跳过，位置仍按原文计算。",
        why_en="Control characters are left by conversions; they cannot be seen but split words. They are "
        "skipped, and places still count by the text as read.",
    ),
    CatalogueEntry(
        code="PP010",
        name="nothing-to-parse",
        severity=ERROR,
        authority="planparse",
        zh="没有可以解析的正文",
        en="there is no text to parse",
        why_zh="除空白、页码和转换残留外没有文字。扫描件转出的文件常是这样，请先作文字识别。",
        why_en="Apart from blanks, page numbers and conversion residue there is no text. Files made from "
        "scans often look so: run OCR first.",
    ),
    CatalogueEntry(
        code="PP011",
        name="security-marked",
        severity=WARNING,
        authority="GB/T 9704",
        zh="文件标有密级：{mark}",
        en="the file bears a security mark: {mark}",
        why_zh="密级和保密期限是公文版头的要素。planparse 只在本机处理，不联网；"
        "但文件和抽取的记录都应按原密级保管，不得在联网的计算机上处理。用 --refuse-classified "
        "可拒绝解析这类文件。",
        why_en="The security mark is an element of the letterhead. planparse works on this computer alone "
        "and never uses a network, but the file and its record must be kept as the mark demands, off "
        "networked computers. --refuse-classified refuses such files.",
        help_zh="请勿在联网的计算机上处理，记录按原密级保管",
        help_en="keep the file and its record off networked computers, as the mark demands",
    ),
    CatalogueEntry(
        code="PP012",
        name="security-refused",
        severity=ERROR,
        authority="planparse",
        zh="文件标有密级（{mark}），按要求拒绝解析",
        en="the file bears a security mark ({mark}) and was refused as asked",
        why_zh="运行时要求拒绝标有密级的文件（--refuse-classified），所以没有产生记录。",
        why_en="The run was told to refuse files with a security mark (--refuse-classified), so no record "
        "was made.",
    ),
    *formats.ENTRIES,
    *office.ENTRIES,
)
