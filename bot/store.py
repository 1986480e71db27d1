"""PURE: what the bot remembers, as values, and the port through which it remembers.

Storage never costs an answer: writing is queued and never raises, and what an answer needs (a
server's settings) is read from memory. Only at the start may an answer wait until they are there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, Protocol, TypeAlias

from bot.knowledge.problems import BotError

Way: TypeAlias = Literal["message", "ask", "button"]
Outcome: TypeAlias = Literal["answered", "ambiguous", "unanswered"]
REMEMBERED: Final = timedelta(hours=24)
"""How long a reply follows the edits of its question."""


class StoreError(BotError):
    """Something could not be kept; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question put to the bot and what came of it. It never says who asked."""

    at: datetime
    """When, in UTC."""
    guild: int | None
    """The server; None for a direct message."""
    way: Way
    outcome: Outcome
    revision: str
    entry: str | None = None
    """The entry that answered."""
    question: str | None = None
    """The words of a question that was not answered; None for one that was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How much the bot was asked, in one server or everywhere."""

    since: datetime | None = None
    """When the first question was counted; None when none was."""
    answered: int = 0
    ambiguous: int = 0
    unanswered: int = 0
    entries: tuple[tuple[str, int], ...] = ()
    """The entries that answered most often, with how often, most first."""
    guilds: tuple[tuple[int | None, int], ...] = ()
    """Questions by server, most first; None for direct messages. Empty for one server."""

    @property
    def asked(self) -> int:
        """Every question counted."""
        return self.answered + self.ambiguous + self.unanswered


@dataclass(frozen=True, slots=True, kw_only=True)
class GuildSettings:
    """What the managers of one server chose."""

    enabled: bool = True
    channels: frozenset[int] = frozenset()
    """Channels in which messages are answered; empty for all of them."""
    moderator_roles: frozenset[int] = frozenset()
    """Roles whose members count as moderators beside those with Manage Messages."""


DEFAULTS: Final = GuildSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The bot's messages that answer one member's message, so that they can follow its edits."""

    question: int
    """Id of the member's message; its time is in the id."""
    channel: int
    messages: tuple[int, ...]
    """Ids of the bot's messages, in order."""


class Store(Protocol):
    """What remembers. ``record``, ``link`` and ``unlink`` return at once and never raise."""

    def record(self, asked: Asked) -> None:
        """Count a question, in the background."""
        ...

    async def usage(self, guild: int | None = None) -> Usage:
        """Return the counts of one server, or of all of them; raises ``StoreError`` when it can't."""
        ...

    async def uses(self) -> dict[str, int]:
        """Return how often each entry answered, in all servers; raises ``StoreError`` when it can't."""
        ...

    async def unanswered(self, guild: int | None = None, limit: int = 100) -> tuple[tuple[str, int], ...]:
        """Return questions that were not answered, with how often each was put, most first.

        Raises ``StoreError`` when they can't be read.
        """
        ...

    async def knows_settings(self, patience: float) -> bool:
        """Whether what servers chose is known, waiting no longer than some seconds for it."""
        ...

    def settings(self, guild: int) -> GuildSettings:
        """Return what a server chose, from memory; the defaults when it chose nothing."""
        ...

    async def choose(self, guild: int, settings: GuildSettings) -> None:
        """Keep what a server chose; raises ``StoreError`` when it could not be kept."""
        ...

    def link(self, reply: Reply) -> None:
        """Remember which messages answer which, for ``REMEMBERED``."""
        ...

    def unlink(self, question: int) -> None:
        """Forget the messages that answer one."""
        ...

    async def reply(self, question: int) -> Reply | None:
        """Return the messages that answer one, if they are remembered."""
        ...

    async def recall(self, key: str) -> str | None:
        """Return a note kept under a key (the hash of the published commands, for one).

        Raises ``StoreError`` when it can't be read.
        """
        ...

    async def keep(self, key: str, value: str) -> None:
        """Keep a note under a key; raises ``StoreError`` when it could not be kept."""
        ...
