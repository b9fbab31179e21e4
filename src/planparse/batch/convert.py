"""One notice: read, extracted, written. What a worker process does, and its answer."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from planparse.batch.mapping import Row, extracted, failed, failure
from planparse.intake.paths import Source, read_source
from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from planparse.records import Document
    from planparse.rulepack import RulePack

Format = Literal["yaml", "json", "jsonl"]

SUFFIXES: Mapping[Format, str] = {"yaml": ".yaml", "json": ".json", "jsonl": ""}


class Settings(NamedTuple):
    """What a record depends on besides the notice and the version; `keep` holds records for later use."""

    format: Format = "yaml"
    provenance: bool = True
    rules_folder: str | None = None
    refuse_classified: bool = False
    keep: bool = False


class Task(NamedTuple):
    """`source` is read, `output` written; `name` is the output's place below the output folder."""

    source: Source
    name: str
    output: str
    settings: Settings


class Outcome(NamedTuple):
    """What came of a task: the index row, the digest of what was read, the size of what was written,
    and the record as compressed JSON where it is kept. `known`: it is that of an earlier run."""

    row: Row
    digest: bytes = b""
    size: int = 0
    record: bytes = b""
    known: bool = False


def digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


def convert(task: Task) -> Outcome:
    """Convert one notice. Raises nothing but what ends the process: a failure is a row."""
    reason = "unreadable"
    try:
        data = read_source(task.source)
        reason = "unwritable"
        return _converted(task, data)
    except OSError as error:
        return Outcome(failed(task.source.relative, reason, error.strerror or str(error)))
    except Unreadable as problem:
        return Outcome(failed(task.source.relative, problem.code, task.source.member))
    except Exception as error:  # the net of the command line: a defect costs its own file
        return Outcome(failure(task.source.relative, error))


def _converted(task: Task, data: bytes) -> Outcome:
    settings = task.settings
    row, document = extracted(
        data,
        task.source.relative,
        _rules(settings),
        refuse_classified=settings.refuse_classified,
        output=task.name if task.output else "",
    )
    if document is None:
        return Outcome(row, digest(data))
    size, record = 0, b""
    if settings.keep:
        record = zlib.compress(document.to_json(provenance=settings.provenance).encode(), 1)
    if task.output:
        size = _write(task.output, document, settings)
    return Outcome(row, digest(data), size, record)


def _rules(settings: Settings) -> RulePack:
    from planparse.rulepack import load_rules

    if settings.rules_folder is None:
        return load_rules()
    if settings.rules_folder not in _packs:
        _packs[settings.rules_folder] = load_rules(settings.rules_folder)
    return _packs[settings.rules_folder]


# A worker reads a user's rules once.
_packs: dict[str, RulePack] = {}


def _write(output: str, document: Document, settings: Settings) -> int:
    from planparse.output import json, yaml
    from planparse.output.files import write_text

    writer = json.write if settings.format == "json" else yaml.write
    text = writer(document, provenance=settings.provenance)
    write_text(Path(output), text, make_folder=True)
    return os.stat(output).st_size
