"""PURE: where a server wants the bot to answer, and what to say where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.discord_app.inert import inline
from bot.store import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.store import GuildSettings, Store

OFF: Final = "I'm switched off in this server. Its managers can switch me on again with /setup."
_MOST_NAMED: Final = 5


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
