"""Two records of one notice, value by value: what was lost, what was gained, what is another."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from planparse.spans import Spans

Kind = Literal["lost", "gained", "changed"]
Data = Mapping[str, Any]

#: Where a value stands and which rule found it: moves with every edit of the text above it.
PROVENANCE = frozenset({"span", "spans", "rule", "applies_to"})
# Of the file and the rules, not of the notice.
_NOT_COMPARED = frozenset({"source", "rules", "schema_version"})
# What tells one entry of a list from the others; entries without are told by their place.
_NAMES = ("id", "text", "title", "code")
_LONGEST_VALUE = 80
_CONTEXT = 12  # characters round a difference inside a long text


class Change(NamedTuple):
    """One difference. `where` leads to the value (`1.2 建设食堂 › targets › 20个 › unit`); `before` and
    `after` are empty where there is none; `spans` is the place in the notice as it is now."""

    kind: Kind
    where: str
    before: str
    after: str
    spans: Spans
    node: str


class _Place(NamedTuple):
    path: tuple[str, ...]
    spans: Spans
    node: str

    def below(self, name: str, record: object = None) -> _Place:
        """The place of a value of this one, that of `record` where it says where it stands."""
        if not isinstance(record, Mapping):
            return self._replace(path=(*self.path, name))
        spans = tuple((start, end) for start, end in record.get("span", ())) or self.spans
        if "id" in record:
            return _Place((f"{record['id']} {record.get('title', '')}".rstrip(),), spans, record["id"])
        return _Place((*self.path, name), spans, self.node)


def compare(expected: Data, actual: Data) -> list[Change]:
    """The differences in the order of the expected record; places and rule ids are not compared."""
    start = _Place((), (), "")
    return list(_records(_compared(expected), _compared(actual), start))


def moved(expected: object, actual: object) -> int:
    """How many places and rule ids differ between records whose values are the same."""
    if isinstance(expected, Mapping) and isinstance(actual, Mapping):
        keys = expected.keys() | actual.keys()
        own = len([key for key in keys & PROVENANCE if expected.get(key) != actual.get(key)])
        return own + sum(moved(expected.get(key), actual.get(key)) for key in keys - PROVENANCE)
    if isinstance(expected, list) and isinstance(actual, list):
        return sum(map(moved, expected, actual))
    return 0


def _compared(record: Data) -> Data:
    return {key: value for key, value in record.items() if key not in _NOT_COMPARED}


def _records(expected: Data, actual: Data, place: _Place) -> Iterator[Change]:
    for key in dict.fromkeys((*expected, *actual)):
        if key in PROVENANCE:
            continue
        yield from _values(expected.get(key), actual.get(key), place.below(key, actual.get(key)))


def _values(expected: object, actual: object, place: _Place) -> Iterator[Change]:
    if isinstance(expected, Mapping) and isinstance(actual, Mapping):
        yield from _records(expected, actual, place)
    elif isinstance(expected, list) or isinstance(actual, list):
        yield from _lists(_as_list(expected), _as_list(actual), place)
    elif expected != actual:
        yield _change(expected, actual, place)


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _lists(expected: list[Any], actual: list[Any], place: _Place) -> Iterator[Change]:
    before, after = _named(expected), _named(actual)
    lost = [name for name in before if name not in after]
    gained = [name for name in after if name not in before]
    # A leaf in the place of another is that one changed; a node has its own id.
    paired = dict(zip(lost, gained, strict=False)) if _are_leaves(expected) and _are_leaves(actual) else {}
    for name, value in before.items():
        other = after.get(name if name in after else paired.get(name, ""))
        here = place.below(_shown(other if other is not None else value), other)
        if other is None:
            yield _change(value, None, place.below(_shown(value)))
        elif isinstance(value, Mapping) and isinstance(other, Mapping):
            yield from _records(value, other, here)
    for name in gained:
        if name not in paired.values():
            yield _change(None, after[name], place.below(_shown(after[name]), after[name]))


def _named(entries: list[Any]) -> dict[str, Any]:
    """The entries by what tells them apart; the second and later ones of a name by their number too."""
    seen: Counter[str] = Counter()
    named: dict[str, Any] = {}
    for place, value in enumerate(entries):
        name = _name(value, place)
        seen[name] += 1
        named[f"{name}\0{seen[name]}"] = value
    return named


def _name(value: object, place: int) -> str:
    if not isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    return next((f"{key} {value[key]}" for key in _NAMES if key in value), str(place))


def _are_leaves(entries: Sequence[Any]) -> bool:
    return all(isinstance(entry, Mapping) and "id" not in entry for entry in entries)


def _change(expected: object, actual: object, place: _Place) -> Change:
    kind: Kind = "gained" if expected is None else "lost" if actual is None else "changed"
    where = " › ".join(place.path)
    before, after = _string(expected), _string(actual)
    if kind == "changed":
        before, after = _round_difference(before, after)
    return Change(kind, where, _cut(before), _cut(after), place.spans, place.node)


def _round_difference(before: str, after: str) -> tuple[str, str]:
    """Two long texts from a little before where they part to a little behind where they meet again."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    start, keep = max(head - _CONTEXT, 0), max(tail - _CONTEXT, 0)
    if max(len(before), len(after)) <= _LONGEST_VALUE:
        return before, after
    cut = [text[start : len(text) - keep] for text in (before, after)]
    ends = ("…" if start else "", "…" if keep else "")
    return f"{ends[0]}{cut[0]}{ends[1]}", f"{ends[0]}{cut[1]}{ends[1]}"


def _common(first: str, second: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(first), len(second)))


def _shown(value: object) -> str:
    return _cut(_string(value))


def _string(value: object) -> str:
    """What a person knows a value by."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("title", "text", "code", "role") if key in value), dict(value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
