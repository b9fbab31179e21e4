"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.findings.catalogue import entry, help_text, message
from planparse.findings.families.entry import Lang
from planparse.findings.model import Finding, Severity
from planparse.findings.positions import LineIndex
from planparse.findings.renderers.placed import in_order, path_shown

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# As GitHub's own toolkit escapes: the percent sign first, in properties also what parts them.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def render(findings: Sequence[Finding], text: str, name: str, lang: Lang, pages: Sequence[int] = ()) -> str:
    """One command a line, in order of place; empty where there are no findings.

    Text of the document is escaped, so that it cannot begin a command of its own.
    """
    index = LineIndex(text, pages)
    return "".join([_command(finding, index, name, lang) for finding in in_order(findings)])


def _command(finding: Finding, index: LineIndex, name: str, lang: Lang) -> str:
    found = entry(finding.code)
    properties = {"file": path_shown(name), **_place(finding, index), "title": f"{found.code} {found.name}"}
    parts = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    lines = [message(finding, lang), help_text(finding, lang)]
    data = "\n".join(line for line in lines if line).translate(_DATA)
    return f"::{_LEVELS[found.severity]} {parts}::{data}\n"


def _place(finding: Finding, index: LineIndex) -> dict[str, str]:
    """Lines, and columns where the place is within one: GitHub takes them only then."""
    if not finding.spans:
        return {}
    start, end = finding.spans[0]
    line, column = index.position(start)
    last_line, last_column = index.position(max(end - 1, start))
    place = {"line": str(line), "endLine": str(last_line)}
    if line == last_line:
        place |= {"col": str(column), "endColumn": str(last_column)}
    return place
