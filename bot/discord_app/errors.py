"""The one error path: whoever asked hears back in a sentence, and the log has the rest."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

import discord
import structlog
from discord import app_commands

from bot.discord_app.sending import say, say_to
from bot.logs import quietly

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

log: BoundLogger = structlog.stdlib.get_logger(__name__)

_CHANGED: Final = "That command has changed. Reload Discord (Ctrl+R) and try again."
_REFUSED: Final = "You can't use that command here."
_FORBIDDEN: Final = (
    "I'm missing a permission in this channel: I need to send messages, embed links, attach "
    "files and read the message history. Reference {reference}."
)
_FAILED: Final = (
    "Something went wrong on my side, so I have no answer. If it happens again, tell whoever "
    "runs me this reference: {reference}."
)
_UNKNOWN_INTERACTION: Final = 10062


def note(where: str, error: BaseException, **facts: object) -> str:
    """Log a failure and return the short reference under which it is in the log."""
    reference = secrets.token_hex(3)
    quietly(log.error, "failed", where=where, reference=reference, exc_info=error, **facts)
    return reference


async def tell_interaction(interaction: discord.Interaction, error: Exception) -> None:
    """Tell the user of an interaction, privately where Discord still can, that it failed."""
    cause = _cause(error)
    command = interaction.command.qualified_name if interaction.command else "component"
    reference = note(command, cause, guild=interaction.guild_id, channel=interaction.channel_id)
    if isinstance(cause, discord.NotFound) and cause.code == _UNKNOWN_INTERACTION:
        return
    try:
        await say(interaction, sentence(cause, reference))
    except Exception as second:  # noqa: BLE001  # a failure to report ends here, or it loops
        note("report", second, about=reference)


async def tell_message(message: discord.Message, error: Exception) -> None:
    """Tell the author of a message that answering it failed."""
    guild = message.guild.id if message.guild else None
    reference = note("message", error, guild=guild, channel=message.channel.id)
    try:
        await say_to(message, sentence(error, reference), f"{message.id}-e")
    except Exception as second:  # noqa: BLE001  # a failure to report ends here, or it loops
        note("report", second, about=reference)


def _cause(error: Exception) -> Exception:
    """Return what a command raised, without discord.py's wrapping."""
    return error.original if isinstance(error, app_commands.CommandInvokeError) else error


def sentence(error: Exception, reference: str) -> str:
    """Return what a person is told of a failure."""
    match error:
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return _CHANGED
        case app_commands.CheckFailure():
            return _REFUSED
        case discord.Forbidden():
            return _FORBIDDEN.format(reference=reference)
        case _:
            return _FAILED.format(reference=reference)
