"""PURE: who counts as a manager or a moderator of a server. The bot checks at every press.

Discord hides commands from others, but administrators can open a command to anyone, and the
buttons under a message are seen by all who see the message.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

import discord

from bot.store import GuildSettings

User = discord.User | discord.Member


def manages(permissions: discord.Permissions) -> bool:
    """Whether these permissions in a server make a manager: Manage Server."""
    return permissions.administrator or permissions.manage_guild


def moderates(permissions: discord.Permissions, roles: Iterable[int], settings: GuildSettings) -> bool:
    """Whether these permissions and roles make a moderator: Manage Messages, or a role chosen in /setup."""
    by_permission = permissions.administrator or permissions.manage_messages
    return by_permission or not settings.moderator_roles.isdisjoint(roles)


def is_manager(user: User) -> bool:
    """Whether a user manages the server they act in; nobody does in a direct message."""
    return _is_known(user) and manages(user.guild_permissions)


def is_moderator(user: User, settings: GuildSettings) -> bool:
    """Whether a user moderates the server they act in, whose settings these are.

    The role that everyone has makes nobody a moderator.
    """
    if not _is_known(user):
        return False
    roles = (role.id for role in user.roles if not role.is_default())
    return moderates(user.guild_permissions, roles, settings)


def is_moderator_here(interaction: discord.Interaction, settings: GuildSettings) -> bool:
    """Whether the user of an interaction moderates its server, or only the channel it is in."""
    return is_moderator(interaction.user, settings) or interaction.permissions.manage_messages


def _is_known(user: User) -> TypeGuard[discord.Member]:
    """Whether the client knows the roles of a user's server; not where only commands were added."""
    return isinstance(user, discord.Member) and user.guild.get_role(user.guild.id) is not None
