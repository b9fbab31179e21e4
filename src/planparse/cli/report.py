"""`planparse report`: what the plans of one or several notices set, on one page."""

from __future__ import annotations

from typing import Annotated

import typer

from planparse.cli.language import Language
from planparse.cli.parameters import LanguageOption, PageOption, RulesOption
from planparse.cli.reading import analyse, displayed_name
from planparse.cli.reporting import report_errors, status_of
from planparse.cli.writing import check_output, write_output

FilesArgument = Annotated[list[str], typer.Argument(metavar="FILE...")]


def report(
    ctx: typer.Context,
    files: FilesArgument,
    out: PageOption,
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> int:
    from planparse.output.html.report import report as report_page

    language: Language = ctx.obj
    check_output(files, out, language)
    analyses = [analyse(file, None, rules, None, language) for file in files]
    write_output(report_page(analyses, language), out, language)
    for file, analysis in zip(files, analyses, strict=True):
        report_errors(list(analysis.findings), analysis.text, analysis.pages, displayed_name(file), language)
    return max(status_of(list(analysis.findings), "error") for analysis in analyses)
