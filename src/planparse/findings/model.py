"""What the program has to say about a notice: a finding, and the sink that collects them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from planparse.spans import Spans


class Severity(IntEnum):
    """How bad a finding is. Ordered, so that `--fail-on` can compare."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        return self.name.lower()


class Label(NamedTuple):
    """A second place that explains a finding, such as where a bracket was opened."""

    spans: Spans
    note: str  # the key of a note in the catalogue entry


class Finding(NamedTuple):
    """One thing to say. Wording, name and severity stand in the catalogue under `code`.

    `values` fill the placeholders of the message. `node` is the id of the section or
    measure the finding belongs to, empty where it belongs to none.
    """

    code: str
    spans: Spans = ()
    values: tuple[tuple[str, str], ...] = ()
    node: str = ""
    labels: tuple[Label, ...] = ()


class Findings:
    """The sink that every stage writes to."""

    __slots__ = ("items",)

    def __init__(self, items: list[Finding] | None = None) -> None:
        self.items = [] if items is None else items

    def add(
        self,
        code: str,
        spans: Spans = (),
        *,
        node: str = "",
        labels: tuple[Label, ...] = (),
        **values: object,
    ) -> None:
        self.items.append(
            Finding(code, spans, tuple((key, str(value)) for key, value in values.items()), node, labels)
        )

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
