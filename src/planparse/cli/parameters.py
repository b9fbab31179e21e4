"""Parameters that several commands share. Their help stands in the table of messages."""

from __future__ import annotations

from typing import Annotated

import typer

from planparse.cli.language import Language

FileArgument = Annotated[str, typer.Argument(metavar="FILE")]
MemberOption = Annotated[str | None, typer.Option("--member", metavar="NAME")]
PageOption = Annotated[str, typer.Option("--out", "-o", metavar="X.html")]
RulesOption = Annotated[str | None, typer.Option("--rules", metavar="DIR")]
OverridesOption = Annotated[str | None, typer.Option("--overrides", metavar="CORRECTIONS")]
SelectOption = Annotated[list[str] | None, typer.Option("--select", metavar="CODE,...")]
IgnoreOption = Annotated[list[str] | None, typer.Option("--ignore", metavar="CODE,...")]
ConfigOption = Annotated[str | None, typer.Option("--config", metavar="FILE")]
# Read before the arguments are parsed (language.py); declared here for help and checking.
LanguageOption = Annotated[Language | None, typer.Option("--lang", metavar="zh|en")]
