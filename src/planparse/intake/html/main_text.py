"""Which element of a page holds the notice: one that the rules name, else the one with most of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from planparse.intake.html.flow import is_hidden

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planparse.intake.html.names import PageNames

_ENOUGH = 0.35  # of the page's running text, for an element that the rules name
_MOST = 0.75  # of the running text of an element, for one of its children to be chosen in its place
_HOLDERS = frozenset(
    ("article", "body", "center", "div", "form", "main", "section", "table", "tbody", "td", "tr")
)
_FEWEST_LINKS = 4  # of a menu
_LINKED = 0.8  # of its characters
_SENTENCE = re.compile("[，。；：、]")


class MainText(NamedTuple):
    """The element, how it was found (the rule's row as `id=…` or `class=…`, empty where by density), and
    the lists of links in it."""

    element: _Element
    by: str
    links: frozenset[_Element] = frozenset()


class _Weight(NamedTuple):
    """Characters that an element holds: `running` outside links, where a sentence's marks are; `linked`
    in links; `all` of them."""

    running: int = 0
    linked: int = 0
    all: int = 0
    links: int = 0

    def plus(self, other: _Weight) -> _Weight:
        return _Weight(*map(add, self, other))


Weights = dict["_Element", _Weight]
_NOTHING = _Weight()


def find_main_text(body: _Element, names: PageNames) -> MainText:
    """The element that a browser's reader would show."""
    weights = _weights(body)
    whole = weights[body].running
    for by, elements in _named(body, names):
        best = max(elements, key=lambda element: weights.get(element, _NOTHING).running)
        if weights.get(best, _NOTHING).running >= _ENOUGH * whole:
            return MainText(best, by)
    best = _densest(body, weights)
    return MainText(best, "", frozenset(_link_lists(best, weights)))


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


def _weights(body: _Element) -> Weights:
    """What each element holds; hidden ones hold nothing.

    Children come after their parents in `order`, so one pass backwards adds everything up.
    """
    from lxml.etree import iterwalk

    weights: Weights = {}
    order: list[_Element] = []
    walk = iterwalk(body, events=("start",))
    for _, element in walk:
        order.append(element)
        if is_hidden(element):
            weights[element] = _NOTHING
            walk.skip_subtree()
        elif element.tag == "a":
            length = sum(len(str(text).strip()) for text in element.itertext())
            weights[element] = _Weight(0, length, length, 1)
            walk.skip_subtree()
        else:
            weights[element] = _of_text(element.text)
    for element in reversed(order):
        parent = element.getparent()
        if parent is not None and element is not body:
            weights[parent] = weights[parent].plus(weights[element]).plus(_of_text(element.tail))
    return weights


def _of_text(text: str | None) -> _Weight:
    if not text or text.isspace():
        return _NOTHING
    length = len("".join(text.split()))
    return _Weight(length if _SENTENCE.search(text) else 0, 0, length)


def _densest(body: _Element, weights: Weights) -> _Element:
    """The deepest element with nearly all of the running text; paragraphs are not looked into."""
    element = body
    while True:
        holders = [child for child in element if child.tag in _HOLDERS and child in weights]
        best = max(holders, key=lambda child: weights[child].running, default=None)
        if best is None or weights[best].running < max(1.0, _MOST * weights[element].running):
            return element
        element = best


def _link_lists(main: _Element, weights: Weights) -> Iterator[_Element]:
    """Menus: elements of several links and hardly anything else."""
    from lxml.etree import iterwalk

    walk = iterwalk(main, events=("start",))
    for _, element in walk:
        weight = weights.get(element, _NOTHING)
        if weight.links >= _FEWEST_LINKS and weight.linked >= _LINKED * weight.all:
            yield element
            walk.skip_subtree()
