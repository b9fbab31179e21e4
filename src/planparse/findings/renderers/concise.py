"""One line for each finding."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.findings.families.entry import Lang
from planparse.findings.model import Finding
from planparse.findings.positions import LineIndex
from planparse.findings.renderers.placed import headlines, in_order
from planparse.findings.visible import visible


def render(findings: Sequence[Finding], text: str, name: str, lang: Lang, pages: Sequence[int] = ()) -> str:
    """A line for each finding, in order of place; empty where there are none."""
    if not findings:
        return ""
    lines = headlines(in_order(findings), LineIndex(text, pages), visible(name), lang)
    return "".join(f"{line}\n" for line in lines)
