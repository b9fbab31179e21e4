"""A process of its own for readers of hostile formats, with limits on memory and time, used again and again.

A plain child process with JSON on its pipes. A pool of `multiprocessing` would unpickle in this process what
one that parsed hostile bytes sends, import the user's program again in the child, and refuse to start inside
the daemonic workers of another pool; this does none of it.

The request is the name of a module of this package (a line), the number of bytes (a line), the bytes; the
answer is one line of JSON.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from typing import IO, Any, NamedTuple

from planparse.intake.unreadable import Unreadable

SECONDS = 7.0  # for one file
MOST_MEMORY = 320 * 2**20  # of address space, beside what the interpreter and the reader take
MOST_ANSWER = 64 * 2**20
_FILES = 500  # after so many a fresh process begins, whatever a library has leaked

_CHILD = "import sys; sys.path[:] = sys.argv[1:]; from planparse.intake.worker import serve; serve()"


class _Child(NamedTuple):
    process: subprocess.Popen[bytes]
    requests: IO[bytes]
    answers: IO[bytes]
    owner: int  # the process that started it: one forked from that must not share its pipes


class Worker:
    """One child process, started when first asked, replaced when it dies, hangs or has grown old."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._child: _Child | None = None
        self._served = 0
        self._lock = threading.Lock()

    def run(self, module: str, data: bytes) -> Any:
        """What `work(data)` of a module of this package answers. Raises Unreadable."""
        with self._lock:
            return self._answer(self._ready(), module, data)

    def stop(self) -> None:
        child, self._child = self._child, None
        if child is not None and child.owner == os.getpid():
            child.process.kill()
            child.process.wait()
            child.requests.close()
            child.answers.close()

    def _ready(self) -> _Child:
        child = self._child
        if child is None or child.owner != os.getpid() or child.process.poll() is not None:
            self._served = _FILES
        if child is None or self._served >= _FILES:
            self.stop()
            self._child = child = _start()
            self._served = 0
        self._served += 1
        return child

    def _answer(self, child: _Child, module: str, data: bytes) -> Any:
        late = threading.Event()

        def end() -> None:
            late.set()
            child.process.kill()

        timer = threading.Timer(self.seconds, end)
        timer.start()
        try:
            child.requests.write(b"%s\n%d\n" % (module.encode(), len(data)))
            child.requests.write(data)
            child.requests.flush()
            line = child.answers.readline(MOST_ANSWER)
        except OSError:
            line = b""
        finally:
            timer.cancel()
            timer.join()
        if late.is_set() or not line.endswith(b"\n"):  # the process is gone
            self.stop()
            raise Unreadable("PP026", seconds=f"{self.seconds:g}") if late.is_set() else Unreadable("PP027")
        answer = json.loads(line)
        if "code" in answer:
            raise Unreadable(answer["code"], **answer["values"])
        return answer["answer"]


def _start() -> _Child:
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", _CHILD, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise Unreadable("PP028", detail=error.strerror or str(error)) from None
    assert process.stdin is not None and process.stdout is not None
    return _Child(process, process.stdin, process.stdout, os.getpid())


worker = Worker()
atexit.register(worker.stop)


def serve() -> None:
    """The child: answer requests until the pipe closes."""
    sys.dont_write_bytecode = True
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    limited = False
    while name := requests.readline():
        module = _module(name.decode().strip())
        if not limited:
            _limit_memory()
            limited = True
        data = requests.read(int(requests.readline()))
        answers.write(json.dumps(_served(module, data)).encode() + b"\n")
        answers.flush()


def _module(name: str) -> Any:
    from importlib import import_module

    return import_module(f"planparse.intake.{name}")


def _served(module: Any, data: bytes) -> dict[str, Any]:
    try:
        return {"answer": module.work(data)}
    except Unreadable as problem:
        return {"code": problem.code, "values": {key: str(value) for key, value in problem.values.items()}}
    except MemoryError:
        return {"code": "PP027", "values": {}}


def _limit_memory() -> None:
    """Hold this process to what it has now and MOST_MEMORY more, and keep it from writing files."""
    try:
        import resource
    except ImportError:  # Windows: time alone is limited
        return
    try:
        with open("/proc/self/statm") as sizes:
            used = int(sizes.read().split()[0]) * resource.getpagesize()
    except OSError:
        used = MOST_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MEMORY,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
