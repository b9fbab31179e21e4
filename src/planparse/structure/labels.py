"""Outline labels: 一、（一） 1. 第一条 … as candidates at the start of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from planparse.numerals import parse_int
from planparse.rulepack import Matcher, RulePack

#: The style of a box (专栏) in the text: not an item, but what numbers its points anew.
BOX = "box"
_INNER = re.compile(r"[^\d一二三四五六七八九十百零〇○.⑴-⒇①-⑳]+")


class Label(NamedTuple):
    """A label at `[start, end)` of a text: its numbering style, the style's rank, its ordinal."""

    style: str
    rank: int
    number: int
    start: int
    end: int


class LabelReader(NamedTuple):
    """Reads the label that a paragraph begins with; styles and their order come from the rules."""

    pattern: Matcher
    # Rank and ordinal of a style's label; a notice repeats few labels many times.
    classify: Callable[[str, str], tuple[int, int] | None]

    @classmethod
    def build(cls, rules: RulePack) -> LabelReader:
        rows = rules.table("outline.styles")
        union = "|".join(f"(?P<{row['name']}>{row['pattern']})" for row in rows)
        ranks = {row["name"]: int(row["rank"]) for row in rows}
        return cls(
            rules.compile("outline.styles", f"(?:{union})[ ]*+"),
            lru_cache(maxsize=1024)(partial(_classify, ranks)),
        )

    def search(self, text: str, start: int, end: int) -> Iterator[Label]:
        """What reads like a label anywhere in `text[start:end]`, in order."""
        for match in self.pattern.finditer(text, start, end):
            style = match.lastgroup or ""
            known = self.classify(style, match[0])
            if known is not None:
                yield Label(style, *known, match.start(), match.end())

    def read(self, text: str, start: int, end: int) -> Label | None:
        """The label at `start`, None where the text begins with none."""
        match = self.pattern.match(text, start, end)
        if match is None:
            return None
        style = match.lastgroup or ""
        known = self.classify(style, match[0])
        return None if known is None else Label(style, *known, start, match.end())


def _classify(ranks: dict[str, int], style: str, label: str) -> tuple[int, int] | None:
    number = _ordinal(label) or (1 if style == BOX else None)  # the only box of a plan has no number
    if number is None:
        return None
    return ranks[style] + (label.count(".") if style == "decimal" else 0), number


def _ordinal(label: str) -> int | None:
    digits = _INNER.sub("", label).strip(".")
    if not digits:
        return None
    first = digits[0]
    if "①" <= first <= "⑳":
        return ord(first) - ord("①") + 1
    if "⑴" <= first <= "⒇":
        return ord(first) - ord("⑴") + 1
    return parse_int(digits.rpartition(".")[2])
