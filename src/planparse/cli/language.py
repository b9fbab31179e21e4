"""Which language the user reads."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Literal

Language = Literal["zh", "en"]


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of `--lang`, else of PLANPARSE_LANG, else of the locale, else English.

    Arguments are searched before they are parsed, because help and usage errors are
    written while they are parsed.
    """
    for wish in (_option(arguments), environment.get("PLANPARSE_LANG", ""), _locale(environment)):
        if wish.lower().startswith(("zh", "chinese")):
            return "zh"
        if wish.lower().startswith("en"):
            return "en"
    return "en"


def _option(arguments: Sequence[str]) -> str:
    """The value of the last `--lang`, empty where there is none."""
    value = ""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            value = argument.removeprefix("--lang=")
        elif argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
    return value


def _locale(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return value
    if sys.platform == "win32":
        import locale

        return locale.getlocale()[0] or ""  # "Chinese (Simplified)_China"
    return ""
