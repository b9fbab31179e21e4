"""Label lines below the last of several points: in every group they stand there, or the items beside
the group answer for themselves, so they are the group's."""

from __future__ import annotations

from planparse.plan.roles import Branch, any_assigned, walk

_FEWEST_GROUPS = 2


def lift_shared_lines(root: Branch) -> None:
    """Where only the last point of each group is followed by 责任单位：…, the group answers for all."""
    branches = [root, *walk(root)]
    for group in _beside(branches):
        if _is_shared(group):
            _lift(group)
    groups = [branch for branch in branches if _is_group(branch) and any_assigned(branch.children)]
    if len(groups) >= _FEWEST_GROUPS and all(_is_shared(group) for group in groups):
        for group in groups:
            _lift(group)


def _beside(branches: list[Branch]) -> list[Branch]:
    """The groups beside which items of their own numbering name who is responsible for each."""
    found: list[Branch] = []
    for branch in branches:
        answering = {
            child.item.rank for child in branch.children if child.assigned and not child.assigned_below
        }
        found += [child for child in branch.children if child.item.rank in answering and _is_group(child)]
    return found


def _is_group(branch: Branch) -> bool:
    """Whether a numbered item has several points, none of which has points of its own."""
    points = branch.children
    return branch.item.label is not None and len(points) > 1 and not any(point.children for point in points)


def _lift(group: Branch) -> None:
    lift_lines(group, group.children[-1])
    group.assigned_below = False


def _is_shared(group: Branch) -> bool:
    *others, last = group.children
    return not group.assigned and not any(child.assigned for child in others) and bool(own_lines(last))


def own_lines(branch: Branch) -> list[int]:
    """The places of the label lines that end a point, empty where another paragraph assigns."""
    paragraphs = branch.item.paragraphs
    first = len(paragraphs)
    while first > 1 and branch.is_line(paragraphs[first - 1]):
        first -= 1
    lines = list(range(first, len(paragraphs)))
    assigning = sum(end in branch.assignments for _, end in paragraphs)
    inside = sum(paragraphs[place][1] in branch.assignments for place in lines)
    return lines if inside and inside == assigning else []


def lift_lines(group: Branch, last: Branch) -> None:
    """Give the label lines of the last of its points to the group."""
    lines = own_lines(last)
    moved = [last.item.paragraphs[place] for place in lines]
    del last.item.paragraphs[lines[0] :]
    group.item.paragraphs += moved
    group.fields |= last.fields
    for _, end in moved:
        if end in last.assignments:
            group.assignments[end] = last.assignments.pop(end)
