"""The plan as decided: sections, measures, and which node owns which facts. Ranges are of the view."""

from __future__ import annotations

from dataclasses import dataclass

from planparse.facts.deadlines import TimeExpression
from planparse.facts.quantities import Quantity
from planparse.facts.references import Reference
from planparse.facts.responsibility import Assignment
from planparse.spans import Span
from planparse.structure.labels import Label


@dataclass(frozen=True, slots=True)
class Facts:
    """What a node's own text says. `assigned` pairs an assignment with the text it closes."""

    assigned: tuple[tuple[Assignment, tuple[Span, ...]], ...] = ()
    quantities: tuple[Quantity, ...] = ()
    deadlines: tuple[TimeExpression, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class SubItem:
    """A numbered item that is text of its node."""

    label: Label
    text: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A section or a measure. `text` leaves out label, title and closing responsibility."""

    id: str
    label: Label | None
    title: Span | None
    text: tuple[Span, ...]
    items: tuple[SubItem, ...]
    facts: Facts
    span: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Section(Node):
    level: int
    measures: tuple[Node, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text outside the outline: the preamble, the closing."""

    text: tuple[Span, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Plan:
    preamble: Passage | None
    measures: tuple[Node, ...]
    sections: tuple[Section, ...]
    closing: Passage | None
    conventions: tuple[tuple[str, Span, Span | None], ...]
