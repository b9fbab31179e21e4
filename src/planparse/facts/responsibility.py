"""Who is responsible: brackets that close a paragraph, and label lines (domain: rules/responsibility.yaml).

A bracket counts only if it holds a role word, a role label, or nothing but bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from planparse.brackets import Brackets
from planparse.rulepack import Matcher, RulePack
from planparse.spans import Span

_OPENERS, _CLOSERS = "([〔〈【", ")]〕〉】"
# A list of bodies longer than this is a paragraph that someone forgot to close.
_LONGEST = 1200
_LONGEST_NAME = 60
_BRACKET = re.compile("[][()〔〕〈〉【】]")


@dataclass(frozen=True, slots=True)
class Body:
    """One body as written: ranges of the view (two where a page break damaged a bracket)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies that share one role. `role_span` is where the role word or label stands."""

    role: str
    role_span: Span | None
    bodies: tuple[Body, ...]
    open: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """What one bracket or label line says; `span` with its brackets, in the view.

    `opens` is where the text it closes ends; `fields` are the ranges of other fields in it
    (完成时限：…), `conventions` those of sentences that change how brackets are read.
    """

    span: Span
    groups: tuple[Group, ...]
    fields: tuple[Span, ...]
    conventions: tuple[tuple[str, Span, Span | None], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of rules/responsibility.yaml, made ready for matching."""

    roles: dict[str, str]
    role_end: Matcher
    labels: dict[str, str]
    label_start: Matcher
    field_start: Matcher
    joint: Matcher
    open_end: Matcher
    body_end: Matcher
    no_bodies: Matcher
    conventions: tuple[tuple[str, Matcher], ...]

    @classmethod
    def build(cls, rules: RulePack) -> Lexicon:
        def words(name: str, pattern: str) -> Matcher:
            rule = f"responsibility.{name}"
            union = "|".join(map(regex.escape, sorted(rules.words(rule), key=len, reverse=True)))
            return rules.compile(rule, pattern.format(f"(?:{union})"))

        return cls(
            roles=dict(rules.words("responsibility.role-words")),
            role_end=words("role-words", "(?r){}"),
            labels=dict(rules.words("responsibility.labels")),
            label_start=words("labels", "[ ]*({})[ ]*:[ ]*"),
            field_start=words("fields", "[ ]*{}[ ]*:"),
            joint=words("joint", "{}"),
            open_end=words("open-list", "(?r){}"),
            body_end=words("body-endings", "(?r){}"),
            no_bodies=rules.pattern("responsibility.no-bodies"),
            conventions=tuple(
                (str(row["kind"]), rules.compile("responsibility.conventions", row["pattern"]))
                for row in rules.table("responsibility.conventions")
            ),
        )


def read_assignment(
    text: str, start: int, end: int, brackets: Brackets, rules: RulePack
) -> Assignment | None:
    """The assignment that closes the paragraph `text[start:end]`, or that the paragraph is."""
    lexicon = rules.derive(Lexicon.build)
    if lexicon.label_start.match(text, start, end):
        return _parse(text, (start, end), start, _trim(text, start, end), lexicon, labelled=True)
    last = _trim(text, start, end)
    if last <= start or text[last - 1] not in _CLOSERS:
        return None
    opener = brackets.opener.get(last - 1)
    if opener is None or opener < start or last - opener > _LONGEST:
        return None
    return _parse(text, (opener, last), opener + 1, last - 1, lexicon, labelled=False)


def is_field_line(text: str, start: int, end: int, rules: RulePack) -> bool:
    """Whether a paragraph is a field beside the responsibility (完成时限：…) on a line of its own."""
    return rules.derive(Lexicon.build).field_start.match(text, start, end) is not None


def _trim(text: str, start: int, end: int) -> int:
    """The end without closing punctuation and blanks: 000 m24 puts its full stop after the bracket."""
    while end > start and text[end - 1] in "。;. ":
        end -= 1
    return end


