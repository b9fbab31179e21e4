"""What a reader should know of a notice's elements: what is missing, a malformed number, a security mark."""

from __future__ import annotations

import re

from planparse.findings.model import Findings, Label
from planparse.structure.parts import Draft, Value

# With fewer elements than this a text is no notice, and nothing is missing from it.
_NOTICE_LIKE = 2
_ELEMENTS = (
    "document_number",
    "title",
    "issuers",
    "addressees",
    "date",
    "annotation",
    "copied_to",
    "printed_by",
)
_MISSING = {
    "document_number": "PP201",
    "date": "PP203",
    "title": "PP204",
    "issuers": "PP205",
}
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")


def review_notice(draft: Draft, findings: Findings) -> None:
    elements = draft.elements
    if security := elements.first("security"):
        findings.add("PP011", security.spans, mark=security.text)
    if number := elements.first("document_number"):
        _review_number(draft, number, findings)
    if plan_title := elements.first("plan_title"):
        _review_year(draft, plan_title, findings)
    if sum(elements.first(name) is not None for name in _ELEMENTS) < _NOTICE_LIKE:
        return
    for name, code in _MISSING.items():
        if elements.first(name) is None:
            findings.add(code)
    title = elements.first("title")
    addressed = tuple(draft.rules.words("notice.addressed"))
    if elements.first("addressees") is None and title is not None and title.text.endswith(addressed):
        findings.add("PP206", title.spans[:1])


def _review_year(draft: Draft, plan_title: Value, findings: Findings) -> None:
    """《…2023年行动计划》 in the notice, and a plan that is called the same but for its year."""
    own = _YEAR.search(plan_title.text)
    if own is None:
        return
    before, behind = plan_title.text[: own.start()], plan_title.text[own.end() :]
    title = draft.elements.first("title")
    notice = [title] if title else []
    notice += [draft.value(i) for i in draft.text_lines if draft.elements.parts[i] == "notice"]
    named = re.compile(f"{re.escape(before)}(?P<year>{_YEAR.pattern}){re.escape(behind)}")
    years = {match["year"]: value for value in notice for match in named.finditer(value.text)}
    if years and own[0] not in years:  # beside its own year it may name last year's plan, repealed
        year, value = next(iter(years.items()))
        label = Label(plan_title.spans, "plan")
        findings.add("PP207", value.spans[:1], labels=(label,), plan=own[0], notice=year)


def _review_number(draft: Draft, number: Value, findings: Findings) -> None:
    """GB/T 9704-2012, 7.2.5: 〔year〕, no 第, no leading zeros. Orders are numbered otherwise."""
    if draft.elements.number is None:
        return
    agency, year, serial = draft.elements.number
    if number.text != f"{agency}〔{year}〕{serial}号":
        findings.add("PP202", number.spans, text=number.text)
