"""Documents that the text names in 《》, with their numbers and what they are to this one."""

from __future__ import annotations

from typing import NamedTuple

from planparse.rulepack import Matcher, RulePack
from planparse.spans import Span

_LONGEST_TITLE = 150
# How far before a title the words stand that say its relation, and after it its repeal.
_REACH = 40
# A bound keeps a long paragraph of titles linear: the pattern looks ahead for its 号.
_LONGEST_NUMBER = 60
_NUMBER, _ORDER = "references.document-number", "references.order-number"


class Number(NamedTuple):
    span: Span
    agency: str
    year: int | None  # an order (国务院令第722号) has none
    serial: int
    rule: str


class Reference(NamedTuple):
    """A title at `title` (without its marks); `span` covers the marks and the number."""

    title: Span
    span: Span
    number: Number | None
    relation: str


class _Lexicon(NamedTuple):
    number: Matcher
    order: Matcher
    before: tuple[tuple[str, Matcher], ...]
    after: tuple[tuple[str, Matcher], ...]
    link: Matcher
    not_documents: tuple[str, ...]
    works: tuple[str, ...]

    @classmethod
    def build(cls, rules: RulePack) -> _Lexicon:
        rows = rules.table("references.relations")

        def at(where: str) -> tuple[tuple[str, Matcher], ...]:
            return tuple(
                (str(row["relation"]), rules.compile("references.relations", row["pattern"]))
                for row in rows
                if row["where"] == where
            )

        def bracketed(rule: str) -> Matcher:
            return rules.compile(rule, rf"[ ]*[(〔\[]?[ ]*({rules.rules[rule].pattern})[ ]*[)〕\]]?")

        return cls(
            bracketed(_NUMBER),
            bracketed(_ORDER),
            at("before"),
            at("after"),
            rules.pattern("references.list-link"),
            tuple(rules.words("references.not-documents")),
            tuple(rules.words("references.works")),
        )


def find_references(text: str, start: int, end: int, rules: RulePack) -> list[Reference]:
    """The documents named in `text[start:end]`, in order. Nested 〈〉 or 《》 stay in the title."""
    found: list[Reference] = []
    opened = text.find("《", start, end)
    if opened < 0:
        return found
    lexicon = rules.derive(_Lexicon.build)
    floor = start
    while 0 <= opened < end:
        closed = _closing(text, opened, end)
        if closed < 0:
            opened = text.find("《", opened + 1, end)
            continue
        title = (opened + 1, closed)
        if _names_document(text, title, start, lexicon):
            number = _number_after(text, closed + 1, end, lexicon)
            stop = number[1] if number else closed + 1
            relation = _relation(text, floor, opened, stop, end, lexicon)
            if relation == "cites" and found and lexicon.link.fullmatch(text, floor, opened):
                relation = found[-1].relation  # 根据《…》、《…》和《…》
            found.append(Reference(title, (opened, stop), number[0] if number else None, relation))
            floor = stop
        opened = text.find("《", closed, end)
    return found


def _closing(text: str, opened: int, end: int) -> int:
    """The 》 that closes the 《 at `opened`, -1 where none does within a title's length."""
    depth = 0
    for place in range(opened, min(end, opened + _LONGEST_TITLE)):
        character = text[place]
        if character == "《":
            depth += 1
        elif character == "》":
            depth -= 1
            if depth == 0:
                return place
        elif character == "\n":
            return -1
    return -1


def _names_document(text: str, title: Span, start: int, lexicon: _Lexicon) -> bool:
    name = text[title[0] : title[1]].strip()
    if text.endswith(lexicon.works, start, title[0] - 1):
        return False  # 话剧《…》
    return len(name) >= 2 and not name.endswith(lexicon.not_documents)


def _number_after(text: str, place: int, end: int, lexicon: _Lexicon) -> tuple[Number, int] | None:
    limit = min(end, place + _LONGEST_NUMBER)
    if match := lexicon.number.match(text, place, limit):
        year, rule = int(match["year"]), _NUMBER
    elif match := lexicon.order.match(text, place, limit):
        year, rule = None, _ORDER
    else:
        return None
    return Number(match.span(1), match["agency"], year, int(match["serial"]), rule), match.end()


def _relation(text: str, floor: int, opened: int, stop: int, end: int, lexicon: _Lexicon) -> str:
    for relation, pattern in lexicon.after:
        if pattern.match(text, stop, min(end, stop + _REACH)):
            return relation
    for relation, pattern in lexicon.before:
        if pattern.search(text, max(floor, opened - _REACH), opened):
            return relation
    return "cites"
