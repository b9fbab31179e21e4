"""Findings with their place in the text, in the order in which every renderer shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from planparse.findings.catalogue import entry, message
from planparse.findings.families.entry import Lang
from planparse.findings.model import Finding
from planparse.findings.positions import LineIndex
from planparse.findings.visible import visible


class Report(NamedTuple):
    """The findings of one notice among many: its text, its name, and where its pages begin."""

    findings: Sequence[Finding]
    text: str
    name: str
    pages: Sequence[int] = ()


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """By place, then code; findings about the whole file come first."""
    return sorted(findings, key=_place)


def path_shown(name: str) -> str:
    """A path with slashes on every system, safe to print."""
    return visible(PurePath(name).as_posix())


def headlines(findings: Sequence[Finding], index: LineIndex, name: str, lang: Lang) -> Iterator[str]:
    """`name:12:5: warning PP403 role-word-missing: …（第3页）` for each finding, in the order given."""
    for finding in findings:
        found = entry(finding.code)
        where, behind = name, ""
        if finding.spans:
            line, column = index.position(finding.spans[0][0])
            where = f"{name}:{line}:{column}"
            behind = page_note(index.page(finding.spans[0][0]), lang)
        yield f"{where}: {found.severity.label} {found.code} {found.name}: {message(finding, lang)}{behind}"


def page_note(page: int | None, lang: Lang) -> str:
    """（第3页） or (page 3), empty where there are no pages."""
    if page is None:
        return ""
    return f"（第{page}页）" if lang == "zh" else f" (page {page})"


def _place(finding: Finding) -> tuple[int, int, str]:
    start, end = finding.spans[0] if finding.spans else (-1, -1)
    return start, end, finding.code
