"""The text of a file, exactly as read or as its reader made it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from planparse.spans import Spans

MarkKind = Literal["page", "table", "merged", "note"]


class Mark(NamedTuple):
    """`text[start:end]` is what page or table `number` (from 1) of the file holds, or its notes.

    A table has a row on each line, a tab between its cells; cells hold neither. What a `merged`
    mark covers stands in the cell above and is shown again.
    """

    kind: MarkKind
    start: int
    end: int
    number: int


class SourceText(NamedTuple):
    """A text never normalised, with what is known of the file it came from.

    Of plain text and Markdown it is the decoded text; of other formats the text that their
    reader made, with `marks` in order of place where the format has pages or tables. `encoding`
    is the codec that read it, empty where the format has none of its own; `sha256` the
    digest of the bytes in hex; `name` the file's name without its folder; `mojibake` the runs
    of GBK read as Latin-1 in it.
    """

    text: str
    name: str
    format: str
    encoding: str
    sha256: str
    mojibake: Spans = ()
    marks: tuple[Mark, ...] = ()

    def pages(self) -> tuple[int, ...]:
        """Where each page begins, empty where the format has none."""
        return tuple(mark.start for mark in self.marks if mark.kind == "page")
