"""A SourceText of what the reader of a paged format answers."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from planparse.intake.source import Mark, SourceText
from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from planparse.findings.model import Findings

_FEWEST = 30  # characters; a text of fewer beside pictures is a scanner's mark or a caption
_JUDGED = 20_000  # characters; more would not change the verdict
_LEAST_COMMON = 0.15  # of the characters beyond ASCII; any Chinese has 0.6 and more
_MOST_LISTED = 20


def made_source(
    answer: dict[str, Any], data: bytes, name: str, format: str, findings: Findings
) -> SourceText:
    """The text with its marks; what there is to say becomes findings. Raises Unreadable."""
    text = answer["text"]
    if answer["images"] and len(text) < _FEWEST:
        raise Unreadable("PP024")
    _check_coding(text)
    for code, values in answer["notes"]:
        findings.add(code, **values)
    if answer["empty"] and text:
        shown = "、".join(map(str, answer["empty"][:_MOST_LISTED]))
        more = "…" if len(answer["empty"]) > _MOST_LISTED else ""
        findings.add("PP025", count=len(answer["empty"]), pages=shown + more)
    marks = tuple(Mark(*mark) for mark in answer["marks"])
    return SourceText(text, name, format, "", hashlib.sha256(data).hexdigest(), marks=marks)


def _check_coding(text: str) -> None:
    """Fonts that map their glyphs to other characters give text that is no Chinese."""
    from planparse.intake.common_characters import count_common

    judged = [character for character in text[:_JUDGED] if not character.isascii()]
    if len(judged) > _FEWEST:
        strange = 1 - count_common("".join(judged)) / len(judged)
        if strange > 1 - _LEAST_COMMON:
            raise Unreadable("PP029", share=round(100 * strange))
