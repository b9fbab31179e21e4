"""Numbers that are part of a name, and times that tell what a number is compared with or what was."""

from __future__ import annotations

from planparse.facts.bounds import NEAR_VERB
from planparse.facts.nouns import NEAR, REACH
from planparse.facts.numbers import Number
from planparse.facts.payments import Payments
from planparse.spans import Span

_LONGEST_LINE = 1000
_SCALES = "百千万亿"


class Names(Payments):
    """Tells names and background from what is promised."""

    __slots__ = ()

    def is_name(self, text: str, number: Number) -> bool:
        """Part of a name: “8+6”, 5G, 第3, No.9."""
        following = text[number.end : number.end + 1]
        if following.isascii() and following.isalpha():
            return True  # 5G
        names = self.words.unit_names
        scaled = number.unit or text[number.end - 1] in _SCALES
        if scaled and following in names.beginnings and names.at(text, number.end, number.end + NEAR):
            return True  # 10万吨级
        kind = self.words.class_of(number.unit)
        if kind == "name" or (kind == "rating" and not self.ends_clause(text, number.end)):
            return True  # 220千伏变电站; 新增变电容量80万千伏安 is a count
        if self.words.reaches.match(text, number.end) is not None:
            return True  # 500米覆盖率, 30分钟通勤圈
        before = text[number.digits - 1 : number.digits]
        if before in ("第", "+", "每", "/"):
            return True  # 每300人配备1名, 4批次/千人: the case, not a count
        included = self.words.included
        if text.startswith(")", number.end) and included.before(text, 0, number.start):
            return True  # 100亩至500亩(含500亩): the bound once more
        numbered = self.words.numbered
        if before in numbered.endings and numbered.before(text, max(0, number.digits - 4), number.digits):
            return True  # 专栏2
        if self._in_plain_quotes(text, number):
            return True
        opened = text.rfind("“", max(0, number.digits - NEAR), number.digits)
        if opened < 0 or "”" in text[opened : number.digits]:
            return False
        closed = text.find("”", number.end, number.end + NEAR)
        return closed >= 0 and "," not in text[opened:closed]  # “驿站达到5座，骨干达到30名” are promises

    def _in_plain_quotes(self, text: str, number: Number) -> bool:
        """Whether a number stands in "marks" that do not say which of them opens."""
        opened = text.rfind('"', max(0, number.digits - NEAR), number.digits)
        if opened < 0 or '"' not in text[number.end : number.end + NEAR]:
            return False
        line = text.rfind("\n", max(0, opened - _LONGEST_LINE), opened) + 1
        return line > 0 and text.count('"', line, opened) % 2 == 0

    def is_compared(self, text: str, time: Span) -> bool:
        """Whether a time is what something is compared with."""
        near = self.words.comparing.search(text, max(0, time[0] - 2), time[0]) is not None
        if near and text[time[0] - 1] != ",":
            return True  # 与2021年相比，2025年…: the second time is none
        return bool(self.words.based_on.at(text, time[1], time[1] + NEAR_VERB))

    def looks_back(self, text: str, low: int, place: int) -> int:
        """Where the sentence of a place begins to tell what was (近年来, 上年), or -1."""
        begin = max(text.rfind(mark, low, place) for mark in "。\n") + 1 or low
        match = self.words.looking_back.match(text, begin, min(place, begin + REACH))
        return int(match.start()) if match else -1

    def is_as_of(self, text: str, place: int) -> bool:
        """Whether a time says up to when something is counted (截至)."""
        return bool(self.words.as_of.before(text, max(0, place - NEAR_VERB), place))

    def ends_clause(self, text: str, place: int) -> bool:
        return text[place : place + 1] in ("", *",。;、)\n")
