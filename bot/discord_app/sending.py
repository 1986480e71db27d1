"""Replies as Discord messages: the only place that sends. No message can ping anyone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import discord

from bot.discord_app.access import lacking
from bot.discord_app.fitting import fitted
from bot.discord_app.layout import Reply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord_app.access import Needs

NO_PINGS: Final = discord.AllowedMentions.none()


def embeds_of(reply: Reply) -> list[discord.Embed]:
    """Return a reply's embed, if it has one."""
    return [embed_of(reply)] if reply.description or reply.fields else []


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
    """Answer a message: the first reply refers to it, the others follow.

    What the channel does not allow is left out and named; ``CannotWriteError`` where it allows nothing.
    """
    lacks = lacking(message.channel, message.guild)
    for number, reply in enumerate(fitted(replies, lacks)):
        await post(message.channel, reply, None if number else _reference(message, lacks))


async def post(
    channel: discord.abc.Messageable,
    reply: Reply,
    reference: discord.MessageReference | None = None,
) -> None:
    """Send one reply to a channel."""
    text, embeds, files = reply.text or None, embeds_of(reply), files_of(reply)
    if reference is None:
        await channel.send(text, embeds=embeds, files=files, allowed_mentions=NO_PINGS)
    else:
        await channel.send(text, embeds=embeds, files=files, reference=reference, allowed_mentions=NO_PINGS)


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


async def redraw(interaction: discord.Interaction, reply: Reply, view: discord.ui.View | None) -> None:
    """Show another reply in place of the one whose component was pressed."""
    embeds = embeds_of(reply)
    if interaction.response.is_done():
        await interaction.edit_original_response(embeds=embeds, view=view, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.edit_message(embeds=embeds, view=view, allowed_mentions=NO_PINGS)


async def say(interaction: discord.Interaction, sentence: str) -> None:
    """Answer an interaction with one sentence that only its user sees."""
    if interaction.response.is_done():
        await interaction.followup.send(sentence, ephemeral=True, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.send_message(sentence, ephemeral=True, allowed_mentions=NO_PINGS)


async def say_to(message: discord.Message, sentence: str) -> None:
    """Answer a message with one sentence; ``CannotWriteError`` where the bot may not write."""
    await reply_to(message, (Reply(text=sentence),))


def _reference(message: discord.Message, lacks: Needs) -> discord.MessageReference | None:
    """Return what makes a message a reply; without the message history Discord refuses replies."""
    return None if "read_message_history" in lacks else message.to_reference(fail_if_not_exists=False)
