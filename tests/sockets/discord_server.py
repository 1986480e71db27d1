"""A Discord on this machine: SimCord's backend behind a real HTTP server and a real gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, Self

from aiohttp import web
from simcord.backend import Backend
from simcord.backend.models import Message

from tests.sockets.gateway import Gateway
from tests.sockets.rest import API, Rest

TOKEN: Final = "MTA0.made-up.token-that-no-log-may-hold"
PATIENCE: Final = 15.0
"""Seconds to wait for something before a test fails; what is waited for takes a fraction of one."""


class RealClock:
    """Time for SimCord, which has its own otherwise: sockets can't be told to wait."""

    elapsed: float = 0.0

    def now(self) -> datetime:
        """Return the time it is."""
        return datetime.now(UTC)

    def advance(self, seconds: float) -> None:
        """Do nothing: this clock runs by itself."""


class DiscordServer:
    """Serves HTTP and gateway on one port of this machine."""

    def __init__(self) -> None:
        """Make an empty Discord."""
        self.backend = Backend(clock=RealClock())  # pyright: ignore[reportArgumentType]  # SimCord asks for its class
        self.rest = Rest(self.backend, TOKEN)
        self.gateway = Gateway(self.backend, TOKEN)
        self._app = web.Application()
        self._app.router.add_get("/gateway", self.gateway.connect)
        self._app.router.add_route("*", API + "/{path:.*}", self.rest.handle)
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=0.1)
        self._site: web.TCPSite | None = None
        self._port = 0

    async def __aenter__(self) -> Self:
        """Begin to serve."""
        await self._runner.setup()
        await self._listen()
        self.gateway.address = f"ws://127.0.0.1:{self._port}/gateway"
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop serving."""
        self.gateway.hang_up()
        await self._runner.cleanup()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"127.0.0.1:{self._port}"

    async def go_down(self) -> None:
        """Refuse every connection and cut those that are open."""
        self.gateway.hang_up()
        for handler in self._runner.server.connections if self._runner.server else ():
            handler.force_close()
            if handler.transport is not None:
                handler.transport.abort()
        if self._site is not None:
            await self._site.stop()

    async def come_back(self) -> None:
        """Serve again, on the same port."""
        await self._listen()

    def replies(self, question: int) -> list[Message]:
        """Return the bot's messages that refer to a message."""
        return [
            message
            for channel in self.backend.messages.values()
            for message in channel.values()
            if message.author_id == self.backend.bot_user.id
            and message.reference is not None
            and message.reference["message_id"] == str(question)
        ]

    async def _listen(self) -> None:
        """Open the port."""
        self._site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await self._site.start()
        self._port = int(self._runner.addresses[0][1])


async def until(claim: Callable[[], object], what: str = "it never came true") -> None:
    """Wait until a claim holds."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not claim():
        if asyncio.get_running_loop().time() > deadline:
            raise AssertionError(what)
        await asyncio.sleep(0.005)
