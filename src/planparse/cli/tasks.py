"""`planparse tasks`: the measures that one body answers for, over one or many notices."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import LanguageOption, RulesOption
from planparse.cli.reading import analyse_file, displayed_name, files_of, load_rules
from planparse.cli.reporting import status_of
from planparse.cli.screen import screen
from planparse.cli.status import ExitStatus, Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from planparse.output.tasks import Task
    from planparse.rulepack import RulePack

TasksFormat = Literal["table", "csv", "json"]
STANDARD_OUTPUT = "-"
# Excel reads a CSV file as UTF-8 only behind this mark.
_MARK = "\ufeff"


def tasks(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...")],
    body: Annotated[str, typer.Option("--for", metavar="BODY")],
    tasks_format: Annotated[
        TasksFormat | None, typer.Option("--format", "-f", metavar="table|csv|json")
    ] = None,
    target: Annotated[str, typer.Option("--out", "-o", metavar="OUT")] = STANDARD_OUTPUT,
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> int:
    language: Language = ctx.obj
    if not body.strip():
        raise Failure(text("failure.no-body", language))
    files = files_of(paths, language)
    pack = load_rules(rules, language)
    found, known, status = _collect(files, body.strip(), pack, language)
    _write(found, tasks_format or _format_of(target), target, language)
    if not known:
        console.write_error(text("tasks.unknown", language, body=visible(body)) + "\n")
    counts = {"tasks": len(found), "files": len({task.file for task in found}), "body": visible(body)}
    console.write_error(text("tasks.summary", language, **counts) + "\n")
    return status


def _collect(
    files: list[str], body: str, rules: RulePack, language: Language
) -> tuple[list[Task], bool, ExitStatus]:
    """The tasks in all files, whether the registry knows the body, and the worst status of the files."""
    from planparse.output.tasks import Wanted, tasks_of

    found: list[Task] = []
    known, status = False, ExitStatus.OK
    for file in files:
        analysis = analyse_file(file, rules, language)
        wanted = Wanted(body, analysis.document, rules)
        known = known or wanted.known
        found += tasks_of(analysis.document, analysis.text, displayed_name(file), wanted)
        failed = status_of(list(analysis.findings), "error")
        if failed:
            console.write_error(text("tasks.not-read", language, path=visible(file)) + "\n")
        status = max(status, failed)
    return found, known, status


def _format_of(target: str) -> TasksFormat:
    suffix = os.path.splitext(target)[1].lower()
    return "json" if suffix == ".json" else "csv" if suffix == ".csv" else "table"


def _write(found: list[Task], layout: TasksFormat, target: str, language: Language) -> None:
    from planparse.output.tasks import COLUMNS, write_csv, write_json

    if layout == "json":
        written = write_json(found)
    elif layout == "csv":
        header = [text(f"tasks.column.{name}", language) for name in COLUMNS]
        worded = [_worded(task, language) for task in found]
        written = (_MARK if target != STANDARD_OUTPUT else "") + write_csv(worded, header)
    else:
        written = _drawn(found, language)
    if target == STANDARD_OUTPUT:
        console.write_out(written)
        return
    from planparse.output.files import write_text

    try:
        write_text(target, written)
    except OSError as error:
        detail = error.strerror or str(error)
        raise Failure(text("failure.unwritable", language, path=visible(target), detail=detail)) from error


def _worded(task: Task, language: Language) -> Task:
    """A task with role and origin in the words of the language: a table is for people."""
    return replace(task, role=_role(task, language), via=text(f"tasks.via.{task.via}", language))


def _role(task: Task, language: Language) -> str:
    return text(f"show.role.{task.role}", language)


def _drawn(found: list[Task], language: Language) -> str:
    """A table for each notice."""
    from rich.text import Text

    terminal = screen()
    with terminal.capture() as capture:
        for (file, notice, number), group in groupby(
            found, lambda each: (each.file, each.notice, each.number)
        ):
            heading = " ".join(part for part in (file, notice, number) if part)
            terminal.print(Text(visible(heading), style="bold"))
            terminal.print(_table(group, language))
    return capture.get()


def _table(found: Iterable[Task], language: Language) -> RenderableType:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD)
    for name in ("line", "id", "measure", "name", "role", "targets", "deadlines"):
        table.add_column(text(f"tasks.column.{name}", language), overflow="fold")
    for task in found:
        origin = "" if task.via == "own" else text(f"show.via.{task.via}", language)
        role = _role(task, language) + origin
        cells = (
            str(task.line),
            task.id,
            task.measure,
            task.name,
            role,
            *map("；".join, (task.targets, task.deadlines)),
        )
        table.add_row(*(Text(visible(cell)) for cell in cells))
    return table
