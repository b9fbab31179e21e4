"""What a user can mend."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "failure.line": ("planparse：{message}", "planparse: {message}"),
    "failure.not-found": (
        "找不到文件 {path}。请检查路径和文件名；文件名里有空格时要加引号。",
        "{path} does not exist. Check the path; quote it if it holds blanks.",
    ),
    "failure.directory": (
        "{path} 是文件夹，这个命令一次处理一份通知。请给出文件，例如 {path}/通知.txt。",
        "{path} is a folder; this command takes one notice. Name a file in it, such as {path}/notice.txt.",
    ),
    "failure.unreadable": (
        "无法读取 {path}：{detail}。请检查文件权限。",
        "Cannot read {path}: {detail}. Check its permissions.",
    ),
    "failure.stdin-closed": (
        "没有标准输入可读。请给出文件名。",
        "There is no standard input to read. Name a file.",
    ),
    "failure.output-folder": (
        "无法写出 {path}：文件夹 {folder} 不存在。请先建立它。",
        "Cannot write {path}: the folder {folder} does not exist. Make it first.",
    ),
    "failure.output-directory": (
        "无法写出 {path}：它是文件夹。请在 --out 里写出文件名。",
        "Cannot write {path}: it is a folder. Give a file name to --out.",
    ),
    "failure.output-is-input": (
        "不能写到 {path}：它就是输入的通知，会被覆盖。请另起文件名。",
        "Will not write to {path}: it is the notice itself. Choose another name.",
    ),
    "failure.unwritable": (
        "无法写出 {path}：{detail}。请检查权限和磁盘空间。",
        "Cannot write {path}: {detail}. Check permissions and free space.",
    ),
    "failure.rules-folder": (
        "规则文件夹 {path} 不存在，或不是文件夹。请检查 --rules。",
        "The rules folder {path} does not exist or is no folder. Check --rules.",
    ),
    "failure.rule-pack": (
        "规则包有误，没有处理任何文件：\n{detail}",
        "The rule pack is not valid; nothing was processed:\n{detail}",
    ),
    "failure.no-rule": (
        "没有规则 {id}。{near}全部规则：planparse rules list",
        "There is no rule {id}. {near}All rules: planparse rules list",
    ),
    "failure.near-rules": ("相近的：{names}。", "Close to it: {names}. "),
    "failure.internal": (
        "PP999 程序内部错误：{detail}。没有写出结果。请把命令和输入文件报告给维护者；"
        "设 PLANPARSE_DEBUG=1 再运行可看到详情。",
        "PP999 internal error: {detail}. Nothing was written. Please report the command and the input; "
        "set PLANPARSE_DEBUG=1 and run again for the details.",
    ),
    "failure.no-notices": (
        "在 {paths} 里没有找到通知（.txt .md .html .docx .doc .wps .pdf .ofd）。",
        "Found no notices in {paths} (.txt .md .html .docx .doc .wps .pdf .ofd).",
    ),
    "failure.table-format": (
        "不知道 {path} 该写成什么格式。后缀请用 {endings} 之一。",
        "Cannot tell the format of {path}. Give it one of the suffixes {endings}.",
    ),
    "failure.only-xlsx": ("{option} 只用于 .xlsx。", "{option} is for .xlsx only."),
    "failure.template": (
        "模板有误，没有写出表格：\n{detail}",
        "The template is not valid; no table was written:\n{detail}",
    ),
    "failure.template-layout": (
        "模板 {path} 的版式是 {layout}，与 --layout 不同。请去掉 --layout。",
        "The template {path} is of the layout {layout}, not that of --layout. Leave out --layout.",
    ),
    "failure.no-docx": (
        "写 .docx 要先安装 python-docx：pip install 'planparse[docx]'。也可以写成 .xlsx。",
        "Writing .docx needs python-docx: pip install 'planparse[docx]'. Or write .xlsx.",
    ),
    "failure.no-archive": (
        "{path} 不是 ZIP 压缩包，没有成员可选。请去掉 --member。",
        "{path} is no ZIP archive, so it has no members. Leave out --member.",
    ),
    "failure.no-member": (
        "压缩包里没有可读的文件 {member}。可读的有：{names}。",
        "The archive holds no file {member} that can be read. There are: {names}.",
    ),
    "failure.overrides": (
        "更正文件 {path} 有误，没有处理：\n{detail}",
        "The corrections in {path} are not valid; nothing was processed:\n{detail}",
    ),
    "failure.no-code": (
        "{place} 里的 {choice} 不是提示的代码、开头或名称。{near}全部代码：docs/findings.md",
        "{place}: no finding has the code or name {choice}. {near}All codes: docs/findings.md",
    ),
    "failure.near-codes": ("相近的：{names}。", "Close to it: {names}. "),
    "failure.config": (
        "配置有误，没有处理任何文件：\n{detail}",
        "The configuration is not valid; nothing was processed:\n{detail}",
    ),
    "failure.no-body": (
        "--for 后面要有单位名称，例如 --for 市财政局。",
        "--for needs the name of a body, such as --for 市财政局.",
    ),
}
