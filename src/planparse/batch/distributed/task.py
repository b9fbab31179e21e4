"""What one task of a cluster does: a shard read, converted and written, or found to be done already."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from planparse import __version__
from planparse.batch.distributed.child import Child, Setup
from planparse.batch.distributed.errors import ClusterError
from planparse.batch.distributed.notices import Columns, Digest, notices
from planparse.batch.distributed.records import Format, Record, write_records
from planparse.batch.distributed.shards import RECORDS, Shard
from planparse.batch.distributed.store import Store
from planparse.batch.mapping import Row, failed

REPORTS = ".planparse-shards"
_CHANCES = 2  # of a notice whose worker is lost
# Failures that another try may mend; the others are codes of findings, which the text decides.
_PASSING = frozenset(("time", "crash", "memory", "internal", "unreadable"))


class Job(NamedTuple):
    """What all shards of a run have in common.

    `made_by` tells runs apart whose records may differ, `run` any two runs.
    """

    store: Store
    format: Format
    columns: Columns
    setup: Setup
    made_by: str
    version: str
    run: str
    fresh: bool


class Report(NamedTuple):
    """What came of a shard: a row a notice, and where the records are. `known`: by an earlier run."""

    rows: list[Row]
    records: str
    known: bool = False


def run_shard(shard: Shard, job: Job) -> Report:
    """Convert a shard, unless that was done: then its notices are only read, to see that they are the same.

    The file of records gets its name when it is whole, and the report, which makes the shard a done
    one, is written after it.
    """
    if job.version != __version__:
        raise ClusterError("other-version", f"{__version__} ≠ {job.version}")
    records = records_name(shard, job.format)
    earlier = _read_report(shard, job)
    found = _found(shard, job, earlier, records)
    if found is not None:
        return found
    tries = _Tries(shard, job, earlier)
    rows: list[Row] = []
    digest = Digest()
    with job.store.writing(records) as file:
        write_records(file, _converted(shard, job, tries, rows, digest), job.format)
    size = job.store.size(records)
    _write_report(shard, job, made_by=job.made_by, digest=digest.hexdigest(), size=size, rows=rows)
    return Report(rows, records)


def records_name(shard: Shard, format: Format) -> str:
    return f"{RECORDS}/{shard.name}.{format}"


def report_name(shard: Shard) -> str:
    return f"{REPORTS}/{shard.name}.json"


def _write_report(shard: Shard, job: Job, **values: Any) -> None:
    job.store.write(report_name(shard), json.dumps({"run": job.run, **values}).encode())


def _read_report(shard: Shard, job: Job) -> dict[str, Any]:
    try:
        return dict(json.loads(job.store.read(report_name(shard)) or b"{}"))
    except ValueError:
        return {}


def _found(shard: Shard, job: Job, report: dict[str, Any], records: str) -> Report | None:
    """What an earlier run made of the shard, where the records are there and notices, rules, version and
    settings still the same; or what this run made, by a worker that was lost before it could say so."""
    if report.get("made_by") != job.made_by or report["size"] != job.store.size(records):
        return None
    if report["run"] == job.run:
        return Report(report["rows"], records)
    if job.fresh or any(row.get("reason") in _PASSING for row in report["rows"]):
        return None
    digest = Digest()
    for notice in notices(shard, job.columns):
        digest.add(notice)
    return Report(report["rows"], records, known=True) if digest.hexdigest() == report["digest"] else None


class _Tries:
    """The tries of a shard in this run whose workers were lost. Dask gives the shard to another worker.

    The first try leaves no trace. Each later one notes which notice it has in hand: a notice over which
    two tries were lost is given up, so that it costs itself and not its shard. (Once may be chance.)
    The notes take the place of the report: until new records are whole, those there may be are of no run.
    """

    def __init__(self, shard: Shard, job: Job, report: dict[str, Any]) -> None:
        self._shard = shard
        self._job = job
        self._careful = report.get("run") == job.run
        self._lost_over: list[int] = []
        if self._careful:
            self._lost_over = [*report.get("lost_over", ()), *report.get("in_hand", ())]
        self._note()

    def _note(self, *in_hand: int) -> None:
        _write_report(self._shard, self._job, made_by="", lost_over=self._lost_over, in_hand=in_hand)

    def allow(self, number: int) -> bool:
        """Whether to convert the notice of this number."""
        if self._lost_over.count(number) >= _CHANCES:
            return False
        if self._careful:
            self._note(number)
        return True


def _converted(shard: Shard, job: Job, tries: _Tries, rows: list[Row], digest: Digest) -> Iterator[Record]:
    """The records of a shard; what else is to be known of its notices goes into `rows` and `digest`."""
    with Child(job.setup) as child:
        for number, notice in enumerate(notices(shard, job.columns)):
            digest.add(notice)
            if notice.problem:
                rows.append(failed(notice.path, "unreadable", notice.problem))
            elif not tries.allow(number):
                rows.append(failed(notice.path, "crash", f"{_CHANCES} workers were lost over it"))
            else:
                row = child.convert(notice.path, notice.data)
                record = row.pop("record", None)
                rows.append(row)
                if record is not None:
                    yield notice.path, record
