"""Boxes (专栏) in a plan: how far the points go that a box numbers by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from planparse.structure.labels import BOX, Label
from planparse.structure.paragraphs import Body
from planparse.structure.several import PLAN

# A jump further than this is no numbering.
_WIDEST_GAP = 5
# No box numbers its points so.
_HEADINGS = frozenset((PLAN, BOX, "part", "chapter", "division", "article"))

#: The number before a label in the sequence around the box; None where it would begin one.
Before = Callable[[Label], int | None]


@dataclass(slots=True)
class _Points:
    """The last number of each style in the box; and where the sequence around it may go on, as a
    label continues both."""

    last: dict[str, int] = field(default_factory=dict)
    rank: int | None = None  # of the box's first label
    both: dict[str, int] = field(default_factory=dict)


def box_end(body: Body, heading: int, before: Before) -> int:
    """The place of the first paragraph behind a box whose heading is at `heading`.

    Numbers that begin anew are the box's; it ends where a label continues the sequence around it
    and not its own, where a label of a higher rank than its points begins, with the next box, or
    with a paragraph behind a whole point that closes in a bracket as the one above the box does.
    """
    points = _Points()
    closing = _closes(body, heading - 1)
    end = heading + 1
    while end < len(body.labels):
        label = body.labels[end]
        if label is None:
            if closing and points.last and _is_complete(body, end - 1) and _closes(body, end):
                break
        elif not _takes(points, label, end, before(label)):
            break
        end += 1
    for style, place in points.both.items():
        if _resumes(body, heading, place, end, points.last[style]):
            return place
    return end


def _takes(points: _Points, label: Label, place: int, outer: int | None) -> bool:
    """Whether a label may be one of the box."""
    style, number = label.style, label.number
    if style in _HEADINGS or (number == 1 and points.rank is not None and label.rank < points.rank):
        return False
    inside = points.last.get(style, 0)
    step = number - outer if outer is not None else 0
    if number == 1 or number == inside + 1:
        if number == 1:
            points.both.pop(style, None)
        elif step == 1:
            points.both.setdefault(style, place)
    elif 0 < step <= _WIDEST_GAP and (not inside or step <= number - inside or number <= inside):
        return False
    elif not 0 <= number - inside <= _WIDEST_GAP:
        return True  # no label of a sequence
    points.last[style] = number
    if points.rank is None:
        points.rank = label.rank
    return True


def _resumes(body: Body, heading: int, place: int, end: int, last: int) -> bool:
    """Whether the label at `place`, which continues the box and the sequence around it, belongs to the
    latter: the next one behind the box tells, else whether its text closes with a bracket as the
    text above the box does, and the points before it do not."""
    label = body.labels[place]
    following = _next(body, end, label.style) if label else None
    if label and following and following.number in (last + 1, label.number):
        return following.number == last + 1
    item_end = next((i for i in range(place + 1, end) if body.labels[i] is not None), end)
    return (
        _closes(body, heading - 1)
        and _closes(body, item_end - 1)
        and not any(_closes(body, i) for i in range(heading + 1, place))
    )


def _next(body: Body, start: int, style: str) -> Label | None:
    """The first label of a style from a place on."""
    for place in range(start, len(body.labels)):
        label = body.labels[place]
        if label is not None and label.style == style:
            return label
    return None


def _is_complete(body: Body, place: int) -> bool:
    """Whether a paragraph ends in a full stop, not as a heading does."""
    return body.view.text[body.paragraphs[place][1] - 1] in "。;!?"


def _closes(body: Body, place: int) -> bool:
    """Whether a paragraph ends in a bracket."""
    start, end = body.paragraphs[place]
    return body.view.text[max(start, end - 3) : end].rstrip("。; ").endswith((")", "〕", "]"))
