"""`planparse review`: one notice as a page on which a reader checks and corrects its record."""

from __future__ import annotations

import typer

from planparse.cli.correcting import read_overrides
from planparse.cli.language import Language
from planparse.cli.parameters import FileArgument, LanguageOption, OverridesOption, PageOption, RulesOption
from planparse.cli.reading import analyse, displayed_name
from planparse.cli.reporting import report_errors, status_of
from planparse.cli.writing import check_output, write_output


def review(
    ctx: typer.Context,
    file: FileArgument,
    out: PageOption,
    rules: RulesOption = None,
    overrides: OverridesOption = None,
    lang: LanguageOption = None,
) -> int:
    from planparse.output.html.review import review as review_page

    language: Language = ctx.obj
    check_output([file], out, language)
    made = read_overrides(overrides, language) if overrides is not None else None
    analysis = analyse(file, None, rules, None, language)
    page, misfits = review_page(analysis, language, made)
    write_output(page, out, language)
    found = [*analysis.findings, *misfits]
    report_errors(found, analysis.text, analysis.pages, displayed_name(file), language)
    return status_of(found, "error")
