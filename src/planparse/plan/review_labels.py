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
    labels = [node.label for node in nodes if node.label is not None and node.label.start < node.label.end]
    # Widths are seen in the source only; most notices keep to one.
    widths = "(" in source and "（" in source
    ends = {(label.style, view.text[label.end - 1]) for label in labels}
    if not widths and len(ends) == len({style for style, _ in ends}):
        return
    alike: dict[tuple[str, str], list[Label]] = {}
    for label in labels:
        mark = _mark(source, view, label)
        if not mark.isalnum():
            alike.setdefault((label.style, mark), []).append(label)
    for style in dict.fromkeys(style for style, _ in alike):
        _review_style(view, [these for (of, _), these in alike.items() if of == style], findings)


def _mark(source: str, view: TextView, label: Label) -> str:
    """The character behind the number, as written."""
    place = label.end - 1
    while view.text[place] == " ":
        place -= 1
    mark = view.text[place]
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
