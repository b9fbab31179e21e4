"""What `planparse batch` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.batch": (
        "把许多通知变成记录，连同索引写进一个文件夹。",
        "Turns many notices into records in a folder, with an index.",
    ),
    "more.batch": (
        """\
PATH 可以是文件、文件夹（含下级）、通配符（notices/**/*.txt）；- 从标准输入读路径，
每行一个。每份通知一个记录（a/通知.txt → DIR/a/通知.txt.yaml），-f jsonl 时全部写进
DIR/records.jsonl。另有 index.csv、index.jsonl（每份通知一行）和 summary.json。

再次运行只处理改动过的通知；规则、版本、选项变了则全部重做；--fresh 一律重做。
某份通知读不了、超时或使进程崩溃，只影响它自己。按 Ctrl-C 写完手头的再停。

示例：
  planparse batch 通知/ -o 记录/
  planparse batch 通知/ -o 记录/ -f jsonl -j 4
  find . -name '*.txt' | planparse batch - -o 记录/

退出码：
  0  全部转换
  1  有通知未能转换，或有达到 --fail-on 级别的提示
  2  用法有误、路径不存在、规则包有误、输出文件夹无法写入
  130  被中断
""",
        """\
PATH is a file, a folder (all levels), a pattern (notices/**/*.txt), or - for
paths on standard input, one a line. Each notice gives one record
(a/notice.txt → DIR/a/notice.txt.yaml); with -f jsonl all stand in
DIR/records.jsonl. Besides: index.csv and index.jsonl (a row a notice) and
summary.json.

Run again, only changed notices are converted; all of them where rules, version
or options changed, or with --fresh. A notice that cannot be read, takes too long
or crashes its process costs itself only. Ctrl-C finishes what is in hand.

Examples:
  planparse batch notices/ -o records/
  planparse batch notices/ -o records/ -f jsonl -j 4
  find . -name '*.txt' | planparse batch - -o records/

Exit status:
  0  all were converted
  1  a notice was not converted, or findings at or above --fail-on
  2  usage, no such path, bad rule pack, output folder not writable
  130  interrupted
""",
    ),
    "batch.no-duckdb": (
        "Parquet 要用 duckdb：pip install 'planparse[parquet]'，或改用 --tables-format csv。",
        "Parquet needs duckdb: pip install 'planparse[parquet]', or use --tables-format csv.",
    ),
    "batch.failed": ("未转换 {path}：{detail}（{reason}）", "not converted: {path}: {detail} ({reason})"),
    "batch.step": (
        "{done}/{total}，每秒 {rate} 份，还需约 {left} 秒",
        "{done}/{total}, {rate} notices/s, about {left} s left",
    ),
    "batch.summary": (
        "{total} 份通知：转换 {converted}，未变 {unchanged}，未能转换 {failed}；"
        "提示：错误 {errors}，警告 {warnings}，说明 {infos}；{seconds} 秒",
        "notices: {total}; converted {converted}, unchanged {unchanged}, not converted {failed}; "
        "findings: {errors} errors, {warnings} warnings, {infos} infos; {seconds} s",
    ),
    "batch.interrupted": (
        "已中断：{total} 份通知中转换 {converted}，未变 {unchanged}，未能转换 {failed}，剩下 {left}；"
        "再次运行同一命令即可继续",
        "interrupted: of {total} notices converted {converted}, unchanged {unchanged}, "
        "not converted {failed}, left {left}; run the same command again to go on",
    ),
}
