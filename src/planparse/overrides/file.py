"""The file of corrections: strict YAML, checked as a whole before anything is applied.

overrides_version: "1"
source: {name: notice.txt, sha256: …}
corrections:
- node: 2.2.4          # where it was, for people; the next lines are the address
  kind: target
  text: 达到72%以上
  context: 9f2c…       # hash of the text of the measure, heading or element
  offset: 31           # in that text
  span: [[46, 53]]
  was: {value: 72}
  now: {value: 75}     # or  wrong: true
  note: 与原文附表核对
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from planparse.overrides.values import FIELDS, Address
from planparse.rulepack.reading import Path, Tree, read_yaml
from planparse.spans import Spans

VERSION = "1"

_REQUIRED = {"node": str, "kind": str, "text": str, "context": str, "offset": int}
_OPTIONAL = {"nth": int, "span": list, "was": dict, "now": dict, "wrong": bool, "note": str}
_NAMES = {str: "text", int: "a whole number", list: "a list", dict: "a mapping", bool: "true"}


class OverridesError(Exception):
    """A file of corrections that cannot be used; says every mistake with its line."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; `now` is None where the value is wrong and has no place in the record."""

    address: Address
    node: str
    spans: Spans
    was: dict[str, Any]
    now: dict[str, Any] | None
    note: str


@dataclass(frozen=True, slots=True)
class Overrides:
    """The corrections of one notice. `source_sha256` is of the notice, `sha256` of the file itself;
    `names` tell the notice from others when its text has changed."""

    source_sha256: str
    names: dict[str, str]
    corrections: tuple[Correction, ...]
    sha256: str


def read(data: bytes) -> Overrides:
    """The corrections in the bytes of a file. Raises OverridesError."""
    tree = read_yaml(data)
    mistakes = [f"line {line}: {message}" for line, _, message in tree.mistakes]
    mistakes = mistakes or [f"line {tree.line(path)}: {message}" for path, message in _mistakes(tree)]
    if mistakes:
        raise OverridesError("\n".join(mistakes))
    source = tree.data["source"]
    names = {name: source[name] for name in ("number", "title") if source.get(name)}
    corrections = tuple(_correction(entry) for entry in tree.data["corrections"] or ())
    return Overrides(source["sha256"], names, corrections, sha256(data).hexdigest())


def _correction(entry: dict[str, Any]) -> Correction:
    address = Address(entry["kind"], entry["context"], entry["offset"], entry["text"], entry.get("nth") or 0)
    spans = tuple((start, end) for start, end in entry.get("span") or ())
    now = None if entry.get("wrong") else entry["now"]
    return Correction(address, entry["node"], spans, entry.get("was") or {}, now, entry.get("note") or "")


def _mistakes(tree: Tree) -> Iterator[tuple[Path, str]]:
    data = tree.data
    if not isinstance(data, dict) or data.get("overrides_version") not in (VERSION, int(VERSION)):
        yield (), f'expected a file of corrections with overrides_version: "{VERSION}"'
        return
    source = data.get("source")
    if not isinstance(source, dict) or not isinstance(source.get("sha256"), str):
        yield ("source",), "expected source with the sha256 of the notice"
    elif not all(isinstance(source.get(name), str | None) for name in ("number", "title")):
        yield ("source",), "expected text as number and title of the source"
    entries = data.get("corrections")
    if not isinstance(entries, list | None):
        yield ("corrections",), "expected a list of corrections"
        return
    for number, entry in enumerate(entries or ()):
        for key, message in _mistakes_of(entry):
            yield ("corrections", number, *key), message


def _mistakes_of(entry: Any) -> Iterator[tuple[Path, str]]:
    if not isinstance(entry, dict):
        yield (), "expected a correction: a mapping with node, kind, text, context and offset"
        return
    known = {**_REQUIRED, **_OPTIONAL}
    for key, value in entry.items():
        if key not in known:
            yield (key,), f"expected one of {', '.join(known)}, found {key}"
        elif not isinstance(value, known[key]) or (known[key] is int and isinstance(value, bool)):
            yield (key,), f"expected {_NAMES[known[key]]} as {key}"
    for key in _REQUIRED:
        if key not in entry:
            yield (), f"expected {key}"
    if bool(entry.get("wrong")) == ("now" in entry):
        yield (), "expected either now, with the corrected fields, or wrong: true"
    if not _are_spans(entry.get("span", [])):
        yield ("span",), "expected a list of [start, end]"
    yield from _mistaken_fields(entry)


def _mistaken_fields(entry: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    kind = entry.get("kind")
    if not isinstance(kind, str) or kind not in FIELDS:
        yield ("kind",), f"expected one of {', '.join(FIELDS)} as kind"
        return
    was, now = ({} if not isinstance(part, dict) else part for part in (entry.get("was"), entry.get("now")))
    for part, fields in (("was", was), ("now", now)):
        for name in set(fields) - set(FIELDS[kind]):
            yield (part, name), f"expected fields of a {kind} ({', '.join(FIELDS[kind])}), found {name}"
    for name in set(now) - set(was):
        yield ("now", name), f"expected in was what the program found as {name}; null for nothing"
    if entry.get("wrong") and FIELDS[kind] and not was:
        yield ("wrong",), "expected was, with what the program found"


def _are_spans(spans: Any) -> bool:
    return isinstance(spans, list) and all(
        isinstance(span, list)
        and len(span) == 2
        and all(type(place) is int for place in span)
        and 0 <= span[0] < span[1]
        for span in spans
    )
