"""From a folder of rules to a rule pack."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from planparse.rulepack import artefact
from planparse.rulepack.errors import Mistake, RulePackError
from planparse.rulepack.folder import PACK_FILE, bytes_digest
from planparse.rulepack.pack import RulePack


def load_rules(folder: Path | str | None = None, *, examples: bool = False) -> RulePack:
    """The shipped rules; with `folder`, a user's rules added to them or replacing them by id.

    The shipped pack is loaded once per process. `examples` fills `why`, `examples` and
    `counter_examples` too, which needs the YAML files. Raises RulePackError with every
    mistake of the user's files.
    """
    shipped = _shipped(examples)
    if folder is None:
        return shipped
    from planparse.rulepack.overlay import overlay

    return overlay(shipped, os.fspath(folder))


@cache
def _shipped(examples: bool) -> RulePack:
    folder = shipped_folder()
    compiled = None if examples else artefact.read()
    if compiled and (folder is None or _is_current(compiled, folder)):
        return compiled.pack
    if folder is None:
        message = f"expected the shipped rules, found neither {PACK_FILE} nor {artefact.PATH.name}"
        raise RulePackError([Mistake("rules", 0, "", message)])
    from planparse.rulepack.overlay import read_shipped

    return read_shipped(folder)


def _is_current(compiled: artefact.Artefact, folder: str) -> bool:
    try:
        return compiled.files_sha256 == bytes_digest(folder)
    except OSError:  # the reader of the YAML files says which one, and why
        return False


def shipped_folder() -> str | None:
    """Where the YAML files of the shipped rules are; None where only the compiled form is installed.

    A wheel carries them inside the package, a checkout has them beside `src`.
    """
    package = Path(__file__).parent.parent
    folders = [package / "_rules"]
    if package.parent.name == "src":
        folders.append(package.parent.parent / "rules")
    return next((str(folder) for folder in folders if (folder / PACK_FILE).is_file()), None)
