"""From the paths of a command to the notices they lead to."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planparse.intake.reader import MAX_BYTES
from planparse.intake.unreadable import Unreadable

#: Files of a folder that may be notices, by the end of their names; what they are is told by content.
SUFFIXES = (
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".doc", ".wps", ".pdf", ".ofd", ".zip",
)  # fmt: skip
_ARCHIVE = ".zip"


class Source(NamedTuple):
    """One notice: a file, or one of several files in an archive (`member`).

    `relative` is its place below the argument that led to it, with `/`.
    """

    path: str
    relative: str
    member: str = ""


class MissingInput(Exception):
    """A path that does not exist, or a pattern that nothing matches."""


def find_sources(paths: Iterable[str], *, without: str = "") -> list[Source]:
    """The notices that files, folders and patterns (`notices/**/*.txt`) lead to, each once, sorted.

    A file that is named is taken whatever it is called; of a folder, at any depth, those that end as
    notices do (SUFFIXES), hidden ones left out. A zip archive gives the files in it. `without` is a folder
    to pass over: the output. Raises MissingInput, OSError.
    """
    barred = os.path.realpath(without) if without else ""
    found: dict[str, Source] = {}
    for path in paths:
        for source in _of_path(path, barred):
            found.setdefault(os.path.realpath(source.path), source)
    opened = [each for source in found.values() for each in _opened(source)]
    return sorted(opened, key=lambda source: (source.relative, source.path))


def read_source(source: Source) -> bytes:
    """The bytes of a notice; of an oversized one, enough to tell that it is. Raises OSError, Unreadable."""
    with open(source.path, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if not source.member:
        return data
    from planparse.intake.archive import archive_member

    try:
        return archive_member(data, source.member)
    except KeyError:
        raise Unreadable("PP034") from None


def _opened(source: Source) -> list[Source]:
    """The notices in an archive of several; any other source, and one that cannot be opened, as it is."""
    if not source.path.lower().endswith(_ARCHIVE):
        return [source]
    from planparse.findings.model import Findings
    from planparse.intake.archive import archive_files

    try:
        names = [file.path for file in archive_files(read_source(source), Findings())]
    except (Unreadable, OSError):
        return [source]  # its record, or its row, says what is wrong
    if len(names) < 2:
        return [source]
    return [Source(source.path, f"{source.relative}/{name}", name) for name in names]


def _of_path(path: str, barred: str) -> Iterator[Source]:
    if os.path.isdir(path):
        yield from _of_folder(path, "", barred)
    elif os.path.exists(path):
        yield Source(path, os.path.basename(path))
    else:
        matches = sorted(glob.iglob(path, recursive=True)) if glob.has_magic(path) else []
        if not matches:
            raise MissingInput(path)
        for match in matches:
            if os.path.isfile(match):
                yield Source(match, os.path.basename(match))


def _of_folder(folder: str, above: str, barred: str) -> Iterator[Source]:
    """The notices in a folder. Links to folders are not followed: they may lead back up."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.name.startswith("."):
            continue
        relative = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if os.path.realpath(entry.path) != barred:
                yield from _of_folder(entry.path, f"{relative}/", barred)
        elif entry.name.lower().endswith(SUFFIXES) and (entry.is_file() or _leads_nowhere(entry)):
            yield Source(entry.path, relative)


def _leads_nowhere(entry: os.DirEntry[str]) -> bool:
    """A link to what is gone: a notice that cannot be read, not one to pass over in silence."""
    return entry.is_symlink() and not os.path.exists(entry.path)
