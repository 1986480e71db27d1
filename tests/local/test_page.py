"""The local Discord: a page in which a typed question gets a cited answer."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import webbrowser
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp
import pytest
from simcord import Env, SetupError

from bot.desk import Desk
from bot.discord_app.client import AnswerBot, Options
from bot.library import Library
from bot.local import page, world
from bot.local.page import Local, LocalError, serve
from bot.local.world import HOME_GUILD_ID
from tests.local.visitor import Printed, Visitor
from tests.sample_pack import DATES_ASK, sample_pack
from tests.shelf import Shelf

DATES = "Pakistan and the United States held a dialogue on 6 and 7 March 2023."


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(sample_pack())


def local(shelf: Shelf, printed: Printed, *, port: int = 0, browser: bool = False) -> Local:
    """Put a bot on a free port."""
    library = Library(shelf)
    library.load_first()
    bot = AnswerBot(Desk(library), Options(frozenset({HOME_GUILD_ID})), printed)
    return Local(bot, bot.greet, printed, port=port, browser=browser)


@asynccontextmanager
async def running(
    shelf: Shelf, *, browser: bool = False
) -> AsyncGenerator[tuple[Printed, asyncio.Task[None]]]:
    """Serve the page until it has been used."""
    printed = Printed()
    serving = asyncio.create_task(serve(local(shelf, printed, browser=browser)))
    try:
        await asyncio.wait_for(printed.ready.wait(), 10)
        yield printed, serving
    finally:
        serving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await serving


@asynccontextmanager
async def visiting(shelf: Shelf) -> AsyncGenerator[Visitor]:
    """Serve the page and visit it."""
    async with running(shelf) as (printed, _), aiohttp.ClientSession() as http:
        async with http.get(printed.url) as response:
            assert response.status == 200
            assert "<title>" in await response.text()
        yield Visitor(http, printed.url)


def text_of(visitor: Visitor) -> str:
    """Return everything that the page's messages hold."""
    return json.dumps(visitor.state["messages"], ensure_ascii=False)


async def test_the_bot_greets_with_questions_before_anyone_asks(shelf: Shelf) -> None:
    async with visiting(shelf) as visitor:
        await visitor.open()

        assert DATES_ASK in text_of(visitor)


async def test_a_typed_question_gets_a_cited_answer(shelf: Shelf) -> None:
    async with visiting(shelf) as visitor:
        await visitor.open()
        receipt = await visitor.act("send_message", content=DATES_ASK)

        assert receipt["settlement"] == "settled"
        assert DATES in text_of(visitor)
        assert "https://example.org/dawn" in text_of(visitor)


async def test_a_typed_name_becomes_a_mention(shelf: Shelf) -> None:
    async with visiting(shelf) as visitor:
        await visitor.open()
        await visitor.act("send_message", content=f"@cited answers {DATES_ASK}")

        assert DATES in text_of(visitor)


async def test_the_times_on_the_page_are_now(shelf: Shelf) -> None:
    async with visiting(shelf) as visitor:
        await visitor.open()
        await visitor.act("send_message", content=DATES_ASK)
        stamps = [message["timestamp"] for message in visitor.state["messages"].values()]

        for stamp in stamps:
            assert abs((datetime.now(UTC) - datetime.fromisoformat(stamp)).total_seconds()) < 30


async def test_the_clock_keeps_running(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world, "TICK", 0.01)
    async with visiting(shelf) as visitor:
        await visitor.open()
        await asyncio.sleep(0.3)
        await visitor.act("send_message", content=DATES_ASK)
        first, *_, last = sorted(message["timestamp"] for message in visitor.state["messages"].values())

        passed = datetime.fromisoformat(last) - datetime.fromisoformat(first)
        assert passed.total_seconds() >= 0.25


async def test_the_moderator_may_reload_the_facts(shelf: Shelf) -> None:
    async with visiting(shelf) as visitor:
        await visitor.open("moderator")
        await visitor.run("facts reload")

        assert "no entry has changed" in text_of(visitor)


async def test_the_member_is_not_offered_the_reload(shelf: Shelf) -> None:
    async with visiting(shelf) as visitor:
        await visitor.open()

        assert "facts reload" not in await visitor.commands()
        assert "ask" in await visitor.commands()


async def test_a_slash_command_gets_a_cited_answer(shelf: Shelf) -> None:
    async with visiting(shelf) as visitor:
        await visitor.open()
        await visitor.run("ask", question=DATES_ASK)

        assert DATES in text_of(visitor)


async def test_a_message_too_long_for_a_mention_is_sent_as_typed(shelf: Shelf) -> None:
    async with visiting(shelf) as visitor:
        await visitor.open()
        receipt = await visitor.act("send_message", content="x" * 2000)

        assert receipt["settlement"] == "settled"


async def test_a_page_opened_again_shows_the_newest_messages(shelf: Shelf) -> None:
    async with visiting(shelf) as visitor:
        await visitor.open()
        await visitor.act("send_message", content=DATES_ASK)
        await visitor.open()

        assert DATES in text_of(visitor)


async def test_ending_the_session_on_the_page_ends_the_run(shelf: Shelf) -> None:
    async with running(shelf) as (printed, serving), aiohttp.ClientSession() as http:
        visitor = Visitor(http, printed.url)
        await visitor.open()
        with contextlib.suppress(aiohttp.ClientError):
            await visitor.act("close")

        await asyncio.wait_for(serving, 5)


async def test_a_port_in_use_gets_a_plain_sentence(shelf: Shelf) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(LocalError, match=f"Port {port} is taken"):
            await serve(local(shelf, Printed(), port=port))


async def test_a_missing_preview_gets_a_plain_sentence(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def preview(*_: object, **__: object) -> None:
        message = "Preview requires aiohttp; install it."
        raise SetupError(message)

    monkeypatch.setattr(Env, "preview", preview)

    with pytest.raises(LocalError, match="can't run: Preview requires aiohttp"):
        await serve(local(shelf, Printed()))


@pytest.mark.parametrize("screen", [True, False])
async def test_the_browser_opens_where_there_is_a_screen(
    shelf: Shelf,
    monkeypatch: pytest.MonkeyPatch,
    screen: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    addresses: list[str] = []

    def open_page(url: str) -> None:
        addresses.append(url)

    monkeypatch.setattr(page, "has_screen", lambda: screen)
    monkeypatch.setattr(webbrowser, "open", open_page)
    async with running(shelf, browser=True) as (printed, _):
        await asyncio.sleep(0.05)

    assert addresses == ([printed.url] if screen else [])


@pytest.mark.parametrize(
    ("platform", "variables", "screen"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    variables: dict[str, str],
    screen: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert page.has_screen() is screen
