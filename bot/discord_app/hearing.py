"""What a member's message is to the bot: whether it is for it, and what it asks. No I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import discord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from discord.user import ClientUser

_FROM_PEOPLE: Final = frozenset({discord.MessageType.default, discord.MessageType.reply})


def from_person(message: discord.Message) -> bool:
    """Whether a person wrote a message: no bot (the bot itself neither), webhook or system."""
    return not message.author.bot and message.webhook_id is None and message.type in _FROM_PEOPLE


def is_for_others(me: int, sent: Mapping[str, Any]) -> bool:
    """Whether a message, as the gateway sends it, can't be for the bot: written in a server to others.

    Nearly every message is, so it is told before discord.py makes an object of one. ``is_for`` has the
    last word on all others.
    """
    if "guild_id" not in sent:
        return False
    key = str(me)
    if any(user.get("id") == key for user in sent.get("mentions") or ()):
        return False
    replied: Mapping[str, Any] = sent.get("referenced_message") or {}
    author: Mapping[str, Any] = replied.get("author") or {}
    return author.get("id") != key


def is_for(me: ClientUser | None, message: discord.Message) -> bool:
    """Whether a person wrote a message to the bot: directly, with a mention, or as a reply to it."""
    if not from_person(message):
        return False
    return message.guild is None or _mentions(me, message) or _replies_to(me, message)


def words(me: ClientUser | None, message: discord.Message) -> str:
    """Return what a message says, without the mention of the bot."""
    return re.sub(rf"<@!?{me.id if me else 0}>", " ", message.content).strip()


def withheld(me: ClientUser | None, message: discord.Message) -> bool:
    """Whether Discord kept the words back: a reply without ping, or to a slash command."""
    if message.guild is None or message.content or not _replies_to(me, message):
        return False
    replied = _replied(message)
    to_command = replied is not None and replied.interaction_metadata is not None
    return to_command or not _mentions(me, message)


def channels_of(channel: object) -> tuple[int, ...]:
    """Return the id of a channel and, for a thread, that of the channel it belongs to."""
    if isinstance(channel, discord.Thread):
        return (channel.id, channel.parent_id)
    key: object = getattr(channel, "id", None)  # a look at the whole protocol takes longest of all
    return (key,) if isinstance(key, int) else ()


def _mentions(me: ClientUser | None, message: discord.Message) -> bool:
    """Whether the bot is mentioned by name, or by the ping of a reply."""
    return any(user == me for user in message.mentions)


def _replies_to(me: ClientUser | None, message: discord.Message) -> bool:
    """Whether a message replies to one of the bot's own."""
    return answered_by(me, message) is not None


def answered_by(me: ClientUser | None, message: discord.Message) -> discord.Message | None:
    """Return the bot's own message in the same channel that a message replies to, if it does."""
    replied = _replied(message)
    return replied if replied is not None and replied.author == me else None


def _replied(message: discord.Message) -> discord.Message | None:
    """Return the message that this one replies to, where Discord sent it along."""
    replied = message.reference.resolved if message.reference else None
    return replied if isinstance(replied, discord.Message) else None
