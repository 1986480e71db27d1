"""Who counts as a moderator of a server: Manage Messages, or a role that its managers chose. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from bot.store import GuildSettings


def moderates(interaction: discord.Interaction, settings: GuildSettings) -> bool:
    """Whether the user of an interaction is a moderator where it happened."""
    member = interaction.user
    if not isinstance(member, discord.Member):
        return False
    chosen = any(member.get_role(role) is not None for role in settings.moderator_roles)
    return chosen or interaction.permissions.manage_messages
