"""Pressing: the buttons under replies. What was meant, the sources in full, why, and delete.

A press needs nothing but what the button holds, so it works after a restart.
"""

from __future__ import annotations

import asyncio
import contextlib
from functools import partial
from time import perf_counter
from typing import Final

import discord
from discord.ext import commands

from bot.answering.answer import Context
from bot.desk import Desk, Where
from bot.discord_app.admission import NOT_KNOWN, OFF, SHORT_PATIENCE, chosen
from bot.discord_app.correspondence import Correspondence
from bot.discord_app.details import render_sources, render_why
from bot.discord_app.errors import tell_interaction
from bot.discord_app.hearing import words
from bot.discord_app.layout import AUTHOR
from bot.discord_app.outcomes import told
from bot.discord_app.permissions import is_moderator_here
from bot.discord_app.render import render
from bot.discord_app.sending import remove, replace, respond, say
from bot.discord_app.views.buttons import Put, buttons
from bot.discord_app.views.custom_ids import Delete, Pick, Press, Sources, Why, decode
from bot.knowledge.naming import short_name
from bot.offers import ELLIPSIS, units
from bot.store import DEFAULTS

_NOT_YOURS: Final = "Only the member who asked can pick one. Ask me yourself: mention me or use /ask."
_GONE: Final = "That is no longer in my sources: they have changed since. Ask again to see what they say now."
_CHANGED_MEANWHILE: Final = "This reply has changed just now. Press again if it still offers what you want."
_NOT_YOURS_TO_DELETE: Final = "Only the member who asked, or a moderator, can delete this."
_QUESTION_GONE: Final = "The question is gone, so I can't tell how I read it. Ask it again to find out."
_QUESTION_UNREADABLE: Final = (
    "I can't read the question any more, so I can't tell how I read it. Discord shows me only messages "
    "that mention me, in channels whose history I may read."
)
_BEGINNING: Final = "Discord shows me only the beginning of so long a question; this explains the beginning."
_PICKED: Final = "This answer was picked from those that I offered. How I read the question:"
_OTHERWISE: Final = "Asked now, I would reply otherwise:"
_CHANGED: Final = (
    "My sources have changed since (that was revision {then}), and asked now I would reply otherwise:"
)


