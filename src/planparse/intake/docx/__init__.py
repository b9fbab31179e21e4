"""Office Open XML text files: .docx and its kin, and .wps where Kingsoft writes that format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planparse.findings.model import Findings
    from planparse.intake.source import SourceText


def read(data: bytes, name: str, findings: Findings) -> SourceText:
    """The text of a file. Raises Unreadable."""
    from planparse.intake.compose import compose
    from planparse.intake.docx.reader import read_story

    return compose(read_story(data), "docx", data, name, findings)
