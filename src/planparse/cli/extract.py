"""`planparse extract`: one notice to one record."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli import console
from planparse.cli.config import selection_for
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import (
    ConfigOption,
    FileArgument,
    IgnoreOption,
    LanguageOption,
    RulesOption,
    SelectOption,
)
from planparse.cli.reading import STANDARD_INPUT, analyse, displayed_name
from planparse.cli.reporting import FOR_PROGRAMS, FailOn, FindingsFormat, report, status_of
from planparse.cli.status import ExitStatus, Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.findings.model import Finding
    from planparse.records import Document

RecordFormat = Literal["yaml", "json"]
STANDARD_OUTPUT = "-"


def extract(
    ctx: typer.Context,
    file: FileArgument,
    out: Annotated[str, typer.Option("--out", "-o", metavar="OUT")] = STANDARD_OUTPUT,
    format: Annotated[RecordFormat | None, typer.Option("--format", "-f", metavar="yaml|json")] = None,
    rules: RulesOption = None,
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
    _check_output(file, out, language)
    selection = selection_for(file, config, select, ignore, language)
    analysis = analyse(file, rules, selection, language)
    found = list(analysis.findings)
    refusal = _refusal(analysis.document) if refuse_classified else None
    if refusal is None:
        _write(_record(analysis.document, format or _format_of(out), not no_provenance), out, language)
    else:
        found.append(refusal)
    report(found, analysis.text, displayed_name(file), findings, language)
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


def _refusal(document: Document) -> Finding | None:
    """The finding that says a security mark was met and no record is written.

    The record says whether there is one: the finding of it may be ignored.
    """
    from planparse.findings.model import Finding

    notice = document.notice
    if notice is None or not notice.security:
        return None
    spans = (notice.spans or {}).get("security", ())
    return Finding("PP012", tuple(spans), (("mark", notice.security),))


def _check_output(file: str, out: str, language: Language) -> None:
    """Refuse an output that cannot be meant, before any work is done."""
    if out == STANDARD_OUTPUT:
        return
    shown = visible(out)
    if os.path.isdir(out):
        raise Failure(text("failure.output-directory", language, path=shown))
    folder = os.path.dirname(out)
    if folder and not os.path.isdir(folder):
        raise Failure(text("failure.output-folder", language, path=shown, folder=visible(folder)))
    if (
        file != STANDARD_INPUT
        and os.path.exists(out)
        and os.path.exists(file)
        and os.path.samefile(file, out)
    ):
        raise Failure(text("failure.output-is-input", language, path=shown))


def _write(record: str, out: str, language: Language) -> None:
    if out == STANDARD_OUTPUT:
        console.write_out(record)
        return
    from planparse.output.files import write_text

    try:
        write_text(out, record)
    except OSError as error:
        detail = error.strerror or str(error)
        raise Failure(text("failure.unwritable", language, path=visible(out), detail=detail)) from error
