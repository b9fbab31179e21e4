"""Several documents in one notice: the plan among them, and the norms that it hands out beside it."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.plan.roles import Branch, walk
from planparse.rulepack import RulePack
from planparse.structure.elements import title_kind
from planparse.structure.several import PLAN


def plan_among_several(text: str, root: Branch, rules: RulePack) -> str:
    """The title of the first plan among several documents; empty where there is none."""
    titles = (title for _, title in _documents(text, root))
    return next((title for title in titles if title_kind(title, rules) == "plan"), "")


def tell_norms(text: str, root: Branch, rules: RulePack) -> None:
    """Norms (办法) beside a plan promise nothing."""
    for branch, title in _documents(text, root):
        if title_kind(title, rules) == "regulation":
            for below in (branch, *walk(branch)):
                below.told = True


def _documents(text: str, root: Branch) -> Iterator[tuple[Branch, str]]:
    for child in root.children:
        if child.item.label is not None and child.item.label.style == PLAN and child.item.paragraphs:
            yield child, text[slice(*child.item.paragraphs[0])]
