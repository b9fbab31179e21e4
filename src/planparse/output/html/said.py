"""Findings as pages show them, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planparse.findings.catalogue import message, severity
from planparse.findings.model import Finding
from planparse.findings.positions import LineIndex
from planparse.output.html.markup import Html, tag
from planparse.output.html.words import Language, word
from planparse.records.build import in_order
from planparse.spans import Spans


class Said(NamedTuple):
    """One finding; `line` is empty where it has no place in the text."""

    code: str
    severity: str
    message: str
    line: str
    spans: Spans
    node: str

    def button(self, number: int) -> Html:
        """A button that leads to its place."""
        return tag(
            "button",
            tag("b", self.code),
            " ",
            self.message,
            " ",
            tag("small", self.line),
            type="button",
            class_=f"f {self.severity}",
            data_f=number,
        )


def said(findings: Iterable[Finding], text: str, language: Language) -> list[Said]:
    """The findings in the order of the text."""
    index = LineIndex(text)
    return [_said(finding, index, language) for finding in in_order(findings)]


def _said(finding: Finding, index: LineIndex, language: Language) -> Said:
    line = index.position(finding.spans[0][0])[0] if finding.spans else 0
    place = word("review.line", language, line=line) if line else ""
    level = severity(finding).label
    return Said(finding.code, level, message(finding, language), place, finding.spans, finding.node)
