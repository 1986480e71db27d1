"""Sources: /sources, what the bot's sources are and which entries rest on each."""

from __future__ import annotations

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.browsing.bibliography import Profile
from bot.desk import Desk
from bot.discord_app.listings import no_source, render_sources
from bot.discord_app.offering import Choices, offered
from bot.discord_app.paging import Book, Key, Pager


class Sources(commands.Cog):
    """Shows sources, one or all."""

    def __init__(self, desk: Desk) -> None:
        """Keep the desk."""
        self._desk = desk
        self._pager = Pager("sources", self._read)

    @app_commands.command(name="sources")
    @app_commands.describe(
        source="One source, or words of its publisher or title; empty lists all of them",
        private="Only you see the list",
    )
    async def sources(
        self,
        interaction: discord.Interaction,
        source: app_commands.Range[str, 1, 100] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002  # an option of the slash command
    ) -> None:
        """See my sources, and what rests on each of them."""
        await self._pager.show(interaction, (source,), private=private)

    @sources.autocomplete("source")
    async def offer(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer sources by publisher and title."""
        return await offered(interaction, lambda: self._desk.browsing.source_choices(typed))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Turn the page when one of the buttons is pressed."""
        await self._pager.turn(interaction)

    async def _read(self, key: Key) -> Book:
        """Look up the source, or the list."""
        (typed,) = key
        found = await self._desk.browsing.sources(typed)
        short = found.key if isinstance(found, Profile) else found.typed
        pages = await asyncio.to_thread(render_sources, found)
        return Book((short,), pages, no_source(typed))
