"""What `planparse tasks` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "command.tasks": (
        "列出一个单位的任务：它负责的措施、角色、目标、时限和原文行号。",
        "Lists one body's tasks: measures, role, targets, deadlines, place.",
    ),
    "more.tasks": (
        """\
BODY 是这个单位的任一名称：市财政局、财政局、某某市财政局；合并设置的机构
（市教体局）和加挂的牌子（市国资委）也能找到。“市”“县”按各份通知的发文机关
理解；不带地名的名称（财政局）指任何一级。没有固定名称的（专班、公司）只按
名称查找。

角色后的括号说明来历：「随标题」指措施自己没写、沿用上级标题的；「按约定」指
文中「列第一位者为牵头单位」一类的话所定的。

示例：
  planparse tasks 通知.txt --for 市财政局
  planparse tasks 通知/ --for 财政局 -o 财政局任务.csv
  planparse tasks 通知.txt --for 县科技局 -f json

退出码：0 正常；1 有文件无法解析，其余照常列出；2 用法有误、文件不存在、
规则包有误、无法写出。
""",
        """\
BODY is any name of the body: 市财政局, 财政局, 某某市财政局. Merged bureaus
(市教体局) and second plates (市国资委) are found too. 市 and 县 are read as
each notice's issuer means them; a name without a place (财政局) is meant at
every level. What has no fixed name (a 专班, a company) is found by its name
alone.

A note behind the role says where it comes from: "from heading" where the
measure names nobody and the heading above does, "by convention" where a
sentence of the notice says so (列第一位者为牵头单位).

Examples:
  planparse tasks notice.txt --for 市财政局
  planparse tasks notices/ --for 财政局 -o tasks.csv
  planparse tasks notice.txt --for 县科技局 -f json

Exit status: 0 fine; 1 a file could not be parsed, the others are listed;
2 usage, no such file, bad rule pack, unwritable output.
""",
    ),
    "tasks.column.file": ("文件", "file"),
    "tasks.column.line": ("行", "line"),
    "tasks.column.notice": ("通知", "notice"),
    "tasks.column.number": ("文号", "number"),
    "tasks.column.id": ("条目", "id"),
    "tasks.column.section": ("章节", "section"),
    "tasks.column.measure": ("措施", "measure"),
    "tasks.column.text": ("内容", "text"),
    "tasks.column.name": ("单位", "body"),
    "tasks.column.role": ("角色", "role"),
    "tasks.column.role_text": ("原文角色词", "role as written"),
    "tasks.column.via": ("来历", "via"),
    "tasks.column.targets": ("目标", "targets"),
    "tasks.column.deadlines": ("时限", "deadlines"),
    "tasks.via.own": ("自身", "own"),
    "tasks.via.section": ("随标题", "heading"),
    "tasks.via.convention": ("按约定", "convention"),
    "tasks.summary": (
        "planparse：{body} 的任务 {tasks} 条，出自 {files} 份通知",
        "planparse: tasks of {body}: {tasks}, in notices: {files}",
    ),
    "tasks.unknown": (
        "planparse：机构名录里没有“{body}”，只按这个名称查找。",
        "planparse: {body} is not in the registry of bodies; looked for this name only.",
    ),
    "tasks.not-read": (
        "planparse：{path} 有错误。详情：planparse extract --findings full",
        "planparse: {path} has errors. Details: planparse extract --findings full",
    ),
}
