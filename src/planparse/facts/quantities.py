"""Targets and standards: numbers judged by the words round them (rules/quantities.yaml).

Delete the number: if the promise can no longer be checked, it was a target; if each single
case is priced or measured by it, a standard; else neither, and it is left out.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from planparse.facts.judge import Judge
from planparse.facts.numbers import Number
from planparse.facts.phrases import Phrases
from planparse.facts.quantity import Quantity
from planparse.facts.verdicts import THRESHOLD
from planparse.rulepack import RulePack
from planparse.spans import Span

__all__ = ["Quantity", "find_quantities"]

_FAR = 60
_LONGEST_TIME = 20
_SENTENCE = 600  # a sentence longer than this states its time elsewhere
_SENTENCE_END = re.compile("[。\n]")
_SCALED = re.compile(r"[0-9.,]+[ ]?[十百千万亿]")


def find_quantities(
    text: str,
    start: int,
    end: int,
    numbers: Sequence[Number],
    masked: Sequence[Span],
    due: Sequence[tuple[int, date]],
    rules: RulePack,
    told: Sequence[int] = (),
) -> list[Quantity]:
    """The targets and standards among the `numbers` of `text[start:end]`.

    `masked` are the spans that numbers were not looked for in (times, references), `due` the
    places and ends of its deadlines, `told` the places of times before the plan; all sorted.
    """
    phrases = rules.derive(Phrases)
    numbers = [number for number in numbers if not phrases.is_name(text, number)]
    if not numbers:
        return []
    numbers = _with_units(text, numbers, phrases)
    found: list[Quantity] = []
    previous: Quantity | None = None
    baseline: Number | None = None
    floor = start
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        if following is not None and phrases.is_baseline(text, number, following):
            baseline = number
            continue
        time = _masked_before(text, number.start, masked, phrases)
        if time is not None and (time[1] <= floor or (baseline is not None and time[0] > baseline.start)):
            time = None  # 由30%今年提高到40%: a time between the two ends stands in the phrase
        if time is not None and phrases.is_as_of(text, time[0]) and not _is_due(time[0], due):
            floor, previous, baseline = number.end, None, None
            continue  # 截至2022年底，建成40个: what was there already
        low = time[1] if time else floor
        judge = Judge(text, low, time, start, end, number, following, previous, baseline, phrases)
        quantity = judge.quantity()
        baseline = None
        qualifies = quantity is None and bool(number.bound_after)
        if not qualifies and (quantity is None or quantity.rule != THRESHOLD):
            # a threshold says which ones, so does 65岁以上: what stands before governs the number after
            floor, previous = number.end, quantity
        if quantity is not None:
            when = _due(text, quantity, due) if due else None
            found.append(quantity._replace(due=when) if when else quantity)
    if len(found) > 1 and len(due) > 1:
        _pair_due(text, found, due, phrases)
    found = [quantity for quantity in found if not _is_told(text, quantity, start, due, told, phrases)]
    found = _share_indicators(text, found, phrases)
    if len(found) > 1:
        _pair_indicators(text, found, phrases)
    return found


def _with_units(text: str, numbers: list[Number], phrases: Phrases) -> list[Number]:
    """分别不高于53和32微克: a number without a unit has that of the next in the list, unless scaled."""
    for place in range(len(numbers) - 2, -1, -1):
        here, later = numbers[place], numbers[place + 1]
        if here.unit or not later.unit or not phrases.is_link(text, here.end, later.digits):
            continue
        if not _SCALED.match(text, later.digits, later.end) and phrases.is_respective(text, here):
            numbers[place] = here._replace(unit=later.unit)
    return numbers


def _is_told(
    text: str,
    quantity: Quantity,
    start: int,
    due: Sequence[tuple[int, date]],
    told: Sequence[int],
    phrases: Phrases,
) -> bool:
    """Whether its sentence tells what was (2020年末，达到99%; 近年来，…), or its clause does (已突破)."""
    if not (quantity.what == "target" or quantity.kind == "budget") or quantity.strength not in ("", "plain"):
        return False
    if quantity.what == "target" and phrases.is_reached(text, start, quantity.number):
        return True
    place = quantity.number.digits
    at = bisect_right(told, place) - 1
    since = told[at] if at >= 0 and _same_sentence(text, told[at], place) else -1
    if since < 0:
        since = phrases.looks_back(text, start, place)
    later = bisect_right(due, (place, date.max)) - 1
    return since >= 0 and (later < 0 or due[later][0] < since)


def _masked_before(text: str, place: int, masked: Sequence[Span], phrases: Phrases) -> Span | None:
    """The last time before a place: it is no part of a noun, as a title may be."""
    at = bisect_right(masked, (place, sys.maxsize)) - 1
    while at >= 0 and text[masked[at][0]] == "《" and masked[at][1] <= place:
        at -= 1  # 达到《测定标准》合格以上的人数比例
    if at < 0 or masked[at][1] > place:
        return None
    start, end = masked[at]
    # 较“十三五”末下降16%: a time that something is compared with stands inside the phrase
    return None if phrases.is_compared(text, (start, end)) else (start, end)


def _is_due(place: int, due: Sequence[tuple[int, date]]) -> bool:
    at = bisect_left(due, (place, date.min))
    return at < len(due) and due[at][0] == place


def _due(text: str, quantity: Quantity, due: Sequence[tuple[int, date]]) -> date | None:
    """The end of the nearest time before the number in its sentence, else of the first after it."""
    place = quantity.number.digits
    after = bisect_right(due, (place, date.max))
    if after and _same_sentence(text, due[after - 1][0], place):
        return due[after - 1][1]
    if after < len(due) and _same_sentence(text, place, due[after][0]):
        return due[after][1]
    return None


def _runs(text: str, found: list[Quantity], phrases: Phrases) -> Iterator[range]:
    """The places of quantities that stand in a list, one behind the other: 60%、80%."""
    first = 0
    for last, later in enumerate([*found[1:], None], start=1):
        if later is None or not phrases.is_link(text, found[last - 1].number.end, later.number.start):
            yield range(first, last)
            first = last


def _pair_due(text: str, found: list[Quantity], due: Sequence[tuple[int, date]], phrases: Phrases) -> None:
    """到2025年、2030年，达到60%、80%: as many times as numbers, in one order."""
    for run in _runs(text, found, phrases):
        count = len(run)
        before = bisect_right(due, (found[run[0]].number.digits, date.max))
        times = due[max(0, before - count) : before]
        if count == len(times) > 1 and _are_listed(text, times, phrases):
            for place, (_, when) in zip(run, times, strict=True):
                found[place] = found[place]._replace(due=when)


def _pair_indicators(text: str, found: list[Quantity], phrases: Phrases) -> None:
    """入园率、巩固率分别达到92%、97%: as many nouns as numbers, in one order.

    The nouns end alike, or each number has a unit of its own (面积、产量稳定在6万亩、3万吨);
    else they share what only the last one ends in (有机构、有活动的企业占比).
    """
    for run in _runs(text, found, phrases):
        indicator, number = found[run[0]].indicator, found[run[0]].number
        distinct = len({found[place].number.unit for place in run}) == len(run)
        if indicator is None or len(run) < 2 or not (distinct or phrases.is_respective(text, number)):
            continue
        nouns = _listed_nouns(text, indicator, phrases)
        alike = len({text[end - 1] for _, end in nouns}) == 1
        measured = distinct and all(phrases.words.measures.before(text, *noun) for noun in nouns)
        if len(nouns) == len(run) and (alike or measured):
            for place, noun in zip(run, nouns, strict=True):
                found[place] = found[place]._replace(indicator=noun)


def _listed_nouns(text: str, span: Span, phrases: Phrases) -> list[Span]:
    edges = [match.span() for match in phrases.words.parted.finditer(text, *span)]
    starts = [span[0], *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), span[1]]
    return list(zip(starts, ends, strict=True))


def _are_listed(text: str, times: Sequence[tuple[int, date]], phrases: Phrases) -> bool:
    """Whether one time follows the other behind a link: 到2025年、2030年."""
    return all(
        high - low <= _LONGEST_TIME and phrases.words.follows.search(text, low, high) is not None
        for (low, _), (high, _) in pairwise(times)
    )


def _same_sentence(text: str, start: int, end: int) -> bool:
    return end - start <= _SENTENCE and _SENTENCE_END.search(text, start, end) is None


def _share_indicators(text: str, found: list[Quantity], phrases: Phrases) -> list[Quantity]:
    """给予4000元、8000元培养资助: the noun after the last stands for those before it too."""
    for place in range(len(found) - 2, -1, -1):
        here, later = found[place], found[place + 1]
        between = text[here.number.end : later.number.start]
        if between.strip() in phrases.words.links:
            if later.rule == THRESHOLD and here.what == "target" and here.number.unit == later.number.unit:
                here = here._replace(what="standard", kind="threshold", basis="", strength="", rule=THRESHOLD)
            if here.indicator is None:
                here = here._replace(indicator=later.indicator)
            if _is_open(here, later) and phrases.is_respective(text, here.number):
                here = here._replace(comparator=later.comparator)
        found[place] = here
    return _share_standards(text, found, phrases)


def _is_open(here: Quantity, later: Quantity) -> bool:
    """Whether the bound behind the last of several numbers holds for one before it, 达到 or not."""
    return here.comparator == "=" or (here.comparator == ">=" and later.comparator == "~")


def _share_standards(text: str, found: list[Quantity], phrases: Phrases) -> list[Quantity]:
    """按博士15万元、硕士10万元的标准给予住房补贴: one noun for every amount of the clause."""
    noun: Span | None = None
    for place in range(len(found) - 1, -1, -1):
        here = found[place]
        if noun is not None and not phrases.is_list_link(
            text, here.number.end, found[place + 1].number.start
        ):
            noun = None
        if here.kind != "payment":
            noun = None
            continue
        noun = phrases.payment_by_standard(text, here.number.end, here.number.end + _FAR) or noun
        if noun is not None:
            found[place] = here._replace(indicator=noun)
    return found
