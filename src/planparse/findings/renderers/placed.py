"""Findings with their place in the text, in the order in which every renderer shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from planparse.findings.catalogue import entry, message
from planparse.findings.families.entry import Lang
from planparse.findings.model import Finding
from planparse.findings.positions import LineIndex
from planparse.findings.visible import visible


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """By place, then code; findings about the whole file come first."""
    return sorted(findings, key=_place)


def path_shown(name: str) -> str:
    """A path with slashes on every system, safe to print."""
    return visible(PurePath(name).as_posix())


def headlines(findings: Sequence[Finding], index: LineIndex, name: str, lang: Lang) -> Iterator[str]:
    """`name:12:5: warning PP403 role-word-missing: …` for each finding, in the order given."""
    for finding in findings:
        found = entry(finding.code)
        where = name
        if finding.spans:
            line, column = index.position(finding.spans[0][0])
            where = f"{name}:{line}:{column}"
        yield f"{where}: {found.severity.label} {found.code} {found.name}: {message(finding, lang)}"


def _place(finding: Finding) -> tuple[int, int, str]:
    start, end = finding.spans[0] if finding.spans else (-1, -1)
    return start, end, finding.code
