"""Who counts as a manager or moderator: by permission, by a chosen role, and nobody else."""

from __future__ import annotations

import discord
import pytest

from bot.discord_app.permissions import is_manager, is_moderator, manages, moderates
from bot.store import DEFAULTS, GuildSettings
from tests.discord_app.town import Town

NONE = discord.Permissions.none()
CHOSEN = GuildSettings(moderator_roles=frozenset({7}))


@pytest.mark.parametrize(
    ("permissions", "manager", "moderator"),
    [
        (NONE, False, False),
        (discord.Permissions(manage_messages=True), False, True),
        (discord.Permissions(manage_guild=True), True, False),
        (discord.Permissions(administrator=True), True, True),
        (discord.Permissions(manage_roles=True, manage_channels=True, kick_members=True), False, False),
    ],
)
def test_permissions_make_managers_and_moderators(
    permissions: discord.Permissions, *, manager: bool, moderator: bool
) -> None:
    assert manages(permissions) is manager
    assert moderates(permissions, [1, 2], DEFAULTS) is moderator


@pytest.mark.parametrize(("roles", "moderator"), [([7], True), ([1, 7], True), ([1, 2], False), ([], False)])
def test_a_chosen_role_makes_moderators(roles: list[int], *, moderator: bool) -> None:
    assert moderates(NONE, roles, CHOSEN) is moderator


async def test_nobody_manages_or_moderates_a_direct_message(town: Town) -> None:
    stranger = await town.env.bot.fetch_user(town.moderator.id)

    assert not is_manager(stranger)
    assert not is_moderator(stranger, DEFAULTS)
