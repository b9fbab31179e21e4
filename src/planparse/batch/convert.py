"""One notice: read, extracted, written. What a worker process does, and its answer."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from planparse.records import Document
    from planparse.rulepack import RulePack

Format = Literal["yaml", "json", "jsonl"]
#: Values of an index row by column; what a notice lacks is left out.
Row = dict[str, Any]

SUFFIXES: Mapping[Format, str] = {"yaml": ".yaml", "json": ".json", "jsonl": ""}


class Settings(NamedTuple):
    """What a record depends on besides the notice and the version; `keep` holds records for later use."""

    format: Format = "yaml"
    provenance: bool = True
    rules_folder: str | None = None
    refuse_classified: bool = False
    keep: bool = False


class Task(NamedTuple):
    """`path` is read, `output` written; `name` is the output's place below the output folder."""

    path: str
    relative: str
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
    from planparse.intake import MAX_BYTES

    try:
        with open(task.path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Outcome(failed(task, "unreadable", error.strerror or str(error)))
    try:
        return _converted(task, data)
    except MemoryError:
        return Outcome(failed(task, "memory", "more memory than a worker may take"))
    except OSError as error:
        return Outcome(failed(task, "unwritable", error.strerror or str(error)))
    except Exception as error:  # the net of the command line: a defect costs its own file
        return Outcome(failed(task, "internal", f"{type(error).__name__}: {error}"))


def failed(task: Task, reason: str, detail: str) -> Row:
    """The row of a notice that gave no record. `reason` is one word, or the code of a finding."""
    return {"path": task.relative, "status": "failed", "reason": reason, "detail": detail}


def _converted(task: Task, data: bytes) -> Outcome:
    from planparse.pipeline import extract_bytes

    settings = task.settings
    document = extract_bytes(data, name=os.path.basename(task.relative), rules=_rules(settings))
    row = _refused(task, document) or _row(task, document)
    if row["status"] == "failed":
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


def _refused(task: Task, document: Document) -> Row | None:
    """The row of a notice that gives no record: nothing in it could be parsed, or it is classified."""
    findings = document.findings or []
    if document.notice is None and document.plan is None:
        error = next((finding for finding in findings if finding.severity == "error"), None)
        return failed(task, error.code, error.message) if error else None
    if task.settings.refuse_classified:
        mark = next((finding for finding in findings if finding.code == "PP011"), None)
        return failed(task, mark.code, mark.message) if mark else None
    return None


def _row(task: Task, document: Document) -> Row:
    notice, plan = document.notice, document.plan
    row: Row = {"path": task.relative, "status": "converted"}
    if task.output:
        row["output"] = task.name
    if notice:
        number = notice.document_number
        row["title"] = notice.title
        row["document_number"] = number.text if number else None
        row["date"] = notice.date.isoformat() if notice.date else None
    if plan:
        row["kind"] = plan.kind
        row["plan"] = plan.title
    counts = _counts(document)
    return {key: value for key, value in row.items() if value is not None} | counts


def _counts(document: Document) -> dict[str, int]:
    nodes = [node for node, _ in document.nodes()]
    sections = sum(hasattr(node, "sections") for node in nodes)
    severities = [finding.severity for finding in document.findings or []]
    return {
        "sections": sections,
        "measures": len(nodes) - sections,
        "responsibilities": sum(len(node.responsibilities or ()) for node in nodes),
        "targets": sum(len(node.targets or ()) for node in nodes),
        "standards": sum(len(node.standards or ()) for node in nodes),
        "deadlines": sum(len(node.deadlines or ()) for node in nodes),
        "references": sum(len(node.references or ()) for node in nodes),
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "infos": severities.count("info"),
    }
