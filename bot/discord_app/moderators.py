"""Who counts as a moderator of a server: Manage Messages, or a role that its managers chose. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from bot.store import GuildSettings


def moderates(interaction: discord.Interaction, settings: GuildSettings) -> bool:
    """Whether the user of an interaction is a moderator where it happened."""
    member = interaction.user
    chosen = isinstance(member, discord.Member) and any(map(member.get_role, settings.moderator_roles))
    return chosen or interaction.permissions.manage_messages
