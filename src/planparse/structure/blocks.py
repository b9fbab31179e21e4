"""Every character of a source in exactly one block: for display and for tests, not on the way to a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from planparse.spans import Span
from planparse.structure.lines import Page
from planparse.structure.parts import Elements


@dataclass(frozen=True, slots=True)
class Block:
    """`source[start:end]` is of one kind: an element of the notice, `text`, `noise`, `unclassified`,
    or what a later stage says of text (`heading`, `preamble`, `closing` …)."""

    kind: str
    start: int
    end: int


def blocks(page: Page, elements: Elements, refined: Iterable[tuple[str, Span]] = ()) -> tuple[Block, ...]:
    """The blocks of a page in order: they cover the source without gap or overlap.

    Blanks belong to what stands before them. `refined` gives kinds to parts of the text, as
    (kind, source span); where two of them overlap, the first that begins stays.
    """
    cuts = [("noise", (start, end)) for start, end in page.cuts if not page.source[start:end].isspace()]
    kinds = sorted((item for item in refined if item[1][0] < item[1][1]), key=lambda item: item[1])
    whole = _paint(_whole_lines(page, elements), cuts, over=None)
    return tuple(_merged(_paint(whole, kinds, over="text")))


def _whole_lines(page: Page, elements: Elements) -> Iterator[Block]:
    """A block for each line, with the blanks after it; the first has also the blanks before it."""
    lines = zip(page.lines, elements.parts, strict=True)
    starts = [(line.start, "text" if part == "body" else part) for line, part in lines if part != "blank"]
    if not starts:
        starts = [(0, "noise")]
    edges = [0, *(start for start, _ in starts[1:]), len(page.source)]
    for (_, kind), (start, end) in zip(starts, pairwise(edges), strict=True):
        if start < end:
            yield Block(kind, start, end)


def _paint(ground: Iterable[Block], kinds: list[tuple[str, Span]], over: str | None) -> Iterator[Block]:
    """The blocks with `kinds` (in order) laid over those of the kind `over`, or over all."""
    place = 0
    for block in ground:
        start = block.start
        while start < block.end:
            while place < len(kinds) and kinds[place][1][1] <= start:
                place += 1
            kind, (low, high) = kinds[place] if place < len(kinds) else ("", (block.end, block.end))
            if low >= block.end or over not in (None, block.kind):
                yield Block(block.kind, start, block.end)
                break
            if start < low:
                yield Block(block.kind, start, low)
            end = min(high, block.end)
            yield Block(kind, max(start, low), end)
            start = end


def _merged(parts: Iterable[Block]) -> Iterator[Block]:
    last: Block | None = None
    for block in parts:
        if last is not None and last.kind == block.kind:
            last = Block(last.kind, last.start, block.end)
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last