class Pressing(commands.Cog):
    """Does what the buttons under replies say."""

    def __init__(self, bot: commands.Bot, desk: Desk, correspondence: Correspondence) -> None:
        """Keep the bot, to fetch questions, the desk, and who looks after the answers."""
        self._bot = bot
        self._desk = desk
        self._correspondence = correspondence

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answer a press of one of these buttons; whatever fails takes the one error path."""
        message = interaction.message
        if interaction.type is not discord.InteractionType.component or message is None:
            return
        custom_id = (interaction.data or {}).get("custom_id")
        press = decode(custom_id) if isinstance(custom_id, str) else None
        if press is None:
            return
        try:
            await self._do(interaction, message, press)
        except Exception as error:  # noqa: BLE001  # a press gets an answer like a command
            await tell_interaction(interaction, error)

    async def _do(self, interaction: discord.Interaction, message: discord.Message, press: Press) -> None:
        """Do what a button says."""
        match press:
            case Pick():
                await self._pick(interaction, message, press)
            case Sources():
                await self._sources(interaction, press)
            case Why():
                await self._why(interaction, message, press)
            case Delete():
                await self._delete(interaction, message, press)

    async def _pick(self, interaction: discord.Interaction, message: discord.Message, press: Pick) -> None:
        """Make the message that offers questions the answer to one of them."""
        begun = perf_counter()
        entry = self._desk.entry_of(press.entry)
        lock = self._correspondence.once.lock(press.question or message.id)
        refusal = await self._no_pick(interaction, press, lock)
        if refusal or entry is None:
            await say(interaction, refusal or _GONE)
            return
        question = _echoed(message)
        answer = await self._desk.answer_entry(entry, question)
        private = message.flags.ephemeral
        put = Put(
            asker=press.asker,
            revision=self._desk.revision_id,
            question=press.question,
            private=private,
            picked=True,
        )
        async with lock:
            replies = render(answer, echo=bool(question))
            standing = await replace(interaction, message, replies, partial(buttons, answer, put))
            if not private:
                self._correspondence.link(press.question, message.channel.id, standing)
            self._correspondence.offer(press.question)
        self._desk.record(answer, _where(interaction), "button")
        told("button", answer, _where(interaction), begun)

    async def _no_pick(self, interaction: discord.Interaction, press: Pick, changing: asyncio.Lock) -> str:
        """Return why this user can not pick here; nothing when they can."""
        if interaction.user.id != press.asker:
            return _NOT_YOURS
        settings = await chosen(self._desk.store, interaction.guild_id, SHORT_PATIENCE)
        if settings is None or not settings.enabled:
            return OFF if settings else NOT_KNOWN
        stands = not changing.locked() and self._correspondence.offers(press.question, press.entry)
        return "" if stands else _CHANGED_MEANWHILE

    async def _sources(self, interaction: discord.Interaction, press: Sources) -> None:
        """Show the user the sources of an answer in full."""
        entries = [self._desk.entry_of(short) for short in press.entries]
        live = [entry for entry in entries if entry is not None]
        if not live:
            await say(interaction, _GONE)
            return
        statements = await self._desk.statements(live)
        replies = render_sources(statements, len(entries) - len(live), press.more)
        await respond(interaction, replies, private=True)

    async def _why(self, interaction: discord.Interaction, message: discord.Message, press: Why) -> None:
        """Tell the user how a reply came about, by reading its question again."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        question, refusal, about = await self._question(message, press)
        if not question:
            await say(interaction, refusal)
            return
        explained = await self._desk.why(question, _where(interaction), about)
        cut = _BEGINNING if not press.question and _is_cut(question) else ""
        notes = [note for note in (cut, self._since(press, explained.entry)) if note]
        await respond(interaction, render_why(explained, self._desk.revision_id, notes), private=True)

    async def _question(self, message: discord.Message, press: Why) -> tuple[str, str, Context | None]:
        """Return the question of a reply, or nothing and why it can't be read; and what it is about."""
        if not press.question:
            return _echoed(message), _QUESTION_GONE, None
        place = self._bot.get_partial_messageable(message.channel.id)
        try:
            asked = await place.fetch_message(press.question)
        except discord.NotFound:
            return "", _QUESTION_GONE, None
        except discord.Forbidden:
            return "", _QUESTION_UNREADABLE, None
        about = self._correspondence.contexts.of(self._bot.user, asked)
        return words(self._bot.user, asked), _QUESTION_UNREADABLE, about

    def _since(self, press: Why, entry: str | None) -> str:
        """Return how an explanation made now differs from what was answered then."""
        if press.picked:
            return _PICKED
        if press.entry == (short_name(entry) if entry else ""):
            return ""
        if press.revision == self._desk.revision_id:
            return _OTHERWISE
        return _CHANGED.format(then=press.revision)

    async def _delete(
        self, interaction: discord.Interaction, message: discord.Message, press: Delete
    ) -> None:
        """Delete a reply, for who asked or a moderator."""
        settings = await chosen(self._desk.store, interaction.guild_id, SHORT_PATIENCE) or DEFAULTS
        if interaction.user.id != press.asker and not is_moderator_here(interaction, settings):
            await say(interaction, _NOT_YOURS_TO_DELETE)
            return
        await interaction.response.defer()  # first: what goes before may take longer than Discord waits
        async with self._correspondence.once.lock(press.question or message.id):
            with contextlib.suppress(discord.NotFound):
                await interaction.delete_original_response()
            place = self._bot.get_partial_messageable(message.channel.id)
            await remove(place, press.earlier)
            self._correspondence.link(press.question, message.channel.id, ())


def _where(interaction: discord.Interaction) -> Where:
    """Return where a button was pressed."""
    return Where(interaction.guild_id, interaction.channel_id)


def _echoed(message: discord.Message) -> str:
    """Return the question above the answer to a slash command; nothing above another reply."""
    return (message.embeds[0].author.name or "") if message.embeds else ""


def _is_cut(question: str) -> bool:
    """Whether a question was too long to be shown above its answer as a whole."""
    return question.endswith(ELLIPSIS) and units(question) > AUTHOR // 2
