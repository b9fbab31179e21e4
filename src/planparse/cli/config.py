"""`planparse.yaml`: which findings the notices of a folder are to show, found upwards from the notice.

    select: [PP4, PP5]
    ignore: [no-lead-among-several]
    per-file-ignores:
      "2021/*.txt": [PP401]

--select takes the place of `select`, --ignore adds to `ignore`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.reading import STANDARD_INPUT
from planparse.cli.status import Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.findings.selection import Ignored, Selection, UnknownCode
    from planparse.rulepack.reading import Path, Tree

NAME = "planparse.yaml"
_SELECT, _IGNORE, _PER_FILE = "select", "ignore", "per-file-ignores"
_LARGEST = 1024 * 1024  # bytes; it is written by hand


class Config(NamedTuple):
    """What a file asks for. Patterns are of paths below its `folder`."""

    folder: str = ""
    selected: frozenset[str] | None = None
    ignored: tuple[Ignored, ...] = ()
    per_file: tuple[tuple[str, tuple[Ignored, ...]], ...] = ()


def selection_for(
    file: str,
    config: str | None,
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    language: Language,
) -> Selection | None:
    """The findings wanted of a notice, None where nobody says. Raises Failure for what is no code."""
    path = config or _find(file)
    if path is None and not select and not ignore:
        return None
    from planparse.findings.selection import Selection, choices

    asked = _read(path, language) if path else Config()
    selected = asked.selected
    if select:
        selected = frozenset[str]().union(
            *(_asked(choice, "--select", language).codes for choice in choices(select))
        )
    ignored = [_asked(choice, "--ignore", language) for choice in choices(ignore or ())]
    own = [each for pattern, codes in asked.per_file if _matches(file, pattern, asked) for each in codes]
    return Selection(selected, (*asked.ignored, *own, *ignored))


def _asked(choice: str, option: str, language: Language) -> Ignored:
    """The codes of a choice on the command line."""
    from planparse.findings.selection import Ignored, UnknownCode, codes_of

    try:
        return Ignored(codes_of(choice), choice, option)
    except UnknownCode as error:
        raise Failure(text("failure.no-code", language, place=option, **_said(error, language))) from error


def _said(error: UnknownCode, language: Language) -> dict[str, str]:
    """What a message says of an unknown code: the code, and those near to it."""
    near = text("failure.near-codes", language, names=", ".join(error.near)) if error.near else ""
    return {"choice": visible(error.choice), "near": near}


def _find(file: str) -> str | None:
    """The nearest planparse.yaml in the folder of a file, or above it."""
    folder = os.getcwd() if file == STANDARD_INPUT else os.path.dirname(os.path.abspath(file))
    while not os.path.isfile(os.path.join(folder, NAME)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return os.path.join(folder, NAME)


def _matches(file: str, pattern: str, config: Config) -> bool:
    """Whether a pattern names the path of a file below the config's folder, or its last part alone.

    `*` stands for any characters, those of folders too.
    """
    if file == STANDARD_INPUT:
        return False
    path = os.path.relpath(os.path.abspath(file), config.folder).replace(os.sep, "/")
    return fnmatchcase(path, pattern) or fnmatchcase(os.path.basename(file), pattern)


def _read(path: str, language: Language) -> Config:
    from planparse.rulepack.reading import read_yaml

    try:
        with open(path, "rb") as stream:
            data = stream.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise Failure(text("failure.unreadable", language, path=visible(path), detail=detail)) from error
    reader = _Reader(read_yaml(data[:_LARGEST]), path, language)
    found = reader.config()
    if reader.mistakes:
        lines = [f"{visible(path)}:{line}: {message}" for line, message in sorted(reader.mistakes)]
        raise Failure(text("failure.config", language, detail="\n".join(lines)))
    return found


class _Reader:
    """One file's tree, and every mistake in it with its line."""

    def __init__(self, tree: Tree, path: str, language: Language) -> None:
        self.tree = tree
        self.name = os.path.basename(path)
        self.folder = os.path.dirname(os.path.abspath(path))
        self.language = language
        self.mistakes = [(line, message) for line, _, message in tree.mistakes]

    def config(self) -> Config:
        data = self.tree.data
        if self.mistakes or data is None:
            return Config(self.folder)
        if not isinstance(data, dict):
            self._wrong((), "config.no-mapping")
            return Config(self.folder)
        for key in data.keys() - {_SELECT, _IGNORE, _PER_FILE}:
            self._wrong((key,), "config.no-key", key=visible(key))
        selected = None
        if data.get(_SELECT) is not None:
            selected = frozenset[str]().union(*(each.codes for each in self._codes((_SELECT,))))
        # What a whole folder ignores need not be in each of its files: no place, so no report.
        ignored = tuple(each._replace(where="") for each in self._codes((_IGNORE,)))
        return Config(self.folder, selected, ignored, tuple(self._per_file()))

    def _per_file(self) -> Iterator[tuple[str, tuple[Ignored, ...]]]:
        patterns = self.tree.data.get(_PER_FILE)
        if isinstance(patterns, dict):
            for pattern in patterns:
                yield pattern, tuple(self._codes((_PER_FILE, pattern)))
        elif patterns is not None:
            self._wrong((_PER_FILE,), "config.no-patterns")

    def _codes(self, path: Path) -> Iterator[Ignored]:
        """The codes of the list at `path`, with the places they are asked for at."""
        from planparse.findings.selection import Ignored, UnknownCode, codes_of

        value = self.tree.data
        for key in path:
            value = value.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self._wrong(path, "config.no-list", key=visible(str(path[-1])))
            return
        for index, choice in enumerate(value):
            place = (*path, index)
            try:
                codes = codes_of(choice if isinstance(choice, str) else str(choice))
            except UnknownCode as error:
                self._wrong(place, "config.no-code", **_said(error, self.language))
            else:
                yield Ignored(codes, choice, f"{self.name}:{self.tree.line(place)}")

    def _wrong(self, path: Path, message: str, /, **values: str) -> None:
        self.mistakes.append((self.tree.line(path), text(message, self.language, **values)))
