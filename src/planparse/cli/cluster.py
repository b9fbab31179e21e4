"""`planparse batch --scheduler`: the batch on a cluster of Dask."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.reading import listed
from planparse.cli.status import Failure
from planparse.cli.work import Request, Work
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.batch.distributed import Options
    from planparse.batch.summary import Step, Summary


def work_on_cluster(
    request: Request,
    scheduler: str,
    shard_size: int | None,
    text_column: str | None,
    name_column: str | None,
    language: Language,
) -> Work:
    """The batch by the workers of a scheduler. Raises Failure for what cannot be done there."""
    record_format = request.record_format or "jsonl"
    if record_format in ("yaml", "json"):
        raise Failure(text("batch.not-on-cluster", language, option=f"-f {record_format}"))
    needed = ["distributed", "fsspec", *(["pyarrow"] if record_format == "parquet" else [])]
    if any(find_spec(module) is None for module in needed):
        raise Failure(text("batch.no-dask", language))
    from planparse.batch.distributed import Options
    from planparse.batch.distributed.store import store_at

    usual = Options()
    options = Options(
        format="parquet" if record_format == "parquet" else "jsonl",
        shard_size=shard_size or usual.shard_size,
        provenance=request.provenance,
        refuse_classified=request.refuse_classified,
        rules_folder=request.rules_folder,
        limits=request.limits,
        text_column=text_column or usual.text_column,
        name_column=name_column or usual.name_column,
        fresh=request.fresh,
        tables=request.tables,
        tables_format=request.tables_format,
    )

    def write(name: str, content: str) -> None:
        store_at(request.folder).write(name, content.encode())

    return Work(None, partial(_run, request, scheduler, options, language), write)


def _run(
    request: Request,
    scheduler: str,
    options: Options,
    language: Language,
    report: Callable[[Step], None],
    stopped: Callable[[], bool],
) -> Summary:
    from planparse.batch.distributed import ClusterError, run_shards

    logging.disable(logging.CRITICAL)  # Dask tells in tracebacks what is told here in words
    try:
        return run_shards(listed(request.paths), request.folder, scheduler, options, report, stopped)
    except ClusterError as error:
        detail = visible(error.detail)
        raise Failure(text(f"batch.cluster-{error.problem}", language, detail=detail)) from error
    finally:
        logging.disable(logging.NOTSET)
