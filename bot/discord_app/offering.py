"""Choices under an option as autocomplete: what fails there offers nothing and is logged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import discord
from discord import app_commands

from bot.answering.figures.sieve import Choice
from bot.discord_app.errors import note

Choices = list[app_commands.Choice[str]]


async def offered(interaction: discord.Interaction, find: Callable[[], Awaitable[list[Choice]]]) -> Choices:
    """Return choices as Discord takes them; Discord has no place to show a failure."""
    try:
        return [app_commands.Choice(name=choice.name, value=choice.value) for choice in await find()]
    except Exception as error:  # noqa: BLE001  # as above
        command = interaction.command.qualified_name if interaction.command else "unknown"
        note(f"{command} autocomplete", error, guild=interaction.guild_id)
        return []
