"""Help pages: purpose, usage, parameters, examples, exit status, in the user's language.

Typer's own layout counts a Chinese character as one column and its headings are English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.status import Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from typer import Context

_WIDEST_NAME = 28


def command_classes(language: Language) -> tuple[type[TyperCommand], type[TyperGroup]]:
    """Command and group classes whose help pages are in the language."""

    class Command(TyperCommand):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            formatter.write(_page(self, ctx, language))

    class Group(TyperGroup):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            formatter.write(_page(self, ctx, language))

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            if args[0] in self.commands or args[0].startswith("-") or ctx.resilient_parsing:
                return super().resolve_command(ctx, args)
            names = ", ".join(self.commands)
            raise Failure(text("usage.no-command", language, name=visible(args[0]), names=names))

    return Command, Group


def _page(command: Any, context: Context, language: Language) -> str:
    parameters = command.get_params(context)
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    options = [p for p in parameters if p.param_type_name == "option"]
    parts = [command.help, _usage(command, context, arguments, language)]
    if arguments:
        rows = [(_argument_name(p), _purpose(p, language)) for p in arguments]
        parts.append(_table(text("help.arguments", language), rows))
    if subcommands := getattr(command, "commands", None):
        rows = [(name, child.help) for name, child in subcommands.items()]
        parts.append(_table(text("help.commands", language), rows))
    rows = [(_option_names(p), _purpose(p, language)) for p in options]
    parts.append(_table(text("help.options", language), rows))
    parts.append(command.epilog)
    return "\n\n".join(part.rstrip("\n") for part in parts)


def _usage(command: Any, context: Context, arguments: list[Any], language: Language) -> str:
    words = [context.command_path, *(_argument_name(p) for p in arguments)]
    if getattr(command, "commands", None):
        words.append("COMMAND")
    return text("help.usage", language, usage=" ".join([*words, "[OPTIONS]"]))


def _argument_name(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _option_names(parameter: Any) -> str:
    names = ", ".join(sorted(parameter.opts, key=len))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _purpose(parameter: Any, language: Language) -> str:
    return text(f"parameter.{parameter.name}", language)


def _table(heading: str, rows: list[tuple[str, str]]) -> str:
    """Two columns; a name too long for its column stands on a line of its own."""
    width = max(len(name) for name, _ in rows if len(name) <= _WIDEST_NAME)
    lines = [heading]
    for name, purpose in rows:
        first, *rest = purpose.split("\n")
        if len(name) <= width:
            lines.append(f"  {name:<{width}}  {first}")
        else:
            lines += [f"  {name}", f"  {'':<{width}}  {first}"]
        lines += [f"  {'':<{width}}  {line}" for line in rest]
    return "\n".join(lines)
