"""Runs of GBK that were read as Latin-1 inside otherwise good text.

Converted text boxes leave them: 关于印发 comes out as ¹ØÓÚÓ¡·¢. Such a run may have lost bytes
as well, the soft hyphen 0xAD first of all, so that its characters no longer stand in pairs.
"""

from __future__ import annotations

import re

from planparse.spans import Span

# A run of letters of the Latin-1 supplement with the digits and blanks between them. NBSP is a
# blank here: no GB2312 character holds that byte, and converters pad lines with it.
# The patterns are compiled by their first use: hardly any text needs them.
_RUN = r"[\x80-\x9f\xa1-\xff](?:[0-9 \t\x80-\xff]*[\x80-\x9f\xa1-\xff])?"
_PIECE = r"[\x80-\x9f\xa1-\xff]+"
_NOT_HANZI = r"[0-9 \t\xa0]+"
_FILLERS = "0123456789 \t\xa0\u3000"
_LOST = "\ufffd"

_UTF8_LEAD_OF_C0_TO_FF = b"\xc3"
_SHARE = 0.5  # of common characters, from which a run is mojibake
_SHORTEST = 3  # letters; two characters one byte of which was lost
_JUDGED = 2_000  # characters of a run; more would not change the verdict


def mojibake_runs(text: str) -> tuple[Span, ...]:
    """Where `text` holds GBK read as Latin-1, in order.

    A run convinces by two characters or more, half of them common ones. Once one has, shorter
    and rarer runs that fill a line of their own count as well. Accented words and signs such
    as ×, · and ±, alone or within Chinese text, are no mojibake.
    """
    # Searching the UTF-8 form for one byte is the cheapest test for letters from À to ÿ.
    if _UTF8_LEAD_OF_C0_TO_FF not in text.encode("utf-8", "surrogatepass"):
        return ()
    sure = False
    likely: list[Span] = []
    for match in re.finditer(_RUN, text):
        run = match[0][:_JUDGED]
        if _convincing(run):
            sure = True
            likely.append(match.span())
        elif _readable(run) and _fills_line(text, *match.span()):
            likely.append(match.span())
    return tuple(likely) if sure else ()


def repair(run: str) -> str:
    """The Chinese text of a run; a byte whose partner was lost becomes U+FFFD.

    Characters beyond GB2312 may have an ASCII letter for a partner, which is not told from text.
    """
    return re.sub(_PIECE, lambda piece: _repair_piece(piece[0]), run)


def _convincing(run: str) -> bool:
    if len(run) < _SHORTEST:
        return False
    from planparse.intake.common_characters import count_common

    hanzi = re.sub(_NOT_HANZI, "", repair(run))
    return len(hanzi) > 1 and count_common(hanzi) >= _SHARE * len(hanzi)


def _fills_line(text: str, start: int, end: int) -> bool:
    """Whether nothing but digits and blanks stand beside a run on its line."""
    while start > 0 and text[start - 1] in _FILLERS:
        start -= 1
    while end < len(text) and text[end] in _FILLERS:
        end += 1
    return (start == 0 or text[start - 1] in "\r\n") and (end == len(text) or text[end] in "\r\n")


def _readable(run: str) -> bool:
    return len(run) > 1 and _LOST not in repair(run)


def _repair_piece(piece: str) -> str:
    from planparse.intake.common_characters import count_common

    data = piece.encode("latin-1")
    read = data.decode("gb18030", "replace")
    if _LOST not in read and count_common(read) >= _SHARE * len(read):
        return read
    return _realign(data)


def _realign(data: bytes) -> str:
    """Pair bytes so that the most common characters come out; the others are lost ones.

    best[i] is the worth of data[:i]: two for a common character, one for any other, none for
    a single byte. One pass.
    """
    from planparse.intake.common_characters import COMMON

    best = [0, 0]
    pairs = [""]
    for end in range(2, len(data) + 1):
        character = data[end - 2 : end].decode("gb18030", "replace")
        pair = character if len(character) == 1 and character != _LOST else ""
        worth = best[end - 2] + (2 if pair in COMMON else 1) if pair else 0
        keep = worth > best[end - 1]
        pairs.append(pair if keep else "")
        best.append(worth if keep else best[end - 1])
    out: list[str] = []
    end = len(data)
    while end:
        pair = pairs[end - 1]
        out.append(pair or _LOST)
        end -= 2 if pair else 1
    return "".join(reversed(out))
