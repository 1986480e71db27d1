"""Stats: the pack's numbers as pages, as a chart and compared; the claims that it checks; /stats usage.

Each figure comes with who counted it and its sources. More than one page gets buttons, which
hold everything needed to make the page again, so they outlive a restart.

/stats usage is for moderators: how much their server asked. Discord can't hide one command of a
group, so the bot checks who asks. The home servers see all servers.
"""

from __future__ import annotations

import asyncio
from dataclasses import astuple
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.figures.pairing import Asked
from bot.answering.figures.sieve import Filters
from bot.desk import Desk
from bot.discord_app.charts import no_chart, render_chart
from bot.discord_app.comparisons import refusal, render_comparison
from bot.discord_app.completing import completions
from bot.discord_app.deferral import deferred_if_slow
from bot.discord_app.layout import Reply
from bot.discord_app.offering import Choices, offered
from bot.discord_app.paging import Book, Key, Pager
from bot.discord_app.permissions import is_moderator
from bot.discord_app.pictures import picture_of
from bot.discord_app.sending import respond, say
from bot.discord_app.tables import render_table
from bot.discord_app.usage import render_usage
from bot.discord_app.verdicts import no_claims, render_claims
from bot.store import StoreError

_NOT_MODERATOR: Final = (
    "Only a server's moderators see how much it asks: members with Manage Messages, or with a "
    "role that the server's managers chose. Use the command in your server."
)

Typed = app_commands.Range[str, 1, 100]


class Stats(commands.GroupCog, group_name="stats", group_description="Numbers, each sourced."):
    """Shows figures as a table that can be paged, as a chart, and compared."""

    def __init__(self, desk: Desk, home_guilds: frozenset[int] = frozenset()) -> None:
        """Keep the desk and the servers whose moderators see how much every server asked."""
        self._desk = desk
        self._home_guilds = home_guilds
        self._pager = Pager("figures", self._read, "stats figures")
        self._claims = Pager("article", self._read_claims, "stats article")

    async def offer(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer ways to fill the option that is being typed, given the others filled so far."""
        return await offered(interaction, lambda: completions(self._desk, interaction, typed))

    @app_commands.command(name="figures")
    @app_commands.describe(
        metric="What is counted",
        place="Where; a place includes the places inside it",
        period="When, as in January 2023, 2023 or 2021 to 2023",
        counted_by="Who counted",
    )
    @app_commands.autocomplete(metric=offer, place=offer, period=offer, counted_by=offer)
    async def figures(
        self,
        interaction: discord.Interaction,
        metric: Typed | None = None,
        place: Typed | None = None,
        period: Typed | None = None,
        counted_by: Typed | None = None,
    ) -> None:
        """List the figures that fit, each with who counted it and its sources."""
        await self._pager.show(interaction, (metric, place, period, counted_by))

    @app_commands.command(name="chart")
    @app_commands.describe(
        metric="What is counted",
        place="Where",
        period="A range, as in 2021 to 2023, or one period to compare counters",
        counted_by="Who counted",
        per="How long one period is, as in year or month",
    )
    @app_commands.autocomplete(metric=offer, place=offer, period=offer, counted_by=offer, per=offer)
    async def chart(  # noqa: PLR0913, PLR0917  # options of the slash command
        self,
        interaction: discord.Interaction,
        metric: Typed,
        place: Typed | None = None,
        period: Typed | None = None,
        counted_by: Typed | None = None,
        per: Typed | None = None,
    ) -> None:
        """Draw a chart of figures, with every number and its sources as text and as a table."""
        chart = await self._desk.charting.chart(Filters(metric, place, period, counted_by), per)
        if not chart.series:
            await say(interaction, no_chart(chart))
            return
        async with deferred_if_slow(interaction):
            picture, trouble = await picture_of(self._desk.charting, chart)
        await respond(interaction, render_chart(chart, picture, trouble))

    @app_commands.command(name="compare")
    @app_commands.describe(
        metric="What is counted",
        period="When: one period, as in 2021",
        with_period="Compare with this period",
        place="Where",
        with_place="Compare with this place",
        counted_by="Who counted",
        with_counter="Compare with the count of this one",
    )
    @app_commands.autocomplete(metric=offer, period=offer, with_period=offer, place=offer)
    @app_commands.autocomplete(with_place=offer, counted_by=offer, with_counter=offer)
    async def compare(  # noqa: PLR0913, PLR0917  # options of the slash command
        self,
        interaction: discord.Interaction,
        metric: Typed,
        period: Typed | None = None,
        with_period: Typed | None = None,
        place: Typed | None = None,
        with_place: Typed | None = None,
        counted_by: Typed | None = None,
        with_counter: Typed | None = None,
    ) -> None:
        """Put two periods, two places or two counters side by side, with the sums."""
        against = Filters(None, with_place, with_period, with_counter)
        asked = Asked(Filters(metric, place, period, counted_by), against)
        comparison = await self._desk.charting.compare(asked)
        if comparison.reason:
            await say(interaction, refusal(comparison))
        else:
            await respond(interaction, render_comparison(comparison))

    @app_commands.command(name="article")
    @app_commands.describe(verdict="Only claims with this verdict", private="Only you see the list")
    async def article(
        self,
        interaction: discord.Interaction,
        verdict: Typed | None = None,
        private: bool = False,  # noqa: FBT001, FBT002  # an option of the slash command
    ) -> None:
        """See each claim of the text I check: the verdict, what differs, and the sources."""
        await self._claims.show(interaction, (verdict,), private=private)

    @article.autocomplete("verdict")
    async def offer_verdict(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Offer the verdicts that claims have."""
        return await offered(interaction, lambda: self._desk.browsing.verdict_choices(typed))

    @app_commands.command(name="usage")
    async def usage(self, interaction: discord.Interaction) -> None:
        """Show moderators how much I was asked in this server, and how often I had an answer."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = interaction.guild_id
        settings = self._desk.store.settings(guild or 0)
        if guild is None or not is_moderator(interaction.user, settings):
            await say(interaction, _NOT_MODERATOR)
            return
        names = {known.id: known.name for known in interaction.client.guilds}
        await respond(interaction, await self._usage(guild, names), private=True)

    async def _usage(self, guild: int, names: dict[int, str]) -> tuple[Reply, ...]:
        """Return the counts of a server, with those of all servers at home."""
        try:
            here = await self._desk.usage(guild)
            everywhere = await self._desk.usage() if guild in self._home_guilds else None
        except StoreError as error:
            return (Reply(str(error)),)
        return render_usage(here, everywhere, names)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Turn the page when one of the buttons is pressed."""
        await self._pager.turn(interaction)
        await self._claims.turn(interaction)

    async def _read_claims(self, key: Key) -> Book:
        """Look up the claims that are checked."""
        (typed,) = key
        found = await self._desk.browsing.claims(typed)
        pages = await asyncio.to_thread(render_claims, found)
        return Book((typed,), pages, no_claims(found))

    async def _read(self, key: Key) -> Book:
        """Look up the figures; where there are none, the one page says so."""
        table = await self._desk.figures(Filters(*key))
        return Book(astuple(table.filters), await asyncio.to_thread(render_table, table))
