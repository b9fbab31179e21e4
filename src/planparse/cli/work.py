"""A batch as it was asked for, and as it will be done: here or on a cluster."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from planparse.batch.summary import Step, Summary
    from planparse.batch.workers import Limits


class Request(NamedTuple):
    """What is asked of every batch. `record_format` is None where the usual one is wanted."""

    paths: list[str]
    folder: str
    record_format: Literal["yaml", "json", "jsonl", "parquet"] | None
    provenance: bool
    rules_folder: str | None
    refuse_classified: bool
    limits: Limits
    fresh: bool
    tables: str
    tables_format: Literal["csv", "parquet"]


class Work(NamedTuple):
    """How many notices there are, where that is known; `run` tells of each and asks whether to stop;
    `write` puts a text under a name into the output folder."""

    total: int | None
    run: Callable[[Callable[[Step], None], Callable[[], bool]], Summary]
    write: Callable[[str, str], None]
