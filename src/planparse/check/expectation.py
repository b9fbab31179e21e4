"""The record expected of a notice: a YAML file beside it."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING, Any

from planparse.output.files import write_text

if TYPE_CHECKING:
    from planparse.records import Document

_SUFFIX = ".expected.yaml"
_MOST_BYTES = 64 * 2**20


class Unreadable(Exception):
    """An expectation that is no record: no YAML, or not of a mapping."""


def path_of(notice: str) -> str:
    """NAME.expected.yaml beside the notice, where NAME is its name without the suffix.

    Where two notices differ in the suffix only, the whole name may stand for NAME; such a file goes first.
    """
    whole = f"{notice}{_SUFFIX}"
    return whole if os.path.exists(whole) else f"{os.path.splitext(notice)[0]}{_SUFFIX}"


def text_of(document: Document) -> str:
    """The record as YAML, without the digest of the rules: it changes with every rule."""
    lines = document.to_yaml().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("rules:"))


def read(path: str) -> str | None:
    """The text of an expectation, None where there is none. Raises OSError, Unreadable."""
    try:
        with open(path, "rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    if len(data) > _MOST_BYTES:
        raise Unreadable(f"more than {_MOST_BYTES} bytes")
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Unreadable(str(error)) from None


def parse(text: str) -> dict[str, Any]:
    """The record that the text of an expectation says, as `Document.to_dict` gives it. Raises Unreadable."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # Aliases let a small file stand for a huge one; no record has any.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=loader)):
            raise Unreadable("an alias (*name)")
        data = yaml.load(text, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unreadable(" ".join(str(error).split())) from None
    if not isinstance(data, dict):
        raise Unreadable("no mapping")
    return {str(key): _plain(value) for key, value in data.items()}


def write(path: str, document: Document) -> None:
    """Write the record as what is expected from now on. Raises OSError."""
    write_text(path, text_of(document))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, dt.date) else value
