"""The plan: every decided branch as a section or measure with the facts it owns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from planparse.facts.deadlines import TimeContext, TimeExpression, find_field_times, find_times
from planparse.facts.numbers import find_numbers
from planparse.facts.quantities import find_quantities
from planparse.facts.references import Reference, find_references
from planparse.facts.responsibility import find_conventions
from planparse.plan.model import Assigned, Facts, Node, Passage, Plan, Section, SubItem
from planparse.plan.roles import Branch, Part, walk
from planparse.plan.titles import (
    after_title,
    headings,
    holds_text,
    is_article,
    lead,
    measure_titles,
    section_title,
)
from planparse.plan.unnumbered import unnumbered_blocks
from planparse.rulepack import RulePack
from planparse.spans import Span
from planparse.structure.outline import Item
from planparse.structure.several import PLAN

_WITH_END = ("by", "during", "between")
# More label lines in a row than this belong to no one text.
_LABEL_LINES = 8


class _Assembler(NamedTuple):
    text: str
    rules: RulePack
    time: TimeContext
    counts: bool  # whether numbers are read: only plans promise anything
    titles: dict[int, Span | None]  # of measures and articles
    ids: dict[str, int]
    unnumbered: dict[str, int]
    unread: list[tuple[Facts, int, int]]
    told: list[tuple[Facts, int, int]]  # of the background, where only references are read
    fields: list[tuple[Facts, int, int]]

    def next_unnumbered(self, parent: str) -> str:
        count = self.unnumbered[parent] = self.unnumbered.get(parent, 0) + 1
        return f"p{count}"

    def unique(self, wanted: str) -> str:
        """Ids repeat where numbers do: 3.4, 3.4~2, 3.4~3 in the order of the text."""
        count = self.ids[wanted] = self.ids.get(wanted, 0) + 1
        return wanted if count == 1 else f"{wanted}~{count}"


def assemble(text: str, root: Branch, time: TimeContext, rules: RulePack, *, counts: bool) -> Plan:
    """The plan of a decided tree. `text` is the view; all ranges are of it."""
    closing = _take_closing(text, root, rules) if counts else []
    titles = measure_titles(text, root)
    assembler = _Assembler(
        text, rules, time, counts, titles, ids={}, unnumbered={}, unread=[], told=[], fields=[]
    )
    measures = _unnumbered_measures(assembler, root, "") if counts and root.assignments else []
    preamble, below = _around(measures, root.item.paragraphs)
    closing = below + closing
    sections: list[Section] = []
    for child in root.children:
        _place(assembler, child, "", 1, measures, sections)
    plan = Plan(
        preamble=_preamble(assembler, root, preamble),
        measures=tuple(measures),
        sections=tuple(sections),
        closing=_passage(assembler, closing),
        conventions=tuple(find_conventions(text, rules)) if counts else (),
    )
    _read_facts(assembler)
    return plan


def _around(measures: list[Node], paragraphs: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """The paragraphs that no measure without a number took: above the last of them, and below it."""
    taken = {span for measure in measures for span in measure.span}
    left = [span for span in paragraphs if span not in taken]
    above = bisect_left(left, max(taken)) if taken else len(left)
    return left[:above], left[above:]


def _preamble(assembler: _Assembler, root: Branch, paragraphs: Sequence[Span]) -> Passage | None:
    """The text above the outline; what leads up to it (为…，提出如下意见) tells why, and promises nothing."""
    if not paragraphs or not root.children:
        return _passage(assembler, paragraphs)
    leads_up = assembler.rules.pattern("outline.recital")
    told = [span for span in paragraphs if leads_up.search(assembler.text, *span)]
    read = [span for span in paragraphs if span not in told]
    return Passage(tuple(paragraphs), _facts(assembler, read, told=told))


def _passage(assembler: _Assembler, paragraphs: Sequence[Span]) -> Passage | None:
    if not paragraphs:
        return None
    return Passage(tuple(paragraphs), _facts(assembler, paragraphs))


def _place(
    assembler: _Assembler,
    branch: Branch,
    parent: str,
    level: int,
    measures: list[Node],
    sections: list[Section],
) -> None:
    if branch.part is Part.SECTION:
        sections.append(_section(assembler, branch, parent, level))
    elif branch.part is Part.MEASURE:
        measures.append(_measure(assembler, branch, parent))


def _own_id(assembler: _Assembler, branch: Branch, parent: str) -> str:
    label = branch.item.label
    if label is None:
        number = assembler.next_unnumbered(parent)
    else:
        number = f"p{label.number}" if label.style == PLAN else str(label.number)
    return assembler.unique(f"{parent}.{number}" if parent else number)


def _section(assembler: _Assembler, branch: Branch, parent: str, level: int) -> Section:
    own = _own_id(assembler, branch, parent)
    paragraphs = branch.item.paragraphs
    article = is_article(branch)
    title = assembler.titles[id(branch)] if article else section_title(assembler.text, branch)
    measures: list[Node] = []
    sections: list[Section] = []
    rest = after_title(assembler.text, paragraphs, title)
    bare = any(end in branch.assignments for _, end in paragraphs[1:])
    unnumbered = bare and not branch.children and assembler.counts
    assigned = _assigned(branch, paragraphs[:1] if unnumbered else paragraphs)
    own_text = list(paragraphs)
    if unnumbered:
        measures = _unnumbered_measures(assembler, branch, own)
        taken = {span for measure in measures for span in measure.span}
        rest = [p for p in rest if p not in taken]
        own_text = [p for p in own_text if p not in taken]
    items = _in_order(branch.points, [child for child in branch.children if child.part is Part.TEXT])
    for child in branch.children:
        _place(assembler, child, own, level + 1, measures, sections)
    read = own_text + _paragraphs_of(items)
    told: list[Span] = []
    if branch.told:
        read, told = told, read
    node = Node(
        id=own,
        label=branch.item.label,
        title=title,
        text=_without_assignments(rest, branch),
        items=tuple([_sub_item(item) for item in items]),
        facts=_facts(assembler, read, assigned, told),
        span=_whole(branch.item),
    )
    return Section(node, level, tuple(measures), tuple(sections))


def _measure(assembler: _Assembler, branch: Branch, parent: str) -> Node:
    own = _own_id(assembler, branch, parent)
    paragraphs = branch.item.paragraphs
    title = assembler.titles[id(branch)]
    rest = after_title(assembler.text, paragraphs, title)
    assigned = _assigned(branch, paragraphs)
    items = _in_order(branch.points, branch.children)
    read = paragraphs + _paragraphs_of([item for item in items if not item.tells])
    told = _paragraphs_of([item for item in items if item.tells])
    return Node(
        id=own,
        label=branch.item.label,
        title=title,
        text=_without_assignments(rest, branch),
        items=tuple([_sub_item(item) for item in items]),
        facts=_facts(assembler, read, assigned, told),
        span=_whole(branch.item),
    )


def _assigned(branch: Branch, paragraphs: Sequence[Span]) -> list[Assigned]:
    """Each assignment with the paragraphs it closes: its own, and those before it without one."""
    found: list[Assigned] = []
    waiting: list[Span] = []
    repeated = 0
    for paragraph in paragraphs:
        assignment = branch.assignments.get(paragraph[1])
        if assignment is None:
            waiting.append(paragraph)
            continue
        if paragraph[0] < assignment.span[0]:
            waiting.append((paragraph[0], assignment.span[0]))
        repeated = 0 if waiting else repeated + 1
        if not waiting and found and repeated < _LABEL_LINES:
            waiting = list(found[-1][1])  # a second line for the same text: 牵头部门：… 参与部门：…
        found.append((assignment, tuple(waiting)))
        waiting = []
    return found


def _unnumbered_measures(assembler: _Assembler, branch: Branch, parent: str) -> list[Node]:
    """Paragraphs that each end in their own responsibility, or are followed by its lines."""
    blocks = unnumbered_blocks(assembler.text, branch)
    titles = headings(assembler.text, [lead(assembler.text, branch, block) for block in blocks])
    return [
        _unnumbered(assembler, branch, block, title, parent, place)
        for place, (block, title) in enumerate(zip(blocks, titles, strict=True), start=1)
    ]


def _unnumbered(
    assembler: _Assembler, branch: Branch, block: list[Span], title: Span | None, parent: str, place: int
) -> Node:
    own = assembler.unique(f"{parent}.p{place}" if parent else f"p{place}")
    rest = after_title(assembler.text, block, title)
    return Node(
        id=own,
        label=None,
        title=title,
        text=_without_assignments(rest, branch),
        items=(),
        facts=_facts(assembler, block, _assigned(branch, block)),
        span=tuple(block),
    )


def _without_assignments(ranges: Sequence[Span], branch: Branch) -> tuple[Span, ...]:
    """Ranges of text without the responsibilities that close their paragraphs; empty ones are left out."""
    found: list[Span] = []
    for start, end in ranges:
        assignment = branch.assignments.get(end)
        stop = end if assignment is None else min(end, assignment.span[0])
        if start < stop:
            found.append((start, stop))
    return tuple(found)


def _in_order(points: list[Branch], children: list[Branch]) -> list[Branch]:
    """Numbered text of an item: points of its boxes and its own sub-items, as they stand."""
    return sorted(points + children, key=attrgetter("item.start")) if points else children


def _paragraphs_of(branches: Sequence[Branch]) -> list[Span]:
    return [span for branch in branches for span in _all_paragraphs(branch.item)]


def _all_paragraphs(item: Item) -> Iterable[Span]:
    yield from item.paragraphs
    for child in (*item.points, *item.children):
        yield from _all_paragraphs(child)


def _whole(item: Item) -> tuple[Span, ...]:
    """The label and own paragraphs of an item, and its sub-items, as one range."""
    return ((item.start, item.end),)


def _sub_item(branch: Branch) -> SubItem:
    label = branch.item.label
    assert label is not None  # only numbered items are children
    return SubItem(label, tuple(_all_paragraphs(branch.item)))


def _facts(
    assembler: _Assembler,
    paragraphs: Sequence[Span],
    assigned: Sequence[Assigned] = (),
    told: Sequence[Span] = (),
) -> Facts:
    """The facts of a node, to be filled from its paragraphs up to the brackets that close them; those
    `told` are background."""
    facts = Facts(assigned)
    closed = [assignment.span[0] for assignment, _ in assigned]
    for start, end in paragraphs:
        at = bisect_left(closed, start)
        cut = closed[at] if at < len(closed) and closed[at] < end else end
        assembler.unread.append((facts, start, cut))
    assembler.told.extend([(facts, start, end) for start, end in told])
    for assignment, _ in assigned:
        if assignment.fields:
            assembler.fields.extend([(facts, start, end) for start, end in assignment.fields])
    return facts


def _read_facts(assembler: _Assembler) -> None:
    """Fill the facts of all nodes: one kind after another through the whole text.

    Each kind's code and patterns stay in the processor's cache so, which is a fifth faster than
    reading all kinds paragraph by paragraph. Brackets of responsibility hold no facts but the
    times of their fields.
    """
    text, time, rules, unread = assembler.text, assembler.time, assembler.rules, assembler.unread
    references = [find_references(text, start, end, rules) for _, start, end in unread]
    for (facts, _, _), named in zip(unread, references, strict=True):
        facts.references += named
    for facts, start, end in assembler.told:
        facts.references += find_references(text, start, end, rules)
    if not assembler.counts:
        return
    times = [find_times(text, start, end, time, rules) for _, start, end in unread]
    masks = [_masked(*found) if any(found) else () for found in zip(references, times, strict=True)]
    numbers = [
        find_numbers(text, start, end, masked, rules)
        for (_, start, end), masked in zip(unread, masks, strict=True)
    ]
    for (facts, start, end), expressions, masked, found in zip(unread, times, masks, numbers, strict=True):
        if expressions:
            facts.deadlines += [e for e in expressions if e.kind is not None]
            facts.doubtful += [e for e in expressions if e.doubt]
        if found:
            due = [(e.start, e.last) for e in expressions if e.last and e.kind in _WITH_END]
            past = [e.start for e in expressions if e.tells]
            facts.quantities += find_quantities(text, start, end, found, masked, due, rules, past)
    for facts, start, end in assembler.fields:
        facts.deadlines += [e for e in find_field_times(text, start, end, time, rules) if e.kind]


def _masked(references: Sequence[Reference], times: Sequence[TimeExpression]) -> Sequence[Span]:
    """Where digits are no quantities."""
    return sorted([reference.span for reference in references] + [(time.start, time.end) for time in times])


def _take_closing(text: str, root: Branch, rules: RulePack) -> list[Span]:
    """Paragraphs after the last item that are no longer its own, taken off it: entry into force,
    validity, interpretation, and what follows the bracket that closes the last measure."""
    last = root
    while below := _in_order(last.points, last.children):
        last = below[-1]
    if last is root:
        return []
    pattern = rules.pattern("outline.closing")
    paragraphs = last.item.paragraphs
    closed = _closed_at(text, root, last)
    keep = len(paragraphs)
    for place in range(1, len(paragraphs)):
        if (closed is not None and closed < place) or pattern.search(text, *paragraphs[place]):
            keep = place
            break
    closing = paragraphs[keep:]
    del paragraphs[keep:]
    return closing


def _closed_at(text: str, root: Branch, last: Branch) -> int | None:
    """Which paragraph of the last item ends it; None where text may follow whom it names."""
    paragraphs = last.item.paragraphs
    ends = [i for i, (_, end) in enumerate(paragraphs) if end in last.assignments or end in last.fields]
    if not ends:
        return None
    closed = ends[-1]
    if paragraphs[closed] < max(last.item.boxes, default=(0, 0)):
        return None  # a box follows the bracket
    if closed > 0:
        # 责任单位 right under the heading: the text follows it
        said = any(holds_text(paragraph, last) for paragraph in paragraphs[1 : closed + 1])
        return closed if said else None
    # Where headings close with their bodies, their text follows.
    return None if _names_owners(text, last) and _headings_name_owners(text, root, last) else closed


def _headings_name_owners(text: str, root: Branch, last: Branch) -> bool:
    """Whether text stands below another heading that names who is responsible."""
    return any(
        len(branch.item.paragraphs) > 1 and not branch.children and _names_owners(text, branch)
        for branch in walk(root)
        if branch is not last
    )


def _names_owners(text: str, branch: Branch) -> bool:
    """Whether the first paragraph is a heading with its bodies: no sentence stands before their bracket."""
    start, end = branch.item.paragraphs[0]
    found = branch.assignments.get(end)
    return found is not None and "。" not in text[start : found.span[0]]
