"""The overview of one or several notices: what the plan sets, as tables and pictures, without scripts."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planparse import __version__
from planparse.output import figures
from planparse.output.html import charts
from planparse.output.html.markup import Html, join, page, tag
from planparse.output.html.readable import amount, heading, quantity
from planparse.output.html.said import Said, said
from planparse.output.html.words import Language, word
from planparse.pipeline import Analysis
from planparse.records import Deadline, Document, Node
from planparse.records.models import Quantity

_ROLES = ("lead", "responsible", "support", "oversight", "unspecified")
_MOST_PAIRS = 60  # drawn; beyond it lines hide each other
_LISTED_PAIRS = 20
_NARROW = 3  # columns that fit a phone


class _Chapter(NamedTuple):
    """One notice of the overview."""

    document: Document
    findings: list[Said]
    language: Language
    id: str

    def word(self, key: str, **values: object) -> str:
        return word(f"report.{key}", self.language, **values)

    @property
    def title(self) -> str:
        notice, plan = self.document.notice, self.document.plan
        return (plan and plan.title) or (notice and notice.title) or self.document.source.name


def report(analyses: Sequence[Analysis], language: Language) -> str:
    """The page of the notices, in their order."""
    chapters = [
        _Chapter(each.document, said(each.findings, each.text, language), language, f"n{number}")
        for number, each in enumerate(analyses, 1)
    ]
    several = word("report.of-several", language, count=len(chapters))
    name = chapters[0].title if len(chapters) == 1 else several
    head = tag(
        "header", tag("h1", name), tag("p", word("produced", language, version=__version__), class_="meta")
    )
    overview = [_comparison(chapters)] if len(chapters) > 1 else []
    return page(
        title=word("report.title", language, name=name),
        language=language,
        styles=("base.css", "report.css"),
        body=tag("main", head, *overview, *map(_chapter, chapters)),
    )


def _comparison(chapters: Sequence[_Chapter]) -> Html:
    first = chapters[0]
    names = figures.Counts._fields
    rows = [
        [tag("a", chapter.title, href=f"#{chapter.id}"), *map(str, figures.counts(chapter.document))]
        for chapter in chapters
    ]
    titles = [first.word("notice"), *(first.word(name) for name in names)]
    return tag(
        "section", tag("h2", first.word("notices")), _table(titles, rows, numbers=range(1, len(titles)))
    )


def _chapter(chapter: _Chapter) -> Html:
    document = chapter.document
    notice = document.notice
    number = notice.document_number if notice else None
    facts = [
        document.source.name,
        "、".join((notice and notice.issuers) or ()),
        number.text if number else "",
    ]
    facts.append(notice.date.isoformat() if notice and notice.date else "")
    parts = (_by_section, _by_body, _targets, _standards, _time_line, _network, _findings)
    return tag(
        "article",
        tag("h2", chapter.title, class_="chapter"),
        tag("p", " · ".join(facts), class_="meta"),
        _tiles(chapter),
        *(part(chapter) for part in parts),
        id=chapter.id,
    )


def _tiles(chapter: _Chapter) -> Html:
    counts = figures.counts(chapter.document)
    if not counts.measures:
        return tag("p", word("no-plan", chapter.language))
    tiles = [
        tag("div", tag("dt", chapter.word(name)), tag("dd", str(count)))
        for name, count in zip(counts._fields, counts, strict=True)
    ]
    return tag("dl", *tiles, class_="tiles")


def _section(title: str, *content: Html | str) -> Html:
    return tag("section", tag("h3", title), *content)


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int] = ()) -> Html:
    """A table; the first cell of a row names it, columns of numbers are set to the right."""
    right = set(numbers)

    def cell(place: int, value: str) -> Html:
        return tag("td", value, class_=side(place)) if place else tag("th", value, scope="row")

    def side(place: int) -> str | None:
        return "number" if place in right else None

    head = tag("tr", *(tag("th", title, scope="col", class_=side(at)) for at, title in enumerate(titles)))
    body = [tag("tr", *(cell(place, value) for place, value in enumerate(row))) for row in rows]
    width = "wide" if len(titles) > _NARROW else None
    return tag("div", tag("table", tag("thead", head), tag("tbody", *body), class_=width), class_="table")


def _by_section(chapter: _Chapter) -> Html:
    found = [pair for pair in figures.measures_by_section(chapter.document) if pair[1]]
    if not found:
        return Html()
    most = max(count for _, count in found)
    rows = [
        [
            f"{section.label or ''}{heading(section)}" if section else chapter.word("outside"),
            charts.bar([("responsible", count)], most),
            str(count),
        ]
        for section, count in found
    ]
    titles = [chapter.word("section"), "", chapter.word("measures")]
    return _section(chapter.word("by-section"), _table(titles, rows, numbers=[2]))


def _by_body(chapter: _Chapter) -> Html:
    found = figures.load_by_body(chapter.document)
    if not found:
        return Html()
    most = max(sum(load.roles.values()) for load in found)
    roles = [role for role in _ROLES if any(role in load.roles for load in found)]
    rows = [
        [
            load.body,
            charts.bar([(role, load.roles[role]) for role in roles if role in load.roles], most),
            str(load.measures),
            *(str(load.roles[role]) if role in load.roles else "" for role in roles),
        ]
        for load in found
    ]
    names = [word(f"option.{role}", chapter.language) for role in roles]
    keys = [tag("span", name, class_=f"key {role}") for role, name in zip(roles, names, strict=True)]
    titles = [chapter.word("body"), "", chapter.word("measures"), *names]
    return _section(
        chapter.word("by-body"),
        tag("p", chapter.word("by-body-note"), class_="meta"),
        tag("p", *keys, class_="keys"),
        _table(titles, rows, numbers=range(2, len(titles))),
    )


def _targets(chapter: _Chapter) -> Html:
    found = figures.targets(chapter.document)
    if not found:
        return Html()
    kinds = Counter((target.strength, target.basis) for target, _ in found)
    summary = [
        [_option(strength, chapter), _option(basis, chapter), str(count)]
        for (strength, basis), count in kinds.most_common()
    ]
    rows = [
        [*_measured(target, chapter), _option(target.strength, chapter), _date(target.due), _where(node)]
        for target, node in found
    ]
    names = ("indicator", "amount", "strength", "due", "where")
    return _section(
        chapter.word("targets-by-kind"),
        _table([chapter.word(name) for name in ("strength", "basis", "count")], summary, numbers=[2]),
        _table([chapter.word(name) for name in names], rows),
    )


def _standards(chapter: _Chapter) -> Html:
    found = figures.standards(chapter.document)
    if not found:
        return Html()
    rows = [
        [*_measured(standard, chapter), _option(standard.kind, chapter), _where(node)]
        for standard, node in sorted(found, key=lambda pair: pair[0].kind or "")
    ]
    names = ("indicator", "sum", "kind", "where")
    return _section(chapter.word("standards-by-kind"), _table([chapter.word(name) for name in names], rows))


def _measured(what: Quantity, chapter: _Chapter) -> list[str]:
    """What is counted, and how much."""
    return [what.indicator or what.text, amount(what, chapter.language)]


def _option(value: str | None, chapter: _Chapter) -> str:
    return word(f"option.{value}", chapter.language) if value else chapter.word("unspecified")


def _date(date: dt.date | None) -> Html:
    return tag("time", date.isoformat()) if date else Html()


def _where(node: Node) -> Html:
    return join([tag("span", node.id, class_="id"), " ", heading(node)])


def _time_line(chapter: _Chapter) -> Html:
    found = figures.dates(chapter.document)
    if not found:
        return Html()
    by_kind: dict[str, list[dt.date]] = {"k-deadline": [], "k-target": []}
    for each in found:
        by_kind["k-deadline" if isinstance(each.what, Deadline) else "k-target"].append(each.date)
    label = chapter.word("time-line-label", first=found[0].date, last=found[-1].date, count=len(found))
    rows = [
        [
            _date(each.date),
            each.what.text if isinstance(each.what, Deadline) else quantity(each.what, chapter.language),
            _where(each.node),
        ]
        for each in found
    ]
    keys = [
        tag("span", word(f"kind.{kind[2:]}", chapter.language), class_=f"key {kind}")
        for kind, of_kind in by_kind.items()
        if of_kind
    ]
    return _section(
        chapter.word("time-line"),
        tag("p", *keys, class_="keys"),
        tag("div", charts.time_line(by_kind, label), class_="picture"),
        _table([chapter.word(name) for name in ("due", "what", "where")], rows),
    )


def _network(chapter: _Chapter) -> Html:
    pairs = figures.led_and_supported(chapter.document)
    if not pairs:
        return _together(chapter)
    drawn = dict(pairs.most_common(_MOST_PAIRS))
    notes = [chapter.word("network-note")]
    if len(drawn) < len(pairs):
        notes.append(chapter.word("strongest", shown=len(drawn), all=len(pairs)))
    label = chapter.word("network-label", count=len(pairs))
    return _section(
        chapter.word("network"),
        tag("p", " ".join(notes), class_="meta"),
        tag("div", charts.network(drawn, label), class_="picture"),
        _pairs(chapter, pairs, " → "),
    )


def _together(chapter: _Chapter) -> Html:
    pairs = figures.together(chapter.document)
    if not pairs:
        return Html()
    note = tag("p", chapter.word("together-note"), class_="meta")
    return _section(chapter.word("network"), note, _pairs(chapter, pairs, " · "))


def _pairs(chapter: _Chapter, pairs: Counter[figures.Pair], sign: str) -> Html:
    """The pairs with most measures, as a table."""
    rows = [[f"{one}{sign}{other}", str(count)] for (one, other), count in pairs.most_common(_LISTED_PAIRS)]
    return _table([chapter.word("pair"), chapter.word("measures")], rows, numbers=[1])


def _findings(chapter: _Chapter) -> Html:
    by_code: dict[str, list[Said]] = {}
    for finding in chapter.findings:
        by_code.setdefault(finding.code, []).append(finding)
    rows = [
        [
            tag("span", code, class_=found[0].severity),
            word(f"severity.{found[0].severity}", chapter.language),
            str(len(found)),
            f"{found[0].message} {found[0].line}",
        ]
        for code, found in sorted(by_code.items())
    ]
    titles = ["", chapter.word("kind"), chapter.word("count"), chapter.word("example")]
    content = _table(titles, rows, numbers=[2]) if rows else tag("p", chapter.word("no-findings"))
    return _section(chapter.word("findings"), content)
