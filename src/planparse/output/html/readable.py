"""Values of a record as people read them."""

from __future__ import annotations

from decimal import Decimal

from planparse.output.html.words import Language, word
from planparse.records import Convention, Deadline, Department, DocumentNumber, Node, Record, Reference
from planparse.records.models import Quantity

_SIGNS = {">=": "≥", "<=": "≤", "~": "≈", "=": "", "range": ""}
_OPENING = 30  # characters of a node without a title


def readable(record: Record, language: Language) -> str:
    """One line that says what a value is; what it counts, how much, until when."""
    if isinstance(record, Quantity):
        return quantity(record, language)
    if isinstance(record, Deadline):
        return deadline(record)
    if isinstance(record, Reference):
        number = record.document_number
        return f"《{record.title}》{number.text if number else ''}"
    if isinstance(record, Department):
        return record.name
    return record.text if isinstance(record, Convention | DocumentNumber) else ""


def heading(node: Node) -> str:
    """The title of a node, or how its text begins."""
    if node.title:
        return node.title
    text = " ".join((node.text or "").split())
    return text if len(text) <= _OPENING else text[:_OPENING] + "…"


def quantity(record: Quantity, language: Language) -> str:
    """`5G基站 ≥ 40个 (2024-12-31 前)`; as written where the text does not say what is counted."""
    said = f"{record.indicator} {amount(record, language)}" if record.indicator else record.text
    return f"{said} ({word('due', language, date=record.due.isoformat())})" if record.due else said


def amount(record: Quantity, language: Language) -> str:
    """Comparator, value and unit; `1–2` for a range, `36 → 24` for a value with its baseline."""
    if record.ratio:
        return ":".join(number(share, language) for share in record.ratio)
    if record.value is None:
        return record.text
    value = number(record.value, language)
    if record.value_max is not None:
        value = f"{value}–{number(record.value_max, language)}"
    if record.baseline is not None:
        value = f"{number(record.baseline, language)} → {value}"
    sign = _SIGNS.get(record.comparator, record.comparator)
    per = f"/{record.per}" if record.per else ""
    return " ".join(filter(None, (sign, value + _unit(record.unit, language) + per)))


def number(value: int | Decimal, language: Language) -> str:
    """`45亿`, `1.6万` where that is exact and short; in English thousands are parted by commas."""
    if language == "en":
        return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    for name, size in (("亿", 100_000_000), ("万", 10_000)):
        if value >= size and value * 100 % size == 0:
            return f"{Decimal(value) / size:f}{name}"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _unit(unit: str | None, language: Language) -> str:
    """`60个`, `98%`; parted by a blank where the words around are English."""
    if not unit:
        return ""
    return unit if unit == "%" or language == "zh" else f" {unit}"


def deadline(record: Deadline) -> str:
    dates = [date.isoformat() for date in (record.start, record.end) if date]
    return f"{record.text} ({' – '.join(dates)})" if dates else record.text
