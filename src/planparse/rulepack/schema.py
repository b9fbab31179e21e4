"""What a rule file may say: pydantic models, and their errors as mistakes with file and line."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from planparse.rulepack.errors import Mistake
from planparse.rulepack.reading import Path, Tree

MAX_PATTERN = 4000

Text = Annotated[str, StringConstraints(min_length=1)]
Scalar = str | int | float | bool | None

_SHAPES = ("words", "pattern", "table")
_EXPECTED = {
    "string_type": "expected text",
    "bool_type": "expected true or false",
    "list_type": "expected a list",
    "tuple_type": "expected a list",
    "dict_type": "expected a mapping",
    "model_type": "expected a mapping",
}


def _as_mapping(value: object) -> object:
    """A plain list of words as a mapping to the empty value."""
    if not isinstance(value, list):
        if not isinstance(value, dict):
            _fail(f"expected a list of words or a mapping of words to values, found {_shown(value)}")
        return value
    words: dict[str, str] = {}
    for word in value:
        if not isinstance(word, str):
            _fail(f"expected text as word (in quotes where it looks like a number), found {_shown(word)}")
        if word in words:
            _fail(f"expected each word once, found {word} again")
        words[word] = ""
    return words


def _check_cell(value: object) -> object:
    items = value if isinstance(value, list) else [value]
    for item in items:
        if isinstance(item, list | dict):
            _fail(f"expected a plain value or a list of plain values, found {_shown(item)}")
    return value


def _fail(message: str) -> None:
    raise PydanticCustomError("rule", "{text}", {"text": message})


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PackInfo(_Model):
    """pack.yaml."""

    name: Text
    version: Text


class ExampleEntry(_Model):
    text: Text
    expect: dict[str, Any] | None = None
    whole: bool = False


class RuleEntry(_Model):
    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,60}(\.[a-z0-9][a-z0-9-]{0,60}){1,4}$")]
    why: Text
    words: Annotated[dict[Text, str], BeforeValidator(_as_mapping)] | None = None
    pattern: Annotated[str, StringConstraints(min_length=1, max_length=MAX_PATTERN)] | None = None
    table: list[dict[str, Annotated[Any, BeforeValidator(_check_cell)]]] | None = None
    extend: bool = False
    examples: list[ExampleEntry] = Field(default_factory=list)
    counter_examples: list[ExampleEntry] = Field(default_factory=list)


def pack_info(tree: Tree, file: str) -> tuple[PackInfo | None, list[Mistake]]:
    """pack.yaml as a model, or its mistakes."""
    try:
        return PackInfo.model_validate(tree.data), []
    except ValidationError as error:
        return None, [_mistake(detail, tree, file, (), "") for detail in error.errors()]


class PlacedEntry(NamedTuple):
    """A rule with its line, and those of the rows of its table."""

    entry: RuleEntry
    line: int
    row_lines: tuple[int, ...]


def rule_entries(tree: Tree, file: str) -> tuple[list[PlacedEntry], list[Mistake]]:
    """The rules of a file that are well formed, and the mistakes of the others."""
    if not isinstance(tree.data, list):
        return [], [Mistake(file, 1, "", f"expected a list of rules, found {_shown(tree.data)}")]
    entries, mistakes = [], []
    for index, data in enumerate(tree.data):
        line = tree.line((index,))
        try:
            entry = RuleEntry.model_validate(data)
        except ValidationError as error:
            rule = data.get("id") if isinstance(data, dict) else ""
            name = rule if isinstance(rule, str) else ""
            mistakes += [_mistake(detail, tree, file, (index,), name) for detail in error.errors()]
            continue
        shapes = [shape for shape in _SHAPES if getattr(entry, shape) is not None]
        if len(shapes) == 1:
            rows = range(len(entry.table or ()))
            row_lines = tuple(tree.line((index, "table", row)) for row in rows)
            entries.append(PlacedEntry(entry, line, row_lines))
        else:
            found = " and ".join(shapes) or "none of them"
            message = f"expected exactly one of words, pattern and table, found {found}"
            mistakes.append(Mistake(file, line, entry.id, message))
    return entries, mistakes


def _mistake(detail: ErrorDetails, tree: Tree, file: str, prefix: Path, rule: str) -> Mistake:
    path = (*prefix, *(part for part in detail["loc"] if part != "[key]"))
    return Mistake(file, tree.line(path), rule, message_of(detail))


def message_of(detail: ErrorDetails, form: str = "family.name in small letters, digits and hyphens") -> str:
    """An error of pydantic as what was expected and what was found; `form`: what a pattern asks for."""
    name = ".".join(str(part) for part in detail["loc"] if part not in ("[key]", ""))
    kind, found = detail["type"], _shown(detail["input"])
    if kind == "rule":
        return f"{name}: {detail['msg']}"
    if kind == "missing":
        return f"expected the field {name}, found none"
    if kind == "extra_forbidden":
        return f"expected no other fields, found {name}"
    if kind == "string_too_short":
        return f"{name}: expected text, found nothing"
    if kind == "string_too_long":
        length = len(detail["input"])
        return f"{name}: expected at most {MAX_PATTERN} characters, found {length}"
    if kind == "string_pattern_mismatch":
        return f"{name}: expected {form}, found {found}"
    expected = _EXPECTED.get(kind, detail["msg"])
    return f"{name}: {expected}, found {found}" if name else f"{expected}, found {found}"


def _shown(value: object) -> str:
    """A value in an error message: short, and of no surprise to who wrote the YAML."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
