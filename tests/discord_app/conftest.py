"""The real bot on a simulated Discord, with no privileged intent approved."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import structlog
from simcord import Env

from bot.desk import Desk
from bot.discord_app.client import AnswerBot, Options
from bot.library import Library
from bot.memory import MemoryStore
from tests.discord_app.town import HOME, Town, found
from tests.sample_pack import sample_pack
from tests.shelf import Shelf


@pytest.fixture(autouse=True)
def short_log() -> Iterator[None]:
    """Print failures as the bot does: with the values of all names, one takes a second."""
    structlog.configure(
        processors=[structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    )
    yield
    structlog.reset_defaults()


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(sample_pack())


@pytest.fixture
def store() -> MemoryStore:
    """What the bot remembers; it outlives a restart of the bot, as a database does."""
    return MemoryStore()


@pytest.fixture
def announced() -> list[str]:
    return []


@pytest.fixture
def new_bot(shelf: Shelf, store: MemoryStore, announced: list[str]) -> Callable[[], AnswerBot]:
    def build() -> AnswerBot:
        library = Library(shelf)
        library.load_first()
        return AnswerBot(Desk(library, store), Options(frozenset({HOME})), announced.append)

    return build


@pytest.fixture
def simcord_bot(new_bot: Callable[[], AnswerBot]) -> AnswerBot:
    return new_bot()


@pytest.fixture
def town(simcord_env: Env, shelf: Shelf) -> Town:
    return found(simcord_env, shelf, HOME)


@pytest.fixture
def away(simcord_env: Env, shelf: Shelf) -> Town:
    return found(simcord_env, shelf, HOME + 1)
