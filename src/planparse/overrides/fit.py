"""Which value of a record a correction is about, and whether it may still be applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from planparse.findings.model import Finding
from planparse.overrides.file import Correction, Overrides
from planparse.overrides.values import Address, Value, names_of, written
from planparse.records import Document


class Fit(NamedTuple):
    """A correction with the value that it changes, or with the finding that says why it does not."""

    correction: Correction
    value: Value | None
    finding: Finding | None = None


def fit(found: Sequence[Value], overrides: Overrides, document: Document) -> list[Fit]:
    """What each correction is about, among the values found in a notice.

    A correction fits where its text, the place in it and what the program found there are as
    they were. A notice that has changed since must at least have the number or the title that
    it had: notices copy each other, and the same words elsewhere may mean something else. In it
    a field that was empty fits nothing: nothing tells whether it is still empty for the same reason.
    """
    same = overrides.source_sha256 == document.source.sha256
    if not same and not names_of(document).items() & overrides.names.items():
        return [Fit(correction, None, _of_another_notice(correction)) for correction in overrides.corrections]
    by_address: dict[Address, list[Value]] = defaultdict(list)
    contexts = set()
    for value in found:
        by_address[value.address].append(value)
        contexts.add(value.address.context)
    return [
        _fit(correction, by_address[correction.address], correction.address.context in contexts, same)
        for correction in overrides.corrections
    ]


def _of_another_notice(correction: Correction) -> Finding:
    return Finding("PP717", (), (("text", correction.address.text), ("node", correction.node)))


def _fit(correction: Correction, candidates: list[Value], text_is_there: bool, same: bool) -> Fit:
    spans = correction.spans if same else ()

    def misfit(code: str, **more: object) -> Fit:
        named = {"text": correction.address.text, "node": correction.node, **more}
        return Fit(correction, None, Finding(code, spans, tuple((k, str(v)) for k, v in named.items())))

    if len(candidates) > 1:  # the same measure twice: then it must stand where it stood
        candidates = [value for value in candidates if value.node == correction.node]
    if not candidates:
        return misfit("PP713" if text_is_there else "PP712")
    value = candidates[0]
    for name, was in correction.was.items():
        is_now = written(getattr(value.record, name))
        if is_now != was:
            return misfit("PP714", field=name, was=_shown(was), found=_shown(is_now))
    if not same:
        for name in correction.now or ():
            if correction.was.get(name) is None:
                return misfit("PP715", field=name)
    return Fit(correction, value)


def _shown(value: object) -> str:
    return "-" if value is None else str(value)
