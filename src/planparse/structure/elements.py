"""The parts of a notice (GB/T 9704-2012): which line is which part, and the values of the elements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import regex

from planparse.findings.model import Findings
from planparse.numerals import parse_int
from planparse.rulepack import Matcher, RulePack
from planparse.spans import Spans, covered
from planparse.structure.labels import LabelReader
from planparse.structure.lines import Line, LineKind, Page

# How far from its ends a notice keeps its head and its imprint, in lines of text.
_HEAD_LINES = 80
_TAIL_LINES = 30
# A title longer than this is a paragraph.
_TITLE_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Value:
    """One element as written (white space removed) and where it stands."""

    text: str
    spans: Spans


@dataclass(slots=True)
class Elements:
    """What the lines of a page are (`parts[i]` for `page.lines[i]`), and the values read from them.

    Lines of the plan itself have the part `body`; `values` maps an element's name to its
    values in the order of the text; dates are in `dates`.
    """

    parts: list[str]
    values: dict[str, list[Value]] = field(default_factory=dict)
    dates: dict[str, dt.date] = field(default_factory=dict)
    wrapped: bool = False
    number: tuple[str, int, int] | None = None  # agency, year and serial of the document number

    def add(self, name: str, value: Value) -> None:
        self.values.setdefault(name, []).append(value)

    def first(self, name: str) -> Value | None:
        found = self.values.get(name)
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class _Notice:
    page: Page
    rules: RulePack
    labels: LabelReader
    elements: Elements
    text_lines: list[int]  # indexes of lines that hold text

    def text(self, index: int) -> str:
        return self.page.text(self.page.lines[index])

    def value(self, index: int, start: int = 0, end: int | None = None) -> Value:
        """The value at `[start, end)` of a line's text, outer blanks left out."""
        line = self.page.lines[index]
        text = self.text(index)[start:end]
        low = line.start + start + len(text) - len(text.lstrip())
        spans = self.page.solid(low, low + len(text.strip()))
        return Value(covered(self.page.source, spans), spans)

    def is_free(self, index: int) -> bool:
        return self.elements.parts[index] == "body"

    def mark(self, index: int, part: str) -> None:
        self.elements.parts[index] = part

    def starts_with_label(self, index: int) -> bool:
        line = self.page.lines[index]
        return self.labels.read(self.page.folded, line.start, line.end) is not None


def read_elements(
    page: Page, rules: RulePack, labels: LabelReader, findings: Findings
) -> tuple[Page, Elements]:
    """Say of every line what part of the notice it is. Lines glued together are split first."""
    page = _split_seams(page, rules, labels)
    parts = ["body" if line.kind is LineKind.TEXT else line.kind.name.lower() for line in page.lines]
    text_lines = [i for i, line in enumerate(page.lines) if line.kind is LineKind.TEXT]
    notice = _Notice(page, rules, labels, Elements(parts), text_lines)
    head = list(_head(notice))
    _read_head_lines(notice, head)
    _read_tail(notice, head)
    _read_title(notice, head)
    _read_wrapper(notice, head)
    _read_ending(notice, head)
    _fill_from_metadata(notice)
    return page, notice.elements


def _split_seams(page: Page, rules: RulePack, labels: LabelReader) -> Page:
    """Lines that crawlers glued together: addressees with the first paragraph, the last
    paragraph with signature and date."""
    lines = list(page.lines)
    texts = [i for i, line in enumerate(lines) if line.kind is LineKind.TEXT]
    addressees, tail = rules.pattern("notice.addressees"), rules.pattern("notice.inline-tail")
    seams: dict[int, int] = {}
    for index in texts[:_HEAD_LINES]:
        line = lines[index]
        if labels.read(page.folded, line.start, line.end):
            break
        match = addressees.match(page.folded, line.start, line.end)
        if match and match.end() < line.end:
            seams[index] = match.end()
            break
    for index in texts[-3:]:
        line = lines[index]
        match = tail.search(page.folded, max(line.start, line.end - 120), line.end)
        if match:
            seams.setdefault(index, match.start("signature"))
    for index in sorted(seams, reverse=True):
        lines[index : index + 1] = _split(page, lines[index], seams[index])
    return replace(page, lines=tuple(lines)) if seams else page


