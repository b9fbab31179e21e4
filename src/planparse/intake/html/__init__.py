"""Web pages: the text of the notice, found among menus, links and footers."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from planparse.intake.source import SourceText
from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from planparse.findings.model import Findings
    from planparse.intake.decode import Decoded
    from planparse.rulepack import RulePack


def read_html(
    decoded: Decoded, data: bytes, name: str, findings: Findings, rules: RulePack | None
) -> SourceText | None:
    """The text of a page that is decoded already: by its bytes, not by what its meta tag says."""
    from planparse.intake.html.page import read_page
    from planparse.rulepack import load_rules

    try:
        text, marks = read_page(decoded.text, rules or load_rules(), findings)
    except Unreadable as problem:
        findings.add(problem.code, **problem.values)
        return None
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(text, name, "html", decoded.encoding, digest, marks=marks)
