"""First contact: a server that adds the bot gets one message in its system channel, or nothing."""

from __future__ import annotations

import asyncio

import discord
from discord.ext import commands

from bot.desk import Desk
from bot.discord_app.access import TO_WRITE, Needs, lacking
from bot.discord_app.errors import note
from bot.discord_app.fitting import fitted
from bot.discord_app.greeting import welcome
from bot.discord_app.sending import post
from bot.store import StoreError


class Welcome(commands.Cog):
    """Says hello when the bot joins a server; not when a server is back after an outage."""

    def __init__(self, desk: Desk) -> None:
        """Keep the desk, which knows the topic and remembers who was welcomed."""
        self._desk = desk
        self._one_at_a_time = asyncio.Lock()

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Welcome a server, once for each time that the bot joins it."""
        channel = guild.system_channel
        lacks = lacking(channel, guild)
        if channel is None or not set(TO_WRITE).isdisjoint(lacks):
            return
        async with self._one_at_a_time:
            if not await self._is_first(guild):
                return
        enabled = self._desk.store.settings(guild.id).enabled
        reply = welcome(self._desk.title, await self._desk.examples(), enabled=enabled)
        felt: Needs = tuple(need for need in lacks if need != "read_message_history")  # it is no reply
        for part in fitted((reply,), felt):
            await post(channel, part)

    async def _is_first(self, guild: discord.Guild) -> bool:
        """Whether Discord tells for the first time that the bot joined just then."""
        key, joined = f"welcomed:{guild.id}", str(guild.me.joined_at)
        try:
            if await self._desk.store.recall(key) == joined:
                return False
            await self._desk.store.keep(key, joined)
        except StoreError as error:
            note("welcome", error, guild=guild.id)
        return True
