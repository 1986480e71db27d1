"""Replies as Discord messages: the only place that sends. No message can ping anyone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import discord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord_app.layout import Reply

NO_PINGS: Final = discord.AllowedMentions.none()


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


async def reply_to(message: discord.Message, replies: Sequence[Reply]) -> None:
    """Answer a message: the first reply refers to it, the others follow."""
    for number, reply in enumerate(replies):
        reference = message.to_reference(fail_if_not_exists=False) if number == 0 else None
        await post(message.channel, reply, reference)


async def post(
    channel: discord.abc.Messageable,
    reply: Reply,
    reference: discord.MessageReference | None = None,
) -> None:
    """Send one reply to a channel."""
    embeds, files = [embed_of(reply)], files_of(reply)
    if reference is None:
        await channel.send(embeds=embeds, files=files, allowed_mentions=NO_PINGS)
    else:
        await channel.send(embeds=embeds, files=files, reference=reference, allowed_mentions=NO_PINGS)


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


async def say_to(message: discord.Message, sentence: str) -> None:
    """Answer a message with one sentence."""
    reference = message.to_reference(fail_if_not_exists=False)
    await message.channel.send(sentence, reference=reference, allowed_mentions=NO_PINGS)