def _split(page: Page, line: Line, seam: int) -> list[Line]:
    first, second = page.folded[line.start : seam], page.folded[seam : line.end]
    return [
        Line(line.start, line.start + len(first.rstrip()), LineKind.TEXT),
        Line(seam + len(second) - len(second.lstrip()), line.end, LineKind.TEXT),
    ]


def _head(notice: _Notice) -> Iterator[int]:
    """The lines before the first outline label."""
    for index in notice.text_lines[:_HEAD_LINES]:
        if notice.starts_with_label(index):
            return
        yield index


def _read_head_lines(notice: _Notice, head: list[int]) -> None:
    rules = notice.rules
    number = rules.pattern("notice.document-number-line")
    for index in head:
        text = notice.text(index)
        if _read_metadata(notice, index, text):
            continue
        if notice.elements.first("document_number") is None and (match := number.match(text)):
            if match.end() == len(text):
                _add_number(notice, index, match)
                continue
            if text[match.end() : match.end() + 1] in "-—_ ":
                # a crawler's heading: number, dash, title on one line
                _add_number(notice, index, match)
                notice.mark(index, "title")
                notice.elements.add("title", notice.value(index, match.end() + 1))
                continue
        if rules.pattern("notice.security").fullmatch(text):
            _take(notice, index, "security")
        elif rules.pattern("notice.urgency").fullmatch(text):
            _take(notice, index, "urgency")
        elif text.endswith("文件") and len(text) <= 42 and "关于" not in text:
            _take(notice, index, "mark")
        elif rules.pattern("notice.addressees").fullmatch(text):
            notice.mark(index, "addressees")
            for value in _bodies(notice, index, 0, len(text.rstrip(" :"))):
                notice.elements.add("addressees", value)
            return


def _take(notice: _Notice, index: int, name: str) -> None:
    notice.mark(index, name)
    if notice.elements.first(name) is None:
        notice.elements.add(name, notice.value(index))


def _add_number(notice: _Notice, index: int, match: regex.Match[str]) -> None:
    notice.mark(index, "document_number")
    notice.elements.add("document_number", notice.value(index, *match.span("number")))
    agency = "".join(match["agency"].split())
    notice.elements.number = (agency, int(match["year"]), int(match["serial"]))
    if match["mark"]:
        notice.elements.add("mark", notice.value(index, *match.span("mark")))
    if match["signer"]:
        notice.elements.add("signer", notice.value(index, *match.span("signer")))


_KEY = regex.compile(r"[ ]{0,8}(\p{Han}(?:[ ]{0,4}\p{Han}){1,9})[ ]{0,4}(?::|$)")


def _read_metadata(notice: _Notice, index: int, text: str) -> bool:
    """A line of a website's table of keys and values (索引号：… 发文字号：…)."""
    match = _KEY.match(text)
    if match is None:
        return False
    keys = notice.rules.words("notice.metadata")
    meaning = keys.get("".join(match[1].split()))
    if meaning is None or (":" not in match[0] and meaning != "other"):
        return False
    notice.mark(index, "metadata")
    while match is not None and meaning is not None:
        following = regex.search(r"[ ]{2,}(?=\p{Han}(?:[ ]{0,4}\p{Han}){1,9}[ ]{0,4}:)", text, pos=match.end())
        end = following.start() if following else len(text)
        value = notice.value(index, match.end(), end)
        if meaning != "other" and value.text:
            notice.elements.add(f"metadata.{meaning}", value)
        match = _KEY.match(text, pos=following.end()) if following else None
        meaning = keys.get("".join(match[1].split())) if match else None
    return True


