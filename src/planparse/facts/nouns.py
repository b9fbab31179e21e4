"""The nouns of a number: what is counted, what is paid, and the case it is counted by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planparse.facts.numbers import Number
from planparse.facts.quantity_words import QuantityWords
from planparse.rulepack import RulePack
from planparse.spans import Span

if TYPE_CHECKING:
    from regex import Match

# Far enough for any noun phrase; a bound keeps every look linear.
REACH = 90
NEAR = 14
# 技术骨干和管理人才: the link ends a noun of this length, in a shorter one it is part of it.
_SHORTEST_LINKED = 4

_FIGURE = re.compile("[0-9]")
# 养护基地: a verb and so many characters are a noun in a list of nouns.
_WIDEST_OBJECT = 2

# 研发费用达到营业收入: two characters, a verb and two characters at the least.
_SHORTEST_REACHING = 6


class Nouns:
    """Finds nouns beside numbers by the words of a rule pack."""

    __slots__ = ("words",)

    def __init__(self, rules: RulePack) -> None:
        self.words = QuantityWords.build(rules)

    def strip_fillers(self, text: str, start: int, end: int) -> int:
        while end > start:
            if word := self.words.filler.before(text, start, end):
                end -= len(word)
            elif text[end - 1] == " ":
                end -= 1
            else:
                break
        return end

    def subject(self, text: str, start: int, end: int) -> Span | None:
        """A noun phrase: what leads up to it and 等 after a list left out."""
        compared = self.words.compared.search(text, start, end)
        if compared is not None:
            end = self.strip_fillers(text, start, compared.start())
        if each := self.each(text, start, end):
            end = self.strip_fillers(text, start, each.start())
        end = self._before_reached(text, start, end)
        for moved in self.words.moved.finditer(text, start, end):
            start = moved.end() if end - moved.end() > 2 else start
        for listed in self.words.and_so_on.finditer(text, start, end):
            start = (
                listed.end() if end - listed.end() >= 2 and not _closes(text, listed.end(), end) else start
            )
        return self.trim(text, start, end)

    def over_actor(self, text: str, start: int, end: int) -> int:
        """Behind who is to do it and how often: 各县要开展培训, 各单位每季度召开会议."""
        for match in self.words.duty.finditer(text, start, end):
            verb = match.end()
            word = self.words.verbs.at(text, verb, end) or self.words.weak_verbs.at(text, verb, end)
            if word and text[verb + len(word) : end].strip():
                return verb
        return start

    def share_of(self, text: str, start: int, end: int, number: Number) -> Span | None:
        """研发支出占生产总值的3%: what has a share of what, where no 比重 names it."""
        if self.words.class_of(number.unit) != "part":
            return None
        match = self.words.share_of.search(text, start, end)
        return self.subject(text, start, match.end("base")) if match else None

    def _before_reached(self, text: str, start: int, end: int) -> int:
        """Where a noun ends that reaches a part of another one; in 达到标杆水平的比例 it is that share."""
        if self.words.shares_measured.before(text, start, end):
            return end
        while end - start >= _SHORTEST_REACHING and (reached := self.words.reached.search(text, start, end)):
            end = self.strip_fillers(text, start, reached.start())
        return end

    def trim(self, text: str, start: int, end: int) -> Span | None:
        """The range without links, blanks and leading words; None where nothing is left."""
        edges = self.words.edges
        while start < end and (text[start] in edges or text[start] == ","):
            start += 1
        start = self._opening(text, start, end)
        if text.startswith("“", start) and text.find("”", start, end) < 0:
            start = self._opening(text, start + 1, end)  # a quotation that goes on behind the number
        while end > start and (ending := self.words.ends.before(text, start, end) or text[end - 1]):
            if ending not in self.words.ends.values and ending not in edges and ending != "等":
                break
            end -= len(ending)
        return (start, end) if end > start else None

    def _opening(self, text: str, start: int, end: int) -> int:
        """Where a noun begins behind the words that lead up to it."""
        opening = start
        while not self.words.no_starts.at(text, opening, end):
            word = self.words.starts.at(text, opening, end)
            if not word:
                break
            opening += len(word)
        return opening if end - opening >= 2 or opening == end else start

    def phrase_of(self, text: str, start: int, verb: Span) -> Span | None:
        """What stands before a verb with the verb, where both are one noun: 开展业务培训."""
        phrase = self.subject(text, start, verb[1])
        if phrase is None:
            return None
        opening = phrase[0] + len(self.words.weak_verbs.at(text, *phrase))
        if self.words.bounds.before(text, opening, verb[0]):
            return None  # 每个区至少打造2个
        # 企业分别新增500家、60家, 机组投产30台: no noun ends so
        added = self.words.added.at(text, *verb) or self.words.finishing.at(text, *verb)
        end = self.strip_fillers(text, opening, verb[0]) if added else verb[1]
        # 开展巡查: the verb is what is done; alone it is no noun, nor is 新 before 建成 or 年均 before 净增
        named = phrase[0] < verb[0] and opening <= verb[0] and end - opening > 1
        return (opening, end) if named else None

    def after(self, text: str, place: int, end: int) -> Span | None:
        """The noun phrase right after a number, up to where another phrase begins."""
        limit = min(end, place + REACH, len(text))
        while place < limit and text[place] in " 的":
            place += 1
        if text[place : place + 1] in self.words.links or _is_figure(text, place):
            return None
        bounded = self.words.bounded_noun.match(text, place, limit)
        if bounded is not None:
            place = bounded.end()
        relative = self.words.relative.match(text, place, limit)
        stop = self.words.stop.search(text, relative.end() if relative else place, limit)
        if stop is not None and stop[0] == "(" and self.words.divisions.before(text, 0, stop.start()):
            # 乡(镇、街道): which divisions; the noun goes on behind the bracket
            closed = text.find(")", stop.end(), stop.end() + NEAR)
            stop = self.words.stop.search(text, closed + 1, limit) if closed > 0 else stop
        while stop is not None and stop[0][0] in self.words.links and stop.start() - place < _SHORTEST_LINKED:
            later = self.words.stop.search(text, stop.end(), limit)
            figure = text[stop.end() : stop.end() + 1].isdigit() or self.words.bounds.at(
                text, stop.end(), limit
            )
            if figure or self._opens_verb(text, stop.end(), later):
                break  # 给予补助、最高不超过1亿元
            stop = later
        named = stop is None or bool(self.words.parties.before(text, place, stop.start()))
        if stop is not None and stop[0] == "、" and not named:
            head = self._head(text, stop.end(), limit)
            if head is not None:
                return head
        end = stop.start() if stop else limit
        if stop is not None and stop[0] == "、" and not named:
            end = self._list_end(text, stop.start(), stop.end(), limit)
        end = self._without_standard(text, place, end)
        while end > place and (text[end - 1] in self.words.edges or text[end - 1] == "等"):
            end -= 1
        return (place, end) if end > place else None

    def _list_end(self, text: str, first: int, place: int, limit: int) -> int:
        """研发、检测、认证平台: where a list of nouns ends that one number counts; `first` if it is none."""
        while (stop := self.words.stop.search(text, place, limit)) is not None:
            if self._opens_verb(text, place, stop) or _FIGURE.search(text, place, stop.start()):
                return first
            if stop[0] not in self.words.links:
                return int(stop.start())
            place = stop.end()
        return first

    def _opens_verb(self, text: str, start: int, stop: Match[str] | None) -> bool:
        """Whether a part of a list is a verb and what is done (完善服务机制); 养护基地 is a noun."""
        if stop is None:
            return False
        end = stop.start()
        word = self.words.verbs.at(text, start, end) or self.words.weak_verbs.at(text, start, end)
        word = word or self.words.starts.at(text, start, end)
        return end - start <= 1 or (bool(word) and end - start - len(word) > _WIDEST_OBJECT)

    def _without_standard(self, text: str, start: int, end: int) -> int:
        """每村1名管护员的标准: the end of the noun before 的标准."""
        match = self.words.of_standard.search(text, start, end)
        return int(match.start()) if match else end

    def _head(self, text: str, place: int, limit: int) -> Span | None:
        """特色鲜明、功能完善的园区: the noun behind 的, where what a link joins only describes it."""
        match = self.words.described.match(text, place, limit)
        return self.after(text, match.end(), limit) if match else None

    def own_noun(self, text: str, start: int, end: int) -> Span | None:
        """What stands before a number in a list after the one before it: after the last link,
        unless the link is the last thing (6个美丽乡村、6个…)."""
        if end > start and (text[end - 1] in self.words.links or text[end - 1] == " "):
            return None
        if change := self.words.change.before(text, start, end):
            end -= len(change)  # 东部增长10%、西部增长25%
            compared = self.words.compared.search(text, start, end)
            end = compared.start() if compared else end
        if each := self.each(text, start, end):
            end = each.start()  # 每百户20平方米、老城区每百户15平方米
        link = max(text.find(mark, start, end) for mark in self.words.links)
        return self.trim(text, link + 1 if link >= 0 else start, end)

    def paid_noun(self, text: str, place: int, end: int) -> Span | None:
        """What an amount is for: 10万元一次性奖励, 1500元标准发放消费券, 5万元的标准给予补贴."""
        match = self.words.by_standard.match(text, place, end)
        support = self.words.support.match(text, place, end)
        if support is not None:
            return support.span("noun")  # 给予100万元支持
        noun = self.after(text, match.end() if match else place, end)
        verb = noun is not None and text[noun[0] : noun[1]] in self.words.giving.values
        return None if verb else noun

    def paid_object(self, text: str, place: int, end: int) -> Span | None:
        """What a share is paid as: 按…的50%给予服务奖."""
        match = self.words.paid_as.match(text, place, end)
        return self.after(text, match.end(), end) if match else None

    def paid_subject(self, text: str, subject: Span | None) -> Span | None:
        """县财政每年安排专项资金: the noun behind the verb that gives."""
        if subject is None:
            return None
        start, end = subject
        while (verb := self.words.giving.search(text, start, end)) is not None and verb[1] < end:
            start = verb[1]
        # 县财政每年安排2000万元专项资金: the verb stands last, its noun behind the number
        return (start, end) if verb is None else None

    def payment_of(self, text: str, indicator: Span | None) -> Span | None:
        """租金补贴的人才住房: what is paid, not what it is paid for."""
        if indicator is None:
            return None
        end = text.find("的", *indicator)
        if end > indicator[0] and self.names_payment(text, (indicator[0], end)):
            return (indicator[0], end)
        return indicator

    def payment_before(self, text: str, clause: int) -> Span | None:
        """按工资分档奖励，每人最高20万元: the noun that ends the clause before."""
        if not clause or text[clause - 1] in "。\n":
            return None
        match = self.words.payment_before.search(text, max(0, clause - 9), clause - 1)
        return match.span() if match else None

    def payment_to(self, text: str, clause: int, subject: Span) -> Span:
        """对新认定企业一次性奖励50万元, 每新增1家企业奖励5万元: what is paid, without who is paid."""
        match = self.words.payment_verbs.search(text, *subject)
        if match is not None and self.words.parties.before(text, match.end(), subject[1]):
            return match.span()  # 奖励企业
        told = self.words.recipients.at(text, clause, subject[1])
        if not told and self.words.case_before.search(text, max(0, subject[0] - NEAR), subject[0]) is None:
            return subject
        return (match.start(), subject[1]) if match else subject

    def payment_of_each(self, text: str, clause: int, number: Number) -> Span | None:
        """每亩补贴180元, 每张一次性补助8000元: the payment between the case and the amount."""
        end = self.strip_fillers(text, clause, number.start)
        each = text.rfind("每", max(clause, end - NEAR), end)
        match = self.words.payment_of_each.search(text, each, end) if each >= 0 else None
        return match.span() if match else None

    def payment_by_standard(self, text: str, place: int, end: int) -> Span | None:
        """…人员5万元的标准给予住房补贴: the noun that all amounts of the clause are for."""
        match = self.words.given_by_standard.match(text, place, end)
        return self.after(text, match.end(), end) if match else None

    def names_payment(self, text: str, subject: Span) -> bool:
        return self.words.payment_nouns.search(text, *subject) is not None

    def names_fee(self, text: str, subject: Span) -> bool:
        """6个月的失业保险金, 1个月房租免收: a length of time that an amount is measured by."""
        return self.words.fee_nouns.search(text, *subject) is not None

    def ends_in_fee(self, text: str, subject: Span | None) -> bool:
        """减免房租3个月; 补贴期3年 is a time."""
        if subject is None:
            return False
        return any(fee.end() == subject[1] for fee in self.words.fee_nouns.finditer(text, *subject))

    def ratio_noun(self, text: str, place: int) -> Span | None:
        while text[place : place + 1] in (" ", "的"):
            place += 1
        word = self.words.ratio_nouns.at(text, place, len(text))
        return (place, place + len(word)) if word else None

    def per(self, text: str, floor: int, place: int) -> Span | None:
        match = self.each(text, max(floor, place - 16), place)
        return match.span("unit") if match else None

    def each(self, text: str, start: int, end: int) -> Match[str] | None:
        """What an amount is counted by (每亩); in 每亩产值 and 每个中心开设课程 it is part of the noun."""
        match = self.words.per.search(text, start, end) if text.find("每", start, end) >= 0 else None
        if match is None or self.is_outcome(text, *match.span("unit")):
            return None
        verb = self.words.verbs.search(text, *match.span("unit"))
        return None if verb is not None and verb[0] > match.start("unit") else match

    def is_outcome(self, text: str, start: int, end: int) -> bool:
        """Whether a phrase ends in a noun or verb that measures an outcome (产值, 增收)."""
        measured = self.words.volume.before(text, start, end) or self.words.rate.before(text, start, end)
        return bool(measured or self.words.change.before(text, start, end))


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket closes that did not open here: (不含甲、乙等项目)投资."""
    closed = text.find(")", start, end)
    return closed >= 0 and "(" not in text[start:closed]


def _is_figure(text: str, place: int) -> bool:
    """Whether a number begins at a place, not a name like 5G or 4A."""
    following = text[place + 1 : place + 2]
    return text[place : place + 1].isdigit() and not (following.isascii() and following.isalpha())
