"""Exit statuses, and the failures that a user can mend."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the process reports to the shell."""

    OK = 0
    FINDINGS = 1  # findings at or above --fail-on, or a record that was refused
    FAILURE = 2  # usage, a missing path, a bad rule pack, unwritable output, internal error
    INTERRUPTED = 130  # as shells report a process ended by Ctrl-C


class Failure(Exception):
    """Nothing could be done. The message is in the user's language and says what to do."""
