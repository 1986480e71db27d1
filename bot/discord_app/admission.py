"""PURE: where a server wants the bot to answer, and whom to tell that it does not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.discord_app.inert import inline
from bot.store import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from bot.store import GuildSettings, Store

OFF: Final = "I'm switched off in this server. Its managers can switch me on again with /setup."
_DAY: Final = timedelta(days=1)
_MOST_NAMED: Final = 5
_MOST_TOLD: Final = 10_000


def settings_of(store: Store, guild: int | None) -> GuildSettings:
    """Return what a server chose; the defaults in a direct message."""
    return DEFAULTS if guild is None else store.settings(guild)


def admits(settings: GuildSettings, channels: Collection[int]) -> bool:
    """Whether messages are answered in a channel, given with the channel that a thread belongs to."""
    return not settings.channels or not settings.channels.isdisjoint(channels)


def elsewhere(server: str, settings: GuildSettings) -> str:
    """Return where else to ask."""
    named = ", ".join(f"<#{channel}>" for channel in sorted(settings.channels)[:_MOST_NAMED])
    return (
        f"In {inline(server)} I answer messages only in {named}. Ask there, or use /ask where you are: "
        "the answer is then shown to you only."
    )


class Daily:
    """Tells each one at most once a day, and remembers within bounds whom it told."""

    def __init__(self, most: int = _MOST_TOLD) -> None:
        """Start with nobody told."""
        self._most = most
        self._told: dict[tuple[int, int], datetime] = {}

    def due(self, whom: tuple[int, int], now: datetime) -> bool:
        """Whether somebody is to be told now; they then are not for a day."""
        before = self._told.pop(whom, None)
        due = before is None or now - before >= _DAY
        self._told[whom] = now if before is None or due else before
        while len(self._told) > self._most:
            del self._told[next(iter(self._told))]
        return due
