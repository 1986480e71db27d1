"""The lock that keeps a second bot off an SQLite file, and whether the file can be used at all.

The standard library only: it is taken before the bot connects, so that a second bot stops before
it answers anything twice. The system lets go of it when the process dies, however it dies.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from bot.store import StoreError

if TYPE_CHECKING:
    from pathlib import Path


class InUseError(StoreError):
    """Another process uses the file."""


class UnusableError(StoreError):
    """The file can't be made, opened or written."""


def hold(path: Path) -> sqlite3.Connection:
    """Take an SQLite file for this process until the connection returned is closed.

    Makes the folder and the file where there are none. Raises ``InUseError`` or ``UnusableError``
    with a sentence for the host.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = _exclusive(path)
    except OSError as error:
        raise _unusable(path, error.strerror or type(error).__name__) from error
    except sqlite3.Error as error:
        if error.sqlite_errorname == "SQLITE_BUSY":
            message = (
                f"Another bot is using {path}, and SQLite serves one at a time; stop the other one, "
                "or set DATABASE_URL to another file, or to a PostgreSQL database, which several can share."
            )
            raise InUseError(message) from error
        raise _unusable(path, str(error)) from error
    try:
        _try(path)
    except sqlite3.Error as error:
        lock.close()
        raise _unusable(path, str(error)) from error
    return lock


def _exclusive(path: Path) -> sqlite3.Connection:
    """Lock a file beside the database; the database itself stays open for backups."""
    lock = sqlite3.connect(f"{path}.lock", timeout=0, isolation_level=None)
    try:
        lock.execute("PRAGMA journal_mode = OFF")
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock


def _try(path: Path) -> None:
    """Write to the database and take it back; a file that a backup holds for a moment is fine."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as database:
        try:
            database.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if error.sqlite_errorname == "SQLITE_BUSY":
                return
            raise
        database.execute("CREATE TABLE writable (x)")
        database.execute("ROLLBACK")


def _unusable(path: Path, reason: str) -> UnusableError:
    """Say what is wrong, what it means and what to do."""
    return UnusableError(
        f"The database {path} can't be used ({reason}), so the bot answers but forgets counts and "
        "settings when it stops; set DATABASE_URL to a file in a folder that it can write."
    )
