"""`planparse show`: one notice as a tree in the terminal, and what it sets in figures.

Text of the document reaches the terminal only as rich Text, never as markup, and with its
control characters escaped: `[bookmark: x]` is not a tag, an ESC moves no cursor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from planparse.cli import console
from planparse.cli.config import selection_for
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import ConfigOption, FileArgument, LanguageOption, MemberOption, RulesOption
from planparse.cli.reading import analyse, displayed_name
from planparse.cli.reporting import report_errors, status_of
from planparse.cli.screen import screen
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from planparse.records import Deadline, Document, EffectiveOwner, Measure, Node, Plan, Section, Target

    Owners = Mapping[str, Sequence[EffectiveOwner]]

_OPENING_CHARACTERS = 30  # of a measure without a title
_COMPARATORS = {">=": "≥", "<=": "≤", "~": "≈"}


def show(
    ctx: typer.Context,
    file: FileArgument,
    member: MemberOption = None,
    rules: RulesOption = None,
    config: ConfigOption = None,
    lang: LanguageOption = None,
) -> int:
    language: Language = ctx.obj
    analysis = analyse(file, member, rules, selection_for(file, config, None, None, language), language)
    console.write_out(_drawn(analysis.document, language))
    found = list(analysis.findings)
    report_errors(found, analysis.text, analysis.pages, displayed_name(file), language)
    return status_of(found, "error")


def _drawn(document: Document, language: Language) -> str:
    """Tree, figures and summary line as terminal text, coloured where standard output is a terminal."""
    from planparse.cli.figures import figures

    terminal = screen()
    with terminal.capture() as capture:
        terminal.print(_tree(document, language))
        for line in figures(document, language):
            terminal.print(line)
        terminal.print(_summary(document, language))
    return capture.get()


def _tree(document: Document, language: Language) -> Tree:
    from rich.tree import Tree

    tree = Tree(_head(document, language))
    plan = document.plan
    if plan is None:
        tree.add(_text(text("show.no-plan", language), style="dim"))
        return tree
    branch = tree.add(_text(plan.title or text("show.untitled-plan", language), style="bold"))
    _add_children(branch, plan, document.all_effective_owners(), language)
    return tree


def _head(document: Document, language: Language) -> Text:
    notice = document.notice
    if notice is None:
        return _text(document.source.name, style="bold")
    number = notice.document_number
    facts = [
        ("show.number", number.text if number else ""),
        ("show.date", notice.date.isoformat() if notice.date else ""),
        ("show.issuers", "、".join(notice.issuers or ())),
    ]
    title = _text(notice.title or document.source.name, style="bold")
    return _lines([title, *(_row(text(key, language), value) for key, value in facts if value)])


def _add_children(branch: Tree, parent: Plan | Section, owners: Owners, language: Language) -> None:
    """Measures and sections below a branch, in the order of the text."""
    for node in sorted((*(parent.measures or ()), *(parent.sections or ())), key=_place):
        _add_node(branch, node, owners, language)


def _place(node: Node) -> int:
    return node.span[0][0] if node.span else 0


def _add_node(branch: Tree, node: Measure | Section, owners: Owners, language: Language) -> None:
    from planparse.records import Section

    found = owners[node.id]
    if isinstance(node, Section):
        child = branch.add(_text(f"{node.label or ''}{node.title or _opening(node)}", style="bold cyan"))
        # What a section has from the one above it stands there already.
        stated = [owner for owner in found if owner.via != "section"]
        _add_facts(child, node, stated, language)
        _add_children(child, node, owners, language)
        return
    heading = _row(node.id, node.title or _opening(node), style="green")
    _add_facts(branch.add(heading), node, found, language)


def _opening(node: Node) -> str:
    body = " ".join((node.text or "").split())
    return body if len(body) <= _OPENING_CHARACTERS else body[:_OPENING_CHARACTERS] + "…"


def _add_facts(branch: Tree, node: Node, owners: Sequence[EffectiveOwner], language: Language) -> None:
    rows = _owner_rows(node, owners, language)
    if node.targets:
        rows.append((text("show.targets", language), "；".join(_target(t, language) for t in node.targets)))
    if node.deadlines:
        rows.append((text("show.deadlines", language), "；".join(map(_deadline, node.deadlines))))
    for name, value in rows:
        branch.add(_row(name, value))


def _owner_rows(node: Node, owners: Sequence[EffectiveOwner], language: Language) -> list[tuple[str, str]]:
    """One row per role and origin: the role, then its bodies and where they come from."""
    groups: dict[tuple[str, str], list[str]] = {}
    for owner in owners:
        groups.setdefault((owner.role, owner.via), []).append(owner.department.name)
    open_roles = {group.role for group in node.responsibilities or () if group.open}
    rows = []
    for (role, via), names in groups.items():
        bodies = "、".join(names)
        if via == "own" and role in open_roles:
            bodies += text("show.open", language)
        origin = "" if via == "own" else text(f"show.via.{via}", language)
        rows.append((text(f"show.role.{role}", language), bodies + origin))
    return rows


def _target(target: Target, language: Language) -> str:
    """`5G基站 ≥ 40 个 (by 2024-12-31)`; as written where the text does not say what is counted."""
    parts = [target.indicator, *_amount(target)] if target.indicator else [target.text]
    if target.due:
        parts.append(f"({text('show.due', language, date=target.due.isoformat())})")
    return " ".join(parts)


def _amount(target: Target) -> list[str]:
    """Comparator, value and unit; `1–2` for a range, `36 → 24` for a value with its baseline."""
    if target.ratio:
        return [":".join(map(_number, target.ratio))]
    if target.value is None:
        return [target.text]
    value = _number(target.value)
    if target.value_max is not None:
        value = f"{value}–{_number(target.value_max)}"
    if target.baseline is not None:
        value = f"{_number(target.baseline)} → {value}"
    comparator = (
        [] if target.comparator == "range" else [_COMPARATORS.get(target.comparator, target.comparator)]
    )
    return [*comparator, value, target.unit] if target.unit else [*comparator, value]


def _number(value: object) -> str:
    return format(value, "f") if not isinstance(value, int) else str(value)


def _deadline(deadline: Deadline) -> str:
    dates = [date.isoformat() for date in (deadline.start, deadline.end) if date]
    return f"{deadline.text} ({' – '.join(dates)})" if dates else deadline.text


def _summary(document: Document, language: Language) -> Text:
    from planparse.records import Section

    sections = measures = targets = 0
    bodies: set[str] = set()
    for node, _ in document.nodes():
        if isinstance(node, Section):
            sections += 1
        else:
            measures += 1
        targets += len(node.targets or ())
        bodies.update(d.name for group in node.responsibilities or () for d in group.departments)
    counts = {"sections": sections, "measures": measures, "bodies": len(bodies), "targets": targets}
    return _text(text("show.summary", language, **counts), style="bold")


def _text(value: str, style: str) -> Text:
    from rich.text import Text

    return Text(visible(value), style=style)


def _row(name: str, value: str, style: str = "dim") -> Text:
    from rich.text import Text

    return Text.assemble((visible(name), style), "  ", visible(value))


def _lines(lines: Sequence[Text]) -> Text:
    from rich.text import Text

    return Text("\n").join(lines)