def _bodies(notice: _Notice, index: int, start: int, end: int) -> Iterable[Value]:
    """Bodies of a line, split at top-level commas, at 、 where no comma parts them."""
    text = notice.text(index)
    separators = [i for i in _top_level(text, start, end) if text[i] in ",;"]
    if not separators:
        separators = [i for i in _top_level(text, start, end) if text[i] == "、"]
    edges = [start - 1, *separators, end]
    for low, high in zip(edges, edges[1:], strict=False):
        value = notice.value(index, low + 1, high)
        if value.text:
            yield value


def _top_level(text: str, start: int, end: int) -> Iterator[int]:
    depth = 0
    for i in range(start, end):
        if text[i] in "([〔〈":
            depth += 1
        elif text[i] in ")]〕〉":
            depth = max(depth - 1, 0)
        elif depth == 0 and text[i] in ",;、":
            yield i


def _read_title(notice: _Notice, head: list[int]) -> None:
    """The title of the notice: the lines above the addressees, else above the first paragraph."""
    if notice.elements.first("title"):
        return
    candidates: list[int] = []
    for index in head:
        part = notice.elements.parts[index]
        if part in ("addressees", "date", "signature"):
            break
        if part != "body":
            continue
        text = notice.text(index)
        if len(text) > _TITLE_WIDTH or text[-1] in "。;:!?":
            break
        candidates.append(index)
    block = _title_block(notice, candidates)
    for index in candidates:
        notice.mark(index, "title" if index in block else "mark")
    if block:
        values = [notice.value(index) for index in block]
        spans = tuple(span for value in values for span in value.spans)
        notice.elements.add("title", Value("".join(value.text for value in values), spans))


def _title_block(notice: _Notice, candidates: list[int]) -> list[int]:
    """The last complete title among the lines: websites and letterheads repeat it above."""
    block: list[int] = []
    for index in reversed(candidates):
        text = "".join(notice.text(index).split())
        joined = "".join("".join(notice.text(i).split()) for i in block)
        complete = len(joined) >= 8 and ("关于" in joined or "印发" in joined) and not joined.startswith("的")
        if block and complete and (_is_titled(notice.rules, text) or not _continues_title(text, joined)):
            break
        block.insert(0, index)
    return block


def _is_titled(rules: RulePack, text: str) -> bool:
    return text.endswith(("通知", "函")) or title_kind(text, rules) is not None


def _continues_title(text: str, below: str) -> bool:
    """Whether a line above `below` belongs to the same title: the issuer, or its beginning."""
    return not below.startswith(text) and ("关于" in text or below.startswith(("关于", "印发", "转发", "批转")))


def title_kind(title: str, rules: RulePack) -> str | None:
    """What the last noun of a title says the document is: plan, regulation, other, or nothing."""
    for row in rules.derive(_kind_patterns):
        if row[1].search(title):
            return row[0]
    return None


def _kind_patterns(rules: RulePack) -> list[tuple[str, Matcher]]:
    return [(str(row["kind"]), rules.compile("notice.kinds", row["pattern"])) for row in rules.table("notice.kinds")]


def _read_wrapper(notice: _Notice, head: list[int]) -> None:
    """A notice that carries a plan: its own body, signature and date come before the plan's title."""
    free = [i for i in head if notice.is_free(i)]
    dated = _dated_line(notice, free)
    if dated is not None:
        _read_signature(notice, free, dated)
        _read_annotation(notice, head, dated)
        for index in free:
            if index < dated and notice.is_free(index):
                notice.mark(index, "notice")
        notice.elements.wrapped = True
    elif any("印发" in notice.text(i) or "转发" in notice.text(i) for i in free):
        issuing = next(i for i in free if "印发" in notice.text(i) or "转发" in notice.text(i))
        later = [i for i in free if i > issuing and _looks_like_title(notice, i)]
        if not later:
            return
        for index in free:
            if index < later[0]:
                notice.mark(index, "notice")
        notice.elements.wrapped = True
    if notice.elements.wrapped:
        _read_plan_title(notice, [i for i in free if notice.is_free(i)])


def _dated_line(notice: _Notice, lines: list[int]) -> int | None:
    pattern = notice.rules.pattern("notice.date-line")
    return next((i for i in lines if pattern.fullmatch(notice.text(i))), None)


