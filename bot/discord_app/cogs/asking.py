"""Asking: a mention, a reply to the bot, a direct message, or /ask, and each gets an answer.

A mention without words gets a how-to. A reply whose words Discord withholds gets told how to
ask. Bots, webhooks and system messages are never answered.
"""

from __future__ import annotations

from functools import partial
from time import perf_counter

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.figures.sieve import Choice
from bot.desk import Desk, Where
from bot.discord_app.admission import admits, chosen
from bot.discord_app.correspondence import Correspondence
from bot.discord_app.deferral import deferred_if_slow
from bot.discord_app.errors import tell_message
from bot.discord_app.hearing import channels_of
from bot.discord_app.notices import Notices
from bot.discord_app.offering import Choices, offered
from bot.discord_app.outcomes import told
from bot.discord_app.render import render
from bot.discord_app.sending import respond
from bot.discord_app.views.buttons import Put, buttons


class Asking(commands.Cog):
    """Turns messages and /ask into questions, and answers into replies."""

    def __init__(self, desk: Desk, correspondence: Correspondence) -> None:
        """Keep the desk, and who answers messages."""
        self._notices = Notices()
        self._desk = desk
        self._correspondence = correspondence

    @app_commands.command(name="ask")
    @app_commands.describe(question="What do you want to know?", private="Only you see the answer.")
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 2000],
        private: bool = False,  # noqa: FBT001, FBT002  # an option of the slash command
    ) -> None:
        """Ask a question; the answer names its sources."""
        begun = perf_counter()
        where = Where(interaction.guild_id, interaction.channel_id)
        private = private or not await self._admits(interaction)
        async with deferred_if_slow(interaction, private=private):
            answer = await self._desk.ask(question, where)
        put = Put(asker=interaction.user.id, revision=self._desk.revision_id, private=private)
        under = partial(buttons, answer, put)
        await respond(interaction, render(answer, echo=True), private=private, under=under)
        self._desk.record(answer, where, "ask")
        told("ask", answer, where, begun)

    @ask.autocomplete("question")
    async def offer(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer questions that the pack answers."""
        return await offered(interaction, lambda: self._prompts(typed))

    async def hear(self, message: discord.Message) -> None:
        """Answer a message that is for the bot; whatever fails takes the one error path."""
        try:
            await self._correspondence.answer(message)
        except Exception as error:  # noqa: BLE001  # every member hears back
            await tell_message(message, error, self._notices)

    async def _prompts(self, typed: str) -> list[Choice]:
        """Return questions that fit what is typed."""
        return [Choice(prompt, prompt) for prompt in await self._desk.prompts(typed)]

    async def _admits(self, interaction: discord.Interaction) -> bool:
        """Whether answers are for everyone to see here; elsewhere only the asker sees them."""
        settings = await chosen(self._desk.store, interaction.guild_id)
        return settings is not None and admits(settings, channels_of(interaction.channel))
