"""PP7: what people reviewed: the records expected of samples, and corrections."""

from __future__ import annotations

from planparse.findings.families import comparison, corrections

ENTRIES = (*comparison.ENTRIES, *corrections.ENTRIES)
