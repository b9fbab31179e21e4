"""The parts of a notice (GB/T 9704-2012): which line is which part, and the values of the elements."""

from __future__ import annotations

from planparse.findings.model import Findings
from planparse.rulepack import RulePack
from planparse.structure.attachments import read_attachments, unlabel_headed_list, unlabel_list
from planparse.structure.bodies import add_issuers, read_title_issuers
from planparse.structure.chapters import label_chapters
from planparse.structure.contents import unlabel_contents
from planparse.structure.dates import read_date
from planparse.structure.ending import read_ending, read_numbered_cover, read_wrapper
from planparse.structure.flattened import part_flattened
from planparse.structure.head import number_parts, read_head
from planparse.structure.imprint import read_imprint
from planparse.structure.labels import LabelReader
from planparse.structure.lines import LineKind, Page
from planparse.structure.notice_review import review_notice
from planparse.structure.parts import Draft, Elements, Value
from planparse.structure.seams import split_seams
from planparse.structure.several import mark_plans
from planparse.structure.titles import read_title, title_kind

__all__ = ["Elements", "Value", "read_elements", "title_kind"]

# How far from its beginning a notice keeps its head, in lines of text.
_HEAD_LINES = 80
# In characters, the widest lines that a page is broken into, and the share of lines that are no wider: others
# are an address, a row of a table.
_WIDEST_WRAPPED = 60
_NEARLY_ALL = 0.9


def read_elements(
    page: Page, rules: RulePack, labels: LabelReader, findings: Findings
) -> tuple[Page, Elements]:
    """Say of every line what part of the notice it is. Lines glued together are split first."""
    page = part_flattened(_joined(page, rules, findings), rules, labels)
    page = split_seams(page, rules, labels, _HEAD_LINES)
    page, contents = unlabel_contents(label_chapters(page), rules)
    page, listed = unlabel_list(page, rules)
    page, headed = unlabel_headed_list(page, rules)
    draft = Draft.of(page, rules, _HEAD_LINES)
    draft.mark_all(contents, "contents")
    draft.mark_all(listed | headed, "attachment_list")
    read_head(draft)
    title = read_title(draft)
    read_imprint(draft, findings)
    read_numbered_cover(draft)
    draft.elements.attachments = read_attachments(draft)
    read_wrapper(draft)
    read_ending(draft)
    _fill_from_under_title(draft)
    plans = mark_plans(draft)
    _fill_from_title(draft, title)
    _fill_from_letterhead(draft)
    _fill_from_metadata(draft)
    review_notice(draft, findings)
    if plans:
        lines = [line._replace(label=plans.get(i, line.label)) for i, line in enumerate(page.lines)]
        page = page._replace(lines=tuple(lines))
    return page, draft.elements


def _joined(page: Page, rules: RulePack, findings: Findings) -> Page:
    """The page with the lines of a wrapped text joined; most texts have long ones, and need no joining."""
    widths = sorted(line.end - line.start for line in page.lines if line.kind is LineKind.TEXT)
    if not widths or widths[int(len(widths) * _NEARLY_ALL)] > _WIDEST_WRAPPED:
        return page
    from planparse.structure.wrapping import join_wrapped

    return join_wrapped(page, rules, findings)


def _fill_from_title(draft: Draft, title: list[int]) -> None:
    """Nobody signs: the title names the issuers, in front of its subject."""
    if draft.elements.first("issuers") is not None:
        return
    value = draft.elements.first("title") or draft.elements.first("metadata.title")
    if value is None:
        return
    begin = value.spans[0][0]
    ranges = [(max(draft.line(i).start, begin), draft.line(i).end) for i in title]
    for start, end in ranges or [(begin, value.spans[-1][1])]:
        if read_title_issuers(draft, start, end):
            return


def _fill_from_under_title(draft: Draft) -> None:
    """Nothing is dated below: the date in brackets under the title is that of the document."""
    value = draft.elements.first("date_under_title")
    if value is not None and "date" not in draft.elements.dates:
        draft.elements.dates["date"] = draft.elements.dates["under_title"]
        draft.elements.add("date", value)


def _fill_from_letterhead(draft: Draft) -> None:
    """The letterhead is the issuers' name, and a word that the document is theirs."""
    mark = draft.elements.first("mark")
    if draft.elements.first("issuers") is not None or mark is None:
        return
    start, end = mark.spans[0][0], mark.spans[-1][1]
    names = draft.page.folded[start:end]
    for word in draft.rules.words("notice.letterhead-ends"):
        names = names.removesuffix(word)
    add_issuers(draft, start, names)


def _fill_from_metadata(draft: Draft) -> None:
    """What the notice itself lacks, from the website's table."""
    elements = draft.elements
    title, number = (elements.first(f"metadata.{name}") for name in ("title", "document_number"))
    if elements.first("title") is None and title is not None:
        elements.add("title", title)
    if elements.first("document_number") is None and number is not None:
        elements.add("document_number", number)
        match = draft.rules.pattern("notice.document-number-line").fullmatch(number.text)
        elements.number = number_parts(match) if match else None
    value = elements.first("metadata.date")
    if "date" not in elements.dates and value is not None:
        match = draft.rules.pattern("notice.date-in-table").fullmatch(value.text)
        date = read_date(match) if match else None
        if date is not None:
            elements.dates["date"] = date
            elements.add("date", value)
    value = elements.first("metadata.issuers")
    if elements.first("issuers") is None and value is not None:
        start, end = value.spans[0][0], value.spans[-1][1]
        add_issuers(draft, start, draft.page.folded[start:end].replace(",", " "))
