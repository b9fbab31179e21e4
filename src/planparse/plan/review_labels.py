"""Labels of one numbering that are not written alike."""

from __future__ import annotations

from collections.abc import Iterable

from planparse.findings.model import Findings
from planparse.findings.model import Label as Note
from planparse.plan.model import Node
from planparse.spans import TextView, covered
from planparse.structure.labels import Label


def review_labels(source: str, view: TextView, nodes: Iterable[Node], findings: Findings) -> None:
    """（一） beside (二), 1. beside 2、: those that are fewer are pointed at."""
    text = view.text
    # Widths are seen in the source only; most notices keep to one.
    widths = "(" in source and "（" in source
    alike: dict[tuple[str, str], list[Label]] = {}
    for node in nodes:
        label = node.label
        if label is None or label.start == label.end:
            continue
        mark = text[label.end - 1]
        if mark == " " or (widths and mark == ")"):
            mark = _mark(source, view, label)
        alike.setdefault((label.style, mark), []).append(label)
    if len(alike) == len({style for style, _ in alike}):
        return
    for style in dict.fromkeys(style for style, _ in alike):
        marks = {mark: these for (of, mark), these in alike.items() if of == style and not mark.isalnum()}
        _review_style(view, list(marks.values()), findings)


def _mark(source: str, view: TextView, label: Label) -> str:
    """The character behind the number, a bracket as wide as written."""
    text, place = view.text, label.end - 1
    while text[place] == " ":
        place -= 1
    mark = text[place]
    return covered(source, view.to_source(place, place + 1)) if mark == ")" else mark


def _review_style(view: TextView, alike: list[list[Label]], findings: Findings) -> None:
    """`alike` are the labels of one style, those that are written alike together."""
    if len(alike) < 2:
        return
    usual, *others = sorted(alike, key=len, reverse=True)
    strange = sorted([label for labels in others for label in labels], key=lambda label: label.start)
    findings.add(
        "PP308",
        tuple([span for label in strange for span in view.to_source(label.start, label.end)]),
        labels=(Note(view.to_source(usual[0].start, usual[0].end), "usual"),),
        label=view.text[strange[0].start : strange[0].end].strip(),
    )
