"""Timeline: /timeline, what happened, in order of time, with sources."""

from __future__ import annotations

import asyncio
from dataclasses import astuple

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.browsing.timeline import Edge, Window
from bot.desk import Desk
from bot.discord_app.listings import no_event, render_timeline
from bot.discord_app.offering import Choices, offered
from bot.discord_app.paging import Book, Key, Pager


class Timeline(commands.Cog):
    """Shows events."""

    def __init__(self, desk: Desk) -> None:
        """Keep the desk."""
        self._desk = desk
        self._pager = Pager("timeline", self._read)

    @app_commands.command(name="timeline")
    @app_commands.rename(begin="from", end="to")
    @app_commands.describe(
        begin="First year, month or day, or a whole range as in 2022-11 to 2023-03",
        end="Last year, month or day, as in 2022, January 2023 or 6 March 2023",
        about="Who, where or what: a name, or words that an event holds",
        private="Only you see the timeline",
    )
    async def timeline(  # one parameter an option
        self,
        interaction: discord.Interaction,
        begin: app_commands.Range[str, 1, 100] | None = None,
        end: app_commands.Range[str, 1, 100] | None = None,
        about: app_commands.Range[str, 1, 100] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002  # an option of the slash command
    ) -> None:
        """See what happened, in order of time, with the sources."""
        await self._pager.show(interaction, (begin, end, about), private=private)

    @timeline.autocomplete("begin")
    async def offer_begin(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer years and months in which something happened."""
        return await self._offer(interaction, "begin", typed)

    @timeline.autocomplete("end")
    async def offer_end(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer years and months in which something happened."""
        return await self._offer(interaction, "end", typed)

    @timeline.autocomplete("about")
    async def offer_about(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer what the events are about."""
        return await self._offer(interaction, "about", typed)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Turn the page when one of the buttons is pressed."""
        await self._pager.turn(interaction)

    async def _offer(self, interaction: discord.Interaction, edge: Edge, typed: str) -> Choices:
        """Offer ways to fill one option, given the others filled so far."""
        filled = interaction.namespace
        window = Window(getattr(filled, "from"), filled.to, filled.about)
        return await offered(interaction, lambda: self._desk.browsing.event_choices(edge, typed, window))

    async def _read(self, key: Key) -> Book:
        """Look up the events."""
        found = await self._desk.browsing.events(Window(*key))
        pages = await asyncio.to_thread(render_timeline, found)
        return Book(astuple(found.window), pages, no_event(found))
