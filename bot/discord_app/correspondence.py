"""One reply to each message that asks: sent once, changed when the message is, deleted with it."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Final

import discord

from bot.desk import Where
from bot.discord_app.admission import PATIENCE, admits, chosen, elsewhere
from bot.discord_app.contexts import Contexts
from bot.discord_app.daily import Daily
from bot.discord_app.greeting import MENTION_ME, how_to
from bot.discord_app.hearing import channels_of, is_for, withheld, words
from bot.discord_app.layout import Reply
from bot.discord_app.once import MOST, Once
from bot.discord_app.outcomes import told
from bot.discord_app.render import render
from bot.discord_app.sending import NO_PINGS, deliver, remove
from bot.discord_app.views.buttons import Put, buttons, picks
from bot.store import Reply as Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answer
    from bot.desk import Desk
    from bot.discord_app.outcomes import Occasion
    from bot.store import GuildSettings


_CLOCKS_DIFFER: Final = timedelta(seconds=30)
"""How far Discord's clock may be behind this machine's."""


class Correspondence:
    """Answers members' messages and looks after the answers."""

    def __init__(self, bot: discord.Client, desk: Desk) -> None:
        """Keep the bot, to know its own messages, and the desk."""
        self._bot = bot
        self._desk = desk
        self._daily = Daily()
        self._begun = discord.utils.utcnow()
        self._picks: dict[int, frozenset[str]] = {}
        self.once = Once()
        self.contexts: Final = Contexts(desk)

    async def answer(self, message: discord.Message) -> None:
        """Answer a new message for the bot, unless it was taken on before or is not to be answered."""
        if not self.once.take(message.id):
            return
        async with self.once.lock(message.id):
            settings = await self._chosen(message)
            if _admits(settings, message):
                await self._reply(message, [], "message")
                return
        if message.guild is not None:
            await self._point_elsewhere(message, message.guild, settings)

    async def follow(self, message: discord.Message) -> None:
        """Bring the reply to an edited message up to date; one that now asks gets a reply.

        One that no longer asks loses it: the reply would stand below words that it does not answer.
        """
        async with self.once.lock(message.id):
            link = await self._desk.store.reply(message.id)
            standing = list(link.messages) if link else []
            if not is_for(self._bot.user, message):
                await self._withdraw(message.id, message.channel.id, standing)
                self.once.forget(message.id)
            elif await self._follows(message, standing):
                self.once.take(message.id)
                await self._reply(message, standing, "edit")

    async def withdraw(self, question: int) -> None:
        """Delete the reply to a message that was deleted."""
        async with self.once.lock(question):
            link = await self._desk.store.reply(question)
            if link is not None:
                await self._withdraw(question, link.channel, link.messages)

    def link(self, question: int, channel: int, standing: Sequence[int]) -> None:
        """Remember which messages answer a member's message; none forgets it."""
        if question and standing:
            self._desk.store.link(Link(question=question, channel=channel, messages=tuple(standing)))
        elif question:
            self._desk.store.unlink(question)

    def offers(self, question: int, entry: str) -> bool:
        """Whether the reply to a message still offers to pick an entry; so it does if nobody remembers."""
        return entry in self._picks.get(question, (entry,))

    def offer(self, question: int, entries: frozenset[str] = frozenset()) -> None:
        """Remember what the reply to a message offers, so that a press that comes late changes nothing."""
        self._picks.pop(question, None)
        if question:
            self._picks[question] = entries
        while len(self._picks) > MOST:
            del self._picks[next(iter(self._picks))]

    async def _withdraw(self, question: int, channel: int, standing: Sequence[int]) -> None:
        """Delete the messages that answer one."""
        if standing:
            await remove(self._bot.get_partial_messageable(channel), standing)
            self.link(question, channel, ())

    async def _reply(self, message: discord.Message, standing: list[int], way: Occasion) -> None:
        """Make what answers a message answer what it says now. An edited question counts once."""
        begun, first = perf_counter(), not standing
        self.once.heard(message.id, message.content)
        replies, answer = await self._response(message)
        put = Put(asker=message.author.id, revision=self._desk.revision_id, question=message.id)
        under = None if answer is None else partial(buttons, answer, put)
        place = self._bot.get_partial_messageable(message.channel.id)
        try:
            try:
                await deliver(place, message, replies, standing, under)
            except discord.NotFound:
                if not standing:
                    raise
                await remove(place, standing)  # somebody deleted a part, so all of it is sent anew
                standing.clear()
                await deliver(place, message, replies, standing, under)
        finally:
            self.link(message.id, message.channel.id, standing)
        self.contexts.remember(standing, answer)
        self.offer(message.id, frozenset() if answer is None else picks(answer))
        if answer is not None:
            if first:
                self._desk.record(answer, _where(message), "message")
            told(way, answer, _where(message), begun)

    async def _response(self, message: discord.Message) -> tuple[tuple[Reply, ...], Answer | None]:
        """Return what to say to a message, and the answer to its question if it asks one."""
        question = words(self._bot.user, message)
        if question:
            about = self.contexts.of(self._bot.user, message)
            answer = await self._desk.ask(question, _where(message), about)
            return render(answer), answer
        if withheld(self._bot.user, message):
            return (Reply(text=MENTION_ME),), None
        return how_to(self._desk.title, await self._desk.examples()), None

    async def _is_up_to_date(self, message: discord.Message, standing: list[int]) -> bool:
        """Whether the reply is to what a message says now: not every update is an edit.

        After a restart Discord's own times tell. One without a reply, which may have been deleted,
        gets none for an edit that an earlier run heard of.
        """
        if self.once.knows(message.id) or message.edited_at is None:
            return self.once.says_the_same(message.id, message.content)
        if not standing:
            return message.edited_at < self._begun - _CLOCKS_DIFFER
        place = self._bot.get_partial_messageable(message.channel.id)
        with contextlib.suppress(discord.HTTPException):
            reply = await place.fetch_message(standing[0])
            if (reply.edited_at or reply.created_at) >= message.edited_at:
                self.once.heard(message.id, message.content)
                return True
        return False

    async def _follows(self, message: discord.Message, standing: list[int]) -> bool:
        """Whether an edited message is to be answered anew."""
        settings = await self._chosen(message)
        return _admits(settings, message) and not await self._is_up_to_date(message, standing)

    async def _chosen(self, message: discord.Message) -> GuildSettings | None:
        """Return what the server of a message chose; None where that is not known."""
        guild = message.guild.id if message.guild else None
        return await chosen(self._desk.store, guild, PATIENCE)

    async def _point_elsewhere(
        self, message: discord.Message, guild: discord.Guild, settings: GuildSettings | None
    ) -> None:
        """Tell the author, at most once a day and in private, where messages are answered."""
        whom, now = (guild.id, message.author.id), discord.utils.utcnow()
        if (settings is None or settings.enabled) and self._daily.due(whom, now):
            with contextlib.suppress(discord.HTTPException):  # whoever takes no direct messages
                await message.author.send(elsewhere(guild.name, settings), allowed_mentions=NO_PINGS)


def _admits(settings: GuildSettings | None, message: discord.Message) -> bool:
    """Whether a message is answered where it is; not where that is not known."""
    return settings is not None and settings.enabled and admits(settings, channels_of(message.channel))


def _where(message: discord.Message) -> Where:
    """Return where a message was written."""
    return Where(message.guild.id if message.guild else None, message.channel.id)
