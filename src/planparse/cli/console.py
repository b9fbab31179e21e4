"""Standard streams: encoding, broken pipes.

Redirected streams are UTF-8 with `\\n` whatever the locale, `PYTHONIOENCODING` or Windows
code page says, so that a record is the same bytes everywhere. A terminal keeps its own
encoding; what it cannot show is escaped, and one hint says how to change that.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
from errno import EBADF, EINVAL
from typing import TextIO

_ESCAPE = "planparse-escape"

_unshown: set[str] = set()  # encodings of terminals that lacked a character


def prepare_streams() -> None:
    """Set encoding and line ends of standard output and standard error."""
    codecs.register_error(_ESCAPE, _escape)
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue  # absent (pythonw), or replaced by a caller that wants plain text
        if stream.isatty():
            stream.reconfigure(errors=_ESCAPE)
        else:
            stream.reconfigure(encoding="utf-8", errors=_ESCAPE, newline="\n")


def unshown_encodings() -> list[str]:
    """The encodings of terminals that could not show something; asking forgets them."""
    found = sorted(_unshown)
    _unshown.clear()
    return found


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def can_show(text: str) -> bool:
    """Whether standard error can show the text without escapes."""
    try:
        text.encode(getattr(sys.stderr, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def write_out(text: str) -> None:
    """Write to standard output at once. A reader that went away (`| head`) ends it quietly.

    Raises OSError where standard output is closed or full.
    """
    if sys.stdout is None:
        raise OSError(EBADF, os.strerror(EBADF), "<stdout>")
    _write(sys.stdout, text)


def write_error(text: str) -> None:
    """Write to standard error at once; where there is none, nobody is listening."""
    if sys.stderr is not None:
        _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        _discard(stream)
        if not _reader_gone(error):
            raise


def _reader_gone(error: OSError) -> bool:
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == EINVAL)


def _discard(stream: TextIO) -> None:
    """Point the stream at nothing, else the interpreter complains when it flushes at exit."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


def _escape(error: UnicodeError) -> tuple[str | bytes, int]:
    # A lone surrogate (an undecodable file name) fits no encoding: no hint would help.
    if isinstance(error, UnicodeEncodeError) and error.encoding.lower() not in ("utf-8", "utf8"):
        _unshown.add(error.encoding)
    return codecs.backslashreplace_errors(error)
