"""What `planparse batch` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.batch": (
        "把许多通知变成记录，连同索引写进一个文件夹。",
        "Turns many notices into records in a folder, with an index.",
    ),
    "more.batch": (
        """\
PATH 可以是文件、文件夹（含下级）、通配符（notices/**/*.txt）；- 从标准输入读
路径，每行一个。每份通知一个记录（a/通知.txt → DIR/a/通知.txt.yaml），-f jsonl
时全部写进 DIR/records.jsonl。另有 index.csv、index.jsonl（每份通知一行）和
summary.json。

再次运行只处理改动过的通知；规则、版本、选项变了则全部重做；--fresh 一律重做。
某份通知读不了、超时或使进程崩溃，只影响它自己。按 Ctrl-C 写完手头的再停。

用 --scheduler 时由 Dask 集群转换：PATH 和 DIR 可以是网址（s3:// 等）；.jsonl、
.parquet 文件里每行一份通知；记录按分片写进 DIR/records/，做完的分片不再重做
（docs/cluster.md）。

示例：
  planparse batch 通知/ -o 记录/
  planparse batch 通知/ -o 记录/ -f jsonl -j 4
  find . -name '*.txt' | planparse batch - -o 记录/
  planparse batch s3://桶/通知/ -o s3://桶/记录/ --scheduler tcp://10.0.0.1:8786

退出码：
  0  全部转换
  1  有通知未能转换，或有达到 --fail-on 级别的提示
  2  用法有误、路径不存在、规则包有误、输出文件夹无法写入、集群连不上
  130  被中断
""",
        """\
PATH is a file, a folder (all levels), a pattern (notices/**/*.txt), or - for
paths on standard input, one a line. Each notice gives one record
(a/notice.txt → DIR/a/notice.txt.yaml); with -f jsonl all stand in
DIR/records.jsonl. Besides: index.csv and index.jsonl (a row a notice) and
summary.json.

Run again, only changed notices are converted; all of them where rules, version
or options changed, or with --fresh. A notice that cannot be read, takes too
long or crashes its process costs itself only. Ctrl-C finishes what is in hand.

With --scheduler a cluster of Dask converts: PATH and DIR may be URLs (s3:// …),
a row of a .jsonl or .parquet file is a notice; records are written in shards to
DIR/records/, and shards that are done are not done again (docs/cluster.md).

Examples:
  planparse batch notices/ -o records/
  planparse batch notices/ -o records/ -f jsonl -j 4
  find . -name '*.txt' | planparse batch - -o records/
  planparse batch s3://b/notices/ -o s3://b/out/ --scheduler tcp://10.0.0.1:8786

Exit status:
  0  all were converted
  1  a notice was not converted, or findings at or above --fail-on
  2  usage, no such path, bad rule pack, output not writable, no cluster
  130  interrupted
""",
    ),
    "batch.no-duckdb": (
        "Parquet 要用 duckdb：pip install 'planparse[parquet]'，或改用 --tables-format csv。",
        "Parquet needs duckdb: pip install 'planparse[parquet]', or use --tables-format csv.",
    ),
    "batch.no-dask": (
        "--scheduler 要用 Dask：pip install 'planparse[dask]'，这里和每个工作进程所在的机器都要装。",
        "--scheduler needs Dask: pip install 'planparse[dask]', here and where the workers run.",
    ),
    "batch.not-on-cluster": (
        "{option} 不能和 --scheduler 同用：进程由集群管，记录写成 jsonl 或 parquet。",
        "{option} does not go with --scheduler: the cluster has workers of its own, "
        "and records become jsonl or parquet.",
    ),
    "batch.only-on-cluster": (
        "{option} 只能和 --scheduler 同用。",
        "{option} goes with --scheduler only.",
    ),
    "batch.cluster-bad-url": (
        "无法使用 {detail}。请检查地址和权限；s3:// 要 pip install s3fs，gs:// 要 gcsfs。",
        "Cannot use {detail}. Check the address and the credentials; "
        "s3:// needs pip install s3fs, gs:// needs gcsfs.",
    ),
    "batch.cluster-nothing-found": (
        "{detail} 不存在，或里面没有通知（.txt .md .html .docx .doc .wps .pdf .ofd，.jsonl .parquet）。",
        "{detail} does not exist or holds no notices "
        "(.txt .md .html .docx .doc .wps .pdf .ofd, .jsonl .parquet).",
    ),
    "batch.cluster-unreachable": (
        "连不上调度器 {detail}。请检查地址；用 dask scheduler 启动调度器，它会显示地址。",
        "No scheduler answers at {detail}. Check the address; `dask scheduler` starts one and shows it.",
    ),
    "batch.cluster-no-workers": (
        "调度器 {detail} 没有工作进程。请启动：dask worker {detail}",
        "The scheduler {detail} has no workers. Start some: dask worker {detail}",
    ),
    "batch.cluster-other-version": (
        "工作进程的 planparse 版本和这里不同：{detail}。"
        "请在各处安装同一版本（pip install 'planparse[dask]'）。",
        "A worker has another version of planparse than this: {detail}. "
        "Install the same one everywhere (pip install 'planparse[dask]').",
    ),
    "batch.cluster-lost": (
        "和调度器 {detail} 的连接断了。做完的分片已经写好；再次运行同一命令即可继续。",
        "The connection to the scheduler {detail} is lost. Shards that are done are written; "
        "run the same command again to go on.",
    ),
    "batch.more-failed": (
        "另有 {count} 份同样未转换（{reason}），逐份见 index.csv",
        "{count} more were not converted likewise ({reason}): index.csv has them all",
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
