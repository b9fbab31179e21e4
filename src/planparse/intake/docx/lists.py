"""numbering.xml: the lists of a file, and which list and level a paragraph is on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planparse.intake.docx.names import ALTERNATIVES, VAL, W, is_on, number, value, whole
from planparse.intake.docx.styles import Styles, style_of
from planparse.intake.numbering import DEEPEST, Level, ListUse

if TYPE_CHECKING:
    from lxml.etree import _Element

_SUFFIXES = {"nothing": ""}  # a tab or a blank is a blank
_MOST_LINKS = 8  # definitions that lead to another through a style


class _Definition(NamedTuple):
    """An abstractNum: its levels, the level of each style that is tied to one, the style it stands for."""

    levels: Mapping[int, Level]
    tied: Mapping[str, int]
    link: str | None


@dataclass(slots=True)
class Lists:
    """`uses` by numId, as the numbering engine wants them: those that paragraphs were found on."""

    styles: Styles
    load: Callable[[], _Element | None]  # of numbering.xml: many files have it, and number nothing
    uses: dict[int, ListUse] = field(default_factory=dict)
    _definitions: dict[int, _Element] = field(default_factory=dict)
    _entries: dict[int, _Element] | None = None
    _read: dict[int, _Definition] = field(default_factory=dict)
    _tied: dict[int, Mapping[str, int]] = field(default_factory=dict)

    def place(self, properties: _Element | None) -> tuple[int, int] | None:
        """List and level of a paragraph with these properties, None where it is not numbered."""
        own = None if properties is None else properties.find(W + "numPr")
        inherited = self.styles.numbering(style_of(properties) or self.styles.default)
        list_id, level = number(own, "numId"), number(own, "ilvl")
        if list_id is None and inherited is not None:
            list_id = inherited.list_id
        if list_id is None or not self._is_list(list_id):
            return None  # 0 takes the number away that the style gives
        if level is None and inherited is not None:
            tied = self._tied[list_id]
            level = next((tied[name] for name in inherited.styles if name in tied), inherited.level)
        return list_id, min(max(level or 0, 0), DEEPEST - 1)

    def _is_list(self, list_id: int) -> bool:
        """Whether there is a list of this number; it is read when first asked for."""
        if list_id in self.uses:
            return True
        entry = self._entry(list_id)
        chosen = self._linked(number(entry, "abstractNumId"))
        if entry is None or chosen is None:
            return False
        definition = self._definition(chosen)
        levels, starts = _overridden(entry, definition.levels)
        self.uses[list_id] = ListUse(chosen, levels, starts)
        self._tied[list_id] = definition.tied
        return True

    def _linked(self, chosen: int | None) -> int | None:
        """The definition that has the levels: one that stands for a list style leads to that of the style."""
        for _ in range(_MOST_LINKS):
            if chosen is None or chosen not in self._definitions:
                return None
            definition = self._definition(chosen)
            if definition.link is None or definition.levels:
                return chosen
            through = self.styles.numbering(definition.link)
            target = self._entry(through.list_id) if through else None
            chosen = number(target, "abstractNumId")
        return None

    def _entry(self, list_id: int) -> _Element | None:
        if self._entries is None:
            root = self.load()
            self._definitions = {} if root is None else _by_number(root, "abstractNum", "abstractNumId")
            self._entries = {} if root is None else _by_number(root, "num", "numId")
        return self._entries.get(list_id)

    def _definition(self, chosen: int) -> _Definition:
        if chosen not in self._read:
            self._read[chosen] = _definition(self._definitions[chosen])
        return self._read[chosen]


def _by_number(root: _Element, name: str, attribute: str) -> dict[int, _Element]:
    found = {}
    for element in root.iterchildren(W + name):
        number_of = whole(element.get(W + attribute))
        if number_of is not None:
            found[number_of] = element
    return found


def _definition(element: _Element) -> _Definition:
    levels, tied = {}, {}
    for child in element.iterchildren(W + "lvl"):
        place = whole(child.get(W + "ilvl"))
        if place is None or not 0 <= place < DEEPEST:
            continue
        levels[place] = _level(child)
        style = value(child, "pStyle")
        if style is not None:
            tied[style] = place
    return _Definition(levels, tied, value(element, "numStyleLink"))


def _overridden(element: _Element, levels: Mapping[int, Level]) -> tuple[Mapping[int, Level], dict[int, int]]:
    """The levels as one w:num uses them, and where it begins anew."""
    own, starts = dict(levels), {}
    for override in element.iterchildren(W + "lvlOverride"):
        place = whole(override.get(W + "ilvl"))
        if place is None or not 0 <= place < DEEPEST:
            continue
        level = override.find(W + "lvl")
        if level is not None:
            own[place] = _level(level)
        start = number(override, "startOverride")
        if start is not None:
            starts[place] = start
    return own, starts


def _level(element: _Element) -> Level:
    style = _format(element)
    start = number(element, "start")
    if element.find(W + "lvlPicBulletId") is not None:
        style = "bullet"
    return Level(
        text=value(element, "lvlText") or "",
        format=style,
        start=0 if start is None else start,
        restart=number(element, "lvlRestart"),
        legal=is_on(element, "isLgl"),
        suffix=_SUFFIXES.get(value(element, "suff") or "tab", " "),
    )


def _format(element: _Element) -> str:
    """The number format; where a newer one has a fallback beside it, the newer one."""
    child = element.find(W + "numFmt")
    if child is None:
        child = next((found for found in element.iterfind(f"{ALTERNATIVES}//{W}numFmt")), None)
    if child is None:
        return "decimal"
    style = child.get(VAL) or "decimal"
    if style == "custom":  # 001, 002, 003, …
        width = len((child.get(W + "format") or "").partition(",")[0].strip())
        return {2: "decimalZero"}.get(width, f"decimalZero{width}")
    return style
