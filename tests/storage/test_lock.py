"""SQLite serves one bot at a time, and a file that can't be used is named before the bot connects."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
import structlog

from bot.memory import MemoryStore
from bot.storage.choosing import choose_store, serving
from bot.storage.lock import InUseError, UnusableError, hold
from bot.storage.store import Database
from tests.storage.running import Printed, asked

HOLDER = """\
import sys
from pathlib import Path
from bot.storage.lock import hold
lock = hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_elsewhere(path: Path) -> Generator[subprocess.Popen[str]]:
    """Let another process use a file."""
    with subprocess.Popen(  # noqa: S603  # this interpreter, and a script of our own
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


async def ready() -> None:
    """Be connected at once."""


def test_the_folder_and_the_file_are_made_on_the_first_run(tmp_path: Path) -> None:
    path = tmp_path / "data" / "deep" / "bot.sqlite3"
    hold(path).close()

    assert path.exists()


def test_a_second_bot_on_the_same_file_is_told_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    with held_elsewhere(path) as process:
        with pytest.raises(InUseError) as caught:
            choose_store(f"sqlite:///{path}", print)
        process.kill()
        process.wait()
        hold(path).close()

    assert f"Another bot is using {path}" in str(caught.value)
    assert "stop the other one, or set DATABASE_URL to another file, or to a PostgreSQL" in str(caught.value)


def test_one_process_can_not_use_a_file_twice_either(tmp_path: Path) -> None:
    lock = hold(tmp_path / "bot.sqlite3")
    with pytest.raises(InUseError):
        hold(tmp_path / "bot.sqlite3")
    lock.close()


def test_a_backup_in_progress_is_no_reason_to_forget(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite3"
    backup = sqlite3.connect(path, isolation_level=None)
    backup.execute("BEGIN IMMEDIATE")
    hold(path).close()
    backup.close()


@contextmanager
def without_privileges() -> Generator[None]:
    """Give up root for a moment: it may write where nobody else may."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def read_only() -> Generator[Path]:
    """Return a folder that everybody may read and nobody may write."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        path.chmod(0o555)
        yield path
        path.chmod(0o755)


def test_a_folder_that_can_not_be_written_is_named(read_only: Path) -> None:
    with without_privileges(), pytest.raises(UnusableError, match="unable to open database file"):
        hold(read_only / "bot.sqlite3")
    with without_privileges(), pytest.raises(UnusableError, match="Permission denied"):
        hold(read_only / "data" / "bot.sqlite3")


def test_a_file_that_can_not_be_written_is_named(read_only: Path) -> None:
    path = read_only / "bot.sqlite3"
    read_only.chmod(0o755)
    hold(path).close()
    path.chmod(0o444)
    Path(f"{path}.lock").chmod(0o666)
    with without_privileges(), pytest.raises(UnusableError, match="readonly"):
        hold(path)


@pytest.mark.parametrize("place", ["file/bot.sqlite3", "folder", "text.sqlite3"])
async def test_with_a_place_that_can_not_be_used_the_bot_remembers_until_it_stops(
    tmp_path: Path, printed: Printed, place: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.sqlite3").write_text("This is no database." * 100, encoding="utf-8")
    with structlog.testing.capture_logs() as lines:
        store = choose_store(f"sqlite:///{tmp_path / place}", printed.append)
    async with serving(store, ready):
        store.record(asked())
        usage = await store.usage()
    (sentence,) = printed

    assert isinstance(store, MemoryStore)
    assert usage.asked == 1
    assert [line["event"] for line in lines if line["log_level"] == "warning"] == [sentence]
    assert sentence.startswith(f"The database {tmp_path / place} can't be used (")
    assert sentence.endswith(
        "so the bot answers but forgets counts and settings when it stops; "
        "set DATABASE_URL to a file in a folder that it can write."
    )


async def test_a_usable_place_is_opened_once_the_bot_is_connected(url: str, printed: Printed) -> None:
    store = choose_store(url, printed.append)
    async with serving(store, ready):
        store.record(asked())
        usage = await store.usage()
    with_lock_free = choose_store(url, printed.append)
    async with serving(with_lock_free, ready):
        again = await with_lock_free.usage()

    assert isinstance(store, Database)
    assert usage == again
    assert printed == []
