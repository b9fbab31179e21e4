"""The encoding of a file and its text: mark, then strict UTF-8, then the likeliest codec."""

from __future__ import annotations

import codecs
from typing import NamedTuple

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE. The codecs named here
# drop the mark themselves.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GB18030_MARK = b"\x84\x31\x95\x33"

_REPLACEMENT = "\ufffd"
_LIKELY = 0.3  # score from which a guess is believed in spite of errors and NULs; Chinese has 0.6 and more
_HOPELESS = 0.1  # score below which a guess is not Chinese, even if it decodes without an error
_MOST_REPLACED = 0.01  # of all characters, in a guess that is not likely
_MOST_NULS = 0.05  # of all bytes, in a guess that is not likely


class Decoded(NamedTuple):
    """A text and how it was read.

    `encoding` is the codec; `guessed` tells that neither a mark nor strict UTF-8 decided;
    `cut` is the number of characters at the end that stand for an incomplete one.
    """

    text: str
    encoding: str
    guessed: bool = False
    cut: int = 0


def decode(data: bytes) -> Decoded | None:
    """Read `data`, undecodable bytes as U+FFFD; None where no encoding tried makes it Chinese text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data, encoding)
    if data.startswith(_GB18030_MARK):
        return _read(data[len(_GB18030_MARK) :], "gb18030")
    # A NUL makes UTF-8 doubtful: UTF-16 of Latin letters is valid UTF-8 full of NULs.
    if b"\0" not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    return _read_likeliest(data)


def full_of_nuls(data: bytes) -> bool:
    """Whether NULs say that data which did not decode never was text."""
    return data.count(0) > _MOST_NULS * len(data)


def _read_likeliest(data: bytes) -> Decoded | None:
    from planparse.intake.guess import guess  # most files are UTF-8 and never need the character table

    encoding, score = guess(data)
    likely = score >= _LIKELY
    if score < _HOPELESS or (not likely and full_of_nuls(data)):
        return None
    decoded = _read(data, encoding, guessed=encoding != "utf-8")
    replaced = decoded.text.count(_REPLACEMENT) - decoded.cut
    if not likely and replaced > _MOST_REPLACED * len(decoded.text):
        return None
    return decoded


def _read(data: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, guessed)
    except UnicodeDecodeError:
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        text = decoder.decode(data)
        rest = decoder.decode(b"", final=True)  # the bytes of a character cut off by the end
        return Decoded(text + rest, encoding, guessed, cut=len(rest))
