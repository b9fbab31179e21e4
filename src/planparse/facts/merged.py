"""Merged bureaus: 教体局, 农业农村和水利局. Their names are read as parts that each name a function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

# Parts of one letter (教, 卫, 文) stand only in short names.
_SHORT = 5
_LONGEST_PART = 10


class Part(NamedTuple):
    function: str
    formal: bool  # written out, as in the name of a bureau in full


class Merged(NamedTuple):
    functions: tuple[str, ...]
    parts: int
    formal: bool


def read_merged(stem: str, parts: Mapping[str, Part], fillers: Mapping[str, str]) -> Merged | None:
    """The functions of a stem that consists of parts and fillers, in their order; None where it does not.

    The longest part at each place is tried first.
    """
    fits: dict[int, list[Part] | None] = {len(stem): []}
    for start in range(len(stem) - 1, -1, -1):
        fits[start] = _fit(stem, start, fits, parts, fillers)
    found = fits[0]
    if not found:
        return None
    functions = tuple(dict.fromkeys(part.function for part in found))
    return Merged(functions, len(found), all(part.formal for part in found))


def _fit(
    stem: str,
    start: int,
    fits: Mapping[int, list[Part] | None],
    parts: Mapping[str, Part],
    fillers: Mapping[str, str],
) -> list[Part] | None:
    """The parts from `start` to the end, where those behind them are known."""
    for end in range(min(len(stem), start + _LONGEST_PART), start, -1):
        behind = fits[end]
        word = stem[start:end]
        if behind is None or (len(word) == 1 and len(stem) > _SHORT):
            continue
        if part := parts.get(word):
            return [part, *behind]
        if word in fillers and start > 0:
            return behind
    return None
