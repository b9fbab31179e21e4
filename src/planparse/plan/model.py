"""The plan as decided: sections, measures, and which node owns which facts. Ranges are of the view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planparse.facts.deadlines import TimeExpression
from planparse.facts.quantities import Quantity
from planparse.facts.references import Reference
from planparse.facts.responsibility import Assignment, Convention
from planparse.spans import Span
from planparse.structure.labels import Label

#: An assignment with the text it closes.
Assigned = tuple[Assignment, tuple[Span, ...]]


class Facts:
    """What a node's own text says. Filled once, when the whole plan stands."""

    __slots__ = ("assigned", "deadlines", "doubtful", "quantities", "references")

    def __init__(self, assigned: Sequence[Assigned]) -> None:
        self.assigned = assigned
        self.quantities: list[Quantity] = []
        self.deadlines: list[TimeExpression] = []
        self.doubtful: list[TimeExpression] = []
        self.references: list[Reference] = []


class SubItem(NamedTuple):
    """A numbered item that is text of its node."""

    label: Label
    text: tuple[Span, ...]


class Node(NamedTuple):
    """A section or a measure. `text` leaves out label, title and closing responsibility."""

    id: str
    label: Label | None
    title: Span | None
    text: tuple[Span, ...]
    items: tuple[SubItem, ...]
    facts: Facts
    span: tuple[Span, ...]


class Section(NamedTuple):
    node: Node
    level: int
    measures: tuple[Node, ...]
    sections: tuple[Section, ...]


class Passage(NamedTuple):
    """Running text outside the outline: the preamble, the closing."""

    text: tuple[Span, ...]
    facts: Facts


class Plan(NamedTuple):
    preamble: Passage | None
    measures: tuple[Node, ...]
    sections: tuple[Section, ...]
    closing: Passage | None
    conventions: tuple[Convention, ...]

    def all_sections(self) -> Iterator[Section]:
        """Every section, before what it holds."""
        waiting = list(reversed(self.sections))
        while waiting:
            section = waiting.pop()
            yield section
            waiting += reversed(section.sections)

    def nodes(self) -> Iterator[Node]:
        """Every section and measure, a section before what it holds."""
        yield from self.measures
        for section in self.all_sections():
            yield section.node
            yield from section.measures


def facts_of(plan: Plan, nodes: Iterable[Node]) -> Iterator[tuple[str, Facts]]:
    """The facts of nodes, with their ids; those of running text outside the outline have none."""
    yield from _of_passage(plan.preamble)
    for node in nodes:
        yield node.id, node.facts
    yield from _of_passage(plan.closing)


def _of_passage(passage: Passage | None) -> Iterator[tuple[str, Facts]]:
    if passage is not None:
        yield "", passage.facts
