"""Corrections that a person makes to a record, kept in a file and applied again on every run.

A correction names a value by the text around it, says what the program found there (`was`)
and what it should be (`now`), or that it is `wrong`. It is applied only where the text, the
value and what was found are all as they were: a correction that no longer fits is a finding,
never a guess.
"""

from __future__ import annotations

from planparse.overrides.apply import apply
from planparse.overrides.file import Correction, Overrides, OverridesError, read
from planparse.overrides.fit import Fit, fit
from planparse.overrides.values import Value, names_of, own_spans, values

__all__ = [
    "Correction",
    "Fit",
    "Overrides",
    "OverridesError",
    "Value",
    "apply",
    "fit",
    "names_of",
    "own_spans",
    "read",
    "values",
]
