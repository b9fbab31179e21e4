"""The words round a number: its clause, the verb that governs it, and what they say of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from planparse.facts.bounds import CLAUSE_MARKS, NEAR_VERB, clause_end
from planparse.facts.names import Names
from planparse.facts.nouns import REACH
from planparse.facts.numbers import Number
from planparse.spans import Span

_NUMERAL = re.compile("[0-9一二两三四五六七八九十百]")
_FROM_REACH = 10
_EACH_REACH = 3
_BASELINE_REACH = 12
_WORD = 2


class Context(NamedTuple):
    """What stands before a number in its clause.

    `subject` is the noun phrase before it, `verb` the verb that commits, with its `basis`;
    `level` says that a word like 达到 stands between, `change` is a word like 增长.
    """

    subject: Span | None
    verb: Span | None
    basis: str
    level: bool
    change: str


class Phrases(Names):
    """Reads clauses round numbers, and judges what stands beside them."""

    __slots__ = ()

    def clause_start(self, text: str, floor: int, place: int) -> int:
        """Where the clause of `place` begins, not before `floor`; a bracket in it is passed over."""
        low = max(floor, place - REACH)
        start = low + max(map(text[low:place].rfind, CLAUSE_MARKS)) + 1
        closed = text.find(")", start, place)
        if closed >= 0 and "(" not in text[start:closed]:
            start = closed + 1
        quoted = text.rfind("“", start, place)
        if quoted >= 0 and "”" not in text[quoted:place]:
            start = quoted + 1  # 实现“新建驿站2座，改造驿站5座”的目标
        opened = text.rfind("(", start, place)
        return opened + 1 if opened >= 0 and ")" not in text[opened:place] else start

    def before(self, text: str, clause: int, place: int, number: Number, baseline: bool) -> Context:
        end = self.strip_fillers(text, clause, place)
        if share := self._share_reached(text, clause, end, number):
            return Context(share, None, "", True, "")
        end, level = self._noun_end(text, clause, end, number, baseline=baseline)
        if change := self.words.change.before(text, clause, end):
            verb_too = self.words.verbs.before(text, clause, end)
            if len(verb_too) > len(change):
                change = ""  # 改造提升40所
            else:
                end = self.strip_fillers(text, clause, end - len(change))
        elif not level and (opening := self._opening_change(text, clause, end, number)):
            noun = self.subject(text, opening[1], end)
            return Context(noun, None, "", level, text[opening[0] : opening[1]])
        verb = self._verb(text, clause, end, at_start=level or bool(change))
        if verb is not None and self._is_part_of_measure(text, verb, end, number, level=level):
            verb = None
        if verb is None:
            return Context(self.subject(text, clause, end), None, "", level, change)
        basis = self.words.bases[text[verb[0] : verb[1]]].replace("none", "")
        if level and not self.words.added.at(text, *verb):
            basis = "level"
        return Context(
            self.subject(text, self._over_verbs(text, verb[1], end), end), verb, basis, level, change
        )

    def _share_reached(self, text: str, clause: int, end: int, number: Number) -> Span | None:
        """研发支出占生产总值的3%以上; in 占3%以上的企业给予奖励 it says which ones."""
        which = text.startswith("的", number.end) and self.is_granted(text, number)
        return self.share_of(text, clause, end, number) if self.is_bounded(number) and not which else None

    def _noun_end(
        self, text: str, clause: int, end: int, number: Number, *, baseline: bool
    ) -> tuple[int, bool]:
        """Where the noun before a number ends, and whether what stands between them makes it a level."""
        if text[end - 1 : end] == ")" and (explained := self.words.explained.search(text, clause, end)):
            end = explained.start()  # 营业额(以发票为准)10万元以上
        level = baseline or text[number.start : number.digits].strip() in self.words.level.values
        if (reached := self._reached_base(text, clause, end, number)) is not None:
            end, level = reached
        if baseline and (begun := self.words.baseline_from.search(text, max(clause, end - _FROM_REACH), end)):
            end = begun.start()
        by_case = text.find("按每", clause, end)
        if by_case > clause:
            end = by_case  # 安置费按每平方米每月18元
        word = self._level_before(text, clause, end) or self._completed(text, clause, end)
        each = -1 if word else text.rfind("每", max(clause, end - NEAR_VERB), end)
        if each > clause and (first := text.rfind("每", max(clause, each - _EACH_REACH), each)) >= 0:
            each = first  # 提高至每人每月
        if each > clause and (word := self.words.level.before(text, clause, each)):
            end = each  # 降至每平方公里20千克
        if word:
            level, end = True, self.strip_fillers(text, clause, end - len(word))
        case = self.each(text, clause, end)
        if case is not None and case.end("unit") == end and not self._ends_in_verb(text, clause, end):
            # 养护资金每年每公里, 养护经费按县道每公里
            by = text.rfind("按", clause, case.start())
            end = self.strip_fillers(text, clause, by if by > clause else case.start())
        return end, level

    def _opening_change(self, text: str, clause: int, end: int, number: Number) -> Span | None:
        """The 压减 of 压减一般性支出10%: a change whose noun stands between it and the number."""
        if self.words.class_of(number.unit) != "part" and number.unit not in self.words.durations:
            return None
        opening = self.words.starts.over(text, clause, end)
        behind = opening + len(self.words.change.at(text, opening, end))
        changed = behind > opening and end - behind >= _WORD and not self._noun_ending(text, behind, end)
        return (opening, behind) if changed and not self.is_paid_share(text, (behind, end)) else None

    def _reached_base(self, text: str, clause: int, end: int, number: Number) -> tuple[int, bool] | None:
        """Where the noun ends that reaches a share of another one (床位占比达到编制床位的4%), and whether
        that is a level: a share of money is a rate."""
        if self.words.class_of(number.unit) != "part":
            return None
        bound, is_money = self.bound_of_base(text, clause, number)
        reached = self.words.reached.search(text, clause, end) if bound else None
        return (self.strip_fillers(text, clause, reached.start()), not is_money) if reached else None

    def _is_part_of_measure(self, text: str, verb: Span, end: int, number: Number, *, level: bool) -> bool:
        """Whether a verb belongs to the noun that is measured: 器材配备率超过90%, 新建建筑节能率达到50%."""
        part = self.words.class_of(number.unit) == "part"
        if part and self.words.added.at(text, *verb) and self.words.rate.before(text, verb[1], end):
            return True
        measured = text[verb[1] : end].rstrip("的") in self.words.measures.values
        return measured and (part or level or bool(number.bound_before))

    def _level_before(self, text: str, start: int, end: int) -> str:
        """The word that leads to a level; the 达 of 雷达 is none."""
        return (
            "" if self.words.no_bounds.before(text, start, end) else self.words.level.before(text, start, end)
        )

    def _completed(self, text: str, start: int, end: int) -> str:
        """The 完成 of 投资完成80亿元, where what stands before it measures an outcome."""
        word = self.words.completed.before(text, start, end)
        noun = self.strip_fillers(text, start, end - len(word)) if word else start
        measured = self.words.volume.before(text, start, noun) or self.words.rate.before(text, start, noun)
        return word if measured and noun - start > len(measured) else ""

    def _verb(self, text: str, start: int, end: int, *, at_start: bool) -> Span | None:
        """The first verb that commits; right before a level only one that opens the clause."""
        if not at_start and (found := self._free_verb(text, start, end)):
            if end - found[1] != 1:
                return found
            end = found[0]  # 设置集中安置点: a verb and one character are a noun
        while start < end and text[start] in self.words.links:
            start += 1  # 新建公厕5座、改造公厕8座
        opening = self.words.starts.over(text, start, end)
        words = self.words.verbs if at_start else self.words.weak_verbs
        if (word := words.at(text, opening, end)) and not self.words.verb_nouns.match(text, opening, end):
            return opening, opening + len(word)
        # 实现登记、年检等20项: before a list a word that leads up to its noun is its verb
        word = words.before(text, start, opening) if text.startswith("等", end - 1) else ""
        return (opening - len(word), opening) if word else None

    def _ends_in_verb(self, text: str, start: int, end: int) -> bool:
        return bool(
            self.words.verbs.before(text, start, end) or self.words.weak_verbs.before(text, start, end)
        )

    def _free_verb(self, text: str, start: int, end: int) -> Span | None:
        """The first verb that is no part of a noun: 增加值, 交通建设资金."""
        found = self.words.verbs.search(text, start, end)
        while found is not None:
            if named := self.words.verb_nouns.match(text, found[0], end):
                found = self.words.verbs.search(text, named.end(), end)
                continue
            noun = self._noun_ending(text, found[1], end)
            if not noun and not self._is_modifier(text, start, found, end):
                return found
            found = self.words.verbs.search(text, found[1] + len(noun), end)
        return None

    def _noun_ending(self, text: str, start: int, end: int) -> str:
        """The ending that makes the verb before `start` a noun: 增加值, 增加值增速."""
        ending, words = self.words.noun_endings.at(text, start, end), self.words
        behind = start + len(ending)
        measured = len(words.measures.at(text, behind, end)) >= _WORD or words.level.at(text, behind, end)
        return ending if behind == end or measured or text[behind] == "的" else ""

    def _is_modifier(self, text: str, start: int, verb: Span, end: int) -> bool:
        """Whether a verb between what it is done to and a bare noun is part of that noun."""
        if verb[0] - self.words.starts.over(text, start, end) < _WORD or self.words.added.at(text, *verb):
            return False
        return self._is_bare_noun(text, verb[1], end)

    def _is_bare_noun(self, text: str, start: int, end: int) -> bool:
        """Whether a noun says so little that the verb before it belongs to it: 面积, 活动."""
        noun = text[start:end]
        return noun in self.words.measures.values or noun in self.words.activities.values

    def _over_verbs(self, text: str, start: int, end: int) -> int:
        """Behind the verbs of a chain: 清淤疏浚河道, 新建和改造泊位; 演出活动 and 造林绿化面积 are nouns."""
        place = start
        while True:
            verb = place + 1 if text[place : place + 1] in self.words.links else place
            word = self.words.verbs.at(text, verb, end) or self.words.weak_verbs.at(text, verb, end)
            behind = verb + len(word)
            if word and self.words.verb_nouns.match(text, verb, end):
                return place  # 选育突破性品种
            if not word or end - behind < _WORD or self._noun_ending(text, behind, end):
                return place
            if self._is_bare_noun(text, behind, end) or self.words.activities.at(text, behind, end):
                return start
            if text[behind:end] in self.words.verbs.values:
                return start  # 完成造林绿化: two verbs, and nothing they are done to
            place = behind

    def follows(self, text: str, own: Span | None, number: Number) -> bool:
        """Whether a number opens its own noun (和新建3个平台): a verb stands right before it."""
        if own is None:
            return True
        found = self.words.verbs.search(text, *own)
        return found is not None and found[1] == own[1]

    def is_baseline(self, text: str, number: Number, following: Number) -> bool:
        """由36个月压减至24个月: the first number is where it starts from."""
        if self.words.baseline_from.search(text, max(0, number.start - _FROM_REACH), number.start) is None:
            return False
        reach = number.end + _BASELINE_REACH
        # 由30%提高到50%, 由30%提至不超过50%
        ends = (min(following.digits, reach), min(following.start, reach))
        return any(self.words.baseline_to.fullmatch(text, number.end, end) for end in ends)

    def is_respective(self, text: str, number: Number) -> bool:
        return self.words.respectively.search(text, max(0, number.start - 8), number.start) is not None

    def is_cited(self, text: str, number: Number) -> bool:
        return self.words.cited.match(text, number.end, number.end + REACH) is not None

    def is_per_case(self, text: str, clause: int, number: Number) -> bool:
        """每引进1名: the case that something is paid for."""
        return (
            number.value == 1
            and not number.bound_before
            and self.words.each_case.search(text, max(clause, number.digits - 8), number.start) is not None
        )

    def is_object_of_later_verb(self, text: str, clause: int, number: Number) -> bool:
        """对300余户家庭实施改造."""
        opened = text[clause : number.start].rstrip()
        if self.words.everywhere.fullmatch(opened[-_WORD:]):
            opened = opened[:-_WORD]  # 为全市2万名老人提供
        if not self.words.object_openers.before(opened, 0, len(opened)):
            return False
        return self.words.weak_verbs.search(text, number.end, clause_end(text, number.end, REACH)) is not None

    def is_fee(self, text: str, subject: Span | None, context: Context) -> bool:
        """A fee rate that is set (担保费率不高于1%), not brought down to a level or by a change."""
        return (
            subject is not None
            and not context.change
            and self.words.fee_rates.search(text, *subject) is not None
        )

    def opens_clause(self, text: str, clause: int, place: int) -> bool:
        """Whether nothing stands before a number but what leads up to it, or a place: 力争全市90%."""
        opening = self.words.starts.over(text, clause, place)
        return opening == place or self.words.everywhere.fullmatch(text, opening, place) is not None

    def changed(self, text: str, clause: int, number: Number, change: str) -> Span | None:
        """户均增收2000元: the change where it has no noun but itself."""
        place = text.rfind(change, clause, number.start) if change else -1
        return (place, place + len(change)) if place >= 0 else None

    def is_shortened(self, text: str, subject: Span | None, *, brought: bool = False) -> bool:
        """Whether a length of time is that of a procedure, not of a payment (补助期限)."""
        if subject is None:
            return False
        known = brought or self.words.procedure.search(text, *subject) is not None
        return known and not self.names_payment(text, subject)

    def is_existing(self, text: str, clause: int, number: Number) -> bool:
        """Counts of what is there already: 现有企业200家, 全市13个县."""
        return self.words.existing.search(text, clause, number.start) is not None

    def is_reached(self, text: str, low: int, number: Number) -> bool:
        """Whether a level is reached already, or names what something is: 已突破1万亿元, 成为一个."""
        low = max(low, number.start - NEAR_VERB)
        return self.words.reached_already.search(text, low, number.start) is not None

    def is_done(self, text: str, clause: int, verb: Span) -> bool:
        """Whether a verb says what was done or what something has: 已建成, 下设."""
        return self.words.done.search(text, clause, verb[0]) is not None

    def is_listed_name(self, text: str, number: Number) -> bool:
        """A small count whose unit closes a name in a list: 冬季两项、速度滑冰等."""
        if text.startswith("等", number.end):
            return True
        listed = text[number.end : number.end + 1] == "、"
        return listed and _NUMERAL.search(text, number.end, clause_end(text, number.end, REACH)) is None

    def is_object(self, text: str, clause: int, number: Number) -> bool:
        """Whether the words right before a number can be a verb that it is the object of."""
        end = clause + len(text[clause : number.start].rstrip())
        return end - clause >= _WORD and self.words.no_verb.search(text, clause, end) is None

    def is_owed_by_all(self, text: str, clause: int, number: Number, verb: Span | None) -> bool:
        """A professional norm: 每个班配备2名教师, 每千名老人至少1名社工; 每镇至少建成1个 is a target."""
        norm = self.words.norm.search(text, max(clause, number.start - 24), number.digits)
        if norm is None:
            return False
        return verb is None or norm[0][0] != "每" or bool(norm["provided"] or norm["then"])

    def organised(self, text: str, clause: int, number: Number) -> Span | None:
        """每年组织至少1次演练: the verb right before a bound, whose object follows the number."""
        word = self.words.weak_verbs.before(text, clause, number.start)
        return (number.start - len(word), number.start) if word else None

    def is_verb(self, text: str, noun: Span) -> bool:
        """Whether a phrase is nothing but a verb: 按每百辆不少于1人配备."""
        word = text[noun[0] : noun[1]]
        return word in self.words.verbs.values or word in self.words.weak_verbs.values

    def level_verb(self, text: str, number: Number) -> Span | None:
        """达到 and its kin, where they stand right before the number."""
        word = text[number.start : number.digits].strip()
        return (number.start, number.start + len(word)) if word and word in self.words.level.values else None

    def is_bare(self, text: str, clause: int, number: Number) -> bool:
        """Whether nothing but adverbs and a level stands before a number in its clause."""
        end = self.strip_fillers(text, clause, number.start)
        if word := self.words.level.before(text, clause, end):
            end = self.strip_fillers(text, clause, end - len(word))
        return end == clause

    def says_of_all(self, text: str, number: Number) -> bool:
        """80%的行政村建成…: a clause that opens with a share says something of those."""
        match = self.words.shares.match(text, number.end)
        return match is not None and not self.names_payment(text, match.span("those"))

    def says_of_subject(self, text: str, number: Number, subject: Span | None) -> bool:
        """自然村100%通硬化路: what is said of a share of the noun before it."""
        return subject is not None and self.words.said_of_share.match(text, number.end) is not None

    def those_of_share(self, text: str, number: Number, after: Span | None) -> Span | None:
        """The noun behind a share, up to what is said of it."""
        match = self.words.shares.match(text, number.end)
        if after is None or match is None or after[0] >= match.end("those"):
            return after
        if any(map(str.isdigit, text[after[1] : match.end("those")])):
            return after  # 100%的驿站和80%的书屋
        return after[0], match.end("those")

    def strength(self, text: str, clause: int, place: int) -> str:
        strength = "plain"
        while (found := self.words.modality.search(text, clause, place)) is not None:
            word = self.words.modality.values[text[found[0] : found[1]]]
            strength, clause = strength if word == "none" else word, found[1]
        return strength

    def leading_strength(self, text: str, floor: int, place: int) -> str:
        """What a sentence that opens with 力争 or 确保 makes of every promise in it."""
        match = self.words.leading.match(text, self.sentence_start(text, floor, place), place)
        return self.words.modality.values.get(match["word"], "plain") if match else "plain"

    def is_shortening(self, text: str, clause: int, number: Number) -> bool:
        """Whether a length of time is what something is brought to (压缩至0.5个工作日)."""
        return bool(
            self.words.shortening.before(text, clause, self.strip_fillers(text, clause, number.start))
        )
