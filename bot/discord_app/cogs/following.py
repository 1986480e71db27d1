"""Following: an edit of a question edits its answer, a deletion deletes it, for a day.

The client keeps no messages, so Discord's bare events are heard. They come for every message,
and also when Discord adds a preview or a pin to one: only what changed its words counts.
"""

from __future__ import annotations

from collections.abc import Iterable

import discord
from discord.ext import commands

from bot.discord_app.correspondence import Correspondence
from bot.discord_app.errors import note, tell_message
from bot.discord_app.hearing import from_person, is_for
from bot.store import REMEMBERED


class Following(commands.Cog):
    """Keeps answers in step with their questions."""

    def __init__(self, bot: commands.Bot, correspondence: Correspondence) -> None:
        """Keep the bot, to know what is for it, and who looks after the answers."""
        self._bot = bot
        self._correspondence = correspondence

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Follow a message that a person edited."""
        message = payload.message
        if message.edited_at is None or not _is_young(message.id) or not from_person(message):
            return
        try:
            await self._correspondence.follow(message)
        except Exception as error:  # noqa: BLE001  # whoever asks hears back, and nobody else
            if is_for(self._bot.user, message):
                await tell_message(message, error)
            else:
                note("following an edit", error, question=message.id)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Delete the answer to a message that was deleted."""
        await self._withdraw([payload.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Delete the answers to messages that were deleted together."""
        await self._withdraw(payload.message_ids)

    async def _withdraw(self, messages: Iterable[int]) -> None:
        """Delete the answers to some messages; there is nobody to tell when that fails."""
        for message in filter(_is_young, messages):
            try:
                await self._correspondence.withdraw(message)
            except Exception as error:  # noqa: BLE001  # one failure must not keep the others
                note("withdrawing an answer", error, question=message)


def _is_young(message: int) -> bool:
    """Whether replies to a message are still remembered; its time is in its id."""
    return discord.utils.utcnow() - discord.utils.snowflake_time(message) <= REMEMBERED
