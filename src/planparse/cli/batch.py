"""`planparse batch`: many notices, their records in a folder with an index and a summary."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
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
from planparse.cli.work import Request, Work
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.batch.summary import Summary

_MEBIBYTE = 2**20


def batch(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...")],
    folder: Annotated[str, typer.Option("--out", "-o", metavar="DIR")],
    record_format: Annotated[
        Literal["yaml", "json", "jsonl", "parquet"] | None,
        typer.Option("--format", "-f", metavar="yaml|json|jsonl|parquet"),
    ] = None,
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
    scheduler: Annotated[str, typer.Option("--scheduler", metavar="tcp://HOST:PORT")] = "",
    shard_size: Annotated[int | None, typer.Option("--shard-size", metavar="N", min=1)] = None,
    text_column: Annotated[str | None, typer.Option("--text-column", metavar="NAME")] = None,
    name_column: Annotated[str | None, typer.Option("--name-column", metavar="NAME")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
    log_json: Annotated[bool, typer.Option("--log-json")] = False,
    lang: LanguageOption = None,
) -> int:
    from planparse.batch.workers import Limits

    language: Language = ctx.obj
    load_rules(rules, language)  # a mistake in them is told before any work
    if tables_format == "parquet" and find_spec("duckdb") is None:
        raise Failure(text("batch.no-duckdb", language))
    request = Request(
        paths=paths,
        folder=folder,
        record_format=record_format,
        provenance=not no_provenance,
        rules_folder=rules,
        refuse_classified=refuse_classified,
        limits=Limits(seconds, mebibytes * _MEBIBYTE),
        fresh=fresh,
        tables=tables,
        tables_format=tables_format,
    )
    of_cluster = {"--shard-size": shard_size, "--text-column": text_column, "--name-column": name_column}
    if scheduler:
        from planparse.cli.cluster import work_on_cluster

        _refuse("batch.not-on-cluster", {"--jobs": jobs}, language)
        work = work_on_cluster(request, scheduler, shard_size, text_column, name_column, language)
    else:
        _refuse("batch.only-on-cluster", of_cluster, language)
        work = _work_here(request, jobs, language)
    with progress(work.total, quiet=quiet, log_json=log_json, language=language) as shown:
        with _interruptible() as stopped:
            summary = work.run(shown.step, stopped.is_set)
        _tell(summary, shown, work, language)
    return _status(summary, fail_on)


def _refuse(key: str, options: Mapping[str, object], language: Language) -> None:
    """Rather than pass over an option that does nothing here, say so."""
    for option, value in options.items():
        if value is not None:
            raise Failure(text(key, language, option=option))


def _work_here(request: Request, jobs: int | None, language: Language) -> Work:
    from planparse.batch.convert import Settings
    from planparse.batch.run import Options, run
    from planparse.output.files import write_text

    record_format = request.record_format or "yaml"
    if record_format == "parquet":
        raise Failure(text("batch.only-on-cluster", language, option="-f parquet"))
    _make(request.folder, language)
    sources = find_sources(request.paths, language, without=request.folder)
    settings = Settings(
        format=record_format,
        provenance=request.provenance,
        rules_folder=request.rules_folder,
        refuse_classified=request.refuse_classified,
        keep=record_format == "jsonl" or bool(request.tables),
    )
    options = Options(
        request.folder,
        settings,
        jobs or os.cpu_count() or 1,
        request.limits,
        request.fresh,
        request.tables,
        request.tables_format,
    )

    def write(name: str, content: str) -> None:
        write_text(os.path.join(request.folder, name), content)

    return Work(len(sources), partial(run, sources, options), write)


def _make(folder: str, language: Language) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        detail = error.strerror or str(error)
        raise Failure(text("failure.unwritable", language, path=visible(folder), detail=detail)) from error


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


def _tell(summary: Summary, shown: Progress, work: Work, language: Language) -> None:
    """The summary as a file, and for the reader of standard error."""
    import json

    problems = list(summary.problems)
    try:
        work.write("summary.json", json.dumps(summary.to_dict(), ensure_ascii=False, indent=2) + "\n")
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
