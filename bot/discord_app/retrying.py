"""How long a send may go on failing, and how long the bot waits to reconnect.

discord.py tries a failing request five times over 25 seconds, and waits up to 17 minutes before it
connects again: whoever asked would think that the bot is gone. Where Discord asks it five times in a
row to slow down it gives up, and the answer would be lost.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Final, Literal, ParamSpec, TypeVar

import aiohttp
import discord
from discord.backoff import ExponentialBackoff

from bot.logs import logger, quietly

if TYPE_CHECKING:
    from types import SimpleNamespace


log = logger(__name__)

P = ParamSpec("P")
R = TypeVar("R")

RETRIES: Final = 1
"""How often a send that met an error of Discord's own is tried again."""
LATER: Final = (2.0, 5.0, 15.0, 30.0)
"""Seconds after which a send is tried again that Discord refused five times in a row as too many."""
_DOUBLINGS: Final = 5
_TOO_MANY: Final = 429
_SERVER_ERROR: Final = 500


class DiscordTroubleError(aiohttp.ClientError):
    """Discord failed again and again on its own side."""


@dataclass(slots=True)
class _Budget:
    """How many more failures one send may meet."""

    left: int = RETRIES


_budget: ContextVar[_Budget | None] = ContextVar("budget", default=None)


class Patience(ExponentialBackoff[Literal[False]]):
    """Waits up to half a minute between two attempts to connect, rather than 17 minutes."""

    def __init__(self) -> None:
        """Start with waits of up to two seconds."""
        super().__init__()
        self._max = _DOUBLINGS


class OneLine(logging.Filter):
    """Shortens discord.py's report of a failed connection: a traceback a minute tells a host nothing."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Name the cause in the line itself; every record is kept."""
        if record.exc_info and str(record.msg).startswith("Attempting a reconnect"):
            cause = str(record.exc_info[1]).replace("%", "%%")  # the message is a format
            record.msg = f"Discord can't be reached ({cause}). {record.msg}"
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.exc_info = None
        return True


logging.getLogger("discord.client").addFilter(OneLine())
discord.client.ExponentialBackoff = Patience  # pyright: ignore[reportPrivateImportUsage]  # no option for it


def retried_once(send: Callable[P, Awaitable[R]]) -> Callable[P, Coroutine[None, None, R]]:
    """Let a function that sends meet one server error; at the second it raises ``DiscordTroubleError``."""

    @wraps(send)
    async def limited(*args: P.args, **kwargs: P.kwargs) -> R:
        token = _budget.set(_Budget())
        try:
            return await send(*args, **kwargs)
        finally:
            _budget.reset(token)

    return limited


def retried_later(send: Callable[P, Awaitable[R]]) -> Callable[P, Coroutine[None, None, R]]:
    """Let a function that sends wait and try again where Discord refuses too many; at last it raises.

    What is refused has had no effect, so nothing is sent twice.
    """

    @wraps(send)
    async def patient(*args: P.args, **kwargs: P.kwargs) -> R:
        for wait in LATER:
            try:
                return await send(*args, **kwargs)
            except discord.HTTPException as error:
                if error.status != _TOO_MANY:
                    raise
                quietly(log.warning, "Discord refuses too many; trying again later", seconds=wait)
            await asyncio.sleep(wait)
        return await send(*args, **kwargs)

    return patient


def tracing() -> aiohttp.TraceConfig:
    """Return what the client must trace its requests with, for ``retried_once`` to work."""
    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(_count)
    return trace


async def _count(
    session: aiohttp.ClientSession, context: SimpleNamespace, ended: aiohttp.TraceRequestEndParams
) -> None:
    """Take a server error off the budget; raise when none is left."""
    del session, context
    budget = _budget.get()
    status = ended.response.status
    if budget is None or status < _SERVER_ERROR:
        return
    if budget.left == 0:
        ended.response.close()
        message = f"Discord answered {status} to {ended.method} more than {RETRIES} time in a row."
        raise DiscordTroubleError(message)
    budget.left -= 1
