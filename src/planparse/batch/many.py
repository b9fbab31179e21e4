"""Many notices from Python."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planparse.batch.convert import Settings, Task
from planparse.batch.workers import Limits, converted
from planparse.intake.paths import Source
from planparse.records import Document
from planparse.rulepack import load_rules


class Extraction(NamedTuple):
    """What came of one file: its record, or None and why (`failure`)."""

    path: str
    document: Document | None
    failure: str = ""


def extract_many(
    paths: Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = None,
    rules: str | os.PathLike[str] | None = None,
    seconds: float = 60.0,
    memory: int = 2 * 2**30,
) -> Iterator[Extraction]:
    """The records of many files, in their order, made in `jobs` worker processes (default: one a processor).

    `rules` is a folder of rules of your own. A file that cannot be read, that takes more than `seconds`
    or `memory` bytes, or that crashes its worker costs itself only: it comes without a document. Paths are
    taken as they are needed, so they may be an endless iterator. Raises RulePackError for rules with
    mistakes.

    Where worker processes start afresh (Windows, macOS), call it below `if __name__ == "__main__":`.
    """
    folder = None if rules is None else os.fspath(rules)
    load_rules(folder)
    settings = Settings(format="jsonl", rules_folder=folder, keep=True)
    tasks = (_task(os.fspath(path), settings) for path in paths)
    work = ((task, None) for task in tasks)
    for task, outcome in converted(work, jobs or os.cpu_count() or 1, Limits(seconds, memory), lambda: False):
        if outcome.record:
            yield Extraction(task.source.path, Document.model_validate_json(zlib.decompress(outcome.record)))
        else:
            yield Extraction(task.source.path, None, f"{outcome.row['reason']}: {outcome.row['detail']}")


def _task(path: str, settings: Settings) -> Task:
    return Task(Source(path, os.path.basename(path)), "", "", settings)
