"""What the program has to say about a notice: a finding, and the sink that collects them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


class Case(NamedTuple):
    """A place that has the trait that a finding is about, the section or measure it is in, and what
    its message quotes."""

    spans: Spans
    node: str = ""
    text: str = ""


# Fewer cases than this are no custom, however small the plan.
_CUSTOM = 3


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

    def add_cases(self, code: str, cases: Sequence[Case], among: int, labels: tuple[Label, ...] = ()) -> None:
        """A finding for each case; where most of what could be one is one, it is how the notice is
        written, and one finding stands for all."""
        if len(cases) >= _CUSTOM and 2 * len(cases) > among:
            spans = tuple([span for case in sorted(cases) for span in case.spans])
            self.add(code, spans, labels=labels, count=len(cases))
            return
        for spans, node, text in cases:
            quoted = (("text", text),) if text else ()
            self.items.append(Finding(code, spans, quoted, node, labels))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
