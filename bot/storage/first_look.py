"""What every server chose, read from an SQLite file before the bot connects.

The standard library only: SQLAlchemy takes longer to import than the bot to answer its first
question, and a server that switched the bot off must not get that answer.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from bot.storage.choices import QUERY, parsed

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store import GuildSettings


def first_look(path: Path) -> dict[int, GuildSettings] | None:
    """Return what every server chose; None where the file can't be read now."""
    try:
        address = f"{path.absolute().as_uri()}?mode=rw"  # not to make one where there is none
        with closing(sqlite3.connect(address, timeout=0, isolation_level=None, uri=True)) as database:
            named = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'settings'").fetchone()
            return parsed(database.execute(QUERY)) if named else {}
    except (sqlite3.Error, ValueError, TypeError):
        return None
