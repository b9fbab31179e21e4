"""The registry of bodies (rules/bodies), ready for looking up names by their parts.

A name is a place, at times whose organ it is (市委, 市政府), and a core: a stem with an organ
(发展改革 + 委), or a whole (供销社). Stems are looked up with 和, 与, 及 left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from planparse.facts.body_words import joints
from planparse.facts.merged import Part
from planparse.rulepack import RulePack

# The tables of bodies, with the kind of what they hold; what comes first keeps a name that two claim.
_TABLES = {
    "bodies.departments": "department",
    "bodies.merged": "department",
    "bodies.party": "party",
    "bodies.institutions": "other",
    "bodies.vertical": "vertical",
    "bodies.enterprises": "enterprise",
    "bodies.groups": "collective",
    "bodies.governments": "government",
    "bodies.former": "",
}

# The line of branches: whatever they are called, there is one in a place.
_BRANCH = "branch"

Cells = Mapping[str, Any]


class Former(NamedTuple):
    """Until when a name was in use; `sure` of the day on which the names of local bodies ended."""

    until: str
    until_local: str
    sure: bool
    successor: str


class Row(NamedTuple):
    """A row of the registry: a function, or former names of one."""

    body: str
    kind: str
    functions: tuple[str, ...]
    organs: frozenset[str]
    full: str
    national: tuple[str, ...]
    former: Former | None


class Entry(NamedTuple):
    """What a stem, a core, an ending or a branch stands for.

    `formal` is its formal name, to which a stem's organ is added; names of one `line` of a row
    are of one body; `apart` says that it is no name of the main one.
    """

    row: Row
    formal: str
    line: str
    apart: bool = False


class Branch(NamedTuple):
    """Branches with their place inside: what stands behind it, longest first."""

    tails: tuple[str, ...]
    entry: Entry


class Registry:
    """The tables of bodies as look-up tables. Made once for a rule pack, when the first name is met."""

    def __init__(self, rules: RulePack) -> None:
        self.rows: dict[str, Row] = {}  # of each function the first, which its other names add to
        self.stems: dict[str, Entry] = {}
        self.cores: dict[str, Entry] = {}
        self.placed: dict[str, Entry] = {}
        self.endings: dict[str, Entry] = {}
        self.heads: dict[str, list[Branch]] = {}
        self.governments: dict[tuple[str, str], Entry] = {}  # by level and core
        self.local = rules.table("bodies.local")
        self._letters = rules.words("bodies.parts")
        self._joints = joints(rules)
        self._usual = frozenset([*rules.words("bodies.usual-organs"), ""])
        for table, kind in _TABLES.items():
            for cells in rules.table(table):
                self._add(cells, kind)
        self.core_ends = {name[-2:] for name in (*self.cores, *self.placed)}
        self.stem_ends = {stem[-2:] for stem in self.stems}
        self.head_starts = {head[:2] for head in self.heads}
        self.government_cores = dict.fromkeys(core for _, core in self.governments)

    def government_of(self, level: str) -> Entry | None:
        return next((entry for (each, _), entry in self.governments.items() if each == level), None)

    def level_of(self, body: str) -> str:
        """The level of the places whose governments a function is; empty for others."""
        return next((level for (level, _), entry in self.governments.items() if entry.row.body == body), "")

    @cached_property
    def parts(self) -> dict[str, Part]:
        """Parts of the names of merged bureaus: every stem of one function, and the letters."""
        found = {
            stem: Part(entry.row.body, stem == entry.formal.translate(self._joints))
            for stem, entry in self.stems.items()
            if not entry.row.functions
        }
        return found | {word: Part(body, len(word) > 1) for word, body in self._letters.items()}

    def _add(self, cells: Cells, kind: str) -> None:
        row = self._row(cells, kind)
        if "body" not in cells:
            self.rows.setdefault(row.body, row)
        for names in _lines(cells, "names"):
            entry = Entry(row, names[0], names[0])
            for name in names:
                self.stems.setdefault(name.translate(self._joints), entry)
        if kind == "government":
            for names in _lines(cells, "exact"):
                entry = Entry(row, names[0], names[0])
                self.governments.update({(cells.get("level", ""), name): entry for name in names})
            return
        for names in (*_lines(cells, "exact"), *_lines(cells, "national")):
            self._add_cores(names, Entry(row, names[0], names[0]))
        for names in _lines(cells, "units"):
            self._add_cores(names, Entry(row, "", names[0], apart=True))
        for name in cells.get("placed", ()):
            self.placed.setdefault(name, Entry(row, "", name if row.kind == "enterprise" else _BRANCH))
        if endings := cells.get("endings"):
            entry = Entry(row, "", "")
            for name in endings:
                self.endings.setdefault(name, entry)
        if tails := cells.get("tails"):
            entry = Entry(row, "", "" if row.kind == "enterprise" else _BRANCH)
            branch = Branch(tuple(sorted(tails, key=len, reverse=True)), entry)
            for head in cells["heads"]:
                self.heads.setdefault(head, []).append(branch)

    def _add_cores(self, names: Iterable[str], entry: Entry) -> None:
        for name in names:
            self.cores.setdefault(name, entry)

    def _row(self, cells: Cells, kind: str) -> Row:
        functions = tuple(cells.get("functions", ()))
        body = cells.get("body") or (functions[0] if functions else cells["id"])
        known = self.rows.get(body)
        organs = cells.get("organs")
        return Row(
            body,
            cells.get("kind") or kind or (known.kind if known else "other"),
            functions,
            self._usual.union(organs) if organs else self._usual,
            cells.get("full", ""),
            tuple(name for names in _lines(cells, "national") for name in names),
            _former(cells),
        )


def _former(cells: Cells) -> Former | None:
    if "successor" not in cells:
        return None
    until, local = cells.get("until", ""), cells.get("until_local", "")
    return Former(
        until or local, local or until, cells.get("confidence") != "unconfirmed", cells["successor"]
    )


def _lines(cells: Cells, column: str) -> list[list[str]]:
    """The lines of a column: a formal name and its short forms each."""
    return [line.split() for line in cells.get(column, ())]