def _parse(
    text: str, span: Span, start: int, end: int, lexicon: Lexicon, *, labelled: bool
) -> Assignment | None:
    conventions, end = _conventions(text, start, end, lexicon)
    groups: list[Group] = []
    fields: list[Span] = []
    for low, high in _clauses(text, start, end):
        if lexicon.field_start.match(text, low, high):
            fields.append((low, high))
            continue
        found = _clause_groups(text, low, high, lexicon)
        if found is None:
            return None
        groups.extend(found)
    if not groups or not _is_assignment(text, start, end, groups, lexicon):
        return None
    return Assignment(span, tuple(groups), tuple(fields), tuple(conventions))


def _conventions(
    text: str, start: int, end: int, lexicon: Lexicon
) -> tuple[list[tuple[str, Span, Span | None]], int]:
    """Sentences that change how brackets are read, and where the bodies before them end."""
    found: list[tuple[str, Span, Span | None]] = []
    for kind, pattern in lexicon.conventions:
        match = pattern.search(text, start, end)
        if match:
            bodies = match.span("bodies") if "bodies" in match.groupdict() else None
            found.append((kind, match.span(), bodies))
    for _, span, _ in found:
        end = min(end, span[0])
    while found and end > start and text[end - 1] in "。,;、 ":
        end -= 1
    return found, end


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """Parts between top-level semicolons and full stops; a label after a comma opens one too."""
    low = start
    for place in _top_level(text, start, end, ";。\n"):
        yield low, place
        low = place + 1
    if low < end:
        yield low, end


def _top_level(text: str, start: int, end: int, marks: str) -> list[int]:
    """The places of `marks` outside brackets, in order."""
    if _BRACKET.search(text, start, end) is None:
        if len(marks) == 1:
            return _places(text, start, end, marks)
        return sorted(place for mark in marks for place in _places(text, start, end, mark))
    found: list[int] = []
    depth = 0
    for place in range(start, end):
        character = text[place]
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth = max(depth - 1, 0)
        elif depth == 0 and character in marks:
            found.append(place)
    return found


def _places(text: str, start: int, end: int, mark: str) -> list[int]:
    found: list[int] = []
    place = text.find(mark, start, end)
    while place >= 0:
        found.append(place)
        place = text.find(mark, place + 1, end)
    return found


def _clause_groups(text: str, start: int, end: int, lexicon: Lexicon) -> list[Group] | None:
    """The groups of one clause: a comma opens a new group only after a role word."""
    groups: list[Group] = []
    label: tuple[str, Span] | None = None
    pending: list[Span] = []  # comma parts that wait for their role word
    edges = [*_top_level(text, start, end, ","), end]
    low = start
    for high in edges:
        if lexicon.field_start.match(text, low, high):
            break
        match = lexicon.label_start.match(text, low, high)
        if match:
            groups.extend(_close(text, pending, label, lexicon))
            pending = []
            label = (lexicon.labels[match[1]], match.span(1))
            low = match.end()
        role = None if label else _role_at_end(text, low, high, lexicon)
        if role is None:
            pending.append((low, high))
        else:
            pending.append((low, role[1][0]))
            groups.extend(_close(text, pending, role, lexicon))
            pending = []
        low = high + 1
    groups.extend(_close(text, pending, label, lexicon))
    return groups


def _role_at_end(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, Span] | None:
    while end > start and text[end - 1] == " ":
        end -= 1
    match = lexicon.role_end.match(text, start, end)
    if match is None or match.end() != end or match.start() < start:
        return None
    return lexicon.roles[match[0]], match.span()


