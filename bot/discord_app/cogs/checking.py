"""Checking: /check, and "Check this claim" on a message: what my sources say of a sentence, cited.

What is checked on somebody's message only the member who asked sees: nobody is put right in public.
"""

from __future__ import annotations

import asyncio
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.desk import Desk
from bot.discord_app.admission import admits, settings_of
from bot.discord_app.deferral import deferred_if_slow
from bot.discord_app.hearing import channels_of
from bot.discord_app.sending import respond, say
from bot.discord_app.verdicts import render_check

_NO_WORDS: Final = "There are no words in that message to check."


class Checking(commands.Cog):
    """Says whether the sources support a sentence, contradict it or do not cover it."""

    def __init__(self, bot: commands.Bot, desk: Desk) -> None:
        """Keep the bot, whose tree takes the command of messages, and the desk."""
        self._bot = bot
        self._desk = desk
        self._menu = app_commands.ContextMenu(name="Check this claim", callback=self.check_message)

    async def cog_load(self) -> None:
        """Add the command of messages, which a cog does not add by itself."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the command of messages away."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(name="check")
    @app_commands.describe(claim="What somebody says, as one sentence", private="Only you see the verdict.")
    async def check(
        self,
        interaction: discord.Interaction,
        claim: app_commands.Range[str, 1, 1000],
        private: bool = False,  # noqa: FBT001, FBT002  # an option of the slash command
    ) -> None:
        """Check a sentence: do my sources support it, contradict it, or not cover it?"""
        settings = settings_of(self._desk.store, interaction.guild_id)
        private = private or not admits(settings, channels_of(interaction.channel))
        await self._answer(interaction, claim, private=private)

    async def check_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Check what a message says, for the eyes of who asks."""
        if not message.content.strip():
            await say(interaction, _NO_WORDS)
            return
        await self._answer(interaction, message.content, private=True)

    async def _answer(self, interaction: discord.Interaction, text: str, *, private: bool) -> None:
        """Check a text and send what comes of it."""
        async with deferred_if_slow(interaction, private=private):
            checked = await self._desk.check(text)
            replies = await asyncio.to_thread(render_check, checked)
        await respond(interaction, replies, private=private)
