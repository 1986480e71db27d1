"""PURE: who counts as a manager or a moderator of a server. The bot checks at every press.

Discord hides commands from others, but administrators can open a command to anyone, and the
buttons under a message are seen by all who see the message.
"""

from __future__ import annotations

from collections.abc import Iterable

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
    return isinstance(user, discord.Member) and manages(user.guild_permissions)


def is_moderator(user: User, settings: GuildSettings) -> bool:
    """Whether a user moderates the server they act in, whose settings these are.

    The role that everyone has makes nobody a moderator.
    """
    if not isinstance(user, discord.Member):
        return False
    roles = (role.id for role in user.roles if not role.is_default())
    return moderates(user.guild_permissions, roles, settings)
