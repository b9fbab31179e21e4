"""Attachments: their list in the notice (附件说明, GB/T 9704-2012, 7.3.4), and what follows the plan."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right

from planparse.rulepack import RulePack
from planparse.spans import Spans
from planparse.structure.lines import Line, LineKind, Page
from planparse.structure.parts import Attachment, Draft, Value

# More lines than a list of attachments has.
_LIST_LINES = 30
_TITLE_WIDTH = 60
# Among how many lines below the list a notice is dated.
_SIGNATURE_LINES = 4


def unlabel_list(page: Page, rules: RulePack) -> tuple[Page, frozenset[int]]:
    """The lines of 附件：1.… 2.… are no outline: their labels are taken off, their places returned."""
    pattern = rules.pattern("notice.attachment-list")
    lines = list(page.lines)
    listed: set[int] = set()
    for index in page.text_lines():
        line = lines[index]
        if line.label is not None or pattern.match(page.folded, line.start, line.end) is None:
            continue
        listed.add(index)
        number, last = 1, index
        for below in range(index + 1, min(index + _LIST_LINES, len(lines))):
            if lines[below].kind is LineKind.BLANK:
                continue
            label = lines[below].label
            if label is None and _is_open(page, lines[last]):
                listed.add(below)
            elif label is None or label.style != "arabic_point" or label.number != number + 1:
                break
            else:
                listed.add(below)
                number += 1
                lines[below] = lines[below]._replace(label=None)
            last = below
    return (page._replace(lines=tuple(lines)) if listed else page), frozenset(listed)


def unlabel_headed_list(page: Page, rules: RulePack) -> tuple[Page, frozenset[int]]:
    """The same where 附件： stands alone above 1.… 2.…: websites break the line behind it.

    Numbered titles with the signature and the date below them are a list; else they are what is attached.
    """
    label = rules.pattern("notice.attachment-label")
    texts = page.text_lines()
    for place, index in enumerate(texts):
        line = page.lines[index]
        if line.label is None and label.fullmatch(page.folded, line.start, line.end):
            first = place + 1
            following = enumerate(texts[first : first + _LIST_LINES], 1)
            items = list(itertools.takewhile(lambda item: _is_item(page, *item), following))
            below = texts[first + len(items) : first + len(items) + _SIGNATURE_LINES]
            if items and _is_signed(page, below, rules):
                return _unlabelled(page, frozenset((index, *(found for _, found in items))))
    return page, frozenset()


def _is_item(page: Page, number: int, index: int) -> bool:
    """Whether a line is the title of the attachment of this number."""
    line = page.lines[index]
    short = line.end - line.start <= _TITLE_WIDTH and not page.text(line).endswith("。")
    return short and line.label is not None and line.label.number == number


def _is_signed(page: Page, below: list[int], rules: RulePack) -> bool:
    date = rules.pattern("notice.date-line")
    texts = list(itertools.takewhile(lambda index: page.lines[index].label is None, below))
    return any(date.fullmatch(page.text(page.lines[index])) for index in texts)


def _unlabelled(page: Page, listed: frozenset[int]) -> tuple[Page, frozenset[int]]:
    lines = [line._replace(label=None) if i in listed else line for i, line in enumerate(page.lines)]
    return page._replace(lines=tuple(lines)), listed


def _is_open(page: Page, line: Line) -> bool:
    """Whether a bracket is open at the end of a line: its item goes on below."""
    text = page.text(line)
    return any(text.count(opener) > text.count(closer) for opener, closer in ("()", "《》", "“”", "〔〕"))


def read_attachments(draft: Draft) -> list[Attachment]:
    """Mark what stands behind the plan under 附件1, 附件2 …, and return it."""
    pattern = draft.rules.pattern("notice.attachment-label")
    numbered = False
    begin: int | None = None
    labels: list[int] = []
    for index in draft.text_lines:
        line = draft.line(index)
        if line.label is not None:
            numbered = numbered or draft.is_free(index)
        elif numbered and (
            (draft.is_free(index) and pattern.fullmatch(draft.text(index))) or _heads_table(draft, index)
        ):
            begin = index if begin is None else begin
            labels.append(index)
    if begin is None or _is_the_plan(draft, begin):
        return []
    lines = [i for i in draft.text_lines if i >= begin and draft.is_free(i)]
    for index in lines:
        draft.mark(index, "attachment")
    edges = [*labels, lines[-1] + 1]
    parts = (
        (low, lines[bisect_right(lines, low) : bisect_left(lines, high)])
        for low, high in itertools.pairwise(edges)
    )
    return [_attachment(draft, label, part) for label, part in parts if part]


def _heads_table(draft: Draft, index: int) -> bool:
    """附件：… right above a table is no list of what is attached."""
    if draft.elements.parts[index] != "attachment_list":
        return False
    below = draft.text_lines[bisect_right(draft.text_lines, index) :][:1]
    return bool(below) and draft.line(below[0]).lead is not None


def _is_the_plan(draft: Draft, label: int) -> bool:
    """A notice may hand out its plan as 附件: its title is named in the notice's own."""
    title = draft.elements.first("title")
    following = next((i for i in draft.text_lines if i > label), None)
    return title is not None and following is not None and draft.bare(following) in title.text


def _attachment(draft: Draft, label: int, lines: list[int]) -> Attachment:
    """The first line is the title unless it is too long, or the label's line names it; cells of a table
    keep the blanks between them."""
    first = lines[0]
    if draft.elements.parts[label] == "attachment_list":
        return _titled(draft, draft.value(label, draft.text(label).find(":") + 1), lines)
    titled = draft.width(first) <= _TITLE_WIDTH and draft.line(first).label is None
    below = lines[1:] if titled and len(lines) > 1 else lines
    return _titled(draft, draft.value(first) if titled else None, below)


def _titled(draft: Draft, title: Value | None, lines: list[int]) -> Attachment:
    values = [draft.value(index) for index in lines]
    text = "\n".join(_as_written(draft, value.spans) for value in values)
    spans = tuple(span for value in values for span in value.spans)
    return Attachment(title, Value(text, spans))


def _as_written(draft: Draft, spans: Spans) -> str:
    return "".join(draft.page.source[start:end] for start, end in spans)
