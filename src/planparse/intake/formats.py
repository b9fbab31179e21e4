"""Which module reads which format, and which file names go with it.

A module is imported where its format is met. `read(data, name, findings)` of it gives the text, or None
with a finding; it may also raise Unreadable.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from planparse.findings.model import Findings
    from planparse.intake.source import SourceText

# By the kind that detect.py names.
READERS = {"PDF": "pdf", "OFD": "ofd", "DOCX": "docx", "OLE (DOC, WPS, XLS, PPT)": "word"}

_EXTENSIONS = {
    "text": ("txt", "text", "md", "markdown"),
    "markdown": ("md", "markdown", "txt"),
    "html": ("html", "htm", "shtml", "xhtml"),
    "pdf": ("pdf",),
    "ofd": ("ofd",),
    "docx": ("docx", "docm", "dotx", "wps"),
    "doc": ("doc", "dot", "wps"),
    "zip": ("zip",),
}
_KNOWN = {extension for extensions in _EXTENSIONS.values() for extension in extensions}


def read_format(kind: str, data: bytes, name: str, findings: Findings) -> SourceText | None:
    """The text of a file of a binary format; None with a finding where there is none."""
    module = READERS.get(kind)
    if module is None:
        findings.add("PP003", kind=kind)
        return None
    try:
        source: SourceText | None = import_module(f"planparse.intake.{module}").read(data, name, findings)
    except Unreadable as problem:
        findings.add(problem.code, **problem.values)
        return None
    return source


def report_extension(format: str, name: str, findings: Findings) -> None:
    """Say so where the name's extension is that of another format; one that is unknown says nothing."""
    _, point, extension = name.rpartition(".")
    known = extension.lower() in _KNOWN
    if point and known and extension.lower() not in _EXTENSIONS.get(format, ()):
        findings.add("PP032", extension=f".{extension}", kind=format)
