"""The plan as decided: sections, measures, and which node owns which facts. Ranges are of the view."""

from __future__ import annotations

from typing import NamedTuple

from planparse.facts.deadlines import TimeExpression
from planparse.facts.quantities import Quantity
from planparse.facts.references import Reference
from planparse.facts.responsibility import Assignment
from planparse.spans import Span
from planparse.structure.labels import Label


class Facts(NamedTuple):
    """What a node's own text says. `assigned` pairs an assignment with the text it closes."""

    assigned: tuple[tuple[Assignment, tuple[Span, ...]], ...] = ()
    quantities: tuple[Quantity, ...] = ()
    deadlines: tuple[TimeExpression, ...] = ()
    references: tuple[Reference, ...] = ()


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
    conventions: tuple[tuple[str, Span, Span | None], ...]
