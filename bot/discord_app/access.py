"""PURE: which permissions an answer needs in a channel, and which of them the bot lacks there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, Literal, TypeAlias, cast, get_args

import discord

from bot.knowledge.problems import BotError

Need: TypeAlias = Literal[
    "view_channel",
    "send_messages",
    "send_messages_in_threads",
    "embed_links",
    "attach_files",
    "read_message_history",
]
Needs: TypeAlias = tuple[Need, ...]

EVERYTHING: Final[Needs] = get_args(Need)
"""All that the bot ever needs: what the invite link asks for."""
IN_CHANNEL: Final[Needs] = tuple(need for need in EVERYTHING if need != "send_messages_in_threads")
IN_THREAD: Final[Needs] = tuple(need for need in EVERYTHING if need != "send_messages")
TO_WRITE: Final[Needs] = ("view_channel", "send_messages", "send_messages_in_threads")
"""Without these nothing can be said in the channel at all."""
_CHECKED: Final = (discord.abc.GuildChannel, discord.Thread)


class CannotWriteError(BotError):
    """The bot may not write in a channel. ``lacks`` names the permissions that it misses there."""

    def __init__(self, lacks: Needs) -> None:
        """Keep what is missing."""
        self.lacks = lacks
        super().__init__(f"I'm missing {named(lacks)} in that channel.")


def asked_for() -> discord.Permissions:
    """Return the permissions that the bot asks for when it is added to a server."""
    asked = discord.Permissions.none()
    for need in EVERYTHING:
        setattr(asked, need, True)
    return asked


@cache
def _bits(needs: Needs) -> int:
    """Return permissions as one number, a bit for each."""
    return discord.Permissions(**dict.fromkeys(needs, True)).value


def missing(have: discord.Permissions, needs: Needs) -> Needs:
    """Return which of the needed permissions are not there, in order."""
    whole = _bits(needs)
    if have.value & whole == whole:  # nearly always, and so without a look at each
        return ()
    return tuple(need for need in needs if not getattr(have, need))


def lacking(channel: object, guild: discord.Guild | None, *, threads: bool = False) -> Needs:
    """Return what the bot lacks to answer a message in a channel, or also in the ``threads`` of it.

    Nothing in a direct message, and nothing where the client does not know the channel: Discord
    tells then.
    """
    if guild is None or not isinstance(channel, _CHECKED):
        return ()
    me = cast("discord.Member | None", guild.me)  # None until Discord has sent the server
    if me is None or (isinstance(channel, discord.Thread) and channel.parent is None):
        return ()
    if _holds_threads(channel):
        return _by_themselves(missing(channel.permissions_for(me), IN_THREAD), "send_messages_in_threads")
    needs = EVERYTHING if threads else IN_CHANNEL
    return _by_themselves(missing(channel.permissions_for(me), needs), "send_messages")


def _by_themselves(lacks: Needs, to_write: Need) -> Needs:
    """Return what is missing, without what Discord takes away along with something else."""
    if "view_channel" in lacks:
        return ("view_channel",)
    implied = ("embed_links", "attach_files") if to_write in lacks else ()
    return tuple(need for need in lacks if need not in implied)


def _holds_threads(channel: object) -> bool:
    """Whether messages are written in a thread there: a thread itself, or a forum."""
    return isinstance(channel, (discord.Thread, discord.ForumChannel))


def named(needs: Iterable[Need]) -> str:
    """Return permissions by the names that Discord's settings give them, as one phrase."""
    *first, last = [_name(need) for need in needs] or ["a permission"]
    return f"{', '.join(first)} and {last}" if first else last


def _name(need: Need) -> str:
    """Return a permission's name in Discord's settings."""
    return need.replace("_", " ").title().replace(" In ", " in ")
