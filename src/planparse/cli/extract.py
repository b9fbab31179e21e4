"""`planparse extract`: one notice to one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli import console
from planparse.cli.config import selection_for
from planparse.cli.correcting import corrected
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import (
    ConfigOption,
    FileArgument,
    IgnoreOption,
    LanguageOption,
    MemberOption,
    OverridesOption,
    RulesOption,
    SelectOption,
)
from planparse.cli.reading import analyse, displayed_name
from planparse.cli.reporting import FOR_PROGRAMS, FailOn, FindingsFormat, refusal_of, report, status_of
from planparse.cli.status import ExitStatus
from planparse.cli.writing import STANDARD_OUTPUT, check_output, write_output

if TYPE_CHECKING:
    from planparse.records import Document

RecordFormat = Literal["yaml", "json"]


def extract(
    ctx: typer.Context,
    file: FileArgument,
    out: Annotated[str, typer.Option("--out", "-o", metavar="OUT")] = STANDARD_OUTPUT,
    format: Annotated[RecordFormat | None, typer.Option("--format", "-f", metavar="yaml|json")] = None,
    member: MemberOption = None,
    rules: RulesOption = None,
    overrides: OverridesOption = None,
    no_provenance: Annotated[bool, typer.Option("--no-provenance")] = False,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", metavar="error|warning|info|never")] = "error",
    findings: Annotated[
        FindingsFormat,
        typer.Option("--findings", metavar="full|concise|json|github|sarif|junit|none"),
    ] = "full",
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    config: ConfigOption = None,
    refuse_classified: Annotated[bool, typer.Option("--refuse-classified")] = False,
    lang: LanguageOption = None,
) -> int:
    language: Language = ctx.obj
    check_output([file], out, language)
    selection = selection_for(file, config, select, ignore, language)
    analysis = analyse(file, member, rules, selection, language)
    if overrides is not None:
        analysis = corrected(analysis, overrides, language)
    found = list(analysis.findings)
    refusal = refusal_of(analysis.document) if refuse_classified else None
    if refusal is None:
        write_output(_record(analysis.document, format or _format_of(out), not no_provenance), out, language)
    else:
        found.append(refusal)
    report(found, analysis.text, analysis.pages, displayed_name(file), findings, language)
    if refusal is not None and findings not in FOR_PROGRAMS:
        console.write_error(text("hint.refused", language) + "\n")
    if refusal is not None:
        return ExitStatus.FINDINGS
    return status_of(found, fail_on)


def _format_of(out: str) -> RecordFormat:
    return "json" if out.lower().endswith(".json") else "yaml"


def _record(document: Document, format: RecordFormat, provenance: bool) -> str:
    if format == "json":
        from planparse.output.json import write as write_json

        return write_json(document, provenance=provenance)
    from planparse.output.yaml import write as write_yaml

    return write_yaml(document, provenance=provenance)
