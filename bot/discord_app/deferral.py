"""Slow steps: Discord is told within a second that an answer is coming; fast answers need none of it.

Discord drops an interaction that nobody acknowledged within three seconds. Acknowledging one
fixes whether its answer is public, before the answer is known.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Final

import aiohttp
import discord

from bot.discord_app.errors import note
from bot.discord_app.retrying import retried_once

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

PATIENCE: Final = 0.8
"""Seconds that a step may take before the interaction is acknowledged."""
_ENDED: Final = "That failed."
_REFUSED: Final = (discord.DiscordException, aiohttp.ClientError, OSError)


@contextlib.asynccontextmanager
async def deferred_if_slow(
    interaction: discord.Interaction, *, private: bool = False, edits: bool = False
) -> AsyncGenerator[None]:
    """Acknowledge an interaction if the steps inside take longer than ``PATIENCE``.

    Nothing is sent inside; after it, ``respond``, ``say`` and ``redraw`` work either way.
    ``private`` is for an answer that only the user sees, ``edits`` for a press that changes the
    message it is on. If a step fails, nobody is left looking at "thinking": the failure can
    then be told in private.
    """
    acknowledging: asyncio.Task[bool] | None = None

    def acknowledge() -> None:
        nonlocal acknowledging
        acknowledging = asyncio.create_task(_acknowledged(interaction, private=private, edits=edits))

    timer = asyncio.get_running_loop().call_later(PATIENCE, acknowledge)
    try:
        yield
    except Exception:
        timer.cancel()
        if acknowledging is not None and await acknowledging and not private and not edits:
            await _undone(interaction)
        raise
    finally:
        timer.cancel()
        if acknowledging is not None:
            await acknowledging  # begun, it must end, or the answer would not know how to go out


@retried_once
async def _acknowledged(interaction: discord.Interaction, *, private: bool, edits: bool) -> bool:
    """Acknowledge an interaction; return whether Discord took it."""
    try:
        await interaction.response.defer(ephemeral=private, thinking=not edits)
    except _REFUSED as error:
        note("acknowledging", error, guild=interaction.guild_id)
        return False
    return True


@retried_once
async def _undone(interaction: discord.Interaction) -> None:
    """Take "thinking" away, which everybody sees; what is sent next can then be private.

    A message that still says "thinking" passes its publicity on even when deleted, so it is ended first.
    """
    try:
        await interaction.edit_original_response(content=_ENDED)
        await interaction.delete_original_response()
    except _REFUSED as error:
        note("acknowledging", error, guild=interaction.guild_id)
