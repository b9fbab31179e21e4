"""How far a batch is, and what it came to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from planparse.batch.mapping import Row


class Step(NamedTuple):
    """One notice done: its row, whether it was left alone as unchanged, and how far the batch is."""

    row: Row
    unchanged: bool
    done: int
    total: int


class Summary(NamedTuple):
    """What a batch came to. `problems` are what went wrong besides notices; `seconds` is wall time."""

    total: int
    converted: int
    unchanged: int
    failed: int
    interrupted: bool
    errors: int
    warnings: int
    infos: int
    seconds: float
    problems: tuple[str, ...]

    @property
    def left(self) -> int:
        """Notices that an interrupt left undone."""
        return self.total - self.converted - self.unchanged - self.failed

    def to_dict(self) -> dict[str, Any]:
        rate = self.converted / self.seconds if self.seconds else 0.0
        return {**self._asdict(), "left": self.left, "per_second": round(rate, 1)}


def summarise(
    rows: Sequence[Row],
    *,
    total: int,
    unchanged: int,
    interrupted: bool,
    seconds: float,
    problems: Iterable[str],
) -> Summary:
    """The summary of the rows of what was done, `unchanged` of them left alone, out of `total` notices."""
    failed = sum(row["status"] == "failed" for row in rows)
    errors, warnings, infos = (
        sum(row.get(severity, 0) for row in rows) for severity in ("errors", "warnings", "infos")
    )
    return Summary(
        total=total,
        converted=len(rows) - failed - unchanged,
        unchanged=unchanged,
        failed=failed,
        interrupted=interrupted,
        errors=errors,
        warnings=warnings,
        infos=infos,
        seconds=round(seconds, 3),
        problems=tuple(problems),
    )
