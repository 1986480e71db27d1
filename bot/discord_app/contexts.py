"""What a reply to one of the bot's answers is about: kept for a while, and else read from its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.answer import Context
from bot.answering.followups.context import context_of
from bot.discord_app.hearing import answered_by
from bot.discord_app.views.custom_ids import Sources, decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import discord
    from discord.user import ClientUser

    from bot.answering.answer import Answer
    from bot.desk import Desk

MOST: Final = 2_000
"""Answers remembered at once; the oldest are forgotten first."""


class Contexts:
    """Remembers which of the bot's messages gives which answer, for replies to it.

    Only what a member replies to counts, never what was said before in a channel or by the same
    member. After a restart the buttons under an answer still tell its entries.
    """

    def __init__(self, desk: Desk) -> None:
        """Take the desk, which knows the entries by the short names in buttons."""
        self._desk = desk
        self._known: dict[int, Context] = {}

    def remember(self, messages: Sequence[int], answer: Answer | None) -> None:
        """Remember what some messages of the bot say now."""
        context = None if answer is None else context_of(answer)
        for message in messages:
            self._known.pop(message, None)
            if context is not None:
                self._known[message] = context
        while len(self._known) > MOST:
            del self._known[next(iter(self._known))]

    def of(self, me: ClientUser | None, message: discord.Message) -> Context | None:
        """Return the answer of the bot that a message replies to; ``None`` for any other message."""
        answered = answered_by(me, message)
        if answered is None or answered.channel.id != message.channel.id:
            return None
        entries = tuple(self._entries(answered))
        known = self._known.get(answered.id)
        if known is not None and (not entries or known.entries[:1] == entries[:1]):
            return known
        return Context(entries) if entries else None

    def _entries(self, answered: discord.Message) -> Iterator[str]:
        """Yield the live entries that the buttons under an answer name."""
        for custom_id in _buttons(answered):
            press = decode(custom_id)
            if isinstance(press, Sources):
                yield from filter(None, map(self._desk.entry_of, press.entries))


def _buttons(message: discord.Message) -> Iterator[str]:
    """Yield the custom ids of the buttons under a message."""
    for row in message.components:
        for item in getattr(row, "children", ()):
            custom_id: object = getattr(item, "custom_id", None)
            if isinstance(custom_id, str):
                yield custom_id
