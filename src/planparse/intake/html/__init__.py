"""Web pages: the text of the notice, found among menus, links and footers."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from planparse.intake.source import Mark, SourceText
from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from planparse.findings.model import Findings
    from planparse.intake.decode import Decoded
    from planparse.rulepack import RulePack

# Characters. The parser compares each attribute of a tag with all before it: a page of this size made of
# attributes keeps it busy for a second, and a larger one is given to a process that can be stopped.
_HARMLESS = 120_000


def read_html(
    decoded: Decoded, data: bytes, name: str, findings: Findings, rules: RulePack | None
) -> SourceText | None:
    """The text of a page that is decoded already: by its bytes, not by what its meta tag says."""
    from planparse.intake.html.names import PageNames
    from planparse.intake.html.page import read_page
    from planparse.intake.worker import worker
    from planparse.rulepack import load_rules

    page = decoded.text
    names = (rules or load_rules()).derive(PageNames.of_rules)
    try:
        if len(page) <= _HARMLESS:
            answer = read_page(page, names)
        else:
            answer = worker.run("html.page", names.request(page))
    except Unreadable as problem:
        findings.add(problem.code, **problem.values)
        return None
    for code, values in answer["notes"]:
        findings.add(code, **values)
    marks = tuple(Mark(*mark) for mark in answer["marks"])
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(answer["text"], name, "html", decoded.encoding, digest, marks=marks)
