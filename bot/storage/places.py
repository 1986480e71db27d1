"""PURE: where a DATABASE_URL leads, and the parts of it that no log may show."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

_SQLITE: Final = re.compile(r"sqlite(?:\+aiosqlite)?:///(.+)")


@dataclass(frozen=True, slots=True)
class SQLitePlace:
    """A file on this machine."""

    path: Path

    def __str__(self) -> str:
        """Return what to call it in a sentence."""
        return f"The database {self.path}"


@dataclass(frozen=True, slots=True)
class PostgreSQLPlace:
    """A PostgreSQL server."""

    dsn: str = field(repr=False)
    """The address as libpq and asyncpg read it; it holds the password."""

    def __str__(self) -> str:
        """Return what to call it in a sentence."""
        return "PostgreSQL"


Place: TypeAlias = SQLitePlace | PostgreSQLPlace


def place_of(url: str) -> Place:
    """Return where a DATABASE_URL leads; the settings have made sure that it is one."""
    file = _SQLITE.fullmatch(url)
    if file is not None:
        return SQLitePlace(Path(file.group(1)))
    return PostgreSQLPlace("postgresql:" + url.partition(":")[2])


def secrets_of(url: str) -> tuple[str, ...]:
    """Return what must be struck out of every log line, longest first."""
    if _SQLITE.fullmatch(url):
        return ()
    parts = urlsplit(url)
    password = parts.password or ""
    found = {url, password, unquote(password)}
    for setting in parts.query.split("&"):
        name, _, value = setting.partition("=")
        if "password" in name:  # asyncpg takes it here too
            found |= {value, *dict(parse_qsl(setting)).values()}
    found.discard("")
    return tuple(sorted(found, key=len, reverse=True))
