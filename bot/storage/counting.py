"""Reads the counts of a DATABASE_URL for the command line, beside a bot that may be running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.pace import PACE
from bot.storage.places import SQLitePlace, place_of
from bot.store import StoreError

if TYPE_CHECKING:
    from bot.storage.pace import Pace


async def read_uses(url: str, pace: Pace = PACE) -> dict[str, int]:
    """Return how often each entry answered.

    Nothing is made or migrated. ``StoreError`` with one plain sentence when there is nothing to read.
    """
    place = place_of(url)
    if isinstance(place, SQLitePlace) and not place.path.is_file():
        message = f"There is no database at {place.path} yet."
        raise StoreError(message)
    from bot.storage.engines import engine_of  # noqa: PLC0415  # SQLAlchemy takes a quarter of a second
    from bot.storage.rows import Rows  # noqa: PLC0415  # as above

    rows = Rows(engine_of(place, pace), place)
    try:
        return await rows.uses()
    finally:
        await rows.close()
