"""PURE: who was told something within a day, so that nobody hears the same again and again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

EVERY: Final = timedelta(days=1)
MOST: Final = 10_000
"""How many are remembered at once; who was told longest ago is forgotten first."""


class Daily:
    """Tells each one at most once a day; kept in memory only."""

    def __init__(self, most: int = MOST) -> None:
        """Start with nobody told."""
        self._most = most
        self._told: dict[tuple[int, int], datetime] = {}

    def due(self, whom: tuple[int, int], now: datetime) -> bool:
        """Whether somebody is to be told now; they then are not for a day."""
        before = self._told.get(whom)
        if before is not None and now - before < EVERY:
            return False
        self._told.pop(whom, None)
        self._told[whom] = now
        while len(self._told) > self._most:
            del self._told[next(iter(self._told))]
        return True
