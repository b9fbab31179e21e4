"""Why a file cannot be read, as the reader of its format says it."""

from __future__ import annotations

from typing import Any


class Unreadable(Exception):
    """Nothing can be had from a file; `code` and `values` are those of the finding that says why."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
