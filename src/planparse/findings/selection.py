"""Which findings are wanted: by code (PP401), by its beginning (PP4) or by name (no-owner)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planparse.findings.catalogue import entries, entry, near
from planparse.findings.model import Finding, Findings, Severity

_UNUSED = "PP803"


class UnknownCode(ValueError):
    """No finding has this code, name or beginning of a code. `near` are codes and names like it."""

    def __init__(self, choice: str) -> None:
        super().__init__(f"no finding has the code or name {choice!r}")
        self.choice = choice
        self.near = near(choice)


class Ignored(NamedTuple):
    """Codes that are not wanted, as they were written.

    `where` is the place that asks for it; with one, it is reported where it hides nothing.
    """

    codes: frozenset[str]
    written: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected, all where `selected` is None, without what is ignored.

    A finding of severity error is never hidden: it says that there is no record, or no whole one.
    """

    selected: frozenset[str] | None = None
    ignored: tuple[Ignored, ...] = ()

    @classmethod
    def of(cls, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Selection:
        """The selection of codes, beginnings of codes, or names. Raises UnknownCode."""
        selected = frozenset().union(*map(codes_of, select)) if select else None
        return cls(selected, tuple(Ignored(codes_of(choice), choice) for choice in ignore))

    def apply(self, findings: Findings) -> None:
        """Take out what is not wanted; say which of what is ignored was not there."""
        met = {finding.code for finding in findings}
        unused = [
            Finding(_UNUSED, values=(("ignored", ignored.written), ("where", ignored.where)))
            for ignored in self.ignored
            if ignored.where and ignored.codes.isdisjoint(met)
        ]
        hidden = frozenset[str]().union(*(ignored.codes for ignored in self.ignored))
        findings.items[:] = [each for each in (*findings.items, *unused) if self._keeps(each, hidden)]

    def _keeps(self, finding: Finding, hidden: frozenset[str]) -> bool:
        if entry(finding.code).severity is Severity.ERROR:
            return True
        selected = self.selected is None or finding.code in self.selected or finding.code == _UNUSED
        return selected and finding.code not in hidden


def codes_of(choice: str) -> frozenset[str]:
    """The codes that a code, the beginning of one or a name stands for. Raises UnknownCode."""
    wanted = choice.strip()
    beginning = wanted.upper() if wanted.upper().startswith("PP") else None
    found = {
        each.code
        for each in entries()
        if each.name == wanted.lower() or (beginning and each.code.startswith(beginning))
    }
    if not found:
        raise UnknownCode(choice)
    return frozenset(found)


def choices(written: Iterable[str]) -> list[str]:
    """The choices of options, each one or several with commas between."""
    return [choice.strip() for each in written for choice in each.split(",") if choice.strip()]
