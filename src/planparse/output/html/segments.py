"""A text cut where anything begins or ends in it, so that marks may overlap as they like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Mark(NamedTuple):
    """`text[start:end]` is marked: `what` says in which way, `ref` names what it belongs to."""

    start: int
    end: int
    what: str
    ref: str


class Segment(NamedTuple):
    """A piece of text with the marks on it, the shortest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def segments(length: int, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """The pieces of a text of this length between the edges of marks and the cuts, in order."""
    starting: dict[int, list[Mark]] = defaultdict(list)
    edges = {0, length, *cuts}
    for mark in marks:
        if 0 <= mark.start < mark.end <= length:
            starting[mark.start].append(mark)
            edges.update((mark.start, mark.end))
    active: list[Mark] = []
    last = -1
    for edge in sorted(edges):
        if last >= 0:
            yield Segment(last, edge, tuple(active))
        ended = [mark for mark in active if mark.end <= edge]
        if ended or edge in starting:
            kept = [mark for mark in active if mark.end > edge] + starting.get(edge, [])
            active = sorted(kept, key=lambda mark: (mark.end - mark.start, mark.start))
        last = edge
