"""Worker processes: each task within its time and memory, a crash or a hang its own task's only."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as Late
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from planparse.batch.convert import Outcome, Task, convert
from planparse.batch.mapping import Row, failed

if TYPE_CHECKING:
    from pebble import ProcessFuture

    _Waiting = deque[tuple[Task, Outcome | ProcessFuture[Outcome]]]

# Tasks handed out ahead, for each worker: enough to keep it busy, few to finish after an interrupt.
_AHEAD = 4
# A record has tens of thousands of objects and hardly a cycle: searching for one costs a tenth of the time.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000


class Limits(NamedTuple):
    """What one task may take: seconds, and bytes of address space of its worker (POSIX)."""

    seconds: float = 60.0
    memory: int = 2 * 2**30


#: A task with its outcome where that is known already.
Work = tuple[Task, Outcome | None]


def converted(
    work: Iterable[Work], jobs: int, limits: Limits, stopped: Callable[[], bool]
) -> Iterator[tuple[Task, Outcome]]:
    """The outcomes of all work, in order. Once `stopped`, what was handed out is finished."""
    from pebble import ProcessPool

    pool = ProcessPool(max_workers=jobs, initializer=prepare, initargs=(limits.memory,))
    waiting: _Waiting = deque()
    try:
        for task, known in work:
            if stopped():
                break
            waiting.append((task, known or pool.schedule(convert, args=(task,), timeout=limits.seconds)))
            if len(waiting) >= _AHEAD * jobs:
                yield _next(waiting, limits)
        while waiting:
            yield _next(waiting, limits)
        pool.close()
    finally:
        pool.stop()  # nothing is left to do, or the caller gave up
        pool.join()


def _next(
    waiting: deque[tuple[Task, Outcome | ProcessFuture[Outcome]]], limits: Limits
) -> tuple[Task, Outcome]:
    from pebble import ProcessExpired

    task, found = waiting.popleft()
    if isinstance(found, Outcome):
        return task, found
    try:
        return task, found.result()
    except Late:
        return task, Outcome(late(task.source.relative, limits))
    except ProcessExpired as error:
        return task, Outcome(crashed(task.source.relative, error.exitcode))


def late(path: str, limits: Limits) -> Row:
    """The row of a notice that took too long."""
    return failed(path, "time", f"more than {limits.seconds:g} seconds")


def crashed(path: str, status: int) -> Row:
    """The row of a notice whose worker process ended."""
    return failed(path, "crash", f"the worker process ended (status {status})")


def prepare(memory: int) -> None:
    """In a worker: leave interrupts to the parent, take no more than `memory`, have the rules ready.

    What a worker was born with does not count: the parent may be a notebook with ten gigabytes.
    """
    from planparse.pipeline import extract_bytes

    gc.freeze()  # to search what it was born with would make a copy of it
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        with suppress(ValueError, OSError):  # a lower limit is set already
            resource.setrlimit(resource.RLIMIT_AS, (_address_space() + memory, hard))
    extract_bytes("测试通知".encode())


def _address_space() -> int:
    """Bytes of address space that this process has; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0
