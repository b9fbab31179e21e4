"""What each item of the outline is: a section, a measure, or text of the one above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from planparse.brackets import Brackets
from planparse.facts.responsibility import Assignment, is_field_line, read_assignment, read_sentence
from planparse.plan.kind import Tasks
from planparse.rulepack import Matcher, RulePack
from planparse.spans import Span
from planparse.structure.outline import Item
from planparse.structure.several import PLAN

_LONGEST_TITLE = 40
_LONGEST_HEADING = 60
_LONGEST_CLOSING = 120
# Down to 一、 a number opens a heading, also in documents that are no plans; an article does not.
_HEADINGS = 50
_ARTICLE = 40
# The framing of sections that tell what was reached before the plan.
_BACKGROUND = "background"
# Sentences that assign without a bracket are a habit of the notice where there are this many.
_FEWEST_SENTENCES = 3
# A single item with a responsibility is no habit.
_FEWEST_TASKS = 2
# Nor are two amounts.
_FEWEST_GRANTS = 3
_HEADING_END = re.compile("[。:]")


class Part(Enum):
    SECTION = auto()
    MEASURE = auto()
    TEXT = auto()


@dataclass(slots=True)
class Branch:
    """An item with what its paragraphs say of responsibility, and the part it plays.

    `assignments` are found by the end of the paragraph they close, which stays where its title is
    taken off its beginning; `fields` are the ends of paragraphs that are fields beside them.
    """

    item: Item
    assignments: dict[int, Assignment]
    fields: frozenset[int]
    children: list[Branch]
    points: list[Branch]  # of its boxes
    framing: str = ""
    part: Part = Part.TEXT
    assigned_below: bool = False
    headed: bool = False  # a heading alone on its line above paragraphs that close by themselves
    collects: bool = False  # each of these paragraphs is a measure
    glued: Span | None = None  # a heading that its text follows at once
    alone: bool = False  # a heading alone on its line above text
    told: bool = False  # part of the background: its numbers promise nothing

    @property
    def assigned(self) -> bool:
        return bool(self.assignments)

    @property
    def answers(self) -> bool:
        """Whether it, or an item below it, names who is responsible."""
        return self.assigned or self.assigned_below

    @property
    def tells(self) -> bool:
        """Whether it says how things are (基本情况) and names nobody who is responsible."""
        return self.framing == _BACKGROUND and not self.answers

    def is_line(self, paragraph: Span) -> bool:
        """Whether a paragraph is no more than a label line: who is responsible, or a field beside it."""
        start, end = paragraph
        assignment = self.assignments.get(end)
        return end in self.fields if assignment is None else assignment.span[0] <= start + 1


def read_branches(text: str, item: Item, brackets: Brackets, rules: RulePack) -> Branch:
    """The tree with every paragraph's assignment read."""
    return _Reader(text, rules, lambda start, end: read_assignment(text, start, end, brackets, rules)).read(
        item
    )


def read_sentences(text: str, root: Branch, rules: RulePack) -> Branch:
    """The tree with the sentences that assign without a bracket: …。市甲局牵头，市乙局配合。

    One or two of them are sentences like any other; the tree is then as it was.
    """
    found: dict[int, Assignment] = {}
    for branch in walk(root):
        for start, end in branch.item.paragraphs:
            if end not in branch.assignments:
                whole = start != branch.item.paragraphs[0][0]
                assignment = read_sentence(text, start, end, rules, whole=whole)
                if assignment is not None:
                    found[end] = assignment
    if len(found) < _FEWEST_SENTENCES:
        return root
    _collect_assignments(root, found)
    return _Reader(text, rules, lambda _, end: found.get(end)).read(root.item)


def _collect_assignments(branch: Branch, found: dict[int, Assignment]) -> None:
    found.update(branch.assignments)
    for below in (*branch.children, *branch.points):
        _collect_assignments(below, found)


