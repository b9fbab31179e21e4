"""What `planparse review` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.review": (
        "生成一份审阅页：左边原文、右边记录，可核对、筛选、更正。",
        "Makes a page to check and correct a record beside its text.",
    ),
    "more.review": (
        """\
一个自足的 HTML 文件，不联网，用浏览器打开即可，也可打印、在手机上看。
点原文或记录的任一侧，另一侧随之定位；可按单位、内容、提示筛选。
在页里改正或标为有误的值导出为 NAME.overrides.yaml，extract --overrides
采用它；再给 --overrides 可接着上次审阅。

示例：
  planparse review 通知.txt -o 通知.html
  planparse review 通知.txt -o 通知.html --overrides 通知.overrides.yaml
  planparse extract 通知.txt --overrides 通知.overrides.yaml -o 通知.yaml

退出码：0 正常；1 有错误级提示；2 用法有误、文件不存在、规则或更正文件有误。
""",
        """\
One self-contained HTML file, no network: open it in a browser, print it, read
it on a phone. A click on either side finds the other; filters by body, kind and
finding. Values that you correct or mark as wrong are exported from the page as
NAME.overrides.yaml, which extract --overrides applies; give it again to go on
where you stopped.

Examples:
  planparse review notice.txt -o notice.html
  planparse review notice.txt -o notice.html --overrides notice.overrides.yaml
  planparse extract notice.txt --overrides notice.overrides.yaml -o notice.yaml

Exit status: 0 fine; 1 findings of severity error; 2 usage, no such file, bad
rule pack or file of corrections.
""",
    ),
}
