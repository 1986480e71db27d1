"""The one error path: whoever asked hears back in a sentence, and the log has the rest.

Commands get here from the client's tree, listeners by themselves or from the client's
``on_error``, views and modals by ``Reporting``. Autocomplete has no place to show a failure: it
offers nothing and calls ``note``. Dynamic items are not used: discord.py drops what they raise.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final, cast

import aiohttp
import discord
from discord import app_commands

from bot.discord_app.access import CannotWriteError
from bot.discord_app.inert import inline, plain
from bot.discord_app.sending import NO_PINGS, say, say_to
from bot.knowledge.problems import BotError
from bot.logs import logger, quietly
from bot.offers import shorten

if TYPE_CHECKING:
    from bot.discord_app.access import Needs
    from bot.discord_app.notices import Notices

log = logger(__name__)

_CHANGED: Final = "That command has changed. Reload Discord (Ctrl+R) and try again."
_REFUSED: Final = "You can't use that command here."
_OWN: Final = "{error} (reference {reference})."
_FORBIDDEN: Final = (
    "I'm missing a permission in this channel: I need to send messages, embed links, attach "
    "files and read the message history (reference {reference})."
)
_BUSY: Final = "Discord asks me to slow down; try again in a minute (reference {reference})."
_DISCORD_FAILED: Final = (
    "Discord has trouble just now, so I could not finish; try again in a minute (reference {reference})."
)
_SLOW: Final = "That took too long, so I gave up; try again in a minute (reference {reference})."
_FAILED: Final = (
    "Something went wrong on my side. If it happens again, tell whoever runs me this reference: {reference}."
)
_SENTENCES: Final[tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...]] = (
    ((app_commands.CommandNotFound, app_commands.CommandSignatureMismatch), _CHANGED),
    (app_commands.CheckFailure, _REFUSED),
    (BotError, _OWN),
    (discord.Forbidden, _FORBIDDEN),
    (discord.RateLimited, _BUSY),
    ((discord.DiscordServerError, aiohttp.ClientError), _DISCORD_FAILED),
    (TimeoutError, _SLOW),
)
_LONGEST_OWN: Final = 900
"""Of an error's own words; escaped, they are at most twice as long and fit a message."""
_TOO_MANY: Final = 429
_GONE: Final = frozenset({10003, 10008, 10015, 10062, 40060})
"""Unknown channel, message, webhook or interaction, or one acknowledged before: there is nobody to tell."""


def note(where: str, error: BaseException, **facts: object) -> str:
    """Log a failure and return the short reference under which it is in the log."""
    reference = secrets.token_hex(3)
    quietly(log.error, "failed", where=where, reference=reference, exc_info=error, **facts)
    return reference


async def tell_of_event(event: str, source: object, error: Exception) -> None:
    """Tell the user of an interaction that a listener failed; ``source`` is what the event brought.

    A message gets no answer from here: it may not be for the bot, or be the bot's own, and an
    answer to that would fail in the same way for ever.
    """
    if isinstance(source, discord.Interaction):
        await tell_interaction(cast("discord.Interaction", source), error)
    else:
        note(event, error)


async def tell_interaction(interaction: discord.Interaction, error: Exception) -> None:
    """Tell the user of an interaction, privately where Discord still can, that it failed."""
    cause = _cause(error)
    command = interaction.command.qualified_name if interaction.command else "component"
    reference = note(command, cause, guild=interaction.guild_id, channel=interaction.channel_id)
    if is_gone(cause) or interaction.type is discord.InteractionType.autocomplete:
        return
    try:
        await say(interaction, sentence(cause, reference))
    except Exception as second:  # noqa: BLE001  # a failure to report ends here, or it loops
        note("report", second, about=reference)


async def tell_message(message: discord.Message, error: Exception, notices: Notices | None = None) -> None:
    """Tell the author of a message that answering it failed: there, or in private with ``notices``."""
    if isinstance(error, CannotWriteError):
        quietly(log.info, "cannot write", channel=message.channel.id, lacks=error.lacks)
        await _tell_privately(message, error.lacks, notices)
        return
    guild = message.guild.id if message.guild else None
    reference = note("message", error, guild=guild, channel=message.channel.id)
    if is_gone(error):
        return
    if _is_too_many(error):
        await _tell_directly(message, sentence(error, reference))
        return
    try:
        await say_to(message, sentence(error, reference), f"{message.id}-e")
    except CannotWriteError as second:
        await _tell_privately(message, second.lacks, notices)
    except Exception as second:  # noqa: BLE001  # a failure to report ends here, or it loops
        note("report", second, about=reference)
        if isinstance(second, discord.Forbidden):
            await _tell_privately(message, (), notices)


async def _tell_privately(message: discord.Message, lacks: Needs, notices: Notices | None) -> None:
    """Tell the author of a message in private that the bot may not write where they did."""
    if notices is None:
        return
    try:
        await notices.tell(message, lacks)
    except Exception as error:  # noqa: BLE001  # as above
        note("notice", error, channel=message.channel.id)


async def _tell_directly(message: discord.Message, text: str) -> None:
    """Tell the author of a message something in private, as the channel takes no more for now."""
    try:
        await message.author.send(text, allowed_mentions=NO_PINGS)
    except Exception as error:  # noqa: BLE001  # as above
        note("notice", error, channel=message.channel.id)


class Reporting:
    """Mix this into a view or modal, before discord.py's class: what fails in it is told like all else."""

    async def on_error(self, interaction: discord.Interaction, error: Exception, *_: object) -> None:
        """Tell the user of the component or form."""
        await tell_interaction(interaction, error)


def _cause(error: Exception) -> Exception:
    """Return what a command raised, without discord.py's wrapping."""
    return error.original if isinstance(error, app_commands.CommandInvokeError) else error


def is_gone(error: Exception) -> bool:
    """Whether what was to be answered, or the time to answer it, is over."""
    return isinstance(error, discord.HTTPException) and error.code in _GONE


def _is_too_many(error: Exception) -> bool:
    """Whether Discord refused a request because there were too many."""
    return isinstance(error, discord.HTTPException) and error.status == _TOO_MANY


def sentence(error: Exception, reference: str) -> str:
    """Return what a person is told of a failure."""
    own = inline(shorten(plain(str(error)), _LONGEST_OWN)).rstrip(".")
    return _template(error).format(reference=reference, error=own)


def _template(error: Exception) -> str:
    """Return the sentence for a kind of failure."""
    if _is_too_many(error):
        return _BUSY
    return next((text for kinds, text in _SENTENCES if isinstance(error, kinds)), _FAILED)