class _Reader(NamedTuple):
    """Makes branches of items; `assigns` tells the assignment that closes a paragraph."""

    text: str
    rules: RulePack
    assigns: Callable[[int, int], Assignment | None]

    def read(self, item: Item) -> Branch:
        text, rules = self.text, self.rules
        assignments: dict[int, Assignment] = {}
        fields: list[int] = []
        for start, end in item.paragraphs:
            found = self.assigns(start, end)
            if found is not None:
                assignments[end] = found
            elif is_field_line(text, start, end, rules):
                fields.append(end)
        children = [self.read(child) for child in item.children]
        points = [self.read(point) for point in item.points]
        glued = _glued_frame(text, item, rules)
        titled = len(item.paragraphs) > 1 and _is_heading(text, item, assignments)
        headed = titled and bool(assignments) and not children
        branch = Branch(
            item,
            assignments,
            frozenset(fields),
            children,
            points,
            framing=self._framing(item, assignments, glued),
            assigned_below=any_assigned(children) or any_assigned(points),
            headed=headed,
            glued=glued,
            alone=titled and text[item.paragraphs[0][1] - 1] not in "。;:",
        )
        branch.collects = headed and _closed_texts(branch) > 1
        return branch

    def _framing(self, item: Item, assignments: Mapping[int, Assignment], glued: Span | None) -> str:
        if item.paragraphs and item.paragraphs[0][1] in assignments:
            return ""  # what closes with a responsibility frames nothing, whatever its heading
        heading = self.text[slice(*glued)] if glued else _heading(self.text, item)
        framing = _framing(heading, self.rules)
        if not framing and not item.children and _takes_effect(self.text, item, self.rules):
            return "goals"
        return framing


def _closed_texts(branch: Branch) -> int:
    """How many of its texts close with who is responsible; label lines below one another close one."""
    lines = [branch.is_line(paragraph) for paragraph in branch.item.paragraphs]
    assigned = [end in branch.assignments for _, end in branch.item.paragraphs]
    return sum(
        found and not (place and line and lines[place - 1])
        for place, (found, line) in enumerate(zip(assigned, lines, strict=True))
    )


def any_assigned(branches: list[Branch]) -> bool:
    """Whether one of them, or an item below one, names who is responsible."""
    return any(branch.answers for branch in branches)


def _is_heading(text: str, item: Item, assignments: Mapping[int, Assignment]) -> bool:
    """Whether the first paragraph is no more than a heading."""
    start, end = item.paragraphs[0]
    return (
        end not in assignments
        and end - start <= _LONGEST_HEADING
        and "。" not in text[start:end].rstrip("。 ")
    )


def _glued_frame(text: str, item: Item, rules: RulePack) -> Span | None:
    """The heading of 一、指导思想以…为指导."""
    if not item.paragraphs:
        return None
    match = rules.pattern("outline.glued-frame").match(text, *item.paragraphs[0])
    return match.span("title") if match else None


def _takes_effect(text: str, item: Item, rules: RulePack) -> bool:
    """Whether a numbered item says no more than when the plan takes effect, or who explains it."""
    if len(item.paragraphs) != 1 or item.rank <= _ARTICLE:
        return False
    start, end = item.paragraphs[0]
    return (
        end - start <= _LONGEST_CLOSING
        and rules.pattern("outline.closing").match(text, start, end) is not None
    )


def _heading(text: str, item: Item) -> str:
    """The words of an item's heading, white space left out."""
    if not item.paragraphs:
        return ""
    start, end = item.paragraphs[0]
    reach = min(end, start + _LONGEST_TITLE)
    match = _HEADING_END.search(text, start, reach)
    return "".join(text[start : match.start() if match else reach].split())


def _framing(heading: str, rules: RulePack) -> str:
    """What a heading says of the points below it: frame, goals, background, or nothing."""
    known = rules.words("outline.framing").get(heading)
    if known is not None:
        return known
    if not heading.endswith(rules.derive(_framing_nouns)):
        return ""
    rows = rules.derive(_framing_headings)
    return next((reads for reads, pattern in rows if pattern.fullmatch(heading)), "")


def _framing_nouns(rules: RulePack) -> tuple[str, ...]:
    return tuple(rules.words("outline.framing-nouns"))


def _framing_headings(rules: RulePack) -> list[tuple[str, Matcher]]:
    name = "outline.framing-heading"
    return [(str(row["reads"]), rules.compile(name, row["pattern"])) for row in rules.table(name)]


def read_tasks(text: str, root: Branch, rules: RulePack) -> Tasks:
    """How the document assigns tasks, as far as that tells its kind."""
    grants = _grants(text, root, rules.pattern("outline.grants"))
    if not root.answers:
        return Tasks(grants=grants)
    return Tasks(True, _gives_roles(root), _assigns_throughout(root), grants)


def _grants(text: str, root: Branch, grant: Matcher) -> bool:
    """Whether half of the articles or more name an amount that is paid, those of 总则 and 附则 left out."""
    framed = {id(below) for branch in walk(root) if branch.framing for below in walk(branch)}
    articles = [branch for branch in walk(root) if branch.item.rank == _ARTICLE and id(branch) not in framed]
    paying = sum(
        any(grant.search(text, *span) for part in (branch, *walk(branch)) for span in part.item.paragraphs)
        for branch in articles
    )
    return paying >= _FEWEST_GRANTS and 2 * paying >= len(articles)


