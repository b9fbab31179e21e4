"""A process that converts one notice after another: what ends it or hangs costs one notice.

A worker of a cluster converts nothing in its own process. A notice that crashes the interpreter, takes
all memory or never ends would take the worker with it, and with the worker whole shards, its own and
others; Dask would try them again elsewhere, with the same end. (Workers are daemons, which may not start
processes by multiprocessing, so pebble, which the local batch uses, cannot be used there.)

Parent and child speak over the child's standard input and output, in pickles.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import subprocess
import sys
import time
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from planparse.batch.mapping import Row, map_notice
from planparse.batch.workers import Limits, crashed, late, prepare

if TYPE_CHECKING:
    from types import TracebackType

    from planparse.rulepack import RulePack

#: A user's rules by content: the name of each file and its bytes.
RuleFiles = tuple[tuple[str, bytes], ...]

# The child gets this process's search path, and so the same planparse.
_START = f"import sys; sys.path[:] = sys.argv[1:]; from {__name__} import serve; serve()"
_STANDARD_ERROR = 2
_TOO_LATE = 1  # the exit status by which faulthandler ends a process
_BROKEN = (EOFError, OSError, pickle.UnpicklingError)
_FAREWELL = 5.0  # seconds


class Setup(NamedTuple):
    """What a child is told when it starts."""

    rules: RuleFiles | None
    provenance: bool
    refuse_classified: bool
    limits: Limits


class ChildError(Exception):
    """A child that cannot even start: its standard error, in the log of the worker, says why."""


class Child:
    """A process that is started when there is work, and anew after a notice that ended it."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process:
            self._end(self._process)

    def convert(self, path: str, data: bytes) -> dict[str, Any]:
        """What `map_notice` gives; where it takes too long or ends the process, a row that says so."""
        process = self._process or self._start()
        started = time.monotonic()
        try:
            _send(process.stdin, (path, data))
            row: dict[str, Any] = _receive(process.stdout)
        except _BROKEN:
            seconds = time.monotonic() - started
            return self._lost(path, self._end(process), seconds)
        return row

    def _lost(self, path: str, status: int, seconds: float) -> Row:
        limits = self._setup.limits
        if status == _TOO_LATE and seconds >= limits.seconds:
            return late(path, limits)
        return crashed(path, status)

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-c", _START, *sys.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._process = process
        try:
            _send(process.stdin, self._setup)
            _receive(process.stdout)
        except _BROKEN:
            status = self._end(process)
            raise ChildError(f"a process to convert notices in did not start (status {status})") from None
        return process

    def _end(self, process: subprocess.Popen[bytes]) -> int:
        """End the process, if it has not ended, and return its exit status."""
        self._process = None
        try:
            process.communicate(timeout=_FAREWELL)  # it ends when its input does
        except (subprocess.TimeoutExpired, OSError, ValueError):
            process.kill()
            process.communicate()
        return process.returncode


def _send(pipe: IO[bytes] | None, message: object) -> None:
    assert pipe
    pickle.dump(message, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _receive(pipe: IO[bytes] | None) -> Any:
    assert pipe
    return pickle.load(pipe)


def serve() -> None:
    """In the child: convert what comes in, until nothing comes any more."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(_STANDARD_ERROR, 1)  # what anything prints must not come between the answers
    setup: Setup = _receive(requests)
    prepare(setup.limits.memory)
    rules = load(setup.rules)
    _send(answers, "ready")
    while True:
        try:
            path, data = _receive(requests)
            _send(answers, _converted(path, data, rules, setup))
        except _BROKEN:  # the parent is done, or gone
            return


def _converted(path: str, data: bytes, rules: RulePack, setup: Setup) -> dict[str, Any]:
    # It ends the process from outside the interpreter, whatever that is doing, and whether or not
    # the parent still lives; and it says in the log where the time was spent.
    faulthandler.dump_traceback_later(setup.limits.seconds, exit=True, file=_STANDARD_ERROR)
    try:
        return map_notice(
            data,
            path,
            rules=rules,
            provenance=setup.provenance,
            refuse_classified=setup.refuse_classified,
        )
    finally:
        faulthandler.cancel_dump_traceback_later()


def load(files: RuleFiles | None) -> RulePack:
    """The rules: the shipped ones, with those of a user's files."""
    from planparse.rulepack import load_rules

    if files is None:
        return load_rules()
    with TemporaryDirectory() as folder:
        for name, data in files:
            path = os.path.join(folder, *name.split("/"))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)
        return load_rules(folder)
