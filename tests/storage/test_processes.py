"""Whole processes: one that is killed loses at most a count, and SQLAlchemy is imported late."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys

import pytest

from bot.storage.places import SQLitePlace, place_of
from tests.storage.running import running

ANSWERING = """\
import asyncio, os, signal, sys
sys.path.insert(0, os.getcwd())
from bot.store import Reply
from tests.storage.running import asked, database
async def main():
    store = database(sys.argv[1], [])
    store.start()
    for number in range(7):
        store.record(asked("unanswered"))
        store.link(Reply(question=number, channel=1, messages=(2,)))
    await store.usage()
    store.record(asked())
    os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(main())
"""
LATE = """\
import sys
import bot.app, bot.cli
print([name for name in ("sqlalchemy", "alembic", "asyncpg", "aiosqlite") if name in sys.modules])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal there")
async def test_killing_the_process_after_an_answer_loses_at_most_its_count(url: str) -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", ANSWERING, url)
    assert await process.wait() == -signal.SIGKILL

    async with running(url, []) as store:
        usage = await store.usage()
        reply = await store.reply(6)
    place = place_of(url)
    if isinstance(place, SQLitePlace):
        file = sqlite3.connect(place.path)
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        file.close()

    assert usage.unanswered == 7
    assert usage.answered in {0, 1}
    assert reply is not None


def test_the_start_does_not_wait_for_the_database_libraries() -> None:
    done = subprocess.run(  # noqa: S603  # this interpreter, and a script of our own
        [sys.executable, "-c", LATE], check=True, capture_output=True, text=True
    )

    assert done.stdout == "[]\n"
