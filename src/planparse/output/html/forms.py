"""How each field of a value is corrected: as text, a number, a date, a choice or a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from planparse.output.html.words import Language, words_of
from planparse.overrides.values import FIELDS
from planparse.records import (
    Deadline,
    Department,
    DocumentNumber,
    Notice,
    Record,
    Reference,
    Responsibility,
    Standard,
    Target,
)

_RECORDS: dict[str, type[Record]] = {
    "responsibility": Responsibility,
    "department": Department,
    "target": Target,
    "standard": Standard,
    "deadline": Deadline,
    "reference": Reference,
    "document_number": DocumentNumber,
}
_TYPES = {dt.date: "date", int: "number", Decimal: "number", str: "text"}


def forms(language: Language) -> dict[str, list[dict[str, Any]]]:
    """The fields of every kind of value: name, label, type, choices, whether it may be left empty."""
    labels = words_of("kind.", language) | words_of("field.", language)
    options = words_of("option.", language)
    return {
        kind: [_field(_RECORDS.get(kind, Notice), name, labels, options) for name in names]
        for kind, names in FIELDS.items()
    }


def _field(
    record: type[Record], name: str, labels: dict[str, str], options: dict[str, str]
) -> dict[str, Any]:
    kinds = list(_leaves(record.model_fields[name].annotation))
    field = {"name": name, "label": labels[name], "needed": NoneType not in kinds}
    choices = [choice for kind in kinds if get_origin(kind) is Literal for choice in get_args(kind)]
    if choices:
        return {**field, "type": "choice", "choices": [[each, options.get(each, each)] for each in choices]}
    if any(get_origin(kind) is list for kind in kinds):
        return {**field, "type": "list"}
    return {**field, "type": _TYPES[kinds[0]]}


def _leaves(annotation: Any) -> Iterator[Any]:
    """The types that an annotation allows: those of a union, one by one."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        for each in get_args(annotation):
            yield from _leaves(each)
    elif origin is Annotated:
        yield from _leaves(get_args(annotation)[0])
    else:
        yield annotation
