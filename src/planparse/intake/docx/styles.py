"""Styles: what a paragraph inherits of numbering, and which styles hide their text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planparse.intake.docx.names import VAL, W, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_ON = ("1", "true", "on")
_DEEPEST = 64  # styles based on each other; more is a circle


class _Style(NamedTuple):
    based_on: str | None
    list_id: int | None
    level: int | None
    hidden: bool


class StyleNumbering(NamedTuple):
    """The list that a style gives its paragraphs; `styles` from the paragraph's own to the one that
    names the list, `level` as that one says."""

    list_id: int
    level: int | None
    styles: tuple[str, ...]


@dataclass(slots=True)
class Styles:
    """The styles of a file, each read when first asked for: files define hundreds and use a few."""

    default: str | None = None  # of paragraphs without one
    _elements: dict[str, _Element] = field(default_factory=dict)
    _styles: dict[str, _Style] = field(default_factory=dict)
    _numbering: dict[str, StyleNumbering | None] = field(default_factory=dict)
    _hiding: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def read(cls, root: _Element | None) -> Styles:
        styles = cls()
        for element in () if root is None else root.iterchildren(W + "style"):
            name = element.get(W + "styleId")
            if name is None:
                continue
            styles._elements[name] = element
            if element.get(W + "default") in _ON and element.get(W + "type") == "paragraph":
                styles.default = name
        return styles

    def numbering(self, name: str | None) -> StyleNumbering | None:
        """The list of a style or of the styles it is based on, None where there is none."""
        if name is None:
            return None
        if name not in self._numbering:
            self._numbering[name] = self._find_numbering(name)
        return self._numbering[name]

    def hides(self, name: str | None) -> bool:
        """Whether a style or one that it is based on hides its text."""
        if name is None:
            return False
        if name not in self._hiding:
            self._hiding[name] = any(style.hidden for _, style in self._chain(name))
        return self._hiding[name]

    def _find_numbering(self, name: str) -> StyleNumbering | None:
        chain: list[str] = []
        level = None
        for own, style in self._chain(name):
            chain.append(own)
            level = style.level if level is None else level
            if style.list_id is not None:
                return StyleNumbering(style.list_id, level, tuple(chain))
        return None

    def _chain(self, name: str | None) -> Iterator[tuple[str, _Style]]:
        for _ in range(_DEEPEST):
            if name is None or name not in self._elements:
                return
            style = self._styles.get(name)
            if style is None:
                style = self._styles[name] = _style(self._elements[name])
            yield name, style
            name = style.based_on


def _style(element: _Element) -> _Style:
    numbering = element.find(f"{W}pPr/{W}numPr")
    return _Style(
        value(element, "basedOn"),
        number(numbering, "numId"),
        number(numbering, "ilvl"),
        is_on(element.find(W + "rPr"), "vanish"),
    )


def style_of(properties: _Element | None, name: str = "pStyle") -> str | None:
    """The style that properties of a paragraph or run name."""
    child = None if properties is None else properties.find(W + name)
    return None if child is None else child.get(VAL)
