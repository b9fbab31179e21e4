"""Each finding with its source line, marked under the characters it is about."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.findings.catalogue import help_text, note
from planparse.findings.families.entry import Lang
from planparse.findings.model import Finding
from planparse.findings.positions import LineIndex
from planparse.findings.renderers.placed import headlines, in_order
from planparse.findings.renderers.snippet import Snippet, snippet
from planparse.findings.visible import visible

_HELP = {"zh": "建议：", "en": "help: "}


def render(findings: Sequence[Finding], text: str, name: str, lang: Lang, pages: Sequence[int] = ()) -> str:
    """A block for each finding, in order of place, a blank line between; empty where there are none.

    A paragraph of a notice is one long line, so source lines are cut around the place.
    """
    if not findings:
        return ""
    index = LineIndex(text, pages)
    ordered = in_order(findings)
    heads = headlines(ordered, index, visible(name), lang)
    blocks = (
        "\n".join([head, *_body(finding, text, index, lang)])
        for finding, head in zip(ordered, heads, strict=True)
    )
    return "\n\n".join(blocks) + "\n"


def _body(finding: Finding, text: str, index: LineIndex, lang: Lang) -> list[str]:
    marked: list[tuple[Snippet, str, str]] = []
    if finding.spans:
        marked.append((snippet(text, index, finding.spans[0]), "^", ""))
    marked += [
        (snippet(text, index, label.spans[0]), "-", note(finding, label, lang))
        for label in finding.labels
        if label.spans
    ]
    gutter = max((len(str(shown.line)) for shown, _, _ in marked), default=0)
    lines = [f"{'':{gutter}} |"] if marked else []
    for shown, mark, wording in marked:
        under = f"{'':{shown.indent}}{mark * shown.width} {wording}".rstrip()
        lines += [f"{shown.line:{gutter}} | {shown.source}".rstrip(), f"{'':{gutter}} | {under}"]
    advice = help_text(finding, lang)
    if advice:
        lines.append(f"{'':{gutter}} = {_HELP[lang]}{advice}")
    return lines
