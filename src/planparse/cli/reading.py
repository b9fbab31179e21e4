"""From a command's FILE and --rules to an analysed notice."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO

from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.status import Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.findings.selection import Selection
    from planparse.pipeline import Analysis
    from planparse.rulepack import RulePack

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "<stdin>"


def analyse(file: str, rules_folder: str | None, selection: Selection | None, language: Language) -> Analysis:
    """Read and analyse one notice. Raises Failure where file or rules cannot be read."""
    data = read(file, language)
    rules = load_rules(rules_folder, language)
    from planparse.pipeline import analyse_bytes

    name = STANDARD_INPUT_NAME if file == STANDARD_INPUT else os.path.basename(file)
    return analyse_bytes(data, name=name, rules=rules, selection=selection)


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
