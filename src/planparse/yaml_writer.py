"""Plain data as YAML that every reader understands in the same way.

Readers follow YAML 1.1 (PyYAML: `no` is False, `5:2:3` a number, `2022-08-01` a date) or
YAML 1.2 (`08` and `1e3` are numbers). A string is therefore written bare only when no
reader can take it for anything else; every other one stands in double quotes, with
escapes that JSON has too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Sequence
from decimal import Decimal
from functools import lru_cache
from math import isfinite, isnan

# Never printed as themselves: controls, line breaks of Unicode that YAML 1.1 takes for its
# own, marks that reverse the direction of reading, the byte order mark, code points that
# are no characters. Lone surrogates (half of a character) have no UTF-8 at all.
_HIDDEN = "\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufeff\\ufffe\\uffff"
_ESCAPED = rf'["\\\x00-\x1f{_HIDDEN}]'
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

# Characters of Chinese text that mean nothing to YAML: one of them, and a scalar is a string.
_HAN = (
    "\\u2014\\u2018-\\u201d\\u2026\\u2460-\\u249b\\u3001-\\u303f\\u3220-\\u3229"
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uff01-\\uff5e\\U00020000-\\U000323af"
)
_BARE = re.compile(
    rf"(?:(?:[0-9A-Za-z][0-9A-Za-z.]*)?[{_HAN}][^\x00-\x1f:#,?\[\]{{}}{_HIDDEN}]*(?<! )"
    r"|[A-Za-z][0-9A-Za-z_.-]*)"
)
# Words of either YAML version that are no strings. `.nan` and `.inf` begin with a point.
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})

_UNFIT_FOR_LITERAL = re.compile(rf"[\x00-\x09\x0b-\x1f{_HIDDEN}]| (?:\n|\Z)|\A[ \n]")
_LONGEST_SIMPLE_KEY = 1000  # readers look for the colon within 1024 characters


def dump(data: object, *, flow: Container[str] = frozenset()) -> str:
    """`data` as one YAML document that ends in a line break.

    `data` is made of dicts with string keys, lists, tuples (written as lists), strings,
    integers, floats, decimals, dates, booleans and None; TypeError for anything else.
    Dicts and lists of dicts stand in block style, save those under a key in `flow`: such a
    dict, and each dict of such a list, takes one line. Other lists always do. A text of
    several lines in block style is a literal block where it can be.
    """
    lines: list[str] = []
    if isinstance(data, dict) and data:
        _write_dict(lines, data, "", "", flow)
    elif isinstance(data, (list, tuple)) and _holds_dicts(data):
        _write_list(lines, data, "", False, flow)
    else:
        lines.append(_inline(data))
    lines.append("")
    return "\n".join(lines)


def _write_dict(
    lines: list[str], data: dict[str, object], lead: str, indent: str, flow: Container[str]
) -> None:
    """`lead` stands before the first key: the dash of a list entry, else the indent."""
    gap = "\n" + indent
    for key, value in data.items():
        name = lead + _key(key, gap)
        lead = indent
        if isinstance(value, str):
            written = _block_string(value, indent) if "\n" in value else _string(value)
            lines.append(f"{name} {written}")
        elif isinstance(value, (list, tuple)) and _holds_dicts(value):
            lines.append(name)
            _write_list(lines, value, indent, key in flow, flow)
        elif isinstance(value, dict) and value and key not in flow:
            lines.append(name)
            _write_dict(lines, value, indent + "  ", indent + "  ", flow)
        else:
            lines.append(f"{name} {_inline(value)}")


def _write_list(
    lines: list[str], entries: Sequence[object], indent: str, inline: bool, flow: Container[str]
) -> None:
    for entry in entries:
        if not inline and isinstance(entry, dict) and entry:
            _write_dict(lines, entry, indent + "- ", indent + "  ", flow)
        else:
            lines.append(f"{indent}- {_inline(entry)}")


def _block_string(text: str, indent: str) -> str:
    """A text of several lines as a literal block, or in quotes where a block would not keep it."""
    if _UNFIT_FOR_LITERAL.search(text):
        return _string(text)
    body = text.rstrip("\n")
    ending = len(text) - len(body)
    header = "|-" if ending == 0 else "|" if ending == 1 else "|+"
    lines = [f"{indent}  {line}" if line else "" for line in body.split("\n")]
    return "\n".join([header, *lines, *[""] * (ending - 1)])


def _holds_dicts(entries: Sequence[object]) -> bool:
    return any(isinstance(entry, dict) for entry in entries)


def _inline(value: object) -> str:
    """Any value on one line. The exact types come first: they are nearly all there is."""
    kind = type(value)
    if kind is str:
        return _string(value)  # type: ignore[arg-type]
    if kind is int:
        return repr(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join([_inline(entry) for entry in value])}]"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{_key(key, ' ')} {_inline(entry)}" for key, entry in value.items()]) + "}"
    return _atom(value)


def _atom(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, (float, Decimal)):
        return _number(value)
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    raise TypeError(f"no YAML for a value of type {type(value).__name__}")


def _number(value: float | Decimal) -> str:
    """Digits without exponent (PyYAML reads 1e-7 as a string); a float keeps its point."""
    if isnan(value):
        return ".nan"
    if not isfinite(value):
        return ".inf" if value > 0 else "-.inf"
    digits = format(value if isinstance(value, Decimal) else Decimal(repr(float(value))), "f")
    return digits if isinstance(value, Decimal) or "." in digits else digits + ".0"


def _string(text: str) -> str:
    return _short_string(text) if len(text) <= _SHORT else _any_string(text)


def _any_string(text: str) -> str:
    if _BARE.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    if text.isprintable():  # so is nearly every text: nothing in it is hidden, no pattern to compile
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f'"{re.sub(_ESCAPED, _escape, text)}"'


# The words of a record (roles, units, names of bodies) come again and again.
_SHORT = 24
_short_string = lru_cache(maxsize=4096)(_any_string)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04x}"


@lru_cache(maxsize=1024)  # a record repeats a few dozen names
def _key(key: str, gap: str) -> str:
    """A key with its colon. A very long one takes the explicit form, `gap` before the colon."""
    text = _string(key)
    return f"{text}:" if len(text) <= _LONGEST_SIMPLE_KEY else f"? {text}{gap}:"
