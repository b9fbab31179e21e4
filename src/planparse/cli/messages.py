"""What the command line says, in Chinese and in English.

Texts of findings stand in the catalogue of findings, not here. Help texts are broken into
lines by hand so that no line is wider than 80 columns, a Chinese character being two.
"""

from __future__ import annotations

from planparse.cli.language import Language

_TEXTS: dict[str, tuple[str, str]] = {
    # headings of help pages
    "help.usage": ("用法：{usage}", "Usage: {usage}"),
    "help.arguments": ("参数：", "Arguments:"),
    "help.options": ("选项：", "Options:"),
    "help.commands": ("命令：", "Commands:"),
    # pages: purpose, then examples and exit status
    "command.planparse": (
        "把政府通知（行动计划、实施方案、若干措施等）变成可核对的结构化记录。",
        "Turns Chinese government notices that carry a plan into validated records.",
    ),
    "more.planparse": (
        """\
示例：
  planparse extract 通知.txt                    记录写到标准输出
  planparse extract 通知.txt -o 通知.yaml       记录写到文件
  planparse show 通知.txt                       在终端里看措施、责任单位、目标
  planparse explain PP403                       某个提示是什么意思、怎么办

退出码：0 正常；1 有达到 --fail-on 级别的提示；2 用法、路径、规则或写出有误。
每个命令的用法：planparse 命令 --help。
英文界面：--lang en，或设 PLANPARSE_LANG=en。
""",
        """\
Examples:
  planparse extract notice.txt                  the record, to standard output
  planparse extract notice.txt -o notice.yaml   the record, to a file
  planparse show notice.txt                     measures, owners, targets
  planparse explain PP403                       what a finding means, what to do

Exit status: 0 fine; 1 findings at or above --fail-on; 2 usage, path, rule pack
or output failed. Help for a command: planparse COMMAND --help.
Chinese texts: --lang zh, or PLANPARSE_LANG=zh.
""",
    ),
    "command.extract": (
        "把一份通知变成记录（YAML 或 JSON）。",
        "Turns one notice into a record (YAML or JSON).",
    ),
    "more.extract": (
        """\
记录写到标准输出，提示写到标准错误。重定向时两者都是 UTF-8。

示例：
  planparse extract 通知.txt
  planparse extract 通知.txt -o 通知.json
  planparse extract 通知.txt --no-provenance --findings none
  cat 通知.txt | planparse extract - -f json

退出码：
  0  记录已写出
  1  有达到 --fail-on 级别的提示（默认 error），或因涉密标志拒绝处理
  2  用法有误、文件不存在、规则包有误、无法写出、程序内部错误
""",
        """\
The record goes to standard output, findings to standard error; both are UTF-8
when redirected.

Examples:
  planparse extract notice.txt
  planparse extract notice.txt -o notice.json
  planparse extract notice.txt --no-provenance --findings none
  cat notice.txt | planparse extract - -f json

Exit status:
  0  the record was written
  1  findings at or above --fail-on (default: error), or refused as classified
  2  usage, no such file, bad rule pack, unwritable output, internal error
""",
    ),
    "command.show": (
        "在终端里以树形显示一份通知：章节、措施、责任单位、目标、时限。",
        "Shows one notice as a tree: measures, owners, targets, deadlines.",
    ),
    "more.show": (
        """\
责任单位后的括号说明来历：「随标题」指措施自己没写、沿用上级标题的；
「按约定」指文中「列第一位者为牵头单位」一类的话所定的。

示例：
  planparse show 通知.txt
  planparse show 通知.txt | less -R
  NO_COLOR=1 planparse show 通知.txt

退出码：0 正常；1 有错误级提示；2 用法有误、文件不存在、规则包有误。
""",
        """\
A note behind the owners says where they come from: "from heading" where the
measure names none and the heading above does, "by convention" where a sentence
of the notice says so (列第一位者为牵头单位).

Examples:
  planparse show notice.txt
  planparse show notice.txt | less -R
  NO_COLOR=1 planparse show notice.txt

Exit status: 0 fine; 1 findings of severity error; 2 usage, no such file, bad
rule pack.
""",
    ),
    "command.rules": (
        "列出、查看、检验规则。",
        "Lists, shows and tests the rules.",
    ),
    "more.rules": (
        """\
规则是 YAML 文件，可以用 --rules 指定自己的文件夹来增补或替换（按规则编号）。

示例：
  planparse rules list
  planparse rules show responsibility.role-words
  planparse rules test --rules 我的规则

退出码：0 正常；1 有规则未通过自己的例子；2 用法或规则包有误。
""",
        """\
Rules are YAML files. A folder of your own (--rules) adds to them or replaces
them by id.

Examples:
  planparse rules list
  planparse rules show responsibility.role-words
  planparse rules test --rules my-rules

Exit status: 0 fine; 1 a rule fails its own examples; 2 usage or bad rule pack.
""",
    ),
    "command.list": ("列出全部规则。", "Lists all rules."),
    "more.list": (
        """\
每行：规则编号、类型与条数、所在文件；自己文件夹里的规则标有 *。

示例：
  planparse rules list
  planparse rules list --rules 我的规则
""",
        """\
One line each: id, shape and size, file; rules of your own folder carry a *.

Examples:
  planparse rules list
  planparse rules list --rules my-rules
""",
    ),
    "command.show-rule": ("显示一条规则的全文和理由。", "Shows one rule, with the reason for it."),
    "more.show-rule": (
        """\
示例：
  planparse rules show responsibility.role-words
""",
        """\
Examples:
  planparse rules show responsibility.role-words
""",
    ),
    "command.test": (
        "用规则自带的正例和反例检验规则。",
        "Runs the examples and counter-examples that the rules carry.",
    ),
    "more.test": (
        """\
结果：validated 通过；missing 正例没有得到所期望的结果；noisy 反例被误认；
reported 没有例子，未检验。

示例：
  planparse rules test
  planparse rules test --rules 我的规则

退出码：0 没有未通过的；1 有 missing 或 noisy；2 规则包有误。
""",
        """\
Verdicts: validated; missing: an example does not give what it should; noisy:
a counter-example is taken for a case; reported: no example, not tested.

Examples:
  planparse rules test
  planparse rules test --rules my-rules

Exit status: 0 none fails; 1 some are missing or noisy; 2 bad rule pack.
""",
    ),
    "command.explain": (
        "解释一个提示代码：含义、依据、怎么办。",
        "Explains the code of a finding: meaning, authority, what to do.",
    ),
    "more.explain": (
        """\
示例：
  planparse explain PP403
  planparse explain role-word-missing

退出码：0 正常；2 没有这个代码。
""",
        """\
Examples:
  planparse explain PP403
  planparse explain role-word-missing

Exit status: 0 fine; 2 no such code.
""",
    ),
    "command.schema": ("输出记录的 JSON Schema。", "Prints the JSON Schema of a record."),
    "more.schema": (
        """\
示例：
  planparse schema > planparse.schema.json
""",
        """\
Examples:
  planparse schema > planparse.schema.json
""",
    ),
    # parameters, the same in every command that has them
    "parameter.file": ("通知文件；- 表示标准输入", "the notice; - reads standard input"),
    "parameter.code": ("提示代码（PP403）或名称", "code (PP403) or name of a finding"),
    "parameter.rule": ("规则编号", "id of a rule"),
    "parameter.out": (
        "记录写到这个文件（先写临时文件再改名）；\n默认写到标准输出",
        "write the record to this file (under a\ntemporary name, then renamed);\ndefault: standard output",
    ),
    "parameter.format": (
        "输出格式；默认看 --out 的后缀，否则 yaml",
        "format; default: by the suffix of --out,\nelse yaml",
    ),
    "parameter.rules": ("自己的规则文件夹，增补或替换规则", "folder with rules of your own"),
    "parameter.no_provenance": ("不写出处（位置和规则编号）", "leave out places and rule ids"),
    "parameter.fail_on": (
        "有这一级或更重的提示时退出码为 1；\n默认 error，never 表示从不",
        "exit with 1 for findings of this severity\nor worse; default: error",
    ),
    "parameter.findings": (
        "提示怎样写到标准错误：带原文 full（默认）、\n每条一行 concise；供程序读的 json、github、\n"
        "sarif、junit；不写 none",
        "findings on standard error: full (default)\nwith the source line, concise; for programs\n"
        "json, github, sarif, junit; or none",
    ),
    "parameter.select": (
        "只要这些提示：代码、代码开头（PP4）或名称，\n逗号分隔，可重复",
        "only these findings: codes, beginnings of\ncodes (PP4) or names, with commas between",
    ),
    "parameter.ignore": (
        "不要这些提示（写法同 --select）；\n错误级的总会列出",
        "not these findings (as for --select); errors\nare always listed",
    ),
    "parameter.config": (
        "配置文件；默认从通知所在文件夹起逐级\n向上找 planparse.yaml",
        "configuration; default: the planparse.yaml\nin the notice's folder, or nearest above it",
    ),
    "parameter.refuse_classified": (
        "遇到 秘密/机密/绝密 标志不写出记录",
        "write no record of a notice that is marked\n秘密, 机密 or 绝密",
    ),
    "parameter.lang": ("界面语言；默认看环境", "language of messages; default: locale"),
    "parameter.version": ("显示版本号", "print the version"),
    "parameter.help": ("显示这页帮助", "print this page"),
    "parameter.install_completion": ("为当前 shell 安装命令补全", "install completion for this shell"),
    "parameter.show_completion": ("显示命令补全脚本", "print the completion script"),
    # usage errors
    "usage.no-option": ("没有选项 {name}。{near}", "No such option: {name}.{near}"),
    "usage.near-options": ("是否想用 {names}？", " Did you mean {names}?"),
    "usage.missing": ("缺少参数 {name}。", "Missing argument {name}."),
    "usage.no-value": ("{name} 后面要有值。", "{name} needs a value."),
    "usage.bad-value": ("{name} 只能取 {choices} 之一。", "{name} takes one of {choices}."),
    "usage.other": ("用法有误：{detail}", "{detail}"),
    "usage.no-command": (
        "没有命令 {name}。可用的命令：{names}。",
        "No such command: {name}. Commands: {names}.",
    ),
    "usage.try": ("用法与示例：{command} --help", "Usage and examples: {command} --help"),
    # failures
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
    "failure.no-code": (
        "{place} 里的 {choice} 不是提示的代码、开头或名称。{near}全部代码：docs/findings.md",
        "{place}: no finding has the code or name {choice}. {near}All codes: docs/findings.md",
    ),
    "failure.near-codes": ("相近的：{names}。", "Close to it: {names}. "),
    "failure.config": (
        "配置有误，没有处理任何文件：\n{detail}",
        "The configuration is not valid; nothing was processed:\n{detail}",
    ),
    "config.no-mapping": (
        "应为 select、ignore、per-file-ignores 三项",
        "expected the keys select, ignore and per-file-ignores",
    ),
    "config.no-key": (
        "没有 {key} 这一项；可用 select、ignore、per-file-ignores",
        "there is no key {key}; known are select, ignore and per-file-ignores",
    ),
    "config.no-list": (
        "{key} 应为代码的列表，如 [PP401, PP5]",
        "{key} takes a list of codes, such as [PP401, PP5]",
    ),
    "config.no-patterns": (
        'per-file-ignores 应为文件名模式与代码，如 "2021/*.txt": [PP401]',
        'per-file-ignores takes file patterns with codes, such as "2021/*.txt": [PP401]',
    ),
    "config.no-code": (
        "没有代码或名称为 {choice} 的提示。{near}",
        "no finding has the code or name {choice}. {near}",
    ),
    "failure.internal": (
        "PP999 程序内部错误：{detail}。没有写出结果。请把命令和输入文件报告给维护者；"
        "设 PLANPARSE_DEBUG=1 再运行可看到详情。",
        "PP999 internal error: {detail}. Nothing was written. Please report the command and the input; "
        "set PLANPARSE_DEBUG=1 and run again for the details.",
    ),
    "hint.encoding": (
        "planparse：终端编码 {encodings} 显示不了一些字符，已用 \\u 转义。"
        "设 PYTHONUTF8=1 并用 UTF-8 终端，或用 -o 写到文件。",
        "planparse: this terminal's encoding ({encodings}) lacks some characters, shown as \\u escapes. "
        "Set PYTHONUTF8=1 on a UTF-8 terminal, or write to a file with -o.",
    ),
    "hint.refused": (
        "planparse：没有写出记录（--refuse-classified）。",
        "planparse: no record was written (--refuse-classified).",
    ),
    # show
    "show.number": ("文号", "Number"),
    "show.date": ("日期", "Date"),
    "show.issuers": ("发文机关", "Issuers"),
    "show.no-plan": ("（没有可解析的计划）", "(no plan to parse)"),
    "show.untitled-plan": ("（计划无标题）", "(plan without a title)"),
    "show.targets": ("目标", "Targets"),
    "show.deadlines": ("时限", "Deadlines"),
    "show.due": ("{date} 前", "by {date}"),
    "show.open": ("等", " and others"),
    "show.via.section": ("（随标题）", " (from heading)"),
    "show.via.convention": ("（按约定）", " (by convention)"),
    "show.role.lead": ("牵头", "lead"),
    "show.role.responsible": ("负责", "responsible"),
    "show.role.support": ("配合", "support"),
    "show.role.oversight": ("指导监督", "oversight"),
    "show.role.unspecified": ("责任单位（未写明分工）", "owners (no role stated)"),
    "show.summary": (
        "{sections} 个章节，{measures} 条措施，{bodies} 个责任单位，{targets} 个目标",
        "sections: {sections}, measures: {measures}, bodies: {bodies}, targets: {targets}",
    ),
    "show.findings": (
        "planparse：{summary}。详情：planparse extract --findings full",
        "planparse: {summary}. Details: planparse extract --findings full",
    ),
    # rules
    "rules.words": ("词表 {count}", "words {count}"),
    "rules.pattern": ("模式", "pattern"),
    "rules.table": ("表 {count}", "table {count}"),
    "rules.pack": ("{name} {version}：{count} 条规则", "{name} {version}: {count} rules"),
    "rules.tested": (
        "例子：通过 {validated}，未得到 {missing}，误认 {noisy}；无例子的规则 {reported}",
        "examples: {validated} validated, {missing} missing, {noisy} noisy; rules without any: {reported}",
    ),
}


def text(key: str, language: Language, /, **values: object) -> str:
    """The text of a key, placeholders filled. KeyError where the table lacks it."""
    chinese, english = _TEXTS[key]
    template = chinese if language == "zh" else english
    return template.format(**values) if values else template