def _gives_roles(root: Branch) -> bool:
    """Whether a role is given anywhere: 张三（市甲局） in a list of persons gives none."""
    given = any(group.role_span is not None for found in root.assignments.values() for group in found.groups)
    return given or any(_gives_roles(branch) for branch in (*root.children, *root.points))


def _assigns_throughout(root: Branch) -> bool:
    """Whether half of the smallest items or more close with a responsibility, as tasks do, not norms."""
    items = [branch for branch in walk(root) if not branch.children]
    tasks = sum(branch.assigned for branch in items)
    return tasks >= _FEWEST_TASKS and 2 * tasks >= len(items)


def decide_parts(root: Branch, *, is_plan: bool) -> None:
    """Mark every branch below the root. In documents that are no plans nothing is a measure."""
    if not is_plan:
        for child in root.children:
            child.part = Part.SECTION  # at the top, nothing else holds its text
            _mark_outline(child)
        return
    plans = [child for child in root.children if child.item.label and child.item.label.style == PLAN]
    for plan in plans:
        plan.part = Part.SECTION
    for top in plans or [root]:
        if top.told:
            _mark_outline(top)
            continue
        _collect_alike(top.children)
        measured = _measure_rank(top)
        for child in top.children:
            _decide(child, measured, 1)


def _collect_alike(siblings: list[Branch]) -> None:
    """Where half of the headings collect several measures, those above a single one do too."""
    headed = [branch for branch in siblings if branch.headed]
    if 2 * sum(branch.collects for branch in headed) >= len(headed):
        for branch in headed:
            branch.collects = True


def _mark_outline(branch: Branch) -> None:
    for child in branch.children:
        heading = child.item.rank <= _HEADINGS or bool(child.children) or child.alone
        child.part = Part.SECTION if heading and child.item.rank != _ARTICLE else Part.TEXT
        _mark_outline(child)


def walk(branch: Branch) -> list[Branch]:
    """All branches below one, in the order of the text."""
    found: list[Branch] = []
    waiting = list(reversed(branch.children))
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting.extend(reversed(here.children))
    return found


def _measure_rank(root: Branch) -> int:
    """The rank whose items are the measures: the one most assignments close, else the deepest
    that counts through over several parents, else the first below the chapters."""
    top = {id(branch) for branch in root.children}
    branches = [b for b in walk(root) if not (b.collects and id(b) in top)]
    assigned = Counter(b.item.rank for b in branches if b.assigned and not b.assigned_below)
    if assigned:
        return assigned.most_common(1)[0][0]
    continuous = _continuous_ranks(root)
    if continuous:
        return max(continuous)
    ranks = sorted({b.item.rank for b in branches if not b.framing})
    grouping = any(b.children for b in root.children if not b.framing)
    return ranks[1] if len(ranks) > 1 and grouping else (ranks[0] if ranks else 0)


def _continuous_ranks(root: Branch) -> set[int]:
    """Ranks whose numbers go on from one parent to the next."""
    last: dict[int, tuple[int, int]] = {}
    found: set[int] = set()
    for parent in walk(root):
        for child in parent.children:
            label = child.item.label
            if label is None:
                continue
            number, owner = last.get(label.rank, (0, 0))
            if owner and owner != id(parent) and label.number == number + 1:
                found.add(label.rank)
            last[label.rank] = (label.number, id(parent))
    return found


def _decide(branch: Branch, measured: int, level: int) -> None:
    if branch.framing and not branch.answers:
        _frame(branch)
        return
    if branch.children and (branch.assigned_below or _groups_measures(branch, measured)):
        branch.part = Part.SECTION
        for child in branch.children:
            _decide(child, measured, level + 1)
        return
    rank = branch.item.rank if branch.item.label else measured
    if branch.collects and level == 1:
        branch.part = Part.SECTION
    elif branch.children or rank >= measured or (level > 1 and not branch.framing):
        branch.part = Part.MEASURE
    else:
        branch.part = Part.MEASURE if branch.assigned and not _is_bare(branch) else Part.SECTION


def _groups_measures(branch: Branch, measured: int) -> bool:
    """Whether an item without assignments below it stands above the measures."""
    return not branch.assigned and branch.item.rank < measured


def _is_bare(branch: Branch) -> bool:
    """A heading alone on its line, its bracket apart: what follows are un-numbered paragraphs."""
    first = branch.item.paragraphs[0] if branch.item.paragraphs else None
    return first is None or first[1] not in branch.assignments


def _frame(branch: Branch, *, told: bool = False) -> None:
    """Aims and principles: a section whose numbered points are its text."""
    branch.part = Part.SECTION
    branch.told = told or branch.framing == _BACKGROUND
    for child in branch.children:
        if child.framing or branch.framing in ("frame", _BACKGROUND):
            _frame(child, told=branch.told)
