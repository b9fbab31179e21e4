"""The words that say who does what (domain: rules/responsibility.yaml), ready for matching."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from planparse.facts.cores import Cores
from planparse.rulepack import Matcher, RulePack
from planparse.spans import Span
from planparse.words import Words


class Lexicon(NamedTuple):
    """The words of rules/responsibility.yaml, made ready for matching."""

    role_end: Words
    manners: Words
    role_link: re.Pattern[str]  # 、 where a role word may end before it
    labels: Words
    fields: Words
    joint: tuple[str, ...]
    open_end: Matcher
    body_end: Words
    no_bodies: Matcher
    times: Matcher
    standing: Matcher
    is_one: Callable[[str], bool]  # whether a name is that of one body
    shared: re.Pattern[str]  # 各 and divisions that share it: 各市、各县（市）
    sharing: re.Pattern[str]  # a division that 各 before it reaches over: 县（区）人民政府
    shared_organs: frozenset[str]
    shared_kinds: Words
    conventions: tuple[tuple[str, Matcher], ...]
    convention_signs: tuple[str, ...]
    conjunctions: re.Pattern[str]  # what joins two bodies, a blank too
    other_bodies: Matcher
    before_all: tuple[str, ...]
    structure: re.Pattern[str]  # what tells that a bracket is more than names, roles, commas and blanks

    @classmethod
    def build(cls, rules: RulePack) -> Lexicon:
        roles = rules.words("responsibility.role-words")
        lasts = "".join(sorted({re.escape(role[-1]) for role in roles}))
        places = "|".join(sorted(rules.words("responsibility.shared-places"), key=len, reverse=True))
        organs = "|".join(rules.words("responsibility.place-organs"))
        signs = tuple(rules.words("responsibility.convention-signs"))
        firsts = "".join(sorted({re.escape(sign[0]) for sign in signs}))
        kinds = "|".join(rules.words("responsibility.shared-kinds"))
        joined = sorted(rules.words("grammar.conjunctions"), key=len, reverse=True)
        joins = "|".join(map(re.escape, joined))
        joints = "".join(sorted({re.escape(word[0]) for word in joined}))
        division = rf"(?:{places}|\([^()]{{1,12}}\)|〈[^〈〉]{{1,12}}〉|〔[^〔〕]{{1,12}}〕)"
        return cls(
            role_end=Words.of(roles),
            manners=Words.of(rules.words("responsibility.manners")),
            role_link=re.compile(f"[{lasts}]、"),
            labels=Words.of(rules.words("responsibility.labels")),
            fields=Words.of(rules.words("responsibility.fields")),
            joint=tuple(rules.words("responsibility.joint")),
            open_end=rules.pattern("responsibility.open-list"),
            body_end=Words.of(rules.words("responsibility.body-endings")),
            no_bodies=rules.pattern("responsibility.no-bodies"),
            times=rules.pattern("deadlines.anchors"),
            standing=rules.pattern("deadlines.standing"),
            is_one=lambda name: rules.derive(Cores).is_one(name),
            shared=re.compile(rf"各[^、()]{{0,4}}?(?:{division}|、)+"),
            sharing=re.compile(rf"{division}+(?:(?:{joins})?(?:{organs})(?:\([^()]{{1,12}}\))?)*"),
            shared_organs=frozenset(rules.words("responsibility.shared-organs")),
            shared_kinds=Words.of(rules.words("responsibility.shared-kinds")),
            conventions=tuple(
                (str(row["kind"]), rules.compile("responsibility.conventions", row["pattern"]))
                for row in rules.table("responsibility.conventions")
            ),
            convention_signs=signs,
            conjunctions=re.compile(f"{joins}| +"),
            other_bodies=rules.pattern("responsibility.other-bodies"),
            before_all=tuple(rules.words("responsibility.before-all")),
            structure=re.compile(rf"[][()〔〕〈〉【】;。\n: 等各{joints}{firsts}]|、(?:{kinds})"),
        )

    def role_at_end(self, text: str, start: int, end: int) -> tuple[str, Span] | None:
        """The role words that end a part, with their manner before them: 牵头督导, 依职责分工负责. Of
        several the first says what is done, the others how far; 按职责分工 is a manner before any other."""
        while end > start and text[end - 1] == " ":
            end -= 1
        first = end - len(self.role_end.before(text, start, end))
        if first == end:
            return None
        role = self.role_end.values[text[first:end]]
        while True:
            word = self.manners.before(text, start, first)
            if not word and (word := self.role_end.before(text, start, first)):
                role = self.role_end.values[word]
            if not word:
                return role, (first, end)
            first -= len(word)

    def role_of(self, text: str, start: int, end: int) -> str | None:
        """The role that a text says which is nothing but role words or a label."""
        found = self.role_at_end(text, start, end)
        return found[0] if found and found[1][0] == start else self.labels.values.get(text[start:end])


def label_at(text: str, start: int, end: int, words: Words) -> tuple[Span, int] | None:
    """A word of the list with its colon, blanks round both left aside: where it stands, and its colon."""
    start = over_blanks(text, start, end)
    word = words.at(text, start, end)
    if not word:
        return None
    colon = over_blanks(text, start + len(word), end)
    return ((start, start + len(word)), colon) if colon < end and text[colon] == ":" else None


def over_blanks(text: str, place: int, end: int) -> int:
    while place < end and text[place] == " ":
        place += 1
    return place


def strip(text: str, start: int, end: int) -> Span:
    """A part without the marks round it, and without 由 before its body."""
    while start < end and text[start] in " 、,:由":
        start += 1
    while end > start and text[end - 1] in " 、,。":
        end -= 1
    return start, end
