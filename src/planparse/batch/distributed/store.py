"""A folder on any file system that fsspec knows, written file by file as a whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, NamedTuple

from planparse.batch.distributed.errors import ClusterError

_TEMPORARY = (".planparse-", ".tmp")


class Store(NamedTuple):
    """`fs` is a file system of fsspec (it travels to workers, with its options), `root` a path on it."""

    fs: Any
    root: str

    def path(self, name: str) -> str:
        return f"{self.root}/{name}"

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, None where there is none. Raises OSError."""
        try:
            data: bytes = self.fs.cat_file(self.path(name))
        except FileNotFoundError:
            return None
        return data

    def size(self, name: str) -> int | None:
        """The size of a file, None where there is none."""
        try:
            size: int = self.fs.size(self.path(name))
        except FileNotFoundError:
            return None
        return size

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            self.fs.rm_file(self.path(name))

    def write(self, name: str, data: bytes) -> None:
        with self.writing(name) as file:
            file.write(data)

    @contextmanager
    def writing(self, name: str) -> Iterator[IO[bytes]]:
        """A file that gets its name when all is written. Raises OSError.

        A process that is killed meanwhile leaves a temporary file (`is_temporary`).
        """
        folder = self.path(name).rpartition("/")[0]
        begin, end = _TEMPORARY
        temporary = f"{folder}/{begin}{os.urandom(8).hex()}{end}"
        self.fs.makedirs(folder, exist_ok=True)
        try:
            with self.fs.open(temporary, "wb") as file:
                yield file
            self._move(temporary, self.path(name))
        except BaseException:
            # The failure that led here is the one to report, not that of clearing up.
            with suppress(OSError):
                self.fs.rm_file(temporary)
            raise

    def _move(self, source: str, target: str) -> None:
        from fsspec import AbstractFileSystem

        if type(self.fs).mv is not AbstractFileSystem.mv:
            self.fs.mv(source, target)
        else:  # an object store: a copy appears whole, and the general `mv` takes [ for a pattern
            self.fs.cp_file(source, target)
            self.fs.rm_file(source)

    def files(self, folder: str) -> list[str]:
        """The names of all files in a folder and below, as the other methods take them."""
        self.fs.invalidate_cache()  # what other processes wrote since
        return [path.removeprefix(f"{self.root}/") for path in self.fs.find(self.path(folder))]


def is_temporary(name: str) -> bool:
    """Whether a file was left unfinished by a process that was killed."""
    begin, end = _TEMPORARY
    last = name.rpartition("/")[2]
    return last.startswith(begin) and last.endswith(end)


def located(url: str) -> tuple[Any, str]:
    """The file system of a URL, and its path there. Raises ClusterError for a protocol it cannot speak."""
    import fsspec

    try:
        fs, path = fsspec.url_to_fs(url)
    except (ValueError, ImportError) as error:
        raise ClusterError("bad-url", f"{url}: {error}") from error
    return fs, path


def store_at(url: str) -> Store:
    """The folder that a URL or path names, made where it is missing. Raises ClusterError."""
    fs, root = located(url)
    store = Store(fs, root.rstrip("/"))
    try:
        fs.makedirs(store.root, exist_ok=True)
    except OSError as error:
        raise ClusterError("bad-url", f"{url}: {error}") from error
    return store
