"""What cannot be said in a channel, said in a direct message: once a day for each asker and channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.access import named
from bot.discord_app.daily import Daily
from bot.discord_app.sending import NO_PINGS

if TYPE_CHECKING:
    from bot.discord_app.access import Needs


class Notices:
    """Tells askers in private where the bot may not write. What it told is kept in memory only."""

    def __init__(self) -> None:
        """Start with nobody told."""
        self._daily = Daily()

    async def tell(self, message: discord.Message, lacks: Needs) -> None:
        """Tell the author of a message why it gets no answer; closed direct messages are accepted."""
        if not self._daily.due((message.author.id, message.channel.id), discord.utils.utcnow()):
            return
        try:
            await message.author.send(_sentence(message.channel.id, lacks), allowed_mentions=NO_PINGS)
        except discord.Forbidden:
            return


def _sentence(channel: int, lacks: Needs) -> str:
    """Return what the asker is told."""
    return (
        f"I can't answer in <#{channel}>, because I'm missing {named(lacks)} there. "
        "Use /ask in that channel, or ask me here."
    )
