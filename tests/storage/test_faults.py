"""Every failure of a database is one plain sentence, and nothing of the address is in it."""

from __future__ import annotations

import socket
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from bot.storage.faults import GoneError, RefusedError, fault
from bot.storage.places import PostgreSQLPlace, SQLitePlace, place_of, secrets_of
from bot.storage.rows import open_rows
from bot.store import StoreError
from tests.storage.running import QUICK
from tests.storage.server import Server

PASSWORD = "p4ss-wOrd"
FILE = SQLitePlace(Path("data/bot.sqlite3"))


async def refusal(dsn: str, connect: float = 5.0) -> str:
    """Return why a database is not opened."""
    with pytest.raises(StoreError) as caught:
        await open_rows(place_of(dsn), replace(QUICK, connect=connect))
    sentence = str(caught.value)
    assert PASSWORD not in sentence
    return sentence


async def test_a_server_that_is_not_there_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    assert await refusal(f"postgresql://bot:{PASSWORD}@127.0.0.1:{port}/bot") == (
        "PostgreSQL can't be reached at the address in DATABASE_URL (nothing answers there)."
    )


async def test_a_server_that_keeps_silent_is_not_waited_for_long() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        sentence = await refusal(f"postgresql://bot:{PASSWORD}@127.0.0.1:{port}/bot?sslmode=disable", 0.1)

    assert "(it does not answer in time)" in sentence


async def test_a_wrong_password_is_named_and_the_right_one_works(server: Server) -> None:
    url = server.ask_for_password("guarded", PASSWORD)
    wrong = await refusal(url.format(password="wrong"))
    right = await open_rows(place_of(url.format(password=PASSWORD)), QUICK)
    await right.close()

    assert wrong == "PostgreSQL does not accept the user or the password in DATABASE_URL."


async def test_a_database_that_is_not_there_is_named(server: Server) -> None:
    url = server.new_database().replace("/postgres?", "/nothing?")

    assert "has no database of the name in DATABASE_URL" in await refusal(url)


async def test_a_setting_that_the_server_does_not_know_is_named_by_its_code(server: Server) -> None:
    assert "reports a problem (42704)" in await refusal(server.new_database() + "&pgbouncer=true")


async def test_an_address_that_the_driver_can_not_read_is_named() -> None:
    dsn = f"postgresql://bot:{PASSWORD}@127.0.0.1/bot?sslmode={PASSWORD}"

    assert await refusal(dsn) == "PostgreSQL has an address in DATABASE_URL that can't be read."


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite3").write_text("no database" * 100, encoding="utf-8")

    assert "is no SQLite database" in await refusal(f"sqlite:///{tmp_path}/bot.sqlite3")


def sqlite_error(name: str) -> sqlite3.Error:
    """Return what the driver raises."""
    error = sqlite3.OperationalError("words of the driver")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_BUSY_SNAPSHOT", "is locked by another program"),
        ("SQLITE_READONLY_DBMOVED", "can't be written"),
        ("SQLITE_FULL", "the disk is full"),
        ("SQLITE_IOERR_WRITE", "the disk reports an error"),
        ("SQLITE_CORRUPT", "is damaged"),
        ("SQLITE_MISUSE", "reports a problem (SQLITE_MISUSE)"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(name: str, words: str) -> None:
    found = fault(FILE, sqlite_error(name))

    assert isinstance(found, GoneError)
    assert words in str(found)
    assert "words of the driver" not in str(found)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (socket.gaierror(-2, "x"), GoneError, "its name is not known"),
        (ConnectionResetError(), GoneError, "ConnectionResetError"),
        (sqlite3.IntegrityError("x"), RefusedError, "refuses a value"),
        (UnicodeEncodeError("utf-8", "x", 0, 1, "x"), RefusedError, "refuses a value"),
        (RuntimeError("x"), GoneError, "reports a problem (RuntimeError)"),
    ],
)
def test_some_failures_pass_and_some_values_are_never_taken(
    error: Exception, kind: type[StoreError], words: str
) -> None:
    found = fault(PostgreSQLPlace("postgresql://x"), error)

    assert type(found) is kind
    assert words in str(found)


def test_the_address_is_read_as_it_is_meant() -> None:
    assert place_of("sqlite:///data/bot.sqlite3") == FILE
    assert place_of("sqlite+aiosqlite:////var/bot.sqlite3") == SQLitePlace(Path("/var/bot.sqlite3"))
    assert place_of("postgres://u:p@h/d") == place_of("postgresql+asyncpg://u:p@h/d")


def test_the_password_is_a_secret_as_written_and_as_meant() -> None:
    url = "postgresql://bot:p%40ss@host/db"

    assert set(secrets_of(url)) == {url, "p%40ss", "p@ss"}
    asked_for = "postgresql://bot@host/db?sslmode=require&password=p%40ss+word&sslpassword=&password"
    assert set(secrets_of(asked_for)) == {asked_for, "p%40ss+word", "p@ss word"}
    assert secrets_of("postgresql:///db") == ("postgresql:///db",)
    assert secrets_of("sqlite:///data/bot.sqlite3") == ()
    assert "p%40ss" not in repr(place_of(url))
