"""A folder of rule files to rules, as written: references in patterns are not yet expanded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from planparse.rulepack.errors import Mistake
from planparse.rulepack.folder import MAX_FILE_BYTES, PACK_FILE, read_bytes, rule_files
from planparse.rulepack.pack import Example, Rule
from planparse.rulepack.reading import Tree, read_yaml
from planparse.rulepack.registry import row_mistakes
from planparse.rulepack.schema import (
    MAX_PATTERN,
    ExampleEntry,
    PackInfo,
    RuleEntry,
    pack_info,
    rule_entries,
)


@dataclass(slots=True)
class Parsed:
    """What a folder says. `extending` are the ids that add to a shipped rule."""

    info: PackInfo | None = None
    rules: dict[str, Rule] = field(default_factory=dict)
    extending: set[str] = field(default_factory=set)
    mistakes: list[Mistake] = field(default_factory=list)


def parse_folder(folder: str, shown: str, *, user: bool) -> Parsed:
    """The rules of `folder`, named `shown` in messages, in the order of files and lines.

    A family is a file (`deadlines.yaml`) or a subfolder (`bodies/`); the ids in it start
    with its name. Never raises.
    """
    parsed = Parsed()
    try:
        names = rule_files(folder)
    except OSError as error:
        message = f"expected a folder of rule files, found none: {error.strerror}"
        parsed.mistakes.append(Mistake(shown, 0, "", message))
        return parsed
    if not names:
        parsed.mistakes.append(Mistake(shown, 0, "", "expected rule files (*.yaml), found none"))
    for name in names:
        _parse_file(parsed, folder, name, f"{shown.rstrip('/')}/{name}", user)
    if not user and PACK_FILE not in names:
        parsed.mistakes.append(Mistake(shown, 0, "", f"expected {PACK_FILE}, found none"))
    return parsed


def _parse_file(parsed: Parsed, folder: str, name: str, shown: str, user: bool) -> None:
    tree = _read(parsed, folder, name, shown)
    if tree is None:
        return
    if name == PACK_FILE:
        parsed.info, mistakes = pack_info(tree, shown)
        parsed.mistakes += mistakes
        return
    entries, mistakes = rule_entries(tree, shown)
    parsed.mistakes += mistakes
    family = name.partition("/")[0].removesuffix(".yaml")
    for entry, line, row_lines in entries:
        _add(parsed, entry, Rule(entry.id, shown, line, user=user, row_lines=row_lines), family)


def _read(parsed: Parsed, folder: str, name: str, shown: str) -> Tree | None:
    if name.endswith(".yml"):
        parsed.mistakes.append(Mistake(shown, 0, "", "expected a name that ends in .yaml, found .yml"))
        return None
    try:
        data = read_bytes(folder, name)
    except OSError as error:
        message = f"expected a readable file: {error.strerror or error}"
        parsed.mistakes.append(Mistake(shown, 0, "", message))
        return None
    if len(data) > MAX_FILE_BYTES:
        parsed.mistakes.append(Mistake(shown, 0, "", f"expected at most {MAX_FILE_BYTES} bytes, found more"))
        return None
    tree = read_yaml(data)
    parsed.mistakes += [Mistake(shown, *mistake) for mistake in tree.mistakes]
    return None if tree.mistakes else tree


def _add(parsed: Parsed, entry: RuleEntry, place: Rule, family: str) -> None:
    """Take one rule into the pack, or say why not. `place` carries its id, file and line."""
    earlier = parsed.rules.get(entry.id)
    mistakes = _row_patterns(entry)
    if not entry.id.startswith(f"{family}."):
        mistakes.append(f"expected an id that starts with {family}. in this file, found {entry.id}")
    if earlier:
        mistakes.append(f"expected each id once, found it also in {earlier.origin}:{earlier.line}")
    if entry.extend and not place.user:
        mistakes.append("expected no extend in the shipped rules: it adds to them")
    if entry.extend and entry.pattern is not None:
        mistakes.append("expected words or a table with extend, found pattern")
    parsed.mistakes += [Mistake(place.origin, place.line, place.id, message) for message in mistakes]
    for index, message in row_mistakes(entry.id, entry.table) if entry.table is not None else ():
        line = place.line if index is None else place.row_lines[index]
        parsed.mistakes.append(Mistake(place.origin, line, place.id, message))
    if earlier is None:
        parsed.rules[entry.id] = _rule(entry, place)
    if entry.extend:
        parsed.extending.add(entry.id)


def _row_patterns(entry: RuleEntry) -> list[str]:
    """What is wrong with the patterns that rows may carry."""
    mistakes = []
    for index, row in enumerate(entry.table or ()):
        pattern = row.get("pattern", "")
        if not isinstance(pattern, str):
            mistakes.append(f"table.{index}.pattern: expected text")
        elif len(pattern) > MAX_PATTERN:
            mistakes.append(
                f"table.{index}.pattern: expected at most {MAX_PATTERN} characters, found {len(pattern)}"
            )
        if "template" in row:
            mistakes.append(f"table.{index}: expected no field template: it keeps a pattern as written")
    return mistakes


def _rule(entry: RuleEntry, place: Rule) -> Rule:
    pattern = entry.pattern
    return Rule(
        id=entry.id,
        origin=place.origin,
        line=place.line,
        words=entry.words,
        pattern=pattern,
        table=None if entry.table is None else tuple(map(_row, entry.table)),
        template=pattern if pattern is not None and "${" in pattern else None,
        user=place.user,
        why=entry.why,
        examples=_examples(entry.examples),
        counter_examples=_examples(entry.counter_examples),
        row_lines=place.row_lines,
    )


def _row(row: dict[str, Any]) -> dict[str, Any]:
    """A row of a table; a pattern that refers to other rules stays beside what it is expanded to."""
    pattern = row.get("pattern")
    return {**row, "template": pattern} if isinstance(pattern, str) and "${" in pattern else row


def _examples(entries: list[ExampleEntry]) -> tuple[Example, ...]:
    return tuple(Example(entry.text, entry.expect, entry.whole) for entry in entries)
