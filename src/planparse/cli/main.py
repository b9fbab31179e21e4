"""The entry point: streams, language, and every way a run can end."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from planparse.cli import console
from planparse.cli.language import Language, choose_language
from planparse.cli.messages import text
from planparse.cli.status import ExitStatus, Failure
from planparse.findings.visible import visible

_OBJECTS_BETWEEN_COLLECTIONS = 200_000  # more than one notice makes


def run() -> NoReturn:
    """The `planparse` command."""
    # Looking for cycles of objects takes a quarter of a short run, and half of that when it ends.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    # Plugins of pydantic are code of other packages that happen to be installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    status = main()
    gc.freeze()  # what a process leaves behind goes with it
    sys.exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. `arguments` default to those of the process."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    console.prepare_streams()
    language = choose_language(given, os.environ)
    status = _guarded(given, language)
    _hint_at_encoding(language)
    return status


def _guarded(arguments: list[str], language: Language) -> int:
    try:
        from planparse.cli.app import invoke

        return invoke(arguments, language)
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except Failure as failure:
        _complain(str(failure), language)
    except OSError as error:
        place = visible(str(error.filename or "<stdout>"))
        _complain(text("failure.unwritable", language, path=place, detail=error.strerror), language)
    except Exception as error:  # the last net: one line for the user, details on request
        if os.environ.get("PLANPARSE_DEBUG"):
            import traceback

            console.write_error(traceback.format_exc())
        detail = visible(f"{type(error).__name__}: {error}")
        _complain(text("failure.internal", language, detail=detail), language)
    return ExitStatus.FAILURE


def _complain(message: str, language: Language) -> None:
    console.write_error(text("failure.line", language, message=message) + "\n")


def _hint_at_encoding(language: Language) -> None:
    if encodings := ", ".join(console.unshown_encodings()):
        hint = text("hint.encoding", language, encodings=encodings)
        if not console.can_show(hint):
            hint = text("hint.encoding", "en", encodings=encodings)
        console.write_error(hint + "\n")
