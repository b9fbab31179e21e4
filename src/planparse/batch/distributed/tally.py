"""What came of the shards of a run so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from planparse.batch.distributed.cluster import Result
from planparse.batch.distributed.shards import Shard
from planparse.batch.distributed.task import Report
from planparse.batch.mapping import Row, failed
from planparse.batch.summary import Step


class Tally:
    """The reports of shards, as they come."""

    def __init__(self, shards: Sequence[Shard]) -> None:
        self.shards = shards
        self.unchanged = 0
        self._reports: dict[str, Report] = {}
        self._done = 0
        self._files_left = sum(len(shard.sources) for shard in shards if shard.kind == "files")
        self._tables_left = sum(shard.kind != "files" for shard in shards)
        self._tables_done = 0
        self._rows_of_tables = 0

    @property
    def total(self) -> int:
        """The notices of all shards; those of tables not yet read are taken to be as many as in others."""
        mean = round(self._rows_of_tables / self._tables_done) if self._tables_done else 1
        return self._done + self._files_left + self._tables_left * mean

    @property
    def reports(self) -> list[Report]:
        """What came of the shards that are done, in order."""
        return [self._reports[shard.name] for shard in self.shards if shard.name in self._reports]

    @property
    def rows(self) -> list[Row]:
        """The rows of all notices that are done, in order."""
        return list(chain.from_iterable(report.rows for report in self.reports))

    def take(self, shard: Shard, result: Result) -> Iterator[Step]:
        """Note what came of a shard; a step for each of its notices, all of which are done by now."""
        report = result if isinstance(result, Report) else Report(_rows_of_lost(shard, result), "")
        self._reports[shard.name] = report
        self._count(shard, len(report.rows))
        total = self.total
        for row in report.rows:
            unchanged = report.known and row["status"] == "converted"
            self.unchanged += unchanged
            yield Step(row, unchanged, self._done, total)

    def _count(self, shard: Shard, rows: int) -> None:
        self._done += rows
        if shard.kind == "files":
            self._files_left -= rows
        else:
            self._tables_left -= 1
            self._tables_done += 1
            self._rows_of_tables += rows


def _rows_of_lost(shard: Shard, error: BaseException) -> list[Row]:
    """A shard that could not be read or written, or whose worker died time and again."""
    from distributed import KilledWorker

    reason = "crash" if isinstance(error, KilledWorker) else "shard"
    detail = f"{type(error).__name__}: {error}"
    return [failed(source.relative, reason, detail) for source in shard.sources]
