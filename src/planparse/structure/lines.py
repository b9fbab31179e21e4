"""The source as typed lines: nothing lost, layout and conversion residue told apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from planparse.findings.model import Findings
from planparse.intake.source import SourceText
from planparse.rulepack import Matcher, RulePack
from planparse.spans import Span, Spans
from planparse.structure.labels import Label, LabelReader

# Longer lines are never page numbers, links or image names.
_NOISE_WIDTH = 400
# Paragraphs of notices stay far below this; a line beyond it lost its breaks if outline labels
# follow sentences in it.
_LONG_LINE = 1500
_LOST_BREAKS = 3

# Full-width forms, blanks and look-alikes that rules read as their plain twins, one to one.
_FOLD = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
_FOLD |= dict.fromkeys("\u3000\u00a0\t\u2002\u2003\u2009\u202f", " ")
_FOLD |= {"∶": ":", "﹕": ":", "﹔": ";", "﹐": ",", "﹙": "(", "﹚": ")", "︵": "(", "︶": ")"}
_FOLD |= {"﹝": "〔", "﹞": "〕", "〖": "【", "〗": "】", "︹": "〔", "︺": "〕"}
_FOLD |= {"∼": "~", "﹒": ".", "﹑": "、", "「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”"}
# Zero-width characters and byte-order marks inside the text: to rules, blanks that are noise.
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"
_FOLD |= dict.fromkeys(_ZERO_WIDTH, " ")
#: Stands in the folded text where lines are joined: white, and no blank that parts words.
JOINT = "\u2009"
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLD))}]")
# A point that ends a sentence: behind a word, a bracket or a share, before a blank or a word; behind a
# Chinese numeral it belongs to a label (一.). So many, so many to each full stop, are a habit of the copy.
_POINT = r"(?m)(?<=[^\W\d_A-Za-z]|[)”%])(?<![一二三四五六七八九十])\.(?=[\s(“]|[^\W\d_A-Za-z]|$)"
_FEWEST_POINTS = 5
_POINTS_TO_STOP = 4
# A dash read for 一 in the label that a line begins with: —、 (—).
_DASHED = re.compile(r"^[ ]*(?:[—–―ー-](?=、)|\([—–―ー-](?=\)))", re.MULTILINE)
_INLINE = re.compile(r"[\[*<#>&\\•+-]")
_INVISIBLE = re.compile(f"[{_ZERO_WIDTH}]+")
# Breaks as programs write them in a string: a notice of one line has them throughout.
_WRITTEN_BREAK = r"(?:\\[nrt])+"
_WRITTEN_BREAKS = 3
# What breaks a line where a converter wrote HTML into a text.
_BREAK_TAG = "<(?:br|BR)[ ]?/?>"


class LineKind(Enum):
    BLANK = auto()
    LAYOUT = auto()  # page numbers, ruled lines, a website's links
    RESIDUE = auto()  # what a converter wrote: names of images
    MOJIBAKE = auto()
    TEXT = auto()


class Line(NamedTuple):
    """One line without its break and outer blanks: `folded[start:end]` is what rules read.

    With a `lead` it is a cell of a table and begins a paragraph; one that is not empty reads as if it stood
    before the line, with a colon: the head of the cell's column.
    """

    start: int
    end: int
    kind: LineKind
    label: Label | None = None  # the outline label it begins with
    lead: str | None = None


class Page(NamedTuple):
    """A source with its folded twin (same length), its lines, and noise inside lines (`cuts`); whether any
    of it is characters that nobody sees."""

    source: str
    folded: str
    lines: tuple[Line, ...]
    cuts: Spans
    has_unseen: bool = False

    def text(self, line: Line) -> str:
        return self.folded[line.start : line.end]

    def hides(self, line: Line) -> bool:
        """Whether a line holds characters that nobody sees."""
        return self.has_unseen and (
            self.folded.find(JOINT, line.start, line.end) >= 0
            or _INVISIBLE.search(self.source, line.start, line.end) is not None
        )

    def seen(self, line: Line) -> list[int]:
        """The places of the characters of a line that are seen."""
        places = range(line.start, line.end)
        return [i for i in places if self.folded[i] != JOINT and self.source[i] not in _ZERO_WIDTH]

    def text_lines(self) -> list[int]:
        """The indexes of the lines that hold text."""
        text = LineKind.TEXT
        return [index for index, line in enumerate(self.lines) if line.kind is text]

    def solid(self, start: int, end: int) -> Spans:
        """`[start, end)` without the cuts in it."""
        first = bisect_right(self.cuts, (start, start)) if self.cuts else 0
        if first and self.cuts[first - 1][1] > start:
            first -= 1
        if first == len(self.cuts) or self.cuts[first][0] >= end:
            return ((start, end),) if start < end else ()
        return self._without_cuts(start, end, first)

    def _without_cuts(self, start: int, end: int, first: int) -> Spans:
        spans: list[Span] = []
        for place in range(first, len(self.cuts)):
            low, high = self.cuts[place]
            if low >= end:
                break
            if low > start:
                spans.append((start, low))
            start = high
        if start < end:
            spans.append((start, end))
        return tuple(spans)


def fold(text: str) -> str:
    """The text with widths folded one to one, so that offsets stay those of the source."""
    for character in set(_FOLDED.findall(text)):
        text = text.replace(character, _FOLD[character])
    return text


def _with_breaks(folded: str) -> str:
    """Breaks that are written as something else, each as wide as what stands for it."""
    if folded.count("\\n") >= _WRITTEN_BREAKS:
        folded = re.sub(_WRITTEN_BREAK, _as_break, folded)
    return re.sub(_BREAK_TAG, _as_break, folded) if "<" in folded else folded


def _as_break(written: re.Match[str]) -> str:
    mark = " " if written[0].startswith("\\") and "\\n" not in written[0] else "\n"  # \t is a blank
    return mark.rjust(len(written[0]))


def _as_one(dash: re.Match[str]) -> str:
    return dash[0][:-1] + "一"


def read_lines(source: SourceText, rules: RulePack, findings: Findings) -> Page:
    """Split and type the lines of a source. Linear; every character stays in the page."""
    folded = _with_full_stops(_DASHED.sub(_as_one, _with_breaks(fold(source.text))))
    cuts, residue = _inline_noise(folded, rules)
    if cuts:
        folded = blanked(folded, cuts)
    invisible = any(character in source.text for character in _ZERO_WIDTH)
    if invisible:
        cuts = tuple(_with_invisible(source.text, cuts))
    lines = _lines(folded, source.mojibake, rules)
    converted = LineKind.RESIDUE
    residue += [(line.start, line.end) for line in lines if line.kind is converted]
    if residue:
        findings.add("PP104", (min(residue),), count=len(residue))
    _report_long_lines(folded, lines, rules.derive(LabelReader.build), findings)
    return Page(source.text, folded, lines, cuts, invisible)


def _with_full_stops(folded: str) -> str:
    """A copy in half-width signs ends its sentences with points: read as full stops, one to one."""
    stops = folded.count("。") * _POINTS_TO_STOP
    if stops > folded.count("."):
        return folded  # and the points need not be told apart
    points = len(re.findall(_POINT, folded))
    return re.sub(_POINT, "。", folded) if points >= max(_FEWEST_POINTS, stops) else folded


def _inline_noise(folded: str, rules: RulePack) -> tuple[Spans, list[Span]]:
    """Noise inside lines, and the part of it that a converter left (not the marks of Markdown)."""
    cuts: list[Span] = []
    residue: list[Span] = []
    pattern = rules.pattern("noise.inline")
    end = 0
    while mark := _INLINE.search(folded, end):
        # One line at a time: most lines hold none of the marks, and looking for them is cheap.
        start = max(folded.rfind("\n", end, mark.start()) + 1, end)
        end = folded.find("\n", mark.start())
        end = len(folded) if end < 0 else end
        for match in pattern.finditer(folded, start, end):
            if match.end() > match.start():
                cuts.append(match.span())
                if match.lastgroup == "residue":
                    residue.append(match.span())
    return tuple(cuts), residue


def _with_invisible(text: str, cuts: Spans) -> Iterator[Span]:
    """The cuts and the zero-width characters outside them, in order."""
    place = 0
    for cut in (*cuts, (len(text), len(text))):
        yield from (match.span() for match in _INVISIBLE.finditer(text, place, cut[0]))
        place = cut[1]
        if cut[0] < cut[1]:
            yield cut


def blanked(text: str, cuts: Spans, blank: str = " ") -> str:
    """The text with blanks for what the cuts take out."""
    pieces, last = [], 0
    for start, end in cuts:
        pieces.append(text[last:start])
        pieces.append(blank * (end - start))
        last = end
    pieces.append(text[last:])
    return "".join(pieces)


def _lines(folded: str, mojibake: Spans, rules: RulePack) -> tuple[Line, ...]:
    labels = rules.derive(LabelReader.build)
    noise = rules.derive(_noise_patterns)
    broken = _Runs(mojibake)
    blank, text = LineKind.BLANK, LineKind.TEXT
    lines: list[Line] = []
    offset = 0
    for raw in folded.splitlines(keepends=True):
        bare = raw.strip()
        if bare.endswith("|"):
            bare = bare.rstrip(" |")  # the frame of a table
        begin = offset
        if bare and raw[0] != bare[0]:
            begin += len(raw) - len(raw.lstrip())
        offset += len(raw)
        end = begin + len(bare)
        if not bare:
            lines.append(Line(begin, end, blank))
        elif label := labels.read(folded, begin, end):
            lines.append(Line(begin, end, text, label))
        else:
            lines.append(Line(begin, end, _kind(bare, begin, end, broken, noise)))
    return tuple(lines)


def _kind(
    bare: str, begin: int, end: int, broken: _Runs, noise: Iterable[tuple[LineKind, Matcher]]
) -> LineKind:
    if broken.share(begin, end) * 2 >= len(bare):
        return LineKind.MOJIBAKE
    if len(bare) <= _NOISE_WIDTH:
        for kind, pattern in noise:
            if pattern.fullmatch(bare):
                return kind
    return LineKind.TEXT


def _noise_patterns(rules: RulePack) -> tuple[tuple[LineKind, Matcher], ...]:
    return (
        (LineKind.LAYOUT, rules.pattern("noise.line")),
        (LineKind.LAYOUT, rules.pattern("noise.trailer")),
        (LineKind.LAYOUT, rules.pattern("noise.navigation")),
        (LineKind.RESIDUE, rules.pattern("noise.residue")),
    )


class _Runs:
    """Runs of mojibake, asked for line after line."""

    __slots__ = ("_next", "_runs")

    def __init__(self, runs: Spans) -> None:
        self._runs = runs
        self._next = 0

    def share(self, start: int, end: int) -> int:
        """How many characters of `[start, end)` lie in runs; `start` never goes back."""
        runs = self._runs
        while self._next < len(runs) and runs[self._next][1] <= start:
            self._next += 1
        covered, place = 0, self._next
        while place < len(runs) and runs[place][0] < end:
            covered += min(runs[place][1], end) - max(runs[place][0], start)
            place += 1
        return covered


def _report_long_lines(folded: str, lines: tuple[Line, ...], labels: LabelReader, findings: Findings) -> None:
    for line in lines:
        if line.end - line.start <= _LONG_LINE:
            continue
        inside = 0
        stop = folded.find("。", line.start, line.end)
        while stop >= 0 and inside < _LOST_BREAKS:
            begin = stop + 1
            while begin < line.end and folded[begin] == " ":
                begin += 1
            inside += labels.read(folded, begin, line.end) is not None
            stop = folded.find("。", begin, line.end)
        if inside >= _LOST_BREAKS:
            findings.add("PP105", ((line.start, min(line.start + 20, line.end)),))
            return
