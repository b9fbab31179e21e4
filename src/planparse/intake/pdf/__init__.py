"""PDF files with a text layer, read in a process of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planparse.findings.model import Findings
    from planparse.intake.source import SourceText


def read(data: bytes, name: str, findings: Findings) -> SourceText | None:
    """The paragraphs of a PDF file. Raises Unreadable where there is no text layer that can be used."""
    from planparse.intake.reflow.source import made_source
    from planparse.intake.worker import worker

    return made_source(worker.run("pdf.document", data), data, name, "pdf", findings)
