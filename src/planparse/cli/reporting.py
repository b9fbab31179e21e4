"""Findings on standard error, and the exit status they call for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.status import ExitStatus

if TYPE_CHECKING:
    from planparse.findings.model import Finding
    from planparse.records import Document

FailOn = Literal["error", "warning", "info", "never"]
FindingsFormat = Literal["full", "concise", "json", "github", "sarif", "junit", "none"]

# Read by programs: nothing but findings may stand beside them.
FOR_PROGRAMS = ("json", "github", "sarif", "junit")

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
    if format not in FOR_PROGRAMS and not found:
        return
    # Imported by name: a run needs one of them.
    renderer = import_module(f"planparse.findings.renderers.{format}")
    rendered = renderer.render(found, source, name, language, pages)
    if format not in FOR_PROGRAMS:
        from planparse.findings.catalogue import summarise

        rendered += "\n" * (format == "full") + summarise(found, language) + "\n"
    console.write_error(rendered)


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


def refusal_of(document: Document) -> Finding | None:
    """The finding that says a security mark was met and nothing is written for the notice.

    The record says whether there is one: the finding of it may be ignored.
    """
    from planparse.findings.model import Finding

    notice = document.notice
    if notice is None or not notice.security:
        return None
    spans = (notice.spans or {}).get("security", ())
    return Finding(_SECURITY_REFUSED, tuple(spans), (("mark", notice.security),))


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
