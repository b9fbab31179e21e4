"""The kind of a document: plan, regulation or other."""

from __future__ import annotations

from typing import NamedTuple

from planparse.rulepack import Matcher, RulePack
from planparse.structure.elements import title_kind
from planparse.structure.lines import fold

# Openings say what they lead to well within this.
_OPENING = 3000
# What the words of a title's subject say of a notice that hands out a document.
_HANDS_OUT = ("issued", "forwarded")


class Tasks(NamedTuple):
    """How a document assigns tasks: whether at all, whether it gives anybody a role, and whether most of
    its items close so; whether most of its articles say what is paid (若干措施 written in 条)."""

    assigned: bool = False
    roles: bool = False
    throughout: bool = False
    grants: bool = False


def document_kind(plan_title: str, title: str, opening: str, tasks: Tasks, rules: RulePack) -> str:
    """The kind as the titles tell it; where they do not, a document that assigns tasks is a plan.

    One that assigns them `throughout`, or `grants`, is a plan also where its title says 细则 or 办法.
    The plan's own title decides, else what the notice issues (印发《…办法》的通知), else the
    notice's title. A notice whose title names only a matter is a plan if it assigns bodies, one
    whose title says that it is none (决定, 报告) only if it gives them `roles`. Where no title tells,
    the opening, which is the text above the first label, says what follows.
    """
    if not plan_title and rules.pattern("notice.commentary").search(fold(title)):
        return "other"
    kinds = [title_kind(known, rules) for known in (plan_title, *_inner_titles(title, rules), title) if known]
    for kind in kinds:
        if kind == "regulation" and (tasks.throughout or tasks.grants):
            return "plan"
        if kind is not None and not (kind == "other" and tasks.roles):
            return kind
    if tasks.assigned or rules.pattern("notice.letter-tail").search(title):
        return "plan"
    return "other" if "other" in kinds else _purpose(opening[:_OPENING], rules)


def _purpose(opening: str, rules: RulePack) -> str:
    rows = rules.derive(_purposes)
    return next((kind for kind, pattern in rows if pattern.search(opening)), "other")


def _purposes(rules: RulePack) -> list[tuple[str, Matcher]]:
    name = "notice.purpose"
    return [(str(row["kind"]), rules.compile(name, row["pattern"])) for row in rules.table(name)]


def _inner_titles(title: str, rules: RulePack) -> list[str]:
    """What a notice says it issues: the title in 《》, else its own title without 的通知.

    A title in 《》 amid its own is another document's: 落实《…条例》的实施意见.
    """
    folded = fold(title)
    quoted = rules.pattern("notice.issued-quoted").search(folded)
    tail = rules.pattern("notice.letter-tail").search(folded)
    bare = title[: tail.start()] if tail else title
    if quoted and rules.pattern("notice.quoted-tail").search(folded, 0, len(bare)):
        return [quoted["inner"]]
    words = rules.words("notice.subject-words")
    handed_out = any(word in title for word, says in words.items() if says in _HANDS_OUT)
    return [bare] if tail and handed_out else []
