"""From the bytes of a notice to its row and its record: nothing is read or written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planparse.records import Document
    from planparse.rulepack import RulePack

#: Values of an index row by column; what a notice lacks is left out.
Row = dict[str, Any]


def map_notice(
    data: bytes,
    path: str = "",
    *,
    rules: RulePack | None = None,
    provenance: bool = True,
    refuse_classified: bool = False,
) -> dict[str, Any]:
    """What becomes of a notice, as plain data: the row of the index and, as JSON text, the `record`.

    The function to hand to an engine of your own (Spark, Ray …). `path` names the notice. Raises nothing:
    a notice that gives no record has the status `failed`, a reason, a detail and no `record`.
    """
    from planparse.rulepack import load_rules

    try:
        row, document = extracted(data, path, rules or load_rules(), refuse_classified=refuse_classified)
        return {**row, "record": document.to_json(provenance=provenance)} if document else row
    except Exception as error:  # the net of the command line: a defect costs its own notice
        return failure(path, error)


def extracted(
    data: bytes, path: str, rules: RulePack, *, refuse_classified: bool, output: str = ""
) -> tuple[Row, Document | None]:
    """The row of a notice and its record, None where it gives none. `output` is where it will be written."""
    from planparse.pipeline import extract_bytes

    document = extract_bytes(data, name=path.rpartition("/")[2], rules=rules)
    refused = _refused(path, document, refuse_classified)
    return (refused, None) if refused else (_row(path, document, output), document)


def failed(path: str, reason: str, detail: str) -> Row:
    """The row of a notice that gave no record. `reason` is one word, or the code of a finding."""
    return {"path": path, "status": "failed", "reason": reason, "detail": detail}


def failure(path: str, error: Exception) -> Row:
    """The row of a notice that met an error."""
    if isinstance(error, MemoryError):
        return failed(path, "memory", "more memory than a worker may take")
    return failed(path, "internal", f"{type(error).__name__}: {error}")


def _refused(path: str, document: Document, refuse_classified: bool) -> Row | None:
    """The row of a notice that gives no record: nothing in it could be parsed, or it is classified."""
    findings = document.findings or []
    if document.notice is None and document.plan is None:
        error = next((finding for finding in findings if finding.severity == "error"), None)
        return failed(path, error.code, error.message) if error else None
    if refuse_classified:
        mark = next((finding for finding in findings if finding.code == "PP011"), None)
        return failed(path, mark.code, mark.message) if mark else None
    return None


def _row(path: str, document: Document, output: str) -> Row:
    notice, plan = document.notice, document.plan
    row: Row = {"path": path, "status": "converted", "output": output or None}
    if notice:
        number = notice.document_number
        row["title"] = notice.title
        row["document_number"] = number.text if number else None
        row["date"] = notice.date.isoformat() if notice.date else None
    if document.jurisdiction:
        row["jurisdiction"] = document.jurisdiction.name
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
