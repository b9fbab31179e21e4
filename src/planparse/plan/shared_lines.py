"""Label lines below the last of several points: in every group they stand there, or the items beside
the group answer for themselves, so they are the group's."""

from __future__ import annotations

from planparse.plan.roles import Branch

_FEWEST_GROUPS = 2


def lift_shared_lines(root: Branch) -> None:
    """Where only the last point of each group is followed by 责任单位：…, the group answers for all."""
    branches = _all(root)
    _lift_beside(branches)
    groups = [branch for branch in branches if len(branch.children) > 1 and _has_leaves(branch)]
    groups = [group for group in groups if any(child.assigned for child in group.children)]
    if len(groups) < _FEWEST_GROUPS or not all(_is_shared(group) for group in groups):
        return
    for group in groups:
        lift_lines(group, group.children[-1])
        group.assigned_below = False


def _lift_beside(branches: list[Branch]) -> None:
    """Lift where items of the group's own numbering beside it name who is responsible for each."""
    for branch in branches:
        answering = {
            child.item.rank for child in branch.children if child.assigned and not child.assigned_below
        }
        beside = [child for child in branch.children if child.item.rank in answering]
        for group in beside:
            if len(group.children) > 1 and _has_leaves(group) and _is_shared(group):
                lift_lines(group, group.children[-1])
                group.assigned_below = False


def _all(root: Branch) -> list[Branch]:
    found = [root]
    for branch in found:
        found += branch.children
    return found


def _has_leaves(branch: Branch) -> bool:
    return branch.item.label is not None and not any(child.children for child in branch.children)


def _is_shared(group: Branch) -> bool:
    *others, last = group.children
    return not group.assigned and not any(child.assigned for child in others) and bool(own_lines(last))


def own_lines(branch: Branch) -> list[int]:
    """The places of the label lines that end a point, empty where another paragraph assigns."""
    paragraphs = branch.item.paragraphs
    first = len(paragraphs)
    while first > 1 and _is_line(branch, first - 1):
        first -= 1
    lines = list(range(first, len(paragraphs)))
    assigning = sum(end in branch.assignments for _, end in paragraphs)
    inside = sum(paragraphs[place][1] in branch.assignments for place in lines)
    return lines if inside and inside == assigning else []


def _is_line(branch: Branch, place: int) -> bool:
    start, end = branch.item.paragraphs[place]
    assignment = branch.assignments.get(end)
    return end in branch.fields if assignment is None else assignment.span[0] <= start + 1


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
