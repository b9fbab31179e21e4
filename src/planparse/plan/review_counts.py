"""Counts that a plan states against what it lists, and goals without a count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.facts.phrases import Phrases
from planparse.facts.quantity_words import QuantityWords
from planparse.findings.model import Case, Findings, Label
from planparse.numerals import parse_int
from planparse.plan.model import Node, Plan, Section
from planparse.rulepack import Matcher, RulePack
from planparse.spans import Span, TextView
from planparse.words import Words

_NUMERALS = "0123456789一二三四五六七八九十两"
# Begins with one character, so that `re` leaps from one to the next; so do those made of rules.
_AND_SO_ON = re.compile(f"等(?=[{_NUMERALS}])")
_LONGEST_NUMERAL = 3
_REACH = 200  # characters that a list before its count may take
_LONGEST_ITEM = 40
_STOPS = ",。;:!?\n"
_OPENERS, _CLOSERS = frozenset("([〔〈【《“"), frozenset(")]〕〉】》”")
# A shorter list is hardly written to be counted (在甲、乙五大片区).
_SHORTEST_LIST = 3
_KIND_WIDTH = 2  # characters at the end of a title that say of what kind its points are
_ADVERB = 3  # characters that may stand before the verb of an item (深入推进)


class _Claim(NamedTuple):
    """A count at `[start, end)` with its classifier; the list before it ends at `listed`.

    `open`: 等 stands between them, so the list may be shorter.
    """

    start: int
    end: int
    stated: int
    listed: int
    open: bool


class _Lexicon(NamedTuple):
    vague: tuple[str, ...]
    verbs: QuantityWords
    provisions: frozenset[str]
    not_counted: Words
    classifiers: Words
    not_listed: Words
    bodies: Words
    great: Matcher
    pieces: Matcher  # between a number and such bodies
    conjunctions: tuple[str, ...]

    @classmethod
    def build(cls, rules: RulePack) -> _Lexicon:
        bodies = rules.words("review.counted-bodies")
        kinds = "|".join(map(re.escape, bodies))
        return cls(
            vague=tuple(rules.words("review.vague-counts")),
            verbs=rules.derive(Phrases).words,
            provisions=frozenset(rules.words("review.provisions")),
            not_counted=Words.of(rules.words("review.not-counted")),
            classifiers=Words.of(rules.words("review.list-classifiers")),
            not_listed=Words.of(rules.words("review.not-listed")),
            bodies=Words.of(bodies),
            great=rules.compile("review.whole-counts", _behind_numeral(rules.words("review.whole-counts"))),
            pieces=rules.compile(
                "review.counted-bodies", f"{_behind_numeral(rules.words('review.pieces'))}(?={kinds})"
            ),
            conjunctions=tuple(rules.words("grammar.conjunctions")),
        )

    def joins(self, text: str) -> bool:
        """Whether a text holds a word that joins two items."""
        return any(word in text for word in self.conjunctions)

    def builds(self, text: str, end: int) -> bool:
        """Whether a verb that adds something ends here (培育, not 采购)."""
        low = max(end - _REACH, 0)
        verb = self.verbs.verbs.before(text, low, end) or self.verbs.weak_verbs.before(text, low, end)
        return self.verbs.bases.get(verb) == "increment" and verb not in self.provisions


def _behind_numeral(words: Iterable[str]) -> str:
    """A pattern of the words where a numeral stands before them."""
    found = (f"{re.escape(word)}(?<=[{_NUMERALS}]{re.escape(word)})" for word in words)
    return f"(?:{'|'.join(found)})"


def _list_openers(rules: RulePack) -> Words:
    """Words that may open an item of a list; made only where a list does not agree with its count."""
    return Words.of(rules.words("review.list-openers"))


def review_counts(
    view: TextView, plan: Plan, nodes: Sequence[Node], rules: RulePack, findings: Findings
) -> None:
    """`nodes` are those of the plan in the order of the text."""
    if nodes:
        _Reader(view, plan, nodes, rules, findings).review()


class _Reader:
    __slots__ = (
        "bodies",
        "findings",
        "lexicon",
        "nodes",
        "plan",
        "points",
        "rules",
        "starts",
        "text",
        "view",
    )

    def __init__(
        self, view: TextView, plan: Plan, nodes: Sequence[Node], rules: RulePack, findings: Findings
    ) -> None:
        self.view = view
        self.text = view.text
        self.plan = plan
        self.nodes = nodes
        self.starts = [node.span[0][0] for node in nodes]
        self.rules = rules
        self.lexicon = rules.derive(_Lexicon.build)
        self.findings = findings
        # Made when first asked for: few plans state such counts.
        self.points: dict[Span | None, list[Node]] | None = None
        self.bodies: dict[str, dict[str, Span]] = {}

    def review(self) -> None:
        self._review_vague_goals()
        for claim in self._great_claims():
            self._review_list(claim)
            self._review_title(claim)
            self._review_named_bodies(claim)
        for claim in self._open_claims():
            self._review_list(claim)
        for match in self.lexicon.pieces.finditer(self.text):
            self._review_named_bodies(self._claim(*match.span()))

    def _great_claims(self) -> list[_Claim]:
        """十大: a list before it is whole."""
        claims = [self._claim(*match.span()) for match in self.lexicon.great.finditer(self.text)]
        return [claim for claim in claims if self.text[claim.start - 1] != "第"]

    def _claim(self, place: int, end: int) -> _Claim:
        """The claim of the number before a classifier."""
        start = _numeral_before(self.text, place)
        return _Claim(start, end, parse_int(self.text[start:place]) or 0, start, open=False)

    def _open_claims(self) -> Iterator[_Claim]:
        """等5个: a list before it may be shorter."""
        text, lexicon = self.text, self.lexicon
        for match in _AND_SO_ON.finditer(text):
            place, start = match.span()
            end = _numeral_after(text, start)
            word = lexicon.classifiers.at(text, end, len(text))
            stop = end + len(word)
            if word and text[stop : stop + 1].isalpha() and not lexicon.not_listed.at(text, stop, len(text)):
                yield _Claim(start, stop, parse_int(text[start:end]) or 0, place, open=True)

    def _review_vague_goals(self) -> None:
        """培育一批企业: nobody can say afterwards whether it was done."""
        text, lexicon = self.text, self.lexicon
        cases = [
            Case(self.view.to_source(place, place + len(word)), self._node_id(place))
            for word in lexicon.vague
            for place in _places(text, word)
            if lexicon.builds(text, place) and _opens_noun(text, place + len(word), lexicon)
        ]
        self.findings.add_cases("PP506", cases, among=0)

    def _review_list(self, claim: _Claim) -> None:
        """服务教育、卫生、养老等2个领域: more are listed than counted."""
        text, end = self.text, claim.listed
        if text.rfind("、", max(end - _LONGEST_ITEM, 0), end) < 0:
            return
        start = _clause_start(text, end)
        rough = text.count("、", start, end) + 1
        if rough == claim.stated or (claim.open and rough < claim.stated):
            return
        items = _items(text, start, end)
        if len(items) >= _SHORTEST_LIST and not self._agrees(claim, items):
            self._report(claim, len(items), items[0])

    def _review_title(self, claim: _Claim) -> None:
        """实施八大行动 as the title of a section with seven points, each an 行动."""
        if self.text.find("\n", claim.end, claim.end + _LONGEST_ITEM) < 0:
            return  # in running text
        node = self._node_at(claim.start)
        title = node.title if node else None
        if title is None or not title[0] <= claim.start < title[1]:
            return
        if self.points is None:
            self.points = {section.node.title: _points(section) for section in self.plan.all_sections()}
        points = self.points.get(title, [])
        kind = self.text[title[1] - _KIND_WIDTH : title[1]]
        titles = [point.title for point in points if point.title]
        alike = len(titles) == len(points) and all(kind in self.text[slice(*found)] for found in titles)
        if len(points) > 1 and alike and len(points) != claim.stated:
            self._report(claim, len(points), titles[0])

    def _review_named_bodies(self, claim: _Claim) -> None:
        """十大专班, where headings and brackets name eight."""
        word = self.lexicon.bodies.at(self.text, claim.end, len(self.text))
        if not word:
            return
        kind = self.lexicon.bodies.values[word]
        bodies = self.bodies.get(kind)
        if bodies is None:
            bodies = self.bodies[kind] = self._named_bodies(kind)
        if len(bodies) > 1 and len(bodies) != claim.stated <= 2 * len(bodies):
            named = claim._replace(end=claim.end + len(word))
            self._report(named, len(bodies), next(iter(bodies.values())))

    def _named_bodies(self, kind: str) -> dict[str, Span]:
        """The first place of each body of a kind; 金融工作专班 and 金融专班 are one."""
        text, words = self.text, self.lexicon.bodies
        named: dict[str, Span] = {}
        stops = {place + len(kind) for place in _places(text, kind)}
        for at in sorted({max(bisect_right(self.starts, stop) - 1, 0) for stop in stops}):
            for start, end in _bodies(self.nodes[at]):
                if end in stops:
                    named.setdefault(text[start : end - len(words.before(text, start, end))], (start, end))
        return named

    def _agrees(self, claim: _Claim, items: Sequence[Span]) -> bool:
        """Whether the list can have as many items as claimed: it may begin at any item that could open
        a phrase, and a conjunction in its last item may part two."""
        text = self.text
        whole = text[items[0][0] : items[-1][1]]
        first = [place for place, item in enumerate(items) if place == 0 or self._may_open(item)]
        sizes = {len(items) - place for place in first}
        if claim.open:
            return "等" in whole or claim.stated >= min(sizes)
        if self.lexicon.joins(text[slice(*items[-1])]):
            sizes |= {size + 1 for size in sizes}
        doubtful = "等" in whole or self.rules.derive(_list_openers).search(
            text, items[-1][0] + 1, items[-1][1]
        )
        return bool(doubtful) or claim.stated in sizes or 2 * len(items) < claim.stated

    def _may_open(self, item: Span) -> bool:
        start, end = item
        if "的" in self.text[start:end] or self.lexicon.joins(self.text[start:end]):
            return True
        return any(
            self.rules.derive(_list_openers).at(self.text, start + skip, end) for skip in range(_ADVERB)
        )

    def _report(self, claim: _Claim, listed: int, first: Span) -> None:
        to_source = self.view.to_source
        self.findings.add(
            "PP507",
            to_source(claim.start, claim.end),
            node=self._node_id(claim.start),
            labels=(Label(to_source(*first), "first"),),
            text="".join(self.text[claim.start : claim.end].split()),
            listed=listed,
        )

    def _node_at(self, place: int) -> Node | None:
        """The section or measure that a place is in."""
        at = bisect_right(self.starts, place) - 1
        return self.nodes[at] if at >= 0 and place < self.nodes[at].span[-1][1] else None

    def _node_id(self, place: int) -> str:
        node = self._node_at(place)
        return node.id if node else ""


def _opens_noun(text: str, place: int, lexicon: _Lexicon) -> bool:
    """Not in “新建一批” and 签约一批、投产一批, which are slogans."""
    character = text[place : place + 1]
    return (character.isalnum() or character == "“") and not lexicon.not_counted.at(text, place, len(text))


def _points(section: Section) -> list[Node]:
    return [*section.measures, *(child.node for child in section.sections)]


def _bodies(node: Node) -> Iterator[Span]:
    for assignment, _ in node.facts.assigned:
        for group in assignment.groups:
            yield from group.bodies


def _places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _numeral_before(text: str, end: int) -> int:
    start = end
    while start > max(end - _LONGEST_NUMERAL, 0) and text[start - 1] in _NUMERALS:
        start -= 1
    return start


def _numeral_after(text: str, start: int) -> int:
    end = start
    while end < min(start + _LONGEST_NUMERAL, len(text)) and text[end] in _NUMERALS:
        end += 1
    return end


def _clause_start(text: str, end: int) -> int:
    low = max(end - _REACH, 0)
    return low + max(map(text[low:end].rfind, _STOPS)) + 1


def _items(text: str, start: int, end: int) -> list[Span]:
    """What 、 parts, behind the last bracket still open; brackets and quotes are kept whole."""
    edges = [end]
    depth = 0
    for place in range(end - 1, start - 1, -1):
        character = text[place]
        if character in _CLOSERS:
            depth += 1
        elif character in _OPENERS:
            depth -= 1
            if depth < 0:
                start = place + 1
                break
        elif depth == 0 and character == "、":
            edges.append(place)
    edges.append(start)
    edges.reverse()
    return [(low + 1 if text[low] == "、" else low, high) for low, high in pairwise(edges)]
