"""How far a long work is, on standard error: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from planparse.batch.summary import Step

_BETWEEN_LINES = 5.0  # seconds
_MOST_ALIKE = 20  # failures of one kind that are told one by one: a full disk fails thousands


class Progress(Protocol):
    """What is told while a batch runs, and at its end."""

    def step(self, step: Step, /) -> None: ...

    def summary(self, summary: Mapping[str, Any], /) -> None: ...


@contextmanager
def progress(total: int | None, *, quiet: bool, log_json: bool, language: Language) -> Iterator[Progress]:
    """The fitting kind: JSON lines for programs, nothing but the end for the quiet, a bar for people."""
    if log_json:
        yield _JsonLines()
    elif quiet or sys.stderr is None:
        yield _Quiet(language)
    elif sys.stderr.isatty():
        with _bar() as bar:
            yield _OnTerminal(bar, total, language)
    else:
        yield _Lines(language)


class _JsonLines:
    def step(self, step: Step) -> None:
        _write({**step.row, "unchanged": step.unchanged, "done": step.done, "total": step.total})

    def summary(self, summary: Mapping[str, Any]) -> None:
        _write({"summary": summary})


def _write(line: Mapping[str, Any]) -> None:
    console.write_error(json.dumps(line, ensure_ascii=False) + "\n")


class _Quiet:
    """Failures, and the summary where there were any."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.failed = Counter[str]()

    def step(self, step: Step) -> None:
        if self.is_told(step):
            self.tell(self.failure(step))

    def is_told(self, step: Step) -> bool:
        """Whether a step failed, and not as very many others did."""
        if step.row["status"] != "failed":
            return False
        self.failed[step.row["reason"]] += 1
        return self.failed[step.row["reason"]] <= _MOST_ALIKE

    def tell(self, line: str) -> None:
        console.write_error(line + "\n")

    def failure(self, step: Step) -> str:
        row = {key: visible(str(value)) for key, value in step.row.items()}
        return text("batch.failed", self.language, **row)

    def summary(self, summary: Mapping[str, Any]) -> None:
        if summary["failed"] or summary["interrupted"]:
            self.print_summary(summary)

    def print_summary(self, summary: Mapping[str, Any]) -> None:
        for reason, count in sorted(self.failed.items()):
            if count > _MOST_ALIKE:
                more = text("batch.more-failed", self.language, count=count - _MOST_ALIKE, reason=reason)
                console.write_error(more + "\n")
        key = "batch.interrupted" if summary["interrupted"] else "batch.summary"
        console.write_error(text(key, self.language, **summary) + "\n")


class _Lines(_Quiet):
    """Failures at once, how far it is every few seconds."""

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self.started = self.told = time.monotonic()

    def step(self, step: Step) -> None:
        super().step(step)
        now = time.monotonic()
        if now - self.told >= _BETWEEN_LINES:
            self.told = now
            rate = step.done / (now - self.started)
            left = (step.total - step.done) / rate
            line = text(
                "batch.step",
                self.language,
                done=step.done,
                total=step.total,
                rate=f"{rate:.1f}",
                left=f"{left:.0f}",
            )
            console.write_error(line + "\n")

    def summary(self, summary: Mapping[str, Any]) -> None:
        self.print_summary(summary)


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}/s"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


class _OnTerminal(_Quiet):
    """A bar with rate and remaining time; failures stand above it."""

    def __init__(self, bar: Bar, total: int | None, language: Language) -> None:
        super().__init__(language)
        self.bar = bar
        self.task = bar.add_task("", total=total, rate="0")
        self.started = time.monotonic()

    def step(self, step: Step) -> None:
        super().step(step)
        rate = step.done / max(time.monotonic() - self.started, 0.001)
        self.bar.update(self.task, completed=step.done, total=step.total, rate=f"{rate:.0f}")

    def tell(self, line: str) -> None:
        from rich.text import Text

        self.bar.console.print(Text(line), soft_wrap=True)

    def summary(self, summary: Mapping[str, Any]) -> None:
        self.bar.stop()
        self.print_summary(summary)
