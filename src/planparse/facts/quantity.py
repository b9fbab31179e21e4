"""A number that promises or prices something, as its words were read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from planparse.facts.numbers import Number
from planparse.spans import Span


class Quantity(NamedTuple):
    """A target or standard. Spans are ranges of the text it was found in.

    `what` is `target` or `standard`; `comparator`, `basis`, `strength` and `kind` have the
    values of the annotation guide; `due` is the end of a time the same sentence states.
    """

    what: str
    number: Number
    comparator: str
    indicator: Span | None
    action: Span | None
    basis: str
    strength: str
    kind: str
    baseline: int | Decimal | None
    per: Span | None
    due: date | None
    rule: str


def comparator_of(number: Number, fallback: str = "") -> str:
    """左右 and 约 win; then what stands after the number, a range, what stands before it."""
    if number.ratio:
        return "ratio"
    signs = (number.bound_before, number.bound_after)
    if "~" in signs:
        return "~"
    if number.approximate:
        return ">"
    if number.bound_after:
        return number.bound_after
    if number.value_max is not None:
        return "range"
    return number.bound_before or fallback or "="
