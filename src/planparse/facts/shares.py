"""One share or rate judged: what a case must meet or is paid, what money is used for, or a promise."""

from __future__ import annotations

from planparse.facts.phrases import Context
from planparse.facts.quantity import Quantity
from planparse.facts.verdicts import THRESHOLD, Verdicts
from planparse.spans import Span


class Shares(Verdicts):
    """Judges numbers in percent, fractions and multiples by the first reading that fits."""

    __slots__ = ()

    def _share(self, clause: int, context: Context) -> Quantity | None:
        if bounding := self._bounding_share(clause, context) or self._share_of_whole(clause):
            return bounding
        context = self._brought_to_base(clause, context)
        if named := self._share_used(context) or self._share_named_paid(context):
            return named
        phrases, number = self.phrases, self.number
        later = self._is_share_of_later(clause)
        paid = phrases.is_paid_out(self.text, clause, number)
        of_all = later and not paid and phrases.says_of_all(self.text, number)
        subject = phrases.base_alone(self.text, clause, number) or context.subject
        if not (context.level or of_all) and (paid or self._is_priced(clause, context)):
            return self._paid_share(clause, subject)
        rate = phrases.is_rate(self.text, context.subject)
        context = context._replace(subject=subject)
        if rate or later or self._is_reached(clause, context):
            return self._promised_share(clause, context, later=later, of_all=of_all)
        return self._share_alike(clause, subject)

    def _is_bounded(self) -> bool:
        return bool(self.number.bound_before or self.number.bound_after)

    def _bounding_share(self, clause: int, context: Context) -> Quantity | None:
        """A share that a case must meet."""
        if self.phrases.is_threshold_share(self.text, clause, self.number):
            return self._standard("threshold", context.subject, THRESHOLD)
        if self._closes_thresholds() and self.previous is not None:
            return self._listed_threshold(self.previous)
        return None

    def _share_of_whole(self, clause: int) -> Quantity | None:
        """占全县镇总数的80%: the part that is held to a share of the whole."""
        whole = self.phrases.level_of_whole(self.text, clause, self.number)
        if whole < 0 or self.phrases.is_paid(self.text, clause, self.number):
            return None
        part = self.phrases.subject(self.text, clause, whole)
        return self._target(clause, part, None, "level", "quantities.wholes")

    def _brought_to_base(self, clause: int, context: Context) -> Context:
        """压缩至法定时限的一半: the share of something else is a level of the noun before it."""
        if context.level or context.change:
            return context
        base = self.phrases.level_of_base(self.text, clause, self.number)
        if base is None:
            return context
        return context._replace(level=True, subject=self.phrases.trim(self.text, clause, base))

    def _share_used(self, context: Context) -> Quantity | None:
        """不低于60%用于培训: the part of a fund that is set aside."""
        phrases, number = self.phrases, self.number
        use = phrases.used_for(self.text, number)
        if use is None or context.level:
            return None
        after = phrases.after(self.text, number.end, self.end) or phrases.after(self.text, use, self.end)
        return self._standard("budget", context.subject or after, "quantities.used-for")

    def _share_named_paid(self, context: Context) -> Quantity | None:
        """A share of costs that is bounded, or one whose noun says that it is paid (补助比例)."""
        phrases, subject = self.phrases, context.subject
        set_by_bound = self._is_bounded() and not (context.level or context.change)
        if set_by_bound and phrases.is_cost_share(self.text, subject):
            return self._standard("rate", subject, "quantities.cost-shares")
        if not context.change and phrases.is_paid_share(self.text, subject):
            return self._standard("rate", subject, "quantities.paid-shares")
        return None

    def _is_priced(self, clause: int, context: Context) -> bool:
        """Whether a fee, a share of money or the words of the clause make it a price, not a measured rate."""
        phrases, number = self.phrases, self.number
        if phrases.is_fee(self.text, context.subject, context):
            return True
        if phrases.bound_of_base(self.text, clause, number)[1]:
            return True
        firm = context.level or bool(context.change) or self._is_bounded()
        measured = firm and phrases.is_rate(self.text, context.subject)
        return not measured and phrases.is_paid(self.text, clause, number)

    def _paid_share(self, clause: int, subject: Span | None) -> Quantity:
        phrases, number = self.phrases, self.number
        after = phrases.paid_object(self.text, number.end, self.end)
        given = phrases.payment_of(self.text, phrases.after(self.text, number.end, self.end))
        if phrases.is_given(self.text, clause, number):
            subject = given or subject  # 县财政给予50%的贴息
        named = given if phrases.says_payment(self.text, given) else None
        return self._standard("rate", after or named or subject or given, "quantities.payment-words")

    def _is_reached(self, clause: int, context: Context) -> bool:
        """Whether a share is a level or a change that is committed to, though its noun is no rate."""
        phrases, number, subject = self.phrases, self.number, context.subject
        if context.level or context.change or number.unit in phrases.words.multiples.values:
            return True
        if phrases.bound_of_base(self.text, clause, number)[0] in (">=", ">"):
            return True  # 研发投入达到地区生产总值的3%
        if phrases.is_part_done(self.text, context.verb) and subject is not None:
            return True
        return phrases.says_of_subject(self.text, number, subject)

    def _promised_share(self, clause: int, context: Context, *, later: bool, of_all: bool) -> Quantity:
        phrases, number = self.phrases, self.number
        basis = "" if context.change and not phrases.is_growth(context.change) else "level"
        after = phrases.after(self.text, number.end, self.end)
        those = phrases.those_of_share(self.text, number, after) if later else None
        indicator = those or context.subject or after or self._changed(context)
        if indicator is None and (of_all or context.level):
            # 90%的村卫生室达标，其中15%以上达到优秀; 覆盖率提高5个百分点，达到85%
            indicator = self._indicator_before()
        return self._target(clause, indicator, None, basis, "quantities.rate-nouns")

    def _share_alike(self, clause: int, subject: Span | None) -> Quantity | None:
        """A share that is what the one before it in the sentence is."""
        number, previous = self.number, self.previous
        rated = previous is not None and previous.kind == "rate" and self._same_sentence(previous.number)
        if rated and previous is not None and self._is_bounded():
            # 费率不超过1%，500万元以上的不超过1.5%
            return self._standard("rate", previous.indicator, previous.rule)
        if number.bound_before and subject is not None and self._alike_before() is not None:
            # 公共建筑的比例不低于50%，厂房不低于30%
            return self._target(clause, subject, None, "level", "quantities.comparators-before")
        return None

    def _changed(self, context: Context) -> Span | None:
        """接待游客30万人次，同比增长20%: a change without a noun is that of the target before it."""
        return self._indicator_before() if context.change else None

    def _is_share_of_later(self, clause: int) -> bool:
        """一半以上的乡镇卫生院接入, 90%以上的行政村建成: a share of what follows."""
        number = self.number
        if number.written != "fraction":
            opens = self.phrases.opens_clause(self.text, clause, number.start)
            bounded = number.bound_after == ">=" and self.text[number.end : number.end + 1].isalpha()
            # 30%的村、50%的镇建成…
            linked = self.text[number.start - 1 : number.start] in self.phrases.words.links
            return (opens and bounded) or ((opens or linked) and self.phrases.says_of_all(self.text, number))
        return self.text[number.end : number.end + 1] == "的" or number.bound_before in (">=", ">")
