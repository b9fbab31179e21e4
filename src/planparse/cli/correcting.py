"""From --overrides to a corrected record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.reading import read
from planparse.cli.status import Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.overrides import Overrides
    from planparse.pipeline import Analysis


def read_overrides(file: str, language: Language) -> Overrides:
    """The corrections in a file. Raises Failure where it cannot be read or is not valid."""
    from planparse.overrides import OverridesError
    from planparse.overrides import read as read_corrections

    try:
        return read_corrections(read(file, language))
    except OverridesError as error:
        detail = "\n".join(map(visible, str(error).splitlines()))
        raise Failure(text("failure.overrides", language, path=visible(file), detail=detail)) from error


def corrected(analysis: Analysis, file: str, language: Language) -> Analysis:
    """The analysis with the corrections in a file applied; what no longer fits is among its findings."""
    from planparse.overrides import apply

    document, found = apply(analysis.document, analysis.text, read_overrides(file, language))
    analysis.findings.items.extend(found)
    return analysis._replace(document=document)
