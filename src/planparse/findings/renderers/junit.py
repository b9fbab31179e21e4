"""Findings as JUnit XML, for the test reports of CI servers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from planparse.findings.catalogue import entry, help_text, message
from planparse.findings.families.entry import Lang
from planparse.findings.model import Finding, Severity
from planparse.findings.positions import LineIndex
from planparse.findings.renderers.placed import Report, headlines, in_order, path_shown

# What XML 1.0 cannot hold, not even as a reference.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(findings: Sequence[Finding], text: str, name: str, lang: Lang, pages: Sequence[int] = ()) -> str:
    """A suite for the notice with a case for each finding: errors and warnings fail, what is
    only worth knowing passes and is its output. Without findings, one case that passes."""
    return render_all([Report(findings, text, name, pages)], lang)


def render_all(reports: Iterable[Report], lang: Lang) -> str:
    """A suite for each of many notices."""
    suites = [_suite(report, lang) for report in reports]
    tests, failures = (sum(suite.counts[place] for suite in suites) for place in (0, 1))
    whole = {"name": "planparse", "tests": str(tests), "failures": str(failures), "errors": "0"}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_attributes(whole)}>",
        *(line for suite in suites for line in suite.lines),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


class _Suite(NamedTuple):
    lines: list[str]
    counts: tuple[int, int]  # of cases, and of those that fail


def _suite(report: Report, lang: Lang) -> _Suite:
    index = LineIndex(report.text, report.pages)
    ordered = in_order(report.findings)
    file = path_shown(report.name)
    heads = headlines(ordered, index, file, lang)
    cases = [_case(finding, head, file, index, lang) for finding, head in zip(ordered, heads, strict=True)]
    counts = (len(cases) or 1, sum(_fails(finding) for finding in ordered))
    suite = {"name": file, "tests": str(counts[0]), "failures": str(counts[1]), "errors": "0"}
    lines = [
        f"  <testsuite{_attributes(suite)}>",
        *(cases or [f"    <testcase{_attributes({'name': 'planparse', 'classname': file})}/>"]),
        "  </testsuite>",
    ]
    return _Suite(lines, counts)


def _fails(finding: Finding) -> bool:
    return entry(finding.code).severity > Severity.INFO


def _case(finding: Finding, head: str, file: str, index: LineIndex, lang: Lang) -> str:
    found = entry(finding.code)
    name = f"{found.code} {found.name}"
    if finding.spans:
        name += " {}:{}".format(*index.position(finding.spans[0][0]))
    body = escape(_legal("\n".join(filter(None, (head, help_text(finding, lang))))))
    if _fails(finding):
        failure = {"type": found.severity.label, "message": message(finding, lang)}
        body = f"<failure{_attributes(failure)}>{body}</failure>"
    else:
        body = f"<system-out>{body}</system-out>"
    case = _attributes({"name": name, "classname": file})
    return f"    <testcase{case}>\n      {body}\n    </testcase>"


def _attributes(values: dict[str, str]) -> str:
    return "".join(f" {key}={quoteattr(_legal(value))}" for key, value in values.items())


def _legal(value: str) -> str:
    return _NO_XML.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), value)
