"""Facts: /facts reload and /facts stale, for moderators of the home servers.

Discord hides the commands from members without Manage Messages, but a server's
administrators can open it to anyone and anyone can add a public bot to a server of their own,
so the bot checks again itself. A role that /setup names as moderator counts like Manage Messages;
an administrator opens the command to it under Server Settings, Integrations.
"""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.desk import Desk
from bot.discord_app.deferral import deferred_if_slow
from bot.discord_app.errors import note
from bot.discord_app.layout import Reply
from bot.discord_app.permissions import is_moderator
from bot.discord_app.reports import render_problems, render_reload
from bot.discord_app.reviews import render_overdue
from bot.discord_app.sending import respond, say
from bot.knowledge.problems import BotError, KnowledgeError
from bot.logs import logger, quietly

log = logger(__name__)

NOT_HOME = "Facts are looked after in the bot's home servers, and this server is not one of them."
NOT_MODERATOR = (
    "Only members with Manage Messages, or with a moderator role chosen in /setup, may look after the facts."
)


@app_commands.default_permissions(manage_messages=True)
@app_commands.guild_only()
class Facts(commands.GroupCog, group_name="facts", group_description="Look after the facts."):
    """Lets moderators publish what is in the knowledge folder, and see what is due for review."""

    def __init__(self, bot: commands.Bot, desk: Desk, home_guilds: frozenset[int]) -> None:
        """Keep the desk and the servers whose moderators may change facts."""
        self._bot = bot
        self._desk = desk
        self._home_guilds = home_guilds

    @app_commands.command(name="reload")
    async def reload(self, interaction: discord.Interaction) -> None:
        """Read the knowledge again: publish it if it is sound, else show what is wrong."""
        async with deferred_if_slow(interaction, private=True):
            refusal = await self._refusal(interaction)
            replies = () if refusal else await self._reloaded(interaction)
        if refusal:
            await say(interaction, refusal)
        else:
            await respond(interaction, replies, private=True)

    @app_commands.command(name="stale")
    async def stale(self, interaction: discord.Interaction) -> None:
        """List the facts that are past their review date, the most used first."""
        async with deferred_if_slow(interaction, private=True):
            refusal = await self._refusal(interaction)
            rows, counted = ((), True) if refusal else await self._desk.overdue()
        if refusal:
            await say(interaction, refusal)
        else:
            await respond(interaction, render_overdue(rows, counted=counted), private=True)

    async def _refusal(self, interaction: discord.Interaction) -> str | None:
        """Return why this member may not look after the facts; None when they may."""
        at_home = interaction.guild_id in self._home_guilds
        if not at_home and not await self._bot.is_owner(interaction.user):
            return NOT_HOME
        settings = self._desk.store.settings(interaction.guild_id or 0)
        return None if is_moderator(interaction.user, settings) else NOT_MODERATOR

    async def _reloaded(self, interaction: discord.Interaction) -> tuple[Reply, ...]:
        """Reload, and say what came of it."""
        quietly(log.info, "reload", user=interaction.user.id, guild=interaction.guild_id)
        live = self._desk.revision_id
        try:
            return render_reload(await self._desk.reload())
        except KnowledgeError as error:
            return render_problems(error, error.problems, live)
        except BotError as error:
            return render_problems(error, (), live)
        except Exception as error:  # noqa: BLE001  # a moderator must hear that the old facts serve
            reference = note("reload", error)
            failure = BotError(f"The reload failed on my side (reference {reference}).")
            return render_problems(failure, (), live)
