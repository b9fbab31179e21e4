"""Targets and standards: numbers judged by the words round them (rules/quantities.yaml).

Delete the number: if the promise can no longer be checked, it was a target; if each single
case is priced or measured by it, a standard; else neither, and it is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from planparse.facts.numbers import Number, find_numbers
from planparse.facts.phrases import Context, Phrases
from planparse.rulepack import RulePack
from planparse.spans import Span

_MONEY = frozenset(("元", "美元", "欧元", "港元"))
_PARTS = frozenset(("%", "个百分点", "百分点", "倍", "成"))
_UNCOUNTED = frozenset(("岁", "周岁", "级", "度", "届", "号", "条", "节", "月", "日"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or standard. Spans are ranges of the text it was found in.

    `what` is `target` or `standard`; `comparator`, `basis`, `strength` and `kind` have the
    values of the annotation guide; `due` is the end of a time the same sentence states.
    """

    what: str
    number: Number
    comparator: str
    indicator: Span | None
    action: Span | None
    basis: str
    strength: str
    kind: str
    baseline: int | Decimal | None
    per: Span | None
    due: date | None
    rule: str


def find_quantities(
    text: str, start: int, end: int, masked: Sequence[Span], due: Sequence[tuple[int, date]], rules: RulePack
) -> list[Quantity]:
    """The targets and standards of `text[start:end]`.

    `masked` are spans whose digits are no quantities (times, references, brackets), `due`
    the places and ends of its deadlines; both sorted.
    """
    numbers = [n for n in find_numbers(text, start, end, rules) if not _is_masked(n, masked)]
    if not numbers:
        return []
    phrases = rules.derive(Phrases.build)
    found: list[Quantity] = []
    previous: Quantity | None = None
    baseline: Number | None = None
    floor = start
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        if following is not None and phrases.is_baseline(text, number, following):
            baseline = number
            continue
        low = max(floor, _masked_before(number.start, masked))
        judge = _Judge(text, low, start, end, number, following, previous, baseline, phrases)
        quantity = judge.quantity()
        baseline = None
        if quantity is None or quantity.kind != "threshold":
            # a threshold says which ones: the verb before it governs the number after it
            floor, previous = number.end, quantity
        if quantity is not None:
            found.append(replace(quantity, due=_due(text, quantity, due)))
    return _share_indicators(text, found)


def _masked_before(place: int, masked: Sequence[Span]) -> int:
    """The end of the last masked span before a place: a time or title is no part of a noun."""
    at = bisect_right(masked, (place, 1 << 60)) - 1
    return masked[at][1] if at >= 0 and masked[at][1] <= place else 0


def _is_masked(number: Number, masked: Sequence[Span]) -> bool:
    place = bisect_right(masked, (number.digits, 1 << 60)) - 1
    return place >= 0 and masked[place][1] > number.digits


