"""Findings as a JSON array, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from planparse.findings.catalogue import entry, help_text, message, note
from planparse.findings.families.entry import Lang
from planparse.findings.model import Finding
from planparse.findings.positions import LineIndex
from planparse.findings.renderers.placed import Report, in_order
from planparse.findings.visible import visible
from planparse.spans import Spans


def render(findings: Sequence[Finding], text: str, name: str, lang: Lang, pages: Sequence[int] = ()) -> str:
    """An array with one object for each finding, in order of place."""
    return render_all([Report(findings, text, name, pages)], lang)


def render_all(reports: Iterable[Report], lang: Lang) -> str:
    """One array for the findings of many notices.

    `location` and `end_location` (exclusive) are lines and columns from 1, with the page where
    there are any; `spans` are ranges of code points from 0. What a finding lacks is left out.
    """
    objects = [each for report in reports for each in _objects(report, lang)]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _objects(report: Report, lang: Lang) -> list[dict[str, Any]]:
    index = LineIndex(report.text, report.pages)
    file = visible(report.name)
    return [_plain(finding, index, file, lang) for finding in in_order(report.findings)]


def _plain(finding: Finding, index: LineIndex, file: str, lang: Lang) -> dict[str, Any]:
    found = entry(finding.code)
    labels = [{"note": note(finding, each, lang), **_places(each.spans, index)} for each in finding.labels]
    optional = {"node": finding.node, "labels": labels, "help": help_text(finding, lang)}
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.label,
        "message": message(finding, lang),
        "file": file,
        **_places(finding.spans, index),
        **{key: value for key, value in optional.items() if value},
        "documentation": f"planparse explain {found.code}",
    }


def _places(spans: Spans, index: LineIndex) -> dict[str, Any]:
    if not spans:
        return {}
    return {
        "location": _location(spans[0][0], index),
        "end_location": _location(spans[-1][1], index),
        "spans": [list(span) for span in spans],
    }


def _location(offset: int, index: LineIndex) -> dict[str, int]:
    line, column = index.position(offset)
    page = index.page(offset)
    return {"line": line, "column": column} | ({} if page is None else {"page": page})
