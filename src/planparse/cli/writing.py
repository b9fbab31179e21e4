"""Where the output of a command goes: standard output, or a file that is written as a whole."""

from __future__ import annotations

import os

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.reading import STANDARD_INPUT
from planparse.cli.status import Failure
from planparse.findings.visible import visible

STANDARD_OUTPUT = "-"


def check_output(file: str, out: str, language: Language) -> None:
    """Refuse an output that cannot be meant, before any work is done."""
    if out == STANDARD_OUTPUT:
        return
    shown = visible(out)
    if os.path.isdir(out):
        raise Failure(text("failure.output-directory", language, path=shown))
    folder = os.path.dirname(out)
    if folder and not os.path.isdir(folder):
        raise Failure(text("failure.output-folder", language, path=shown, folder=visible(folder)))
    if (
        file != STANDARD_INPUT
        and os.path.exists(out)
        and os.path.exists(file)
        and os.path.samefile(file, out)
    ):
        raise Failure(text("failure.output-is-input", language, path=shown))


def write(content: str, out: str, language: Language) -> None:
    """Write a whole output, to a file under a temporary name first. Raises Failure."""
    if out == STANDARD_OUTPUT:
        console.write_out(content)
        return
    from planparse.output.files import write_text

    try:
        write_text(out, content)
    except OSError as error:
        detail = error.strerror or str(error)
        raise Failure(text("failure.unwritable", language, path=visible(out), detail=detail)) from error
