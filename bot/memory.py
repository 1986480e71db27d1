"""PURE: a store that forgets when the bot stops: for the local Discord, tests and a disk that fails."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, Final

from bot.store import DEFAULTS, Asked, GuildSettings, Reply, Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_REPLIES: Final = 10_000
"""Replies remembered at once; the oldest are forgotten first."""
MOST_QUESTIONS: Final = 100_000
_MOST_ENTRIES: Final = 10


class MemoryStore:
    """Keeps everything in memory, within bounds."""

    def __init__(self, settings: Mapping[int, GuildSettings] | None = None) -> None:
        """Start with nothing remembered but what servers chose, where that is known."""
        self._asked: deque[Asked] = deque(maxlen=MOST_QUESTIONS)
        self._settings = dict(settings or {})
        self._replies: dict[int, Reply] = {}
        self._notes: dict[str, str] = {}

    def record(self, asked: Asked) -> None:
        """Count a question."""
        self._asked.append(asked)

    async def usage(self, guild: int | None = None) -> Usage:
        """Return the counts of one server, or of all of them."""
        rows = [row for row in self._asked if guild is None or row.guild == guild]
        outcomes = Counter(row.outcome for row in rows)
        return Usage(
            since=min((row.at for row in rows), default=None),
            answered=outcomes["answered"],
            ambiguous=outcomes["ambiguous"],
            unanswered=outcomes["unanswered"],
            entries=_most(row.entry for row in rows if row.entry),
            guilds=tuple(Counter(row.guild for row in rows).most_common()) if guild is None else (),
        )

    async def uses(self) -> dict[str, int]:
        """Return how often each entry answered, in all servers."""
        return dict(Counter(row.entry for row in self._asked if row.entry))

    async def unanswered(self, guild: int | None = None, limit: int = 100) -> tuple[tuple[str, int], ...]:
        """Return questions that were not answered, with how often each was put, most first."""
        rows = (row for row in self._asked if guild is None or row.guild == guild)
        found = Counter(row.question for row in rows if row.question and row.outcome == "unanswered")
        return tuple(found.most_common(limit))

    async def knows_settings(self, patience: float) -> bool:
        """Whether what servers chose is known; it always is."""
        del patience
        return True

    def settings(self, guild: int) -> GuildSettings:
        """Return what a server chose."""
        return self._settings.get(guild, DEFAULTS)

    async def choose(self, guild: int, settings: GuildSettings) -> None:
        """Keep what a server chose."""
        self._settings[guild] = settings

    def link(self, reply: Reply) -> None:
        """Remember which messages answer which."""
        self._replies[reply.question] = reply
        while len(self._replies) > MOST_REPLIES:
            del self._replies[next(iter(self._replies))]

    def unlink(self, question: int) -> None:
        """Forget the messages that answer one."""
        self._replies.pop(question, None)

    async def reply(self, question: int) -> Reply | None:
        """Return the messages that answer one."""
        return self._replies.get(question)

    async def recall(self, key: str) -> str | None:
        """Return a note."""
        return self._notes.get(key)

    async def keep(self, key: str, value: str) -> None:
        """Keep a note."""
        self._notes[key] = value


def _most(entries: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Return what occurs most often, with how often."""
    return tuple(Counter(entries).most_common(_MOST_ENTRIES))
