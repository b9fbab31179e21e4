"""What was converted, from what, by which rules: so that a second run does only what changed."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import suppress

from planparse.batch.convert import Outcome

NAME = ".planparse-batch.sqlite3"
_LAYOUT = 1
_BETWEEN_COMMITS = 200  # entries; those after the last commit of a killed run are done again
_TABLE = """
CREATE TABLE IF NOT EXISTS outcomes (
    name TEXT PRIMARY KEY, digest BLOB, made_by TEXT, row TEXT, size INTEGER, record BLOB
) WITHOUT ROWID
"""


class Manifest:
    """The outcomes of a folder by the name of the output and what they were made by (version, rules,
    settings). A file that is none of ours is begun anew.

    Raises sqlite3.Error where the folder's disk is full or failing.
    """

    def __init__(self, folder: str, *, fresh: bool) -> None:
        self._path = os.path.join(folder, NAME)
        if fresh:
            self._remove()
        try:
            self._connection = self._open()
        except sqlite3.DatabaseError:
            self._remove()
            self._connection = self._open()
        self._unsaved = 0

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        try:
            (layout,) = connection.execute("PRAGMA user_version").fetchone()
            if layout != _LAYOUT:
                connection.execute("DROP TABLE IF EXISTS outcomes")
            connection.execute(_TABLE)
            connection.execute(f"PRAGMA user_version = {_LAYOUT}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _remove(self) -> None:
        with suppress(FileNotFoundError):
            os.unlink(self._path)

    def get(self, name: str, made_by: str) -> Outcome | None:
        """The outcome for the output `name`, without its record; None where it was made by other rules."""
        query = "SELECT digest, row, size FROM outcomes WHERE name = ? AND made_by = ?"
        found = self._connection.execute(query, (name, made_by)).fetchone()
        if found is None:
            return None
        digest, row, size = found
        return Outcome(json.loads(row), digest, size, known=True)

    def record(self, name: str, made_by: str) -> bytes:
        """The kept record, compressed; empty where there is none."""
        query = "SELECT record FROM outcomes WHERE name = ? AND made_by = ?"
        found = self._connection.execute(query, (name, made_by)).fetchone()
        return found[0] if found else b""

    def put(self, name: str, made_by: str, outcome: Outcome) -> None:
        row = json.dumps(outcome.row, ensure_ascii=False)
        values = (name, outcome.digest, made_by, row, outcome.size, outcome.record)
        self._connection.execute("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?, ?)", values)
        self._unsaved += 1
        if self._unsaved >= _BETWEEN_COMMITS:
            self.save()

    def save(self) -> None:
        self._connection.commit()
        self._unsaved = 0

    def close(self) -> None:
        try:
            self.save()
        finally:
            self._connection.close()
