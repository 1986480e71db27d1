"""Replies as Discord messages: the only place that sends. No message can ping anyone."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Final, TypeAlias, TypedDict

import aiohttp
import discord

from bot.discord_app.access import lacking
from bot.discord_app.fitting import fitted
from bot.discord_app.layout import Reply
from bot.discord_app.retrying import retried_later, retried_once
from bot.discord_app.views.custom_ids import short_id

NO_PINGS: Final = discord.AllowedMentions.none()


class Parts(TypedDict, total=False):
    """What a message sent to a channel is made of."""

    content: str | None
    embeds: Sequence[discord.Embed]
    files: Sequence[discord.File]
    view: discord.ui.View
    reference: discord.MessageReference
    nonce: str
    allowed_mentions: discord.AllowedMentions


Under: TypeAlias = Callable[[tuple[int, ...]], discord.ui.View]
"""Gives the buttons under the last message of a reply, from the ids of the messages before it."""


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


def embeds_of(reply: Reply) -> list[discord.Embed]:
    """Return a reply's embed, if it has one."""
    return [embed_of(reply)] if reply.description or reply.fields else []


def files_of(reply: Reply) -> list[discord.File]:
    """Return a reply's attachments."""
    files = [
        discord.File(io.BytesIO(each.data), filename=each.name, description=each.description or None)
        for each in reply.files
    ]
    if reply.attachment is not None:
        files.append(discord.File(io.BytesIO(reply.attachment.encode()), filename="answer.txt"))
    return files


