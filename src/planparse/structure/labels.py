"""Outline labels: 一、（一） 1. 第一条 … as candidates at the start of a paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

import regex

from planparse.numerals import parse_int
from planparse.rulepack import Matcher, RulePack

_INNER = regex.compile(r"[^\d一二三四五六七八九十百零〇○.⑴-⒇①-⑳]+")


class Label(NamedTuple):
    """A label at `[start, end)` of a text: its numbering style, the style's rank, its ordinal."""

    style: str
    rank: int
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelReader:
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

    def read(self, text: str, start: int, end: int) -> Label | None:
        """The label at `start`, None where the text begins with none."""
        match = self.pattern.match(text, start, end)
        if match is None:
            return None
        style = match.lastgroup or ""
        known = self.classify(style, match[0])
        return None if known is None else Label(style, *known, start, match.end())


def _classify(ranks: dict[str, int], style: str, label: str) -> tuple[int, int] | None:
    number = _ordinal(label)
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
