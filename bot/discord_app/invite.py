"""PURE: the link that adds the bot to a server, asking for nothing that it does not use."""

from __future__ import annotations

import discord


def invite_link(application_id: int) -> str:
    """Return the invite link for an application, with the fewest permissions."""
    return discord.utils.oauth_url(
        application_id,
        permissions=discord.Permissions(
            view_channel=True,
            send_messages=True,
            send_messages_in_threads=True,
            embed_links=True,
            attach_files=True,
            read_message_history=True,
        ),
        scopes=("bot", "applications.commands"),
    )
