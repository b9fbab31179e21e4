"""The notices of a shard: read one after another, from files, JSON Lines or Parquet."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from planparse.batch.distributed.records import read_parquet
from planparse.batch.distributed.shards import Shard, Source
from planparse.intake import MAX_BYTES

_AT_ONCE = 16  # files asked for at once: object stores answer late, but many
_ROWS_AT_ONCE = 64
_LONGEST_LINE = 3 * MAX_BYTES  # escapes make JSON longer than its text


class Columns(NamedTuple):
    """Where the text of a notice stands in JSON Lines and Parquet, and its name."""

    text: str = "text"
    name: str = "name"


class Notice(NamedTuple):
    """A notice of a shard; where it could not be read, `problem` says why."""

    path: str
    data: bytes
    problem: str = ""


def notices(shard: Shard, columns: Columns) -> Iterator[Notice]:
    """The notices of a shard, read as they are needed. Raises OSError for a table that cannot be."""
    if shard.kind == "files":
        return _files(shard.sources)
    return (_parquet if shard.kind == "parquet" else _json_lines)(shard.sources[0], columns)


def _files(sources: Sequence[Source]) -> Iterator[Notice]:
    for asked in _together(sources):
        for source, found in zip(asked, _contents(asked), strict=True):
            if isinstance(found, bytes):
                yield Notice(source.relative, found)
            else:
                yield Notice(source.relative, b"", getattr(found, "strerror", None) or str(found))


def _together(sources: Sequence[Source]) -> Iterator[list[Source]]:
    """Runs of files of one file system, few and small enough to be held in memory."""
    asked: list[Source] = []
    for source in sources:
        held = sum(min(each.size, MAX_BYTES) for each in asked)
        if asked and (len(asked) == _AT_ONCE or held + source.size > MAX_BYTES or source.fs != asked[0].fs):
            yield asked
            asked = []
        asked.append(source)
    yield asked


def _contents(sources: list[Source]) -> list[bytes | Exception]:
    """The bytes of each file, or what kept it from being read; of an oversized one, enough to tell."""
    ends = [MAX_BYTES + 1 if source.size > MAX_BYTES else None for source in sources]
    starts = [None] * len(ends)
    found: list[bytes | Exception] = sources[0].fs.cat_ranges([each.path for each in sources], starts, ends)
    return found


def _json_lines(source: Source, columns: Columns) -> Iterator[Notice]:
    with source.fs.open(source.path, "rb", compression="infer") as file:
        for number, line in enumerate(_lines(io.BufferedReader(file)), 1):
            if line is None or line.strip():
                yield _of_line(line, source, number, columns)


def _of_line(line: bytes | None, source: Source, number: int, columns: Columns) -> Notice:
    if line is None:
        problem = f"line {number} has more than {_LONGEST_LINE} bytes"
    else:
        try:
            return _notice(json.loads(line), source, number, columns)
        except (ValueError, RecursionError) as error:
            problem = f"line {number} is no JSON: {error}"
    return Notice(f"{source.relative}#{number}", b"", problem)


def _lines(file: io.BufferedReader) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long, the rest of which is passed over."""
    while line := file.readline(_LONGEST_LINE):
        if line.endswith(b"\n") or len(line) < _LONGEST_LINE:
            yield line
            continue
        while (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None


def _parquet(source: Source, columns: Columns) -> Iterator[Notice]:
    from pyarrow.parquet import read_schema

    with source.fs.open(source.path, "rb") as file:
        there = read_schema(file).names
        if columns.text not in there:
            yield Notice(source.relative, b"", _no_text(columns, there))
            return
        wanted = [name for name in dict.fromkeys(columns) if name in there]
        for number, row in enumerate(read_parquet(file, wanted, _ROWS_AT_ONCE), 1):
            yield _notice(row, source, number, columns)


def _notice(row: Any, source: Source, number: int, columns: Columns) -> Notice:
    """The notice in a row of a table."""
    fields = row if isinstance(row, dict) else {}
    name, text = fields.get(columns.name), fields.get(columns.text)
    path = f"{source.relative}#{number}" if name in (None, "") else str(name)
    if isinstance(text, str):
        return Notice(path, text.encode("utf-8", "replace"))
    return Notice(path, text) if isinstance(text, bytes) else Notice(path, b"", _no_text(columns, fields))


def _no_text(columns: Columns, there: Iterable[str]) -> str:
    return f"no text in the column {columns.text}; columns: {', '.join(there) or 'none'}"


class Digest:
    """Of what notices are made of: the same for the same names and bytes in the same order."""

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=16)

    def add(self, notice: Notice) -> None:
        path, problem = (text.encode("utf-8", "surrogatepass") for text in (notice.path, notice.problem))
        for part in (path, notice.data, problem):
            self._hash.update(len(part).to_bytes(8, "big"))
            self._hash.update(part)

    def hexdigest(self) -> str:
        return self._hash.hexdigest()
