"""PURE: the replies of the last day, so that following an edit does not ask the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bot.store import Reply


class Recent:
    """Replies with the moment they were linked; where there are too many, the oldest leave."""

    def __init__(self, most: int) -> None:
        """Start with nothing, and with an eye on whether that is all there is."""
        self._most = most
        self._replies: dict[int, tuple[Reply | None, datetime]] = {}
        self._loaded = self._left_out = False

    def load(self, kept: Iterable[tuple[Reply, datetime]]) -> None:
        """Take what the database holds, oldest first; what was linked or unlinked meanwhile stays."""
        meanwhile = self._replies
        self._replies = {}
        self._loaded = True
        for reply, at in kept:
            self._put(reply.question, reply, at)
        for question, (reply, at) in meanwhile.items():
            self._put(question, reply, at)

    def link(self, reply: Reply, now: datetime) -> None:
        """Remember a reply."""
        self._put(reply.question, reply, now)

    def unlink(self, question: int, now: datetime) -> None:
        """Remember that a reply is to be forgotten, though the database may hold it still."""
        self._put(question, None, now)

    def knows(self, question: int) -> bool:
        """Whether there is no need to ask the database: it is here, or nothing was left out."""
        return question in self._replies or (self._loaded and not self._left_out)

    def reply(self, question: int, now: datetime) -> Reply | None:
        """Return a reply that is not too old."""
        reply, at = self._replies.get(question, (None, now))
        return reply if now - at <= REMEMBERED else None

    def _put(self, question: int, reply: Reply | None, at: datetime) -> None:
        """Keep the latest word on a reply."""
        self._replies.pop(question, None)
        self._replies[question] = (reply, at)
        if len(self._replies) > self._most:
            del self._replies[next(iter(self._replies))]
            self._left_out = True
