"""Findings on standard error, and the exit status they call for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.status import ExitStatus

if TYPE_CHECKING:
    from planparse.findings.model import Finding

FailOn = Literal["error", "warning", "info", "never"]
FindingsFormat = Literal["full", "concise", "json", "none"]

_INTERNAL_ERROR = "PP999"


def report(
    found: Sequence[Finding], source: str, name: str, format: FindingsFormat, language: Language
) -> None:
    """Write the findings in the format; below those meant for people, a line that counts them."""
    if format == "none":
        return
    if format == "json":
        from planparse.findings.renderers import json

        console.write_error(json.render(found, source, name, language))
        return
    if not found:
        return
    from planparse.findings.catalogue import summarise

    if format == "full":
        from planparse.findings.renderers import full

        rendered = full.render(found, source, name, language) + "\n"
    else:
        from planparse.findings.renderers import concise

        rendered = concise.render(found, source, name, language)
    console.write_error(f"{rendered}{summarise(found, language)}\n")


def report_errors(found: Sequence[Finding], source: str, name: str, language: Language) -> None:
    """Write the errors, and a line that counts the other findings where there are any."""
    from planparse.findings.catalogue import severity, summarise
    from planparse.findings.model import Severity

    errors = [finding for finding in found if severity(finding) >= Severity.ERROR]
    report(errors, source, name, "full", language)
    if len(found) > len(errors):
        console.write_error(text("show.findings", language, summary=summarise(found, language)) + "\n")


def status_of(found: Sequence[Finding], fail_on: FailOn) -> ExitStatus:
    """FINDINGS where one is at or above `fail_on`; FAILURE where the program itself failed."""
    from planparse.findings.catalogue import severity
    from planparse.findings.model import Severity

    if any(finding.code == _INTERNAL_ERROR for finding in found):
        return ExitStatus.FAILURE
    if fail_on == "never":
        return ExitStatus.OK
    threshold = Severity[fail_on.upper()]
    return ExitStatus.FINDINGS if any(severity(each) >= threshold for each in found) else ExitStatus.OK
