"""The command line reads the counts beside a running bot, and makes nothing where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage.counting import read_uses
from bot.store import StoreError
from tests.storage.running import QUICK, asked, opened, running


async def test_counts_are_read_while_a_bot_uses_the_database(url: str) -> None:
    async with running(url, []) as store:
        await opened(store)
        store.record(asked())
        assert await store.uses() == {"dates": 1}

        assert await read_uses(url, QUICK) == {"dates": 1}


async def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    with pytest.raises(StoreError, match=r"There is no database at .*bot\.sqlite3 yet\."):
        await read_uses(f"sqlite:///{path}", QUICK)

    assert not path.exists()


async def test_a_file_that_is_no_database_of_the_bot_is_one_plain_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    path.write_text("This is no database. " * 100, encoding="utf-8")

    with pytest.raises(StoreError) as raised:
        await read_uses(f"sqlite:///{path}", QUICK)
    assert "Traceback" not in str(raised.value)


async def test_an_empty_database_has_nothing_to_read(url: str) -> None:
    async with running(url, []) as store:
        await opened(store)
    assert await read_uses(url, QUICK) == {}
