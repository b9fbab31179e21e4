"""Patterns that can take much longer than their text is long, found by their form.

What is refused, in the pattern as expanded:

* an unbounded repeat inside an unbounded repeat (exponential), unless one of the two keeps
  what it took: possessive `++`, atomic `(?>…)`; a bound above 100 counts as none;
* two unbounded repeats side by side, or with only optional parts between them, that can
  take the same character (quadratic), unless the first is possessive;
* `.*` and `.+` in any form: they run to the end of the text;
* unbounded repeats of digits that are neither possessive nor guarded by `(?<!\\d)`;
* a pattern that fixed repeats blow up when compiled, as in `(?:a{1000}){1000}`.

Limits, known and left to the time limit: sets are compared on a sample of characters (all
of the pattern, and some of each kind); bounded repeats of one another, alternatives that
start alike inside a repeat, and separators that the repeats beside them can take too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planparse.rulepack.errors import Mistake
from planparse.rulepack.pack import Rule
from planparse.rulepack.syntax import Alt, Chars, Edge, Group, Look, Node, NotUnderstood, Repeat, Seq, parse

Set = frozenset[str]

#: A repeat that may go on for longer than this counts as unbounded inside another one.
MANY = 100
#: Elements of a pattern with its fixed repeats written out; the engine needs memory for each.
MAX_ELEMENTS = 100_000

_DIGITS = "0123456789０１２３４５６７８９"
_MARKS = ".,;:!?()[]{}<>《》〈〉（）〔〕【】，。、；：？！“”-—~+%/\\|'\"²☆"
_PROBES = _DIGITS + _MARKS + " \t\n\r\x0b　aZé_Δ一二十百市政局年月ⅠⅣ①㈠"
_ASCII_DIGITS: Set = frozenset("0123456789")
_NONE: Set = frozenset()


def pattern_mistakes(rule: Rule) -> list[Mistake]:
    """What is wrong with the pattern of a rule, or with those in the rows of its table."""
    patterns = [("", rule.pattern)] if rule.pattern is not None else []
    patterns += [
        (f"table.{index}.pattern: ", row["pattern"])
        for index, row in enumerate(rule.table or ())
        if isinstance(row.get("pattern"), str)
    ]
    return [
        Mistake(rule.origin, rule.line, rule.id, f"{place}{message}")
        for place, pattern in patterns
        for message in lint_pattern(pattern)
    ]


def lint_pattern(pattern: str) -> list[str]:
    """What is wrong with a pattern, each thing once; empty where nothing is."""
    try:
        tree = parse(pattern)
    except NotUnderstood as error:
        return [str(error)]
    if _elements(tree) > MAX_ELEMENTS:
        return [f"expected at most {MAX_ELEMENTS} elements with repeats written out, found more"]
    import regex

    try:
        regex.compile(pattern)
    except regex.error as error:
        return [f"the pattern does not compile: {error}"]
    linter = _Linter(pattern)
    linter.read(tree, guarded=False)
    return list(dict.fromkeys(linter.mistakes))


def _elements(node: Node) -> int:
    match node:
        case Seq(items) | Alt(items):
            return 1 + sum(map(_elements, items))
        case Repeat(item, low):
            return max(low, 1) * _elements(item)
        case Group(item) | Look(item):
            return 1 + _elements(item)
    return 1


@dataclass(frozen=True, slots=True)
class _Form:
    """What a part of a pattern means to its neighbours.

    `heads` and `tails`: the characters that unbounded repeats take at its start and end,
    as far as nothing else must stand before or after them. `loops`: it holds a long repeat
    that can give back what it took. `one`: the characters of a part that is always exactly one.
    `guards`: it says that no digit stands before what follows.
    """

    empty: bool = False
    heads: Set = _NONE
    tails: Set = _NONE
    loops: bool = False
    one: Set | None = None
    guards: bool = False


class _Linter:
    def __init__(self, pattern: str) -> None:
        self.mistakes: list[str] = []
        self._alphabet = "".join(dict.fromkeys(_PROBES + pattern))
        self._everything = frozenset(self._alphabet)
        self._sets: dict[str, Set] = {}

    def read(self, node: Node, guarded: bool) -> _Form:
        """The form of a part; `guarded`: a look-behind says that no digit stands before it."""
        match node:
            case Chars(text):
                return _Form(one=self._set(text))
            case Edge():
                return _Form(empty=True)
            case Look(item, guards):
                # It starts where it stands, not at every digit, and gives nothing back.
                inside = self.read(item, guarded=True).one
                return _Form(empty=True, guards=guards and inside is not None and inside >= _ASCII_DIGITS)
            case Group(item, atomic):
                return self._group(item, atomic, guarded)
            case Alt(options):
                return self._alternatives([self.read(option, guarded) for option in options])
            case Seq(items):
                return self._sequence(items, guarded)
        return self._repeat(node, guarded)

    def _set(self, text: str) -> Set:
        """The characters of the alphabet that a set takes."""
        found = self._sets.get(text)
        if found is None:
            import regex

            found = frozenset(regex.findall(text, self._alphabet, flags=regex.DOTALL))
            self._sets[text] = found
        return found

    def _group(self, item: Node, atomic: bool, guarded: bool) -> _Form:
        form = self.read(item, guarded or atomic)
        return _Form(form.empty, form.heads, one=form.one) if atomic else form

    def _alternatives(self, forms: list[_Form]) -> _Form:
        sets = [form.one for form in forms if form.one is not None]
        return _Form(
            empty=any(form.empty for form in forms),
            heads=_union(form.heads for form in forms),
            tails=_union(form.tails for form in forms),
            loops=any(form.loops for form in forms),
            one=_union(sets) if len(sets) == len(forms) else None,
        )

    def _sequence(self, items: tuple[Node, ...], guarded: bool) -> _Form:
        whole = _Form(empty=True)
        for item in items:
            form = self.read(item, guarded)
            self._side_by_side(whole.tails, form.heads, item)
            whole = _Form(
                empty=whole.empty and form.empty,
                heads=whole.heads | form.heads if whole.empty else whole.heads,
                tails=form.tails | whole.tails if form.empty else form.tails,
                loops=whole.loops or form.loops,
            )
            guarded = form.guards
        return whole

    def _repeat(self, node: Repeat, guarded: bool) -> _Form:
        again = node.high is None or node.high > 1
        form = self.read(node.item, guarded and not again)
        shown = _shown(node.text)
        long = node.high is None or node.high > MANY
        if long and form.loops and not node.possessive:
            self.mistakes.append(
                f"nested unbounded repeats in {shown}: bound one of them or make it possessive (++)"
            )
        elif again:
            self._side_by_side(form.tails, form.heads, node)
        heads, tails = form.heads, form.tails
        if form.one is not None and node.high is None:
            self._unbounded(form.one, node, guarded, shown)
            heads = tails = form.one
        return _Form(
            empty=node.low == 0 or form.empty,
            heads=heads,
            tails=_NONE if node.possessive else tails,
            loops=not node.possessive and (long or form.loops),
        )

    def _unbounded(self, taken: Set, node: Repeat, guarded: bool, shown: str) -> None:
        if taken >= self._everything - {"\n"}:
            self.mistakes.append(f"unbounded repeat of any character in {shown}: say [^…]{{0,N}}")
        elif taken and taken <= frozenset(_DIGITS) and not (node.possessive or guarded):
            self.mistakes.append(
                f"unbounded repeat of digits in {shown}: make it possessive (++) or put (?<!\\d) before it"
            )

    def _side_by_side(self, tails: Set, heads: Set, node: Node) -> None:
        both = tails & heads
        if both:
            at = _shown(node.text) if isinstance(node, Repeat) else "a group"
            self.mistakes.append(
                f"unbounded repeats side by side that both take {min(both)!r}, the second in {at}: "
                "bound one of them or make the first possessive (++)"
            )


def _union(sets: Iterable[Set]) -> Set:
    return _NONE.union(*sets)


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
