"""A notice checked against its expectation; differences are findings like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from planparse.check import expectation
from planparse.check.compare import Change, compare, moved
from planparse.findings.catalogue import severity
from planparse.findings.model import Finding, Severity
from planparse.pipeline import analyse_bytes

if TYPE_CHECKING:
    from planparse.pipeline import Analysis
    from planparse.rulepack import RulePack

State = Literal["same", "changed", "missing", "unreadable"]

_CODES = {"lost": "PP701", "gained": "PP702", "changed": "PP703"}
_UNCLASSIFIED = "PP101"


class Checked(NamedTuple):
    """A notice with its findings, those of the comparison (PP7) included, and how it compares."""

    analysis: Analysis
    findings: tuple[Finding, ...]
    state: State
    expected: str  # the path of the expectation


def check(data: bytes, name: str, path: str, rules: RulePack) -> Checked:
    """Compare the notice `data`, which stands at `path`, with what is expected of it. Raises OSError."""
    analysis = analyse_bytes(data, name=name, rules=rules)
    expected = expectation.path_of(path)
    state, differences = _compared(analysis, expected)
    return Checked(analysis, (*analysis.findings, *differences), state, expected)


def stands_against_update(checked: Checked) -> list[Finding]:
    """Findings with which a record had better not become the expected one: errors, lost text."""
    own = checked.analysis.findings
    return [each for each in own if severity(each) >= Severity.ERROR or each.code == _UNCLASSIFIED]


def update(checked: Checked) -> None:
    """Make the record the expected one. Raises OSError."""
    expectation.write(checked.expected, checked.analysis.document)


def _compared(analysis: Analysis, path: str) -> tuple[State, list[Finding]]:
    try:
        text = expectation.read(path)
        if text is None:
            return "missing", [Finding("PP704", values=(("path", path),))]
        if text == expectation.text_of(analysis.document):
            return "same", []
        expected = expectation.parse(text)
    except expectation.Unreadable as error:
        return "unreadable", [Finding("PP705", values=(("path", path), ("detail", str(error))))]
    actual = analysis.document.to_dict()
    changes = [_finding(change) for change in compare(expected, actual)]
    if expected.get("source", {}).get("sha256") != actual["source"]["sha256"]:
        changes.append(Finding("PP706"))
    elif not changes:
        changes.append(Finding("PP707", values=(("count", str(moved(expected, actual))),)))
    return "changed", changes


def _finding(change: Change) -> Finding:
    values = (("where", change.where), ("before", change.before), ("after", change.after))
    return Finding(_CODES[change.kind], change.spans[:1], values, change.node)
