"""What the command line says, in Chinese and in English.

A text stands in the module that the first word of its key names (`failure.not-found`); the help pages
of a command (`command.extract`, `more.rules-list`) stand with what the command says. Only what is said
is loaded. Texts of findings stand in the catalogue of findings, not here. Help texts are broken into
lines by hand so that no line is wider than 80 columns, a Chinese character being two.
"""

from __future__ import annotations

from importlib import import_module

from planparse.cli.language import Language

_PAGES = ("command", "more")


def text(key: str, language: Language, /, **values: object) -> str:
    """The text of a key, placeholders filled. KeyError where its module lacks it."""
    first, second, *_ = key.split(".")
    home = second.split("-")[0] if first in _PAGES else first
    texts: dict[str, tuple[str, str]] = import_module(f"{__name__}.{home}").TEXTS
    chinese, english = texts[key]
    template = chinese if language == "zh" else english
    return template.format(**values) if values else template
