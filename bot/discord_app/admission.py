"""PURE: where a server wants the bot to answer, and what to say where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.discord_app.inert import inline
from bot.store import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.store import GuildSettings, Store

OFF: Final = "I'm switched off in this server. Its managers can switch me on again with /setup."
NOT_KNOWN: Final = (
    "I can't tell at the moment what this server's managers chose for me. Try again in a minute, or use "
    "/ask: the answer is then shown to you only."
)
PATIENCE: Final = 5.0
"""Seconds that a message waits for what its server chose, while the bot starts."""
SHORT_PATIENCE: Final = 1.5
"""The same for a command or a press, which Discord drops after three seconds."""
_MOST_NAMED: Final = 5


async def chosen(store: Store, guild: int | None, patience: float = 0) -> GuildSettings | None:
    """Return what a server chose, once that is known; None where it still is not after some seconds.

    A server may have switched the bot off, so nothing is then shown to anyone but who asked.
    """
    known = guild is None or await store.knows_settings(patience)
    return settings_of(store, guild) if known else None


def settings_of(store: Store, guild: int | None) -> GuildSettings:
    """Return what a server chose; the defaults in a direct message."""
    return DEFAULTS if guild is None else store.settings(guild)


def admits(settings: GuildSettings, channels: Collection[int]) -> bool:
    """Whether messages are answered in a channel, given with the channel that a thread belongs to."""
    return not settings.channels or not settings.channels.isdisjoint(channels)


def elsewhere(server: str, settings: GuildSettings | None) -> str:
    """Return where else to ask; without settings because it is not known where messages are answered."""
    if settings is None:
        return (
            f"I can't tell at the moment whether I may answer messages in {inline(server)}. Try again in a "
            "minute, ask me here, or use /ask there: the answer is then shown to you only."
        )
    named = ", ".join(f"<#{channel}>" for channel in sorted(settings.channels)[:_MOST_NAMED])
    return (
        f"In {inline(server)} I answer messages only in {named}. Ask there, or use /ask where you are: "
        "the answer is then shown to you only."
    )
