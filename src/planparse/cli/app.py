"""The commands as one Typer application, and the wording of usage errors."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer

from planparse.cli import console
from planparse.cli.help import command_classes
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import LanguageOption
from planparse.cli.status import ExitStatus
from planparse.findings.visible import visible

# Commands and their modules, in the order of the help page; the function is called as the command is.
COMMANDS = {
    "extract": "extract",
    "batch": "batch",
    "check": "check",
    "show": "show",
    "tasks": "tasks",
    "table": "table",
    "template": "table",
    "review": "review",
    "report": "report",
    "explain": "explain",
    "schema": "schema",
}
RULES_COMMANDS = ("list", "show", "test")


def invoke(arguments: list[str], language: Language) -> int:
    """Parse the arguments, run the command and return its exit status."""
    named = next((each for each in arguments if not each.startswith("-")), "")
    command = typer.main.get_command(build(language, named))
    try:
        status = command.main(arguments, prog_name="planparse", standalone_mode=False, obj=language)
    except typer.TyperException as error:
        console.write_error(_usage_message(error, language))
        return ExitStatus.FAILURE
    return int(status or ExitStatus.OK)


def build(language: Language, named: str = "") -> typer.Typer:
    """The application, with help in the language. Where a command is named, only that one is loaded."""
    command_class, group_class = command_classes(language)
    settings: dict[str, Any] = {"help_option_names": ["-h", "--help"]}

    def group(name: str, **more: Any) -> typer.Typer:
        return typer.Typer(
            name=name,
            cls=group_class,
            help=text(f"command.{name}", language),
            epilog=text(f"more.{name}", language),
            context_settings=settings,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
            **more,
        )

    def add(to: typer.Typer, module: str, function: str, key: str) -> None:
        to.command(
            function.split("_")[0],
            cls=command_class,
            help=text(f"command.{key}", language),
            epilog=text(f"more.{key}", language),
            context_settings=settings,
        )(getattr(import_module(f"planparse.cli.{module}"), function))

    app = group("planparse", callback=_root, invoke_without_command=True)
    for name, module in COMMANDS.items():
        if named == name or named not in COMMANDS:
            add(app, module, name, name)
    if named not in COMMANDS:
        rules = group("rules", add_completion=False, callback=_rules, invoke_without_command=True)
        for name in RULES_COMMANDS:
            add(rules, "rules", f"{name}_rules", f"rules-{name}")
        app.add_typer(rules)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from planparse import __version__

        console.write_out(f"planparse {__version__}\n")
        raise typer.Exit


def _root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True)] = False,
    lang: LanguageOption = None,
) -> None:
    _help_if_no_command(ctx)


def _rules(ctx: typer.Context, lang: LanguageOption = None) -> None:
    _help_if_no_command(ctx)


def _help_if_no_command(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        console.write_error(ctx.get_help() + "\n")
        raise typer.Exit(ExitStatus.FAILURE)


def _usage_message(error: typer.TyperException, language: Language) -> str:
    """What is wrong with the arguments, and where to read how it is done."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "planparse"
    lines = [
        f"{command}: {visible(_what_is_wrong(error, language))}",
        text("usage.try", language, command=command),
    ]
    return "\n".join(lines) + "\n"


def _what_is_wrong(error: Any, language: Language) -> str:
    # Typer's classes of usage errors are private, their attributes are not.
    if hasattr(error, "possibilities"):
        near = ", ".join(error.possibilities or ())
        hint = text("usage.near-options", language, names=near) if near else ""
        return text("usage.no-option", language, name=error.option_name, near=hint)
    parameter = getattr(error, "param", None)
    if parameter is not None:
        name = max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.metavar
        if hasattr(error, "param_type"):
            return text("usage.missing", language, name=name)
        least = getattr(parameter, "min", None)
        if least is not None:
            return text("usage.bad-number", language, name=name, least=least)
        return text("usage.bad-value", language, name=name, choices=parameter.metavar)
    if hasattr(error, "option_name"):
        return text("usage.no-value", language, name=error.option_name)
    return text("usage.other", language, detail=error.format_message())
