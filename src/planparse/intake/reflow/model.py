"""Lines of text with their places on a page."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import east_asian_width

from planparse.spans import Spans

_WIDE = ("W", "F", "A")


_NARROWEST = 0.1  # points of a character; some fonts give none


def units(text: str) -> float:
    """How wide a text is, in characters of Chinese."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def is_wide(character: str) -> bool:
    """Whether a character stands in Chinese text without a blank beside it."""
    return east_asian_width(character) in _WIDE


class Line(NamedTuple):
    """A line as printed; the page from its upper left corner on, in points.

    `table` is the number of its table on the page, 0 outside one: the text is then a row, a
    tab between its cells, and `merged` where cells above are shown again.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    page: int  # from 1
    table: int = 0
    merged: Spans = ()

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def em(self) -> float:
        """The width of one Chinese character in this line."""
        return max((self.right - self.left) / max(units(self.text), 0.5), _NARROWEST)


class Page(NamedTuple):
    """A page of `height` points with its lines in the order of reading; `images`: it shows pictures."""

    number: int
    width: float
    height: float
    lines: list[Line]
    images: bool = False
