"""`python -m planparse.rulepack.compile`: check the shipped rules and write their compiled form."""

from __future__ import annotations

import os
import sys

from planparse.rulepack import artefact
from planparse.rulepack.errors import RulePackError
from planparse.rulepack.folder import bytes_digest
from planparse.rulepack.lint import pattern_mistakes
from planparse.rulepack.load import shipped_folder
from planparse.rulepack.overlay import read_shipped


def compiled_text(folder: str) -> str:
    """What compiled.json should say for the rules in `folder`. Raises RulePackError."""
    digest = bytes_digest(folder)
    pack = read_shipped(folder)
    mistakes = [mistake for rule in pack.rules.values() for mistake in pattern_mistakes(rule)]
    if mistakes:
        raise RulePackError(mistakes)
    return artefact.render(pack, digest)


def main() -> int:
    """Write the artefact; 2 where there is nothing to compile or a rule has a mistake."""
    folder = shipped_folder()
    if folder is None:
        sys.stderr.write("expected the folder rules/ with pack.yaml, found none\n")
        return 2
    try:
        text = compiled_text(folder)
    except RulePackError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    temporary = artefact.PATH.with_suffix(".tmp")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    os.replace(temporary, artefact.PATH)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
