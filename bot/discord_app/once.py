"""PURE but for locks: which messages were taken on and what they said, so that each is answered once."""

from __future__ import annotations

import asyncio
from typing import Final
from weakref import WeakValueDictionary

MOST: Final = 10_000
"""Messages remembered at once; the oldest are forgotten first."""


class Once:
    """Remembers within bounds, for as long as the process runs.

    Discord sends an event again after a reconnect, and updates a message for other reasons
    than an edit, so an event alone is no reason to answer.
    """

    def __init__(self, most: int = MOST) -> None:
        """Start with nothing taken on."""
        self._most = most
        self._said: dict[int, int | None] = {}
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def take(self, message: int) -> bool:
        """Take a message on; False when it was taken on before."""
        if message in self._said:
            return False
        self._keep(message, None)
        return True

    def heard(self, message: int, words: str) -> None:
        """Remember what a message says now."""
        self._keep(message, hash(words))

    def forget(self, message: int) -> None:
        """Forget what a message said, but not that it was taken on."""
        if message in self._said:
            self._said[message] = None

    def knows(self, message: int) -> bool:
        """Whether it is remembered what a message said."""
        return self._said.get(message) is not None

    def says_the_same(self, message: int, words: str) -> bool:
        """Whether a message is known to have said just this."""
        return self._said.get(message) == hash(words)

    def lock(self, message: int) -> asyncio.Lock:
        """Return the lock under which the replies to a message change, in the order of events."""
        lock = self._locks.get(message)
        if lock is None:
            lock = self._locks[message] = asyncio.Lock()
        return lock

    def _keep(self, message: int, said: int | None) -> None:
        """Keep what a message said, as a hash: the words themselves are nobody's to keep."""
        self._said[message] = said
        while len(self._said) > self._most:
            del self._said[next(iter(self._said))]
