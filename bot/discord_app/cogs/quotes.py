"""Quotes: /quote, who said what, word for word, by speaker, topic and date."""

from __future__ import annotations

import asyncio
from dataclasses import astuple

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.browsing.quoting import Facet, QuoteFilters
from bot.desk import Desk
from bot.discord_app.listings import no_quotation, render_quotations
from bot.discord_app.offering import Choices, offered
from bot.discord_app.paging import Book, Key, Pager


class Quotes(commands.Cog):
    """Shows quotations."""

    def __init__(self, desk: Desk) -> None:
        """Keep the desk."""
        self._desk = desk
        self._pager = Pager("quote", self._read)

    @app_commands.command(name="quote")
    @app_commands.describe(
        speaker="Who said it",
        topic="What it is about: a name, or words that it holds",
        date="When, as in 2022, February 2023 or 2022-11 to 2023-03",
        private="Only you see the quotations",
    )
    async def quote(  # one parameter an option
        self,
        interaction: discord.Interaction,
        speaker: app_commands.Range[str, 1, 100] | None = None,
        topic: app_commands.Range[str, 1, 100] | None = None,
        date: app_commands.Range[str, 1, 100] | None = None,
        private: bool = False,  # noqa: FBT001, FBT002  # an option of the slash command
    ) -> None:
        """Read who said what, word for word, with the sources."""
        await self._pager.show(interaction, (speaker, topic, date), private=private)

    @quote.autocomplete("speaker")
    async def offer_speaker(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer who is quoted."""
        return await self._offer(interaction, "speaker", typed)

    @quote.autocomplete("topic")
    async def offer_topic(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer what the quotations are about."""
        return await self._offer(interaction, "topic", typed)

    @quote.autocomplete("date")
    async def offer_date(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer when something was said."""
        return await self._offer(interaction, "date", typed)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Turn the page when one of the buttons is pressed."""
        await self._pager.turn(interaction)

    async def _offer(self, interaction: discord.Interaction, facet: Facet, typed: str) -> Choices:
        """Offer ways to fill one option, given the others filled so far."""
        filled = interaction.namespace
        filters = QuoteFilters(filled.speaker, filled.topic, filled.date)
        return await offered(interaction, lambda: self._desk.browsing.quote_choices(facet, typed, filters))

    async def _read(self, key: Key) -> Book:
        """Look up the quotations."""
        found = await self._desk.browsing.quotations(QuoteFilters(*key))
        pages = await asyncio.to_thread(render_quotations, found)
        return Book(astuple(found.filters), pages, no_quotation(found))
