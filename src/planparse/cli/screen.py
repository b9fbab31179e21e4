"""Where drawn output goes: standard output as rich sees it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planparse.cli import console

if TYPE_CHECKING:
    from rich.console import Console

_UNFOLDED = 2**31  # columns; longer than any line


def screen() -> Console:
    """A console that takes nothing for markup, and folds lines for terminals only."""
    from rich.console import Console

    # A reader downstream (less, grep) wants whole lines.
    width = None if console.is_terminal() else _UNFOLDED
    return Console(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False)
