"""Targets and standards: numbers judged by the words round them (rules/quantities.yaml).

Delete the number: if the promise can no longer be checked, it was a target; if each single
case is priced or measured by it, a standard; else neither, and it is left out.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from planparse.facts.numbers import Number, find_numbers
from planparse.facts.phrases import Context, Phrases
from planparse.rulepack import RulePack
from planparse.spans import Span

_MONEY = frozenset(("元", "美元", "欧元", "港元"))
_PARTS = frozenset(("%", "个百分点", "百分点", "倍", "成"))
_LINKS = frozenset(("、", "和", "及", "或", "与"))
_FAR = 60
_SENTENCE = 400  # a sentence longer than this states its time elsewhere
_SENTENCE_END = re.compile("[。;\n]")
_THRESHOLD = "quantities.comparators-after"
_UNCOUNTED = frozenset(("岁", "周岁", "级", "度", "届", "号", "条", "节", "月", "日"))


class Quantity(NamedTuple):
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
    found_numbers = find_numbers(text, start, end, masked, rules)
    if not found_numbers:
        return []
    phrases = rules.derive(Phrases.build)
    numbers = [n for n in found_numbers if not phrases.is_name(text, n)]
    if not numbers:
        return []
    found: list[Quantity] = []
    previous: Quantity | None = None
    baseline: Number | None = None
    floor = start
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        if following is not None and phrases.is_baseline(text, number, following):
            baseline = number
            continue
        low = max(floor, _masked_before(text, number.start, masked))
        judge = _Judge(text, low, start, end, number, following, previous, baseline, phrases)
        quantity = judge.quantity()
        baseline = None
        if quantity is None or quantity.rule != _THRESHOLD:
            # a threshold says which ones: the verb before it governs the number after it
            floor, previous = number.end, quantity
        if quantity is not None:
            when = _due(text, quantity, due) if due else None
            found.append(quantity._replace(due=when) if when else quantity)
    return _share_indicators(text, found, phrases)


def _masked_before(text: str, place: int, masked: Sequence[Span]) -> int:
    """The end of the last masked span before a place: a time or title is no part of a noun."""
    at = bisect_right(masked, (place, sys.maxsize)) - 1
    if at < 0 or masked[at][1] > place:
        return 0
    start, end = masked[at]
    # 较“十三五”末下降16%: a time that something is compared with stands inside the phrase
    return 0 if "较" in text[max(0, start - 2) : start] or "比" in text[max(0, start - 2) : start] else end


class _Judge(NamedTuple):
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
        if number.unit in _UNCOUNTED:
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
        if previous is None or _unit_class(previous.number) != _unit_class(self.number):
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
        return previous._replace(
            number=number, indicator=indicator, comparator=comparator, baseline=None, per=None
        )

    def _ratio(self, clause: int, subject: Span | None) -> Quantity | None:
        phrases = self.phrases
        context = phrases.before(self.text, clause, self.number.start, self.number, baseline=False)
        if context.level and context.subject is not None:
            return self._target(clause, context.subject, None, "level", "quantities.level-words")
        if phrases.is_split(self.text, self.number):
            after = phrases.after(self.text, self.number.end, self.end)
            indicator = phrases.ratio_noun(self.text, self.number.end) or after or subject
            return self._standard("split", indicator, "quantities.split-words")
        return None

    def _money(self, clause: int, context: Context) -> Quantity | None:
        phrases, number = self.phrases, self.number
        if phrases.is_threshold(self.text, number, self.following):
            return self._standard("threshold", context.subject, _THRESHOLD)
        after = phrases.paid_noun(self.text, number.end, self.end)
        volume = context.subject if phrases.is_volume(self.text, context.subject) else None
        if volume is not None and not phrases.is_paid(self.text, clause, number):
            basis = "level" if context.level else context.basis or "level"
            return self._target(clause, volume, context.verb, basis, "quantities.volume-words")
        if phrases.is_budget(self.text, clause, number):
            return self._standard("budget", context.subject or after, "quantities.budget-words")
        indicator = phrases.payment_of(self.text, after) or self._paid_before(clause, context.subject)
        return self._standard("payment", indicator, "quantities.payment-words")

    def _paid_before(self, clause: int, subject: Span | None) -> Span | None:
        """What an amount pays where nothing stands after it: the noun before it, else as before."""
        if subject is not None and self.phrases.names_payment(self.text, subject):
            return subject
        if self._opens_list():
            return None  # the noun after the last amount of the list stands for all
        if self.previous is not None and self.previous.what == "standard":
            return self.previous.indicator
        return self.phrases.payment_before(self.text, clause) or subject

    def _opens_list(self) -> bool:
        """给予15万元和5万元的…: the next amount follows at once."""
        following = self.following
        return following is not None and self.text[self.number.end : following.start].strip() in _LINKS

    def _share(self, clause: int, context: Context) -> Quantity | None:
        phrases, number = self.phrases, self.number
        if not context.level and phrases.is_paid(self.text, clause, number):
            after = phrases.paid_object(self.text, number.end, self.end)
            fallback = context.subject or phrases.payment_of(self.text, phrases.after(self.text, number.end, self.end))
            return self._standard("rate", after or fallback, "quantities.payment-words")
        if number.unit == "倍" and not context.level:
            return None
        if context.level or context.change or phrases.is_rate(self.text, context.subject):
            basis = "" if context.change and not phrases.is_growth(context.change) else "level"
            subject = context.subject or phrases.after(self.text, number.end, self.end)
            return self._target(clause, subject, None, basis, "quantities.rate-nouns")
        return None

    def _duration(self, clause: int, context: Context) -> Quantity | None:
        after = self.phrases.after(self.text, self.number.end, self.end)
        if after is not None and self.phrases.names_fee(self.text, after):
            return self._standard("payment", after, "quantities.payment-words")
        subject = context.subject
        if context.level and subject is not None and self.phrases.is_shortened(self.text, subject):
            return self._target(clause, subject, None, "level", "quantities.duration-units")
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
        if number.bound_before == "<=" and not context.level:
            # a cap prices or limits each case: 每年遴选不超过20名
            return self._standard("threshold", after or context.subject, "quantities.comparators-before")
        if (context.level or (number.bound_before and not context.verb)) and context.subject is not None:
            basis = context.basis if context.verb else "level"
            return self._target(clause, context.subject, context.verb, basis, "quantities.level-words")
        if context.level and after is not None:
            # 突破百项技术: the word commits, it does not bound
            opened = self._replace(number=number._replace(start=number.digits, bound_before=""))
            return opened._target(clause, after, (number.start, number.digits), "increment", "quantities.level-words")
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
        return self._promised("target", indicator, action, basis, strength, "", rule)

    def _standard(self, kind: str, indicator: Span | None, rule: str) -> Quantity:
        return self._promised("standard", indicator, None, "", "", kind, rule)

    def _promised(
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


def _unit_class(number: Number) -> int:
    if number.ratio:
        return 3
    return 2 if number.unit in _MONEY else int(number.unit in _PARTS)


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
    after = bisect_right(due, (place, date.max))
    if after and _same_sentence(text, due[after - 1][0], place):
        return due[after - 1][1]
    if after < len(due) and _same_sentence(text, place, due[after][0]):
        return due[after][1]
    return None


def _same_sentence(text: str, start: int, end: int) -> bool:
    return end - start <= _SENTENCE and _SENTENCE_END.search(text, start, end) is None


def _share_indicators(text: str, found: list[Quantity], phrases: Phrases) -> list[Quantity]:
    """给予4000元、8000元培养资助: the noun after the last stands for those before it too."""
    for place in range(len(found) - 2, -1, -1):
        here, later = found[place], found[place + 1]
        between = text[here.number.end : later.number.start]
        if between.strip() in _LINKS:
            if here.indicator is None:
                here = here._replace(indicator=later.indicator)
            if "分别" in text[max(0, here.number.start - 8) : here.number.start] and here.comparator == "=":
                here = here._replace(comparator=later.comparator)
        found[place] = here
    return _share_standards(text, found, phrases)


def _share_standards(text: str, found: list[Quantity], phrases: Phrases) -> list[Quantity]:
    """按博士15万元、硕士10万元的标准给予住房补贴: one noun for every amount of the clause."""
    noun: Span | None = None
    for place in range(len(found) - 1, -1, -1):
        here = found[place]
        if noun is not None and not phrases.is_list_link(text, here.number.end, found[place + 1].number.start):
            noun = None
        if here.kind != "payment":
            noun = None
            continue
        noun = phrases.payment_by_standard(text, here.number.end, here.number.end + _FAR) or noun
        if noun is not None:
            found[place] = here._replace(indicator=noun)
    return found
