"""`planparse explain`: what the catalogue says about a finding."""

from __future__ import annotations

from typing import Annotated

import typer

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.parameters import LanguageOption
from planparse.cli.status import ExitStatus, Failure


def explain(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE")],
    lang: LanguageOption = None,
) -> int:
    from planparse.findings import catalogue

    language: Language = ctx.obj
    explanation = catalogue.explain(code, language)
    if not _is_known(code.strip()):
        raise Failure(explanation)
    console.write_out(explanation + "\n")
    return ExitStatus.OK


def _is_known(code: str) -> bool:
    from planparse.findings.catalogue import entries

    return any(code.upper() == entry.code or code.lower() == entry.name for entry in entries())
