"""A batch: every source to its record, what is unchanged left alone, and the index of all."""

from __future__ import annotations

import json
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from planparse import __version__
from planparse.batch.convert import SUFFIXES, Outcome, Settings, Task, digest
from planparse.batch.index import write_index
from planparse.batch.manifest import Manifest
from planparse.batch.mapping import Row
from planparse.batch.naming import output_names
from planparse.batch.summary import Step, Summary, summarise
from planparse.batch.workers import Limits, Work, converted
from planparse.intake.paths import Source, read_source
from planparse.intake.unreadable import Unreadable
from planparse.output import analysis
from planparse.output.files import write_pieces
from planparse.rulepack import load_rules

RECORDS = "records.jsonl"


class Options(NamedTuple):
    """Where to, what, and how: `folder` exists; `jobs` is the number of worker processes.

    For `tables`, a folder of tables for analysis, and for JSON Lines the settings keep records.
    """

    folder: str
    settings: Settings
    jobs: int = 1
    limits: Limits = Limits()
    fresh: bool = False
    tables: str = ""
    tables_format: analysis.Format = "csv"


def run(
    sources: Sequence[Source],
    options: Options,
    report: Callable[[Step], None],
    stopped: Callable[[], bool] = lambda: False,
) -> Summary:
    """Convert the sources, in order. A notice that fails is a row of the index and nothing else.

    Once `stopped` returns True, what is in hand is finished and written. Raises OSError where the
    output folder takes nothing at all, RulePackError for a user's rules with mistakes.
    """
    started = time.monotonic()
    batch = _Batch(sources, options)
    total = len(batch.tasks)
    try:
        outcomes = converted(batch.work(), options.jobs, options.limits, stopped)
        for done, (task, outcome) in enumerate(outcomes, 1):
            batch.take(task, outcome)
            report(Step(outcome.row, outcome.known, done, total))
        batch.finish()
    finally:
        batch.manifest.close()
    return summarise(
        batch.rows,
        total=total,
        unchanged=batch.unchanged,
        interrupted=stopped(),
        seconds=time.monotonic() - started,
        problems=batch.problems,
    )


class _Batch:
    """The state of one run."""

    def __init__(self, sources: Sequence[Source], options: Options) -> None:
        self.options = options
        settings = options.settings
        names = output_names([source.relative for source in sources], SUFFIXES[settings.format])
        self.tasks = [self._task(source, name) for source, name in zip(sources, names, strict=True)]
        self.manifest = Manifest(options.folder, fresh=options.fresh)
        rules = load_rules(settings.rules_folder)
        self.made_by = " ".join(map(str, (__version__, rules.sha256, *settings)))
        self.rows: list[Row] = []
        self.unchanged = 0
        self.problems: list[str] = []

    def _task(self, source: Source, name: str) -> Task:
        settings = self.options.settings
        output = "" if settings.format == "jsonl" else os.path.join(self.options.folder, *name.split("/"))
        return Task(source, name, output, settings)

    def work(self) -> Iterator[Work]:
        for task in self.tasks:
            yield task, self._known(task)

    def _known(self, task: Task) -> Outcome | None:
        """The outcome of an earlier run, where notice, rules, version and output are still the same."""
        outcome = self.manifest.get(task.name, self.made_by)
        if outcome is None or outcome.row["status"] == "failed":
            return None
        try:
            same = digest(read_source(task.source)) == outcome.digest
            written = not task.output or os.stat(task.output).st_size == outcome.size
        except (OSError, Unreadable):
            return None
        return outcome if same and written else None

    def take(self, task: Task, outcome: Outcome) -> None:
        self.rows.append(outcome.row)
        if outcome.known:
            self.unchanged += 1
            return
        try:
            self.manifest.put(task.name, self.made_by, outcome)
        except sqlite3.Error as error:
            self._note(f"{self.options.folder}: {error}")

    def _note(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def finish(self) -> None:
        """Write what is made of all outcomes."""
        try:
            if self.options.settings.format == "jsonl":
                lines = (record + b"\n" for _, record in self._records())
                write_pieces(os.path.join(self.options.folder, RECORDS), lines)
            if self.options.tables:
                records = ((path, json.loads(record)) for path, record in self._records())
                analysis.write_tables(self.options.tables, records, self.options.tables_format)
            write_index(self.options.folder, self.rows)
        except (OSError, sqlite3.Error) as error:
            self._note(f"{self.options.folder}: {error}")

    def _records(self) -> Iterator[tuple[str, bytes]]:
        """The kept records as JSON, in order, each with the path of its notice."""
        for task in self.tasks:
            if record := self.manifest.record(task.name, self.made_by):
                yield task.source.relative, zlib.decompress(record)
