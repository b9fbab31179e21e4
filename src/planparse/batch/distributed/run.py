"""A batch on a cluster: shards to workers, their reports to an index and a summary."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from planparse import __version__
from planparse.batch.distributed.child import RuleFiles, Setup
from planparse.batch.distributed.cluster import connected, results
from planparse.batch.distributed.notices import Columns
from planparse.batch.distributed.records import Format, read_records
from planparse.batch.distributed.shards import RECORDS, find_shards
from planparse.batch.distributed.store import Store, is_temporary, store_at
from planparse.batch.distributed.tally import Tally
from planparse.batch.distributed.task import REPORTS, Job, report_name
from planparse.batch.index import index_files
from planparse.batch.summary import Step, Summary, summarise
from planparse.batch.workers import Limits
from planparse.output import analysis
from planparse.rulepack import load_rules


class Options(NamedTuple):
    """What to make of the notices, and how.

    Files are put together in shards of `shard_size`. In JSON Lines and Parquet a notice stands in
    `text_column` and its name in `name_column`, if there is one. `tables` is a folder of this machine
    for tables for analysis.
    """

    format: Format = "jsonl"
    shard_size: int = 500
    provenance: bool = True
    refuse_classified: bool = False
    rules_folder: str | None = None
    limits: Limits = Limits()
    text_column: str = "text"
    name_column: str = "name"
    fresh: bool = False
    tables: str = ""
    tables_format: analysis.Format = "csv"


_AS_USUAL = Options()


def run_shards(
    inputs: Iterable[str],
    out: str,
    scheduler: Any,
    options: Options = _AS_USUAL,
    report: Callable[[Step], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Summary:
    """Convert the notices that `inputs` (URLs of fsspec, paths, patterns) lead to, on a cluster.

    `scheduler` is the address of one, or a `distributed.Client`. Written to the folder `out` (a URL or
    path): `records/`, a file of records a shard, and index.jsonl and index.csv, a row a notice. A shard
    that an earlier run made of the same notices with the same rules, version and settings is left alone.
    Once `stopped` returns True, the shards in hand are finished.

    Raises ClusterError where a URL or the cluster cannot be worked with, RulePackError for a user's
    rules with mistakes.
    """
    started = time.monotonic()
    store = store_at(out)
    job = _job(store, options)
    tally = Tally(find_shards(inputs, size=options.shard_size, without=store))
    with connected(scheduler) as client:
        for shard, result in results(client, tally.shards, job, stopped):
            for step in tally.take(shard, result):
                report(step)
    interrupted = stopped()
    problems = _finish(store, tally, options, interrupted)
    return summarise(
        tally.rows,
        total=tally.total,
        unchanged=tally.unchanged,
        interrupted=interrupted,
        seconds=time.monotonic() - started,
        problems=problems,
    )


def _job(store: Store, options: Options) -> Job:
    rules = load_rules(options.rules_folder)
    made_by = (
        __version__,
        rules.sha256,
        options.format,
        options.provenance,
        options.refuse_classified,
        options.text_column,
        options.name_column,
    )
    return Job(
        store=store,
        format=options.format,
        columns=Columns(options.text_column, options.name_column),
        setup=Setup(
            _rule_files(options.rules_folder), options.provenance, options.refuse_classified, options.limits
        ),
        made_by=" ".join(map(str, made_by)),
        version=__version__,
        run=os.urandom(8).hex(),
        fresh=options.fresh,
    )


def _rule_files(folder: str | None) -> RuleFiles | None:
    from planparse.rulepack.folder import read_bytes, rule_files

    return None if folder is None else tuple((name, read_bytes(folder, name)) for name in rule_files(folder))


def _finish(store: Store, tally: Tally, options: Options, interrupted: bool) -> list[str]:
    """Write what is made of all shards, and leave nothing behind that is of none. Problems are told."""
    try:
        if options.tables:
            records = ((path, json.loads(record)) for path, record in _records(store, tally, options.format))
            analysis.write_tables(options.tables, records, options.tables_format)
        for name, text in index_files(tally.rows).items():
            store.write(name, text.encode())
        if not interrupted:
            _tidy(store, tally)
    except OSError as error:
        return [f"{store.root}: {error}"]
    return []


def _records(store: Store, tally: Tally, format: Format) -> Iterator[tuple[str, str]]:
    """The records of a run, in order, each with the path of its notice."""
    for report in tally.reports:
        if report.records:
            paths = [row["path"] for row in report.rows if row["status"] == "converted"]
            with store.fs.open(store.path(report.records), "rb") as file:
                yield from zip(paths, read_records(file, format), strict=True)


def _tidy(store: Store, tally: Tally) -> None:
    """Remove unfinished files, and shards of earlier runs that were cut or named otherwise.

    Records that no run reported are somebody else's and stay.
    """
    reports = store.files(REPORTS)
    ours = {name.removeprefix(f"{REPORTS}/").removesuffix(".json") for name in reports}
    of_now = {report.records for report in tally.reports}
    for name in store.files(RECORDS):
        stem = name.removeprefix(f"{RECORDS}/").rpartition(".")[0]
        if is_temporary(name) or (stem in ours and name not in of_now):
            store.remove(name)
    names_of_now = {report_name(shard) for shard in tally.shards}
    for name in reports:
        if name not in names_of_now:
            store.remove(name)
