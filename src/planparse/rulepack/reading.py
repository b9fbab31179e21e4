"""Strict YAML: text to plain data, with the line of every key and item.

A subset that means what a clerk thinks it means: `no`, `5:30`, `2022-08-01`, `1_000` and
`08` are text; only null, true, false, whole and decimal numbers are anything else. Anchors,
aliases, tags, merge keys, several documents and repeated keys are mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]

MAX_DEPTH = 16

_NOT_TEXT = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_WORDS = {"": None, "null": None, "true": True, "false": False}

# The parser written in C where PyYAML has it: ten times faster, the same events.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Tree:
    """Plain data of one file. `lines` maps the path of each key or item to its line, from 1."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    mistakes: list[tuple[int, str, str]] = field(default_factory=list)
    rule: str = ""  # the id of the rule being read

    def line(self, path: Path) -> int:
        """The line of `path`, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Refused(Exception):
    """A place from which reading cannot go on."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def read_yaml(data: bytes) -> Tree:
    """The tree of a file. Never raises: what is wrong stands in `mistakes` as (line, rule, message)."""
    tree = Tree()
    try:
        events = _events(_decode(data))
        tree.data = _document(events, tree)
    except _Refused as refused:
        tree.mistakes.append((refused.line, tree.rule, refused.message))
    return tree


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Refused(line, f"expected UTF-8, found the byte 0x{data[error.start]:02x}") from None
    bad = _NOT_TEXT.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        raise _Refused(line, f"expected text, found the character U+{ord(bad.group()):04X}")
    return text


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise _Refused(line, f"not valid YAML: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise _Refused(1, f"not valid YAML: {error}") from None


def _document(events: Iterator[Any], tree: Tree) -> Any:
    """The data of the only document; None where the file holds nothing but comments."""
    data, seen = None, False
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if seen:
                raise _Refused(_line(event), "expected one document, found another after ---")
            seen = True
            data = _value(next(events), events, tree, ())
    return data


def _value(event: Any, events: Iterator[Any], tree: Tree, path: Path) -> Any:
    """The value that begins with `event`; reads on to its end."""
    _refuse_indirection(event)
    if len(path) > MAX_DEPTH:
        raise _Refused(_line(event), f"expected at most {MAX_DEPTH} levels, found more")
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, tree, path)
    return _mapping(events, tree, path)


def _sequence(events: Iterator[Any], tree: Tree, path: Path) -> list[Any]:
    items: list[Any] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        here = (*path, len(items))
        tree.lines[here] = _line(event)
        items.append(_value(event, events, tree, here))
    return items


def _mapping(events: Iterator[Any], tree: Tree, path: Path) -> dict[str, Any]:
    items: dict[str, Any] = {}
    if len(path) == 1:
        tree.rule = ""
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = _key(event)
        here = (*path, key)
        if key in items:
            first = tree.lines[here]
            message = f"expected each key once, found {key} also in line {first}"
            tree.mistakes.append((_line(event), tree.rule, message))
        else:
            tree.lines[here] = _line(event)
        value = _value(next(events), events, tree, here)
        items[key] = value
        if key == "id" and len(path) == 1 and isinstance(value, str):
            tree.rule = value
    return items


def _key(event: Any) -> str:
    _refuse_indirection(event)
    if not isinstance(event, yaml.ScalarEvent):
        raise _Refused(_line(event), "expected a word as key, found a list or a mapping")
    key: str = event.value
    if key == "<<" and event.implicit[0]:
        raise _Refused(_line(event), "expected a plain key, found the merge key <<")
    return key


def _scalar(event: Any) -> str | int | float | bool | None:
    text: str = event.value
    if not event.implicit[0]:  # quoted or a block: text, whatever it looks like
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _refuse_indirection(event: Any) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise _Refused(_line(event), f"expected a value, found the alias *{event.anchor}")
    if event.anchor is not None:
        raise _Refused(_line(event), f"expected a value, found the anchor &{event.anchor}")
    if event.tag is not None:
        raise _Refused(_line(event), f"expected a value, found the tag {event.tag}")


def _line(event: Any) -> int:
    line: int = event.start_mark.line + 1
    return line
