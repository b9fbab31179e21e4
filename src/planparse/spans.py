"""Places in the text of a notice.

A span is a half-open range of code points of the source text, `(start, end)`.
It comes from a match, never from a search for a value afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]
Spans = tuple[Span, ...]

# The source place of a piece that the source does not hold there: the break between two paragraphs, the
# head of a table's column before a cell.
NOWHERE = -1


class TextView(NamedTuple):
    """Pieces of a source text joined into one readable text.

    `text` is what rules match: the pieces one after another, paragraphs parted by a
    line break. Piece `i` starts at `starts[i]` in `text` and at `sources[i]` in the
    source; what the source does not hold there is a piece of its own at `NOWHERE`. `blanks`
    are the places in the source of blanks that the text leaves out and spans do not: 新建 5 座.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    blanks: frozenset[int] = frozenset()

    def to_source(self, start: int, end: int) -> Spans:
        """The source spans that `text[start:end]` stands at, in order, not touching."""
        if end <= start:
            return ()
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1, first) - 1
        if first == last:
            source = self.sources[first]
            if source == NOWHERE:
                return ()
            shift = source - self.starts[first]
            return ((start + shift, end + shift),)
        edges = pairwise((start, *self.starts[first + 1 : last + 1], end))
        shift = start - self.starts[first]  # into the first piece; the others are taken from their start
        spans: list[Span] = []
        stop = NOWHERE
        for source, (low, high) in zip(self.sources[first : last + 1], edges, strict=True):
            if source != NOWHERE:
                begin = source + shift
                if begin == stop or (begin == stop + 1 and stop in self.blanks):  # goes on the piece before
                    begin, _ = spans.pop()
                stop = source + shift + high - low
                spans.append((begin, stop))
            shift = 0
        return tuple(spans)


def covered(text: str, spans: Iterable[Span]) -> str:
    """What the spans cover, white space removed: the text of a leaf."""
    return "".join("".join([text[start:end] for start, end in spans]).split())
