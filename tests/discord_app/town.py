"""A simulated server with people in it, and what they see of the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import discord
from simcord import ChannelHandle, Env, GuildHandle, MemberActor, ResponseMessage
from simcord.components import walk_components

from bot.knowledge.model import Entry
from bot.knowledge.revision import content_id
from tests.sample_pack import sample_pack
from tests.shelf import Shelf

HOME = 1_420_070_400_000_777


@dataclass(frozen=True, slots=True)
class Town:
    """One server: a channel, a member and a moderator; ``shelf`` is what the bot reads."""

    env: Env
    guild: GuildHandle
    channel: ChannelHandle
    member: MemberActor
    moderator: MemberActor
    shelf: Shelf

    @property
    def mention(self) -> str:
        """What a mention of the bot looks like."""
        return f"<@{self.env.backend.bot_user.id}>"

    @property
    def sent(self) -> list[discord.Message]:
        """Every message of the bot in the channel."""
        bot = self.env.backend.bot_user.id
        return [message for message in self.channel.history() if message.author.id == bot]

    @property
    def last(self) -> discord.Message:
        """The bot's last message in the channel."""
        return self.sent[-1]

    @property
    def posts(self) -> list[dict[str, Any]]:
        """What the bot sent to the channel, as Discord received it."""
        path = f"/channels/{self.channel.id}/messages"
        requests = self.env.http_requests
        return [dict(entry.json or {}) for entry in requests if (entry.method, entry.path) == ("POST", path)]

    async def ask(self, question: str) -> discord.Message:
        """Let the member mention the bot with a question; return the bot's last message."""
        await self.member.send(self.channel, f"{self.mention} {question}")
        return self.last

    @property
    def revision(self) -> str:
        """The id of what the bot answers from, once it is published."""
        return content_id(self.shelf.pack)

    async def publish(self, *entries: Entry) -> None:
        """Put entries into the pack and publish it."""
        self.shelf.pack = sample_pack(entries)
        await self.moderator.slash(self.channel, "facts reload")


def found(env: Env, shelf: Shelf, guild_id: int) -> Town:
    """Build a server."""
    guild = env.create_guild("Town", id=guild_id)
    role = guild.create_role("Moderator", permissions=discord.Permissions(manage_messages=True))
    return Town(
        env,
        guild,
        guild.create_text_channel("general"),
        guild.add_member(env.create_user("mina")),
        guild.add_member(env.create_user("omar"), roles=[role]),
        shelf,
    )


def pings(town: Town) -> list[int]:
    """Return everyone whom the bot's messages in the channel would ping."""
    stored = town.env.backend.messages[town.channel.id].values()
    mine = [message for message in stored if message.author_id == town.env.backend.bot_user.id]
    assert not any(message.mention_everyone for message in mine)
    return [user for message in mine for user in (*message.ping_user_ids, *message.ping_role_ids)]


def shown(embed: discord.Embed) -> str:
    """Return all text of an embed."""
    fields = [f"{field.name}\n{field.value}" for field in embed.fields]
    return "\n".join([embed.author.name or "", embed.description or "", *fields, embed.footer.text or ""])


def labels(message: discord.Message | ResponseMessage) -> list[str]:
    """Return what the buttons under a message say."""
    parts = message.components if isinstance(message, ResponseMessage) else _as_sent(message)
    return [part["label"] for part in walk_components(parts) if "label" in part]


def _as_sent(message: discord.Message) -> list[dict[str, Any]]:
    """Return the components of a message as Discord sent them."""
    return [dict(component.to_dict()) for component in message.components]
