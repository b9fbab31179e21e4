"""Two columns of names and the lines between them, ordered so that few lines cross.

No force-directed layout: names of bodies are long, and side by side they can be read, printed
and compared; the same plan always gives the same picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

Pair = tuple[str, str]
_PASSES = 4


def two_columns(pairs: Mapping[Pair, int]) -> tuple[list[str], list[str]]:
    """The names on the left and on the right, each column in its order from the top.

    The heaviest name of the left begins at the top; then each column in turn is ordered by the
    average place of what a name is joined to (the barycentre heuristic of layered drawings).
    """
    weight: dict[str, int] = defaultdict(int)
    for (left, _), count in pairs.items():
        weight[left] += count
    lefts = sorted(weight, key=lambda name: (-weight[name], name))
    rights = sorted({right for _, right in pairs})
    for _ in range(_PASSES):
        rights = _by_average(rights, lefts, {(right, left): n for (left, right), n in pairs.items()})
        lefts = _by_average(lefts, rights, pairs)
    return lefts, rights


def _by_average(names: list[str], others: list[str], pairs: Mapping[Pair, int]) -> list[str]:
    places = {name: place for place, name in enumerate(others)}
    total: dict[str, float] = defaultdict(float)
    weight: dict[str, int] = defaultdict(int)
    for (name, other), count in pairs.items():
        total[name] += places[other] * count
        weight[name] += count
    return sorted(names, key=lambda name: (total[name] / weight[name], name))
