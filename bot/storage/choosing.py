"""Chooses the store for a DATABASE_URL and keeps it open while the bot runs."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.logs import logger, quietly
from bot.memory import MemoryStore
from bot.storage.first_look import first_look
from bot.storage.lock import UnusableError, hold
from bot.storage.places import PostgreSQLPlace, place_of
from bot.storage.store import Database

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from bot.storage.store import Ready
    from bot.store import Store

log = logger(__name__)


def choose_store(url: str, tell: Callable[[str], None]) -> Database | MemoryStore:
    """Return the store for a DATABASE_URL, not opened yet.

    A file that can't be used is named in the log and by ``tell``, and the bot remembers only until
    it stops; what servers chose before still holds, where the file can be read. ``InUseError`` when
    another bot uses the file: two would answer everything twice.
    """
    place = place_of(url)
    if isinstance(place, PostgreSQLPlace):
        return Database(place, tell)
    try:
        lock = hold(place.path)
    except UnusableError as error:
        quietly(log.warning, str(error))
        tell(str(error))
        return MemoryStore(first_look(place.path))
    return Database(place, tell, lock=lock)


@asynccontextmanager
async def serving(store: Store, ready: Ready) -> AsyncGenerator[None]:
    """Open a store in the background once ``ready`` returns, and close it at the end."""
    if not isinstance(store, Database):
        yield
        return
    store.start(ready)
    try:
        yield
    finally:
        await store.close()
