"""Bounds beside numbers: whether they limit a promise, say which ones are meant, or price a case."""

from __future__ import annotations

import re

from planparse.facts.nouns import NEAR, REACH, Nouns
from planparse.facts.numbers import Number
from planparse.spans import Span

CLAUSE_MARKS = ",。;\n!?:】﹒●■◆▲★▪◇□•"
_SENTENCE_MARKS = "。;\n"
CLAUSE_MARK = re.compile(f"[{CLAUSE_MARKS}]")
_SENTENCE_MARK = re.compile(f"[{_SENTENCE_MARKS}]")
# How far a verb or a bound stands from its number.
NEAR_VERB = 8
# As many clauses may follow a bound before what is given to the case.
_CONDITIONS = 4


class Bounds(Nouns):
    """Judges what a bound beside a number bounds."""

    __slots__ = ()

    def sentence_start(self, text: str, floor: int, place: int) -> int:
        """Where the sentence of `place` begins, not before `floor`."""
        low = max(floor, place - 2 * REACH)
        return low + max(map(text[low:place].rfind, _SENTENCE_MARKS)) + 1

    def measured_before(self, text: str, floor: int, place: int) -> Span | None:
        """提高机械化水平，到2025年达到85%: what the clause before `place` raises, or holds steady."""
        end = floor + len(text[floor:place].rstrip())
        if not text.startswith(",", end - 1):
            return None
        low = max(floor, end - REACH)
        found = self.words.raised.search(text, low, end - 1) or self.words.steady.search(text, low, end - 1)
        return found.span("noun") if found else None

    def is_link(self, text: str, start: int, end: int) -> bool:
        """Whether nothing but a link stands between two numbers."""
        return text[start:end].strip() in self.words.links

    def is_list_link(self, text: str, start: int, end: int) -> bool:
        """Whether two numbers stand in one clause; a bracket that opens between them begins another."""
        if end - start > REACH or CLAUSE_MARK.search(text, start, end) is not None:
            return False
        return text.rfind("(", start, end) <= text.rfind(")", start, end)

    def is_threshold(self, text: str, number: Number, following: Number | None) -> bool:
        """A bound that says which ones: 年产值5亿元以上的企业, 培育年产值超5亿元企业3家."""
        if not (number.bound_before or number.bound_after):
            return False
        behind = text[number.end : number.end + 1]
        if self.words.support.match(text, number.end):
            return False
        if behind == "的" and self.words.by_standard.match(text, number.end):
            return False  # 按每人不超过1500元的标准发放
        if behind == "的":
            # 最高20万元的贷款贴息 is paid; 不超过100万元的项目 are some of them
            noun = self.after(text, number.end, number.end + NEAR)
            fund = noun is not None and self.words.funds.search(text, *noun) is not None
            return not (fund or (noun and self._is_paid_up_to(text, number, noun)))
        if following is None or following.bound_before or following.unit == number.unit:
            return False
        if not self.is_list_link(text, number.end, following.start):
            return False
        if behind == "、":
            # 产值超100亿元、有竞争力的企业2家: one condition with what follows, up to its noun
            qualifies = text.find("的", number.end, following.start - 1) >= 0  # 、占全国的20% begins anew
            return number.unit != "%" and (qualifies or text[following.end : following.end + 1].isalpha())
        sized = self.words.class_of(number.unit) == "money" or self.is_size(number)
        counted = self.words.class_of(following.unit) is None and not self.is_size(following)
        return sized and counted and behind.isalpha() and not self._resumes(text, number.end)

    def is_size(self, number: Number) -> bool:
        """Whether a number measures how big one thing is (千瓦, 蒸吨/小时), and counts none."""
        return number.unit.partition("/")[0] in self.words.sizes.values

    def says_which(self, text: str, number: Number) -> bool:
        """Whether a bound before a noun says which ones: 30万千瓦以下机组, 35蒸吨及以上锅炉."""
        bound = self.words.which.before(text, number.digits, number.end)
        if not bound or not text[number.end : number.end + 1].isalpha() or self._resumes(text, number.end):
            return False
        return self.words.which.values[bound] != "size" or self.is_size(number)

    def is_condition(self, text: str, floor: int, clause: int, number: Number, verb: Span | None) -> bool:
        """对产值达到1亿元以上的企业，给予…: a bound that a case must meet, before what it is given."""
        if not number.unit or not (self.is_bounded(number) or self._is_of_recipient(text, clause, number)):
            return False
        if self.words.priced.search(text, clause, number.digits):
            return False
        if self._is_in_bracket_of_grant(text, number):
            return True
        grant = self.words.granted.search(text, number.end, _sentence_end(text, number.end))
        if grant is None:
            return False
        own = clause_end(text, number.end, 2 * REACH)
        if own < grant.start() and text[own - 1] == "的":
            return True
        if self._is_addressed(text, floor, number.start):
            named = text.find("的", number.end, grant.start()) >= 0
            named = named or self.words.granted_next.match(text, own) is not None  # 5亿元以上项目，给予
            return named and not self._is_addressed(text, number.end, grant.start())
        opened = text.startswith("每", number.start - 1) and own > grant.start()  # 每满100人奖励1万元
        named_here = own == number.end or "的" in text[number.end : own]
        follows = named_here and self.words.granted_next.match(text, own) is not None
        if verb is None and (opened or follows):
            return True
        return (verb is None or own == number.end) and self._leads_to_grant(text, own)

    def _is_in_bracket_of_grant(self, text: str, number: Number) -> bool:
        """每列次(乘坐人数须在600人以上)奖励3万元: a bracket says what the case must meet."""
        closed = text.find(")", number.end, number.end + REACH)
        if closed < 0 or text.find("(", number.end, closed) >= 0:
            return False
        return self.words.granted.match(text, closed + 1) is not None

    def _is_of_recipient(self, text: str, clause: int, number: Number) -> bool:
        """对投资2亿元的项目: a sum in the noun behind 对 says who is meant."""
        if self.words.class_of(number.unit) != "money" or not self.words.recipients.at(
            text, clause, number.start
        ):
            return False
        return text.find("的", number.end, clause_end(text, number.end, REACH)) >= 0

    def is_bounded(self, number: Number) -> bool:
        return bool(number.bound_before or number.bound_after) or number.value_max is not None

    def _leads_to_grant(self, text: str, place: int) -> bool:
        """面积100平方米以上，经营满一年的，给予奖励: the clauses behind a bound close its condition."""
        for _ in range(_CONDITIONS):
            start, end = place + 1, clause_end(text, place + 1, REACH)
            if text[place:start] != "," or self.words.recipients.at(text, start, end):
                return False
            granted = self.words.granted_here.search(text, start, end)
            if granted is not None:
                return not self.words.recipients.at(text, start, granted.start())
            if text.startswith("的", end - 1):
                return self.words.granted_next.match(text, end) is not None
            place = end
        return False

    def is_granted(self, text: str, number: Number) -> bool:
        """Whether something is given behind a number in its sentence."""
        return self.words.granted.search(text, number.end, _sentence_end(text, number.end)) is not None

    def _is_addressed(self, text: str, floor: int, place: int) -> bool:
        """Whether a clause of the sentence says who is given something (对), and nothing was given yet."""
        start = self.sentence_start(text, floor, place)
        while start < place:
            if self.words.recipients.at(text, start, place):
                return self.words.granted.search(text, start, place) is None
            start = clause_end(text, start, place - start) + 1
        return False

    def counted_case(self, text: str, number: Number) -> Span | None:
        """引来5趟以上专列的, 吸纳5名以上毕业生的企业: what a count in a condition counts."""
        if self.words.class_of(number.unit) or not text[number.end : number.end + 1].isalpha():
            return None
        noun = self.after(text, number.end, len(text)) if text[number.end] != "的" else None
        if noun is None or self.words.condition_links.at(text, *noun):
            return None
        end = text.find("的", *noun)
        return (noun[0], end if end > noun[0] else noun[1])

    def with_added(self, text: str, number: Number, verb: Span | None, noun: Span | None) -> Span | None:
        """当年新增贷款500万元以上的: in a condition the verb is part of what it bounds."""
        if verb is None or noun is None or not self.words.added.at(text, *verb):
            return noun
        return noun if self.is_size(number) else (verb[0], noun[1])  # 新建库容1000立方米以上的冷库

    def bounded_noun_of(self, text: str, number: Number, subject: Span | None) -> Span | None:
        """The noun of a condition, without the conditions before it (规模300人以上、且营业额达到80万元)."""
        if subject is None:
            return None
        start, end = subject
        figure = max((place for place in range(start, end) if text[place].isdigit()), default=start)
        marks = ("、", *self.words.condition_links.values)
        link = max(text.rfind(mark, figure, end) for mark in marks) if figure > start else -1
        return self.trim(text, link + 1, end) if link >= 0 else self.bounded_alike(text, number, subject)

    def _resumes(self, text: str, place: int) -> bool:
        """Whether another promise begins right after a number, not the noun that it qualifies."""
        limit = place + NEAR_VERB
        return bool(self.words.verbs.at(text, place, limit) or self.words.weak_verbs.at(text, place, limit))

    def bound_of_base(self, text: str, clause: int, number: Number) -> tuple[str, bool]:
        """不低于改造成本的10%: the bound before the base of a share, and whether the base is money."""
        end = number.start
        if text[end - 1 : end] not in "的 " and not self.words.base_ends.before(text, clause, end):
            return "", False
        match = self.words.based.search(text, max(clause, end - NEAR_VERB * 3), end)
        return (
            (self.words.bounds.values[match["bound"]], match["money"] is not None) if match else ("", False)
        )

    def base_alone(self, text: str, clause: int, number: Number) -> Span | None:
        """且不超过总投资的10%: the base of a share where the clause has no other noun."""
        if text[number.start - 1 : number.start] not in "的 ":
            return None
        match = self.words.based.search(text, clause, number.start)
        return self.trim(text, *match.span("base")) if match and match.start() - clause <= 1 else None

    def level_of_whole(self, text: str, clause: int, number: Number) -> int:
        """占全县镇总数的80%: where the word stands that holds a share to a part of a whole, or -1."""
        if text[number.start - 1 : number.start] not in "的 ":
            return -1
        match = self.words.whole.search(text, max(clause, number.start - NEAR_VERB * 3), number.start)
        return int(match.start()) if match else -1

    def is_threshold_share(self, text: str, clause: int, number: Number) -> bool:
        """研发费用达到营业收入5%以上的，: a bound that closes a condition."""
        if text[number.end : number.end + 1] != "的" or self.words.by_standard.match(text, number.end):
            return False  # 不超过投资额10%的比例给予补助
        bound = number.bound_before or number.bound_after or self.bound_of_base(text, clause, number)[0]
        return bool(bound) and (
            text[number.end + 1 : number.end + 2] in CLAUSE_MARKS or text.startswith("对", clause)
        )

    def bound_before_verb(self, text: str, floor: int, number: Number) -> str:
        """最高补助20万元, 至少建成1个: the bound stands before the verb."""
        match = self.words.bound_before_verb.search(text, max(floor, number.start - 12), number.start)
        return self.words.bounds.values.get(match["bound"], "") if match else ""

    def is_dimension(self, text: str, subject: Span | None) -> bool:
        return subject is not None and self.words.dimensions.search(text, *subject) is not None

    def is_cost_share(self, text: str, subject: Span | None) -> bool:
        return subject is not None and self.words.cost_shares.search(text, *subject) is not None

    def bounded_alike(self, text: str, number: Number, subject: Span | None) -> Span | None:
        """超千万件的甲类项目、超百万件的乙类项目: a bound behind a link bounds the noun of the first."""
        if subject is None or text[number.start - 1] not in self.words.links:
            return subject
        bound = self.words.bounds.search(text, *subject)
        return (subject[0], bound[0]) if bound and bound[0] > subject[0] else subject

    def _is_paid_up_to(self, text: str, number: Number, noun: Span) -> bool:
        """最高20万元的贷款贴息, 不低于20万元的补助 are paid; 不低于20万元的金融产品 are some of them."""
        if not number.bound_before:
            return self.words.payment_before.search(text, *noun) is not None  # 4000元以上的培训补贴
        if number.bound_before == "<=":
            return self.names_payment(text, noun)
        return self.words.payment_verbs.search(text, *noun) is not None


def clause_end(text: str, place: int, reach: int) -> int:
    mark = CLAUSE_MARK.search(text, place, place + reach)
    return mark.start() if mark else place + reach


def _sentence_end(text: str, place: int) -> int:
    mark = _SENTENCE_MARK.search(text, place, place + 2 * REACH)
    return mark.start() if mark else place + 2 * REACH
