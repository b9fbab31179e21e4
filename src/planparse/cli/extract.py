"""`planparse extract`: one notice to one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli import console
from planparse.cli.correcting import corrected
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import FileArgument, LanguageOption, MemberOption, OverridesOption, RulesOption
from planparse.cli.reading import analyse, displayed_name
from planparse.cli.reporting import FailOn, FindingsFormat, refusal_of, report, status_of
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
        FindingsFormat, typer.Option("--findings", metavar="full|concise|json|none")
    ] = "full",
    refuse_classified: Annotated[bool, typer.Option("--refuse-classified")] = False,
    lang: LanguageOption = None,
) -> int:
    language: Language = ctx.obj
    check_output([file], out, language)
    analysis = analyse(file, member, rules, language)
    if overrides is not None:
        analysis = corrected(analysis, overrides, language)
    found = list(analysis.findings)
    refusal = refusal_of(found) if refuse_classified else None
    if refusal is None:
        write_output(_record(analysis.document, format or _format_of(out), not no_provenance), out, language)
    else:
        found.append(refusal)
    report(found, analysis.text, analysis.pages, displayed_name(file), findings, language)
    if refusal is not None:
        console.write_error(text("hint.refused", language) + "\n")
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
