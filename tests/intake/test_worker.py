"""The process that reads hostile files: answers, limits, and what is left of it after each."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest

from planparse.intake.html.names import PageNames
from planparse.intake.unreadable import Unreadable
from planparse.intake.worker import Worker

from ..paged_files import Text, assembled, pdf

GOOD = pdf([[Text("一、采茶", 79, 120)]])
SLOW = PageNames((), ()).request("<html><p " + " ".join(f"a{number:x}" for number in range(300_000)) + ">x")


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker(seconds=5.0)
    yield made
    made.stop()


def pid(worker: Worker) -> int:
    assert worker._child is not None
    return worker._child.process.pid


def test_one_process_reads_many_files(worker: Worker) -> None:
    texts = set()
    processes = set()
    for _ in range(5):
        texts.add(worker.run("pdf.document", GOOD)["text"])
        processes.add(pid(worker))
    assert texts == {"一、采茶\n"}
    assert len(processes) == 1 and os.getpid() not in processes


def test_what_the_reader_refuses_is_raised_here(worker: Worker) -> None:
    worker.run("pdf.document", GOOD)
    before = pid(worker)
    with pytest.raises(Unreadable) as caught:
        worker.run("pdf.document", b"%PDF-1.7 nothing")
    assert caught.value.code == "PP021"
    assert pid(worker) == before


def test_a_file_that_takes_too_long_is_stopped_and_the_next_is_read() -> None:
    worker = Worker(seconds=1.0)
    with pytest.raises(Unreadable) as caught:
        worker.run("html.page", SLOW)
    assert (caught.value.code, caught.value.values) == ("PP026", {"seconds": "1"})
    worker.seconds = 5.0
    assert worker.run("pdf.document", GOOD)["text"] == "一、采茶\n"
    worker.stop()


def test_a_file_that_takes_too_much_memory_is_stopped_and_the_next_is_read(worker: Worker) -> None:
    import zlib

    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(2**20)) for _ in range(600)) + packer.flush()
    content = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)
    bomb = assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            content,
        ]
    )
    with pytest.raises(Unreadable) as caught:
        worker.run("pdf.document", bomb)
    assert caught.value.code == "PP027"
    assert worker.run("pdf.document", GOOD)["text"] == "一、采茶\n"


def test_a_process_that_was_ended_from_outside_is_replaced(worker: Worker) -> None:
    worker.run("pdf.document", GOOD)
    assert worker._child is not None
    worker._child.process.kill()
    worker._child.process.wait()
    assert worker.run("pdf.document", GOOD)["text"] == "一、采茶\n"


def test_threads_take_turns(worker: Worker) -> None:
    texts: list[str] = []
    threads = [
        threading.Thread(target=lambda: texts.append(worker.run("pdf.document", GOOD)["text"]))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == ["一、采茶\n"] * 8


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_process_made_by_fork_starts_its_own(worker: Worker) -> None:
    worker.run("pdf.document", GOOD)
    before = pid(worker)
    child = os.fork()
    if child == 0:
        fine = worker.run("pdf.document", GOOD)["text"] == "一、采茶\n" and pid(worker) != before
        worker.stop()
        os._exit(0 if fine else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert worker.run("pdf.document", GOOD)["text"] == "一、采茶\n"
    assert pid(worker) == before
