"""Asking: a mention, a reply to the bot, a direct message, or /ask, and each gets an answer.

A mention without words gets a how-to. A reply whose words Discord withholds gets told how to
ask. Bots, webhooks and system messages are never answered.
"""

from __future__ import annotations

import re
from time import perf_counter

import discord
import structlog
from discord import app_commands
from discord.ext import commands
from structlog.stdlib import BoundLogger

from bot.answering.answer import Answer, Answered
from bot.desk import Desk, Where
from bot.discord_app.deferral import deferred_if_slow
from bot.discord_app.errors import note, tell_message
from bot.discord_app.greeting import MENTION_ME, how_to
from bot.discord_app.notices import Notices
from bot.discord_app.render import render
from bot.discord_app.sending import reply_to, respond, say_to
from bot.logs import quietly

log: BoundLogger = structlog.stdlib.get_logger(__name__)

_FROM_PEOPLE = frozenset({discord.MessageType.default, discord.MessageType.reply})


class Asking(commands.Cog):
    """Turns messages and /ask into questions, and answers into replies."""

    def __init__(self, bot: commands.Bot, desk: Desk) -> None:
        """Keep the bot, to know its own messages, and the desk."""
        self._notices = Notices()
        self._bot = bot
        self._desk = desk

    @app_commands.command(name="ask")
    @app_commands.describe(question="What do you want to know?", private="Only you see the answer.")
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 2000],
        private: bool = False,  # noqa: FBT001, FBT002  # an option of the slash command
    ) -> None:
        """Ask a question; the answer names its sources."""
        begun = perf_counter()
        where = Where(interaction.guild_id, interaction.channel_id)
        async with deferred_if_slow(interaction, private=private):
            answer = await self._desk.ask(question, where)
        await respond(interaction, render(answer, echo=True), private=private)
        _log("ask", answer, where, begun)

    @ask.autocomplete("question")
    async def offer(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Offer questions that the pack answers."""
        try:
            prompts = await self._desk.prompts(typed)
            return [app_commands.Choice(name=prompt, value=prompt) for prompt in prompts]
        except Exception as error:  # noqa: BLE001  # Discord has no place to show this failure
            note("ask autocomplete", error, guild=interaction.guild_id)
            return []

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is for the bot; whatever fails takes the one error path."""
        if not self._is_for_me(message):
            return
        try:
            await self._answer(message)
        except Exception as error:  # noqa: BLE001  # every member hears back
            await tell_message(message, error, self._notices)

    def _is_for_me(self, message: discord.Message) -> bool:
        """Whether a person wrote this to the bot."""
        if message.author.bot or message.webhook_id is not None or message.type not in _FROM_PEOPLE:
            return False
        return message.guild is None or self._mentions_me(message) or self._replies_to_me(message)

    def _mentions_me(self, message: discord.Message) -> bool:
        """Whether the bot is mentioned by name, or by the ping of a reply."""
        return any(user == self._bot.user for user in message.mentions)

    def _replies_to_me(self, message: discord.Message) -> bool:
        """Whether the message replies to one of the bot's own."""
        replied = _replied(message)
        return replied is not None and replied.author == self._bot.user

    async def _answer(self, message: discord.Message) -> None:
        """Answer the message's question, or say how to ask one."""
        begun = perf_counter()
        question = self._words(message)
        if question:
            where = Where(message.guild.id if message.guild else None, message.channel.id)
            answer = await self._desk.ask(question, where)
            await reply_to(message, render(answer))
            _log("message", answer, where, begun)
        elif self._withheld(message):
            await say_to(message, MENTION_ME)
        else:
            await reply_to(message, how_to(self._desk.title, await self._desk.examples()))

    def _words(self, message: discord.Message) -> str:
        """Return what the message says, without the mention of the bot."""
        me = self._bot.user.id if self._bot.user else 0
        return re.sub(rf"<@!?{me}>", " ", message.content).strip()

    def _withheld(self, message: discord.Message) -> bool:
        """Whether Discord kept the words back: a reply without ping, or to a slash command."""
        if message.guild is None or message.content or not self._replies_to_me(message):
            return False
        replied = _replied(message)
        to_command = replied is not None and replied.interaction_metadata is not None
        return to_command or not self._mentions_me(message)


def _replied(message: discord.Message) -> discord.Message | None:
    """Return the message that this one replies to, where Discord sent it along."""
    replied = message.reference.resolved if message.reference else None
    return replied if isinstance(replied, discord.Message) else None


def _log(way: str, answer: Answer, where: Where, begun: float) -> None:
    """Log an outcome without the question, after it was sent."""
    quietly(
        log.info,
        "asked",
        way=way,
        outcome=type(answer).__name__.lower(),
        entry=answer.main.entry if isinstance(answer, Answered) else None,
        confidence=round(answer.confidence, 3),
        ms=round(1000 * (perf_counter() - begun), 1),
        guild=where.guild,
        channel=where.channel,
    )
