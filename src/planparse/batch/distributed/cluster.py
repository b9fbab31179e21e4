"""Shards handed to a cluster of Dask, a few at a time, and what comes back. All of Dask stands here."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from planparse import __version__
from planparse.batch.distributed.errors import ClusterError
from planparse.batch.distributed.shards import Shard
from planparse.batch.distributed.task import Job, Report, run_shard

#: What came of a shard: its report, or the error that cost it.
Result = Report | BaseException

_SECONDS_TO_CONNECT = 10.0
_SECONDS_TO_GET_WORKERS = 30.0
_AHEAD = 2  # shards handed out for each thread of the cluster: one to work on, one to go on with
_RETRIES = 2  # of a shard that met an error; one whose worker died is tried again by Dask itself
_LIVES = 4  # of a shard: each ends when Dask has lost four workers that had it
_SECONDS_WITHOUT_WORKERS = 120.0  # until none is thought to come back
_SECONDS_TO_FETCH = 30.0  # what came of a shard
_LOOK_UP = 1.0  # seconds between two looks whether to stop


@contextmanager
def connected(scheduler: Any) -> Iterator[Any]:
    """A client of the scheduler at an address; a client of the caller's own is used and left open.

    Raises ClusterError where no scheduler answers, or its workers are none or of another version.
    """
    if not isinstance(scheduler, str):
        _check(scheduler)
        yield scheduler
        return
    from distributed import Client

    try:
        client = Client(scheduler, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError("unreachable", f"{scheduler}: {error}") from error
    with client:
        _check(client)
        yield client


def _check(client: Any) -> None:
    address = client.scheduler.address
    try:
        client.wait_for_workers(1, timeout=_SECONDS_TO_GET_WORKERS)
    except TimeoutError:
        raise ClusterError("no-workers", address) from None

    def version() -> str:  # travels by value: a worker without planparse can answer too
        try:
            import planparse
        except ImportError:
            return ""
        return planparse.__version__

    for worker, found in client.run(version).items():
        if found != __version__:
            raise ClusterError("other-version", f"{worker}: {found or '-'} ≠ {__version__}")


def results(
    client: Any, shards: Sequence[Shard], job: Job, stopped: Callable[[], bool]
) -> Iterator[tuple[Shard, Result]]:
    """What came of each shard, as it comes. Once `stopped`, what was handed out is finished.

    Raises ClusterError where the scheduler goes away, or all its workers do and none comes back.
    """
    desk = _Desk(client, shards, job)
    try:
        while desk.running or (desk.waiting and not stopped()):
            most = _AHEAD * max(1, desk.threads())
            while desk.waiting and len(desk.running) < most and not stopped():
                desk.hand_out()
            yield from desk.take_back()
    except (OSError, CancelledError) as error:  # nobody cancels but a scheduler that goes
        raise ClusterError("lost", client.scheduler.address) from error
    finally:
        desk.close()


class _Handed(NamedTuple):
    """A shard that the cluster has in hand, for the `life`th time."""

    future: Any
    shard: Shard
    life: int


class _Desk:
    """Where shards are handed out, and what came of them is taken back."""

    def __init__(self, client: Any, shards: Sequence[Shard], job: Job) -> None:
        self.waiting = deque((shard, 1) for shard in shards)
        self.running: dict[str, _Handed] = {}
        self._client = client
        self._job = job
        self._workers_seen = time.monotonic()

    def threads(self) -> int:
        """How many shards the cluster can work on at once."""
        threads: int = sum(self._client.nthreads().values())
        now = time.monotonic()
        if threads:
            self._workers_seen = now
        elif now - self._workers_seen > _SECONDS_WITHOUT_WORKERS:
            raise ClusterError("no-workers", self._client.scheduler.address)
        return threads

    def hand_out(self) -> None:
        shard, life = self.waiting.popleft()
        key = f"planparse-{self._job.run}-{shard.name}-{life}"
        future = self._client.submit(run_shard, shard, self._job, key=key, pure=False, retries=_RETRIES)
        self.running[key] = _Handed(future, shard, life)

    def take_back(self) -> Iterator[tuple[Shard, Result]]:
        """What has ended meanwhile, be it none. A shard that Dask gave up begins another life."""
        for key in self._ended():
            future, shard, life = self.running[key]
            result = _result(future)
            if result is None:
                continue
            del self.running[key]
            if _is_killed(result) and life < _LIVES:
                self.waiting.append((shard, life + 1))
            else:
                yield shard, result

    def _ended(self) -> list[str]:
        from distributed import wait

        futures = [handed.future for handed in self.running.values()]
        with self._client.as_current():
            try:
                ended = wait(futures, _LOOK_UP, return_when="FIRST_COMPLETED").done
            except TimeoutError:
                return []
        return [future.key for future in ended]

    def close(self) -> None:
        with suppress(OSError, CancelledError):
            self._client.cancel([handed.future for handed in self.running.values()])


def _result(future: Any) -> Result | None:
    """What came of a shard; None where the worker was lost that knew it, and another has to find it."""
    error: BaseException | None = future.exception()
    if isinstance(error, ClusterError):
        raise error
    if error:
        return error
    try:
        report: Report = future.result(timeout=_SECONDS_TO_FETCH)
    except TimeoutError:
        return None
    return report


def _is_killed(result: Result) -> bool:
    """Whether Dask gave a shard up because worker after worker was lost that had it.

    A shard may merely have been in the queue of workers that others ended.
    """
    from distributed import KilledWorker

    return isinstance(result, KilledWorker)
