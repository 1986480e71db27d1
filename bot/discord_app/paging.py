"""Pages under a command's reply: buttons that hold all that is needed to make the pages again.

So they work after a restart and after a reload. Only who asked turns them.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

import discord

from bot.discord_app.deferral import deferred_if_slow
from bot.discord_app.errors import tell_interaction
from bot.discord_app.layout import Reply
from bot.discord_app.sending import redraw, respond, say
from bot.offers import units

LONGEST_ID: Final = 100
"""Discord's limit for what a button can hold."""
_MOST_UNPAGED: Final = 5
_FEW: Final = 3
"""Up to this many pages, "First" and "Last" would only repeat the other buttons."""
_GONE: Final = "What these pages showed is no longer in my sources. Use the command again."
_MORE: Final = "There are {count} more pages. Type less in each option, and I can show them all."

Key: TypeAlias = tuple[str | None, ...]
"""A command's options as typed or chosen, None where nothing was."""


@dataclass(frozen=True, slots=True)
class Book:
    """Pages, and the options in their shortest form, which make the pages again.

    Without pages, ``refusal`` says why there are none.
    """

    key: Key
    pages: tuple[Reply, ...]
    refusal: str = ""


class Pager:
    """Shows a book page by page. ``kind`` is part of each button's id.

    ``command`` is the name of the command whose pages these are, where it is not ``kind``.
    """

    def __init__(self, kind: str, read: Callable[[Key], Awaitable[Book]], command: str = "") -> None:
        """Keep the way to make a book from options."""
        self._command = command or kind
        self._read = read
        self._mine = f"turn:{kind}:"
        self._turn = re.compile(rf"{re.escape(self._mine)}[a-z](\d{{1,4}}):(.*)", re.DOTALL)

    async def show(self, interaction: discord.Interaction, key: Key, *, private: bool = False) -> None:
        """Answer a command with the first page, or with the reason why there is none."""
        async with deferred_if_slow(interaction, private=private):
            book = await self._read(key)
        if not book.pages:
            await say(interaction, book.refusal)
            return
        view = self.buttons(book, 0)
        shown = book.pages[:_MOST_UNPAGED] if view is None else book.pages[:1]
        await respond(interaction, shown, private=private, view=view)
        if view is None and len(book.pages) > len(shown):
            await say(interaction, _MORE.format(count=len(book.pages) - len(shown)))

    async def turn(self, interaction: discord.Interaction) -> None:
        """Show another page when one of this pager's buttons is pressed; leave all else alone."""
        custom_id = (interaction.data or {}).get("custom_id")
        if interaction.type is not discord.InteractionType.component or not isinstance(custom_id, str):
            return
        if not custom_id.startswith(self._mine):
            return
        try:
            await self._turned(interaction, self._turn.fullmatch(custom_id))
        except Exception as error:  # noqa: BLE001  # a press gets an answer like a command
            await tell_interaction(interaction, error)

    async def _turned(self, interaction: discord.Interaction, match: re.Match[str] | None) -> None:
        """Show the page that a button stands for in place of the one shown."""
        asked = interaction.message.interaction_metadata if interaction.message else None
        if asked is not None and asked.user.id != interaction.user.id:
            await say(interaction, f"Only who asked can turn these pages. Use /{self._command} yourself.")
            return
        async with deferred_if_slow(interaction, edits=True):
            book = await self._read(_decoded(match[2])) if match else Book((), ())
        if match is None or not book.pages:
            await say(interaction, _GONE)
            return
        number = min(int(match[1]), len(book.pages) - 1)
        await redraw(interaction, book.pages[number], self.buttons(book, number))

    def buttons(self, book: Book, number: int) -> discord.ui.View | None:
        """Return the buttons under a page; None for a single page or options too long for a button."""
        count = len(book.pages)
        encoded = _encoded(book.key)
        if count == 1 or units(f"{self._mine}x9999:{encoded}") > LONGEST_ID:
            return None
        steps = [("p", "Previous", number - 1), ("n", "Next", number + 1)]
        if count > _FEW:
            steps = [("f", "First", 0), *steps, ("l", "Last", count - 1)]
        view = discord.ui.View(timeout=None)
        for slot, label, target in steps:
            custom_id = f"{self._mine}{slot}{max(0, target)}:{encoded}"
            disabled = target == number or not 0 <= target < count
            view.add_item(discord.ui.Button(label=label, custom_id=custom_id, disabled=disabled))
        view.stop()  # the listener answers the presses; discord.py need not remember the view
        return view


def _encoded(key: Key) -> str:
    """Return options in one line."""
    return "|".join((text or "").replace("|", " ") for text in key)


def _decoded(encoded: str) -> Key:
    """Return the options that a line holds."""
    return tuple(text or None for text in encoded.split("|"))
