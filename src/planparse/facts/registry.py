"""The registry of bodies (rules/bodies), ready for looking up names by their parts.

A name is a place, at times whose organ it is (市委, 市政府), and a core: a stem with an organ
(发展改革 + 委), or a whole (供销社). Stems are looked up with 和, 与, 及 left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


class Registry(NamedTuple):
    stems: Mapping[str, Entry]
    cores: Mapping[str, Entry]
    placed: Mapping[str, Entry]
    core_ends: frozenset[str]  # the last two letters of cores and placed names
    endings: Mapping[str, Entry]
    heads: Mapping[str, list[Branch]]
    head_starts: frozenset[str]  # the first two letters of each
    governments: Mapping[tuple[str, str], Entry]  # by level and core
    government_cores: Mapping[str, None]
    parts: Mapping[str, Part]  # of the names of merged bureaus
    local: tuple[Cells, ...]
    rows: Mapping[str, Row]  # of each function the first, which its other names add to

    def government_of(self, level: str) -> Entry | None:
        return next((entry for (each, _), entry in self.governments.items() if each == level), None)

    def level_of(self, body: str) -> str:
        """The level of the places whose governments a function is; empty for others."""
        return next((level for (level, _), entry in self.governments.items() if entry.row.body == body), "")

    @classmethod
    def build(cls, rules: RulePack) -> Registry:
        builder = _Builder(frozenset([*rules.words("bodies.usual-organs"), ""]), joints(rules))
        for table, kind in _TABLES.items():
            for cells in rules.table(table):
                builder.add(cells, kind)
        return cls(
            builder.stems,
            builder.cores,
            builder.placed,
            frozenset(name[-2:] for name in (*builder.cores, *builder.placed)),
            builder.endings,
            builder.heads,
            frozenset(head[:2] for head in builder.heads),
            builder.governments,
            dict.fromkeys(core for _, core in builder.governments),
            {**_parts(builder), **_letters(rules)},
            rules.table("bodies.local"),
            builder.rows,
        )


def _parts(builder: _Builder) -> dict[str, Part]:
    """Every stem of one function can be a part of a merged bureau's name."""
    return {
        stem: Part(entry.row.body, stem == entry.formal.translate(builder.joints))
        for stem, entry in builder.stems.items()
        if not entry.row.functions
    }


def _letters(rules: RulePack) -> dict[str, Part]:
    return {word: Part(body, len(word) > 1) for word, body in rules.words("bodies.parts").items()}


class _Builder:
    def __init__(self, usual: frozenset[str], joints: Mapping[int, None]) -> None:
        self.usual = usual
        self.joints = joints
        self.rows: dict[str, Row] = {}
        self.stems: dict[str, Entry] = {}
        self.cores: dict[str, Entry] = {}
        self.placed: dict[str, Entry] = {}
        self.endings: dict[str, Entry] = {}
        self.heads: dict[str, list[Branch]] = {}
        self.governments: dict[tuple[str, str], Entry] = {}

    def add(self, cells: Cells, kind: str) -> None:
        row = self._row(cells, kind)
        if "body" not in cells:
            self.rows.setdefault(row.body, row)
        for formal, name in _lines(cells, "names"):
            self.stems.setdefault(name.translate(self.joints), Entry(row, formal, formal))
        if kind == "government":
            for formal, name in _lines(cells, "exact"):
                self.governments.setdefault((cells.get("level", ""), name), Entry(row, formal, formal))
            return
        for formal, name in _lines(cells, "exact"):
            self.cores.setdefault(name, Entry(row, formal, formal))
        for formal, name in _lines(cells, "national"):
            self.cores.setdefault(name, Entry(row, formal, formal))
        for first, name in _lines(cells, "units"):
            self.cores.setdefault(name, Entry(row, "", first, apart=True))
        for name in cells.get("placed", ()):
            self.placed.setdefault(name, Entry(row, "", name if row.kind == "enterprise" else _BRANCH))
        for name in cells.get("endings", ()):
            self.endings.setdefault(name, Entry(row, "", ""))
        if tails := cells.get("tails"):
            branch = Branch(
                tuple(sorted(tails, key=len, reverse=True)),
                Entry(row, "", "" if row.kind == "enterprise" else _BRANCH),
            )
            for head in cells["heads"]:
                self.heads.setdefault(head, []).append(branch)

    def _row(self, cells: Cells, kind: str) -> Row:
        body = cells.get("body") or (cells["functions"][0] if "functions" in cells else cells["id"])
        known = self.rows.get(body)
        return Row(
            body,
            cells.get("kind") or kind or (known.kind if known else "other"),
            tuple(cells.get("functions", ())),
            self.usual.union(cells.get("organs", ())),
            cells.get("full", ""),
            tuple(name for _, name in _lines(cells, "national")),
            _former(cells),
        )


def _former(cells: Cells) -> Former | None:
    if "successor" not in cells:
        return None
    until, local = cells.get("until", ""), cells.get("until_local", "")
    return Former(
        until or local, local or until, cells.get("confidence") != "unconfirmed", cells["successor"]
    )


def _lines(cells: Cells, column: str) -> Iterator[tuple[str, str]]:
    """Every name of a column, with the formal one of its line."""
    for line in cells.get(column, ()):
        names = line.split()
        for name in names:
            yield names[0], name
