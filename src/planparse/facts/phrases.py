"""The words round a number: its clause, the verb that governs it, the noun it counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from planparse.facts.numbers import Number
from planparse.facts.words import Words
from planparse.rulepack import Matcher, RulePack
from planparse.spans import Span

_CLAUSE_MARKS = ",。;\n!?:"
_CLAUSE_MARK = re.compile(f"[{_CLAUSE_MARKS}]")
# Far enough for any noun phrase; a bound keeps every look linear.
_REACH = 90
_QUOTE_REACH = 14
_PER_REACH = 8
# 技术骨干和管理人才: the link ends a noun of this length, in a shorter one it is part of it.
_SHORTEST_LINKED = 4


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


class Phrases(NamedTuple):
    """The word lists of rules/quantities.yaml, ready for matching."""

    level: Words
    change: Words
    filler: Words
    verbs: Words
    weak_verbs: Words
    bases: Mapping[str, str]
    modality: Words
    starts: Words
    stop: Matcher
    cited: Matcher
    paid: Words
    budget: Words
    volume: Words
    rate: Words
    split: Words
    procedure: Words
    norm: Matcher
    durations: frozenset[str]
    leading: Matcher
    added: Words
    measures: Words
    moved: Matcher
    reached: Matcher
    based: Matcher
    used: Matcher
    shortening: Words
    bounds: Words

    @classmethod
    def build(cls, rules: RulePack) -> Phrases:
        def listed(name: str) -> Words:
            return Words.of(rules.words(f"quantities.{name}"))

        return cls(
            level=listed("level-words"),
            change=listed("change-words"),
            filler=listed("fillers"),
            verbs=listed("achievement-verbs"),
            weak_verbs=listed("process-verbs"),
            bases={**rules.words("quantities.process-verbs"), **rules.words("quantities.achievement-verbs")},
            modality=listed("modality"),
            starts=listed("indicator-starts"),
            stop=rules.pattern("quantities.indicator-stop"),
            cited=rules.pattern("quantities.cited-things"),
            paid=listed("payment-words"),
            budget=listed("budget-words"),
            volume=listed("volume-words"),
            rate=listed("rate-nouns"),
            split=listed("split-words"),
            procedure=listed("procedure-nouns"),
            norm=rules.pattern("quantities.norms"),
            durations=frozenset(rules.words("quantities.duration-units")),
            leading=rules.pattern("quantities.leading-modality"),
            added=listed("added-words"),
            measures=listed("measure-nouns"),
            moved=rules.pattern("quantities.moved"),
            reached=rules.pattern("quantities.reached"),
            based=rules.pattern("quantities.bound-of-base"),
            used=rules.pattern("quantities.used-for"),
            shortening=listed("shortening"),
            bounds=listed("comparators-before"),
        )

    def clause_start(self, text: str, floor: int, place: int) -> int:
        """Where the clause of `place` begins, not before `floor`; a bracket in it is passed over."""
        low = max(floor, place - _REACH)
        start = low + max(map(text[low:place].rfind, _CLAUSE_MARKS)) + 1
        closed = text.find(")", start, place)
        if closed >= 0 and "(" not in text[start:closed]:
            start = closed + 1
        opened = text.rfind("(", start, place)
        return opened + 1 if opened >= 0 and ")" not in text[opened:place] else start

    def sentence_start(self, text: str, floor: int, place: int) -> int:
        low = max(floor, place - 2 * _REACH)
        return low + max(text[low:place].rfind(mark) for mark in "。;\n") + 1

    def before(self, text: str, clause: int, place: int, number: Number, baseline: bool) -> Context:
        end = self._strip_fillers(text, clause, place)
        level = baseline or text[number.start : number.digits].strip() in self.level.values
        if baseline and end > clause and text[end - 1] in "由从":
            end -= 1
        word = self.level.before(text, clause, end)
        each = -1 if word else text.rfind("每", max(clause, end - _PER_REACH), end)
        if each > clause and (word := self.level.before(text, clause, each)):
            end = each  # 降至每平方公里20千克
        if word:
            level, end = True, self._strip_fillers(text, clause, end - len(word))
        if change := self.change.before(text, clause, end):
            end = self._strip_fillers(text, clause, end - len(change))
        verb = self._verb(text, clause, end, at_start=level or bool(change))
        if (
            verb is not None
            and (level or number.bound_before)
            and text[verb[1] : end] in self.measures.values
        ):
            verb = None  # 器材配备率超过90%
        if verb is None:
            return Context(self.subject(text, clause, end), None, "", level, change)
        basis = self.bases[text[verb[0] : verb[1]]].replace("none", "")
        if level and not self.added.at(text, *verb):
            basis = "level"
        return Context(
            self.subject(text, self._over_verbs(text, verb[1], end), end), verb, basis, level, change
        )

    def _strip_fillers(self, text: str, start: int, end: int) -> int:
        while end > start:
            if word := self.filler.before(text, start, end):
                end -= len(word)
            elif text[end - 1] == " ":
                end -= 1
            else:
                break
        return end

    def _verb(self, text: str, start: int, end: int, *, at_start: bool) -> Span | None:
        """The first verb that commits; right before a level only one that opens the clause."""
        if not at_start and (found := self.verbs.search(text, start, end)):
            if end - found[1] != 1:
                return found
            end = found[0]  # 设置集中安置点: a verb and one character are a noun
        opening = self.starts.over(text, start, end)
        words = self.verbs if at_start else self.weak_verbs
        word = words.at(text, opening, end)
        return (opening, opening + len(word)) if word else None

    def _over_verbs(self, text: str, start: int, end: int) -> int:
        """Behind the verbs of a chain: 清淤疏浚河道, 新建和改造泊位."""
        while True:
            place = start + 1 if text[start : start + 1] in _LINKS else start
            word = self.verbs.at(text, place, end) or self.weak_verbs.at(text, place, end)
            if not word or end - place - len(word) < 2:
                return start
            start = place + len(word)

    def subject(self, text: str, start: int, end: int) -> Span | None:
        """A noun phrase: what leads up to it and 等 after a list left out."""
        compared = _COMPARED.search(text, start, end)
        if compared is not None:
            end = compared.start()
        per = _PER.search(text, start, end)
        if per is not None:
            end = per.start()
        while (reached := self.reached.search(text, start, end)) is not None:
            end = self._strip_fillers(text, start, reached.start())
        for moved in self.moved.finditer(text, start, end):
            start = moved.end() if end - moved.end() > 2 else start
        for listed in _AND_SO_ON.finditer(text, start, end - 2):
            start = listed.end()
        return self.trim(text, start, end)

    def trim(self, text: str, start: int, end: int) -> Span | None:
        """The range without links, blanks and leading words; None where nothing is left."""
        while start < end and text[start] in " 、和及与或的,":
            start += 1
        opening = self.starts.over(text, start, end)
        if end - opening >= 2 or opening == end:
            start = opening
        while end > start and text[end - 1] in " 、和及与或的等":
            end -= 1
        return (start, end) if end > start else None

    def after(self, text: str, place: int, end: int) -> Span | None:
        """The noun phrase right after a number, up to where another phrase begins."""
        limit = min(end, place + _REACH)
        while place < limit and text[place] in " 的":
            place += 1
        if text[place : place + 1] in _LINKS or text[place : place + 1].isdigit():
            return None
        bounded = _BOUNDED_NOUN.match(text, place, limit)
        if bounded is not None:
            place = bounded.end()
        stop = self.stop.search(text, place, limit)
        while stop is not None and stop[0][0] in _LINKS and stop.start() - place < _SHORTEST_LINKED:
            if text[stop.end() : stop.end() + 1].isdigit():
                break
            stop = self.stop.search(text, stop.end(), limit)
        end = stop.start() if stop else limit
        while end > place and text[end - 1] in " 、和及与或的等":
            end -= 1
        return (place, end) if end > place else None

    def is_list_link(self, text: str, start: int, end: int) -> bool:
        """Whether two numbers stand in one clause."""
        return end - start <= _REACH and _CLAUSE_MARK.search(text, start, end) is None

    def own_noun(self, text: str, start: int, end: int) -> Span | None:
        """What stands before a number in a list after the one before it: after the last link,
        unless the link is the last thing (6个美丽乡村、6个…)."""
        if end > start and text[end - 1] in "、和及与或 ":
            return None
        link = max(text.find(mark, start, end) for mark in "、和")
        return self.trim(text, link + 1 if link >= 0 else start, end)

    def follows(self, text: str, own: Span | None, number: Number) -> bool:
        """Whether a number opens its own noun (和新建3个平台): a verb stands right before it."""
        if own is None:
            return True
        found = self.verbs.search(text, *own)
        return found is not None and found[1] == own[1]

    def is_baseline(self, text: str, number: Number, following: Number) -> bool:
        """由36个月压减至24个月: the first number is where it starts from."""
        if _FROM.search(text, max(0, number.start - 3), number.start) is None:
            return False
        return _TO.fullmatch(text, number.end, min(following.digits, number.end + 12)) is not None

    def is_name(self, text: str, number: Number) -> bool:
        """Part of a name: “8+6”, 5G, 第3, No.9."""
        following = text[number.end : number.end + 1]
        if (following.isascii() and following.isalpha()) or (following == "级" and number.unit):
            return True  # 5G, 10万吨级
        if text[number.digits - 1 : number.digits] in ("第", "+", "＋"):
            return True
        opened = text.rfind("“", max(0, number.digits - _QUOTE_REACH), number.digits)
        if opened < 0 or "”" in text[opened : number.digits]:
            return False
        return "”" in text[number.end : number.end + _QUOTE_REACH]

    def is_cited(self, text: str, number: Number) -> bool:
        return self.cited.match(text, number.end, number.end + _REACH) is not None

    def is_per_case(self, text: str, clause: int, number: Number) -> bool:
        """每引进1名: the case that something is paid for."""
        return (
            number.value == 1
            and not number.bound_before
            and _EACH_CASE.search(text, max(clause, number.digits - 8), number.start) is not None
        )

    def is_threshold(self, text: str, number: Number, following: Number | None) -> bool:
        """A bound that says which ones: 年产值5亿元以上的企业, 培育年产值超5亿元、…的企业2家."""
        bounded = number.bound_before or number.bound_after
        if not bounded:
            return False
        if text[number.end : number.end + 1] == "的":
            return True
        return (
            following is not None
            and text[number.end : number.end + 1] == "、"
            and (
                not following.bound_before
                and self.is_list_link(text, number.end, following.start)
                and following.unit != number.unit
                and number.unit not in ("%",)
            )
        )

    def bound_of_base(self, text: str, clause: int, number: Number) -> tuple[str, bool]:
        """不低于改造成本的10%: the bound before the base of a share, and whether the base is money."""
        if text[number.start - 1 : number.start] not in "的 ":
            return "", False
        match = self.based.search(text, max(clause, number.start - _PER_REACH * 3), number.start)
        return (self.bounds.values[match["bound"]], match["money"] is not None) if match else ("", False)

    def is_threshold_share(self, text: str, clause: int, number: Number) -> bool:
        """研发费用达到营业收入5%以上的，: a bound that closes a condition."""
        if not (number.bound_before or number.bound_after) or text[number.end : number.end + 1] != "的":
            return False
        return text[number.end + 1 : number.end + 2] in _CLAUSE_MARKS or text.startswith("对", clause)

    def is_object_of_later_verb(self, text: str, clause: int, number: Number) -> bool:
        """对300余户家庭实施改造."""
        if not text[clause : number.start].rstrip().endswith(("对", "为")):
            return False
        return self.weak_verbs.search(text, number.end, _clause_end(text, number.end, _REACH)) is not None

    def is_paid(self, text: str, clause: int, number: Number) -> bool:
        """Whether payment words stand in the clause before the number or right after it."""
        if self.paid.search(text, clause, number.start) is not None:
            return True
        return self.paid.search(text, number.end, _clause_end(text, number.end, 14)) is not None

    def is_paid_out(self, text: str, clause: int, number: Number) -> bool:
        """Whether the clause gives or takes money (给予, 补贴, 收取), not just names a price."""
        return _PAID_OUT.search(text, clause, _clause_end(text, number.end, 14)) is not None

    def is_fee(self, text: str, subject: Span | None, context: Context) -> bool:
        """A fee rate that is set (担保费率不高于1%), not brought down to a level or by a change."""
        return subject is not None and not context.change and _FEE_RATE.search(text, *subject) is not None

    def is_fund(self, text: str, clause: int, number: Number, after: Span | None) -> bool:
        """Money set aside: 安排专项资金2000万元, 设立5亿元的基金."""
        if (
            after is not None
            and _FUND.search(text, *after) is not None
            and text[number.end : number.end + 1] == "的"
        ):
            return True
        return self.budget.search(text, clause, number.start) is not None and not _PAID_TO.search(
            text, clause, number.start
        )

    def is_volume(self, text: str, subject: Span | None) -> bool:
        return subject is not None and bool(self.volume.before(text, *subject))

    def is_rate(self, text: str, subject: Span | None) -> bool:
        return subject is not None and bool(self.rate.before(text, *subject))

    def is_growth(self, change: str) -> bool:
        return change.endswith("增长")

    def is_shortened(self, text: str, subject: Span | None, *, brought: bool = False) -> bool:
        """Whether a length of time is that of a procedure, not of a payment (补助期限)."""
        if subject is None:
            return False
        known = brought or self.procedure.search(text, *subject) is not None
        return known and not self.names_payment(text, subject)

    def is_split(self, text: str, number: Number, subject: Span | None) -> bool:
        before = self.split.search(text, max(0, number.start - 12), number.start)
        if before is not None or (subject is not None and self.split.search(text, *subject) is not None):
            return True
        return self.split.search(text, number.end, number.end + 6) is not None

    def paid_subject(self, text: str, subject: Span | None) -> Span | None:
        """县财政每年安排专项资金: the noun behind the verb that gives."""
        if subject is None:
            return None
        verbs = list(_GIVES.finditer(text, *subject))
        if verbs and verbs[-1].end() < subject[1]:
            return (verbs[-1].end(), subject[1])
        return subject

    def is_existing(self, text: str, clause: int, number: Number) -> bool:
        """Counts of what is there already: 现有企业200家, 全市13个县."""
        return _EXISTING.search(text, clause, number.start) is not None

    def is_object(self, text: str, clause: int, number: Number) -> bool:
        """Whether the words right before a number can be a verb that it is the object of."""
        before = text[clause : number.start].rstrip()
        return len(before) >= 2 and _NO_VERB.search(before) is None

    def is_owed_by_all(self, text: str, clause: int, number: Number, verb: Span | None) -> bool:
        """A professional norm: 每个班配备2名教师, 每千名老人至少1名社工; 每镇至少建成1个 is a target."""
        norm = self.norm.search(text, max(clause, number.start - 24), number.digits)
        return norm is not None and (verb is None or norm["provided"] is not None)

    def is_verb(self, text: str, noun: Span) -> bool:
        """Whether a phrase is nothing but a verb: 按每百辆不少于1人配备."""
        word = text[noun[0] : noun[1]]
        return word in self.verbs.values or word in self.weak_verbs.values

    def level_verb(self, text: str, number: Number) -> Span | None:
        """达到 and its kin, where they stand right before the number."""
        word = text[number.start : number.digits].strip()
        return (number.start, number.start + len(word)) if word and word in self.level.values else None

    def bound_before_verb(self, text: str, floor: int, number: Number) -> str:
        """最高补助20万元, 至少建成1个: the bound stands before the verb."""
        match = _BOUND_VERB.search(text, max(floor, number.start - 12), number.start)
        return self.bounds.values.get(match["bound"], "") if match else ""

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
        match = _PAYMENT_END.search(text, max(0, clause - 9), clause - 1)
        return match.span() if match else None

    def payment_of_each(self, text: str, clause: int, number: Number) -> Span | None:
        """每亩补贴180元, 每张一次性补助8000元: the payment between the case and the amount."""
        end = self._strip_fillers(text, clause, number.start)
        each = text.rfind("每", max(clause, end - _QUOTE_REACH), end)
        match = _PAYMENT_NAME.search(text, each, end) if each >= 0 else None
        return match.span() if match else None

    def payment_by_standard(self, text: str, place: int, end: int) -> Span | None:
        """…人员5万元的标准给予住房补贴: the noun that all amounts of the clause are for."""
        match = _GIVEN_BY_STANDARD.match(text, place, end)
        return self.after(text, match.end(), end) if match else None

    def names_payment(self, text: str, subject: Span) -> bool:
        return _PAYMENT_NOUN.search(text, *subject) is not None

    def names_fee(self, text: str, subject: Span) -> bool:
        """6个月的失业保险金, 1个月房租免收: a length of time that an amount is measured by."""
        return _FEE_NOUN.search(text, *subject) is not None

    def ends_clause(self, text: str, place: int) -> bool:
        return text[place : place + 1] in ("", *",。;、)\n")

    def ratio_noun(self, text: str, place: int) -> Span | None:
        while text[place : place + 1] in (" ", "的"):
            place += 1
        return (place, place + 2) if text.startswith("比例", place) else None

    def paid_noun(self, text: str, place: int, end: int) -> Span | None:
        """What an amount is for: 10万元一次性奖励, 1500元标准发放消费券, 5万元的标准给予补贴."""
        match = _BY_STANDARD.match(text, place, end)
        return self.after(text, match.end() if match else place, end)

    def paid_object(self, text: str, place: int, end: int) -> Span | None:
        """What a share is paid as: 按…的50%给予服务奖."""
        match = _PAID_AS.match(text, place, end)
        return self.after(text, match.end(), end) if match else None

    def strength(self, text: str, clause: int, place: int) -> str:
        strength = "plain"
        while (found := self.modality.search(text, clause, place)) is not None:
            word = self.modality.values[text[found[0] : found[1]]]
            strength, clause = strength if word == "none" else word, found[1]
        return strength

    def leading_strength(self, text: str, floor: int, place: int) -> str:
        """What a sentence that opens with 力争 or 确保 makes of every promise in it."""
        match = self.leading.match(text, self.sentence_start(text, floor, place), place)
        return self.modality.values.get(match["word"], "plain") if match else "plain"

    def is_shortening(self, text: str, clause: int, number: Number) -> bool:
        """Whether a length of time is what something is brought to (压缩至0.5个工作日)."""
        return bool(self.shortening.before(text, clause, self._strip_fillers(text, clause, number.start)))

    def is_used(self, text: str, number: Number) -> bool:
        """三成以上用于宣传: a share of money set aside."""
        return self.used.match(text, number.end) is not None

    def per(self, text: str, floor: int, place: int) -> Span | None:
        match = _PER.search(text, max(floor, place - 16), place)
        return match.span("unit") if match else None


def _clause_end(text: str, place: int, reach: int) -> int:
    mark = _CLAUSE_MARK.search(text, place, place + reach)
    return mark.start() if mark else place + reach


_LINKS = frozenset("、和及与或")
_LETTER = r"[^\W\d_]"  # in these texts a Han character; the ranges of those take 1 ms to compile
_COMPARED = re.compile(r"[较比](?=上|去|前|20|“|基|同期|年初|“?十)[^,。;]{0,16}$")
_FROM = re.compile("[由从] ?$")
_TO = re.compile(rf"[ ]?{_LETTER}{{0,6}}[到至][ ]?")
_BOUNDED_NOUN = re.compile(r"[^,。;、:()\n]{0,24}?\d[^,。;、:()\n]{0,8}(?:以上|以下|以内|左右)的")
_EACH_CASE = re.compile(f"每{_LETTER}{{0,6}}$")
_PAID_TO = re.compile("给予|奖励|奖补|补贴|补助|资助|每(?!年)")
_PAID_OUT = re.compile(
    "给予|奖励|奖补|补贴|补助|资助|贴息|返还|减按|减免|免收|免除|免缴|收取|征收|提取|首付|购房"
)
_FEE_RATE = re.compile("(?:费率|利率|加成率|贴息率|税率|计提比例)$")
_FUND = re.compile("(?:基金|资金池|资金)$")
_GIVES = re.compile("安排|发放|给予|列支|设立|拨付|补给|提供|投入|收取|征收")
_AND_SO_ON = re.compile("(?<![中高初平同均优])等(?![级次值候待额距效同])")
_EXISTING = re.compile(
    "现有|已有|目前|原有|已建|已累计|截至|上年|去年|其中的|共有|辖区|全[市县区省镇州旗] ?$"
)
_NO_VERB = re.compile(
    "(?:围绕|针对|聚焦|涉及|包括|包含|按照|根据|依据|落实|列入|国家|部委|推进|深化|抓好|做好|加强|配合|统筹|全[市县区省镇州旗])$"
    "|[的等第近这该各每前后在对从以与和及、至到自]$"
)
_BOUND_VERB = re.compile(
    "(?P<bound>最高|最多|最少|至少|最低|不超过)可?(?:给予|补助|补贴|奖励|奖补|资助|支持|配套|贷款|贴息|建成|建设|建立|培育|新建"
    "|引进|完成|举办|开展|组织|打造|创建|培训|配备|设置|设立|选派|提供|保留|享受)$"
)
_PAYMENT_NOUN = re.compile("[奖补贴费金]|资助|扶持|年薪|额度")
_FEE_NOUN = re.compile("(?<!免)(?:费|租金|房租|保险金|工资|税款|补贴|电费)")
_PAYMENT_END = re.compile(f"{_LETTER}{{0,2}}(?:奖励|奖补|补贴|补助|资助|资金)$")
_PAYMENT_NAME = re.compile("(?:补贴|补助|奖补|奖励|资助|津贴|减免)(?:标准|资金|金额|金|费)?$")
_GIVEN_BY_STANDARD = re.compile(r"[ 的]{0,2}标准(?:给予|发放|予以|享受)")
_BY_STANDARD = re.compile(r"[ 的]{0,2}(?:标准|额度|比例)[,]?(?:给予|发放|予以|享受|进行|支付)?")
_PAID_AS = re.compile(
    r"[ 的]{0,2}(?:比例|标准|额度)?(?:给予|提供|发放|收取|拨付|予以)(?!最高|不超过|\d|每|一次性\d|提前)"
)
_PER = re.compile(
    r"每个?(?![年月季日天周个]|[百千万](?:常住|户籍|老年)?人)(?P<unit>[^,。;、:\d每给最不]{1,10}?)(?:给予|补助|奖励|补贴|收费|最高|不超过|都有|均有|至少|安排)*(?:建成|建设|培育|新建|配备|发放)?$"
)
