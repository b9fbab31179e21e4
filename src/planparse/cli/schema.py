"""`planparse schema`: the JSON Schema of a record."""

from __future__ import annotations

import typer

from planparse.cli import console
from planparse.cli.parameters import LanguageOption
from planparse.cli.status import ExitStatus


def schema(ctx: typer.Context, lang: LanguageOption = None) -> int:
    from importlib.resources import files

    console.write_out((files("planparse") / "schema.json").read_text(encoding="utf-8"))
    return ExitStatus.OK
