"""A record with its corrections applied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planparse.findings.model import Finding
from planparse.overrides.file import Correction, Overrides
from planparse.overrides.fit import fit
from planparse.overrides.values import OWN_FIELDS, Value, values
from planparse.records import Department, Document, FindingRecord, OverridesUsed, Responsibility
from planparse.records.build import finding_records

#: What the registry of bodies says of a name; it says nothing of one that a person wrote.
_OF_THE_NAME = ("body", "full_name", "jurisdiction", "kind")
_RULE = "overrides"


def apply(document: Document, text: str, overrides: Overrides) -> tuple[Document, list[Finding]]:
    """A copy of the record of a text with the corrections that fit, and what is to be said about them.

    The findings stand in the copy too. What a correction changed has the rule `overrides`.
    """
    corrected = document.model_copy(deep=True)
    fits = fit(values(corrected, text), overrides, document)
    found = [finding for each in fits if (finding := each.finding or _change(each.correction, each.value))]
    dropped = len(found)
    applied = len(fits) - dropped
    _drop_empty_groups(corrected, [each.value for each in fits if each.value])
    if overrides.source_sha256 != document.source.sha256:
        found.insert(0, Finding("PP711", (), (("applied", str(applied)), ("dropped", str(dropped)))))
    corrected.overrides = OverridesUsed(sha256=overrides.sha256, applied=applied, dropped=dropped)
    added = [FindingRecord.model_validate(record) for record in finding_records(found, text)]
    corrected.findings = sorted([*(document.findings or ()), *added], key=_place) or None
    return corrected, found


def _place(finding: FindingRecord) -> tuple[Any, ...]:
    return (finding.span or [(-1, -1)])[0], finding.code


def _change(correction: Correction, value: Value | None) -> Finding | None:
    """Apply a correction that fits; a finding where what it says cannot be."""
    assert value is not None
    if correction.now is None:
        _remove(value)
        return None
    record = value.record
    try:
        changed = type(record).model_validate({**record.model_dump(), **correction.now})
    except ValueError:
        named = {"text": value.address.text, "node": value.node, "now": _shown(correction.now)}
        return Finding("PP716", tuple(value.spans), tuple(named.items()))
    for name in correction.now:
        setattr(record, name, getattr(changed, name))
    if isinstance(record, Department) and "name" in correction.now:
        for name in set(_OF_THE_NAME) - set(correction.now):
            setattr(record, name, None)
    elif value.kind not in OWN_FIELDS and hasattr(record, "rule"):
        record.rule = _RULE
    return None


def _shown(now: dict[str, Any]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in now.items())


def _remove(value: Value) -> None:
    """Take a value out of the record that holds it: the field of a node, or an entry of a list."""
    held = getattr(value.holder, value.place)
    if isinstance(held, list) and value.record is not value.holder:
        held[:] = [record for record in held if record is not value.record]
        return
    setattr(value.holder, value.place, None)
    spans = getattr(value.holder, "spans", None)
    if spans:
        spans.pop(value.place, None)


def _drop_empty_groups(document: Document, changed: Iterable[Value]) -> None:
    """A responsibility all whose bodies were wrong says nothing."""
    empty = {
        id(value.holder)
        for value in changed
        if isinstance(value.holder, Responsibility) and not value.holder.departments and not value.holder.open
    }
    for node, _ in document.nodes() if empty else ():
        node.responsibilities = [group for group in node.responsibilities or () if id(group) not in empty]