def _looks_like_title(notice: _Notice, index: int) -> bool:
    text = "".join(notice.text(index).split())
    return len(text) <= _TITLE_WIDTH and text[-1] not in "。;:,、" and title_kind(text, notice.rules) is not None


def _read_plan_title(notice: _Notice, lines: list[int]) -> None:
    block: list[int] = []
    for index in lines:
        text = notice.text(index)
        if len(text) > _TITLE_WIDTH or text[-1] in "。;:!?":
            break
        block.append(index)
        if _is_titled(notice.rules, "".join("".join(notice.text(i).split()) for i in block)):
            following = [i for i in lines if i > index][:1]
            if not (following and notice.text(following[0]).strip().startswith("(")):
                break
    for index in block:
        notice.mark(index, "plan_title")
    if block:
        values = [notice.value(index) for index in block]
        spans = tuple(span for value in values for span in value.spans)
        notice.elements.add("plan_title", Value("".join(value.text for value in values), spans))


def _read_signature(notice: _Notice, lines: list[int], dated: int) -> None:
    """Date line and, on it or above it, the bodies that sign."""
    match = notice.rules.pattern("notice.date-line").fullmatch(notice.text(dated))
    if match is None:
        return
    date = read_date(match)
    notice.mark(dated, "date")
    if date is not None:
        notice.elements.dates["date"] = date
        notice.elements.add("date", notice.value(dated, match.start("year"), match.end("day") + 1))
    if match["annotation"]:
        low, high = match.span("annotation")
        notice.elements.add("annotation", notice.value(dated, low + 1, high - 1))
    if match["signature"] and match["signature"].strip():
        _add_issuers(notice, dated, *match.span("signature"))
        return
    signing: list[int] = []
    for index in reversed([i for i in lines if i < dated]):
        text = notice.text(index)
        if len(text) > 60 or text[-1] in "。;:,、!?”)":
            break
        signing.insert(0, index)
    for index in signing:
        notice.mark(index, "signature")
        _add_issuers(notice, index, 0, len(notice.text(index)))


def _add_issuers(notice: _Notice, index: int, start: int, end: int) -> None:
    text = notice.text(index)[start:end]
    names = list(regex.finditer(r"[^ ]+(?:[ ](?=[^ ]{1,2}(?:[ ]|$))[^ ]+)*", text))
    if max((len(name[0]) for name in names), default=0) <= 2:
        # letters spread over the line: 科 技 部
        notice.elements.add("issuers", notice.value(index, start, end))
        return
    for name in names:
        notice.elements.add("issuers", notice.value(index, start + name.start(), start + name.end()))


def _read_annotation(notice: _Notice, lines: list[int], dated: int) -> None:
    pattern = notice.rules.pattern("notice.annotation")
    for index in [i for i in lines if i > dated][:2]:
        match = pattern.fullmatch(notice.text(index))
        if match:
            notice.mark(index, "annotation")
            notice.elements.add("annotation", notice.value(index, *match.span("text")))
            return


def _read_tail(notice: _Notice, head: list[int]) -> None:
    """The imprint: copied to, printed by and on, number of copies; what follows it is residue."""
    rules = notice.rules
    last_label = max((i for i in notice.text_lines if notice.starts_with_label(i)), default=-1)
    tail = [i for i in notice.text_lines if i > max(last_label, max(head, default=-1))]
    printed, copied, copies = (
        rules.pattern(f"notice.{name}") for name in ("printed", "copied-to", "copies")
    )
    end: int | None = None
    for place, index in enumerate(tail):
        text = notice.text(index)
        if match := copied.fullmatch(text):
            end = index
            _read_copied_to(notice, tail, place, match.start("bodies"))
        elif match := printed.fullmatch(text):
            end = index
            _read_printed(notice, tail, place, match)
        elif match := copies.fullmatch(text):
            end = index
            notice.mark(index, "copies")
            notice.elements.add("copies", notice.value(index, *match.span("count")))
        elif notice.elements.parts[index] == "copied_to":
            end = index
    if end is not None:
        for index in tail:
            if index > end and notice.is_free(index):
                notice.mark(index, "after-imprint")


