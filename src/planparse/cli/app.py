"""The commands as one Typer application, and the wording of usage errors."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from planparse.cli import console, explain, extract, report, review, rules, schema, show
from planparse.cli.help import command_classes
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import LanguageOption
from planparse.cli.status import ExitStatus
from planparse.findings.visible import visible


def invoke(arguments: list[str], language: Language) -> int:
    """Parse the arguments, run the command and return its exit status."""
    command = typer.main.get_command(build(language))
    try:
        status = command.main(arguments, prog_name="planparse", standalone_mode=False, obj=language)
    except typer.TyperException as error:
        console.write_error(_usage_message(error, language))
        return ExitStatus.FAILURE
    return int(status or ExitStatus.OK)


def build(language: Language) -> typer.Typer:
    """The application, with help in the language."""
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

    def add(to: typer.Typer, name: str, function: Any, key: str = "") -> None:
        to.command(
            name,
            cls=command_class,
            help=text(f"command.{key or name}", language),
            epilog=text(f"more.{key or name}", language),
            context_settings=settings,
        )(function)

    app = group("planparse", callback=_root, invoke_without_command=True)
    add(app, "extract", extract.extract)
    add(app, "show", show.show)
    add(app, "review", review.review)
    add(app, "report", report.report)
    add(app, "explain", explain.explain)
    add(app, "schema", schema.schema)
    rule_commands = group("rules", add_completion=False, callback=_rules, invoke_without_command=True)
    add(rule_commands, "list", rules.list_rules)
    add(rule_commands, "show", rules.show_rule, key="show-rule")
    add(rule_commands, "test", rules.test_rules)
    app.add_typer(rule_commands)
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
        return text("usage.bad-value", language, name=name, choices=parameter.metavar)
    if hasattr(error, "option_name"):
        return text("usage.no-value", language, name=error.option_name)
    return text("usage.other", language, detail=error.format_message())
