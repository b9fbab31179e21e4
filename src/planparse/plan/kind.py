"""The kind of a document: plan, regulation or other."""

from __future__ import annotations

import re

from planparse.rulepack import RulePack
from planparse.structure.elements import title_kind

_WRAPPED = re.compile(r"《(?P<inner>[^《》]{2,120})》")
_NOTICE_TAIL = re.compile(r"(?:的)?(?:通知|函)$")


def document_kind(plan_title: str, title: str, assigned: bool, rules: RulePack) -> str:
    """The kind as the titles tell it; where they do not, a document that assigns tasks is a plan.

    The plan's own title decides, else what the notice issues (印发《…办法》的通知), else the
    notice's title. A notice whose title names only a matter is a plan if it assigns bodies.
    """
    for candidate in (plan_title, *_inner_titles(title), title):
        kind = title_kind(candidate, rules) if candidate else None
        if kind is not None and not (kind == "other" and assigned):
            return kind
    return "plan" if assigned or _NOTICE_TAIL.search(title) else "other"


def _inner_titles(title: str) -> list[str]:
    """What a notice says it issues: the title in 《》, else its own title without 的通知."""
    quoted = _WRAPPED.search(title)
    bare = _NOTICE_TAIL.sub("", title)
    if quoted:
        return [quoted["inner"]]
    return [bare] if bare != title and ("印发" in title or "转发" in title) else []
