"""The registry of bodies (rules/bodies): what the rows of its tables may say, and whom they name.

A row with an `id` is known by it: each id stands once in a table, and a user's row takes the
place of the shipped one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from planparse.rulepack.errors import Mistake
from planparse.rulepack.pack import Rule
from planparse.rulepack.schema import Text, message_of

FAMILY = "bodies."

Level = Literal["national", "province", "city", "county", "town"]
Kind = Literal[
    "department", "party", "government", "collective", "task_force", "vertical", "enterprise", "other"
]
_FORMS = {
    r"^\S+( \S+)*$": "names with one blank between them",
    r"^\S+$": "a name without blanks",
    r"^[a-z][a-z0-9_.-]{0,60}$": "an id in small letters",
    r"^\d{4}-\d{2}-\d{2}$": "a day such as '2019-03-31'",
}
_LINE, _NAME, _ID, _DAY = _FORMS
Line = Annotated[Text, StringConstraints(pattern=_LINE)]
Name = Annotated[Text, StringConstraints(pattern=_NAME)]
Id = Annotated[str, StringConstraints(pattern=_ID)]
Day = Annotated[str, StringConstraints(pattern=_DAY)]

# Rules whose words are each of one function: the value is its id.
_FUNCTION_WORDS = ("bodies.parts", "bodies.collective-places")
_ORGANS = "bodies.organs"
_NAMING = ("names", "exact", "units", "endings", "placed", "heads")


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class BodyRow(_Row):
    """A function and the names of the bodies that have it; a line is a formal name with its short forms."""

    id: Id
    body: Id | None = None
    kind: Kind | None = None
    names: list[Line] = Field(default_factory=list)
    organs: list[Name] = Field(default_factory=list)
    exact: list[Line] = Field(default_factory=list)
    units: list[Line] = Field(default_factory=list)
    endings: list[Name] = Field(default_factory=list)
    placed: list[Name] = Field(default_factory=list)
    heads: list[Name] = Field(default_factory=list)
    tails: list[Name] = Field(default_factory=list)
    full: Name | None = None
    national: list[Line] = Field(default_factory=list)


class MergedRow(BodyRow):
    """A merged bureau: the first of its functions is the one it is joined by."""

    functions: Annotated[list[Id], Field(min_length=2)]


class FormerRow(BodyRow):
    """Names that ended with a reform."""

    body: Id
    until: Day | None = None
    until_local: Day | None = None
    confidence: Literal["confirmed", "unconfirmed"] = "confirmed"
    successor: Text


class GovernmentRow(BodyRow):
    """The government of a place of one level."""

    level: Level | None = None


class LocalRow(_Row):
    """An exact name of one place."""

    name: Name
    body: Id
    in_: Annotated[Name | None, Field(alias="in")] = None
    kind: Kind | None = None
    full_name: Text | None = None
    functions: list[Id] = Field(default_factory=list)


TABLES: Mapping[str, type[_Row]] = {
    "bodies.departments": BodyRow,
    "bodies.party": BodyRow,
    "bodies.institutions": BodyRow,
    "bodies.vertical": BodyRow,
    "bodies.enterprises": BodyRow,
    "bodies.governments": GovernmentRow,
    "bodies.groups": BodyRow,
    "bodies.merged": MergedRow,
    "bodies.former": FormerRow,
    "bodies.local": LocalRow,
}


def row_mistakes(rule_id: str, table: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int | None, str]]:
    """What is wrong with the rows of a table, each with the index of its row; None for the table itself."""
    seen: dict[object, int] = {}
    for index, row in enumerate(table):
        key = row.get("id")
        if key is not None and seen.setdefault(key, index) != index:
            yield index, f"{key}: expected each id once in a table, found it again"
    if not rule_id.startswith(FAMILY):
        return
    model = TABLES.get(rule_id)
    if model is None:
        yield None, f"expected one of {', '.join(TABLES)}, found {rule_id}"
        return
    for index, row in enumerate(table):
        yield from ((index, message) for message in _wrong(model, row))


def _wrong(model: type[_Row], row: Mapping[str, Any]) -> Iterator[str]:
    name = row.get("id", row.get("name", ""))
    prefix = f"{name}: " if isinstance(name, str) and name else ""
    try:
        read = model.model_validate(row)
        _check(read)
    except ValidationError as error:
        for detail in error.errors():
            form = _FORMS.get(detail.get("ctx", {}).get("pattern", ""), "")
            yield prefix + message_of(detail, form)
    except PydanticCustomError as error:
        yield prefix + error.message()


def _check(row: _Row) -> None:
    if isinstance(row, BodyRow) and not any(getattr(row, column) for column in _NAMING):
        raise PydanticCustomError(
            "rule", "expected one of names, exact, units, endings, placed and heads, found none"
        )
    if isinstance(row, BodyRow) and bool(row.heads) != bool(row.tails):
        raise PydanticCustomError("rule", "expected heads and tails together, found one without the other")
    if isinstance(row, FormerRow):
        if row.until is None and row.until_local is None:
            raise PydanticCustomError("rule", "expected until or until_local, found neither")
        for day in (row.until, row.until_local):
            if day is not None and not _is_day(day):
                raise PydanticCustomError("rule", "expected a day of the calendar, found {day}", {"day": day})


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def reference_mistakes(written: Iterable[Rule], rules: Mapping[str, Rule]) -> list[Mistake]:
    """Functions and organs that the rules of a folder name, and that the registry as merged has not."""
    known = {
        row["id"]
        for name in TABLES
        for row in _rows(rules.get(name))
        if "functions" not in row and "body" not in row
    }
    organs = set((rules[_ORGANS].words or {}).values()) if _ORGANS in rules else None
    mistakes = []
    for rule in written:
        wrong = [(i, f"the id of a function, found {name}") for i, name in _named(rule) if name not in known]
        if organs is not None:
            wrong += [
                (i, f"an organ of {_ORGANS}, found {name}") for i, name in _organs(rule) if name not in organs
            ]
        for index, message in wrong:
            line = rule.row_lines[index] if rule.row_lines else rule.line
            mistakes.append(Mistake(rule.origin, line, rule.id, f"expected {message}"))
    return mistakes


def _rows(rule: Rule | None) -> Sequence[Mapping[str, Any]]:
    return (rule.table or ()) if rule else ()


def _named(rule: Rule) -> Iterator[tuple[int, str]]:
    """The functions that a rule refers to, each with the index of its row."""
    if rule.id in _FUNCTION_WORDS:
        yield from ((0, value) for value in (rule.words or {}).values() if value not in get_args(Level))
    elif rule.id in TABLES:
        for index, row in enumerate(rule.table or ()):
            functions = list(row.get("functions") or ())
            yield from (
                (index, function) for function in [*functions, *([row["body"]] if "body" in row else [])]
            )


def _organs(rule: Rule) -> Iterator[tuple[int, str]]:
    """The organs in the rows of a table of bodies, written out, each with the index of its row."""
    if rule.id in TABLES:
        for index, row in enumerate(rule.table or ()):
            yield from ((index, organ) for organ in row.get("organs") or ())
