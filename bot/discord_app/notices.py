"""What cannot be said in a channel, said in a direct message: once a day for each asker and channel."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import discord

from bot.discord_app.access import named
from bot.discord_app.sending import NO_PINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.discord_app.access import Needs

EVERY: Final = timedelta(days=1)
MOST: Final = 10_000
"""Askers and channels remembered at once; the oldest are forgotten first."""


def _now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Notices:
    """Tells askers in private where the bot may not write. What it told is kept in memory only."""

    def __init__(self, now: Callable[[], datetime] = _now) -> None:
        """Start with nobody told; ``now`` is the clock."""
        self._now = now
        self._told: dict[tuple[int, int], datetime] = {}

    async def tell(self, message: discord.Message, lacks: Needs) -> None:
        """Tell the author of a message why it gets no answer; closed direct messages are accepted."""
        if not self._due((message.author.id, message.channel.id)):
            return
        try:
            await message.author.send(_sentence(message.channel.id, lacks), allowed_mentions=NO_PINGS)
        except discord.Forbidden:
            return

    def _due(self, key: tuple[int, int]) -> bool:
        """Whether an asker was not told of a channel within a day; from now on they were."""
        now = self._now()
        told = self._told.get(key)
        if told is not None and now - told < EVERY:
            return False
        self._told.pop(key, None)
        self._told[key] = now
        while len(self._told) > MOST:
            del self._told[next(iter(self._told))]
        return True


def _sentence(channel: int, lacks: Needs) -> str:
    """Return what the asker is told."""
    return (
        f"I can't answer in <#{channel}>, because I'm missing {named(lacks)} there. "
        "Use /ask in that channel, or ask me here."
    )
