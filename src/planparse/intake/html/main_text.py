"""Which element of a page holds the notice: one that the rules name, else the one with most of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planparse.intake.html.flow import is_hidden

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planparse.intake.html.names import PageNames

_ENOUGH = 0.35  # of the page's running text, for an element that the rules name
_MOST = 0.85  # of the running text of an element, for one of its children to be chosen in its place
_HOLDERS = frozenset(
    ("article", "body", "center", "div", "form", "main", "section", "table", "tbody", "td", "tr")
)
_SENTENCE = re.compile("[，。；：、]")


class MainText(NamedTuple):
    """The element, and how it was found: the rule's row as `id=…` or `class=…`, empty where by density."""

    element: _Element
    by: str


def find_main_text(body: _Element, names: PageNames) -> MainText:
    """The element that a browser's reader would show."""
    weights = _weights(body)
    whole = weights.get(body, 0)
    found = _named(body, names)
    for by, elements in found:
        best = max(elements, key=lambda element: weights.get(element, 0))
        if weights.get(best, 0) >= _ENOUGH * whole:
            return MainText(best, by)
    return MainText(_densest(body, weights), "")


def _named(body: _Element, names: PageNames) -> list[tuple[str, list[_Element]]]:
    """Elements by the row of the rules that names them, in the order of the rows."""
    rows = {(attribute, value.lower()): f"{attribute}={value}" for attribute, value in names.main}
    found: dict[str, list[_Element]] = {by: [] for by in rows.values()}
    for element in body.iter():
        for attribute in ("id", "class"):
            for value in (element.get(attribute) or "").lower().split():
                if (attribute, value) in rows:
                    found[rows[attribute, value]].append(element)
    return [(by, elements) for by, elements in found.items() if elements]


def _weights(body: _Element) -> dict[_Element, int]:
    """How much running text each element holds: characters outside links, where a sentence's marks are.

    Children come after their parents in `order`, so one pass backwards adds everything up.
    """
    from lxml.etree import iterwalk

    weights: dict[_Element, int] = {}
    order: list[_Element] = []
    walk = iterwalk(body, events=("start",))
    for _, element in walk:
        order.append(element)
        if is_hidden(element) or element.tag == "a":
            weights[element] = 0
            walk.skip_subtree()
        else:
            weights[element] = _running(element.text)
    for element in reversed(order):
        parent = element.getparent()
        if parent is not None and element is not body:
            weights[parent] = weights.get(parent, 0) + weights[element] + _running(element.tail)
    return weights


def _running(text: str | None) -> int:
    if not text or _SENTENCE.search(text) is None:
        return 0
    return len("".join(text.split()))


def _densest(body: _Element, weights: dict[_Element, int]) -> _Element:
    """The deepest element with nearly all of the running text; paragraphs are not looked into."""
    element = body
    while True:
        holders = [child for child in element if child.tag in _HOLDERS]
        best = max(holders, key=lambda child: weights.get(child, 0), default=None)
        if best is None or weights.get(best, 0) < max(1.0, _MOST * weights.get(element, 0)):
            return element
        element = best
