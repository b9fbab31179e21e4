"""Lines and columns of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_BYTE_ORDER_MARK = "\ufeff"


class LineIndex:
    """The line starts of a text, found in one pass; `pages` are the places where its pages begin.

    A line ends where `str.splitlines` ends it. Lines and columns count from 1; columns are
    code points, and a byte order mark at the start of the text is not counted.
    """

    __slots__ = ("_pages", "_starts", "_text")

    def __init__(self, text: str, pages: Sequence[int] = ()) -> None:
        self._text = text
        self._pages = pages
        lines = text.splitlines(keepends=True)
        starts = list(accumulate(map(len, lines), initial=0))
        if lines and lines[-1][-1] not in LINE_BREAKS:
            starts.pop()  # the end of the text belongs to its last line
        self._starts = starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of the code point at `offset`; beyond the text, those of its end."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        if line == 1 and column > 1 and self._text.startswith(_BYTE_ORDER_MARK):
            column -= 1
        return line, column

    def page(self, offset: int) -> int | None:
        """The page that `offset` stands on, from 1; None in a text without pages."""
        return max(bisect_right(self._pages, offset), 1) if self._pages else None

    def bounds(self, line: int) -> tuple[int, int]:
        """Offsets of the first code point of a line and of its line break. Raises IndexError."""
        if not 1 <= line <= len(self._starts):
            raise IndexError(f"no line {line} in a text of {len(self._starts)} lines")
        start = self._starts[line - 1]
        if line == 1 and self._text.startswith(_BYTE_ORDER_MARK):
            start += 1
        if line == len(self._starts):
            return start, len(self._text)
        end = self._starts[line] - 1
        if end > start and self._text[end - 1 : end + 1] == "\r\n":
            end -= 1
        return start, end

    def line_text(self, line: int) -> str:
        """A line without its line break. Raises IndexError."""
        start, end = self.bounds(line)
        return self._text[start:end]
