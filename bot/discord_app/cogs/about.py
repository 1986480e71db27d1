"""About: /help and /about, what the bot does, what it knows and how often it is wrong."""

from __future__ import annotations

from collections.abc import Iterator

import discord
from discord import app_commands
from discord.ext import commands

from bot.desk import Desk
from bot.discord_app.about import Command, render_about, render_help
from bot.discord_app.deferral import deferred_if_slow
from bot.discord_app.sending import respond

_SERVER: dict[str, str] = {"manage_guild": "Manage Server"}
"""Permissions that Discord's own apps call otherwise than its library."""


class About(commands.Cog):
    """Introduces the bot."""

    def __init__(self, bot: commands.Bot, desk: Desk) -> None:
        """Keep the bot, for its commands, and the desk."""
        self._bot = bot
        self._desk = desk

    @app_commands.command(name="help")
    async def help(self, interaction: discord.Interaction) -> None:
        """See how to ask me, and what each command does."""
        examples = await self._desk.examples()
        pages = render_help(self._desk.title, commands_of(self._bot.tree), examples)
        await respond(interaction, pages, private=True)

    @app_commands.command(name="about")
    @app_commands.describe(private="Only you see it")
    async def about(
        self,
        interaction: discord.Interaction,
        private: bool = False,  # noqa: FBT001, FBT002  # an option of the slash command
    ) -> None:
        """See what I know, as of when, and how often I am wrong."""
        async with deferred_if_slow(interaction, private=private):
            about = await self._desk.browsing.about()
        await respond(interaction, render_about(about), private=private)


def commands_of(tree: app_commands.CommandTree[commands.Bot]) -> Iterator[Command]:
    """Yield the commands that the bot publishes, as members find them."""
    for command in tree.walk_commands():
        if isinstance(command, app_commands.Command):
            root = command.root_parent or command
            needs = _named(root.default_permissions)
            yield Command(f"/{command.qualified_name}", command.description, needs, root.guild_only)
    for kind in (discord.AppCommandType.message, discord.AppCommandType.user):
        for menu in tree.walk_commands(type=kind):
            what = f"in the menu of a {kind.name}, under Apps"
            yield Command(menu.name, what, _named(menu.default_permissions), menu.guild_only)


def _named(permissions: discord.Permissions | None) -> str:
    """Return permissions as Discord's own apps call them."""
    names = [name for name, on in permissions or () if on]
    return " and ".join(_SERVER.get(name, name.replace("_", " ").title()) for name in names)
