"""The numbers that a browser writes before the items of ordered lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST = 999
# An item that begins with a number of its own: the page's style shows no other.
_NUMBERED = re.compile(r"\s*[0-9０-９（(〔第①-⑳㈠-㈩]|\s*[一二三四五六七八九十]+、")
_STYLE = re.compile(r"(?i)list-style(?:-type)?\s*:\s*([a-z-]+)")
_TENS = "十"
_DIGITS = "零一二三四五六七八九"


def _letters(number: int) -> str:
    text = ""
    while number:
        number, place = divmod(number - 1, 26)
        text = chr(ord("a") + place) + text
    return text


def _roman(number: int) -> str:
    text = ""
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
    for value, sign in zip(values, signs, strict=True):
        text += sign * (number // value)
        number %= value
    return text


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens > 9:
        return str(number)
    head = "" if not tens else _TENS if tens == 1 else _DIGITS[tens] + _TENS
    return head + (_DIGITS[ones] if ones else "")


# By the attribute `type` or the style's name: the number, and what stands behind it.
_FORMS: dict[str, tuple[Callable[[int], str], str]] = {
    "a": (_letters, "."),
    "lower-alpha": (_letters, "."),
    "lower-latin": (_letters, "."),
    "A": (lambda number: _letters(number).upper(), "."),
    "upper-alpha": (lambda number: _letters(number).upper(), "."),
    "upper-latin": (lambda number: _letters(number).upper(), "."),
    "i": (_roman, "."),
    "lower-roman": (_roman, "."),
    "I": (lambda number: _roman(number).upper(), "."),
    "upper-roman": (lambda number: _roman(number).upper(), "."),
    "cjk-ideographic": (_chinese, "、"),
    "simp-chinese-informal": (_chinese, "、"),
    "trad-chinese-informal": (_chinese, "、"),
}
_UNNUMBERED = ("none", "disc", "circle", "square")


class ListNumbers:
    """The lists that are open around a place, and the number that the next text gets."""

    def __init__(self) -> None:
        self._open: list[tuple[_Element, int]] = []  # a list, and the number of its next item
        self._pending = ""

    def start(self, element: _Element) -> None:
        if element.tag in ("ol", "ul", "dir", "menu"):
            self._open.append((element, _number(element.get("start"), 1)))
        elif element.tag == "li" and self._open:
            holder, number = self._open.pop()
            number = _number(element.get("value"), number)
            self._open.append((holder, number + 1))
            self._pending = _label(holder, number) if holder.tag == "ol" else ""

    def end(self, element: _Element) -> None:
        if element.tag in ("ol", "ul", "dir", "menu") and self._open:
            self._open.pop()
        elif element.tag == "li":
            self._pending = ""

    def label(self, text: str) -> str:
        """What stands before `text`, the first of its item; empty for all other text."""
        if not self._pending or text.isspace():
            return ""
        label, self._pending = self._pending, ""
        return "" if _NUMBERED.match(text) else label


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else otherwise


def _label(holder: _Element, number: int) -> str:
    styled = _STYLE.search(holder.get("style") or "")
    form = styled[1].lower() if styled else holder.get("type") or "decimal"
    if form in _UNNUMBERED or not 0 < number <= _LARGEST:
        return ""
    spell, behind = _FORMS.get(form, (str, "."))
    return spell(number) + behind
