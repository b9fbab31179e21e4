"""Small notices of our own, and what a record says put so that a table of cases can hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planparse import extract

Node = dict[str, Any]
# A sentence, and the quantities that it states.
Case = tuple[str, list[Node]]

NEXT = "2.开展跟踪回访。定期了解群众意见。（县政府办负责）"


def notice(body: str, *, plan: str = "青禾县服务提升2023年行动计划") -> str:
    """A whole notice that carries a plan with this body."""
    return (
        f"青禾县人民政府关于印发{plan}的通知\n"
        "青政发〔2023〕7号\n\n"
        "各乡镇人民政府，县直各有关单位：\n"
        f"现将《{plan}》印发给你们，请认真组织实施。\n\n"
        "青禾县人民政府\n"
        "2023年3月10日\n\n"
        f"{plan}\n\n"
        f"{body}\n"
    )


def record(body: str, **more: str) -> dict[str, Any]:
    """The record of a notice whose plan has this body."""
    return extract(notice(body, **more)).to_dict()


def plan(body: str, **more: str) -> dict[str, Any]:
    found = record(body, **more)["plan"]
    assert isinstance(found, dict)
    return found


def measure(text: str) -> Node:
    """The record of a text that stands as the first measure of a section; a second one follows."""
    section = plan(f"一、主要任务\n1.{text}\n{NEXT}")["sections"][0]
    first, second = section["measures"]
    assert [first["label"], second["label"]] == ["1.", "2."]
    assert owners(second) == ["responsible 负责: 县政府办"]
    return dict(first)


def nodes(holder: Node) -> Iterator[Node]:
    """Sections and measures below a plan or section, each before what it holds."""
    for child in [*holder.get("measures", []), *holder.get("sections", [])]:
        yield child
        yield from nodes(child)


def measures(holder: Node) -> list[Node]:
    return [node for node in nodes(holder) if "level" not in node]


def sections(holder: Node) -> list[Node]:
    return [node for node in nodes(holder) if "level" in node]


def owners(node: Node) -> list[str]:
    """`lead 牵头: 县水利局、县财政局 …`: one line per group; … where the list is open."""
    return [
        f"{group['role']} {group.get('role_text', '')}".strip()
        + ": "
        + "、".join(body["text"] for body in group["departments"])
        + (" …" if group.get("open") else "")
        for group in node.get("responsibilities", [])
    ]


def quantities_of(sentence: str) -> list[Node]:
    """What a measure with this sentence promises and sets."""
    return quantities(measure(f"完善服务。{sentence}（县民政局负责）"))


def quantity(
    what: str, value: Any, unit: str | None, comparator: str, indicator: str | None, **more: Any
) -> Node:
    """What a case says of a target or standard; `indicator` may be spelt in several ways, `|` between."""
    stated = {"what": what, "comparator": comparator, "indicator": indicator, **more}
    if isinstance(value, tuple):
        stated["ratio"] = list(value)
    else:
        stated["value"] = value
    if unit is not None:
        stated["unit"] = unit
    return {key: entry for key, entry in stated.items() if entry != ""}


def target(value: Any, unit: str, comparator: str = "=", indicator: str | None = "", **more: Any) -> Node:
    return quantity("target", value, unit, comparator, indicator, **more)


def standard(value: Any, unit: str | None, comparator: str = "=", kind: str = "", **more: Any) -> Node:
    return quantity("standard", value, unit, comparator, kind=kind, **{"indicator": "", **more})


def quantities(node: Node) -> list[Node]:
    """Targets and standards in the order of the text."""
    found = [{"what": "target", **entry} for entry in node.get("targets", [])]
    found += [{"what": "standard", **entry} for entry in node.get("standards", [])]
    return sorted(found, key=lambda entry: entry["span"])


def as_stated(found: list[Node], stated: list[Node]) -> list[Node]:
    """What was found, as far as the case speaks of it; it equals the case where the two agree.

    Quantities that the case does not list are shown with their text.
    """
    shown = [{key: entry.get(key) for key in case} for entry, case in zip(found, stated, strict=False)]
    for entry, case in zip(shown, stated, strict=False):
        if entry.get("indicator") in (case.get("indicator") or "").split("|"):
            entry["indicator"] = case["indicator"]
    return shown + [{"what": entry["what"], "text": entry["text"]} for entry in found[len(stated) :]]
