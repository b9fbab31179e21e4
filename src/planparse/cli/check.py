"""`planparse check`: samples still parse, and as recorded beside them."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import LanguageOption, RulesOption
from planparse.cli.reading import find_sources, load_rules, read_notice
from planparse.cli.reporting import FailOn, status_of
from planparse.cli.status import ExitStatus, Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.check.run import Checked
    from planparse.findings.model import Finding
    from planparse.intake.paths import Source
    from planparse.pipeline import Analysis

CheckFormat = Literal["text", "concise", "json"]


def check(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...")],
    update: Annotated[bool, typer.Option("--update")] = False,
    accept: Annotated[bool, typer.Option("--accept")] = False,
    check_format: Annotated[
        CheckFormat, typer.Option("--format", "-f", metavar="text|concise|json")
    ] = "text",
    fail_on: Annotated[FailOn, typer.Option("--fail-on", metavar="error|warning|info|never")] = "error",
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> int:
    from planparse.check import run

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
        printer.print(_worth_telling(found, fail_on), checked.analysis, path)
    printer.close()
    if check_format != "json":
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
    """Findings of one notice after another; JSON is one array at the end."""

    def __init__(self, check_format: CheckFormat, language: Language) -> None:
        self.format = check_format
        self.language = language
        self.objects: list[dict[str, Any]] = []

    def print(self, found: list[Finding], analysis: Analysis, path: str) -> None:
        from planparse.findings.renderers import concise, full, json

        if self.format == "json":
            self.objects += json.objects(found, analysis.text, path, self.language, analysis.pages)
        elif found and self.format == "text":
            console.write_out(full.render(found, analysis.text, path, self.language, analysis.pages) + "\n")
        elif found:
            console.write_out(concise.render(found, analysis.text, path, self.language, analysis.pages))

    def close(self) -> None:
        from planparse.findings.renderers import json

        if self.format == "json":
            console.write_out(json.dump(self.objects))


def _summary(states: Counter[str], language: Language) -> str:
    parts = [
        text(f"check.{state}", language, count=count) for state, count in sorted(states.items()) if count
    ]
    joined = ("，" if language == "zh" else ", ").join(parts)
    return text("check.summary", language, total=sum(states.values()), states=joined)
