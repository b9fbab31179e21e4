"""Headings of help pages."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.usage": ("用法：{usage}", "Usage: {usage}"),
    "help.arguments": ("参数：", "Arguments:"),
    "help.options": ("选项：", "Options:"),
    "help.commands": ("命令：", "Commands:"),
}
