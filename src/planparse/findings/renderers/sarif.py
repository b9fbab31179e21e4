"""Findings as a SARIF 2.1.0 log, for code scanning and viewers of static analysis."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from planparse import __version__
from planparse.findings.catalogue import AUTHORITIES, entry, help_text, message, note
from planparse.findings.families.entry import Lang
from planparse.findings.model import Finding, Severity
from planparse.findings.positions import LINE_BREAKS, LineIndex
from planparse.findings.renderers.placed import Report, in_order
from planparse.spans import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_ALSO = {"zh": "这里也是", "en": "also here"}
_PLACEHOLDER = re.compile(r"\{\w+\}")


def render(findings: Sequence[Finding], text: str, name: str, lang: Lang, pages: Sequence[int] = ()) -> str:
    """A log with one run and one result for each finding, in order of place."""
    return render_all([Report(findings, text, name, pages)], lang)


def render_all(reports: Iterable[Report], lang: Lang) -> str:
    """One run for the findings of many notices.

    Columns are characters (Unicode code points); the end of a region is the character after it.
    """
    ordered = [report._replace(findings=in_order(report.findings)) for report in reports]
    codes = dict.fromkeys(finding.code for report in ordered for finding in report.findings)
    rules = {code: place for place, code in enumerate(codes)}
    driver = {"name": "planparse", "version": __version__, "rules": [_rule(code, lang) for code in rules]}
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", *LINE_BREAKS],
        "results": [result for report in ordered for result in _results(report, lang, rules)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _results(report: Report, lang: Lang, rules: Mapping[str, int]) -> list[dict[str, Any]]:
    writer = _Writer(LineIndex(report.text, report.pages), _uri(report.name), lang, dict(rules))
    return [writer.result(finding) for finding in report.findings]


def _uri(name: str) -> str:
    """A relative reference for a relative path, a file URI for an absolute one."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")


def _rule(code: str, lang: Lang) -> dict[str, Any]:
    found = entry(code)
    chinese = lang == "zh"
    why, advice = (found.why_zh, found.help_zh) if chinese else (found.why_en, found.help_en)
    return {
        "id": code,
        "name": found.name,
        "shortDescription": _text(_PLACEHOLDER.sub("…", found.zh if chinese else found.en)),
        "fullDescription": _text(why),
        "help": _text(advice or why),
        "defaultConfiguration": {"level": _LEVELS[found.severity]},
        "properties": {"authority": AUTHORITIES[found.authority][0 if chinese else 1]},
    }


def _text(message: str) -> dict[str, str]:
    """A message string: a brace in it is doubled, for a single one begins a placeholder (3.11.5)."""
    return {"text": message.replace("{", "{{").replace("}", "}}")}


class _Writer:
    """Results of one notice."""

    def __init__(self, index: LineIndex, uri: str, lang: Lang, rules: dict[str, int]) -> None:
        self.index = index
        self.artifact = {"uri": uri}
        self.lang = lang
        self.rules = rules

    def result(self, finding: Finding) -> dict[str, Any]:
        also = [(span, _ALSO[self.lang]) for span in finding.spans[1:]]
        also += [(span, note(finding, label, self.lang)) for label in finding.labels for span in label.spans]
        found: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": self.rules[finding.code],
            "level": _LEVELS[entry(finding.code).severity],
            "message": _text(self._wording(finding)),
            "locations": [self._location(finding.spans[0] if finding.spans else None)],
        }
        if finding.node:
            found["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": finding.node}]
        if also:
            found["relatedLocations"] = [
                {"id": number, **self._location(span), "message": _text(wording)}
                for number, (span, wording) in enumerate(also, start=1)
            ]
        return found

    def _wording(self, finding: Finding) -> str:
        wording, advice = message(finding, self.lang), help_text(finding, self.lang)
        return f"{wording}\n{advice}" if advice else wording

    def _location(self, span: Span | None) -> dict[str, Any]:
        place: dict[str, Any] = {"artifactLocation": self.artifact}
        if span is not None:
            (line, column), (last_line, last_column) = map(self.index.position, span)
            place["region"] = {
                "startLine": line,
                "startColumn": column,
                "endLine": last_line,
                "endColumn": last_column,
            }
        return {"physicalLocation": place}
