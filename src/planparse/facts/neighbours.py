"""One number among its neighbours: what it takes from those before and after it in its sentence."""

from __future__ import annotations

from typing import NamedTuple

from planparse.facts.numbers import Number
from planparse.facts.phrases import Context, Phrases
from planparse.facts.quantity import Quantity, comparator_of
from planparse.spans import Span


class Neighbours(NamedTuple):
    """One number with the text it is judged by.

    `floor` is the end of the number or time before it, `time` that time where it is the nearer
    one, `start` and `end` bound the node.
    """

    text: str
    floor: int
    time: Span | None
    start: int
    end: int
    number: Number
    following: Number | None
    previous: Quantity | None
    baseline: Number | None
    phrases: Phrases

    def _continues(self) -> bool:
        """Whether the number stands in a list with the quantity before it (2家、技术创新中心3家)."""
        previous = self.previous
        if previous is None or self._unit_class(previous.number) != self._unit_class(self.number):
            return False
        return self.phrases.is_list_link(self.text, previous.number.end, self.number.start)

    def _closes_thresholds(self) -> bool:
        """突破1亿元、5亿元、10亿元的企业: the last of a list that says which ones."""
        number, previous = self.number, self.previous
        if previous is None or self.text[number.end : number.end + 1] != "的":
            return False
        kind = self.phrases.words.class_of(number.unit)
        if kind != "money" and not (kind == "part" and self.phrases.is_granted(self.text, number)):
            return False
        linked = self.phrases.is_link(self.text, previous.number.end, number.start)
        return linked and previous.what == "target" and previous.number.unit == number.unit

    def _is_granted_anew(self) -> bool:
        """每增加1亿元给予银行10万元: a verb that gives stands between this amount and the one before."""
        previous = self.previous
        if previous is None or self._unit_class(self.number) != "money":
            return False
        between = (previous.number.end, self.number.start)
        return self.phrases.words.granted.search(self.text, *between) is not None

    def _adds_to_payment(self) -> bool:
        """每亩补助1万元，连片的每亩再增加2000元."""
        previous = self.previous
        return previous is not None and previous.kind == "payment" and self._same_sentence(previous.number)

    def _listed_noun(self) -> Span | None:
        """达到500万元、1000万元以上的企业: the noun of the bound before it in a list."""
        previous = self.previous
        if previous is None or previous.number.unit != self.number.unit:
            return None
        linked = self.phrases.is_link(self.text, previous.number.end, self.number.start)
        return previous.indicator if linked else None

    def _up_to_next(self, indicator: Span | None) -> Span | None:
        """60名专家指导900次: a noun behind its number ends before a number that closes the clause."""
        following = self.following
        if following is None or indicator is None or not indicator[0] < following.start < indicator[1]:
            return indicator
        closes = self.phrases.ends_clause(self.text, following.end)
        return (indicator[0], following.start) if closes else indicator

    def _target_before(self) -> Quantity | None:
        """The target before it in the same sentence, or that of the stage before."""
        previous = self.previous
        if previous is None or previous.what != "target":
            return None
        return previous if self._same_sentence(previous.number) else self._at_other_time(previous)

    def _says_which_before(self) -> bool:
        """引进3个投资超10亿元项目: a size within the noun of the count before it says which ones."""
        number, previous = self.number, self.previous
        if previous is None or previous.what != "target" or previous.indicator is None:
            return False
        sized = self.phrases.is_size(number) or self.phrases.words.class_of(number.unit) == "money"
        begin, end = previous.indicator
        return sized and previous.number.end <= begin <= number.start and number.end < end

    def _alike_before(self) -> Quantity | None:
        """The target before it in the same sentence, where it has the same unit."""
        previous = self._target_before()
        return previous if previous is not None and previous.number.unit == self.number.unit else None

    def _rate_before(self) -> Quantity | None:
        """覆盖率每年提高2个百分点，到2025年达到76%: the change of which a time tells the level."""
        previous = self._target_before()
        if previous is None or self.time is None:
            return None
        part = self._unit_class(self.number) == "part" == self._unit_class(previous.number)
        return previous if part else None

    def _at_other_time(self, previous: Quantity) -> Quantity | None:
        """漏损率控制在12%以内；到2024年，控制在10%以内: the promise that another time opens anew."""
        if self.time is None or previous.number.unit != self.number.unit:
            return None
        between = self.text[previous.number.end : self.time[0]]
        return previous if between.strip(" ,;到至") == "" else None

    def _bare_noun(self, context: Context) -> Span | None:
        """培训100万新型学徒: a number in 万 counts the noun behind it where a verb commits."""
        scaled = self.phrases.words.scales.before(self.text, self.number.digits, self.number.end)
        if not scaled or context.verb is None or context.subject is not None:
            return None
        return self.phrases.after(self.text, self.number.end, self.end)

    def _measured_too(self, clause: int) -> Quantity | None:
        """改造小区50个，约60万平方米: a size alone in its clause is that of what was counted."""
        alone = not self.text[clause : self.number.start].strip()
        return self._target_before() if alone and self.phrases.is_size(self.number) else None

    def _named_by_verb(self, clause: int, verb: Span | None) -> Span | None:
        """业务培训40期: verb and noun are one; 新建驿站2座，改造5座: the noun is the one before."""
        if verb is None:
            return None
        phrase = self.phrases.phrase_of(self.text, clause, verb)
        if phrase is not None:
            return phrase
        previous = self._alike_before()
        return previous.indicator if previous is not None else None

    def _resumed(self, clause: int) -> Quantity | None:
        """培养10名骨干，60名新秀: a count that opens its clause shares the verb of the one before."""
        return None if self.text[clause : self.number.start].strip() else self._alike_before()

    def _raised(self, clause: int, context: Context) -> Quantity | None:
        """比例保持在95%以上，力争达到98%: the number before, of which this is a second level."""
        number, phrases = self.number, self.phrases
        if context.subject is not None or context.verb is not None or context.change:
            return None
        previous = self._alike_before() or self._rate_before()
        if previous is None:
            return None
        if not context.level and phrases.strength(self.text, clause, number.digits) == "plain":
            return None
        alone = phrases.ends_clause(self.text, number.end) and phrases.is_bare(self.text, clause, number)
        return previous if alone else None

    def _unit_class(self, number: Number) -> str:
        return "ratio" if number.ratio else self.phrases.words.class_of(number.unit) or "count"

    def _continued(self) -> Quantity | None:
        previous = self.previous
        if previous is None:
            return None
        number = self.number
        own = self.phrases.own_noun(self.text, previous.number.end, number.start)
        after = self.phrases.after(self.text, number.end, self.end)
        after = self.phrases.those_of_share(self.text, number, after)
        bare = own is None
        indicator = (after if bare else own) or (previous.indicator if bare else None)
        if not bare and after is not None and self.phrases.follows(self.text, own, number):
            indicator = after
        if bare and comparator_of(number) == "=" and number.unit == previous.number.unit:
            number = number._replace(bound_before=previous.number.bound_before)  # 不低于5元、3元、1元
        bound = comparator_of(number, self.phrases.bound_before_verb(self.text, self.floor, number))
        return previous._replace(
            number=number, indicator=indicator, comparator=bound, baseline=None, per=None
        )

    def _same_sentence(self, number: Number) -> bool:
        return self.phrases.sentence_start(self.text, number.end, self.number.start) == number.end

    def _opens_list(self) -> bool:
        """给予15万元和5万元的…: the next amount follows at once."""
        following = self.following
        return following is not None and self.phrases.is_link(self.text, self.number.end, following.start)

    def _indicator_before(self) -> Span | None:
        """What the target before it in the same sentence counts."""
        previous = self._target_before()
        return previous.indicator if previous is not None else None

    def _is_part_of_volume(self, clause: int) -> bool:
        """引进资金60亿元，其中省外资金45亿元: a part of an outcome is one."""
        previous = self.previous
        if previous is None or previous.what != "target" or previous.number.unit != self.number.unit:
            return False
        return self._same_sentence(previous.number) and self.phrases.opens_part(
            self.text, clause, self.number.start
        )

    def _is_part_of_fund(self, clause: int) -> bool:
        """安排资金500万元，其中奖补资金200万元、培训经费100万元."""
        previous = self.previous
        if previous is None or previous.kind != "budget" or not self._same_sentence(previous.number):
            return False
        listed = self.text.startswith("、", previous.number.end)
        return listed or self.phrases.opens_part(self.text, clause, self.number.start)
