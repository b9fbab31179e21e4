"""The records of a shard as a file: JSON Lines, or Parquet with the columns path and record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any, Literal

Format = Literal["jsonl", "parquet"]
#: The path of a notice, and its record as JSON in one line.
Record = tuple[str, str]

_ROWS_AT_ONCE = 256


def write_records(file: IO[bytes], records: Iterable[Record], format: Format) -> None:
    """Write records as they come."""
    if format == "parquet":
        _write_parquet(file, records)
    else:
        file.writelines(f"{record}\n".encode() for _, record in records)


def read_records(file: Any, format: Format) -> Iterator[str]:
    """The records in a file that `write_records` wrote."""
    if format == "parquet":
        for row in read_parquet(file, ["record"], _ROWS_AT_ONCE):
            yield row["record"]
    else:
        for line in file:
            yield line.decode()


def read_parquet(file: Any, columns: list[str], at_once: int) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file."""
    from pyarrow.parquet import ParquetFile

    parquet = ParquetFile(file)
    # pyarrow before 20 trips over a file without rows.
    batches = parquet.iter_batches(at_once, columns=columns) if parquet.num_row_groups else ()
    for batch in batches:
        yield from batch.to_pylist()


def _write_parquet(file: IO[bytes], records: Iterable[Record]) -> None:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    schema = pyarrow.schema([("path", pyarrow.string()), ("record", pyarrow.string())])
    rest = iter(records)
    with ParquetWriter(file, schema, compression="zstd") as writer:
        while some := list(islice(rest, _ROWS_AT_ONCE)):
            columns = {
                # Names that are not UTF-8 hold lone surrogates, which Parquet takes not.
                "path": [path.encode("utf-8", "replace").decode() for path, _ in some],
                "record": [record for _, record in some],
            }
            writer.write_table(pyarrow.table(columns, schema=schema))
