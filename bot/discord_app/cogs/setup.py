"""Setup: /setup, with which the managers of a server choose where the bot answers and who moderates it.

Discord hides the command from members without Manage Server; the bot checks again at every
press. A choice is about the server it is made in, and about no other.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Final, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.desk import Desk
from bot.discord_app.access import EVERYTHING, lacking, missing
from bot.discord_app.admission import NOT_KNOWN, SHORT_PATIENCE, chosen
from bot.discord_app.deferral import deferred_if_slow
from bot.discord_app.errors import note, sentence, tell_interaction
from bot.discord_app.permissions import is_manager
from bot.discord_app.sending import redraw, respond, say
from bot.discord_app.setup_choices import Choice, Offered, choose
from bot.discord_app.setup_panel import PREFIX, Step, Survey, panel
from bot.logs import logger, quietly
from bot.store import DEFAULTS, GuildSettings, StoreError

log = logger(__name__)

NOT_MANAGER: Final = "Only members with Manage Server may set me up."
NOT_KEPT: Final = "Nothing has changed; choose again in a moment."


class Setup(commands.Cog):
    """Shows the panel, and keeps what is chosen with it."""

    def __init__(self, desk: Desk, home_guilds: frozenset[int]) -> None:
        """Keep the desk, whose store keeps the choices, and the servers whose moderators may change facts."""
        self._desk = desk
        self._home_guilds = home_guilds
        self._one_at_a_time = asyncio.Lock()

    @app_commands.command(name="setup")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def setup(self, interaction: discord.Interaction) -> None:
        """Choose the channels I answer in and my moderators, or switch me off."""
        guild = interaction.guild
        if guild is None or not is_manager(interaction.user):
            await say(interaction, NOT_MANAGER)
            return
        settings = await chosen(self._desk.store, guild.id, SHORT_PATIENCE)
        if settings is None:
            await say(interaction, NOT_KNOWN)
            return
        step: Step = "power" if settings == DEFAULTS else "summary"
        reply, view = panel(step, settings, self._survey(guild, settings))
        await respond(interaction, (reply,), private=True, view=view)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hear the presses on the panel, before and after a restart."""
        if interaction.type is not discord.InteractionType.component:
            return
        data = cast("dict[str, object]", interaction.data or {})
        pressed, values = data.get("custom_id"), data.get("values")
        if not isinstance(pressed, str) or not pressed.startswith(PREFIX):
            return
        chosen = [str(value) for value in cast("list[object]", values)] if isinstance(values, list) else []
        try:
            await self._press(interaction, pressed, chosen)
        except Exception as error:  # noqa: BLE001  # a press gets an answer like a command
            await tell_interaction(interaction, error)

    async def _press(self, interaction: discord.Interaction, pressed: str, values: list[str]) -> None:
        """Keep what was chosen and show the panel again."""
        guild = interaction.guild
        if guild is None or not is_manager(interaction.user):
            await say(interaction, NOT_MANAGER)
            return
        async with deferred_if_slow(interaction, edits=True):
            choice = await self._chosen(guild, pressed, values)
        settings = self._desk.store.settings(guild.id)
        quietly(log.info, "setup", guild=guild.id, user=interaction.user.id, pressed=pressed, now=settings)
        await redraw(interaction, *panel(choice.step, settings, self._survey(guild, settings), choice.remark))

    async def _chosen(self, guild: discord.Guild, pressed: str, values: list[str]) -> Choice:
        """Return what a press leads to, when what it chooses is kept; if it can't be, the remark says so."""
        store, offered = self._desk.store, _offered(guild)
        choice = choose(pressed, values, store.settings(guild.id), offered)
        if choice.settings == store.settings(guild.id):
            return choice
        async with self._one_at_a_time:
            choice = choose(pressed, values, store.settings(guild.id), offered)  # others may have chosen
            try:
                await store.choose(guild.id, choice.settings)
            except StoreError as error:
                reference = note("setup", error, guild=guild.id)
                return replace(choice, remark=f"{sentence(error, reference)} {NOT_KEPT}")
        return choice

    def _survey(self, guild: discord.Guild, settings: GuildSettings) -> Survey:
        """Look at what the choices name, as far as the client knows the server."""
        found = {channel: guild.get_channel(channel) for channel in settings.channels}
        there = {
            key: lacking(channel, guild, threads=True)
            for key, channel in found.items()
            if channel is not None or guild.unavailable
        }
        return Survey(
            channels=there,
            gone=len(found) - len(there),
            roles=[role for role in settings.moderator_roles if guild.get_role(role) or guild.unavailable],
            lacks=() if guild.unavailable else missing(guild.me.guild_permissions, EVERYTHING),
            home=guild.id in self._home_guilds,
        )


def _offered(guild: discord.Guild) -> Offered:
    """Return what may be chosen in a server; anything while the client does not know it."""
    if guild.unavailable:
        return Offered(everyone=guild.id)
    channels = frozenset(channel.id for channel in guild.channels)
    roles = frozenset(role.id for role in guild.roles)
    return Offered(everyone=guild.id, channels=channels, roles=roles)
