"""From the paths of a command to the notices they lead to."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

#: Files of a folder that may be notices, by the end of their names; what they are is told by content.
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".doc", ".wps", ".pdf", ".ofd")


class Source(NamedTuple):
    """One file to convert. `relative` is its place below the argument that led to it, with `/`."""

    path: str
    relative: str


class MissingInput(Exception):
    """A path that does not exist, or a pattern that nothing matches."""


def find_sources(paths: Iterable[str], *, without: str = "") -> list[Source]:
    """The notices that files, folders and patterns (`notices/**/*.txt`) lead to, each once, sorted.

    A file that is named is taken whatever it is called; of a folder, at any depth, those that end as
    notices do (SUFFIXES), hidden ones left out. `without` is a folder to pass over: the output.
    Raises MissingInput.
    """
    barred = os.path.realpath(without) if without else ""
    found: dict[str, Source] = {}
    for path in paths:
        for source in _of_path(path, barred):
            found.setdefault(os.path.realpath(source.path), source)
    return sorted(found.values(), key=lambda source: (source.relative, source.path))


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
        elif entry.name.lower().endswith(SUFFIXES) and entry.is_file():
            yield Source(entry.path, relative)
