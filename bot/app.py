"""Composition root: the one place that chooses the parts and puts them together."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import sys
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from threading import Thread
from typing import Final, TypeAlias

import aiohttp
import discord

from bot.config import ConfigError, Settings, knowledge_at, load_settings
from bot.desk import Desk
from bot.discord_app.client import AnswerBot, Options
from bot.encoding.choosing import choose_encoder
from bot.english import read_words
from bot.garbage import give_back, share_one_heap
from bot.library import Library
from bot.logs import configure
from bot.packs import load_pack
from bot.storage.choosing import choose_store, serving
from bot.storage.places import secrets_of
from bot.store import Store

LoopFactory: TypeAlias = Callable[[], asyncio.AbstractEventLoop]

DONE: Final = 0
_ROUNDS: Final = (20_000, 50, 100)
"""How seldom to look for garbage: hardly any is made, and Python's own pace costs a fifth of each answer."""
_UNREACHABLE: Final = (
    aiohttp.ClientError,
    OSError,
    discord.HTTPException,
    discord.GatewayNotFound,
    discord.ConnectionClosed,
)


def settings(port: int | None = None) -> Settings:
    """Read the settings; ``port`` from the command line wins over LOCAL_PORT."""
    found = load_settings()
    return found if port is None else replace(found, local_port=port)


def run(settings: Settings, *, browser: bool = True) -> int:
    """Run the bot on Discord where a token is set, else in the local Discord.

    Returns the exit code. Raises ``BotError`` with one plain sentence when it can't run,
    and ``KnowledgeError`` with every problem when the pack can't be published.
    """
    if settings.discord_token is None:
        return _locally(settings, browser, "DISCORD_TOKEN is not set, so the bot runs in a local Discord.")
    share_one_heap()
    token = settings.discord_token.text
    database = settings.database_url.text
    configure(settings.log_level, token, *secrets_of(database))
    options = Options(settings.home_guild_ids, settings.dev_guild_id)
    library = _library(settings)
    store = choose_store(database, _say)
    bot = AnswerBot(Desk(library, store), options, _say)
    gc.set_threshold(*_ROUNDS)
    return _run(_on_discord(bot, token, library, store), fast_loop())


def demo(settings: Settings, *, browser: bool = True) -> int:
    """Run the bot in the local Discord, whether or not a token is set; returns the exit code."""
    return _locally(settings, browser)


def _locally(settings: Settings, browser: bool, why: str = "") -> int:  # noqa: FBT001  # passed on
    """Run the bot in the local Discord, and say why where nobody asked for it."""
    configure(settings.log_level)
    library = _library(settings)
    load(library)
    desk = Desk(library)  # remembers until the page is closed
    logging.getLogger("discord.state").setLevel(logging.ERROR)  # SimCord probes it as it is imported
    try:
        from bot.local.page import Local, serve  # noqa: PLC0415  # SimCord is slow to import
        from bot.local.world import HOME_GUILD_ID  # noqa: PLC0415  # as above
    except ImportError as error:
        message = f'The local Discord needs SimCord ({error}); run: pip install "simcord[preview]"'
        raise ConfigError(message) from error
    _say(why)
    bot = AnswerBot(desk, Options(frozenset({HOME_GUILD_ID})), _nothing)
    return _run(serve(Local(bot, bot.greet, _say, port=settings.local_port, browser=browser)))


def _library(settings: Settings) -> Library:
    """Find the pack; without one nothing can be answered."""
    folder = knowledge_at(settings.knowledge_dir)
    encoder = choose_encoder(settings.semantic_model, settings.cache_dir)
    return Library(partial(load_pack, folder), encoder=encoder)


def load(library: Library) -> None:
    """Load the pack."""
    library.load_first()
    _warm_up(library)


def fast_loop() -> LoopFactory | None:
    """Return what makes the faster event loop, where there is one."""
    if sys.platform == "win32":
        return None
    import uvloop  # noqa: PLC0415  # it exists only where this is reached

    return uvloop.new_event_loop


async def _on_discord(bot: AnswerBot, token: str, library: Library, store: Store) -> None:
    """Connect while the knowledge is read, and stay connected until stopped; the store closes last."""
    async with bot, serving(store, bot.until_answering):
        try:
            await asyncio.gather(bot.start(token), _open(bot, library))
        except discord.LoginFailure as error:
            message = (
                "Discord does not accept DISCORD_TOKEN; copy it again from the Bot page of "
                "https://discord.com/developers/applications."
            )
            raise ConfigError(message) from error
        except _UNREACHABLE as error:
            message = f"Discord can't be reached ({error}); check the connection and try again."
            raise ConfigError(message) from error
        finally:
            await bot.close()  # first: what it still answered is counted


async def _open(bot: AnswerBot, library: Library) -> None:
    """Read the knowledge in a thread, let the bot answer, and only then do what later questions may need."""
    await asyncio.to_thread(library.load_first)
    bot.open()
    await bot.until_answering()
    _warm_up(library)


def _warm_up(library: Library) -> None:
    """Do in a thread what questions would wait for; whoever stops the bot does not wait for that."""
    Thread(target=_make_ready, args=[library], daemon=True).start()


def _make_ready(library: Library) -> None:
    """Read the words of English and take the entries apart, and give back what that took beside them."""
    read_words()
    library.warm_up()
    give_back()


def _run(work: Coroutine[object, object, None], loop: LoopFactory | None = None) -> int:
    """Run until done, Ctrl+C or a request to terminate."""
    # asyncio takes Ctrl+C over from Python's own handler only
    at_first = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with asyncio.Runner(loop_factory=loop) as runner:
            try:
                runner.run(_until_terminated(work))
            finally:
                signal.signal(signal.SIGINT, at_first)  # what is left may take a second: a thread that loads
    except (KeyboardInterrupt, asyncio.CancelledError):
        _say("Stopped.")
    return DONE


async def _until_terminated(work: Coroutine[object, object, None]) -> None:
    """Let SIGTERM, as a container sends it, end the work cleanly."""
    task = asyncio.current_task()
    with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers on a loop
        if task is not None:
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await work


def _say(line: str) -> None:
    """Print a line for the person at the terminal, at once even through a pipe."""
    if line:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _nothing(line: str) -> None:
    """Drop a line: a simulated server has no invite link."""
    del line
