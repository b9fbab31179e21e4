"""One number judged by the words round it: a target, a standard, or neither."""

from __future__ import annotations

from planparse.facts.phrases import Context
from planparse.facts.quantity import Quantity
from planparse.facts.shares import Shares
from planparse.facts.verdicts import THRESHOLD
from planparse.spans import Span

# Smaller Chinese numerals before a noun count parts of one thing.
_SMALL = 10


class Judge(Shares):
    """Judges a number by the words round it and by its neighbours."""

    __slots__ = ()

    def quantity(self) -> Quantity | None:
        number, phrases = self.number, self.phrases
        kind = phrases.words.class_of(number.unit)
        clause = phrases.clause_start(self.text, self.floor, number.start)
        clause = phrases.over_actor(self.text, clause, number.start)
        context = self._context(clause)
        if context.level and context.subject and phrases.words.lifetimes.search(self.text, *context.subject):
            return self._target(clause, context.subject, None, "level", "quantities.lifetimes")
        if kind == "none":
            return None
        if self._says_which_before():
            return self._standard("threshold", context.subject, THRESHOLD)
        if self._is_condition(clause, context):
            subject = phrases.with_added(self.text, number, context.verb, context.subject)
            counted = phrases.counted_case(self.text, number)
            indicator = counted or phrases.bounded_noun_of(self.text, number, subject)
            return self._standard("threshold", indicator or self._listed_noun(), THRESHOLD)
        free = context.verb is None and not context.level and not self._is_granted_anew()
        if free and self._continues() and not self._closes_thresholds():
            return self._continued()
        if same := self._raised(clause, context):
            basis = "level" if context.level else same.basis
            return self._target(clause, same.indicator, same.action, basis, same.rule)
        if number.ratio:
            return self._ratio(clause, context)
        if kind == "money":
            return self._money(clause, context)
        if kind == "part":
            return self._share(clause, context)
        if number.unit in phrases.words.durations:
            return self._duration(clause, context)
        return self._count(clause, context)

    def _context(self, clause: int) -> Context:
        """What stands before the number; a level or a bound without noun is that of the words before."""
        number, phrases = self.number, self.phrases
        limit = self.baseline.start if self.baseline else number.start
        context = phrases.before(self.text, clause, limit, number, self.baseline is not None)
        if context.subject is not None or not (context.level or context.change or number.bound_before):
            return context
        subject = None
        if self.time is not None:
            # 总数2024年底达到50座: a time between a noun and its level
            low = self.previous.number.end if self.previous is not None else self.start
            outer = phrases.clause_start(self.text, low, self.time[0])
            subject = phrases.subject(self.text, outer, self.time[0])
        return context._replace(subject=subject or self._measured_before(clause, context))

    def _measured_before(self, clause: int, context: Context) -> Span | None:
        """The noun of the clause before, where nothing but a time stands before a number in its own."""
        number, phrases = self.number, self.phrases
        if context.verb is not None or context.change or self._target_before() is not None:
            return None
        if not (phrases.is_bare(self.text, clause, number) and phrases.ends_clause(self.text, number.end)):
            return None
        place = self.time[0] if self.time is not None else clause
        return phrases.measured_before(self.text, self.start, place)

    def _is_condition(self, clause: int, context: Context) -> bool:
        """Whether a case must meet the number; of a list (1亿元、5亿元的) the last one tells."""
        number, previous = self.number, self.previous
        listed = self._opens_list() and self.following is not None and self.following.unit == number.unit
        if listed or number.unit in self.phrases.words.durations:
            return False
        linked = previous is not None and self.phrases.is_link(self.text, previous.number.end, number.start)
        if linked and not self.phrases.is_bounded(number):
            return False
        return self.phrases.is_condition(self.text, self.start, clause, number, context.verb)

    def _ratio(self, clause: int, context: Context) -> Quantity | None:
        phrases, subject = self.phrases, context.subject
        split = phrases.is_split(self.text, self.number, subject)
        held = context.level or bool(self.number.bound_before)
        if held and phrases.is_rate(self.text, subject):
            split = phrases.is_shared_cost(self.text, clause, self.number)  # 车桩比例不低于1:2
        if subject is not None and held and not split:
            return self._target(clause, subject, None, "level", "quantities.level-words")
        if split:
            after = phrases.after(self.text, self.number.end, self.end)
            indicator = phrases.ratio_noun(self.text, self.number.end) or after or subject
            return self._standard("split", indicator, "quantities.split-words")
        return None

    def _money(self, clause: int, context: Context) -> Quantity | None:
        phrases, number, subject = self.phrases, self.number, context.subject
        if phrases.is_threshold(self.text, number, self.following):
            return self._standard("threshold", subject, THRESHOLD)
        if self._closes_thresholds() and self.previous is not None:
            return self._listed_threshold(self.previous)
        after = phrases.paid_noun(self.text, number.end, self.end)
        if phrases.is_fund(self.text, clause, number, after) or self._is_part_of_fund(clause):
            named = None if phrases.is_size_of(self.text, number, after) else subject
            fund = phrases.paid_subject(self.text, named) or after
            return self._standard("budget", fund, "quantities.budget-words")
        if phrases.is_relief(self.text, clause, number):
            return self._target(clause, subject, context.verb, "level", "quantities.relief")
        each = phrases.per(self.text, self.floor, number.start)
        part = self._is_part_of_volume(clause)
        volume = part or phrases.is_volume(self.text, subject) or context.level or bool(context.change)
        paid = not part and self._is_paid_amount(clause, context, each, volume=volume)
        if volume and not paid and self._describes(context):
            return None
        if number.bound_before == "<=" and not context.level:
            volume = False  # a cap on a payment, unless something is held there
        elif number.bound_before in (">=", ">") and each is None:
            volume = True
        outcome = None if paid else self._outcome(clause, context, after, volume=volume)
        if outcome is not None:
            return outcome
        capped = "<=" in (number.bound_before, self._bound_apart())
        if not (paid or each or capped) and not phrases.tells_payment(self.text, self.start, number):
            # 现场成交3亿元, 意向签约5亿元: nothing says that it is paid
            named = subject or self._named_by_verb(clause, context.verb)
            if named is None and context.verb is None:
                return None
            basis = context.basis or "level"
            return self._target(clause, named, context.verb, basis, "quantities.volume-words")
        return self._payment(clause, subject, after)

    def _is_paid_amount(self, clause: int, context: Context, each: Span | None, *, volume: bool) -> bool:
        """Whether words of payment, or a case that it is counted by, make an amount one that is paid."""
        if self.phrases.is_paid(self.text, clause, self.number):
            return True
        return each is not None and (not volume or (bool(context.change) and self._adds_to_payment()))

    def _outcome(self, clause: int, context: Context, after: Span | None, *, volume: bool) -> Quantity | None:
        """Money that measures what comes of the plan, and that nobody is paid."""
        number, subject = self.number, context.subject
        if subject is None and volume:
            # 零售额年均增长8%，突破500亿元; 户均增收2000元
            subject = self._indicator_before() or self.phrases.changed(
                self.text, clause, number, context.change
            )
        capped = "<=" in (number.bound_before, self._bound_apart())
        committed = context.verb is not None and not capped
        if subject is not None and (volume or committed):
            basis = "level" if context.level else context.basis or "level"
            return self._target(clause, subject, context.verb, basis, "quantities.volume-words")
        if committed and after is not None:
            return self._target(clause, after, context.verb, context.basis, "quantities.achievement-verbs")
        same = self._resumed(clause) if after is not None else None
        if same is not None and same.indicator is not None and same.indicator[0] >= same.number.end:
            # 新增5亿元贷款，3亿元债券
            return self._target(clause, after, same.action, same.basis, same.rule)
        return None

    def _payment(self, clause: int, subject: Span | None, after: Span | None) -> Quantity:
        noun = (
            self.phrases.payment_of(self.text, after)
            or self._paid_before(clause, self.phrases.paid_subject(self.text, subject))
            or self.phrases.paid_object(self.text, self.number.end, self.end)
        )
        return self._standard("payment", noun, "quantities.payment-words")

    def _describes(self, context: Context) -> bool:
        """推进总投资20亿元的项目: a sum before 的 that no word commits to says which one."""
        number = self.number
        free = context.verb is None and not context.level and not context.change
        return free and not number.bound_before and self.text[number.end : number.end + 1] == "的"

    def _paid_before(self, clause: int, subject: Span | None) -> Span | None:
        """What an amount pays where nothing stands after it: the noun before it, else as before."""
        if subject is not None and self.phrases.names_payment(self.text, subject):
            return self.phrases.payment_to(self.text, clause, subject)
        if self._opens_list():
            return None  # the noun after the last amount of the list stands for all
        each = self.phrases.payment_of_each(self.text, clause, self.number)
        if each is not None:
            return each
        previous = self.previous
        part = self.phrases.opens_part(self.text, clause, self.number.start)
        if previous is not None and previous.what == "standard" and self._same_sentence(previous.number):
            return previous.indicator if subject is None or not part else subject
        if subject is not None and self.text[subject[0]] == "每":
            subject = None  # 按每平方米每月15元: the case, not what is paid
        return self.phrases.payment_before(self.text, clause) or subject

    def _duration(self, clause: int, context: Context) -> Quantity | None:
        phrases, subject = self.phrases, context.subject
        after = phrases.after(self.text, self.number.end, self.end)
        if after is not None and phrases.names_fee(self.text, after):
            return self._standard("payment", after, "quantities.payment-words")
        if phrases.ends_in_fee(self.text, subject) and phrases.is_paid_out(self.text, clause, self.number):
            return self._standard("payment", subject, "quantities.payment-words")
        bounded = self.number.bound_before in ("<=", "<") or self.number.bound_after in ("<=", ">=")
        if self.number.bound_before == "<=" and not (context.level or context.change):
            # 免收租金，最长6个月: it limits what the sentence gives
            begin = phrases.sentence_start(self.text, self.start, clause)
            if phrases.is_paid_out(self.text, begin, self.number):
                return self._standard("payment", subject, "quantities.payment-words")
        firm = context.level or bool(context.change) or bounded or bool(self.number.bound_before)
        if subject is None and context.level:
            subject = self._indicator_before()  # 时限压缩一半，减至1个月
        if subject is None or not firm:
            return None
        brought = phrases.is_shortening(self.text, clause, self.number)
        if phrases.is_shortened(self.text, subject, brought=brought):
            return self._target(clause, subject, None, "level", "quantities.duration-units")
        return None

    def _count(self, clause: int, context: Context) -> Quantity | None:
        phrases, number = self.phrases, self.number
        if not number.unit:
            return self._unitless(clause, context)
        if phrases.is_cited(self.text, number) or phrases.is_per_case(self.text, clause, number):
            return None
        if phrases.is_threshold(self.text, number, self.following):
            return self._standard(
                "threshold", phrases.bounded_alike(self.text, number, context.subject), THRESHOLD
            )
        if not (context.level or context.change) and phrases.says_which(self.text, number):
            return None
        after = phrases.after(self.text, number.end, self.end)
        if context.level and context.subject is None and after is None and context.verb is None:
            context = context._replace(subject=self._indicator_before())  # 平均浓度下降3%，降至36微克/立方米
        if ruled := self._ruled_count(clause, context, after):
            return ruled
        if context.verb is not None and phrases.is_done(self.text, clause, context.verb):
            return None
        return self._held_count(clause, context, after) or self._promised_count(clause, context, after)

    def _unitless(self, clause: int, context: Context) -> Quantity | None:
        """A number that nothing but its noun tells what it counts: an index held, 100万新型学徒."""
        number, phrases, subject = self.number, self.phrases, context.subject
        firm = context.level or number.bound_before
        if firm and subject and phrases.ends_clause(self.text, number.end):
            return self._target(clause, subject, None, "level", "quantities.level-words")
        noun = self._bare_noun(context)
        rule = "quantities.achievement-verbs"
        return self._target(clause, noun, context.verb, context.basis, rule) if noun else None

    def _ruled_count(self, clause: int, context: Context, after: Span | None) -> Quantity | None:
        """A count that each one must have or may not exceed, or how wide or high things must be."""
        phrases, number, subject = self.phrases, self.number, context.subject
        if phrases.is_owed_by_all(self.text, clause, number, context.verb):
            if after is not None and phrases.is_verb(self.text, after):
                after = None
            given = phrases.paid_noun(self.text, number.end, self.end) if after else None
            return self._standard("norm", given or after or subject, "quantities.norms")
        held = context.level or phrases.is_held(self.text, subject)
        capped = "<=" in (number.bound_before, self._bound_apart())
        if capped and not held and not phrases.is_shortened(self.text, subject):
            # a cap prices or limits each case: 每年遴选不超过20名
            return self._standard("threshold", after or subject, "quantities.comparators-before")
        if number.bound_before and not context.level and phrases.is_dimension(self.text, subject):
            return self._standard("norm", subject, "quantities.dimensions")
        return None

    def _held_count(self, clause: int, context: Context, after: Span | None) -> Quantity | None:
        """A count that a bound or a word like 达到 holds at a level."""
        phrases, number, subject = self.phrases, self.number, context.subject
        verb = phrases.organised(self.text, clause, number) if number.bound_before and after else None
        if verb is not None and context.verb is None:
            return self._target(clause, after, verb, "increment", "quantities.process-verbs")
        if (context.level or (number.bound_before and not context.verb)) and subject is not None:
            if after is not None and not context.level:
                # 资助不少于20名学员: the noun stands behind, a verb before
                return self._target(clause, after, None, "increment", "quantities.comparators-before")
            basis = context.basis if context.verb else "level"
            return self._target(clause, subject, context.verb, basis, "quantities.level-words")
        if not context.level or after is None:
            return None
        # 突破百项技术: the word commits, it does not bound
        opened = self._replace(number=number._replace(start=number.digits, bound_before=""))
        word = (number.start, number.digits)
        return opened._target(clause, after, word, "increment", "quantities.level-words")

    def _promised_count(self, clause: int, context: Context, after: Span | None) -> Quantity | None:
        phrases, number, subject = self.phrases, self.number, context.subject
        if context.verb is None and after is not None and (same := self._resumed(clause)):
            return self._target(clause, after, same.action, same.basis, same.rule)
        if context.verb is None and not self._commits(clause, subject, after):
            size = self._measured_too(clause) if after is None else None
            return self._target(clause, size.indicator, size.action, size.basis, size.rule) if size else None
        small = number.written == "han" and number.value is not None and number.value < _SMALL
        if small and (after is not None or context.verb is None or phrases.is_listed_name(self.text, number)):
            return None  # 打造三个平台, 发展冬季两项、滑冰等运动: such counts name what is built
        basis = context.basis if context.verb else "increment"
        indicator = after or subject
        if indicator is None or (indicator == subject and phrases.is_verb(self.text, subject)):
            # 业务培训40期, 业务骨干培训覆盖8000人
            indicator = self._named_by_verb(clause, context.verb) or subject
        return self._target(clause, indicator, context.verb, basis, "quantities.achievement-verbs")

    def _commits(self, clause: int, subject: Span | None, after: Span | None) -> bool:
        """Whether a count without a verb that is known commits to it all the same."""
        phrases = self.phrases
        if phrases.is_object_of_later_verb(self.text, clause, self.number):
            return True
        if phrases.is_existing(self.text, clause, self.number):
            return False
        if after is None:
            return subject is not None  # the noun stands before it: 拆除违建、清运垃圾300吨
        return phrases.is_object(self.text, clause, self.number)
