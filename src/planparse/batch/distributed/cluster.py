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


class _Handed(NamedTuple):
    """A shard that the cluster has in hand, for the `life`th time."""

    future: Any
    shard: Shard
    life: int


def results(
    client: Any, shards: Sequence[Shard], job: Job, stopped: Callable[[], bool]
) -> Iterator[tuple[Shard, Result]]:
    """What came of each shard, as it comes. Once `stopped`, what was handed out is finished.

    Raises ClusterError where the scheduler goes away, or all its workers do and none comes back.
    """
    waiting = deque((shard, 1) for shard in shards)
    running: dict[str, _Handed] = {}
    workers_seen = time.monotonic()
    try:
        while running or (waiting and not stopped()):
            threads = sum(client.nthreads().values())
            workers_seen = time.monotonic() if threads else workers_seen
            if time.monotonic() - workers_seen > _SECONDS_WITHOUT_WORKERS:
                raise ClusterError("no-workers", client.scheduler.address)
            while waiting and len(running) < _AHEAD * max(1, threads) and not stopped():
                handed = _hand_out(client, *waiting.popleft(), job)
                running[handed.future.key] = handed
            for key in _done(client, running):
                future, shard, life = running[key]
                result = _result(future)
                if result is None:
                    continue
                del running[key]
                if _is_killed(result) and life < _LIVES:
                    waiting.append((shard, life + 1))
                else:
                    yield shard, result
    except (OSError, CancelledError) as error:  # nobody cancels but a scheduler that goes
        raise ClusterError("lost", client.scheduler.address) from error
    finally:
        with suppress(OSError, CancelledError):
            client.cancel([handed.future for handed in running.values()])


def _hand_out(client: Any, shard: Shard, life: int, job: Job) -> _Handed:
    key = f"planparse-{job.run}-{shard.name}-{life}"
    future = client.submit(run_shard, shard, job, key=key, pure=False, retries=_RETRIES)
    return _Handed(future, shard, life)


def _done(client: Any, running: dict[str, _Handed]) -> list[str]:
    """The keys of what has ended meanwhile, be it none."""
    from distributed import wait

    futures = [handed.future for handed in running.values()]
    with client.as_current():
        try:
            return [future.key for future in wait(futures, _LOOK_UP, return_when="FIRST_COMPLETED").done]
        except TimeoutError:
            return []


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
