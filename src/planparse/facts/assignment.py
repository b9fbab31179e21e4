"""What stands in a bracket or on a label line that assigns: bodies, grouped by their roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from planparse.facts.role_words import Lexicon, label_at, over_blanks, strip
from planparse.spans import Span

OPENERS, CLOSERS = "([〔〈【", ")]〕〉】"
_LONGEST_NAME, _LONGEST_KEY = 60, 10


class Group(NamedTuple):
    """Bodies that share one role, as ranges of the view; `role_span` is the role word or label."""

    role: str
    role_span: Span | None
    bodies: tuple[Span, ...]
    open: bool
    rule: str


class Assignment(NamedTuple):
    """What one bracket or label line says; `span` with its brackets, in the view.

    `fields` are the ranges of other fields in it (完成时限：…).
    """

    span: Span
    groups: tuple[Group, ...]
    fields: tuple[Span, ...]


class Content(NamedTuple):
    """What stands in a bracket or on a label line: `text[start:end]`, also as `content`.

    Two of three are `plain`: names, roles, commas and blanks, which one search tells. Else `nested`,
    `opening` and `linked` say whether there are brackets in it, 等, conjunctions.
    """

    text: str
    span: Span
    start: int
    end: int
    content: str
    plain: bool
    nested: bool
    opening: bool
    linked: bool
    lexicon: Lexicon

    @classmethod
    def of(cls, text: str, span: Span, start: int, end: int, lexicon: Lexicon) -> Content:
        content = text[start:end]
        plain = lexicon.structure.search(content) is None
        nested = not plain and _BRACKETS.search(content) is not None
        opening = not plain and "等" in content
        linked = not plain and lexicon.conjunctions.search(content) is not None
        return cls(text, span, start, end, content, plain, nested, opening, linked, lexicon)

    def read(self) -> Assignment | None:
        end = self._bodies_end()
        groups: list[Group] = []
        fields: list[Span] = []
        for low, high in self._clauses(end):
            self._read_clause(low, high, groups, fields)
        if not groups or not self._names_bodies(groups, end):
            return None
        return Assignment(self.span, tuple(groups), tuple(fields))

    def read_sentence(self) -> Assignment | None:
        """As `read`, for a sentence without a bracket: nothing but bodies that are known, and their roles."""
        found = self.read()
        if found is None or found.fields or any(group.rule == _BARE for group in found.groups):
            return None
        known = all(self.knows(*body) for group in found.groups for body in group.bodies)
        return found if known else None

    def knows(self, start: int, end: int) -> bool:
        """Whether a name is one of the registry, 各… or a government; an ending alone proves nothing."""
        if not self._is_body(start, end):
            return False
        opened = self.text.find("(", start, end)
        name = self.text[start : opened if opened > start else end]
        if name.endswith(tuple(self.lexicon.shared_organs)) or self.lexicon.is_one(name):
            return True
        return name[0] == "各" or name.partition("各")[0].endswith(self.lexicon.before_all)

    def _bodies_end(self) -> int:
        """Where the bodies end: before a sentence that changes how brackets are read."""
        if self.plain:
            return self.end
        matches = [pattern.search(self.text, self.start, self.end) for _, pattern in self.lexicon.conventions]
        end = min((match.start() for match in matches if match), default=self.end)
        opened = self.text.rfind("(", self.start, end)
        if opened > self.start and end < self.end and self.text.find(")", opened, end) < 0:
            end = opened  # a remark in brackets of its own: (除注明的外，列第一位的为牵头单位)
        while end < self.end and end > self.start and self.text[end - 1] in "。,;、 (〔":
            end -= 1
        return end

    def _clauses(self, end: int) -> list[Span]:
        """Parts between top-level semicolons and full stops, and before the labels of a row."""
        if self.plain:
            return [(self.start, end)]
        marks = self._top_level(self.start, end, ";。\n") if _CLAUSE_MARK.search(self.content) else []
        edges = [self.start - 1, *sorted([*marks, *self._labels_in_row(end)]), end]
        return [(low + 1, high) for low, high in pairwise(edges) if low + 1 < high]

    def _labels_in_row(self, end: int) -> list[int]:
        """The blanks before labels after the first: 牵头单位：甲局 责任单位：乙局."""
        found: list[int] = []
        colons = _places(self.text, self.start, end, ":")
        for colon in colons[1:]:
            known = (self.lexicon.labels, self.lexicon.fields)
            word = max((words.before(self.text, self.start, colon) for words in known), key=len)
            blank = colon - len(word) - 1
            if word and self.text[blank] == " ":
                found.append(blank)
        return found

    def _top_level(self, start: int, end: int, marks: str) -> list[int]:
        """The places of `marks` outside brackets, in order."""
        if not self.nested:
            if len(marks) == 1:
                return _places(self.text, start, end, marks)
            return sorted(place for mark in marks for place in _places(self.text, start, end, mark))
        found: list[int] = []
        depth = 0
        for place in range(start, end):
            character = self.text[place]
            if character in OPENERS:
                depth += 1
            elif character in CLOSERS:
                depth = max(depth - 1, 0)
            elif depth == 0 and character in marks:
                found.append(place)
        return found

    def _read_clause(self, start: int, end: int, groups: list[Group], fields: list[Span]) -> None:
        """The groups of one clause: a comma opens a new group only after a role word."""
        label: tuple[str, Span] | None = None
        field: int | None = None  # where another field began, which goes on up to the next label
        pending: list[Span] = []  # comma parts that wait for their role word
        for high in (*self._group_edges(start, end), end):
            if not self.plain and ":" in self.content:
                found = label_at(self.text, start, high, self.lexicon.labels)
                if found:
                    if field is not None:
                        fields.append((field, start - 1))
                        field = None
                    self._close(pending, label, groups, labelled=label is not None)
                    pending = []
                    span, colon = found
                    label = (self.lexicon.labels.values[self.text[span[0] : span[1]]], span)
                    start = over_blanks(self.text, colon + 1, high)
                elif field is None and self._opens_field(start, high):
                    field = start
            if field is None:
                role = self._role_at_end(start, high, labelled=label is not None)
                pending.append((start, role[1][0] if role else high))
                if role is not None:
                    self._close(pending, role, groups)
                    pending = []
            start = high + 1
        if field is not None:
            fields.append((field, end))
        self._end_clause(pending, label, groups, fields)

    def _opens_field(self, start: int, end: int) -> bool:
        """Whether a field beside the bodies begins here, one that no rule names too (适用对象：…)."""
        if label_at(self.text, start, end, self.lexicon.fields):
            return True
        colon = self.text.find(":", start, min(end, start + _LONGEST_KEY))
        return colon > start and self.text[start:colon].strip().isalpha()

    def _end_clause(
        self,
        pending: list[Span],
        label: tuple[str, Span] | None,
        groups: list[Group],
        fields: list[Span],
    ) -> None:
        """What no role word closed: bodies of the label, bodies without a role, or a time."""
        if label is not None or not groups:
            while len(pending) > (0 if groups else 1) and self._is_time(*pending[-1]):
                fields.append(pending.pop())  # 县甲局，2023年底前完成
        if pending and groups and label is None and not any(self._is_body(*part) for part in pending):
            fields += pending  # 县甲局负责，2023年底前完成
        elif pending:
            self._close(pending, label, groups, labelled=label is not None)

    def _group_edges(self, start: int, end: int) -> list[int]:
        """Top-level commas, and 、 right behind a role word (甲局牵头、乙局配合)."""
        edges = self._top_level(start, end, ",") if self.text.find(",", start, end) >= 0 else []
        if self.lexicon.role_link.search(self.text, start, end) is None:
            return edges
        links = self._top_level(start, end, "、")
        return sorted(
            [*edges, *(place for place in links if self.lexicon.role_at_end(self.text, start, place))]
        )

    def _role_at_end(self, start: int, end: int, *, labelled: bool = False) -> tuple[str, Span] | None:
        """The role words at the end of a part; behind a label only after a body (责任单位：甲局牵头)."""
        role = self.lexicon.role_at_end(self.text, start, end)
        if role is None:
            return None
        first = role[1][0]
        if not labelled:
            return None if self._is_standing(start, end) else role
        low = max(start, self.text.rfind("、", start, first) + 1)
        named = self._is_body(low, first) or self.lexicon.open_end.search(self.text, low, first)
        return role if named else None

    def _close(
        self,
        parts: list[Span],
        role: tuple[str, Span] | None,
        groups: list[Group],
        *,
        labelled: bool = False,
    ) -> None:
        """Add the group of the parts that one role word or label governs (two for A会同B负责)."""
        bodies: list[Span] = []
        open_list = False
        for start, end in parts:
            joint = self._joint(start, end) if role else None
            if joint is not None:
                leads, _ = self._names(start, joint[0])
                if leads:
                    groups.append(Group("lead", joint, (*bodies, *leads), open_list, _JOINT))
                    bodies, start = [], joint[1]
            found, opened = self._names(start, end)
            bodies += found
            open_list = open_list or opened
        if self.nested:
            bodies = self._without_marked(bodies, groups)
        if not bodies:
            return
        last = groups[-1] if groups else None
        if role is not None:
            rule = _LABELS if labelled else _ROLES
            groups.append(Group(role[0], role[1], tuple(bodies), open_list, rule))
        elif last is not None and last.rule in (_BARE, _LABELS):
            # 责任单位：甲局；各区政府: what was said of the first holds for those behind it
            groups[-1] = last._replace(bodies=(*last.bodies, *bodies), open=last.open or open_list)
        else:
            groups.append(Group("unspecified", None, tuple(bodies), open_list, _BARE))

    def _without_marked(self, bodies: list[Span], groups: list[Group]) -> list[Span]:
        """The bodies behind which no role stands in brackets; one that has it, 甲局（牵头）, is a group."""
        others: list[Span] = []
        for start, end in bodies:
            opener = self.text.rfind("(", start, end) if self.text[end - 1] == ")" else -1
            inside = (opener + 1, end - 1) if opener > start else (end, end)
            role = self.lexicon.role_of(self.text, *inside)
            if role is None:
                field = label_at(self.text, *inside, self.lexicon.fields)  # 甲局（责任人：某某）
                others.append((start, opener if field else end))
            else:
                groups.append(Group(role, (opener + 1, end - 1), ((start, opener),), False, _ROLES))
        return others

    def _joint(self, start: int, end: int) -> Span | None:
        """The 会同 of a part."""
        for word in self.lexicon.joint:
            place = self.text.find(word, start, end)
            if place >= 0:
                return place, place + len(word)
        return None

    def _names(self, start: int, end: int) -> tuple[list[Span], bool]:
        """Bodies of a list parted by 、, and whether 等… leaves it open."""
        text = self.text
        if self.plain:
            return [match.span() for match in _NAME.finditer(text, start, end)], False
        bodies: list[Span] = []
        open_list = False
        low = start
        for high in (*self._top_level(start, end, "、"), end):
            left, right = strip(text, low, high)
            low = high + 1
            if open_list and text[left:right] in self.lexicon.shared_kinds.values:
                continue  # 市甲局等有关部门、单位
            if self.opening:
                others = self.lexicon.other_bodies.search(text, left, right)
                if others is not None and others.start() > left:
                    # 市甲局等各产业、招商主管部门: what follows 等各 are no bodies
                    bodies.append((left, others.start()))
                    return bodies, True
            (left, right), opened = self._without_others(left, right)
            open_list = open_list or opened
            for part in self._conjoined(left, right) if self.linked else [(left, right)]:
                (first, last), opened = self._without_others(*part)
                open_list = open_list or opened
                if first < last:
                    bodies.append((first, last))
        return self._one_collective(bodies), open_list

    def _without_others(self, start: int, end: int) -> tuple[Span, bool]:
        """A name without the 等部门 behind it, and whether there is one."""
        others = self.lexicon.open_end.search(self.text, start, end) if self.opening else None
        return (strip(self.text, start, others.start()), True) if others else ((start, end), False)

    def _conjoined(self, start: int, end: int) -> Iterator[Span]:
        """A和B are two bodies where both ends read as bodies (not 规划和自然资源局, 农业农村和水利局); so are
        A B, which stood in one cell or on one line, but not 各县（区） 人民政府."""
        if end - start <= _LONGEST_NAME and self.lexicon.is_one(self.text[start:end]):
            yield start, end
            return
        for match in self.lexicon.conjunctions.finditer(self.text, start, end):
            bodies = self._is_body(start, match.start()) and self._is_body(match.end(), end)
            shares = self._shares_kind(start, match.start(), match.end(), end)
            if bodies and not shares and self.text[match.end() : end] not in self.lexicon.shared_organs:
                yield start, match.start()
                start = match.end()
        yield start, end

    def _shares_kind(self, start: int, last: int, place: int, end: int) -> bool:
        """有关部门和单位, 有关部门、单位: the second word alone names nobody."""
        kinds = self.lexicon.shared_kinds
        word = kinds.at(self.text, place, end)
        behind = place + len(word)
        joined = self.lexicon.conjunctions.match(self.text, behind, end) is not None
        alone = bool(word) and (behind == end or joined)
        return alone and bool(kinds.before(self.text, start, last))

    def _one_collective(self, bodies: list[Span]) -> list[Span]:
        """各市、县（区）人民政府, 各乡镇党委、人民政府 and 有关部门、单位 are one body each."""
        joined: list[Span] = []
        for start, end in bodies:
            before = joined[-1] if joined else None
            if before and (self._shares(before, start, end) or self._shares_kind(*before, start, end)):
                joined[-1] = (before[0], end)
            else:
                joined.append((start, end))
        return joined

    def _shares(self, before: Span, start: int, end: int) -> bool:
        """Whether the 各 of one name reaches over the next: 各县（市）、区人民政府, not 各乡镇、县直部门."""
        if self.text[before[0]] != "各":
            return False
        if self.text[start:end] in self.lexicon.shared_organs:
            return True
        sharing, shared = self.lexicon.sharing, self.lexicon.shared
        return bool(sharing.fullmatch(self.text, start, end) and shared.fullmatch(self.text, *before))

    def _is_body(self, start: int, end: int) -> bool:
        """Whether a name ends as names of bodies do, an alias in brackets left aside."""
        if end - start < 2 or end - start > _LONGEST_NAME:
            return False
        if self.text[end - 1] in CLOSERS:
            return max(self.text.rfind(opener, start, end) for opener in OPENERS) > start
        return bool(self.lexicon.body_end.before(self.text, start, end))

    def _is_time(self, start: int, end: int) -> bool:
        if self._is_body(start, end):
            return False
        return self._is_standing(start, end) or self.lexicon.times.search(self.text, start, end) is not None

    def _is_standing(self, start: int, end: int) -> bool:
        """Whether a part is a time limit without end: 持续实施."""
        match = self.lexicon.standing.match(self.text, over_blanks(self.text, start, end), end)
        return match is not None and match.end() == end

    def _names_bodies(self, groups: list[Group], end: int) -> bool:
        """A label, a role word with a body beside it, or nothing but bodies."""
        if end - self.start > _LONGEST_NAME:
            longest = max([high - low for group in groups for low, high in group.bodies])
            if longest > _LONGEST_NAME:
                return False
        rules = {group.rule for group in groups}
        if _LABELS in rules:
            return True
        named = (self._is_body(low, high) for group in groups for low, high in group.bodies)
        if rules != {_BARE}:
            return any(named)
        return all(named) and self.lexicon.no_bodies.search(self.text, self.start, end) is None


_ROLES, _LABELS = "responsibility.role-words", "responsibility.labels"
_JOINT, _BARE = "responsibility.joint", "responsibility.body-endings"
# A name of a plain list, as `strip` leaves it.
_NAME = re.compile("[^、 ,由](?:[^、]*[^、 ,])?")
_BRACKETS = re.compile("[][()〔〕〈〉【】]")
_CLAUSE_MARK = re.compile("[;。\n]")


def _places(text: str, start: int, end: int, mark: str) -> list[int]:
    found: list[int] = []
    place = text.find(mark, start, end)
    while place >= 0:
        found.append(place)
        place = text.find(mark, place + 1, end)
    return found
