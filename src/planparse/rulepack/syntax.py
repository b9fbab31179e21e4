"""The parts of a pattern that decide how long it can take, read from its text.

A small reader of the syntax that rule files use, not of all that the regex module knows.
What it does not know it refuses, so that nothing reaches the engine unread: recursion,
back-references, conditions, fuzzy counts, flags other than i, m and s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_DEPTH = 40
MAX_COUNT = 10_000

_ESCAPE = re.compile(
    r"\\(?:[pP]\{[^{}]*\}|N\{[^{}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL
)
_CLASS = re.compile(r"\[\^?\]?(?:\[:[^\[\]:]*:\]|\\.|[^\\\]])*\]", re.DOTALL)
_COUNT = re.compile(r"\{(\d*)(,?)(\d*)\}")
_OPENER = re.compile(r"\((?:\?(?:P?<[^\W\d]\w*>|:|>|=|!|<=|<!|\||(?P<flags>[a-zA-Z-]*)(?P<close>[:)]))?)?")

_EDGES = frozenset("bBAZzmMG")


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of a set: a literal, an escape, a class or the dot. `text` is its source."""

    text: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A place between characters: ^, $, \\b and the like."""


@dataclass(frozen=True, slots=True)
class Seq:
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Alt:
    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """`high` is None where there is no upper bound."""

    item: Node
    low: int
    high: int | None
    possessive: bool
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    item: Node
    atomic: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A look-around; `guards` for a negative look-behind."""

    item: Node
    guards: bool


Node = Chars | Edge | Seq | Alt | Repeat | Group | Look


class NotUnderstood(Exception):
    """Syntax that rule files may not use; the message says what was expected."""


def parse(pattern: str) -> Node:
    """The tree of a pattern. Raises NotUnderstood."""
    reader = _Reader(pattern)
    tree = reader.alternatives(0)
    if reader.at < len(pattern):
        raise NotUnderstood("expected a ( for each ), found one ) more")
    return tree


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self, depth: int) -> Node:
        """Up to a closing bracket or the end."""
        if depth > MAX_DEPTH:
            raise NotUnderstood(f"expected at most {MAX_DEPTH} brackets one inside the other, found more")
        options = [self._sequence(depth)]
        while self._peek() == "|":
            self.at += 1
            options.append(self._sequence(depth))
        return options[0] if len(options) == 1 else Alt(tuple(options))

    def _sequence(self, depth: int) -> Node:
        items: list[Node] = []
        while self._peek() not in ("", "|", ")"):
            start = self.at
            item = self._item(depth)
            items.append(self._repeated(item, start))
        return items[0] if len(items) == 1 else Seq(tuple(items))

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _item(self, depth: int) -> Node:
        char = self._peek()
        if char == "(":
            return self._group(depth)
        if char == "[":
            return Chars(self._take(_CLASS, "expected a ] for each [, found none"))
        if char == "\\":
            return self._escape()
        if char in "*+?":
            raise NotUnderstood(f"expected something to repeat before {char}")
        self.at += 1
        return Edge() if char in "^$" else Chars(char)

    def _take(self, token: re.Pattern[str], otherwise: str) -> str:
        found = token.match(self.pattern, self.at)
        if not found:
            raise NotUnderstood(otherwise)
        self.at = found.end()
        return found.group()

    def _escape(self) -> Node:
        text = self._take(_ESCAPE, "expected a character after the last \\")
        kind = text[1]
        if kind in _EDGES:
            return Edge()
        if kind in "123456789gkLK":
            raise NotUnderstood(f"expected no reference to a group or a list, found {text}")
        return Chars(text)

    def _group(self, depth: int) -> Node:
        start = self.at
        found = _OPENER.match(self.pattern, start)
        opener = found.group() if found else ""
        flags = found.group("flags") if found else None
        if opener == "(?" or (flags is not None and not set(flags) <= set("ims-")):
            shown = self.pattern[start : start + 8]
            raise NotUnderstood(f"expected a group, a look-around or the flags i, m, s, found {shown}")
        self.at += len(opener)
        if found and found.group("close") == ")":
            return Edge()  # flags for the rest of the pattern
        item = self.alternatives(depth + 1)
        if self._peek() != ")":
            raise NotUnderstood("expected a ) for each (, found none")
        self.at += 1
        if opener in ("(?=", "(?!", "(?<=", "(?<!"):
            return Look(item, guards=opener == "(?<!")
        return Group(item, atomic=opener == "(?>")

    def _repeated(self, item: Node, start: int) -> Node:
        counted = self._count()
        while counted:
            low, high = counted
            mode = self._peek()
            if mode in ("?", "+"):
                self.at += 1
            item = Repeat(item, low, high, mode == "+", self.pattern[start : self.at])
            counted = self._count()
        return item

    def _count(self) -> tuple[int, int | None] | None:
        """The repeat that stands here, read past; None where there is none."""
        char = self._peek()
        simple = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(char)
        if simple:
            self.at += 1
            return simple
        if char != "{":
            return None
        found = _COUNT.match(self.pattern, self.at)
        if not found or not (found[1] or found[3]):
            raise NotUnderstood("expected a count such as {0,20} after {, or \\{ for the character itself")
        self.at = found.end()
        low = int(found[1][:9] or 0)
        high = int(found[3][:9]) if found[3] else None if found[2] else low
        if max(low, high or 0) > MAX_COUNT:
            raise NotUnderstood(f"expected a count of at most {MAX_COUNT}, found {found.group()}")
        return low, high
