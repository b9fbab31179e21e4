"""Which body a name means: its function, its place, its kind (domain: rules/bodies).

The longest core that the registry knows is taken, if what stands before it is a place: 市市场监管局
is the 市场监管局 of the issuer's city. Branches with their place inside are read before that; merged
bureaus, parts of bodies and groups, which have no fixed names, after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from planparse.facts.body_words import BodyWords, beginnings_of, endings_of
from planparse.facts.collectives import read_collective
from planparse.facts.cores import Core, Cores
from planparse.facts.governments import read_bare_place, read_government
from planparse.facts.places import NOWHERE, Jurisdiction, Place, Places
from planparse.facts.registry import Entry, Registry, Row
from planparse.facts.resolution import UNKNOWN, Resolution
from planparse.facts.surroundings import ELIDED, Surroundings, Where
from planparse.rulepack import RulePack

_BRACKETS = str.maketrans("（）［］[]〔〕〈〉＜＞<>【】", "()" * 8)
_LONGEST_ORGAN = 9
_LONGEST_ENDING = 16
_LONGEST_HEAD = 12
_LONGEST_UNIT = 4
_LONGEST_WORD = 4
_LONGEST_NAME = 60
_AND_OTHERS = "等"
# Kinds of bodies that may follow a place of which nobody knows the level (桂舫海关).
_PLACED = frozenset({"vertical", "enterprise"})


class Resolver:
    """Resolves the names in one notice; `jurisdiction` is its issuer's."""

    def __init__(self, jurisdiction: Jurisdiction | None, rules: RulePack) -> None:
        self.registry = rules.derive(Registry)
        self.words = rules.derive(BodyWords)
        self.cores = rules.derive(Cores)
        self.around = Surroundings(jurisdiction, self.words, rules.derive(Places))
        self._local = {str(row["name"]): row for row in self.registry.local if self._holds(row)}
        self.met: list[Resolution] = []  # the names resolved so far, each once
        self._with_place: dict[str, Resolution] = {}
        self._without_place: dict[tuple[str, Place | None], Resolution] = {}

    def resolve(self, names: Iterable[str]) -> list[Resolution]:
        """The names of one list, as they stand in the text, in their order.

        省 in 省发展改革委、能源局 reaches over both.
        """
        found: list[Resolution] = []
        reach: Place | None = None
        for name in names:
            resolution = self._with_place.get(name) or self._look_up(name, reach)
            found.append(resolution)
            if resolution.word:
                reach = resolution.place or NOWHERE
        return found

    def _look_up(self, text: str, reach: Place | None) -> Resolution:
        """What a name means that has not been met, or that has no place of its own."""
        resolution = self._without_place.get((text, reach))
        if resolution is None:
            name = "".join(text.split())
            resolution = self.read(name.translate(_BRACKETS), reach)
            if resolution.name != name:
                resolution = resolution._replace(name=name)
            self.met.append(resolution)
            if resolution.core and name.startswith(resolution.core):
                self._without_place[text, reach] = resolution
            else:
                self._with_place[text] = resolution
        return resolution

    def read(self, name: str, reach: Place | None = None) -> Resolution:
        """What a name means; `reach` is the place of the names before it that have none of their own."""
        core = self.cores.common(name)
        where = self.around.read(name[: core.start]) if core else None
        if core and where:
            found = self._made(core, where, reach, name)
        elif len(name) > _LONGEST_NAME:
            found = UNKNOWN
        else:
            found = self._read_compound(name, reach) or self.read_single(name, reach)
        return self._locally(name, found) if name in self._local else found

    def _read_compound(self, name: str, reach: Place | None) -> Resolution | None:
        """Names with more than a place and a core: 教育部等部门, 各镇（街道）, 市工信局（市国资委）."""
        if _AND_OTHERS in name[1:]:
            listed = self.read(name[: name.index(_AND_OTHERS, 1)], reach)
            if listed.body:
                return listed
        if not self.words.mark_letters.isdisjoint(name):
            collective = read_collective(name, self.registry, self.around, self.read_single)
            if collective is not None:
                return collective
        if name.endswith(")") and name not in self.registry.cores:
            return self._with_plate(*name[:-1].partition("(")[::2], reach)
        return None

    def read_single(self, name: str, reach: Place | None = None) -> Resolution:
        """What a name without brackets means that stands for one body."""
        for read in (self._branch, self._core, self._government, self._ending, self._unit, self._merged):
            found = read(name, reach)
            if found is not None:
                return found
        return read_bare_place(name, self.registry, self.around) or UNKNOWN

    def _with_plate(self, name: str, plate: str, reach: Place | None) -> Resolution:
        """市工信局(市国资委): the plate in brackets is another name, and a function, of the body."""
        found, other = self.read_single(name, reach), self.read_single(plate, reach)
        if not found.body or not other.body:
            return found
        functions = tuple(dict.fromkeys((*found.all_functions, *other.all_functions)))
        return found._replace(aliases=(plate,), functions=functions if len(functions) > 1 else ())

    def _holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a local name is one in this notice."""
        own = self.around.own
        return row.get("in") is None or (own is not None and row["in"] == own.name)

    def _locally(self, name: str, found: Resolution) -> Resolution:
        """A resolution with what the table of local names says of the name."""
        row = self._local[name]
        if found.body != row["body"]:
            kind = self.registry.rows[row["body"]].kind
            place = found.place or self.around.leading(name)
            found = Resolution(name=name, body=row["body"], kind=kind, place=place)
        return found._replace(
            kind=row.get("kind") or found.kind,
            full_name=row.get("full_name") or found.full_name,
            functions=tuple(row.get("functions") or found.functions),
        )

    # The readers, in the order in which they are asked. None: the name is of another form.

    def _core(self, name: str, reach: Place | None) -> Resolution | None:
        """The longest core of the registry with a place before it."""
        organs = self.cores.stem_organs(name)
        if not organs and self.registry.core_ends.isdisjoint((name[-2:], name[-1:])):
            return None
        for start in range(len(name)):
            placed = self.registry.placed.get(name[start:])
            core = self.cores.at(name, start, organs)
            if core is None and placed is None:
                continue
            where = self.around.read(name[:start])
            if where is None:
                continue
            if placed is not None and (where.bare or core is None):
                return self._made(Core(placed, "", start), where, reach, name)
            if core is not None and (not where.bare or where.level or core.entry.row.kind in _PLACED):
                return self._made(core, where, reach, name)
        return None

    def _branch(self, name: str, reach: Place | None) -> Resolution | None:
        """人行 + 忻州 + 中心支行: a head, the place, a tail."""
        if name[:2] not in self.registry.head_starts:
            return None
        for head in beginnings_of(name, self.registry.heads, _LONGEST_HEAD):
            for branch in self.registry.heads[head]:
                for tail in branch.tails:
                    if name.endswith(tail) and len(name) >= len(head) + len(tail):
                        inside = name[len(head) : len(name) - len(tail)]
                        where = self.around.read(inside)
                        if where is not None:
                            formal = tail if branch.entry.row.full else ""
                            return self._made(Core(branch.entry, formal, 0), where, reach, name)
        return None

    def _government(self, name: str, reach: Place | None) -> Resolution | None:
        return read_government(name, self.registry, self.around, reach)

    def _ending(self, name: str, reach: Place | None) -> Resolution | None:
        """澜湖高新区管委会: a name of no fixed form, by how it ends."""
        ending = next(endings_of(name, self.registry.endings, _LONGEST_ENDING), "")
        if not ending:
            return None
        row = self.registry.endings[ending].row
        return Resolution(body=row.body, kind=row.kind, place=self.around.leading(name))

    def _merged(self, name: str, reach: Place | None) -> Resolution | None:
        """教体局, 农业农村和水利局: the name is made of the names of its functions."""
        organs = self.cores.organs(name)
        for start in range(len(name)) if organs else ():
            core = self.cores.merged_at(name, start, organs)
            where = self.around.read(name[:start]) if core else None
            if core and where and (where.level or not where.bare):
                return self._made(core, where, reach, name)
        return None

    def _unit(self, name: str, reach: Place | None) -> Resolution | None:
        """市生态环境局 + 青禾 + 分局: a part of a body, at times in a place of its own."""
        unit = next(endings_of(name, self.words.units, _LONGEST_UNIT), "")
        for end in range(len(name) - len(unit) - (not unit), 2, -1):
            if name[end - 1] not in self.words.organ_ends or not (unit or name[end:] in self.registry.cores):
                continue
            outer = self._branch(name[:end], reach) or self._core(name[:end], reach)
            if outer is None:
                continue
            place = outer.place
            if unit in self.words.branches and (where := self.around.read(name[end : -len(unit)])):
                outer = outer._replace(kind="vertical" if outer.kind == "department" else outer.kind)
                place = where.place
            full = outer.full_name + name[end:] if outer.full_name else ""
            return outer._replace(place=place, full_name=full, line=name[end:], core=name, apart=True)
        return None

    # What a name that is understood means.

    def _made(self, core: Core, where: Where, reach: Place | None, name: str) -> Resolution:
        entry, formal, start = core
        row = entry.row
        place = self._elided(entry, formal, reach) if where is ELIDED else where.place
        place = None if place is NOWHERE else place
        kind = self._kind(row, where.organ)
        if kind == "vertical" and place is not None and place.level == "national":
            kind = "department"
        return Resolution(
            name,
            row.body,
            kind,
            place,
            self._full_name(row, formal, place, where),
            (),
            row.functions,
            entry.line,
            name[start:],
            row.former,
            where.word,
            entry.apart,
        )

    def _kind(self, row: Row, organ: str) -> str:
        return organ if organ and row.kind in ("department", "party") else row.kind

    def _elided(self, entry: Entry, formal: str, reach: Place | None) -> Place | None:
        """The place of a name without one: that of the names before it, else the issuer's.

        财政部 and 财政厅 are of one level whoever speaks of them.
        """
        national = entry.row.national
        if entry.formal in national:
            return self.around.at("national")
        level = next(
            (self.words.organ_levels[end] for end in endings_of(formal, self.words.organ_levels, 2)), ""
        )
        if (
            level == "national"
            and entry.row.kind != "party"
            and any(name.endswith(formal) for name in national)
        ):
            return self.around.at(level)
        if level == "province":
            return self.around.at(level)
        return reach or self.around.own

    def _full_name(self, row: Row, formal: str, place: Place | None, where: Where) -> str:
        if place is None or not place.level:
            return ""
        if place.level == "national":
            return next((name for name in row.national if formal and name.endswith(formal)), "")
        if not formal:
            return ""
        if row.full:
            return row.full.format(place=place.name, stem=self.around.places.stem(place.name), tail=formal)
        return "" if where.organ == "party" else place.name + formal
