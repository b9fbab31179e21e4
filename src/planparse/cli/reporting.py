"""Findings on standard error, and the exit status they call for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.status import ExitStatus

if TYPE_CHECKING:
    from planparse.findings.model import Finding

FailOn = Literal["error", "warning", "info", "never"]
FindingsFormat = Literal["full", "concise", "json", "github", "sarif", "junit", "none"]

# Read by programs: nothing but findings may stand beside them.
FOR_PROGRAMS = ("json", "github", "sarif", "junit")

_INTERNAL_ERROR = "PP999"


def report(
    found: Sequence[Finding], source: str, name: str, format: FindingsFormat, language: Language
) -> None:
    """Write the findings in the format; below those meant for people, a line that counts them."""
    if format == "none":
        return
    if format not in FOR_PROGRAMS and not found:
        return
    # Imported by name: a run needs one of them.
    renderer = import_module(f"planparse.findings.renderers.{format}")
    rendered = renderer.render(found, source, name, language)
    if format not in FOR_PROGRAMS:
        from planparse.findings.catalogue import summarise

        rendered += "\n" * (format == "full") + summarise(found, language) + "\n"
    console.write_error(rendered)


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
