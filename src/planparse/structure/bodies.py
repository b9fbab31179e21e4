"""Names of bodies in the elements of a notice: lists of addressees, issuers in signatures and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from planparse.rulepack import RulePack
from planparse.structure.parts import Draft

Range = tuple[int, int]

_NAME = re.compile(r"[^ ]+")
# 财政局 behind 、 shares the place of the name before it.
_BARE = 3
# Letters spread over the line: 科 技 部.
_SPREAD = 2


def says_about(text: str, rules: RulePack) -> bool:
    """Whether a text holds the word that a title's subject begins with (关于)."""
    words = rules.words("notice.subject-words")
    return any(word in text for word, says in words.items() if says == "about")


def is_body(name: str, rules: RulePack) -> bool:
    """Whether a name without blanks ends as the name of a body does."""
    return rules.pattern("notice.body").fullmatch(name) is not None


def split_bodies(draft: Draft, index: int, start: int, end: int) -> Iterator[Range]:
    """The bodies listed at `[start, end)` of a line.

    Commas outside brackets part them. 、 parts them where every piece is a body by itself (X管委会、
    Y管委会): 各委、办、局 share a beginning, 国务院各部委、各直属机构 are one collective among others, and so
    are X农业局、财政局.
    """
    text = draft.text(index)
    marks = list(_top_level(text, start, end))
    commas = [i for i in marks if text[i] in ",;"]
    collective = draft.rules.pattern("notice.collective-addressee")
    for low, high in _between(start, end, commas):
        pieces = list(_between(low, high, [i for i in marks if low <= i < high and text[i] == "、"]))
        names = ["".join(text[a:b].split()) for a, b in pieces]
        whole = all(len(name) > 2 and is_body(name, draft.rules) for name in names)
        one = bool(commas) and any(collective.search(name) or len(name) <= _BARE for name in names)
        yield from pieces if whole and not one else [(low, high)]


def add_bodies(draft: Draft, name: str, index: int, start: int, end: int) -> None:
    """Add each body listed at `[start, end)` of a line to the element `name`."""
    for low, high in split_bodies(draft, index, start, end):
        value = draft.value(index, low, high)
        if value.text:
            draft.elements.add(name, value)


def _between(start: int, end: int, separators: list[int]) -> Iterator[Range]:
    for low, high in pairwise([start - 1, *separators, end]):
        yield low + 1, high


def _top_level(text: str, start: int, end: int) -> Iterator[int]:
    depth = 0
    for i in range(start, end):
        character = text[i]
        if character in "([〔〈":
            depth += 1
        elif character in ")]〕〉":
            depth = max(depth - 1, 0)
        elif depth == 0 and character in ",;、":
            yield i


def signing_bodies(text: str, rules: RulePack) -> list[Range]:
    """The bodies that a line of blanks and names consists of; empty where one of the names is no body."""
    names = [match.span() for match in _NAME.finditer(text)]
    if not names:
        return []
    if max(high - low for low, high in names) <= _SPREAD:
        whole = (names[0][0], names[-1][1])
        return [whole] if is_body("".join(text.split()), rules) else []
    found: list[Range] = []
    for low, high in _rejoined(text, names):
        if not is_body("".join(text[low:high].split()), rules):
            return []
        found += _party_and_state(text, low, high, rules)
    return found


def _rejoined(text: str, names: list[Range]) -> Iterator[Range]:
    """Names with single letters that a gap parted from them (民政 局) put together again."""
    low, high = names[0]
    for start, end in names[1:]:
        if end - start <= _SPREAD:
            high = end
            continue
        yield low, high
        low, high = start, end
    yield low, high


def _party_and_state(text: str, low: int, high: int, rules: RulePack) -> list[Range]:
    seam = rules.pattern("notice.party-and-state").search(text[low:high])
    if seam is None or " " in text[low:high]:
        return [(low, high)]
    return [(low, low + seam.end()), (low + seam.end(), high)]


def read_title_issuers(draft: Draft, start: int, end: int) -> bool:
    """Issuers at the beginning of a title at `[start, end)` of the source (X市人民政府关于…).

    True where the title's subject begins there, so that no later line names an issuer.
    """
    text = draft.page.folded[start:end]
    subject = draft.rules.pattern("notice.before-subject").search(text)
    names = text[: subject.start()] if subject else text
    others = draft.rules.pattern("notice.and-others").search(names)
    if others:
        names = names[: others.start()]
    add_issuers(draft, start, names)
    return subject is not None


def add_issuers(draft: Draft, start: int, names: str) -> None:
    """Add the bodies that blanks or 、 part, if the names are nothing else; they begin at `start` of the
    source."""
    for low, high in signing_bodies(names.replace("、", " "), draft.rules):
        draft.elements.add("issuers", draft.value_at(start + low, start + high))
