"""Text of a notice made safe to print: nothing in it moves the cursor or hides."""

from __future__ import annotations

from unicodedata import category, east_asian_width

# Controls, invisible and bidirectional format characters, lone surrogates, line and paragraph separators.
_ESCAPED = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_COMBINING = frozenset(("Mn", "Me"))


def visible(text: str) -> str:
    """`text` on one line, with escapes such as `\\x1b` for what a terminal would act on or not show."""
    return text if text.isprintable() else "".join(map(visible_character, text))


def visible_character(character: str) -> str:
    if character.isprintable() or category(character) not in _ESCAPED:
        return character
    return character.encode("unicode_escape").decode("ascii")


def columns(text: str) -> int:
    """Terminal columns of visible text: wide and full width 2, combining 0, all others 1.

    Characters of ambiguous width (“ ” … —) count 1, as terminals show them by default.
    """
    return len(text) if text.isascii() else sum(map(_character_columns, text))


def _character_columns(character: str) -> int:
    if category(character) in _COMBINING:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
