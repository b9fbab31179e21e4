"""The kind of a document: plan, regulation or other."""

from __future__ import annotations

import re
from typing import NamedTuple

from planparse.rulepack import Matcher, RulePack
from planparse.structure.elements import title_kind
from planparse.structure.lines import fold

# What is 印发 or 公布 is issued; what is 废止 or 贯彻落实 is only named.
_ISSUED = re.compile(
    r"(?:^|关于|(?:印发|印送|转发|批转|下发|发布|公布|颁布)(?:(?!废止|修改|落实|执行)[^《》]){0,30})"
    r"《(?P<inner>[^《》]{2,120})》"
)
_QUOTED_TAIL = re.compile(r"》(?:[(（][^()（）]{1,20}[)）]|等[^《》]{0,20})?$")
# Openings say what they lead to well within this.
_OPENING = 3000
_NOTICE_TAIL = re.compile(r"(?:的)?(?:通知|函)$")


class Tasks(NamedTuple):
    """How a document assigns tasks: whether at all, whether it gives anybody a role, and whether most of
    its items close so."""

    assigned: bool = False
    roles: bool = False
    throughout: bool = False


def document_kind(plan_title: str, title: str, opening: str, tasks: Tasks, rules: RulePack) -> str:
    """The kind as the titles tell it; where they do not, a document that assigns tasks is a plan.

    One that assigns them `throughout` is a plan also where its title says 细则 or 办法.
    The plan's own title decides, else what the notice issues (印发《…办法》的通知), else the
    notice's title. A notice whose title names only a matter is a plan if it assigns bodies, one
    whose title says that it is none (决定, 报告) only if it gives them `roles`. Where no title tells,
    the opening, which is the text above the first label, says what follows.
    """
    if not plan_title and rules.pattern("notice.commentary").search(fold(title)):
        return "other"
    kinds = [title_kind(known, rules) for known in (plan_title, *_inner_titles(title), title) if known]
    for kind in kinds:
        if kind == "regulation" and tasks.throughout:
            return "plan"
        if kind is not None and not (kind == "other" and tasks.roles):
            return kind
    if tasks.assigned or _NOTICE_TAIL.search(title):
        return "plan"
    return "other" if "other" in kinds else _purpose(opening[:_OPENING], rules)


def _purpose(opening: str, rules: RulePack) -> str:
    rows = rules.derive(_purposes)
    return next((kind for kind, pattern in rows if pattern.search(opening)), "other")


def _purposes(rules: RulePack) -> list[tuple[str, Matcher]]:
    name = "notice.purpose"
    return [(str(row["kind"]), rules.compile(name, row["pattern"])) for row in rules.table(name)]


def _inner_titles(title: str) -> list[str]:
    """What a notice says it issues: the title in 《》, else its own title without 的通知.

    A title in 《》 amid its own is another document's: 落实《…条例》的实施意见.
    """
    quoted = _ISSUED.search(title)
    bare = _NOTICE_TAIL.sub("", title)
    if quoted and _QUOTED_TAIL.search(bare):
        return [quoted["inner"]]
    return [bare] if bare != title and ("印发" in title or "转发" in title) else []
