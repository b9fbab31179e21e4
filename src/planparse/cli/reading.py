"""From a command's FILE and --rules to an analysed notice."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.status import Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.findings.selection import Selection
    from planparse.intake.paths import Source
    from planparse.pipeline import Analysis
    from planparse.rulepack import RulePack

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "<stdin>"


def analyse(
    file: str,
    member: str | None,
    rules_folder: str | None,
    selection: Selection | None,
    language: Language,
) -> Analysis:
    """Read and analyse one notice, which may be a member of an archive. Raises Failure where file, member
    or rules cannot be read."""
    data, name = read(file, language), name_of(file)
    from planparse.pipeline import analyse_bytes

    rules = load_rules(rules_folder, language)
    if member is not None:
        data, name = _member(data, file, member, language), f"{name}/{member}"
    return analyse_bytes(data, name=name, rules=rules, selection=selection)


def analyse_file(file: str, rules: RulePack, language: Language) -> Analysis:
    """The same with rules that are loaded already: for commands that take several notices."""
    from planparse.pipeline import analyse_bytes

    return analyse_bytes(read(file, language), name=name_of(file), rules=rules)


def name_of(file: str) -> str:
    """The name that a record is given."""
    return STANDARD_INPUT_NAME if file == STANDARD_INPUT else os.path.basename(file)


def _member(data: bytes, file: str, member: str, language: Language) -> bytes:
    """The bytes of a file in an archive. Raises Failure where there is none of that name."""
    from planparse.findings.model import Findings
    from planparse.intake.archive import archive_files, listed
    from planparse.intake.unreadable import Unreadable

    try:
        files = {each.path: each.data for each in archive_files(data, Findings())}
    except Unreadable as problem:
        raise Failure(text("failure.no-archive", language, path=visible(file))) from problem
    if member not in files:
        names = visible(listed(list(files)))
        raise Failure(text("failure.no-member", language, member=visible(member), names=names))
    return files[member]


def displayed_name(file: str) -> str:
    """The name that findings are listed under: the path as given."""
    return STANDARD_INPUT_NAME if file == STANDARD_INPUT else file


def load_rules(folder: str | None, language: Language, *, examples: bool = False) -> RulePack:
    """The shipped rules with those of a user's folder. Raises Failure for a bad folder or pack."""
    from planparse.rulepack import RulePackError, load_rules

    if folder is not None and not os.path.isdir(folder):
        raise Failure(text("failure.rules-folder", language, path=visible(folder)))
    try:
        return load_rules(folder, examples=examples)
    except RulePackError as error:
        detail = "\n".join(map(visible, str(error).splitlines()))
        raise Failure(text("failure.rule-pack", language, detail=detail)) from error


def files_of(paths: Sequence[str], language: Language) -> list[str]:
    """The paths; for a folder, those of the notices below it. `-` stays: a notice on standard input.

    Raises Failure where a path does not exist or a folder holds no notice.
    """
    files: list[str] = []
    for path in paths:
        if path != STANDARD_INPUT and not os.path.exists(path):
            raise Failure(text("failure.not-found", language, path=visible(path)))
        in_folder = os.path.isdir(path)
        files += [source.path for source in find_sources([path], language)] if in_folder else [path]
    return list(dict.fromkeys(files))


def find_sources(paths: Sequence[str], language: Language, *, without: str = "") -> list[Source]:
    """The notices that paths lead to; `-` stands for paths on standard input, one a line.

    Raises Failure where a path does not exist, cannot be read, or none leads to a notice.
    """
    from planparse.intake.paths import MissingInput, find_sources

    try:
        sources = find_sources(listed(paths), without=without)
    except MissingInput as missing:
        raise Failure(text("failure.not-found", language, path=visible(str(missing)))) from missing
    except OSError as error:
        detail = error.strerror or str(error)
        path = visible(str(error.filename or ""))
        raise Failure(text("failure.unreadable", language, path=path, detail=detail)) from error
    if not sources:
        raise Failure(text("failure.no-notices", language, paths=visible(" ".join(paths))))
    return sources


def read_notice(source: Source, language: Language) -> bytes:
    """The bytes of a notice that was found. Raises Failure where it cannot be read."""
    from planparse.intake.paths import read_source
    from planparse.intake.unreadable import Unreadable

    try:
        return read_source(source)
    except (OSError, Unreadable) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise Failure(
            text("failure.unreadable", language, path=visible(source.path), detail=detail)
        ) from error


def listed(paths: Sequence[str]) -> Iterator[str]:
    """The paths; for `-` those on standard input, one a line."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield from filter(None, (line.rstrip("\r\n") for line in sys.stdin or ()))
        else:
            yield path


def read(file: str, language: Language) -> bytes:
    """The bytes of a file or of standard input; of an oversized one, enough to tell that it is.

    Raises Failure for a path that does not exist, is a folder or cannot be read.
    """
    if file == STANDARD_INPUT:
        if sys.stdin is None:
            raise Failure(text("failure.stdin-closed", language))
        return _bounded(sys.stdin.buffer)
    try:
        if stat.S_ISDIR(os.stat(file).st_mode):
            raise Failure(text("failure.directory", language, path=visible(file)))
        with open(file, "rb") as stream:
            return _bounded(stream)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Failure(text("failure.not-found", language, path=visible(file))) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        detail = getattr(error, "strerror", None) or str(error)
        raise Failure(text("failure.unreadable", language, path=visible(file), detail=detail)) from error


def _bounded(stream: BinaryIO) -> bytes:
    from planparse.intake import MAX_BYTES

    return stream.read(MAX_BYTES + 1)
