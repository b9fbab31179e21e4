"""The source as typed lines: nothing lost, layout and conversion residue told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from planparse.findings.model import Findings
from planparse.intake.source import SourceText
from planparse.rulepack import RulePack
from planparse.spans import Span, Spans

# Longer lines are never page numbers or ruled lines.
_NOISE_WIDTH = 400

# Full-width forms, blanks and Kangxi radicals that rules read as their plain twins, one to one:
# 1,000 characters a notice, so only those that occur are replaced.
_FOLD = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
_FOLD |= {"\u3000": " ", "\u00a0": " ", "\t": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " "}
_FOLD |= {"∶": ":", "﹕": ":", "﹔": ";", "﹐": ",", "﹙": "(", "﹚": ")", "︵": "(", "︶": ")"}
# Zero-width characters and byte-order marks inside the text read as blanks.
_FOLD |= dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\x00", " ")


class LineKind(Enum):
    BLANK = auto()
    NOISE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its break and outer blanks: `folded[start:end]` is what rules read."""

    start: int
    end: int
    kind: LineKind


@dataclass(frozen=True, slots=True)
class Page:
    """A source with its folded twin (same length), its lines, and noise inside lines (`cuts`)."""

    source: str
    folded: str
    lines: tuple[Line, ...]
    cuts: Spans

    def text(self, line: Line) -> str:
        return self.folded[line.start : line.end]

    def solid(self, start: int, end: int) -> Spans:
        """`[start, end)` without the cuts in it."""
        spans: list[Span] = []
        for low, high in self.cuts:
            if high <= start or low >= end:
                continue
            if low > start:
                spans.append((start, low))
            start = max(start, high)
        if start < end:
            spans.append((start, end))
        return tuple(spans)


def fold(text: str) -> str:
    """The text with widths folded one to one, so that offsets stay those of the source."""
    for character in set(text) & _FOLD.keys():
        text = text.replace(character, _FOLD[character])
    return text


def read_lines(source: SourceText, rules: RulePack, findings: Findings) -> Page:
    """Split and type the lines of a source. Linear; every character stays in the page."""
    folded = fold(source.text)
    cuts = _inline_noise(folded, rules)
    if cuts:
        folded = _blanked(folded, cuts)
    lines = _lines(folded, source.mojibake, rules)
    residue = tuple((line.start, line.end) for line in lines if line.kind is LineKind.NOISE)
    if residue:
        findings.add("PP104", residue[:1], count=len(residue))
    return Page(source.text, folded, lines, cuts)


def _inline_noise(folded: str, rules: RulePack) -> Spans:
    if not re.search(r"[\[*<#>]", folded):
        return ()
    found = rules.pattern("noise.inline").finditer(folded)
    return tuple(match.span() for match in found if match.end() > match.start())


def _blanked(text: str, cuts: Spans) -> str:
    pieces, last = [], 0
    for start, end in cuts:
        pieces.append(text[last:start])
        pieces.append(" " * (end - start))
        last = end
    pieces.append(text[last:])
    return "".join(pieces)


def _lines(folded: str, mojibake: Spans, rules: RulePack) -> tuple[Line, ...]:
    noise = rules.pattern("noise.line")
    trailer = rules.pattern("noise.trailer")
    broken = iter(mojibake)
    run = next(broken, None)
    lines: list[Line] = []
    offset = 0
    for raw in folded.splitlines(keepends=True):
        bare = raw.strip()
        begin = offset + (len(raw) - len(raw.lstrip())) if bare else offset
        offset += len(raw)
        end = begin + len(bare)
        while run is not None and run[1] <= begin:
            run = next(broken, None)
        if not bare:
            kind = LineKind.BLANK
        elif run is not None and run[0] < end and (run[1] - run[0]) * 2 >= len(bare):
            kind = LineKind.NOISE
        elif len(bare) <= _NOISE_WIDTH and (noise.fullmatch(bare) or trailer.fullmatch(bare)):
            kind = LineKind.NOISE
        else:
            kind = LineKind.TEXT
        lines.append(Line(begin, end, kind))
    return tuple(lines)
