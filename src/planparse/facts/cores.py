"""Cores of names: what stands behind the place, looked up in the registry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planparse.facts.body_words import BodyWords, endings_of
from planparse.facts.merged import read_merged
from planparse.facts.registry import Entry, Registry
from planparse.rulepack import RulePack

_LONGEST_ORGAN = 9
_LONGEST_NAME = 60
_SHORTEST_PART = 4  # characters of a single part that names a bureau with an addition (社会保障局)
# Names that are kept from notice to notice; they are the same few hundred in most of them.
_KEPT = 20_000
# 等 and brackets: a name with them is more than a place and a core.
_COMPOUND = frozenset("等()")


class Core(NamedTuple):
    """What a core stands for; its formal name, empty for 主管部门 and the like; where it begins."""

    entry: Entry
    formal: str
    start: int


class Cores:
    """Looks up cores. The common ones are kept: they do not depend on whose notice it is."""

    def __init__(self, rules: RulePack) -> None:
        self.registry = rules.derive(Registry)
        self.words = rules.derive(BodyWords)
        self._uncommon = self.words.mark_letters | _COMPOUND
        self._kept: dict[str, Core | None] = {}

    def common(self, name: str) -> Core | None:
        """The core of a name that has at most a level word of one letter before it: 市财政局, 财政局."""
        if len(name) > _LONGEST_NAME:
            return None
        if name not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[name] = self._common(name)
        return self._kept[name]

    def _common(self, name: str) -> Core | None:
        if name[:2] in self.registry.head_starts or not self._uncommon.isdisjoint(name):
            return None
        organs = self.stem_organs(name)
        for start in (0, 1) if name[:1] in self.words.levels else (0,):
            if name[start:] in self.registry.placed:
                return None
            if core := self.at(name, start, organs):
                return core
        return None

    def organs(self, name: str) -> list[str]:
        """The organs that a name ends in, shortest first: 应急管理局 is 应急管理 + 局."""
        if name[-1:] not in self.words.organ_ends:
            return []
        return list(endings_of(name, self.words.organs, _LONGEST_ORGAN))[::-1]

    def stem_organs(self, name: str) -> list[str]:
        """Those of its organs before which a stem of the registry may stand."""
        ends = self.registry.stem_ends
        return [organ for organ in self.organs(name) if name[: -len(organ)][-2:] in ends]

    def at(self, name: str, start: int, organs: Sequence[str]) -> Core | None:
        """The core that is all of a name from `start` on."""
        text = name[start:]
        entry = self.registry.cores.get(text)
        if entry is not None:
            return Core(entry, entry.formal, start)
        for organ in organs:
            entry = self._stem(text[: -len(organ)])
            formal = self.words.organs[organ]
            if entry is not None and formal in entry.row.organs:
                return Core(entry, entry.formal + formal if formal else "", start)
        return None

    def _stem(self, text: str) -> Entry | None:
        """发展和改革 as 发展改革."""
        found = self.registry.stems.get(text)
        if found is None and not self.words.joint_letters.isdisjoint(text):
            found = self.registry.stems.get(text.translate(self.words.joints))
        return found

    def merged_at(self, name: str, start: int, organs: Sequence[str]) -> Core | None:
        """The core from `start` on, read as the functions of a merged bureau: 农业农村和水利 + 局."""
        for organ in organs:
            stem = name[start : -len(organ)]
            merged = read_merged(stem.translate(self.words.joints), self.registry.parts, self.words.fillers)
            if merged is not None and (merged.parts > 1 or len(stem) >= _SHORTEST_PART):
                functions = merged.functions if len(merged.functions) > 1 else ()
                row = self.registry.rows[merged.functions[0]]._replace(functions=functions)
                formal = stem + self.words.organs[organ] if merged.formal else ""
                return Core(Entry(row, "", ""), formal, start)
        return None

    def is_one(self, name: str) -> bool:
        """Whether a name with 和 in it is that of one body: 县农业农村和水利局, not 县财政局和审计局."""
        organs = self.organs(name)
        starts = (0, 1) if name[:1] in self.words.levels else (0,)
        return any(self.at(name, start, organs) or self.merged_at(name, start, organs) for start in starts)
