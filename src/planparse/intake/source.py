"""The text of a file, exactly as read."""

from __future__ import annotations

from typing import NamedTuple

from planparse.spans import Spans


class SourceText(NamedTuple):
    """Decoded text, never normalised, with what is known of the file it came from.

    `format` is `text` or `markdown`; `encoding` the codec that read it; `sha256` the
    digest of the bytes in hex; `name` the file's name without its folder; `mojibake` the runs
    of GBK read as Latin-1 in it.
    """

    text: str
    name: str
    format: str
    encoding: str
    sha256: str
    mojibake: Spans = ()
