"""The page: serves the simulated server until it is closed, and opens it in the browser."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import webbrowser
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import discord
from babel.dates import LOCALTZ
from simcord import Env, SetupError

from bot.knowledge.problems import BotError
from bot.local.world import build, keep_time


class LocalError(BotError):
    """The local Discord can't run."""


@dataclass(frozen=True, slots=True)
class Local:
    """How to serve the page: ``greet`` sends the bot's greeting, ``announce`` prints a line."""

    bot: discord.Client
    greet: Callable[[discord.abc.Messageable], Awaitable[None]]
    announce: Callable[[str], None] = print
    name: str = "Cited Answers"
    port: int = 0
    browser: bool = True


async def serve(local: Local) -> None:
    """Run the bot in a simulated server and serve its page until someone ends the session."""
    env = Env(local.bot, check_errors=False)
    world = build(env, local.name)
    await env.start()
    clock = asyncio.create_task(keep_time(env))
    try:
        channel = local.bot.get_channel(world.channel.id)
        if isinstance(channel, discord.TextChannel):
            with env.time_context():
                await local.greet(channel)
        await env.settle()
        preview = env.preview(
            world.channel,
            viewers=world.viewers,
            layout="channel",
            timezone=_timezone(),
            port=local.port,
        )
        async with preview:
            await _invite(local, preview.url)
            await preview.wait_closed()
    except SetupError as error:
        raise LocalError(_sentence(error, local.port)) from error
    finally:
        clock.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await clock
        await env.shutdown()


async def _invite(local: Local, url: str) -> None:
    """Print the address, and open it where there is a screen."""
    local.announce(f"The local Discord is at {url}")
    local.announce("Press Ctrl+C to stop.")
    if local.browser and has_screen():
        await asyncio.to_thread(webbrowser.open, url)


def has_screen() -> bool:
    """Whether a browser window can open; a text browser would take the terminal over."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _timezone() -> str:
    """Return the name of the machine's time zone, for the times on the page."""
    key = getattr(LOCALTZ, "key", None)
    return key if isinstance(key, str) else "UTC"


def _sentence(error: SetupError, port: int) -> str:
    """Say in words what to do about a page that can't be served."""
    if isinstance(error.__cause__, OSError):
        return (
            f"Port {port} is taken, perhaps by a bot that still runs; "
            "stop it, or choose another port with --port or LOCAL_PORT."
        )
    return f"The local Discord can't run: {error}"
