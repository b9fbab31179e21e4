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
_SECURITY_MARK, _SECURITY_REFUSED = "PP011", "PP012"


def report(
    found: Sequence[Finding],
    source: str,
    pages: Sequence[int],
    name: str,
    format: FindingsFormat,
    language: Language,
) -> None:
    """Write the findings in the format; below those meant for people, a line that counts them."""
    if format == "none":
        return
    if format == "json":
        from planparse.findings.renderers import json

        console.write_error(json.render(found, source, name, language, pages))
        return
    if not found:
        return
    from planparse.findings.catalogue import summarise

    if format == "full":
        from planparse.findings.renderers import full

        rendered = full.render(found, source, name, language, pages) + "\n"
    else:
        from planparse.findings.renderers import concise

        rendered = concise.render(found, source, name, language, pages)
    console.write_error(f"{rendered}{summarise(found, language)}\n")


def report_gravest(
    found: Sequence[Finding], source: str, pages: Sequence[int], name: str, language: Language
) -> int:
    """Write the errors and a security mark, and return how many these are."""
    from planparse.findings.catalogue import severity
    from planparse.findings.model import Severity

    gravest = [
        finding for finding in found if severity(finding) >= Severity.ERROR or finding.code == _SECURITY_MARK
    ]
    report(gravest, source, pages, name, "full", language)
    return len(gravest)


def report_errors(
    found: Sequence[Finding], source: str, pages: Sequence[int], name: str, language: Language
) -> None:
    """Write the gravest findings, and a line that counts all where there are others."""
    from planparse.findings.catalogue import summarise

    if len(found) > report_gravest(found, source, pages, name, language):
        console.write_error(text("show.findings", language, summary=summarise(found, language)) + "\n")


def refusal_of(found: Sequence[Finding]) -> Finding | None:
    """The finding that says a security mark was met and nothing is written for the notice."""
    from planparse.findings.model import Finding

    mark = next((each for each in found if each.code == _SECURITY_MARK), None)
    return Finding(_SECURITY_REFUSED, mark.spans, mark.values) if mark else None


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
