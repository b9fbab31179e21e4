"""Boxes (专栏): what they number is text of the item they stand in, unless it names who is responsible."""

from __future__ import annotations

from operator import attrgetter

from planparse.plan.roles import Branch, any_assigned
from planparse.plan.shared_lines import lift_lines, own_lines


def settle_boxes(branch: Branch) -> None:
    """Points that answer for themselves become items below the one that holds the box.

    Label lines behind the last point are those of the item, where it has none of its own.
    """
    for below in (*branch.children, *branch.points):
        settle_boxes(below)
    if branch.points:
        *others, last = branch.points
        if not branch.assigned and not any_assigned(others) and own_lines(last):
            lift_lines(branch, last)
        answering = sum(point.answers for point in branch.points)
        if answering > 1 or answering == len(branch.points):
            branch.children = sorted([*branch.children, *branch.points], key=attrgetter("item.start"))
            branch.points = []
    branch.assigned_below = any_assigned(branch.children)
