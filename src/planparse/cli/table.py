"""`planparse table`: the tables of one or more notices, and `planparse template`: how they are set up."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import LanguageOption, RulesOption
from planparse.cli.reading import displayed_name, files_of, load_rules, name_of, read
from planparse.cli.reporting import refusal_of, report_gravest, status_of
from planparse.cli.status import ExitStatus, Failure
from planparse.cli.writing import STANDARD_OUTPUT, check_output, write_output
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.findings.model import Finding
    from planparse.output.grid import Source
    from planparse.output.template import Template, TemplateError

# As in planparse.output.table, which would load the records for a help page.
LayoutName = Literal["tasks", "bodies", "ledger", "targets"]
_FORMATS = (".xlsx", ".csv", ".md", ".docx")


def table(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...")],
    out: Annotated[str, typer.Option("--out", "-o", metavar="OUT")] = STANDARD_OUTPUT,
    layout: Annotated[
        LayoutName | None, typer.Option("--layout", metavar="tasks|bodies|ledger|targets")
    ] = None,
    template: Annotated[str | None, typer.Option("--template", metavar="FILE")] = None,
    sheet_per_body: Annotated[bool, typer.Option("--sheet-per-body")] = False,
    rules: RulesOption = None,
    refuse_classified: Annotated[bool, typer.Option("--refuse-classified")] = False,
    lang: LanguageOption = None,
) -> int:
    from planparse.findings.catalogue import summarise

    language: Language = ctx.obj
    format = _format_of(out, language)
    if sheet_per_body and format != ".xlsx":
        raise Failure(text("failure.only-xlsx", language, option="--sheet-per-body"))
    files = files_of(paths, language)
    check_output([*files, *([template] if template else [])], out, language)
    used = _template(layout, template, language)
    sources, found, untold = _sources(files, rules, refuse_classified, language)
    if sources:
        write_output(_written(format, used, sources, sheet_per_body, language), out, language)
        _say_what_was_written(used, sources, out, language)
    if untold:
        console.write_error(text("show.findings", language, summary=summarise(found, language)) + "\n")
    return status_of(found, "error")


def template(
    ctx: typer.Context,
    layout: Annotated[LayoutName, typer.Argument(metavar="LAYOUT")],
    lang: LanguageOption = None,
) -> int:
    from planparse.output.template import shipped_text

    console.write_out(shipped_text(layout))
    return ExitStatus.OK


def _format_of(out: str, language: Language) -> str:
    if out == STANDARD_OUTPUT:
        return ".md"
    ending = os.path.splitext(out)[1].lower()
    if ending not in _FORMATS:
        raise Failure(text("failure.table-format", language, path=visible(out), endings=" ".join(_FORMATS)))
    return ending


def _template(layout: LayoutName | None, file: str | None, language: Language) -> Template:
    from planparse.output.template import TemplateError, parse, shipped

    if file is None:
        return shipped(layout or "tasks")
    try:
        found = parse(read(file, language))
    except TemplateError as error:
        detail = "\n".join(_mistakes(error, displayed_name(file), language))
        raise Failure(text("failure.template", language, detail=detail)) from error
    if layout not in (None, found.layout):
        raise Failure(text("failure.template-layout", language, path=visible(file), layout=found.layout))
    return found


def _mistakes(error: TemplateError, file: str, language: Language) -> list[str]:
    """`file:line: what is wrong`, one for each mistake."""
    return [
        visible(f"{file}:{line}: {text(f'template.{kind}', language, **values)}")
        for line, kind, values in error.mistakes
    ]


def _sources(
    paths: Sequence[str], rules_folder: str | None, refuse_classified: bool, language: Language
) -> tuple[list[Source], list[Finding], int]:
    """The notices, those refused left out; the findings of all, and how many of them were not told."""
    contents = [read(path, language) for path in paths]
    rules = load_rules(rules_folder, language)
    from planparse.output.grid import Source
    from planparse.pipeline import analyse_bytes

    sources: list[Source] = []
    findings: list[Finding] = []
    told = 0
    for path, data in zip(paths, contents, strict=True):
        analysis = analyse_bytes(data, name=name_of(path), rules=rules)
        found = list(analysis.findings)
        if refuse_classified and (refusal := refusal_of(analysis.document)):
            found.append(refusal)
        else:
            sources.append(Source(analysis.document, analysis.text))
        told += report_gravest(found, analysis.text, analysis.pages, displayed_name(path), language)
        findings += found
    return sources, findings, len(findings) - told


def _written(
    format: str, used: Template, sources: Sequence[Source], sheet_per_body: bool, language: Language
) -> str | bytes:
    if format == ".md":
        from planparse.output import markdown

        return markdown.write(used, sources)
    if format == ".csv":
        from planparse.output import csv

        return csv.write(used, sources)
    if format == ".docx":
        return _written_for_word(used, sources, language)
    from planparse.output import xlsx
    from planparse.output.template import shipped

    bodies = used if used.layout == "bodies" else shipped("bodies")
    return xlsx.write(used, sources, bodies if sheet_per_body else None)


def _written_for_word(used: Template, sources: Sequence[Source], language: Language) -> bytes:
    try:
        from planparse.output import docx
    except ModuleNotFoundError as error:
        raise Failure(text("failure.no-docx", language)) from error
    return docx.write(used, sources)


def _say_what_was_written(used: Template, sources: Sequence[Source], out: str, language: Language) -> None:
    """How many rows; which notices have none, whatever was hoped for."""
    from planparse.output.table import rows

    counts = [len(rows(used.layout, source.document)) for source in sources]
    lines = [
        text("table.no-rows", language, name=visible(source.document.source.name))
        for source, count in zip(sources, counts, strict=True)
        if not count
    ]
    if out != STANDARD_OUTPUT:
        values = {"path": visible(out), "notices": len(sources), "rows": sum(counts)}
        lines.append(text("table.written", language, **values))
    console.write_error("".join(f"{line}\n" for line in lines))
