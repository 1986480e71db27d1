"""PURE: the link that adds the bot to a server, asking for nothing that it does not use."""

from __future__ import annotations

import discord

from bot.discord_app.access import asked_for


def invite_link(application_id: int) -> str:
    """Return the invite link for an application, with the fewest permissions."""
    return discord.utils.oauth_url(
        application_id,
        permissions=asked_for(),
        scopes=("bot", "applications.commands"),
    )