def _close(
    text: str, parts: list[Span], role: tuple[str, Span] | None, lexicon: Lexicon
) -> Iterator[Group]:
    """The groups of the parts that one role word or label governs."""
    rule = "responsibility.role-words"
    if role is None:
        rule = "responsibility.body-endings"
    elif text[role[1][1] : role[1][1] + 3].lstrip()[:1] == ":":
        rule = "responsibility.labels"
    names: list[Body] = []
    open_list = False
    for start, end in parts:
        match = lexicon.joint.search(text, start, end)
        if match and role is not None:
            leads, _ = _names(text, start, match.start(), lexicon)
            if leads:
                yield Group("lead", match.span(), (*names, *leads), open_list, "responsibility.joint")
                names, start = [], match.end()
        found, opened = _names(text, start, end, lexicon)
        names.extend(found)
        open_list = open_list or opened
    if names:
        yield Group(role[0] if role else "unspecified", role[1] if role else None, tuple(names), open_list, rule)


def _names(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[list[Body], bool]:
    """Bodies of a list parted by 、, and whether 等… leaves it open."""
    bodies: list[Body] = []
    open_list = False
    opening = text.find("等", start, end) >= 0
    conjunctions = _CONJUNCTIONS.search(text, start, end) is not None
    low = start
    for high in [*_top_level(text, start, end, "、"), end]:
        left, right = _strip(text, low, high)
        if opening:
            others = _OTHERS.search(text, left, right)
            if others is not None and others.start() > left:
                # 市甲局等各产业、招商主管部门: what follows 等各 are no bodies
                bodies.append(Body(left, others.start()))
                return bodies, True
            match = lexicon.open_end.match(text, left, right)
            if match and match.end() == right and right > left:
                open_list, right = True, match.start()
                left, right = _strip(text, left, right)
        if left < right:
            if conjunctions and _CONJUNCTIONS.search(text, left, right):
                bodies.extend(_conjoined(text, left, right, lexicon))
            else:
                bodies.append(Body(left, right))
        low = high + 1
    return _one_collective(text, bodies), open_list


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " 、,:由":
        start += 1
    while end > start and text[end - 1] in " 、,。":
        end -= 1
    return start, end


_OTHERS = re.compile("等(?:各|其他|其它)(?!部门|单位)")
_CONJUNCTIONS = re.compile("以及|[和及与]")


def _conjoined(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Body]:
    """A和B are two bodies where both ends read as bodies (not 规划和自然资源局)."""
    for match in _CONJUNCTIONS.finditer(text, start, end):
        if _ends_as_body(text, start, match.start(), lexicon) and _ends_as_body(text, match.end(), end, lexicon):
            yield Body(start, match.start())
            start = match.end()
    yield Body(start, end)


def _ends_as_body(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name ends as names of bodies do, an alias in brackets left aside."""
    if end - start < 2 or end - start > _LONGEST_NAME:
        return False
    if text[end - 1] in _CLOSERS:
        for place in range(end - 1, start, -1):
            if text[place] in _OPENERS:
                return place - start >= 1
        return False
    match = lexicon.body_end.match(text, start, end)
    return match is not None and match.end() == end


def _one_collective(text: str, bodies: list[Body]) -> list[Body]:
    """各市、县（区）人民政府 is one body: 各 reaches over the 、 to the name it ends with."""
    joined: list[Body] = []
    for body in bodies:
        before = joined[-1] if joined else None
        if before is not None and text[before.start] == "各" and text[before.end - 1] in "市县区州盟旗镇乡" and (
            text[body.start] in "县区市州盟旗乡镇街"
        ):
            joined[-1] = Body(before.start, body.end)
        else:
            joined.append(body)
    return joined


def _is_assignment(text: str, start: int, end: int, groups: list[Group], lexicon: Lexicon) -> bool:
    """A role word or label with a body beside it, or nothing but bodies."""
    if any(body.end - body.start > _LONGEST_NAME for group in groups for body in group.bodies):
        return False
    if lexicon.no_bodies.search(text, start, end):
        return False
    if any(group.rule == "responsibility.labels" for group in groups):
        return True
    named = (
        _ends_as_body(text, body.start, body.end, lexicon) for group in groups for body in group.bodies
    )
    return any(named) if any(group.role_span for group in groups) else all(named)
