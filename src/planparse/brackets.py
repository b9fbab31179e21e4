"""Pairs of brackets, found in one pass with a stack.

Kinds close their own kind only, whatever the width (the text is folded before); a
paragraph break ends every open bracket, so that one that never closes cannot swallow
what follows. Linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

_KINDS = {"(": ")", "[": "]", "〔": "]", "﹝": "]", "【": "]", "〖": "]", "〈": "〉"}
_CLOSERS = {")": ")", "]": "]", "〕": "]", "﹞": "]", "】": "]", "〗": "]", "〉": "〉"}
_MARKS = re.compile("[][()〔〕﹝﹞【】〖〗〈〉\n]")

MAX_DEPTH = 64


class Brackets(NamedTuple):
    """`closer` maps the offset of each opening bracket to its closing one, `opener` back."""

    closer: dict[int, int]
    opener: dict[int, int]
    unclosed: tuple[int, ...]
    unmatched: tuple[int, ...]

    def last_unclosed(self, start: int, end: int) -> int | None:
        """The last bracket in `[start, end)` that never closes."""
        place = bisect_left(self.unclosed, end) - 1
        return self.unclosed[place] if place >= 0 and self.unclosed[place] >= start else None


def pair(text: str) -> Brackets:
    """The brackets of a folded text (full-width forms already half-width)."""
    closer: dict[int, int] = {}
    unclosed: list[int] = []
    unmatched: list[int] = []
    stack: list[tuple[int, str]] = []
    for mark in _MARKS.finditer(text):
        character, offset = mark[0], mark.start()
        if character in _KINDS:
            if len(stack) < MAX_DEPTH:
                stack.append((offset, _KINDS[character]))
            else:
                unclosed.append(offset)
        elif character != "\n":
            _close(stack, _CLOSERS[character], offset, closer, unclosed, unmatched)
        elif stack:
            unclosed.extend(place for place, _ in stack)
            stack.clear()
    unclosed.extend(place for place, _ in stack)
    opener = {end: start for start, end in closer.items()}
    return Brackets(closer, opener, tuple(sorted(unclosed)), tuple(unmatched))


def _close(
    stack: list[tuple[int, str]],
    kind: str,
    offset: int,
    closer: dict[int, int],
    unclosed: list[int],
    unmatched: list[int],
) -> None:
    if stack and stack[-1][1] == kind:
        closer[stack.pop()[0]] = offset
        return
    for depth in range(len(stack) - 2, -1, -1):
        if stack[depth][1] == kind:
            unclosed.extend(place for place, _ in stack[depth + 1 :])
            closer[stack[depth][0]] = offset
            del stack[depth:]
            return
    unmatched.append(offset)
