"""Every character of a source in exactly one block: for display and for tests, not on the way to a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
    kinds = sorted((item for item in refined if item[1][0] < item[1][1]), key=lambda item: item[1])
    return tuple(_merged(_refine(_solid(page, elements), kinds)))


def _solid(page: Page, elements: Elements) -> Iterator[Block]:
    """One block a line, with the blanks after it; noise inside a line is a block of its own."""
    starts: list[tuple[int, str]] = []
    for line, part in zip(page.lines, elements.parts, strict=True):
        if part == "blank":
            continue
        kind = "text" if part == "body" else part
        place = line.start
        for start, end in page.solid(line.start, line.end):
            if place < start:
                starts.append((place, "noise"))
            starts.append((start, kind))
            place = end
        if place < line.end:
            starts.append((place, "noise"))
    if not starts:
        starts = [(0, "noise")]
    edges = [0, *(start for start, _ in starts[1:]), len(page.source)]
    for (_, kind), start, end in zip(starts, edges, edges[1:], strict=False):
        if start < end:
            yield Block(kind, start, end)


def _refine(solid: Iterable[Block], refined: list[tuple[str, Span]]) -> Iterator[Block]:
    place = 0
    for block in solid:
        start = block.start
        while start < block.end:
            while place < len(refined) and refined[place][1][1] <= start:
                place += 1
            kind, (low, high) = refined[place] if place < len(refined) else ("", (block.end, block.end))
            if block.kind != "text" or low >= block.end:
                yield Block(block.kind, start, block.end)
                break
            if start < low:
                yield Block("text", start, low)
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
