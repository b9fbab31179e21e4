"""`planparse check`: samples still parse, and as recorded beside them."""

from __future__ import annotations

import os
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import typer

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import LanguageOption, RulesOption
from planparse.cli.reading import find_sources, load_rules, read_notice
from planparse.cli.reporting import FOR_PROGRAMS, FailOn, status_of
from planparse.cli.status import ExitStatus, Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.check.run import Checked
    from planparse.findings.model import Finding
    from planparse.findings.renderers.placed import Report
    from planparse.intake.paths import Source

CheckFormat = Literal["text", "concise", "json", "github", "sarif", "junit"]

_RENDERERS = {each: each for each in get_args(CheckFormat)} | {"text": "full"}


def check(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...")],
    update: Annotated[bool, typer.Option("--update")] = False,
    accept: Annotated[bool, typer.Option("--accept")] = False,
    check_format: Annotated[
        CheckFormat, typer.Option("--format", "-f", metavar="text|concise|json|github|sarif|junit")
    ] = "text",
    fail_on: Annotated[FailOn, typer.Option("--fail-on", metavar="error|warning|info|never")] = "error",
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> int:
    from planparse.check import run
    from planparse.findings.renderers.placed import Report

    language: Language = ctx.obj
    pack = load_rules(rules, language)
    states: Counter[str] = Counter()
    worst = ExitStatus.OK
    printer = _Printer(check_format, language)
    for source in find_sources(paths, language):
        path = _path(source)
        checked = run.check(read_notice(source, language), os.path.basename(source.relative), path, pack)
        found = list(checked.findings)
        state: str = checked.state
        if update and state != "same":
            found, state = _updated(checked, accept, language)
        states[state] += 1
        worst = max(worst, status_of(found, fail_on))
        analysis = checked.analysis
        printer.print(Report(_worth_telling(found, fail_on), analysis.text, path, analysis.pages))
    printer.close()
    if check_format not in FOR_PROGRAMS:
        console.write_error(_summary(states, language) + "\n")
    return worst


def _path(source: Source) -> str:
    """The path of a notice; that of one in an archive names both: 一批.zip!县!甲.txt."""
    return "!".join((source.path, *source.member.split("/"))) if source.member else source.path


def _updated(checked: Checked, accept: bool, language: Language) -> tuple[list[Finding], str]:
    """Write the record as the expected one; what stands against it is told instead, unless accepted."""
    from planparse.check import run

    against = [] if accept else run.stands_against_update(checked)
    if against:
        return against, "refused"
    try:
        run.update(checked)
    except OSError as error:
        detail = error.strerror or str(error)
        raise Failure(
            text("failure.unwritable", language, path=visible(checked.expected), detail=detail)
        ) from error
    return [], "updated"


def _worth_telling(found: list[Finding], fail_on: FailOn) -> list[Finding]:
    """Findings that make the check fail, and all of the comparison."""
    from planparse.findings.catalogue import severity
    from planparse.findings.model import Severity

    least = Severity.ERROR if fail_on == "never" else Severity[fail_on.upper()]
    return [each for each in found if severity(each) >= least or each.code.startswith("PP7")]


class _Printer:
    """Findings of one notice after another; formats that hold many notices are written at the end."""

    def __init__(self, check_format: CheckFormat, language: Language) -> None:
        self.renderer: Any = import_module(f"planparse.findings.renderers.{_RENDERERS[check_format]}")
        self.between = "\n" if check_format == "text" else ""
        self.language = language
        self.reports: list[Report] = []

    def print(self, report: Report) -> None:
        if hasattr(self.renderer, "render_all"):
            self.reports.append(report)
        elif report.findings:
            rendered = self.renderer.render(
                report.findings, report.text, report.name, self.language, report.pages
            )
            console.write_out(rendered + self.between)

    def close(self) -> None:
        if hasattr(self.renderer, "render_all"):
            console.write_out(self.renderer.render_all(self.reports, self.language))


def _summary(states: Counter[str], language: Language) -> str:
    parts = [
        text(f"check.{state}", language, count=count) for state, count in sorted(states.items()) if count
    ]
    joined = ("，" if language == "zh" else ", ").join(parts)
    return text("check.summary", language, total=sum(states.values()), states=joined)
