"""The review page: the text beside what was read from it, and a form for corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from planparse import __version__
from planparse.findings.model import Finding
from planparse.output.figures import body_name
from planparse.output.html.cards import KINDS, Cards
from planparse.output.html.forms import forms
from planparse.output.html.markup import Html, join, page, tag
from planparse.output.html.readable import heading
from planparse.output.html.said import Said, said
from planparse.output.html.source import source_pane
from planparse.output.html.words import Language, word, words_of
from planparse.overrides import Fit, Overrides, Value, fit, names_of, values
from planparse.pipeline import Analysis
from planparse.records import Department, Document, Measure, Section

_TABS = ("text", "records", "outline", "findings", "corrections")
_LEGEND = (
    *("title", "responsibility", "department", "target", "standard", "deadline", "reference", "convention"),
    *("element", "attachment", "noise", "unclassified", "finding"),
)


class _Reviewed(NamedTuple):
    """All that the page shows."""

    analysis: Analysis
    values: list[Value]
    findings: list[Said]
    cards: Cards
    language: Language

    def word(self, key: str, **values: object) -> str:
        return word(f"review.{key}", self.language, **values)


def review(
    analysis: Analysis, language: Language, overrides: Overrides | None = None
) -> tuple[str, list[Finding]]:
    """The page, and what is to be said of corrections made before; those that fit stand in the page."""
    document = analysis.document
    found = values(document, analysis.text)
    fits = fit(found, overrides, document) if overrides else []
    misfits = [each.finding for each in fits if each.finding]
    findings = said([*analysis.findings, *misfits], analysis.text, language)
    reviewed = _Reviewed(analysis, found, findings, Cards(document, found, findings, language), language)
    written = page(
        title=reviewed.word("title", name=document.source.name),
        language=language,
        styles=("base.css", "review.css"),
        scripts=("review.js", "corrections.js"),
        body=_body(reviewed),
        data=_data(document, found, fits, language),
    )
    return written, misfits


def _body(reviewed: _Reviewed) -> Html:
    analysis, found, findings, cards, language = reviewed
    panes = {
        "text": tag("div", source_pane(analysis, found, findings, language), class_="paper"),
        "records": cards.all(),
        "outline": _outline(analysis.document),
        "findings": _findings(reviewed),
        "corrections": _corrections(reviewed),
    }
    sections = {
        name: tag("section", content, id=name, class_="pane", aria_label=reviewed.word(name), tabindex=-1)
        for name, content in panes.items()
    }
    side = tag(
        "div",
        *(sections[name] for name in _TABS[1:]),
        tag("aside", id="inspector", hidden=True, aria_live="polite"),
        id="side",
    )
    return tag(
        "div",
        _header(reviewed),
        _tabs(reviewed),
        tag("main", sections["text"], side),
        _footer(reviewed),
        id="page",
    )


def _header(reviewed: _Reviewed) -> Html:
    document = reviewed.analysis.document
    notice, plan = document.notice, document.plan
    title = (plan and plan.title) or (notice and notice.title) or document.source.name
    nodes = [node for node, _ in document.nodes()]
    counts = reviewed.word(
        "counts",
        measures=sum(isinstance(node, Measure) for node in nodes),
        bodies=len(reviewed.cards.bodies),
        targets=sum(len(node.targets or ()) for node in nodes),
        deadlines=sum(len(node.deadlines or ()) for node in nodes),
        findings=len(reviewed.findings),
    )
    return tag(
        "header",
        tag("h1", title),
        tag("p", document.source.name, " · ", counts, class_="meta"),
        tag("noscript", tag("p", reviewed.word("no-script"), class_="meta")),
        _tools(reviewed),
    )


def _tools(reviewed: _Reviewed) -> Html:
    bodies = Counter(
        body_name(owner.department) for owners in reviewed.cards.owners.values() for owner in owners
    ).most_common()
    kinds = [(kind, word(f"kind.{kind}", reviewed.language)) for kind in KINDS]
    codes = Counter(finding.code for finding in reviewed.findings if finding.node)
    select_body = [(str(reviewed.cards.bodies[name]), f"{name} ({count})") for name, count in bodies]
    select_finding = [("any", reviewed.word("with-finding"))]
    select_finding += [(code, f"{code} ({count})") for code, count in sorted(codes.items())]
    search = tag(
        "input",
        type="search",
        id="search",
        placeholder=reviewed.word("search"),
        aria_label=reviewed.word("search"),
    )
    return tag(
        "div",
        search,
        _select("body", reviewed.word("any-body"), select_body),
        _select("kind", reviewed.word("any-kind"), kinds),
        _select("finding", reviewed.word("any-finding"), select_finding),
        tag("button", reviewed.word("reset"), type="button", id="reset"),
        tag("output", id="status", role="status"),
        tag("button", reviewed.word("print"), type="button", id="print"),
        tag(
            "button", reviewed.word("export"), " ", tag("b", "0", class_="count"), type="button", id="export"
        ),
        class_="tools scripted",
    )


def _select(name: str, all_of_them: str, choices: Sequence[tuple[str, str]]) -> Html:
    options = [tag("option", shown, value=value) for value, shown in [("", all_of_them), *choices]]
    return tag("select", *options, id=f"by-{name}", aria_label=all_of_them)


def _tabs(reviewed: _Reviewed) -> Html:
    counts = {"findings": len(reviewed.findings), "corrections": 0}
    tabs = [
        tag(
            "button",
            reviewed.word(name),
            *([" ", tag("b", str(counts[name]), class_="count")] if name in counts else []),
            type="button",
            role="tab",
            data_tab=name,
            aria_controls=name,
            aria_selected="true" if name == "records" else "false",
        )
        for name in _TABS
    ]
    return tag("nav", *tabs, role="tablist", class_="tabs scripted")


def _outline(document: Document) -> Html:
    entries = [
        tag(
            "li",
            tag(
                "a",
                *([tag("span", node.label, class_="label")] if node.label else []),
                heading(node),
                href=f"#r-{node.id}",
                data_n=node.id,
            ),
            class_=f"depth-{min(len(path), 4)}" + (" heading" if isinstance(node, Section) else ""),
        )
        for node, path in document.nodes()
    ]
    return tag("ol", *entries, class_="outline")


def _findings(reviewed: _Reviewed) -> Html:
    entries = [tag("li", each.button(number)) for number, each in enumerate(reviewed.findings)]
    return tag("ol", *entries, class_="findings") if entries else tag("p", reviewed.word("no-findings"))


def _corrections(reviewed: _Reviewed) -> Html:
    return join([tag("p", reviewed.word("no-corrections"), class_="hint"), tag("ol", class_="corrections")])


def _footer(reviewed: _Reviewed) -> Html:
    language = reviewed.language
    legend = [tag("span", word(f"kind.{kind}", language), class_=_legend_class(kind)) for kind in _LEGEND]
    return tag(
        "footer",
        tag("p", word("produced", language, version=__version__), class_="produced"),
        tag("p", tag("b", reviewed.word("legend")), " ", *legend, class_="legend"),
        tag("p", tag("b", reviewed.word("keys")), " ", reviewed.word("keys-help"), class_="scripted keys"),
    )


def _legend_class(kind: str) -> str:
    return "finding" if kind == "finding" else f"k-{kind}"


def _data(
    document: Document, found: Sequence[Value], fits: Sequence[Fit], language: Language
) -> dict[str, Any]:
    """What the script needs to correct values and to write the file of corrections."""
    contexts = {value.address.context: None for value in found}
    number_of = {context: number for number, context in enumerate(contexts)}
    place_of = {id(value): number for number, value in enumerate(found)}
    return {
        "source": {
            "name": document.source.name,
            "sha256": document.source.sha256,
            **names_of(document),
        },
        "contexts": list(contexts),
        "values": [_value(value, number_of[value.address.context]) for value in found],
        "forms": forms(language),
        "kinds": words_of("kind.", language),
        "words": words_of("js.", language),
        "corrections": [
            {"value": place_of[id(each.value)], "now": each.correction.now, "note": each.correction.note}
            for each in fits
            if each.value
        ],
    }


def _value(value: Value, context: int) -> dict[str, Any]:
    address = value.address
    return {
        "kind": address.kind,
        "node": value.node,
        "text": address.text,
        "context": context,
        "offset": address.offset,
        "nth": address.nth,
        "span": value.spans,
        "about": _about(value),
        "fields": {name: held for name, held in value.fields().items() if held is not None},
    }


def _about(value: Value) -> str:
    """What else the record says of a value: the rule that found it, what the registry knows of a body."""
    record = value.record
    if record is value.holder:
        return ""
    if isinstance(record, Department):
        return " · ".join(filter(None, (record.full_name, record.jurisdiction, record.kind, record.body)))
    return getattr(record, "rule", None) or ""
