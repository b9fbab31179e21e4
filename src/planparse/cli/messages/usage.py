"""Mistakes in the arguments."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
    "usage.bad-number": ("{name} 要一个不小于 {least} 的数。", "{name} takes a number of at least {least}."),
}
