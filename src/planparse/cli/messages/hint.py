"""Hints after the work."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
}
