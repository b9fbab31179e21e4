"""The documents that a plan names, against each other: numbers, repeals, marks that do not close."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planparse.facts.references import Number, Reference
from planparse.findings.model import Case, Findings, Label
from planparse.rulepack import RulePack
from planparse.spans import TextView

# The node a reference stands in, and the reference.
Cited = tuple[str, Reference]


def review_references(view: TextView, cited: Sequence[Cited], rules: RulePack, findings: Findings) -> None:
    _review_marks(view, findings)
    if not cited:
        return
    numbered = [
        (node, reference, reference.number)
        for node, reference in cited
        if reference.number is not None and reference.number.year is not None
    ]
    _review_forms(view, numbered, findings)
    _review_levels(view, numbered, rules, findings)
    _review_titles(view, numbered, findings)
    _review_repealed(view, cited, findings)


def _text(view: TextView, start: int, end: int) -> str:
    return "".join(view.text[start:end].split())


def _review_marks(view: TextView, findings: Findings) -> None:
    """《 without 》 in its paragraph, or 》 without 《: the title between them is not recorded."""
    text = view.text
    if text.count("《") == text.count("》"):
        return
    start = 0
    for paragraph in text.split("\n"):
        opened, closed = paragraph.count("《"), paragraph.count("》")
        if opened != closed:
            mark = "《" if opened > closed else "》"
            place = start + (paragraph.rfind(mark) if opened > closed else paragraph.find(mark))
            findings.add("PP610", view.to_source(place, place + 1), mark=mark)
        start += len(paragraph) + 1


def _review_forms(
    view: TextView, numbered: Iterable[tuple[str, Reference, Number]], findings: Findings
) -> None:
    """GB/T 9704-2012, 7.2.5, as for the notice's own number."""
    among = 0
    cases: list[Case] = []
    for node, _, number in numbered:
        among += 1
        standard = f"{''.join(number.agency.split())}〔{number.year}〕{number.serial}号"
        text = _text(view, *number.span)
        if text != standard:
            cases.append(Case(view.to_source(*number.span), node, text))
    findings.add_cases("PP608", cases, among)


def _review_levels(
    view: TextView,
    numbered: Iterable[tuple[str, Reference, Number]],
    rules: RulePack,
    findings: Findings,
) -> None:
    """A province's plan with the number of a city or county."""
    province, lower = rules.pattern("review.province-title"), rules.pattern("review.lower-agency")
    for node, reference, number in numbered:
        if lower.match("".join(number.agency.split())) and province.match(_text(view, *reference.title)):
            findings.add("PP609", view.to_source(*number.span), node=node, text=_text(view, *number.span))


def _review_titles(
    view: TextView, numbered: Iterable[tuple[str, Reference, Number]], findings: Findings
) -> None:
    first: dict[str, Number] = {}
    for node, reference, number in numbered:
        title = _text(view, *reference.title)
        known = first.setdefault(title, number)
        if (known.agency.split(), known.year, known.serial) != (
            number.agency.split(),
            number.year,
            number.serial,
        ):
            label = Label(view.to_source(*known.span), "first")
            findings.add("PP606", view.to_source(*number.span), node=node, labels=(label,), title=title)


def _review_repealed(view: TextView, cited: Sequence[Cited], findings: Findings) -> None:
    repealed = {
        _text(view, *reference.title): reference for _, reference in cited if reference.relation == "repeals"
    }
    if not repealed:
        return
    for node, reference in cited:
        title = _text(view, *reference.title)
        if reference.relation in ("basis", "implements") and title in repealed:
            label = Label(view.to_source(*repealed[title].span), "repealed")
            findings.add("PP607", view.to_source(*reference.span), node=node, labels=(label,), title=title)
