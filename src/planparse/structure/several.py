"""Several plans in one notice: where each begins."""

from __future__ import annotations

from planparse.structure.labels import Label
from planparse.structure.parts import Draft
from planparse.structure.titles import TITLE_WIDTH, looks_like_title

_SHORTEST_TITLE = 6
#: The style of a plan's title as an item of the outline, above every numbering.
PLAN = "plan"
_RANK = 1


def mark_plans(draft: Draft) -> dict[int, Label]:
    """The titles of two or more plans that the notice's own title names, as un-numbered items.

    By the place of the line; empty where the notice carries one plan, whose title stays an element.
    """
    title = draft.elements.first("title")
    if title is None or not draft.elements.wrapped:
        return {}
    found: list[int] = []
    for index in draft.text_lines:
        if draft.elements.parts[index] not in ("body", "plan_title") or draft.line(index).label is not None:
            continue
        named = _SHORTEST_TITLE <= draft.width(index) <= TITLE_WIDTH and draft.bare(index) in title.text
        if named and looks_like_title(draft, index):
            found.append(index)
    if len(found) < 2:
        return {}
    draft.elements.values.pop("plan_title", None)
    plans: dict[int, Label] = {}
    for number, index in enumerate(found, start=1):
        draft.mark(index, "body")
        start = draft.line(index).start
        plans[index] = Label(PLAN, _RANK, number, start, start)
    return plans
