"""From URLs to shards: what one task works on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from glob import has_magic
from typing import Any, Literal, NamedTuple

from planparse.batch.distributed.errors import ClusterError
from planparse.batch.distributed.store import Store, located
from planparse.batch.naming import output_names
from planparse.intake.paths import SUFFIXES

#: Names below the output: the folder of records, the index for programs.
RECORDS = "records"
INDEX = "index.jsonl"

Kind = Literal["files", "jsonl", "parquet"]

_TABLE = re.compile(r"(?i)\.(?:(?:jsonl|ndjson)(?:\.(?:gz|bz2|xz|zst))?|parquet)$")


class Source(NamedTuple):
    """One file: `path` on its file system, `relative` its place below the argument that led to it."""

    fs: Any
    path: str
    relative: str
    size: int


class Shard(NamedTuple):
    """What one task works on: some files, each a notice, or one file of many. `name` is its output's."""

    name: str
    kind: Kind
    sources: tuple[Source, ...]


def find_shards(urls: Iterable[str], *, size: int, without: Store) -> list[Shard]:
    """The shards that URLs (files, folders, patterns) lead to, in a fixed order.

    A JSON Lines or Parquet file is a shard; all other files, sorted, make shards of `size` files. Of a
    folder those are taken that end as notices do. Raises ClusterError for a URL that cannot be
    listed or that leads to nothing.
    """
    found: dict[tuple[Any, str], Source] = {}
    for url in urls:
        try:
            here = list(_of_url(url, without))
        except OSError as error:
            raise ClusterError("bad-url", f"{url}: {error}") from error
        if not here:
            raise ClusterError("nothing-found", url)
        for source in here:
            found.setdefault((source.fs, source.path), source)
    sources = sorted(found.values(), key=lambda source: (source.relative, source.path))
    tables = [source for source in sources if _TABLE.search(source.path)]
    files = [source for source in sources if not _TABLE.search(source.path)]
    groups = [tuple(files[start : start + size]) for start in range(0, len(files), size)]
    stems = [f"notices-{number:05}" for number in range(len(groups))]
    names = output_names([*stems, *(_TABLE.sub("", table.relative) for table in tables)], "")
    contents = [*groups, *((table,) for table in tables)]
    return [
        Shard(name, _kind(content[0].path), content) for name, content in zip(names, contents, strict=True)
    ]


def _kind(path: str) -> Kind:
    if not _TABLE.search(path):
        return "files"
    return "parquet" if path.lower().endswith(".parquet") else "jsonl"


def _of_url(url: str, without: Store) -> Iterator[Source]:
    fs, path = located(url)
    fs.invalidate_cache()  # what other processes wrote since
    try:
        info = fs.info(path)
    except FileNotFoundError:
        matches = fs.glob(path, detail=True) if has_magic(path) else {}
        for match, found in matches.items():
            if found["type"] != "directory":
                yield _source(fs, match, match.rpartition("/")[2], found)
        return
    if info["type"] == "directory":
        outputs = (without.root, without.path(RECORDS), without.path(INDEX)) if without.fs == fs else ()
        yield from _of_folder(fs, path.rstrip("/"), "", outputs)
    else:
        yield _source(fs, path, path.rpartition("/")[2], info)


def _of_folder(fs: Any, folder: str, above: str, barred: Sequence[str]) -> Iterator[Source]:
    """The notices and tables in a folder. Hidden ones are left out, links to folders not followed."""
    for info in fs.ls(folder, detail=True):
        path = info["name"].rstrip("/")
        name = path.rpartition("/")[2]
        if path == folder or path in barred or name.startswith("."):
            continue
        if info["type"] == "directory":
            yield from _of_folder(fs, path, f"{above}{name}/", barred)
        elif _is_input(name) and (info["type"] == "file" or fs.isfile(path) or _leads_nowhere(fs, info)):
            yield _source(fs, path, f"{above}{name}", info)


def _leads_nowhere(fs: Any, info: dict[str, Any]) -> bool:
    """A link to what is gone: a notice that cannot be read, not one to pass over in silence."""
    return bool(info.get("islink")) and not fs.exists(info["name"])


def _is_input(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) or _TABLE.search(name) is not None


def _source(fs: Any, path: str, relative: str, info: dict[str, Any]) -> Source:
    return Source(fs, path, relative, info.get("size") or 0)