@dataclass(frozen=True, slots=True)
class _Judge:
    """One number with the text it is judged by.

    `floor` is the end of the number or time before it, `start` and `end` bound the node.
    """

    text: str
    floor: int
    start: int
    end: int
    number: Number
    following: Number | None
    previous: Quantity | None
    baseline: Number | None
    phrases: Phrases

    def quantity(self) -> Quantity | None:
        number, phrases = self.number, self.phrases
        if number.unit in _UNCOUNTED or phrases.is_name(self.text, number):
            return None
        clause = phrases.clause_start(self.text, self.floor, number.start)
        limit = self.baseline.start if self.baseline else number.start
        context = phrases.before(self.text, clause, limit, number, self.baseline is not None)
        if context.verb is None and not context.level and self._continues():
            return self._continued()
        if number.ratio:
            return self._ratio(clause, context.subject)
        if number.unit in _MONEY:
            return self._money(clause, context)
        if number.unit in _PARTS:
            return self._share(clause, context)
        if number.unit in phrases.durations:
            return self._duration(clause, context)
        return self._count(clause, context)

    def _continues(self) -> bool:
        """Whether the number stands in a list with the quantity before it (2家、技术创新中心3家)."""
        previous = self.previous
        if previous is None or previous.number.unit in _PARTS and self.number.unit not in _PARTS:
            return False
        if (previous.number.unit in _MONEY) != (self.number.unit in _MONEY):
            return False
        return self.phrases.is_list_link(self.text, previous.number.end, self.number.start)

    def _continued(self) -> Quantity | None:
        previous = self.previous
        if previous is None:
            return None
        number = self.number
        own = self.phrases.own_noun(self.text, previous.number.end, number.start)
        after = self.phrases.after(self.text, number.end, self.end)
        bare = own is None
        indicator = (after if bare else own) or (previous.indicator if bare else None)
        if not bare and after is not None and self.phrases.follows(self.text, own, number):
            indicator = after
        comparator = _comparator(number)
        if bare and comparator == "=" and number.unit == previous.number.unit:
            comparator = previous.number.bound_before or "="
        return replace(
            previous, number=number, indicator=indicator, comparator=comparator, baseline=None, per=None
        )

    def _ratio(self, clause: int, subject: Span | None) -> Quantity | None:
        phrases = self.phrases
        if phrases.is_split(self.text, self.number):
            after = phrases.after(self.text, self.number.end, self.end)
            indicator = phrases.ratio_noun(self.text, self.number.end) or after or subject
            return self._standard("split", indicator, "quantities.split-words")
        if subject is not None and phrases.level_before(self.text, clause, self.number.start):
            return self._target(clause, subject, None, "level", "quantities.level-words")
        return None

    def _money(self, clause: int, context: Context) -> Quantity | None:
        phrases, number = self.phrases, self.number
        if phrases.is_threshold(self.text, number, self.following):
            return self._standard("threshold", context.subject, "quantities.comparators-after")
        after = phrases.paid_noun(self.text, number.end, self.end)
        volume = context.subject if phrases.is_volume(self.text, context.subject) else None
        if volume is not None and not phrases.is_paid(self.text, clause, number):
            basis = "level" if context.level else context.basis or "level"
            return self._target(clause, volume, context.verb, basis, "quantities.volume-words")
        if phrases.is_budget(self.text, clause, number):
            return self._standard("budget", context.subject or after, "quantities.budget-words")
        indicator = after or self._paid_before(context.subject)
        return self._standard("payment", indicator, "quantities.payment-words")

    def _paid_before(self, subject: Span | None) -> Span | None:
        """What an amount pays where nothing stands after it: the noun before it, else as before."""
        if subject is not None and self.phrases.names_payment(self.text, subject):
            return subject
        if self.previous is not None and self.previous.what == "standard":
            return self.previous.indicator
        return subject

    def _share(self, clause: int, context: Context) -> Quantity | None:
        phrases, number = self.phrases, self.number
        if not context.level and phrases.is_paid(self.text, clause, number):
            after = phrases.paid_object(self.text, number.end, self.end)
            return self._standard("rate", after or context.subject, "quantities.payment-words")
        if number.unit == "倍" and not context.level:
            return None
        if context.level or context.change or phrases.is_rate(self.text, context.subject):
            basis = "" if context.change and not phrases.is_growth(self.text, context.change) else "level"
            subject = context.subject or phrases.after(self.text, number.end, self.end)
            return self._target(clause, subject, None, basis, "quantities.rate-nouns")
        return None

    def _duration(self, clause: int, context: Context) -> Quantity | None:
        if context.level and context.subject is not None and self.phrases.is_shortened(self.text, clause, self.number, context.subject):
            return self._target(clause, context.subject, None, "level", "quantities.duration-units")
        return None

    def _count(self, clause: int, context: Context) -> Quantity | None:
        phrases, number = self.phrases, self.number
        if not number.unit:
            if context.level and context.subject and phrases.ends_clause(self.text, number.end):
                return self._target(clause, context.subject, None, "level", "quantities.level-words")
            return None
        if phrases.is_cited(self.text, number) or phrases.is_per_case(self.text, clause, number):
            return None
        if phrases.is_threshold(self.text, number, self.following):
            return None
        after = phrases.after(self.text, number.end, self.end)
        if context.level:
            indicator = context.subject or after
            basis = context.basis if context.verb else "level"
            return self._target(clause, indicator, context.verb, basis, "quantities.level-words")
        if context.verb is None and not phrases.is_object_of_later_verb(self.text, clause, number):
            return None
        basis = context.basis if context.verb else "increment"
        indicator = after if after is not None else context.subject
        return self._target(clause, indicator, context.verb, basis, "quantities.achievement-verbs")

    def _target(
        self, clause: int, indicator: Span | None, action: Span | None, basis: str, rule: str
    ) -> Quantity:
        opening = self.phrases.clause_start(self.text, self.start, self.number.start)
        strength = self.phrases.strength(self.text, opening, self.number.start)
        return self._make("target", indicator, action, basis, strength, "", rule)

    def _standard(self, kind: str, indicator: Span | None, rule: str) -> Quantity:
        return self._make("standard", indicator, None, "", "", kind, rule)

    def _make(
        self, what: str, indicator: Span | None, action: Span | None, basis: str, strength: str, kind: str, rule: str
    ) -> Quantity:
        return Quantity(
            what=what,
            number=self.number,
            comparator=_comparator(self.number, self.phrases.bound_of_noun(self.text, indicator, self.number)),
            indicator=indicator,
            action=action,
            basis=basis,
            strength=strength,
            kind=kind,
            baseline=self.baseline.value if self.baseline else None,
            per=self.phrases.per(self.text, self.floor, self.number.start),
            due=None,
            rule=rule,
        )


def _comparator(number: Number, fallback: str = "") -> str:
    """左右 and 约 win; then what stands after the number, a range, what stands before it."""
    if number.ratio:
        return "ratio"
    signs = (number.bound_before, number.bound_after)
    if "~" in signs:
        return "~"
    if number.approximate:
        return ">"
    if number.bound_after:
        return number.bound_after
    if number.value_max is not None:
        return "range"
    return number.bound_before or fallback or "="


def _due(text: str, quantity: Quantity, due: Sequence[tuple[int, date]]) -> date | None:
    """The end of the nearest time before the number in its sentence, else of the first after it."""
    place = quantity.number.digits
    first = max(text.rfind(mark, 0, place) for mark in "。;\n")
    stops = [found for mark in "。;\n" if (found := text.find(mark, place)) >= 0]
    last = min(stops, default=len(text))
    inside = [(where, end) for where, end in due if first < where < last]
    earlier = [end for where, end in inside if where < place]
    return earlier[-1] if earlier else (inside[0][1] if inside else None)


def _share_indicators(text: str, found: list[Quantity]) -> list[Quantity]:
    """给予4000元、8000元培养资助: the noun after the last stands for those before it too."""
    for place in range(len(found) - 2, -1, -1):
        here, later = found[place], found[place + 1]
        between = text[here.number.end : later.number.start].strip()
        if between in ("、", "和", "及", "或", "与") and here.indicator is None:
            found[place] = replace(here, indicator=later.indicator)
    return found
