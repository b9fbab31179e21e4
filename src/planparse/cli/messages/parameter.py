"""What arguments and options are for."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "parameter.file": (
        "通知文件：文本、Markdown、Word、WPS、PDF、\n网页、OFD、ZIP；- 表示标准输入",
        "the notice: text, Markdown, Word, WPS, PDF,\nHTML, OFD or ZIP; - reads standard input",
    ),
    "parameter.code": ("提示代码（PP403）或名称", "code (PP403) or name of a finding"),
    "parameter.rule": ("规则编号", "id of a rule"),
    "parameter.out": (
        "写到这个文件（先写临时文件再改名）；\n默认写到标准输出",
        "write to this file (under a\ntemporary name, then renamed);\ndefault: standard output",
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
    "parameter.refuse_classified": (
        "遇到 秘密/机密/绝密 标志不写出结果",
        "write nothing of a notice that is marked\n秘密, 机密 or 绝密",
    ),
    "parameter.lang": ("界面语言；默认看环境", "language of messages; default: locale"),
    "parameter.version": ("显示版本号", "print the version"),
    "parameter.help": ("显示这页帮助", "print this page"),
    "parameter.install_completion": ("为当前 shell 安装命令补全", "install completion for this shell"),
    "parameter.show_completion": ("显示命令补全脚本", "print the completion script"),
    "parameter.paths": (
        "通知或它们的文件夹；- 表示标准输入",
        "notices or folders of them; - reads\nstandard input",
    ),
    "parameter.folder": ("写到这个文件夹，没有则建立", "write into this folder; made where missing"),
    "parameter.record_format": (
        "记录的格式；默认 yaml，用集群时默认 jsonl",
        "format of the records; default: yaml,\non a cluster jsonl",
    ),
    "parameter.jobs": ("进程数；默认等于处理器数", "worker processes; default: one a processor"),
    "parameter.seconds": ("每份通知最多用多少秒；默认 60", "most seconds a notice may take; default: 60"),
    "parameter.mebibytes": (
        "每个进程最多用多少 MiB 内存；默认 2048",
        "most memory of a worker in MiB; default: 2048",
    ),
    "parameter.fresh": ("不看以前的结果，一律重做", "convert all anew, whatever is there"),
    "parameter.quiet": ("只写出未能转换的通知", "tell failures only"),
    "parameter.log_json": ("进度写成 JSON，每行一份", "progress as JSON, a line a notice"),
    "parameter.scheduler": (
        "由这个 Dask 调度器的进程转换；\n输入和输出可以是 s3:// 等网址",
        "convert on the workers of this Dask scheduler;\ninputs and output may be URLs (s3:// …)",
    ),
    "parameter.shard_size": (
        "用集群时每个任务多少份文件；默认 500",
        "on a cluster: files for each task; default: 500",
    ),
    "parameter.text_column": (
        "用集群时 JSON Lines、Parquet 里放正文的列；\n默认 text",
        "on a cluster: column of JSON Lines and Parquet\nthat holds the text; default: text",
    ),
    "parameter.name_column": (
        "用集群时放文件名的列；默认 name",
        "on a cluster: column of the name; default: name",
    ),
    "parameter.update": ("用现在的记录改写预期记录", "make the records of now the expected ones"),
    "parameter.accept": (
        "有错误或未归类的文字也改写",
        "update in spite of errors and unclassified text",
    ),
    "parameter.check_format": (
        "怎样写出差异；默认 text（带原文）",
        "how to tell; default: text, with the line",
    ),
    "parameter.tables": (
        "另把措施、责任、目标等写成分析用的表",
        "write tables for analysis too: measures,\nresponsibilities, targets …",
    ),
    "parameter.tables_format": ("这些表的格式；默认 csv", "format of these tables; default: csv"),
    "parameter.layout": ("表格版式；默认 tasks", "which table; default: tasks"),
    "parameter.tasks_format": (
        "表格 table（默认）、csv 或 json；\n默认看 --out 的后缀",
        "table (default), csv or json; default: by\nthe suffix of --out",
    ),
    "parameter.template": (
        "自己的模板（见 planparse template）",
        "a template of your own (see planparse template)",
    ),
    "parameter.sheet_per_body": ("每个单位另加一张表（仅 .xlsx）", "a sheet for each body too (.xlsx only)"),
    "parameter.member": (
        "压缩包里的哪个文件（包内只有一个时不必给）",
        "which file of a ZIP archive; not needed\nwhere it holds only one",
    ),
    "parameter.files": ("通知文件，可有多个；- 表示标准输入", "notices; - reads standard input"),
    "parameter.overrides": (
        "更正文件（审阅页导出的 .overrides.yaml）",
        "corrections, as exported by the review page\n(NAME.overrides.yaml)",
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
    "parameter.body": ("单位的任一名称", "any name of the body"),
    "parameter.target": ("写到这个文件；默认写到标准输出", "write to this file; default: standard output"),
}
