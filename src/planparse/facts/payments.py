"""Whether money is paid, set aside, shared or taken off, and what a share measures, told by their words."""

from __future__ import annotations

from planparse.facts.bounds import Bounds, clause_end
from planparse.facts.nouns import NEAR, REACH
from planparse.facts.numbers import Number
from planparse.spans import Span


class Payments(Bounds):
    """Judges what an amount or a share does in its clause."""

    __slots__ = ()

    def is_paid(self, text: str, clause: int, number: Number) -> bool:
        """Whether payment words stand in the clause before the number or right after it."""
        found = self._paid_word(text, clause, number.start)
        while found is not None and text[found[0]] == "每" and self.is_outcome(text, found[1], number.start):
            found = self._paid_word(text, found[1], number.start)  # 每亩产值
        if found is not None:
            return True
        place = number.end
        if text.startswith("(", place):
            place = max(place, text.find(")", place, place + REACH) + 1)  # 1100亿元(按不变价计算)
        return self._paid_word(text, place, clause_end(text, place, 14)) is not None

    def _paid_word(self, text: str, start: int, end: int) -> Span | None:
        """The first word that pays; in 标准地 and 标准化 it is part of another."""
        found = self.words.paid.search(text, start, end)
        while found is not None and self.words.paid.values[text[found[0] : found[1]]] == "none":
            found = self.words.paid.search(text, found[1], end)
        return found

    def is_paid_out(self, text: str, clause: int, number: Number) -> bool:
        """Whether the clause gives or takes money (给予, 补贴, 收取), not just names a price."""
        return self.words.paid_out.search(text, clause, clause_end(text, number.end, 14)) is not None

    def is_given(self, text: str, clause: int, number: Number) -> bool:
        """Whether a verb that gives stands right before a number."""
        return bool(self.words.giving.before(text, clause, number.start))

    def is_relief(self, text: str, clause: int, number: Number) -> bool:
        """Whether a sum is a burden taken off many: 减轻企业负担6亿元."""
        return self.words.relief.search(text, clause, number.start) is not None

    def is_fund(self, text: str, clause: int, number: Number, after: Span | None) -> bool:
        """Money set aside: 安排专项资金2000万元, 设立5亿元的基金."""
        if self.is_size_of(text, number, after):
            return True
        return self.words.budget.search(
            text, clause, number.start
        ) is not None and not self.words.paid_to.search(text, clause, number.start)

    def is_size_of(self, text: str, number: Number, fund: Span | None) -> bool:
        """首期规模5亿元的基金: a sum that is the size of what stands behind it."""
        if fund is None or text[number.end : number.end + 1] != "的":
            return False
        return self.words.funds.search(text, *fund) is not None

    def is_paid_share(self, text: str, subject: Span | None) -> bool:
        """补助比例提高到50%: a share that each case is paid, also where it is raised."""
        return subject is not None and self.words.paid_shares.search(text, *subject) is not None

    def opens_part(self, text: str, clause: int, end: int) -> bool:
        """Whether a clause says of what stands before it how much is of one kind (其中)."""
        return bool(self.words.parts.at(text, clause, end))

    def used_for(self, text: str, number: Number) -> int | None:
        """Where the use begins of a share of money set aside: 三成以上用于宣传."""
        match = self.words.used.match(text, number.end)
        return match.end() if match else None

    def is_split(self, text: str, number: Number, subject: Span | None) -> bool:
        before = self.words.split.search(text, max(0, number.start - 12), number.start)
        if before is not None or (
            subject is not None and self.words.split.search(text, *subject) is not None
        ):
            return True
        return self.words.split.search(text, number.end, number.end + 6) is not None

    def is_shared_cost(self, text: str, clause: int, number: Number) -> bool:
        """Whether a ratio says who bears what: 按不低于1:1的比例配套."""
        return self.words.shared_costs.search(text, clause, clause_end(text, number.end, 6)) is not None

    def level_of_base(self, text: str, clause: int, number: Number) -> int | None:
        """Where the noun ends whose level is a share of something else: 时限压缩至原来的一半."""
        match = self.words.of_base.search(text, clause, number.start)
        return int(match.start()) if match else None

    def is_part_done(self, text: str, verb: Span | None) -> bool:
        """完成年度任务的60%: how much of something is done."""
        return verb is not None and text[verb[0] : verb[1]] in self.words.completed.values

    def says_payment(self, text: str, noun: Span | None) -> bool:
        """Whether a noun says what is paid: 5%一次性补助."""
        match = self.words.payment_verbs.search(text, *noun) if noun is not None else None
        # 50%补助给企业: a verb
        return (
            match is not None
            and noun is not None
            and not self.words.recipients.at(text, match.end(), noun[1])
        )

    def tells_payment(self, text: str, floor: int, number: Number) -> bool:
        """Whether the sentence up to a little behind an amount speaks of payments at all."""
        begin = self.sentence_start(text, floor, number.start)
        return self.words.payment_signs.search(text, begin, clause_end(text, number.end, NEAR)) is not None

    def is_rate(self, text: str, subject: Span | None) -> bool:
        return subject is not None and bool(self.words.rate.before(text, *subject))

    def is_growth(self, change: str) -> bool:
        return self.words.change.values[change] == "growth"

    def is_held(self, text: str, subject: Span | None) -> bool:
        """Whether a noun is measured all over an area (浓度), so that a bound is a level."""
        return subject is not None and bool(self.words.held.before(text, *subject))

    def is_volume(self, text: str, subject: Span | None) -> bool:
        return subject is not None and bool(self.words.volume.before(text, *subject))
