"""Which encoding bytes without a mark are in, judged by the characters that come out.

Big5 and UTF-16 bytes usually decode as GB18030 without an error, so errors decide nothing.
"""

from __future__ import annotations

import re

from planparse.intake.common_characters import count_common

CANDIDATES = ("gb18030", "utf-8", "big5hkscs", "utf-16-le", "utf-16-be")  # the first wins a tie

_MULTIBYTE = ("gb18030", "big5hkscs")
_WINDOW = 1_024  # bytes; even, so that a window starts on a UTF-16 unit
_WINDOWS = 4
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = bytes((*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F))


def guess(data: bytes) -> tuple[str, float]:
    """The likeliest codec of `data`, and how common its characters are then (0 to 1)."""
    windows = _sample(data)
    scores = {codec: _score(windows, codec) for codec in CANDIDATES}
    best = max(CANDIDATES, key=scores.__getitem__)
    return best, scores[best]


def _sample(data: bytes) -> list[bytes]:
    """All of a short text; of a long one windows spread evenly, each from a byte beyond ASCII on.

    Tables may hold long stretches of bare figures, which would tell nothing.
    """
    if len(data) <= _WINDOW * _WINDOWS:
        return [data]
    windows = []
    for place in range(0, len(data) - _WINDOW + 1, (len(data) - _WINDOW) // (_WINDOWS - 1)):
        telling = _BEYOND_ASCII.search(data, place)
        start = (telling.start() if telling else place) & ~1
        windows.append(data[start : start + _WINDOW])
    return windows


def _score(windows: list[bytes], codec: str) -> float:
    """The share of common characters among those that tell.

    A window may begin in the middle of a character, so its second byte is tried as a start too.
    Smoothed towards a half, so that one stray byte in a text that is otherwise ASCII weighs
    less than a reading that turns all of it into rare characters.
    """
    common = telling = 0
    for number, window in enumerate(windows):
        starts = (0, 1) if number and codec in _MULTIBYTE else (0,)
        counts = [_count(window[start:], codec) for start in starts]
        here, there = max(counts)
        common += here
        telling += there
    return (common + 2) / (telling + 4)


def _count(window: bytes, codec: str) -> tuple[int, int]:
    """Common characters and telling ones: all but printable ASCII and white space."""
    text = window.decode(codec, "replace")
    plain = text.encode("ascii", "ignore").translate(None, _CONTROLS)
    return count_common(text), len(text) - len(plain)
