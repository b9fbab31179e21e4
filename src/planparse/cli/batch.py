"""`planparse batch`: many notices, their records in a folder with an index and a summary."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from threading import Event
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import LanguageOption, RulesOption
from planparse.cli.progress import Progress, progress
from planparse.cli.reading import find_sources, load_rules
from planparse.cli.reporting import FailOn
from planparse.cli.status import ExitStatus, Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.batch.run import Options
    from planparse.batch.summary import Summary
    from planparse.intake.paths import Source

_MEBIBYTE = 2**20


def batch(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...")],
    folder: Annotated[str, typer.Option("--out", "-o", metavar="DIR")],
    record_format: Annotated[
        Literal["yaml", "json", "jsonl"], typer.Option("--format", "-f", metavar="yaml|json|jsonl")
    ] = "yaml",
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1)] = None,
    seconds: Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=0.1)] = 60.0,
    mebibytes: Annotated[int, typer.Option("--memory", metavar="MIB", min=256)] = 2048,
    fresh: Annotated[bool, typer.Option("--fresh")] = False,
    no_provenance: Annotated[bool, typer.Option("--no-provenance")] = False,
    rules: RulesOption = None,
    refuse_classified: Annotated[bool, typer.Option("--refuse-classified")] = False,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", metavar="error|warning|info|never")] = "error",
    tables: Annotated[str, typer.Option("--tables", metavar="DIR")] = "",
    tables_format: Annotated[
        Literal["csv", "parquet"], typer.Option("--tables-format", metavar="csv|parquet")
    ] = "csv",
    quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
    log_json: Annotated[bool, typer.Option("--log-json")] = False,
    lang: LanguageOption = None,
) -> int:
    from planparse.batch.convert import Settings
    from planparse.batch.run import Options
    from planparse.batch.workers import Limits

    language: Language = ctx.obj
    load_rules(rules, language)  # a mistake in them is told before any work
    if tables_format == "parquet" and find_spec("duckdb") is None:
        raise Failure(text("batch.no-duckdb", language))
    _make(folder, language)
    sources = find_sources(paths, language, without=folder)
    settings = Settings(
        format=record_format,
        provenance=not no_provenance,
        rules_folder=rules,
        refuse_classified=refuse_classified,
        keep=record_format == "jsonl" or bool(tables),
    )
    limits = Limits(seconds, mebibytes * _MEBIBYTE)
    options = Options(folder, settings, jobs or os.cpu_count() or 1, limits, fresh, tables, tables_format)
    with progress(len(sources), quiet=quiet, log_json=log_json, language=language) as shown:
        summary = _run(sources, options, shown)
    _tell(summary, shown, folder, language)
    return _status(summary, fail_on)


def _make(folder: str, language: Language) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        detail = error.strerror or str(error)
        raise Failure(text("failure.unwritable", language, path=visible(folder), detail=detail)) from error


def _run(sources: list[Source], options: Options, shown: Progress) -> Summary:
    from planparse.batch.run import run

    with _interruptible() as stopped:
        return run(sources, options, shown.step, stopped.is_set)


@contextmanager
def _interruptible() -> Iterator[Event]:
    """The first interrupt lets what is in hand be finished; a second stops at once."""
    stopped = Event()

    def interrupt(_number: int, _frame: Any) -> None:
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _tell(summary: Summary, shown: Progress, folder: str, language: Language) -> None:
    """The summary as a file, and for the reader of standard error."""
    import json

    from planparse.output.files import write_text

    problems = list(summary.problems)
    try:
        data = json.dumps(summary.to_dict(), ensure_ascii=False, indent=2)
        write_text(os.path.join(folder, "summary.json"), f"{data}\n")
    except OSError as error:
        problems.append(str(error))
    shown.summary(summary.to_dict())
    for problem in problems:
        console.write_error(text("failure.line", language, message=visible(problem)) + "\n")


def _status(summary: Summary, fail_on: FailOn) -> ExitStatus:
    if summary.interrupted:
        return ExitStatus.INTERRUPTED
    if summary.problems or summary.failed:
        return ExitStatus.FINDINGS
    counted = {"error": summary.errors, "warning": summary.warnings, "info": summary.infos, "never": 0}
    levels = list(counted)[: list(counted).index(fail_on) + 1] if fail_on != "never" else []
    return ExitStatus.FINDINGS if any(counted[level] for level in levels) else ExitStatus.OK
