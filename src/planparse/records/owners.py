"""Who answers for a section or measure, once headings and conventions are counted in.

The record says what the text says. A clerk's task table needs more: a measure also belongs
to the body of the heading above it (科技服务专班牵头负责), and a convention (列第一位者为
牵头单位，下同) changes what later brackets mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from planparse.records.models import (
    Convention,
    Department,
    Measure,
    Plan,
    Responsibility,
    Role,
    Section,
    SpanList,
)

Via = Literal["own", "section", "convention"]
Path = tuple[Section, ...]
InForce = tuple[tuple[Convention, int], ...]


class EffectiveOwner(NamedTuple):
    """A body that answers for a node. `role_text` is as written, empty where nothing is.

    `via` is `own` for the node's own text, `section` for the nearest heading above that
    names bodies, `convention` for what only a convention says.
    """

    department: Department
    role: Role
    role_text: str
    via: Via


def in_force(plan: Plan) -> InForce:
    """The conventions of a plan, each with the offset of the source it holds from.

    One without a place, or behind the last bracket (a note at the end), holds everywhere.
    """
    if not plan.conventions:
        return ()
    last = max((_end(node.span) for node, _ in walk(plan) if node.responsibilities), default=0)
    starts = [_start(convention.span, -1) for convention in plan.conventions]
    return tuple(
        (convention, start if start < last else -1)
        for convention, start in zip(plan.conventions, starts, strict=True)
    )


def walk(plan: Plan) -> Iterator[tuple[Section | Measure, Path]]:
    """Every section and measure in the order of the text, with the sections around it, outermost first."""
    pending: list[tuple[Section | Measure, Path]] = [(child, ()) for child in reversed(_children(plan))]
    while pending:
        node, path = pending.pop()
        yield node, path
        if isinstance(node, Section):
            pending.extend((child, (*path, node)) for child in reversed(_children(node)))


def owners(node: Section | Measure, path: Path, conventions: InForce) -> list[EffectiveOwner]:
    """Own bodies, then those of the nearest heading that has any, then implied ones.

    A body is listed once for each role. Implied bodies answer for measures only.
    """
    found = list(_stated(node, "own", conventions))
    heading = next((section for section in reversed(path) if section.responsibilities), None)
    if heading is not None:
        found.extend(_stated(heading, "section", conventions))
    if isinstance(node, Measure):
        named = {owner.department.name for owner in found}
        found.extend(
            EffectiveOwner(body, "responsible", "", "convention")
            for body in _implied(node, conventions)
            if body.name not in named
        )
    listed: dict[tuple[str, Role], EffectiveOwner] = {}
    for owner in found:
        listed.setdefault((owner.department.name, owner.role), owner)
    return list(listed.values())


def _stated(node: Section | Measure, via: Via, conventions: InForce) -> Iterator[EffectiveOwner]:
    """The bodies that stand in the node's brackets and label lines."""
    leads = _first_leads(node, conventions)
    for bracket in _brackets(node.responsibilities or ()):
        promoted = leads and _first_is_unmarked(bracket)
        for group in bracket:
            for body in group.departments:
                if promoted:
                    yield EffectiveOwner(body, "lead", group.role_text, "convention")
                    promoted = False
                else:
                    yield EffectiveOwner(body, group.role, group.role_text, via)


def _brackets(groups: Sequence[Responsibility]) -> list[list[Responsibility]]:
    """Groups that close the same paragraph stand in one bracket."""
    brackets: list[list[Responsibility]] = []
    for group in groups:
        if brackets and brackets[-1][0].applies_to == group.applies_to:
            brackets[-1].append(group)
        else:
            brackets.append([group])
    return brackets


def _first_is_unmarked(bracket: list[Responsibility]) -> bool:
    """Several bodies, no lead among them, and the first one has no more than a share of the work."""
    return (
        all(group.role != "lead" for group in bracket)
        and bracket[0].role in ("responsible", "unspecified")
        and sum(len(group.departments) for group in bracket) > 1
    )


def _first_leads(node: Section | Measure, conventions: InForce) -> bool:
    """Whether the first body of the node's brackets leads. The bracket that says so is meant too."""
    return any(
        convention.kind == "first_listed_leads" and (not node.span or _end(node.span) > start)
        for convention, start in conventions
    )


def _implied(node: Section | Measure, conventions: InForce) -> Iterator[Department]:
    """Bodies that answer for the node although its text no longer lists them (以下均需…负责)."""
    for convention, start in conventions:
        if convention.kind == "implied_body" and (not node.span or _start(node.span) > start):
            yield from convention.departments or ()


def _children(holder: Plan | Section) -> list[Section | Measure]:
    """Measures and sections in the order of the text; measures first where places are not known."""
    children: list[Section | Measure] = [*(holder.measures or ()), *(holder.sections or ())]
    if holder.measures and holder.sections and all(child.span for child in children):
        children.sort(key=lambda child: _start(child.span))
    return children


def _start(spans: SpanList | None, default: int = 0) -> int:
    return spans[0][0] if spans else default


def _end(spans: SpanList | None) -> int:
    return spans[-1][1] if spans else 0
