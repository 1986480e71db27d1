"""A send meets one server error and no more; reconnecting never waits long, and is told in one line."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator

import aiohttp
import discord
import pytest
from aiohttp import web

from bot.discord_app.retrying import DiscordTroubleError, Patience, retried_once, tracing


@pytest.fixture
def statuses() -> list[int]:
    """What the server answers, in order; 200 after that."""
    return []


@pytest.fixture
async def server(statuses: list[int]) -> AsyncIterator[str]:
    """A server on this machine."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=statuses.pop(0) if statuses else 200)

    app = web.Application()
    app.router.add_route("*", "/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def stubborn(address: str) -> list[int]:
    """Ask until it works, as discord.py does without its waits; return what was answered."""
    got: list[int] = []
    async with aiohttp.ClientSession(trace_configs=[tracing()]) as session:
        while not got or got[-1] >= 400:
            async with session.post(address) as response:
                got.append(response.status)
    return got


async def test_one_server_error_is_survived(server: str, statuses: list[int]) -> None:
    statuses += [500]

    assert await retried_once(stubborn)(server) == [500, 200]


async def test_a_second_server_error_ends_it(server: str, statuses: list[int]) -> None:
    statuses += [500, 502]

    with pytest.raises(DiscordTroubleError, match="502 to POST"):
        await retried_once(stubborn)(server)
    assert statuses == []


async def test_rate_limits_do_not_count(server: str, statuses: list[int]) -> None:
    statuses += [429, 429, 500, 429]

    assert await retried_once(stubborn)(server) == [429, 429, 500, 429, 200]


async def test_every_send_starts_afresh(server: str, statuses: list[int]) -> None:
    for _ in range(3):
        statuses += [500]
        assert await retried_once(stubborn)(server) == [500, 200]


async def test_what_is_not_limited_goes_on(server: str, statuses: list[int]) -> None:
    statuses += [500, 500, 500]

    assert await stubborn(server) == [500, 500, 500, 200]


def test_discord_py_never_waits_longer_than_half_a_minute_to_reconnect() -> None:
    patience = discord.client.ExponentialBackoff()  # pyright: ignore[reportPrivateImportUsage]  # what it uses

    assert isinstance(patience, Patience)
    assert max(patience.delay() for _ in range(200)) <= 32


@pytest.fixture
def records() -> Iterator[list[str]]:
    """The lines that discord.py's client logs."""
    lines: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.levelname} {self.format(record)}")

    listener = Listener()
    logger = logging.getLogger("discord.client")
    logger.addHandler(listener)
    yield lines
    logger.removeHandler(listener)


def test_a_failed_connection_is_one_line(records: list[str]) -> None:
    logger = logging.getLogger("discord.client")
    try:
        raise OSError("no route, 100 % lost")  # noqa: EM101, TRY003, TRY301  # as the network would
    except OSError:
        logger.exception("Attempting a reconnect in %.2fs", 3)
        logger.exception("Something else")

    assert records[0] == (
        "WARNING Discord can't be reached (no route, 100 % lost). Attempting a reconnect in 3.00s"
    )
    assert "Traceback" in records[1]
