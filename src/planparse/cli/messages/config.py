"""What `planparse config` says."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
}
