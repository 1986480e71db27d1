"""Replies as Discord messages: the only place that sends. No message can ping anyone."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypedDict

import discord

if TYPE_CHECKING:
    from bot.discord_app.layout import Reply

NO_PINGS: Final = discord.AllowedMentions.none()


class Parts(TypedDict, total=False):
    """What a message sent to a channel is made of."""

    content: str
    embeds: Sequence[discord.Embed]
    files: Sequence[discord.File]
    view: discord.ui.View
    reference: discord.MessageReference
    nonce: str
    allowed_mentions: discord.AllowedMentions


def embed_of(reply: Reply) -> discord.Embed:
    """Return a reply as an embed."""
    embed = discord.Embed(description=reply.description or None, colour=reply.colour)
    for name, value in reply.fields:
        embed.add_field(name=name, value=value, inline=False)
    if reply.author:
        embed.set_author(name=reply.author)
    if reply.footer:
        embed.set_footer(text=reply.footer)
    return embed


def files_of(reply: Reply) -> list[discord.File]:
    """Return a reply's attachment, if it has one."""
    if reply.attachment is None:
        return []
    return [discord.File(io.BytesIO(reply.attachment.encode()), filename="answer.txt")]


def nonce_of(message: int, part: int = 1) -> str:
    """Return the nonce of a part of the reply to a message: Discord drops a second one with it.

    At most 25 characters, which is what Discord takes.
    """
    return str(message) if part == 1 else f"{message}-{part}"


async def reply_to(message: discord.Message, replies: Sequence[Reply]) -> None:
    """Answer a message, once however often it is tried: the first reply refers to it, the others follow."""
    for part, reply in enumerate(replies, 1):
        extras: Parts = {"nonce": nonce_of(message.id, part)}
        if part == 1:
            extras["reference"] = message.to_reference(fail_if_not_exists=False)
        await post(message.channel, reply, extras)


async def post(
    channel: discord.abc.Messageable, reply: Reply, extras: Parts | None = None
) -> discord.Message:
    """Send one reply to a channel."""
    parts: Parts = {"embeds": [embed_of(reply)], "files": files_of(reply), "allowed_mentions": NO_PINGS}
    parts.update(extras or {})
    return await channel.send(**parts)


async def respond(
    interaction: discord.Interaction,
    replies: Sequence[Reply],
    *,
    private: bool = False,
    view: discord.ui.View | None = None,
) -> None:
    """Answer an interaction: the first reply responds, the others follow up."""
    for reply in replies:
        embeds, files = [embed_of(reply)], files_of(reply)
        shown = discord.utils.MISSING if view is None else view
        if interaction.response.is_done():
            await interaction.followup.send(
                embeds=embeds,
                files=files,
                ephemeral=private,
                view=shown,
                allowed_mentions=NO_PINGS,
            )
        else:
            await interaction.response.send_message(
                embeds=embeds,
                files=files,
                ephemeral=private,
                view=shown,
                allowed_mentions=NO_PINGS,
            )


async def say(interaction: discord.Interaction, sentence: str) -> None:
    """Answer an interaction with one sentence that only its user sees."""
    if interaction.response.is_done():
        await interaction.followup.send(sentence, ephemeral=True, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.send_message(sentence, ephemeral=True, allowed_mentions=NO_PINGS)


async def say_to(message: discord.Message, sentence: str, nonce: str) -> None:
    """Answer a message with one sentence."""
    reference = message.to_reference(fail_if_not_exists=False)
    await message.channel.send(sentence, reference=reference, nonce=nonce, allowed_mentions=NO_PINGS)