def nonce_of(message: discord.Message, part: int = 1) -> str:
    """Return the nonce of a part of the reply to a message: Discord drops a second one with it.

    It is the message's id, and for what an edit adds also the moment of the edit. At most
    25 characters, which is what Discord takes.
    """
    suffix = "" if part == 1 else f"-{part}"
    if message.edited_at is None:
        return f"{message.id}{suffix}"
    after = max(0, (message.edited_at - message.created_at) // timedelta(milliseconds=1))
    return f"{short_id(message.id)}~{short_id(after).lstrip('A')}{suffix}"


async def deliver(
    place: discord.PartialMessageable,
    message: discord.Message,
    replies: Sequence[Reply],
    standing: list[int],
    under: Under | None = None,
) -> None:
    """Answer a message, once however often it is tried: the first reply refers to it, the others follow.

    ``standing`` holds the ids of the messages that answer it so far, and always those that
    do: they become the new ones, more are sent or the rest deleted, as needed. What the channel
    does not allow is left out and named; ``CannotWriteError`` where it allows nothing.
    """
    lacks = lacking(message.channel, message.guild)
    replies = fitted(replies, lacks)
    for part, reply in enumerate(replies, 1):
        view = under(tuple(standing[: part - 1])) if under and part == len(replies) else None
        if part <= len(standing):
            await change(place, standing[part - 1], reply, view)
            continue
        extras: Parts = {"nonce": nonce_of(message, part)}
        if part == 1 and "read_message_history" not in lacks:
            extras["reference"] = message.to_reference(fail_if_not_exists=False)
        if view is not None:
            extras["view"] = view
        standing.append((await post(place, reply, extras)).id)
    await remove(place, standing[len(replies) :])
    del standing[len(replies) :]


async def post(
    channel: discord.abc.Messageable, reply: Reply, extras: Parts | None = None
) -> discord.Message:
    """Send one reply to a channel; with a nonce again where the connection broke, as it can't be doubled."""
    try:
        return await _post(channel, reply, extras)
    except aiohttp.ClientConnectionError:
        if extras is None or "nonce" not in extras:
            raise
        return await _post(channel, reply, extras)


@retried_later
@retried_once
async def _post(channel: discord.abc.Messageable, reply: Reply, extras: Parts | None) -> discord.Message:
    """Try to send one reply."""
    parts: Parts = {
        "content": reply.text or None,
        "embeds": embeds_of(reply),
        "files": files_of(reply),
        "allowed_mentions": NO_PINGS,
    }
    parts.update(extras or {})
    return await channel.send(**parts)


@retried_later
@retried_once
async def change(
    place: discord.PartialMessageable, message: int, reply: Reply, view: discord.ui.View | None
) -> None:
    """Make one of the bot's messages another reply."""
    await place.get_partial_message(message).edit(
        content=reply.text or None,
        embeds=embeds_of(reply),
        attachments=files_of(reply),
        view=view,
        allowed_mentions=NO_PINGS,
    )


async def remove(place: discord.PartialMessageable, messages: Sequence[int]) -> None:
    """Delete some of the bot's messages; what is gone or out of reach stays so."""
    for message in messages:
        with contextlib.suppress(discord.NotFound, discord.Forbidden):
            await place.get_partial_message(message).delete()


async def respond(
    interaction: discord.Interaction,
    replies: Sequence[Reply],
    *,
    private: bool = False,
    view: discord.ui.View | None = None,
    under: Under | None = None,
) -> None:
    """Answer an interaction: the first reply responds, the others follow up."""
    sent: list[int] = []
    for reply in replies:
        last = len(sent) == len(replies) - 1
        shown = under(tuple(sent)) if under and last else view or discord.utils.MISSING
        sent.append(await _respond(interaction, reply, shown, private=private))


@retried_later
@retried_once
async def _respond(
    interaction: discord.Interaction, reply: Reply, view: discord.ui.View, *, private: bool
) -> int:
    """Answer an interaction with one reply; return the id of the message, 0 when Discord does not say."""
    embeds, files = [embed_of(reply)], files_of(reply)
    if interaction.response.is_done():
        message = await interaction.followup.send(
            embeds=embeds, files=files, ephemeral=private, view=view, allowed_mentions=NO_PINGS, wait=True
        )
        return message.id
    response = await interaction.response.send_message(
        embeds=embeds, files=files, ephemeral=private, view=view, allowed_mentions=NO_PINGS
    )
    return response.message_id or 0


@retried_once
async def replace(
    interaction: discord.Interaction, message: discord.Message, replies: Sequence[Reply], under: Under
) -> tuple[int, ...]:
    """Put replies in the place of the message whose button was pressed; return the ids of all of them."""
    first, *rest = replies
    await interaction.response.edit_message(
        content=first.text or None,
        embeds=embeds_of(first),
        attachments=files_of(first),
        view=None if rest else under(()),
        allowed_mentions=NO_PINGS,
    )
    sent = [message.id]
    for reply in rest:
        view = under(tuple(sent)) if reply is rest[-1] else discord.utils.MISSING
        sent.append(await _respond(interaction, reply, view, private=message.flags.ephemeral))
    return tuple(sent)


@retried_later
@retried_once
async def redraw(interaction: discord.Interaction, reply: Reply, view: discord.ui.View | None) -> None:
    """Show another reply in place of the one whose component was pressed."""
    embeds = embeds_of(reply)
    if interaction.response.is_done():
        await interaction.edit_original_response(embeds=embeds, view=view, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.edit_message(embeds=embeds, view=view, allowed_mentions=NO_PINGS)


@retried_later
@retried_once
async def say(interaction: discord.Interaction, sentence: str) -> None:
    """Answer an interaction with one sentence that only its user sees."""
    if interaction.response.is_done():
        await interaction.followup.send(sentence, ephemeral=True, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.send_message(sentence, ephemeral=True, allowed_mentions=NO_PINGS)


async def say_to(message: discord.Message, sentence: str, nonce: str) -> None:
    """Answer a message with one sentence; ``CannotWriteError`` where the bot may not write."""
    lacks = lacking(message.channel, message.guild)
    (reply,) = fitted((Reply(text=sentence),), lacks)
    extras: Parts = {"nonce": nonce}
    if "read_message_history" not in lacks:
        extras["reference"] = message.to_reference(fail_if_not_exists=False)
    await post(message.channel, reply, extras)