def _read_copied_to(notice: _Notice, tail: list[int], place: int, start: int) -> None:
    """抄送：… up to its full stop; a page break may part it over lines."""
    for index in tail[place:]:
        text = notice.text(index)
        if index != tail[place] and notice.rules.pattern("notice.printed").fullmatch(text):
            break
        if index != tail[place] and (text[-1] not in "。,、" or len(text) > 400):
            break
        notice.mark(index, "copied_to")
        first = start if index == tail[place] else 0
        sentences = [i for i, character in enumerate(text) if character == "。" and i >= first]
        edges = [first, *(i + 1 for i in sentences)]
        for low, high in zip(edges, [*sentences, len(text)], strict=False):
            for value in _bodies(notice, index, low, high):
                notice.elements.add("copied_to", value)


def _read_printed(notice: _Notice, tail: list[int], place: int, match: regex.Match[str]) -> None:
    index = tail[place]
    notice.mark(index, "printed")
    date = read_date(match)
    if date is not None:
        notice.elements.dates["printed_on"] = date
        notice.elements.add("printed_on", notice.value(index, match.start("year"), match.end("day") + 1))
    if match["body"]:
        notice.elements.add("printed_by", notice.value(index, *match.span("body")))
        above = tail[:place]
    else:
        above = tail[: max(place - 1, 0)]
        if place and len(notice.text(tail[place - 1])) <= 40 and notice.is_free(tail[place - 1]):
            notice.mark(tail[place - 1], "printed")
            notice.elements.add("printed_by", notice.value(tail[place - 1]))
    _mark_cut_copied_to(notice, above)


_LIST_OF_BODIES = regex.compile(r"[^。:;]{0,200}[院委会局办府位团社部处],[^。:;]{0,200}。")


def _mark_cut_copied_to(notice: _Notice, above: list[int]) -> None:
    """The end of a 抄送 line whose beginning a conversion lost stands right above the imprint."""
    if above and notice.is_free(above[-1]) and notice.elements.first("copied_to") is None:
        text = notice.text(above[-1])
        if len(text) <= 60 and _LIST_OF_BODIES.fullmatch(text):
            notice.mark(above[-1], "copied_to")


def _read_ending(notice: _Notice, head: list[int]) -> None:
    """Signature, date and annotation at the end of a notice that is itself the plan."""
    if "date" in notice.elements.dates:
        return
    free = [i for i in notice.text_lines if notice.is_free(i) and i not in set(head)][-_TAIL_LINES:]
    pattern = notice.rules.pattern("notice.date-line")
    dated = next((i for i in reversed(free) if pattern.fullmatch(notice.text(i))), None)
    if dated is not None:
        _read_signature(notice, [i for i in free if not notice.starts_with_label(i)], dated)
        _read_annotation(notice, notice.text_lines, dated)


def _fill_from_metadata(notice: _Notice) -> None:
    """What the notice itself lacks, from the website's table."""
    elements = notice.elements
    for name in ("document_number", "title"):
        value = elements.first(f"metadata.{name}")
        if elements.first(name) is None and value is not None:
            elements.add(name, value)
    value = elements.first("metadata.date")
    if "date" not in elements.dates and value is not None:
        match = notice.rules.pattern("notice.date-line").fullmatch(value.text)
        date = read_date(match) if match else None
        if date is not None:
            elements.dates["date"] = date
            elements.add("date", value)
    value = elements.first("metadata.issuers")
    if elements.first("issuers") is None and value is not None:
        elements.add("issuers", value)


def read_date(match: regex.Match[str]) -> dt.date | None:
    """The date of a match with groups year, month and day; None where there is no such day."""
    year = match["year"]
    if not year.isdigit():
        year = year.translate(str.maketrans("〇○零OО一二三四五六七八九", "00000123456789"))
    month, day = parse_int(match["month"]), parse_int(match["day"])
    if month is None or day is None or not year.isdigit():
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
