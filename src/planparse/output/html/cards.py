"""The right side of the review page: what was read, a card for each heading and measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from planparse.output.figures import body_name
from planparse.output.html.markup import Html, join, tag
from planparse.output.html.readable import heading, readable
from planparse.output.html.said import Said
from planparse.output.html.words import Language, word
from planparse.overrides import Value
from planparse.overrides.values import OWN_FIELDS
from planparse.records import Document, Measure, Responsibility, Section

#: The kinds of values that a measure has; a reader filters by them.
KINDS = ("department", "target", "standard", "deadline", "reference")

Numbered = list[tuple[int, Value]]


class Cards:
    """The cards of a document. Values and findings are named by their numbers in it."""

    def __init__(
        self, document: Document, values: Sequence[Value], said: Sequence[Said], language: Language
    ) -> None:
        self.document = document
        self.language = language
        self.values: dict[str, Numbered] = defaultdict(list)
        for number, value in enumerate(values):
            self.values[value.node].append((number, value))
        self.findings: dict[str, list[tuple[int, Said]]] = defaultdict(list)
        for number, finding in enumerate(said):
            self.findings[finding.node].append((number, finding))
        self.owners = document.all_effective_owners()
        names = [body_name(owner.department) for owners in self.owners.values() for owner in owners]
        self.bodies = {name: number for number, name in enumerate(dict.fromkeys(names))}

    def all(self) -> Html:
        """Elements of the notice, what stands around the measures, and the outline, as in the text."""
        nodes = [self._node(node) for node, _ in self.document.nodes()]
        before = [self._part(name) for name in ("notice", "plan", "preamble")]
        return join([*before, *nodes, self._part("closing")])

    def _part(self, name: str) -> Html:
        """A card for values that no heading or measure holds; none where there are none."""
        if name not in self.values:
            return Html()
        return self._card(name, tag("h2", word(name, self.language)), list(self._rows(self.values[name])))

    def _node(self, node: Section | Measure) -> Html:
        values = self.values[node.id]
        titles = [number for number, value in values if value.kind == "title"]
        label = [tag("span", node.label, class_="label")] if node.label else []
        shown = heading(node) or word("untitled", self.language)
        button = tag(
            "button",
            *label,
            shown,
            type="button",
            class_="v k-title" if titles else "go",
            data_v=titles[0] if titles else None,
            data_n=node.id,
        )
        head = tag("h2" if isinstance(node, Section) else "h3", button, tag("small", node.id, class_="id"))
        rows = [*self._rows(values), *self._inherited(node.id)]
        return self._card(node.id, head, rows, level=node.level if isinstance(node, Section) else None)

    def _card(self, name: str, head: Html, rows: list[Html], level: int | None = None) -> Html:
        kinds = {value.kind for _, value in self.values[name]}
        owners = self.owners.get(name, [])
        kinds |= {"department"} if owners else set()
        found = self.findings[name]
        bodies = dict.fromkeys(str(self.bodies[body_name(owner.department)]) for owner in owners)
        return tag(
            "article",
            head,
            tag("dl", *rows) if rows else "",
            *(finding.button(number) for number, finding in found),
            class_="card" if level is None else f"card section level-{level}",
            id=f"r-{name}",
            tabindex=-1,
            data_n=name,
            data_kinds=" ".join(kind for kind in KINDS if kind in kinds) or None,
            data_bodies=" ".join(bodies) or None,
            data_codes=" ".join(dict.fromkeys(finding.code for _, finding in found)) or None,
        )

    def _rows(self, values: Numbered) -> Iterator[Html]:
        """A row for each group of bodies, then one for each kind of value."""
        yield from self._groups(values)
        by_kind: dict[str, list[Html]] = defaultdict(list)
        for number, value in values:
            if value.kind not in ("responsibility", "department") and (
                value.kind != "title" or value.node in ("notice", "plan")
            ):
                by_kind[value.kind].append(self._button(number, value))
        for kind, buttons in by_kind.items():
            yield _row(kind, word(f"kind.{kind}", self.language), buttons)

    def _groups(self, values: Numbered) -> Iterator[Html]:
        """The role, a value of its own, then its bodies."""
        groups: list[tuple[Html, list[Html], bool]] = []
        for number, value in values:
            if isinstance(value.record, Responsibility):
                role = word(f"option.{value.record.role}", self.language)
                groups.append((_value_button(number, value.kind, role), [], bool(value.record.open)))
            elif value.kind == "department":
                groups[-1][1].append(self._button(number, value))
        others = tag("span", word("open", self.language), class_="inherited")
        for role_button, bodies, is_open in groups:
            yield _row("department", role_button, [*bodies, others] if is_open else bodies)

    def _inherited(self, node: str) -> Iterator[Html]:
        """Bodies that a heading or a convention adds; they are corrected where they stand."""
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for owner in self.owners[node]:
            if owner.via != "own":
                groups[owner.role, owner.via].append(owner.department.name)
        for (role, via), names in groups.items():
            shown = word(f"option.{role}", self.language) + word(f"via.{via}", self.language)
            yield _row("department", shown, [tag("span", name, class_="inherited") for name in names])

    def _button(self, number: int, value: Value) -> Html:
        return _value_button(number, value.kind, _shown(value, self.language))


def _row(kind: str, name: str, values: Sequence[Html]) -> Html:
    return tag("div", tag("dt", name), tag("dd", *values), class_="kv", data_kind=kind)


def _value_button(number: int, kind: str, shown: str) -> Html:
    return tag("button", shown, type="button", class_=f"v k-{kind}", data_v=number)


def _shown(value: Value, language: Language) -> str:
    if value.kind not in OWN_FIELDS:
        return readable(value.record, language)
    held: Any = getattr(value.record, value.place)
    return "、".join(held) if isinstance(held, list) else str(held)
