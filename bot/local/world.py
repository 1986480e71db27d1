"""The simulated server: an ask channel, a member and a moderator, and a clock that runs."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import discord
from simcord import ChannelHandle, Env, GuildHandle, MemberActor, ResponseMessage, UserHandle

HOME_GUILD_ID: Final = 1_420_070_400_000_001
"""The simulated server's id: a home server, so its moderator may change facts."""
TICK: Final = 1.0
"""Seconds between two looks at the real clock."""
_LONGEST_MESSAGE: Final = 2000
_TOPIC: Final = "Type a question. This page mentions the bot for you; on Discord, mention it yourself."


@dataclass(frozen=True, slots=True)
class World:
    """The parts of the simulated server that the page shows."""

    channel: ChannelHandle
    viewers: tuple[Typist, ...]


class Typist(MemberActor):
    """A member whose typed ``@name`` becomes a mention, as Discord's own apps make it.

    SimCord's page has no way to pick a mention. A message in the ask channel without one gets
    it, so that a question typed there is asked of the bot.
    """

    def __init__(self, env: Env, guild: GuildHandle, user: UserHandle) -> None:
        """Know the bot's name."""
        super().__init__(env, guild, user)
        self._bot_user = env.backend.bot_user

    async def send(
        self,
        channel: ChannelHandle,
        content: str = "",
        *,
        reply_to: discord.Message | ResponseMessage | None = None,
        attachments: Sequence[tuple[str, bytes]] = (),
    ) -> discord.Message:
        """Send a message, with the bot mentioned."""
        mention = f"<@{self._bot_user.id}>"
        named = re.compile(rf"@{re.escape(self._bot_user.name)}\b", re.IGNORECASE)
        content = named.sub(mention, content)
        addressed = mention in content or reply_to is not None
        if not addressed and len(mention) + 1 + len(content) <= _LONGEST_MESSAGE:
            content = f"{mention} {content}"
        return await super().send(channel, content, reply_to=reply_to, attachments=attachments)


def build(env: Env, bot_name: str) -> World:
    """Make the server with its channel and people; before the bot starts, so that it knows them."""
    wind(env)
    env.backend.edit_bot_profile(bot_name)
    guild = env.create_guild("Local Discord", id=HOME_GUILD_ID)
    channel = guild.create_text_channel("ask", topic=_TOPIC)
    powers = discord.Permissions(manage_messages=True, manage_guild=True)  # for /facts and /setup
    role = guild.create_role("Moderator", permissions=powers)
    member = env.create_user("member", global_name="Member")
    moderator = env.create_user("moderator", global_name="Moderator")
    guild.add_member(member)
    guild.add_member(moderator, roles=[role])
    return World(channel, (Typist(env, guild, member), Typist(env, guild, moderator)))


def wind(env: Env) -> None:
    """Bring the simulated clock, which stands still by itself, up to the real one."""
    behind = (datetime.now(UTC) - env.now()).total_seconds()
    if behind > 0:
        env.backend.advance_clock(behind)


async def keep_time(env: Env) -> None:
    """Keep the simulated clock running until cancelled."""
    while True:
        await asyncio.sleep(TICK)
        wind(env)
